"""The table of tips: which words belong to which moment, the most pressing moment first.

Read it downwards. The first rule whose moment has come is the tip, unless it was just shown
elsewhere or put off. No tip on silence ever sends the actor to ask casting. A rule with a voice
says that person's point and nothing more, since its source names them.
"""

from typing import Final, NamedTuple

from callbacktui.advice import because, craft, quiet
from callbacktui.advice.craft import When


class Rule(NamedTuple):
    """One tip: its name, its moment, its words, and the section (and voice) it leads to."""

    name: str
    when: When
    text: str
    article: str
    section: str
    voice: str = ""


_SEED: Final = "silence-after-an-audition"
_CALLBACK: Final = "what-a-callback-is"
_HOLD: Final = "avail-pin-hold"
_MEDIUM: Final = "reading-silence-by-medium"
_FOLLOW: Final = "following-up"
_LOOK: Final = "a-ninety-second-look-back"
_WEAR: Final = "what-to-wear-to-a-callback"

TITLES: Final = {
    _SEED: "What the silence means",
    _CALLBACK: "What a callback is",
    _HOLD: "Avail, pin, hold",
    _MEDIUM: "How long is a silence",
    _FOLLOW: "Following up, and leaving be",
    _LOOK: "A ninety-second look back",
    _WEAR: "What to wear to a callback",
}
"""The titles a tip names as its source, so that showing one opens no article."""

DAILY: Final = "daily-voice"
"""The rule whose words are those of the day's voice."""

RULES: Final = (
    Rule(
        "deadline-today", because.due_today,
        "Your job today is to give a great audition. The rest of it is not in your hands.",
        _SEED, "the-part-that-is-yours", "Bryan Cranston",
    ),
    Rule(
        "tape-due-tomorrow", because.due_tomorrow,
        "Read the instructions once more, choose one take tonight, and let it be finished. A good "
        "audition is the whole of your part here.",
        _SEED, "the-part-that-is-yours",
    ),
    Rule(
        "callback-booked", because.callback_ahead,
        "Wear much the same as at the first reading, unless they asked for a change. Some in the "
        "trade disagree, so the choice stays yours.",
        _WEAR, "why-the-same",
    ),
    Rule(
        "callback-tones", because.callback_ahead,
        "Keep the choices that brought you back, and rehearse the sides in several tones. Then a "
        "new note is a small turn and not a new road.",
        _CALLBACK, "how-to-use-the-second-reading",
    ),
    Rule(
        "hundredth-audition", craft.hundredth,
        "Those who go on working take each no as a step to a yes, whatever its number.",
        _SEED, "how-to-keep-going", "Marci Liroff",
    ),
    Rule(
        "first-audition", craft.first,
        "The first one is for learning the road: who writes to you, who watches, what comes next. "
        "No callback from it would be no verdict on you.",
        _CALLBACK, "where-it-stands",
    ),
    Rule(
        "hold-live", because.held,
        "This says that you are wanted on the dates, or may be. It is not yet a booking. Keep the "
        "word, the person and the day as they were told to you.",
        _HOLD, "while-one-is-live",
    ),
    Rule(
        "pin-released", because.released,
        "The dates are yours again. On that day you were among the few, and that stays true. Why "
        "it turned, nobody can see from outside.",
        _HOLD, "when-it-is-released",
    ),
    Rule(
        "booked", because.booked,
        "Enjoy it. Then note what made it firm, the work dates, and who to thank, while all of it "
        "is in front of you.",
        _HOLD, "what-is-firm",
    ),
    Rule(
        "role-cut", because.role_cut,
        "No reading could have changed this. Parts are cut and plans are shelved after the first "
        "auditions, and what you gave in the room still counts.",
        _SEED, "four-reasons-that-are-not-about-you",
    ),
    Rule(
        "cast-otherwise", because.cast_otherwise,
        "Height, age range, a likeness to someone already cast, a person in mind from the start: "
        "such things decide a part, and none can be acted better.",
        _SEED, "four-reasons-that-are-not-about-you",
    ),
    Rule(
        "told-passed", because.told_passed,
        "The reasons for going another way are too many to count, and most of them are unrelated "
        "to how you did.",
        _SEED, "no-callback-is-not-a-verdict", "Jen Rudin",
    ),
    Rule(
        "let-go", because.let_go,
        "You may not have been the one this time, and be remembered for it all the same.",
        _SEED, "remembered-all-the-same", "Lisa London",
    ),
    Rule(
        "not-yet-reflected", craft.unreflected,
        "Take ninety seconds while it is fresh: five marks, one thing that felt good, one for next "
        "time. Then put it away.",
        _LOOK, "why-before-the-news",
    ),
    Rule(
        "feedback-wish", craft.wishes_feedback,
        "Most offices give none, for legal reasons and for want of time. Where there is a "
        "relationship, your agent may ask once; else your own notes must do.",
        _FOLLOW, "if-you-wish-for-feedback",
    ),
    Rule(
        "bare-submission", quiet.submission,
        "You were not seen, so there is nothing in this about how you read. It stays out of your "
        "callback numbers, and may stay out of your evening.",
        _MEDIUM, "three-clocks",
    ),
    Rule(
        "quiet-after-a-callback", quiet.after_callback,
        "Silence after a callback weighs more because more was hoped for. It does not mean more. "
        "One thank-you is plenty; the next word is theirs.",
        _FOLLOW, "after-a-callback",
    ),
    Rule(
        "past-the-window", quiet.past_window,
        "It is safe to assume that they went another way, and it is not personal. Let it go and "
        "leave the door open, since a late callback is normal.",
        _SEED, "what-silence-usually-says",
    ),
    Rule(
        "another-direction", quiet.past_window,
        "Silence is a turn in another direction. It is not a door shut on you.",
        _SEED, "what-silence-usually-says", "Risa Bramon Garcia",
    ),
    Rule(
        "three-days-of-silence", quiet.three_days,
        "A few days say very little. Nothing is asked of you meanwhile: the program counts, and "
        "you may get on with your own work.",
        _MEDIUM, "what-the-days-mean",
    ),
    Rule(
        "low-listening", craft.low("listening", "listening"),
        "Learn the other part as well as your own for the next one. What you know by heart you "
        "can afford to hear.",
        _LOOK, "what-a-low-mark-is-for",
    ),
    Rule(
        "low-clarity", craft.low("clarity", "clarity"),
        "Choose one thing and decide it more firmly than is comfortable. A clear choice can be "
        "turned by a note; an open one gives nobody a hold.",
        _LOOK, "what-a-low-mark-is-for",
    ),
    Rule(
        "low-direction", craft.low("direction", "direction"),
        "Shifting on a note can be practised. Take a scene you know and play it three ways in a "
        "row, with somebody who calls out the turns.",
        _LOOK, "what-a-low-mark-is-for",
    ),
    Rule(
        "low-myself", craft.low("myself", "bringing yourself"),
        "Say the first line of the next one as you would say it to someone you know. The rest "
        "tends to come along.",
        _LOOK, "what-a-low-mark-is-for",
    ),
    Rule(
        "rushed-twice", craft.paced_twice(-1, "rushed"),
        "Try an experiment: slow the first page of the next three tapes, let the reader finish, "
        "and see whether the mark moves.",
        _LOOK, "what-a-low-mark-is-for",
    ),
    Rule(
        "dragged-twice", craft.paced_twice(1, "dragged"),
        "Try an experiment: in the next three tapes, find what you want from the other person and "
        "want it sooner. See whether the mark moves.",
        _LOOK, "what-a-low-mark-is-for",
    ),
    Rule(
        "inside-the-window", quiet.inside_window,
        "This is inside the window, and silence says nothing yet. The audition was your part of "
        "it. What is left is somebody else's work.",
        _MEDIUM, "what-the-days-mean",
    ),
    Rule(
        "called-in-again", because.called_in_again,
        "It happens: Jesse Tyler Ferguson lost one part, and six months later he was called in "
        "for another because they had remembered him.",
        _SEED, "remembered-all-the-same", "Jesse Tyler Ferguson",
    ),
    Rule(
        "ten-without-a-callback", craft.ten_without_callback,
        "With one callback in five, ten readings in a row without any happen about once in nine "
        "times. It is weather, and it is no verdict on your work.",
        _SEED, "others-who-waited",
    ),
    Rule(
        "dry-spell", craft.dry_spell,
        "Every actor has silent stretches, and persisting through them is what tells. Take a class "
        "this week, or make something of your own.",
        _SEED, "how-to-keep-going",
    ),
    Rule(DAILY, craft.every_day, "", _SEED, "the-part-that-is-yours"),
)  # fmt: skip
