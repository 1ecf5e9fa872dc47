"""Tips on practice: classes, coaching, mock tapes, networking, and own work."""

from typing import Final

from callbacktui.advice.tips.conditions import practice
from callbacktui.advice.tips.tip import Rule

PRACTICE: Final = (
    Rule(
        "practised-for-this", practice.for_this_read,
        "The work is in. Go through it once more, lightly, and then leave it loose, so that there "
        "is room for whatever the day brings.",
        "memorizing-dialogue", "leave-it-loose",
    ),
    Rule(
        "mock-tapes-rushed", practice.tapes_rushed,
        "Nobody was waiting for those, so it is a good place to try things. Play the next one "
        "slower than feels right, once, and watch both.",
        "a-ninety-second-look-back", "twice-running",
    ),
    Rule(
        "practice-low-direction", practice.low_direction,
        "Have a friend give you one odd note on the same scene, and play it fully, without "
        "arguing. It costs nothing here, and it is a habit in the room.",
        "standing-out-at-a-callback", "taking-a-note",
    ),
    Rule(
        "practice-rising", practice.rising,
        "What you practise is moving. Note in one line what you changed, and try exactly that at "
        "the next read that somebody asks for.",
        "a-ninety-second-look-back", "then-close-it",
    ),
    Rule(
        "coached", practice.coached,
        "Write down the one note that mattered, while you have it, and take only that one into "
        "the next read.",
        "asking-for-feedback", "where-to-get-more-of-it",
    ),
    Rule(
        "met-people", practice.met_people,
        "Note whom you met and one thing they told you, and send that person a line about it this "
        "week. Ask for nothing.",
        "how-actors-network", "keep-it-going",
    ),
    Rule(
        "made-own-work", practice.made_own_work,
        "Keep the file with its date and who was in it, and let one person whose eye you trust "
        "watch it before it goes anywhere.",
        "getting-a-demo-reel", "keeping-it-true",
    ),
    Rule(
        "practising-unasked", practice.unasked,
        "You work while nobody asks for it. That part is yours, and it is there on the day when "
        "somebody does.",
        "what-to-keep-track-of", "work-that-nobody-asked-for",
    ),
    Rule(
        "no-practice-lately", practice.none_lately,
        "One fixed hour a week is easier to keep than a plan. A class, a scene read in a kitchen, "
        "a tape for nobody: any of them will do.",
        "staying-well-in-a-dry-spell", "a-week-that-holds",
    ),
)  # fmt: skip
"""Tips on practice; none of them applies if the actor keeps no record of practice."""
