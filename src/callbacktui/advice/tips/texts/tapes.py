"""Tips on preparing a read: framing a self-tape, finding a reader, words in the breakdown."""

from typing import Final

from callbacktui.advice.tips.conditions import tapes
from callbacktui.advice.tips.tip import Rule

TAPES: Final = (
    Rule(
        "dialect-named", tapes.in_breakdown("accent", "accents", "dialect", "dialects"),
        "Listen for a while before you imitate: for the tune of it, and for where the mouth rests. "
        "Then mark five sounds in the sides, and only those.",
        "learning-a-dialect", "how-to-go-about-it",
    ),
    Rule(
        "tears-named", tapes.in_breakdown("cry", "cries", "crying", "tears", "tearful", "weeping"),
        "They look for the feeling and not for the water. A dry face with everything behind it is "
        "noticed, too.",
        "crying-on-cue", "what-they-are-looking-for",
    ),
    Rule(
        "body-named", tapes.in_breakdown("weight", "overweight", "underweight", "slim", "thin"),
        "Nobody needs to change for a tape. They asked for you by pictures that look like you, and "
        "that is the person they want to see.",
        "losing-weight-for-a-role", "for-an-audition-nothing",
    ),
    Rule(
        "glasses-named", tapes.in_breakdown("glasses", "spectacles"),
        "If the breakdown names glasses, wear them; if it rules them out, take them off. Then tilt "
        "the lamp until there is no lamp in them.",
        "glasses-in-a-self-tape", "first-the-breakdown",
    ),
    Rule(
        "lines-for-tomorrow", tapes.lines_by_tomorrow,
        "Learn the first page and the last turn thoroughly, the middle as well as you can, and "
        "choose the take in which you listened.",
        "memorizing-dialogue", "when-it-is-for-tomorrow",
    ),
    Rule(
        "commercial-ahead", tapes.commercial_ahead,
        "Name the shape of it first: is there a customer to speak to, a scene to live in, or a "
        "picture to be in? Each is played at another size.",
        "three-kinds-of-commercial", "with-the-sides-in-hand",
    ),
    Rule(
        "tape-frame", tapes.without_specs,
        "Where the instructions say nothing, film on the long side. The eyes are what they came to "
        "see, and upright the eyes are what shrinks.",
        "vertical-or-horizontal", "why-on-its-side",
    ),
    Rule(
        "tape-reader", tapes.without_reader,
        "Ask a reader now and not at nine in the evening. You cannot listen to nobody, and a good "
        "one is hardly noticed.",
        "finding-readers", "what-to-tell-your-reader",
    ),
    Rule(
        "tape-eye-line", tapes.with_reader,
        "Put your reader as close to the lens as they can stand without being in the picture, with "
        "their eyes at the height of yours.",
        "where-to-look-in-a-self-tape", "where-to-put-the-reader",
    ),
    Rule(
        "tape-place", tapes.without_place,
        "Quiet first, then light on your face, then a plain ground. Poor sound is harder to sit "
        "through than a dull picture.",
        "where-to-record-a-self-tape", "what-a-place-needs-in-this-order",
    ),
    Rule(
        "tape-colours", tapes.without_clothes,
        "Plain colours of middle strength, clearly lighter or darker than the wall. The same blue "
        "on both makes a talking head.",
        "make-up-and-colours-in-a-self-tape", "colours",
    ),
    Rule(
        "tape-in-black", tapes.clothes("black"),
        "On a dark ground black vanishes, and shrugs and breaths go unseen. Film ten seconds, and "
        "look at them small.",
        "black-in-a-self-tape", "what-black-does-badly",
    ),
    Rule(
        "tape-glasses", tapes.any_tape,
        "Glasses are a part of how you are marketed, or they are not. Decide it once, and see that "
        "you can make out the reader's face either way.",
        "glasses-in-a-self-tape", "can-you-see",
    ),
    Rule(
        "tape-black-or-not", tapes.without_clothes,
        "Black is neutral and keeps the face in front, and it hides you on a dark ground. Two "
        "minutes of trying settle it for your own wall.",
        "black-in-a-self-tape", "a-test-that-takes-two-minutes",
    ),
)  # fmt: skip
"""Tips on preparing a self-tape or a read."""
