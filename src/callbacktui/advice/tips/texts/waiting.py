"""Tips on waiting: the first days after a read, and the silence after that."""

from typing import Final

from callbacktui.advice.tips.conditions import waiting
from callbacktui.advice.tips.tip import Rule

WAITING: Final = (
    Rule(
        "not-yet-reflected", waiting.unreflected,
        "Take ninety seconds while it is fresh: five marks, one thing that felt good, one for next "
        "time. Then put it away.",
        "a-ninety-second-look-back", "why-before-the-news",
    ),
    Rule(
        "thank-you-noted", waiting.thank_you_noted,
        "One brief thank-you, with one thing that was particular to that room, and no question in "
        "it. Then it is sent, and done.",
        "following-up", "after-a-callback",
    ),
    Rule(
        "feedback-came", waiting.feedback_came,
        "Give it a day. Then ask your coach or your class whether they see it as well, and if they "
        "do, make it an experiment for the next three tapes.",
        "asking-for-feedback", "what-to-do-with-it",
    ),
    Rule(
        "feedback-through-a-rep", waiting.feedback_through_a_rep,
        "Send your rep the audition, the round and one single question, and say that no answer is "
        "all right. Then leave it with them.",
        "asking-for-feedback", "how-it-is-asked",
    ),
    Rule(
        "feedback-wish", waiting.wishes_feedback,
        "Most offices give none, for legal reasons and for want of time. Where there is a "
        "relationship, your agent may ask once; else your own notes must do.",
        "following-up", "if-you-wish-for-feedback",
    ),
    Rule(
        "bare-submission", waiting.submission,
        "You were not seen, so there is nothing in this about how you read. It stays out of your "
        "callback numbers, and may stay out of your evening.",
        "reading-silence-by-medium", "three-clocks",
    ),
    Rule(
        "decision-named", waiting.decision_named,
        "They named a day, so the clock rests until then. It is a plan and not a promise, and the "
        "days before it say nothing at all.",
        "reading-silence-by-medium", "three-clocks",
    ),
    Rule(
        "quiet-after-a-callback", waiting.after_callback,
        "Silence after a callback weighs more because more was hoped for. It does not mean more. "
        "One thank-you is plenty; the next word is theirs.",
        "following-up", "after-a-callback",
    ),
    Rule(
        "past-the-window", waiting.past_window,
        "It is safe to assume that they went another way, and it is not personal. Let it go and "
        "leave the door open, since a late callback is normal.",
        "silence-after-an-audition", "what-silence-usually-says",
    ),
    Rule(
        "another-direction", waiting.past_window,
        "Silence is a turn in another direction. It is not a door shut on you.",
        "silence-after-an-audition", "what-silence-usually-says", "Risa Bramon Garcia",
    ),
    Rule(
        "longer-than-usual", waiting.longer_than_usual,
        "It may still come, and it is reasonable to stop listening for it. Your notes on what this "
        "office did last time beat any rule.",
        "reading-silence-by-medium", "offices-have-habits",
    ),
    Rule(
        "three-days-of-silence", waiting.three_days,
        "A few days say very little. Nothing is asked of you meanwhile: the program counts, and "
        "you may get on with your own work.",
        "reading-silence-by-medium", "what-the-days-mean",
    ),
)  # fmt: skip
"""Tips for the time in which the actor can only wait."""
