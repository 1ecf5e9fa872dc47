"""Tips before a callback, a session or a test, and before an audition that is a milestone."""

from typing import Final

from callbacktui.advice.tips.conditions import calls, career, due
from callbacktui.advice.tips.predicates import (
    by_voice,
    given,
    in_a_room,
    live,
    of_kind,
    on_camera,
    on_tape,
    on_the_phone,
    session,
    test,
    unless,
)
from callbacktui.advice.tips.tip import Rule
from callbacktui.domain.enums import RoundKind, Size

CALLS: Final = (
    Rule(
        "callback-note", calls.callback_after_a_note,
        "They gave you a note last time, and may well give another. Practice taking one: listen "
        "to the end, say yes, and do it all the way.",
        "standing-out-at-a-callback", "taking-a-note",
    ),
    Rule(
        "chemistry-read", given(due.ahead, of_kind(RoundKind.CHEMISTRY_READ)),
        "Give all your attention to the other actor. Two people who listen look better than one "
        "who is trying to win.",
        "doing-well-in-a-callback", "in-the-room",
    ),
    Rule(
        "session-ahead", given(due.ahead, session),
        "A session is for working on it together. Bring the scene as you did it, and leave room "
        "for what they'd like to try.",
        "what-a-callback-is", "sessions-and-tests",
    ),
    Rule(
        "test-ahead", given(due.ahead, test),
        "Before a test you may be asked to sign the terms of the job. Have somebody who knows "
        "contracts read them with you first.",
        "what-a-callback-is", "sessions-and-tests",
    ),
    Rule(
        "callback-tape", given(calls.callback_ahead, on_tape, on_camera),
        "Make it look like your first tape: same top, same wall, same frame. Then do the note "
        "they gave you, if there was one.",
        "where-to-record-a-self-tape", "make-it-a-place-you-can-find-again",
    ),
    Rule(
        "callback-booked", given(calls.callback_ahead, on_camera, unless(on_the_phone)),
        "Wear what you wore the first time, unless they asked for a change. Some people disagree, "
        "so the choice is yours.",
        "what-to-wear-to-a-callback", "why-the-same",
    ),
    Rule(
        "callback-voice", given(calls.callback_ahead, by_voice),
        "Listen to your first take before this one. They liked that person, so start there, and "
        "be ready to change it.",
        "what-a-callback-is", "how-to-use-the-callback",
    ),
    Rule(
        "callback-days-before", given(calls.callback_near, live),
        "Put the old and the new sides side by side, and mark every difference. Then change less "
        "than you're tempted to.",
        "doing-well-in-a-callback", "the-days-before",
    ),
    Rule(
        "callback-tones", calls.callback_ahead,
        "Keep the choices that got you back, and rehearse the sides in several tones. Then a new "
        "note is easy to take.",
        "what-a-callback-is", "how-to-use-the-callback",
    ),
    Rule(
        "callback-on-paper", given(calls.callback_in_person, in_a_room),
        "Put two printed headshots in your bag, and forget about them. They'll be asked for on "
        "the day you leave them at home.",
        "printed-headshots", "carrying-them",
    ),
    Rule(
        "retape", given(due.ahead, of_kind(RoundKind.RETAPE)),
        "They want it once more, so do the one thing they asked for. Do it clearly, and leave the "
        "rest as it was.",
        "standing-out-at-a-callback", "taking-a-note",
    ),
    Rule(
        "called-in-again", calls.called_in_again,
        "",
        "silence-after-an-audition", "remembered-all-the-same", "Jesse Tyler Ferguson",
    ),
    Rule(
        "same-office", career.seen_before,
        "They've seen you, and they asked for you again. Look up what you did for them last time, "
        "and bring this new person, not the last one.",
        "seen-again-by-the-same-office", "before-you-go",
    ),
    Rule(
        "hundredth-audition", career.numbered(100),
        "",
        "silence-after-an-audition", "how-to-keep-going", "Marci Liroff",
    ),
    Rule(
        "hundred-and-counting", career.numbered(100),
        "",
        "silence-after-an-audition", "others-who-waited", "Brie Larson",
    ),
    Rule(
        "tenth-audition", career.numbered(10),
        "Ten are enough to ask your record one question: who calls you in again? For percentages "
        "it's still too early.",
        "what-to-keep-track-of", "how-to-read-it",
    ),
    Rule(
        "first-audition", career.first,
        "Your first one is for learning how it works. If no callback comes from it, that says "
        "nothing about you.",
        "starting-with-no-experience", "what-to-expect",
    ),
    Rule(
        "first-steps", career.first,
        "Find out what happens in which order, so that nothing surprises you. Few jobs go through "
        "every step.",
        "what-a-callback-is", "how-a-job-is-won",
    ),
    Rule(
        "first-in-a-while", career.first_in_a_while,
        "Read the pages aloud to somebody before the day. Once for the sense and once for fun: it "
        "comes back sooner than you think.",
        "nerves-before-an-audition", "the-day-before",
    ),
    Rule(
        "co-star-role", career.on_television("a co-star role", Size.COSTAR, Size.UNDER_FIVE,
                                             Size.DAY_PLAYER, Size.FEATURED),
        "A small part has one job in the scene: do it clearly. They're looking for somebody real, "
        "not for a bigger performance.",
        "television-role-types", "co-star-and-under-five",
    ),
    Rule(
        "guest-star-role", career.on_television("a guest star role", Size.GUEST_STAR),
        "A guest star often carries the story of the week. Look for what changes for this person "
        "between the first page and the last.",
        "television-role-types", "guest-star",
    ),
    Rule(
        "regular-role", career.on_television("a recurring or regular role", Size.RECURRING,
                                             Size.SERIES_REGULAR, Size.LEAD),
        "They'd live with this person for a long time, and so would you. Leave room: don't show "
        "them everything in two pages.",
        "television-role-types", "series-regular-and-recurring",
    ),
    Rule(
        "same-type", career.same_type,
        "The same kind of part again: people know what to call you for. Play this one as a "
        "particular person, not as a type.",
        "typecasting", "playing-within-it",
    ),
)  # fmt: skip
"""Tips on a callback that is coming up, and on auditions that are a milestone."""
