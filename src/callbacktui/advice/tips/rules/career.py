"""Tips on the career: submitting, finding an agent, and dry spells."""

from typing import Final

from callbacktui.advice.tips.conditions import career, practice, waiting
from callbacktui.advice.tips.predicates import given, medium, on_camera, unless
from callbacktui.advice.tips.tip import Rule
from callbacktui.domain.enums import Medium

CAREER: Final = (
    Rule(
        "student-film", given(career.considered, medium(Medium.STUDENT, Medium.SHORT)),
        "Agree now on when you'll get the footage, and get it in writing. It may be the only pay "
        "there is.",
        "getting-a-demo-reel", "where-footage-comes-from",
    ),
    Rule(
        "read-the-breakdown", career.considered,
        "Read the breakdown for the dates, the place, the pay and what they ask for. If any of it "
        "is a no, it's a no today.",
        "saying-no-to-a-role", "the-earlier-the-kinder",
    ),
    Rule(
        "which-picture", given(career.considered, on_camera),
        "Before you submit, pick the headshot nearest to the person in the breakdown. The best "
        "one doesn't help with the wrong part.",
        "smiling-in-headshots", "sending-the-right-one",
    ),
    Rule(
        "commercial-sent", career.commercial_sent,
        "For the next commercial, send the picture with the smile. It works best if you look "
        "about to say something.",
        "smiling-in-headshots", "when-a-smile-helps",
    ),
    Rule(
        "first-submissions", career.only_sent,
        "Look at your headshot at the size of a stamp: that's how they'll see it. If the eyes "
        "still speak, keep it.",
        "a-good-headshot", "what-it-is-for",
    ),
    Rule(
        "bare-submission", waiting.submission,
        "Nobody has seen you yet, so there's nothing in this about your work. It doesn't count in "
        "your callback numbers.",
        "reading-silence-by-medium", "three-clocks",
    ),
    Rule(
        "which-picture-went", given(career.sent_out, on_camera),
        "Note which headshot went out with this one. After a good many you can count which of "
        "them gets you called in.",
        "a-good-headshot", "choosing-from-hundreds",
    ),
    Rule(
        "sent-and-done", career.sent_out,
        "It's sent, and it's out of your hands. Do one thing today that doesn't depend on an "
        "answer.",
        "staying-well-in-a-dry-spell", "keep-the-days-in-shape",
    ),
    Rule(
        "sent-by-yourself", career.by_yourself,
        "You've done all of this by yourself, and that's something to show. See whether you're "
        "ready to write to an agency, and want to.",
        "pitching-to-an-agency", "are-you-ready",
    ),
    Rule(
        "agent-from-nothing", career.by_yourself,
        "Find the people who have seen you work: a teacher, a director. One of them vouching for "
        "you is worth twenty letters.",
        "pitching-to-an-agency", "starting-from-nothing",
    ),
    Rule(
        "ten-without-a-callback", career.ten_without_callback,
        "A run of ten without a callback can be plain chance. If one in five gets you called back, "
        "six in ten records of forty auditions have one somewhere.",
        "when-no-callback-comes", "when-it-is-the-tenth",
    ),
    Rule(
        "hundreds-unanswered", career.ten_without_callback,
        "",
        "silence-after-an-audition", "others-who-waited", "Chris Pratt",
    ),
    Rule(
        "long-dry-spell", career.dry_spell(60),
        "",
        "silence-after-an-audition", "others-who-waited", "Viola Davis",
    ),
    Rule(
        "dry-spell", given(career.dry_spell(30), unless(practice.practiced_lately)),
        "Every actor has quiet stretches, and sticking with it makes the difference. Take a class "
        "this week, or make something of your own.",
        "silence-after-an-audition", "how-to-keep-going",
    ),
    Rule(
        "dry-spell-days", career.dry_spell(30),
        "Keep the hours you kept before. Up at the usual time, one fixed thing a week with other "
        "actors, and an end to checking messages.",
        "staying-well-in-a-dry-spell", "keep-the-days-in-shape",
    ),
    Rule(
        "dry-spell-company", career.dry_spell(30),
        "Call somebody who is waiting, too, and talk about anything else. Other actors are "
        "company, and they hear about the open call.",
        "how-actors-network", "why-other-actors",
    ),
    Rule(
        "dry-spell-own-scene", career.dry_spell(30),
        "One scene, one page, one other actor and a window. That's an afternoon, and it's "
        "something to show that wasn't there before.",
        "getting-a-demo-reel", "making-one-scene-at-home",
    ),
)  # fmt: skip
"""Tips on the career, for when nothing is more pressing."""
