"""Tips on preparing: the scene, a self-tape, a voice tape, and what the breakdown mentions."""

from typing import Final

from callbacktui.advice.tips.conditions import breakdown_words, due, tapes
from callbacktui.advice.tips.predicates import (
    by_voice,
    first_round,
    given,
    in_a_room,
    live,
    medium,
    on_a_call,
    on_camera,
    on_tape,
    unless,
)
from callbacktui.advice.tips.tip import Rule
from callbacktui.domain.enums import Medium

_ON_STAGE: Final = medium(Medium.THEATRE)
_UNSPOKEN: Final = medium(Medium.PRINT)

TAPES: Final = (
    Rule(
        "undated-tape", given(due.undated, on_tape),
        "Find out the deadline and its time zone before you plan. Then count back from it: "
        "reader, lines, filming, sending.",
        "what-to-keep-track-of", "at-the-time",
    ),
    Rule(
        "undated", due.undated,
        "Write down the day, the time zone and who told you, as soon as you hear. Until then, get "
        "the pages and start.",
        "what-to-keep-track-of", "at-the-time",
    ),
    Rule(
        "dialect-named", breakdown_words.dialect,
        "Listen for a while before you imitate: for the tune, and for the mouth. Then mark five "
        "sounds in the sides, and only those.",
        "learning-a-dialect", "how-to-go-about-it",
    ),
    Rule(
        "tears-named", given(breakdown_words.tears, on_camera),
        "They look for the feeling, not for the water. A dry face with everything behind it gets "
        "noticed, too.",
        "crying-on-cue", "what-they-are-looking-for",
    ),
    Rule(
        "body-named", given(breakdown_words.body, on_camera),
        "Nobody needs to change for an audition. They asked for you because of pictures that look "
        "like you, and that's who they want to see.",
        "losing-weight-for-a-role", "for-an-audition-nothing",
    ),
    Rule(
        "glasses-named", given(breakdown_words.glasses, on_camera),
        "If they want glasses, wear them; if they don't, take them off. Then move the light until "
        "there's no glare.",
        "glasses-in-a-self-tape", "first-the-breakdown",
    ),
    Rule(
        "commercial-ahead", given(tapes.commercial_ahead, on_camera),
        "First work out the type of commercial. A spokesperson, a slice of life, a problem and "
        "its solution: each is played differently.",
        "three-kinds-of-commercial", "with-the-sides-in-hand",
    ),
    Rule(
        "print-ahead", given(due.ahead, _UNSPOKEN),
        "There are no lines, so come rested and look like your pictures. Plain tops that fit, and "
        "no new haircut this week.",
        "a-good-headshot", "on-the-day",
    ),
    Rule(
        "print-use", given(due.ahead, _UNSPOKEN),
        "Find out what the pictures are for, where they run and for how long. A print job can be "
        "a conflict, like a commercial.",
        "what-residuals-are", "paid-once",
    ),
    Rule(
        "tape-in-black", given(tapes.clothes("black"), on_camera),
        "Against a dark wall black disappears, and so do your shoulders. Film ten seconds, and "
        "look at it small.",
        "black-in-a-self-tape", "what-black-does-badly",
    ),
    Rule(
        "tape-frame", given(tapes.without_specs, on_camera),
        "If they don't say, film in landscape. In portrait your face gets small, and your eyes "
        "are what they came to see.",
        "vertical-or-horizontal", "why-on-its-side",
    ),
    Rule(
        "tape-reader", given(tapes.without_reader, on_camera, unless(_UNSPOKEN)),
        "Ask a reader now, not at nine tonight. You need someone real to listen to.",
        "finding-readers", "why-it-is-worth-the-trouble",
    ),
    Rule(
        "tape-eye-line", given(tapes.with_reader, on_camera),
        "Put your reader right beside the lens, just out of the frame. Their eyes should be at "
        "the height of yours.",
        "where-to-look-in-a-self-tape", "where-to-put-the-reader",
    ),
    Rule(
        "tape-place", given(tapes.without_place, on_camera),
        "Quiet comes first, then light on your face, then a plain wall. Bad sound is harder to "
        "sit through than a dull picture.",
        "where-to-record-a-self-tape", "what-a-place-needs-in-this-order",
    ),
    Rule(
        "tape-colours", given(tapes.without_clothes, on_camera),
        "Wear a plain color, clearly lighter or darker than the wall. The same blue on both makes "
        "a floating head.",
        "make-up-and-colours-in-a-self-tape", "colors",
    ),
    Rule(
        "tape-glasses", given(tapes.any_tape, on_camera),
        "Wear glasses if your headshots do. Decide once, and make sure you can see your reader.",
        "glasses-in-a-self-tape", "can-you-see",
    ),
    Rule(
        "tape-black-or-not", given(tapes.without_clothes, on_camera),
        "Black keeps the eye on your face, unless the wall is dark. A test of two minutes settles "
        "it for the wall you have.",
        "black-in-a-self-tape", "a-test-that-takes-two-minutes",
    ),
    Rule(
        "voice-tape-room", given(tapes.any_tape, by_voice),
        "A closet full of clothes makes a good booth. Clap once in each room, and record where "
        "nothing rings.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "voice-tape-takes", given(tapes.any_tape, by_voice),
        "Follow the instructions to the letter: takes, slate, file name. If they want two takes, "
        "make the second a real change.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "voice-live", given(due.ahead, by_voice, live),
        "Keep the pages in front of you, and talk to one person, close by. Nobody can see you, so "
        "let your face and hands do what they like.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "stage-lines", given(due.ahead, _ON_STAGE, first_round),
        "In the theater, say the words exactly as written. If you lose one, stay with the other "
        "person and go on.",
        "memorizing-dialogue", "how-firm-is-firm-enough",
    ),
    Rule(
        "stage-on-paper", given(due.ahead, _ON_STAGE, in_a_room),
        "Theater auditions still ask for paper more than others do. Take two headshots with your "
        "résumé on the back.",
        "printed-headshots", "where-paper-is-still-asked-for",
    ),
    Rule(
        "call-ahead", given(due.ahead, on_a_call),
        "Sit as far back as you would for a tape. A face that fills the window has nowhere to go.",
        "doing-well-in-a-callback", "when-it-is-on-a-screen",
    ),
    Rule(
        "cold-reading-ahead", given(due.ahead, in_a_room, first_round, tapes.no_sides),
        "No pages yet, so you may be reading cold. Practice tonight on anything: a page, five "
        "minutes, and then aloud, looking up.",
        "cold-reading", "practicing-it",
    ),
    Rule(
        "want-something", given(due.ahead, first_round, unless(_UNSPOKEN)),
        "Decide what you want from the other person in the scene. Everything else gets easier to "
        "play, and easier to change.",
        "memorizing-dialogue", "a-way-through-two-pages",
    ),
    Rule(
        "other-part", given(due.ahead, live, first_round, on_camera, unless(_UNSPOKEN)),
        "Learn the other part nearly as well as your own. What you know by heart, you can afford "
        "to listen to.",
        "memorizing-dialogue", "a-way-through-two-pages",
    ),
    Rule(
        "pages-on-tape", given(due.ahead, on_tape, on_camera, unless(_UNSPOKEN)),
        "Learn the first page best: on tape, a glance down shows. For the rest, have the page "
        "held high beside the lens.",
        "memorizing-dialogue", "how-firm-is-firm-enough",
    ),
)  # fmt: skip
"""Tips on preparing an audition or a tape."""
