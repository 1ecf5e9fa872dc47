"""Finds the round that a mail about a change means."""

import pendulum
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import ROUND_TIMES, RoundKind
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import round_word, short_moment
from callbacktui.domain.text import join_or
from callbacktui.exchange.invitation.reading_result import Kind, Reading

_PASTED_LATE = pendulum.duration(days=1)
"""How long after its old hour a round may still be the one that moves."""


def kind_meant(reading: Reading) -> RoundKind | None:
    """Return the kind of round that a mail is about, `None` if it does not say."""
    said = reading.text_of("kind_of_round")
    kind = next((kind for kind in RoundKind if kind.value == said), None)
    return kind or (RoundKind.CALLBACK if reading.kind is Kind.CALLBACK else None)


def is_of_any_round(reading: Reading) -> bool:
    """Whether a mail may be about any round that is not done: a change, or a bare appointment."""
    if reading.is_about_work:
        return False
    if reading.about_round:
        return True
    is_bare = reading.kind is Kind.APPOINTMENT and kind_meant(reading) is None
    return is_bare or reading.kind is Kind.CHANGE


def rounds_that_may_move(
    audition: Audition, reading: Reading, kind: RoundKind | None
) -> tuple[Round, ...]:
    """Return the rounds not done that a change may mean: one if that can be told.

    A kind that the mail names decides, if one of that sort (first, later, test) is there. Else
    rounds that were ahead when it was written go before past ones, and of several those that have
    the time that it changes. One that has the new time already is the one, and one that the actor
    named is before all others.
    """
    some = audition.all_pending
    if named := tuple(one for one in some if one.id == reading.about_round):
        return named
    said = [of.value for of in ROUND_TIMES if reading[of.value]]
    same = tuple(one for one in some if all(getattr(one, of) == reading[of] for of in said))
    if said and same and not kind:
        return same[:1]
    if kind:
        some = alike(audition, kind)
        some = tuple(one for one in some if one.kind is kind) or some
    since = reading.written - _PASTED_LATE
    some = tuple(one for one in some if one.when is None or one.when.instant > since) or some
    return tuple(one for one in some if any(getattr(one, of) for of in said)) or some


def doubtful_rounds(audition: Audition, reading: Reading) -> tuple[Round, ...]:
    """Return the rounds that a mail may be about if it cannot be told which, else none."""
    if not is_of_any_round(reading):
        return ()
    some = rounds_that_may_move(audition, reading, kind_meant(reading))
    return some if len(some) > 1 else ()


def alike(audition: Audition, kind: RoundKind) -> tuple[Round, ...]:
    """Return the rounds not done that are of the sort of a kind: first, later or test."""
    sort = (kind.is_first, kind.is_test)
    pending = audition.all_pending
    return tuple(one for one in pending if (one.kind.is_first, one.kind.is_test) == sort)


def which_round(rounds: tuple[Round, ...], now: DateTime) -> str:
    """Return why a change cannot be kept that may mean any of several rounds."""
    names = [
        f"the {round_word(one)}{f' {short_moment(one.when, now, both=False)}' if one.when else ''}"
        for one in rounds
    ]
    kinds = {one.kind for one in rounds}
    way = "say which kind of round" if len(kinds) == len(rounds) else "change it by hand"
    return f"It may be about {join_or(names)}; {way}"


def reads_are_over(audition: Audition, stage: Stage, now: DateTime) -> bool:
    """Whether word of a stage tells that the reads are over, though none was noted as done."""
    ahead = [one for one in audition.all_pending if one.when and one.when.instant > now]
    return stage in {Stage.OFFER, Stage.BOOKED} or (stage is Stage.HOLD and not ahead)
