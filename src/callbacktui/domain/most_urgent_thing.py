"""The one thing to do now, of all that is on the board."""

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.domain.agenda import AgendaItem, AgendaKind, is_at_hand, items_of
from callbacktui.domain.board import Board, Row, quiet_words, rows_of
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.row_time_words import moment_words, row_words
from callbacktui.domain.status import Group
from callbacktui.domain.text import capitalized

_LOOK_BACK_DAYS: Final = 3
_NEAR: Final = dt.timedelta(hours=36)


class NextThing(NamedTuple):
    """One thing to do: when, which audition, and what.

    `audition` is its id, empty if it concerns several. `ways` are the commands that do it, each
    with a word for it: once the cursor is on the audition, or at once if it concerns several.
    `brief` says `words` and `short_name` says `name` where there is little room.
    """

    when: str = ""
    name: str = ""
    words: str = ""
    audition: str = ""
    ways: tuple[tuple[str, str], ...] = ()
    brief: str = ""
    short_name: str = ""


def next_thing(board: Board, now: DateTime, *, counts: bool = True) -> NextThing:
    """Return the most pressing thing.

    First what begins or has to be confirmed within hours, then an answer whose time is over, an
    open question, a date or an answer that is near, a hold without an answer, a reflection, the
    sweep.

    Without `counts` it does not say how many are quiet.
    """
    return next(_things(board, now, counts=counts), NextThing(words="Nothing to do now."))


def next_date(board: Board, now: DateTime) -> NextThing:
    """Return the next date ahead: "next tape tomorrow 12:00"; empty words if there is none."""
    for row in rows_of(board, Group.NEXT):
        words = row_words(row, now)
        if words.day and not words.is_past and row.status.day:
            when = " ".join(filter(None, (words.day, words.time)))
            return NextThing(when, row.audition.name, words.what, row.audition.id)
    return NextThing()


def _things(board: Board, now: DateTime, *, counts: bool) -> Iterator[NextThing]:
    ahead = rows_of(board, Group.NEXT)
    near = [(at, row) for row in ahead if (at := _when(row)) and at.instant - now <= _NEAR]
    coming = [(at, row) for at, row in near if not row_words(row, now).is_past]
    owed = [(item, row) for row in _in_play(board) for item in _answers(row, now)]
    soon = [(at, _of_date(row, at, now)) for at, row in coming]
    soon += [
        (item.at, _of_answer(item, row, now))
        for item, row in owed
        if item.at and not item.is_past(now) and item.at.instant - now <= _NEAR
    ]
    soon.sort(key=lambda one: one[0].instant)
    yield from (found for at, found in soon if is_at_hand(at, now))
    late = [(item.at, item, row) for item, row in owed if item.at and item.is_past(now)]
    late.sort(key=lambda one: one[0].instant)
    yield from (_of_answer(item, row, now) for _, item, row in late)
    for row in ahead:
        words = row_words(row, now)
        if words.is_past:
            when = " ".join(filter(None, (capitalized(words.day), words.time)))
            pending = row.audition.pending
            if pending and pending.at is None:
                yield _of(row, when, ("was it sent?", "sent?"), ("receipt", "answer"))
            else:
                ways = ("next_stage", "yes"), ("change_time", "it moved")
                yield _of(row, when, ("did you do it?", "done?"), *ways)
    yield from (found for _, found in soon)
    yield from (_of_answer(item, row, now) for item, row in owed if item.at is None)
    for section in board:
        for row in () if section.group is Group.CLOSED else section.rows:
            last = row.audition.last_done
            if last is None or last.reflection or last.done_at is None:
                continue
            if 0 <= (today(now) - last.done_at.day).days <= _LOOK_BACK_DAYS:
                yield _of(row, "", ("no look back yet", "no look back"), ("reflect", "look back"))
    if rows_of(board, Group.QUIET):
        are = quiet_words(board, counts=counts)
        yield NextThing(words=f"{are} and safe to let go", ways=(("sweep", "sweep"),), brief=are)


def _in_play(board: Board) -> Iterator[Row]:
    for group in (Group.NEXT, Group.PLAY):
        yield from rows_of(board, group)


def _answers(row: Row, now: DateTime) -> Iterator[AgendaItem]:
    """Yield what they wait to hear from the actor; a time to confirm until that time is over."""
    kinds = {AgendaKind.CONFIRM_BY, AgendaKind.HOLD_REPLY}
    items = [*items_of(row.audition, now)]
    over = {item.of for item in items if item.kind not in kinds and item.is_past(now)}
    for item in items:
        if item.kind in kinds and not (item.kind is AgendaKind.CONFIRM_BY and item.of in over):
            yield item


def _of_answer(item: AgendaItem, row: Row, now: DateTime) -> NextThing:
    """Return a time to confirm, or a hold to answer, and the key that notes it."""
    day, time, _ = moment_words(item.at, now) if item.at else ("", "", "")
    if item.is_past(now):
        when, key = " ".join(filter(None, (capitalized(day), time))), "answer"
        if item.kind is AgendaKind.CONFIRM_BY:
            return _of(row, when, ("was it confirmed?", "confirmed?"), ("receipt", key))
        return _of(row, when, (f"{item.what}: did you answer?", "answered?"), ("receipt", key))
    when = " ".join(filter(None, ("By" if day else "", day, time)))
    if item.kind is AgendaKind.CONFIRM_BY:
        return _of(row, when, (item.what, "confirm"), ("receipt", "confirmed"))
    return _of(row, when, (f"answer {item.what}", "answer"), ("receipt", "answer"))


def _when(row: Row) -> Moment | None:
    pending = row.audition.pending
    return (pending.at or pending.due_at) if pending else None


def _of_date(row: Row, at: Moment, now: DateTime) -> NextThing:
    """Return a date that is near, and what is done about it."""
    words, pending = row_words(row, now), row.audition.pending
    when = " ".join(filter(None, (capitalized(words.day), words.time)))
    minutes = int((at.instant - now).total_seconds() // 60)
    left = f"{minutes // 60} h" if minutes >= 60 else f"{minutes} min"
    far = f", in {left}" if at.time and minutes > 0 else ""
    if pending and pending.at is None:
        due = f"{words.what} due"
        return _of(row, when, (f"{due}{far}", due), ("receipt", "sent"))
    return _of(row, when, (f"{words.what}{far}", words.what), ("next_stage", "next stage"))


def _of(row: Row, when: str, said: tuple[str, str], *ways: tuple[str, str]) -> NextThing:
    audition, (words, brief) = row.audition, said
    return NextThing(when, audition.name, words, audition.id, ways, brief, audition.short_name)
