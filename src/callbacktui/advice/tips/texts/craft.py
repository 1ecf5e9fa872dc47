"""Tips on the work itself: what the ratings in reflections say, and what to try."""

from typing import Final

from callbacktui.advice.tips.conditions import craft, waiting
from callbacktui.advice.tips.tip import Rule

CRAFT: Final = (
    Rule(
        "rushed-twice", craft.paced_twice(-1, "rushed"),
        "Try an experiment: slow the first page of the next three tapes, let the reader finish, "
        "and see whether the mark moves.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "dragged-twice", craft.paced_twice(1, "dragged"),
        "Try an experiment: in the next three tapes, find what you want from the other person and "
        "want it sooner. See whether the mark moves.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "listening-low-twice", craft.low_twice("listening", "listening"),
        "For one take, look at the reader only to find out what they are going to do. It is a "
        "small change, and it tidies up much else.",
        "where-to-look-in-a-self-tape", "looking-is-not-staring",
    ),
    Rule(
        "clarity-low-twice", craft.low_twice("clarity", "clarity"),
        "Before the next one write on one line what you want from the other person in the scene, "
        "and take that line with you.",
        "doing-well-in-a-callback", "keep-what-worked",
    ),
    Rule(
        "direction-low-twice", craft.low_twice("direction", "direction"),
        "Let go of how it was before. They have seen that one. Have somebody call out turns to you "
        "in a scene you know, and take each of them fully.",
        "standing-out-at-a-callback", "rehearse-the-sides-in-several-tones",
    ),
    Rule(
        "myself-low-twice", craft.low_twice("myself", "bringing yourself"),
        "",
        "silence-after-an-audition", "when-it-was-the-audition", "Margie Haber",
    ),
    Rule(
        "marks-rising", craft.rising,
        "Something is moving. Write down what you did differently, while you know it, and change "
        "nothing else for the next three.",
        "a-ninety-second-look-back", "then-close-it",
    ),
    Rule(
        "low-listening", craft.low("listening", "listening"),
        "Learn the other part as well as your own for the next one. What you know by heart you "
        "can afford to hear.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "low-clarity", craft.low("clarity", "clarity"),
        "Choose one thing and decide it more firmly than is comfortable. A clear choice can be "
        "turned by a note; an open one gives nobody a hold.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "low-direction", craft.low("direction", "direction"),
        "Shifting on a note can be practised. Take a scene you know and play it three ways in a "
        "row, with somebody who calls out the turns.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "low-myself", craft.low("myself", "bringing yourself"),
        "Say the first line of the next one as you would say it to someone you know. The rest "
        "tends to come along.",
        "a-ninety-second-look-back", "what-a-low-mark-is-for",
    ),
    Rule(
        "lines-not-held", craft.lines_not_held,
        "For each of your lines, find the word in the other part that makes you say it. It is your "
        "cue, and it is also where you listen.",
        "memorizing-dialogue", "a-way-through-two-pages",
    ),
    Rule(
        "gave-it", craft.gave_it,
        "Then your part of this one is done, whatever comes. The rest is somebody else's work.",
        "when-no-callback-comes", "take-what-is-yours-and-leave-the-rest",
    ),
    Rule(
        "inside-the-window", waiting.inside_window,
        "This is inside the window, and silence says nothing yet. The audition was your part of "
        "it. What is left is somebody else's work.",
        "reading-silence-by-medium", "what-the-days-mean",
    ),
)  # fmt: skip
"""Tips on the actor's own ratings, and on using quiet times."""
