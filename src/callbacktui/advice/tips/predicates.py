"""Predicates on a context, to narrow a condition: what lies ahead, and what kind of work it is.

`given` makes one condition of a condition and some predicates.
"""

from collections.abc import Callable
from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.tip import When
from callbacktui.domain.enums import Format, Medium, RoundKind, Size, Source
from callbacktui.domain.stage import Stage

Predicate = Callable[[Context], bool]

_BY_VOICE: Final = {Medium.VOICE_OVER, Medium.PODCAST, Medium.GAME}
_WITHOUT_LINES: Final = {RoundKind.DANCE_CALL, RoundKind.SINGING_CALL, RoundKind.WORKSHOP}
_CALLS: Final = {RoundKind.EPA, RoundKind.ECC, RoundKind.OPEN_CALL}
_SESSIONS: Final = {
    RoundKind.WORK_SESSION,
    RoundKind.DIRECTOR_SESSION,
    RoundKind.PRODUCER_SESSION,
}
_WITH_A_REP: Final = {Source.AGENT, Source.MANAGER}
_KNOWN_TO_THEM: Final = {Source.REPEAT_CALL_IN, Source.DIRECT_REQUEST}


def given(when: When, *predicates: Predicate) -> When:
    """Return a condition that applies if `when` does and all predicates are true."""

    def combined(context: Context) -> str | None:
        return when(context) if all(is_true(context) for is_true in predicates) else None

    return combined


def unless(predicate: Predicate) -> Predicate:
    """Return the opposite of a predicate."""
    return lambda context: not predicate(context)


def on_tape(context: Context) -> bool:
    """A tape is to be sent."""
    return bool(context.coming and context.coming.is_tape)


def live(context: Context) -> bool:
    """An audition is coming up that is not a tape."""
    return bool(context.coming and not context.coming.is_tape)


def in_a_room(context: Context) -> bool:
    """An audition is coming up in person, or live with no format noted."""
    return live(context) and bool(
        context.coming and context.coming.format in {Format.IN_PERSON, None}
    )


def on_a_call(context: Context) -> bool:
    """An audition is coming up on a video call."""
    return bool(context.coming and context.coming.format is Format.VIRTUAL_LIVE)


def on_the_phone(context: Context) -> bool:
    """An audition is coming up by phone."""
    return bool(context.coming and context.coming.format is Format.PHONE)


def has_lines(context: Context) -> bool:
    """What is coming up has lines to say: it isn't a dance, a song, a class or a photo."""
    read, audition = context.coming, context.audition
    is_print = bool(audition and audition.medium is Medium.PRINT)
    return bool(read and read.kind not in _WITHOUT_LINES and not is_print)


def is_class(context: Context) -> bool:
    """A workshop is coming up, which isn't an audition."""
    return bool(context.coming and context.coming.kind is RoundKind.WORKSHOP)


def first_round(context: Context) -> bool:
    """An audition before any callback is coming up, and not a call that is open to many."""
    read = context.coming
    return bool(read and read.kind in {RoundKind.AUDITION, RoundKind.PRE_READ, RoundKind.RETAPE})


def later_round(context: Context) -> bool:
    """A callback, a session or a test is coming up."""
    return bool(context.coming and not context.coming.kind.is_first)


def callback(context: Context) -> bool:
    """A callback or a session is coming up, and not a test."""
    return later_round(context) and not test(context)


def test(context: Context) -> bool:
    """A studio, network or screen test is coming up."""
    return bool(context.coming and context.coming.kind.is_test)


def session(context: Context) -> bool:
    """A session with the director, the producers or casting is coming up."""
    return bool(context.coming and context.coming.kind in _SESSIONS)


def open_call(context: Context) -> bool:
    """A call that many come to is coming up: an EPA, an ECC or an open call."""
    return bool(context.coming and context.coming.kind in _CALLS)


def of_kind(kind: RoundKind) -> Predicate:
    """A round of this kind is coming up."""
    return lambda context: bool(context.coming and context.coming.kind is kind)


def medium(*media: Medium) -> Predicate:
    """The selected audition is for one of these kinds of work."""
    return lambda context: bool(context.audition and context.audition.medium in media)


def size(*sizes: Size) -> Predicate:
    """The selected audition is for a role of one of these sizes."""
    return lambda context: bool(context.audition and context.audition.size in sizes)


def by_voice(context: Context) -> bool:
    """The work is done with the voice alone, so nobody is looking."""
    audition = context.audition
    return bool(audition and (audition.medium in _BY_VOICE or audition.size is Size.VOICE))


def on_camera(context: Context) -> bool:
    """Somebody will be looking."""
    return not by_voice(context)


def unsubmitted(context: Context) -> bool:
    """The selected audition is open, and only being considered."""
    return bool(
        context.is_open and context.audition and context.audition.stage is Stage.CONSIDERING
    )


def before_the_read(context: Context) -> bool:
    """The selected audition is open, and has not been read for."""
    audition = context.audition
    return bool(audition and audition.is_open and audition.stage.rank < Stage.AUDITIONED.rank)


def seen_later(context: Context) -> bool:
    """The selected audition got past its first round: to a callback, a test, a hold or further."""
    audition = context.audition
    if audition is None:
        return False
    return audition.stage.rank >= Stage.CALLBACK.rank or any(
        read.is_done and not read.kind.is_first for read in audition.rounds
    )


def is_waiting(context: Context) -> bool:
    """The silence clock runs for the selected audition."""
    return context.silence is not None


def represented(context: Context) -> bool:
    """An agent or a manager is on record, for this audition or any other."""
    audition = context.audition
    return context.career.represented or bool(
        audition and (audition.rep or audition.source in _WITH_A_REP)
    )


def alone(context: Context) -> bool:
    """No agent or manager is on record."""
    return not represented(context)


def known_office(context: Context) -> bool:
    """The office has seen the actor for something else, or asked for them by name."""
    audition = context.audition
    if audition is None:
        return False
    if audition.came_from or audition.source in _KNOWN_TO_THEM:
        return True
    return context.career.times_seen_by(audition.office, audition) > 0
