"""Tips on the career: being remembered, submitting yourself, and dry spells."""

from typing import Final

from callbacktui.advice.tips.conditions import calls, career
from callbacktui.advice.tips.tip import Rule

CAREER: Final = (
    Rule(
        "called-in-again", calls.called_in_again,
        "It happens: he lost one part, and six months later he was called in for another because "
        "they had remembered him.",
        "silence-after-an-audition", "remembered-all-the-same", "Jesse Tyler Ferguson",
    ),
    Rule(
        "commercial-sent", career.commercial_sent,
        "For commercials the smiling picture is nearly always the one to send, if it is the smile "
        "of somebody about to say something.",
        "smiling-in-headshots", "when-a-smile-helps",
    ),
    Rule(
        "first-submissions", career.only_sent,
        "Look at your picture at the size of a stamp, since that is how it will be met. If the "
        "eyes still speak, keep it.",
        "a-good-headshot", "what-it-is-for",
    ),
    Rule(
        "sent-by-yourself", career.by_yourself,
        "You have done a good deal of this alone, and that is something to show. See whether you "
        "are ready to write to an agency, and whether you want to.",
        "pitching-to-an-agency", "are-you-ready-to-be-sold",
    ),
    Rule(
        "ten-without-a-callback", career.ten_without_callback,
        "With one callback in five, ten readings in a row without any happen about once in nine "
        "times. It is weather, and it is no verdict on your work.",
        "silence-after-an-audition", "others-who-waited",
    ),
    Rule(
        "hundreds-unanswered", career.ten_without_callback,
        "",
        "silence-after-an-audition", "others-who-waited", "Chris Pratt",
    ),
    Rule(
        "dry-spell", career.dry_spell(30),
        "Every actor has silent stretches, and persisting through them is what tells. Take a class "
        "this week, or make something of your own.",
        "silence-after-an-audition", "how-to-keep-going",
    ),
    Rule(
        "dry-spell-days", career.dry_spell(30),
        "Keep the hours that were yours before, one fixed thing a week with other actors, and one "
        "hour for the craft that leads nowhere.",
        "staying-well-in-a-dry-spell", "keep-the-days-in-shape",
    ),
    Rule(
        "dry-spell-company", career.dry_spell(30),
        "The people beside you tell you of the open call, read for your tape, and are company. "
        "Ring one who also waits, and talk about anything else.",
        "how-actors-network", "why-other-actors",
    ),
    Rule(
        "dry-spell-own-scene", career.dry_spell(30),
        "One scene, one page, one other actor and a window: that is an afternoon, and it is "
        "something to watch that was not there before.",
        "getting-a-demo-reel", "making-one-scene-at-home",
    ),
    Rule(
        "long-dry-spell", career.dry_spell(60),
        "",
        "silence-after-an-audition", "others-who-waited", "Viola Davis",
    ),
)  # fmt: skip
"""Tips on the career, for when nothing is more pressing."""
