"""Tips on waiting: the first days after an audition, and the silence after that."""

from typing import Final

from callbacktui.advice.tips.conditions import waiting
from callbacktui.advice.tips.predicates import alone, given, medium, represented, seen_later, unless
from callbacktui.advice.tips.tip import Rule
from callbacktui.domain.enums import Medium

FOLLOW_UPS: Final = (
    Rule(
        "nothing-to-send", waiting.note_after_a_first_read,
        "After a first audition there's nothing to send. If you thanked them as you left, that "
        "was it; the next word is theirs.",
        "following-up", "after-a-first-audition",
    ),
    Rule(
        "nothing-to-send-why", waiting.note_after_a_first_read,
        "If there's news, it will find you. A message now reaches people in the middle of "
        "deciding, and changes nothing about it.",
        "following-up", "why-not-to-ask",
    ),
    Rule(
        "thank-you-noted", waiting.thank_you_noted,
        "One short thank-you, with one thing from that room, and no question in it. Then it's "
        "sent, and done.",
        "following-up", "after-a-callback",
    ),
    Rule(
        "no-question-in-it", waiting.status_after_a_callback,
        "Leave the question out. If there's news, they'll call, and a question can't make it come "
        "sooner.",
        "following-up", "why-not-to-ask",
    ),
    Rule(
        "feedback-through-a-rep", waiting.feedback_through_a_rep,
        "Send your agent or manager the audition, the round and one question. Say that no answer "
        "is fine, and leave it with them.",
        "asking-for-feedback", "how-it-is-asked",
    ),
    Rule(
        "feedback-later", waiting.feedback_before_it_is_decided,
        "Wait until it's decided. Before that, any question sounds like asking how it went, "
        "whatever the words.",
        "asking-for-feedback", "when-it-may-be-asked",
    ),
    Rule(
        "feedback-not-yet",
        given(waiting.wishes_feedback, represented, unless(waiting.a_rep_may_ask)),
        "Save this favor for an office that knows you. Your agent can ask there, once, when it's "
        "been decided; a first audition isn't the occasion.",
        "asking-for-feedback", "when-it-may-be-asked",
    ),
    Rule(
        "feedback-wish", given(waiting.wishes_feedback, alone),
        "Most offices give none, for legal reasons and lack of time. If nobody there knows you "
        "yet, leave it.",
        "following-up", "if-you-would-like-feedback",
    ),
    Rule(
        "feedback-elsewhere", waiting.wishes_feedback,
        "Ask somebody whose job it is: a teacher, a coach, your class. They'll tell you more in a "
        "month than casting can in a year.",
        "asking-for-feedback", "where-to-get-more-of-it",
    ),
)  # fmt: skip
"""Tips on a message or a wish that the actor noted."""

WAITING: Final = (
    Rule(
        "not-yet-reflected", waiting.unreflected,
        "Take ninety seconds for it while it's fresh. Five marks, one thing that felt good, one "
        "for next time; then put it away.",
        "a-ninety-second-look-back", "why-before-the-news",
    ),
    Rule(
        "two-questions", waiting.unreflected,
        "",
        "silence-after-an-audition", "when-it-was-the-audition", "Margie Haber",
    ),
    Rule(
        "just-read", waiting.just_read,
        "Your part of it is done. Eat something, call somebody, and let the scene go until "
        "tomorrow.",
        "nerves-before-an-audition", "afterward",
    ),
    Rule(
        "just-read-your-job", waiting.just_read,
        "",
        "silence-after-an-audition", "the-part-that-is-yours", "Bryan Cranston",
    ),
    Rule(
        "feedback-came", waiting.feedback_came,
        "Give it a day. Then ask a coach or your class whether they see it as well. If they do, "
        "try one change in the next three tapes.",
        "asking-for-feedback", "what-to-do-with-it",
    ),
    Rule(
        "feedback-words", waiting.feedback_came,
        "Keep the exact words and not your summary of them. If a second office says the same, "
        "unasked, you can call it news.",
        "asking-for-feedback", "what-comes-back",
    ),
    Rule(
        "decision-named", waiting.decision_named,
        "They named a day, so the days before it say nothing. It's a plan and not a promise; let "
        "the date do the waiting.",
        "reading-silence-by-medium", "what-else-moves-the-clock",
    ),
    Rule(
        "decision-named-own-work", waiting.decision_named,
        "Put that day in your calendar, and leave it there. Until then, do one thing a day that "
        "needs nobody's answer.",
        "silence-after-an-audition", "how-to-keep-going",
    ),
    Rule(
        "quiet-after-a-callback", waiting.after_callback,
        "Silence weighs more after a callback, because you hoped for more. It doesn't mean more. "
        "The next word is theirs.",
        "what-a-callback-is", "when-it-goes-quiet-again",
    ),
    Rule(
        "past-the-window", waiting.past_window,
        "You can assume they went another way, and it isn't personal. Let it go and leave the "
        "door open: a late callback is normal.",
        "silence-after-an-audition", "what-silence-usually-says",
    ),
    Rule(
        "another-direction", waiting.past_window,
        "",
        "silence-after-an-audition", "what-silence-usually-says", "Risa Bramon Garcia",
    ),
    Rule(
        "not-the-end", given(waiting.past_window, unless(seen_later)),
        "Newer actors take no callback for the end. It isn't proof of bad work, and much beyond "
        "talent decides who comes back.",
        "silence-after-an-audition", "no-callback-is-not-a-verdict",
    ),
    Rule(
        "longer-than-usual", waiting.longer_than_usual,
        "It may still come, and you can stop listening for the phone. Your notes on what this "
        "office did last time beat any rule.",
        "reading-silence-by-medium", "offices-have-habits",
    ),
    Rule(
        "three-days-of-silence", waiting.three_days,
        "A few days say very little. Nobody expects anything from you now, so get on with your "
        "own work.",
        "reading-silence-by-medium", "what-the-days-mean",
    ),
)  # fmt: skip
"""Tips for the first hours, and for a silence that is longer than usual."""

USUAL_WAIT: Final = (
    Rule(
        "commercial-wait", given(waiting.inside_window, medium(Medium.COMMERCIAL)),
        "Commercials move fast: a callback usually comes in one to three days. After a week "
        "they've most likely moved on.",
        "reading-silence-by-medium", "the-usual-waits",
    ),
    Rule(
        "tv-wait", given(waiting.inside_window, medium(Medium.TV)),
        "Television usually takes three to seven days. Recurring roles and pilots can take two "
        "weeks.",
        "reading-silence-by-medium", "the-usual-waits",
    ),
    Rule(
        "film-wait", given(waiting.inside_window, medium(Medium.FILM)),
        "Film is slow: a week to a month is usual. It may be waiting for money, a place, or "
        "somebody's dates.",
        "reading-silence-by-medium", "the-usual-waits",
    ),
    Rule(
        "theater-wait", given(waiting.inside_window, medium(Medium.THEATRE)),
        "A company is often chosen together. Your answer may hang on a part that isn't cast yet, "
        "so two weeks and more is usual.",
        "reading-silence-by-medium", "why-they-may-differ",
    ),
    Rule(
        "kept-on-file", given(waiting.inside_window, unless(seen_later)),
        "",
        "silence-after-an-audition", "remembered-all-the-same", "Lisa London",
    ),
    Rule(
        "inside-the-window", waiting.inside_window,
        "That's a normal wait: no news means nothing yet. You did your part, and the rest is "
        "other people's work.",
        "reading-silence-by-medium", "what-the-days-mean",
    ),
    Rule(
        "waiting-own-work", waiting.waiting,
        "Waiting is easier with something of your own in the week. A class, a scene with a "
        "friend, a page you write yourself.",
        "silence-after-an-audition", "how-to-keep-going",
    ),
    Rule(
        "waiting-rep", given(waiting.waiting, represented, seen_later),
        "If your dates change, tell your agent or manager today. That's news they can use; how it "
        "went isn't a question for now.",
        "following-up", "when-there-is-something-to-tell",
    ),
    Rule(
        "waiting-alone", given(waiting.waiting, alone, seen_later),
        "If your dates change, tell them right away, in one line. That's news they can use; how "
        "it went isn't a question for now.",
        "following-up", "when-there-is-something-to-tell",
    ),
)  # fmt: skip
"""Tips for the days in which no news means nothing yet."""
