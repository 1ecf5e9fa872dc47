"""Tips after casting answers: a hold, an offer, a booking, or an audition that ended."""

from typing import Final

from callbacktui.advice.tips.conditions import calls, outcomes
from callbacktui.advice.tips.predicates import alone, given, represented, unless
from callbacktui.advice.tips.tip import Rule
from callbacktui.domain.stage import Reason

_OUTSIDE: Final = (
    Reason.SCHEDULE,
    Reason.LOCAL_HIRE_OR_BUDGET,
    Reason.UNION,
    Reason.DIRECTION_CHANGED,
)

OFFERS: Final = (
    Rule(
        "made-for-the-net", outcomes.made_for_the_net,
        "What counts as a commercial online is disputed, so the contract decides. Have somebody "
        "read where it can run, and for how long.",
        "online-video-and-commercials", "spots-made-for-the-web",
    ),
    Rule(
        "offer-made", outcomes.offered,
        "You can say yes, and you can say no. Values, script, dates, safety: any one of them is "
        "reason enough, and the earlier a no comes, the kinder.",
        "saying-no-to-a-role", "five-honest-reasons",
    ),
    Rule(
        "offer-read", outcomes.offered,
        "Read the dates, the pay, the use and what you'd be asked to do. If money or dates are "
        "the only trouble, say so before you say no.",
        "saying-no-to-a-role", "how-to-say-it",
    ),
    Rule(
        "hold-live", given(calls.held, represented),
        "Have your agent ask one thing: is this a booking? Until somebody says yes, it isn't, "
        "whatever the word is.",
        "avail-pin-hold", "one-question-to-ask",
    ),
    Rule(
        "hold-live-alone", given(calls.held, alone),
        "When you answer, ask one thing: is this a booking? Until somebody says yes, it isn't, "
        "whatever the word is.",
        "avail-pin-hold", "one-question-to-ask",
    ),
    Rule(
        "hold-contested", calls.contested_word,
        "Offices don't agree on what this word promises. Write down the word, who said it and "
        "when, exactly as they said it.",
        "avail-pin-hold", "the-words-one-at-a-time",
    ),
    Rule(
        "hold-dates", calls.held,
        "Keep those dates free, or say right away that you can't. If something else comes up, say "
        "so before you answer anybody.",
        "avail-pin-hold", "while-one-is-live",
    ),
    Rule(
        "pin-released", calls.released,
        "The dates are yours again. You were one of the last few, and that stays true. You'll "
        "probably never know why it changed.",
        "avail-pin-hold", "when-it-is-released",
    ),
    Rule(
        "kept-free", calls.released,
        "",
        "silence-after-an-audition", "the-part-that-is-yours", "Brian Tyree Henry",
    ),
    Rule(
        "booked-commercial", outcomes.booked_commercial,
        "The session fee pays for the day; use fees pay for the weeks it runs. Note the first day "
        "of the cycle, the use, and the rivals you can't do.",
        "what-residuals-are", "in-commercials",
    ),
    Rule(
        "booked", outcomes.booked,
        "Enjoy it. Then write down what made it firm, the work dates, and who to thank, while "
        "it's all in front of you.",
        "avail-pin-hold", "what-is-firm",
    ),
    Rule(
        "tell-your-reader", outcomes.booked,
        "Tell whoever read with you. They had a part in it, and nobody thinks to let them know.",
        "finding-readers", "how-to-be-asked-again",
    ),
    Rule(
        "footage-to-come", outcomes.without_footage,
        "A minute of this may be your next reel. Ask the production for it politely, now, and "
        "again once it has been shown.",
        "getting-a-demo-reel", "where-footage-comes-from",
    ),
    Rule(
        "people-you-worked-with", outcomes.wrapped,
        "Write to one person from this job, and say what you liked. Ask for nothing. That's most "
        "of what networking is.",
        "how-actors-network", "keep-it-going",
    ),
    Rule(
        "three-lines-on-the-job", outcomes.wrapped,
        "Write three lines about this job: what felt good, what didn't, what's next. In a year "
        "you'll want them.",
        "a-ninety-second-look-back", "then-three-short-lines",
    ),
    Rule(
        "role-cut", outcomes.role_cut_only,
        "No audition could have changed this. Parts get cut, even once they are cast, and the "
        "work you did still counts.",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you",
    ),
    Rule(
        "project-shelved", outcomes.shelved,
        "The whole thing went away, and no audition could have saved it. It happens to good "
        "scripts with good casts.",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you",
    ),
    Rule(
        "cut-and-kept-free", outcomes.role_cut,
        "",
        "silence-after-an-audition", "the-part-that-is-yours", "Brian Tyree Henry",
    ),
    Rule(
        "role-cut-told", outcomes.because_of(Reason.ROLE_CUT, Reason.PROJECT_SHELVED),
        "The part went away, not you. Whoever saw you that day has still seen you.",
        "silence-after-an-audition", "remembered-all-the-same",
    ),
    Rule(
        "look-decided", outcomes.because_of(Reason.LOOK_OR_PAIRING),
        "",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you", "Michael Sanford",
    ),
    Rule(
        "not-the-look", outcomes.because_of(Reason.LOOK_OR_PAIRING),
        "",
        "silence-after-an-audition", "others-who-waited", "Meryl Streep",
    ),
    Rule(
        "too-similar", outcomes.because_of(Reason.TOO_SIMILAR_TO_CAST),
        "Two people who look alike confuse the audience. It was about the face they already had, "
        "not about your work.",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you",
    ),
    Rule(
        "someone-in-mind", outcomes.because_of(Reason.SOMEONE_IN_MIND),
        "",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you", "Denise",
    ),
    Rule(
        "age-too-young", outcomes.too_young,
        "",
        "silence-after-an-audition", "feedback-given-and-not-given", "Sam Nelson",
    ),
    Rule(
        "age-decided", outcomes.because_of(Reason.AGE_READ),
        "How old you come across depends on who stands next to you. Write down which way they "
        "meant it, and wait to see if anybody says it again.",
        "asking-for-feedback", "what-comes-back",
    ),
    Rule(
        "conflict-decided", outcomes.because_of(Reason.CONFLICT),
        "A conflict is about contracts, not about your work. Check the category and the last day "
        "of use, so that you know when you're free.",
        "what-residuals-are", "keeping-track",
    ),
    Rule(
        "name-decided", outcomes.because_of(Reason.NAME_VALUE),
        "They wanted a name that sells the project. That's decided with numbers, in an office, "
        "and no audition changes it.",
        "asking-for-feedback", "what-comes-back",
    ),
    Rule(
        "outside-decided", outcomes.because_of(*_OUTSIDE),
        "That gets settled in an office, and nobody can audition it away. Write it down the way "
        "you heard it, and put it down.",
        "asking-for-feedback", "what-comes-back",
    ),
    Rule(
        "read-decided", outcomes.because_of(Reason.PERFORMANCE),
        "Then it's the one reason you can do something about. Show the scene to somebody who "
        "knows your work, and ask about one thing.",
        "silence-after-an-audition", "when-it-was-the-audition",
    ),
    Rule(
        "a-chance-to-get-better", outcomes.because_of(Reason.PERFORMANCE),
        "",
        "silence-after-an-audition", "when-it-was-the-audition", "Margie Haber",
    ),
    Rule(
        "came-close", outcomes.came_close,
        "They asked to see you again, and that stays true after the no. Write one line about what "
        "you'd try next time, and stop at one.",
        "when-no-callback-comes", "take-what-is-yours-and-leave-the-rest",
    ),
    Rule(
        "commercial-went-by", outcomes.commercial_closed,
        "When the spot runs, look at it with curiosity. How much is said, how big is it played? "
        "It's cheap study of what gets cast near you.",
        "finding-actors-from-commercials", "why-an-actor-looks-at-all",
    ),
    Rule(
        "cast-otherwise", given(outcomes.cast_otherwise, outcomes.not_the_work),
        "Height, age, a likeness, a person in mind from the start. Things like these decide a "
        "part, and no audition changes them.",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you",
    ),
    Rule(
        "countless-reasons", given(outcomes.cast_otherwise, outcomes.not_the_work),
        "",
        "silence-after-an-audition", "no-callback-is-not-a-verdict", "Jen Rudin",
    ),
    Rule(
        "told-passed", given(outcomes.told_passed, outcomes.not_the_work),
        "",
        "silence-after-an-audition", "no-callback-is-not-a-verdict", "Jen Rudin",
    ),
    Rule(
        "a-step", outcomes.told_passed,
        "",
        "silence-after-an-audition", "how-to-keep-going", "Marci Liroff",
    ),
    Rule(
        "a-no-you-were-told", outcomes.told_passed,
        "Somebody took the time to tell you, which many don't. Write down their words and not "
        "your summary of them.",
        "asking-for-feedback", "what-comes-back",
    ),
    Rule(
        "let-go", given(outcomes.let_go, outcomes.was_seen),
        "",
        "silence-after-an-audition", "remembered-all-the-same", "Lisa London",
    ),
    Rule(
        "no-answer", given(outcomes.let_go, outcomes.was_seen),
        "",
        "silence-after-an-audition", "others-who-waited", "Chris Pratt",
    ),
    Rule(
        "let-go-unseen", given(outcomes.let_go, unless(outcomes.was_seen)),
        "Nobody saw you for this one, so it can't be about your work. It isn't in your callback "
        "numbers, either.",
        "reading-silence-by-medium", "three-clocks",
    ),
    Rule(
        "came-to-nothing", given(outcomes.let_go, unless(outcomes.was_seen)),
        "",
        "silence-after-an-audition", "others-who-waited", "Brie Larson",
    ),
    Rule(
        "one-event", outcomes.went_another_way,
        "The mind likes a series, and puts this one beside the last. Those offices never spoke to "
        "each other: let it be one event, on one day.",
        "when-no-callback-comes", "then-make-it-one-event",
    ),
    Rule(
        "said-no-early", outcomes.stepped_away,
        "The earlier a no comes, the kinder it is. Somebody else got the slot, and they have "
        "their answer.",
        "saying-no-to-a-role", "the-earlier-the-kinder",
    ),
    Rule(
        "you-said-no", outcomes.declined,
        "Note why you said no, and the date. An office that called once knows you're wanted, and "
        "a polite no is remembered kindly.",
        "saying-no-to-a-role", "afterward",
    ),
    Rule(
        "no-regrets", outcomes.declined,
        "You may wonder about it for a few weeks. That's the price of a no, and it doesn't mean "
        "you chose wrong.",
        "saying-no-to-a-role", "afterward",
    ),
    Rule(
        "deadline-missed", outcomes.deadline_missed,
        "Next time the setup can take five minutes: same wall, same lamp. Note where your feet "
        "and the camera were when it worked.",
        "where-to-record-a-self-tape", "make-it-a-place-you-can-find-again",
    ),
    Rule(
        "readers-for-next-time", outcomes.deadline_missed,
        "Have three or four people you can ask to read. Offer first, this week, and the next tape "
        "won't wait for a reader.",
        "finding-readers", "where-to-look",
    ),
    Rule(
        "session-canceled", outcomes.cancelled,
        "They called off a session, and nobody has seen you yet. There's nothing in it about how "
        "you'd have done.",
        "reading-silence-by-medium", "what-else-moves-the-clock",
    ),
    Rule(
        "session-canceled-keep", outcomes.cancelled,
        "Keep the pages and your notes on them. Canceled sessions sometimes come back, and then "
        "you're ready.",
        "what-to-keep-track-of", "at-the-time",
    ),
    Rule(
        "recast", outcomes.recast,
        "Parts get recast, and hardly anybody says why. You were cast, and that stays true.",
        "avail-pin-hold", "when-it-is-released",
    ),
    Rule(
        "taken-back", outcomes.taken_back,
        "That one hurts, and it's allowed to. Give it this evening, and tell somebody who won't "
        "try to fix it.",
        "when-no-callback-comes", "first-feel-it",
    ),
    Rule(
        "taken-back-terms", outcomes.taken_back,
        "Look at what had been agreed, and in what form. If it was firm, something may be owed: "
        "that's a question for a union or a lawyer.",
        "avail-pin-hold", "what-is-firm",
    ),
)  # fmt: skip
"""Tips after an answer from casting, or after an audition was closed."""
