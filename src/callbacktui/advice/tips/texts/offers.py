"""Tips after casting answers: a hold, an offer, a booking, or an audition that ended."""

from typing import Final

from callbacktui.advice.tips.conditions import calls, offers
from callbacktui.advice.tips.tip import Rule
from callbacktui.domain.stage import Reason

OFFERS: Final = (
    Rule(
        "offer-made", offers.offered,
        "You may say yes, and you may say no: for values, strategy, the script, the schedule or "
        "safety. The earlier a no comes, the kinder it is.",
        "saying-no-to-a-role", "five-honest-reasons",
    ),
    Rule(
        "hold-live", calls.held,
        "This says that you are wanted on the dates, or may be. It is not yet a booking. Keep the "
        "word, the person and the day as they were told to you.",
        "avail-pin-hold", "while-one-is-live",
    ),
    Rule(
        "hold-contested", calls.contested_word,
        "Offices do not agree on what this word promises. If it matters for your dates, your agent "
        "may ask what was meant by it.",
        "avail-pin-hold", "the-words-one-at-a-time",
    ),
    Rule(
        "pin-released", calls.released,
        "The dates are yours again. On that day you were among the few, and that stays true. Why "
        "it turned, nobody can see from outside.",
        "avail-pin-hold", "when-it-is-released",
    ),
    Rule(
        "kept-free", calls.released,
        "",
        "silence-after-an-audition", "the-part-that-is-yours", "Brian Tyree Henry",
    ),
    Rule(
        "booked", offers.booked,
        "Enjoy it. Then note what made it firm, the work dates, and who to thank, while all of it "
        "is in front of you.",
        "avail-pin-hold", "what-is-firm",
    ),
    Rule(
        "booked-commercial", offers.booked_commercial,
        "The session fee pays for the day, and use fees pay for the running. Note the cycle's "
        "first day, the use that was agreed, and the rivals it keeps you from.",
        "what-residuals-are", "in-commercials",
    ),
    Rule(
        "made-for-the-net", offers.made_for_the_net,
        "What counts as a commercial on the net is contested, and the contract decides. Before you "
        "say yes, have somebody read where it may run and for how long.",
        "online-video-and-commercials", "spots-made-for-the-net",
    ),
    Rule(
        "footage-to-come", offers.without_footage,
        "The job is done, and a minute of it may be your next reel. Ask for it politely, now, and "
        "again once it has been shown.",
        "getting-a-demo-reel", "where-footage-comes-from",
    ),
    Rule(
        "role-cut", offers.role_cut,
        "No reading could have changed this. Parts are cut and plans are shelved after the first "
        "auditions, and what you gave in the room still counts.",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you",
    ),
    Rule(
        "look-decided", offers.because_of(Reason.LOOK_OR_PAIRING),
        "",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you", "Michael Sanford",
    ),
    Rule(
        "someone-in-mind", offers.because_of(Reason.SOMEONE_IN_MIND),
        "",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you", "Denise",
    ),
    Rule(
        "age-decided", offers.because_of(Reason.AGE_READ),
        "",
        "silence-after-an-audition", "feedback-given-and-not-given", "Sam Nelson",
    ),
    Rule(
        "read-decided", offers.because_of(Reason.PERFORMANCE),
        "Then it is the one case you can do something about. Ask one thing of somebody who knows "
        "your work, and take it to class, not to bed.",
        "silence-after-an-audition", "when-it-was-the-audition",
    ),
    Rule(
        "came-close", offers.came_close,
        "They asked to see you again, and that stays true after the no. Write one line about what "
        "you would try next time, and stop at one.",
        "when-no-callback-comes", "take-what-is-yours-and-leave-the-rest",
    ),
    Rule(
        "cast-otherwise", offers.cast_otherwise,
        "Height, age range, a likeness to someone already cast, a person in mind from the start: "
        "such things decide a part, and none can be acted better.",
        "silence-after-an-audition", "four-reasons-that-are-not-about-you",
    ),
    Rule(
        "told-passed", offers.told_passed,
        "The reasons for going another way are too many to count, and most of them are unrelated "
        "to how you did.",
        "silence-after-an-audition", "no-callback-is-not-a-verdict", "Jen Rudin",
    ),
    Rule(
        "not-the-look", offers.told_passed,
        "",
        "silence-after-an-audition", "others-who-waited", "Meryl Streep",
    ),
    Rule(
        "let-go", offers.let_go,
        "You may not have been the one this time, and be remembered for it all the same.",
        "silence-after-an-audition", "remembered-all-the-same", "Lisa London",
    ),
    Rule(
        "one-event", offers.let_go,
        "The mind likes a series and puts this one beside the last. Those rooms did not confer. "
        "Let it be one event, on one day.",
        "when-no-callback-comes", "then-make-it-one-event",
    ),
    Rule(
        "commercial-went-by", offers.commercial_closed,
        "When the spot runs, look at it with curiosity: how much is said, how large it is played. "
        "It is cheap study of what is cast near you.",
        "finding-actors-from-commercials", "why-an-actor-looks-at-all",
    ),
)  # fmt: skip
"""Tips after an answer from casting, or after an audition was closed."""
