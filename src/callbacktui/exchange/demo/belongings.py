"""Makes up what an actor keeps beside the auditions: pieces, money, book-outs, practice."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut, tell
from callbacktui.domain.change import Record
from callbacktui.domain.dates.spans import DayRange, Span, format_range
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import Medium
from callbacktui.domain.ids import named_id
from callbacktui.domain.moment import today
from callbacktui.domain.money import read_money
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.domain.piece import Piece, PieceKind, PieceUse
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import Material

_BRINGS_ONE: Final = 0.8
_SENDS_SOME: Final = 0.6
_DRIVES: Final = 5
_FEES: Final = 3
_FEE: Final = "$1,200"
_PERCENT: Final = Decimal(10)


def make_demo(size: int, seed: int, now: DateTime, material: Material) -> list[Record]:
    """Make up `size` auditions and all that belongs to them; nothing at all for none."""
    if not size:
        return []
    chance, day = Random(seed), today(now)
    pieces = [*_pieces(material, day)]
    career = [_with_pieces(one, pieces, chance) for one in make_career(size, seed, now, material)]
    return [
        *career,
        *pieces,
        *_money(career, material, chance, day),
        *_bookouts(material, now),
        *_practice(material, day),
    ]


def _pieces(material: Material, day: dt.date) -> Iterator[Piece]:
    for idea in material.pieces:
        yield Piece(
            id=named_id(f"demo piece: {idea.title}"),
            kind=idea.kind,
            title=idea.title,
            source=idea.source,
            length=idea.length,
            key=idea.key,
            style=idea.style,
            file=idea.file,
            since=_before(day, idea.ago),
            retired_on=None if idea.retired is None else _before(day, idea.retired),
            notes=idea.notes,
        )


def _with_pieces(audition: Audition, pieces: Sequence[Piece], chance: Random) -> Audition:
    """Return the audition with what was sent, and with what was sung or spoken in the theater."""
    sent = ""
    kind = PieceKind.VOICE_DEMO if audition.medium is Medium.VOICE_OVER else PieceKind.HEADSHOT
    if (day := audition.first_day) and chance.random() < _SENDS_SOME:
        sent = next((p.title for p in pieces if p.kind is kind and _is_there(p, day)), "")
    spoken = [p for p in pieces if p.kind.use is PieceUse.PERFORMED]

    def with_one(read: Round) -> Round:
        there = [p for p in spoken if read.when and _is_there(p, read.when.day)]
        if audition.medium is not Medium.THEATRE or not there or chance.random() >= _BRINGS_ONE:
            return read
        return replace(read, pieces=(chance.choice(there).title,))

    return replace(audition, materials=sent, rounds=tuple(map(with_one, audition.rounds)))


def _is_there(piece: Piece, day: dt.date) -> bool:
    return piece.is_in_use(day) and (piece.since is None or piece.since <= day)


def _money(
    career: Sequence[Audition], material: Material, chance: Random, day: dt.date
) -> Iterator[MoneyEntry]:
    for spent in material.expenses:
        yield MoneyEntry(
            id=named_id(f"demo expense: {spent.category}"),
            kind=MoneyKind.EXPENSE,
            date=_before(day, spent.ago),
            category=spent.category,
            reason=spent.reason,
            amount=read_money(spent.amount),
        )
    driven = [
        (audition, read.done_at.day, read.place)
        for audition in career
        for read in audition.rounds
        if read.done_at and read.place
    ]
    for audition, on, place in sorted(driven, key=lambda one: one[1])[-_DRIVES:]:
        yield MoneyEntry(
            id=named_id(f"demo drive: {audition.id}"),
            kind=MoneyKind.MILEAGE,
            date=on,
            miles=Decimal(chance.randint(6, 40)),
            reason="audition",
            start="home",
            end=place,
            audition=audition.id,
        )
    booked = [one for one in career if one.stage.rank >= Stage.BOOKED.rank]
    for audition in booked[-_FEES:]:
        is_paid = audition.stage is Stage.WRAPPED
        on = audition.closed_on or day
        yield MoneyEntry(
            id=named_id(f"demo fee: {audition.id}"),
            kind=MoneyKind.INCOME,
            date=on,
            category="fee",
            payer=audition.project,
            amount=read_money(_FEE),
            commission=_PERCENT,
            due_on=on + dt.timedelta(days=30),
            paid_on=on if is_paid else None,
            audition=audition.id,
        )


def _bookouts(material: Material, now: DateTime) -> Iterator[BookOut]:
    day = today(now)
    for away in material.bookouts:
        first = _before(day, -away.ahead)
        days = DayRange(first, first + dt.timedelta(days=away.days - 1))
        bookout = BookOut(
            id=named_id(f"demo book-out: {away.why}"),
            span=Span(first=days.first, last=days.last, said=format_range(days)),
            zone=zone_of(now),
            why=away.why,
        )
        told = away.told_ago
        yield bookout if told is None else tell(bookout, material.agent, _before(day, told))


def _practice(material: Material, day: dt.date) -> Iterator[Practice]:
    for done in material.practice:
        yield Practice(
            id=named_id(f"demo practice: {done.kind}"),
            date=_before(day, done.ago),
            kind=done.kind,
            who=done.who,
            minutes=done.minutes,
            note=done.note,
        )


def _before(day: dt.date, days: int) -> dt.date:
    return day - dt.timedelta(days=days)
