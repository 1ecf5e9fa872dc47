"""Tips on the work itself: what the marks in reflections say, and what to try."""

from typing import Final

from callbacktui.advice.tips.conditions import craft
from callbacktui.advice.tips.predicates import given, is_waiting, unless
from callbacktui.advice.tips.tip import Rule

PATTERNS: Final = (
    Rule(
        "rushed-twice", given(craft.paced_twice(-1, "rushed"), unless(is_waiting)),
        "For the next three tapes, slow down the first page. Let the reader finish, and then see "
        "whether the mark moves.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "dragged-twice", given(craft.paced_twice(1, "dragged"), unless(is_waiting)),
        "For the next three tapes, find what you want and want it sooner. Then see whether the "
        "mark moves.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "listening-low-twice", given(craft.low_twice("listening", "listening"), unless(is_waiting)),
        "For one take, look at the reader only to find out what they'll do next. It's a small "
        "change, and it fixes a lot else.",
        "where-to-look-in-a-self-tape", "looking-is-not-staring",
    ),
    Rule(
        "clarity-low-twice", given(craft.low_twice("clarity", "clarity"), unless(is_waiting)),
        "Before the next one, write down in one line what you want. Take that line in with you, "
        "and nothing else.",
        "doing-well-in-a-callback", "keep-what-worked",
    ),
    Rule(
        "direction-low-twice", given(craft.low_twice("direction", "direction"), unless(is_waiting)),
        "Have somebody call out changes while you play a scene you know. Take each one all the "
        "way, and let go of how it was.",
        "standing-out-at-a-callback", "rehearse-the-sides-in-several-tones",
    ),
    Rule(
        "myself-low-twice",
        given(craft.low_twice("myself", "bringing yourself"), unless(is_waiting)),
        "",
        "silence-after-an-audition", "when-it-was-the-audition", "Margie Haber",
    ),
    Rule(
        "marks-rising", given(craft.rising, unless(is_waiting)),
        "Something is getting better. Write down what you did differently, while you know it, and "
        "change nothing else for the next three.",
        "a-ninety-second-look-back", "twice-running",
    ),
)  # fmt: skip
"""Tips on what the marks of several auditions show; not while the actor waits for an answer."""

CRAFT: Final = (
    Rule(
        "low-listening", craft.low("listening", "listening"),
        "Next time, learn the other part as well as your own. What you know by heart, you can "
        "afford to hear.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "low-clarity", craft.low("clarity", "clarity"),
        "Pick one thing, and decide it more firmly than feels safe. A clear choice can be changed "
        "by a note; a vague one can't.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "low-direction", craft.low("direction", "direction"),
        "You can practice changing on a note. Take a scene you know and play it three ways in a "
        "row, with somebody calling them out.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "low-myself", craft.low("myself", "bringing yourself"),
        "Say your next first line the way you'd say it to somebody you know. The rest tends to "
        "come along.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "lines-not-held", craft.lines_not_held,
        "For each of your lines, find the word that makes you say it. It's your cue, and it's "
        "where you listen.",
        "memorizing-dialogue", "a-way-through-two-pages",
    ),
    Rule(
        "gave-it", craft.gave_it,
        "Then your part of this one is done, whatever comes. The rest is other people's work.",
        "when-no-callback-comes", "take-what-is-yours-and-leave-the-rest",
    ),
)  # fmt: skip
"""Tips on the marks of one audition."""
