"""Tips on practice: classes, coaching, mock tapes, networking, and own work."""

from typing import Final

from callbacktui.advice.tips.conditions import practice
from callbacktui.advice.tips.tip import Rule

PRACTICE: Final = (
    Rule(
        "practised-for-this", practice.for_this_read,
        "The work is in. Go through it once more, lightly, and leave it loose, so there's room "
        "for whatever happens there.",
        "memorizing-dialogue", "leave-it-loose",
    ),
    Rule(
        "mock-tapes-rushed", practice.tapes_rushed,
        "Nobody was waiting for those, so it's a good place to try things. Play the next one "
        "slower than feels right, once, and watch both.",
        "a-ninety-second-look-back", "twice-running",
    ),
    Rule(
        "practice-low-direction", practice.low_direction,
        "Have a friend give you one odd note on a scene you know. Do it all the way, without "
        "arguing. It costs nothing here.",
        "standing-out-at-a-callback", "taking-a-note",
    ),
    Rule(
        "practice-rising", practice.rising,
        "What you're practicing is working. Write down in one line what you changed, and do just "
        "that at your next audition.",
        "a-ninety-second-look-back", "twice-running",
    ),
    Rule(
        "coached", practice.coached,
        "Write down the one note that mattered, while you have it. Take only that one into your "
        "next audition.",
        "asking-for-feedback", "where-to-get-more-of-it",
    ),
    Rule(
        "after-class", practice.had_class,
        "Write down one thing from class, before it's gone. Then use it once today, on a page "
        "that nobody asked for.",
        "what-to-keep-track-of", "work-that-nobody-asked-for",
    ),
    Rule(
        "met-people", practice.met_people,
        "Write down who you met and one thing they told you. Send them a line about it this week, "
        "and ask for nothing.",
        "how-actors-network", "keep-it-going",
    ),
    Rule(
        "made-own-work", practice.made_own_work,
        "Keep the file with its date and who was in it. Let one person whose eye you trust see it "
        "before it goes anywhere.",
        "getting-a-demo-reel", "keeping-it-true",
    ),
    Rule(
        "practice-counts", practice.lately,
        "It counts, even though nobody asked for it. When an agent wants to know what you've been "
        "doing, this is the answer.",
        "what-to-keep-track-of", "work-that-nobody-asked-for",
    ),
    Rule(
        "practising-unasked", practice.unasked,
        "You're working while nobody asks you to. That part is yours, and it's there on the day "
        "when somebody does.",
        "what-to-keep-track-of", "work-that-nobody-asked-for",
    ),
    Rule(
        "no-practice-lately", practice.none_lately,
        "One fixed hour a week is easier to keep than a plan. A class, a scene in a kitchen, a "
        "tape for nobody: any of them will do.",
        "staying-well-in-a-dry-spell", "a-week-that-holds",
    ),
)  # fmt: skip
"""Tips on practice; none of them applies if the actor keeps no record of practice."""
