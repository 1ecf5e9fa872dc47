"""Tips for a call: a deadline, a callback coming up, the tenth or hundredth audition."""

from typing import Final

from callbacktui.advice.tips.conditions import calls, career
from callbacktui.advice.tips.tip import Rule

CALLS: Final = (
    Rule(
        "deadline-today", calls.due_today,
        "Your job today is to give a great audition. The rest of it is not in your hands.",
        "silence-after-an-audition", "the-part-that-is-yours", "Bryan Cranston",
    ),
    Rule(
        "tape-due-tomorrow", calls.due_tomorrow,
        "Read the instructions once more, choose one take tonight, and let it be finished. A good "
        "audition is the whole of your part here.",
        "silence-after-an-audition", "the-part-that-is-yours",
    ),
    Rule(
        "callback-booked", calls.callback_ahead,
        "Wear much the same as at the first reading, unless they asked for a change. Some in the "
        "trade disagree, so the choice stays yours.",
        "what-to-wear-to-a-callback", "why-the-same",
    ),
    Rule(
        "callback-note", calls.callback_after_a_note,
        "They gave you a note last time, and they may well give another. Practise turning on one: "
        "listen to its end, say yes, and do it fully.",
        "standing-out-at-a-callback", "taking-a-note",
    ),
    Rule(
        "callback-days-before", calls.callback_near,
        "Put the old and the new sides beside each other and mark every difference. Then change "
        "less than you are tempted to.",
        "doing-well-in-a-callback", "the-days-before",
    ),
    Rule(
        "callback-tones", calls.callback_ahead,
        "Keep the choices that brought you back, and rehearse the sides in several tones. Then a "
        "new note is a small turn and not a new road.",
        "what-a-callback-is", "how-to-use-the-second-reading",
    ),
    Rule(
        "callback-on-paper", calls.callback_in_person,
        "Put two printed headshots into the bag and forget them. They will be asked for on the day "
        "on which they would have been left at home.",
        "printed-headshots", "carrying-them",
    ),
    Rule(
        "hundredth-audition", career.numbered(100),
        "Those who go on working take each no as a step to a yes, whatever its number.",
        "silence-after-an-audition", "how-to-keep-going", "Marci Liroff",
    ),
    Rule(
        "hundred-and-counting", career.numbered(100),
        "",
        "silence-after-an-audition", "others-who-waited", "Brie Larson",
    ),
    Rule(
        "tenth-audition", career.numbered(10),
        "Ten are enough to ask the record a question you can act on: which office calls again, and "
        "what felt good when it did. For shares it is still too early.",
        "what-to-keep-track-of", "how-to-read-it",
    ),
    Rule(
        "first-audition", career.first,
        "The first one is for learning the road: who writes to you, who watches, what comes next. "
        "No callback from it would be no verdict on you.",
        "what-a-callback-is", "where-it-stands",
    ),
    Rule(
        "first-steps", career.first,
        "Keep the job that pays the rent, be in things, and look at the next step only. Nobody can "
        "tell you how long it takes.",
        "starting-with-no-experience", "what-to-expect",
    ),
    Rule(
        "first-in-a-while", career.first_in_a_while,
        "Read the pages aloud to somebody before the day, once for the sense and once for the fun "
        "of it. It comes back sooner than it feels.",
        "doing-well-in-a-callback", "keep-what-worked",
    ),
)  # fmt: skip
"""Tips on what is due or coming up."""
