"""A page for a rep: who thinks of the actor, what they are called in for, and what comes next.

Auditions under NDA are left out entirely, in names as in numbers.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.contact import Contact
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.enums import Medium
from callbacktui.domain.holds_and_bookings import ClaimKind
from callbacktui.domain.people import people_of
from callbacktui.domain.piece import Piece, PieceUse, by_kind, titles_in
from callbacktui.domain.piece_uses import UseIndex
from callbacktui.domain.printed_page import Page, Section, make_page
from callbacktui.domain.settled_reads import was_read
from callbacktui.domain.stage import JOB_LOST, STRAIGHT_TO, Stage
from callbacktui.domain.text import count_of, fold
from callbacktui.insight.counting import (
    callback_rate,
    list_counted,
    proportion,
    reached,
    was_submitted,
)
from callbacktui.insight.person_record import evidence

MOST_WISHES = 3
_NO_COUNTS = "Anything under NDA is left out."
_NOTE = f"First auditions only, once the outcome is known. {_NO_COUNTS}"


def rep_page(
    auditions: Iterable[Audition],
    contacts: Sequence[Contact],
    today: dt.date,
    *,
    rep: Sequence[str] = (),
    since: dt.date | None = None,
    wishes: Sequence[str] = (),
    bookouts: Iterable[BookOut] = (),
    pieces: Iterable[Piece] = (),
    counts: bool = True,
) -> Page:
    """Return the page for `rep`, of the auditions with one of their names; without names, of all.

    `wishes` are the actor's own words. The reasons of `bookouts` are not in it, of `pieces` the
    headshots, reels and so on that are in use are. Without `counts` nothing is counted.
    """
    names = set(map(fold, rep))
    told = [audition for audition in auditions if not audition.nda]
    those = [
        audition
        for audition in told
        if (not names or fold(audition.rep) in names)
        and (since is None or (audition.first_day or dt.date.min) >= since)
    ]
    began = f"since {format_date(since, year=True, long=True)}, " if since else ""
    sections = (
        Section("Called me in again", tuple(_fans(those, told, contacts))),
        Section("What I'm called in for", tuple(_called_in_for(those, counts=counts))),
        Section("What I booked", tuple(_booked(those))),
        Section("Dates held, booked or out", tuple(_out(told, bookouts, today))),
        Section(
            "Materials, and since when", tuple(_materials(those, pieces, today, counts=counts))
        ),
        Section("Three wishes" if len(wishes) == MOST_WISHES else "Wishes", tuple(wishes)),
        Section("In numbers", tuple(_numbers(those)) if counts else ()),
    )
    title = f"For {rep[0]}" if rep else "For my rep"
    return make_page(
        title,
        f"{began}as of {format_date(today, year=True, long=True)}",
        sections,
        _NOTE if counts else _NO_COUNTS,
    )


def _fans(
    those: Sequence[Audition], told: Sequence[Audition], contacts: Sequence[Contact]
) -> Iterator[str]:
    """Yield those who think of the actor, offices first, with the latest sign of it."""
    get = {audition.id: audition for audition in told}.get
    fans = [(person, evidence(person, get, me="me")) for person in people_of(those, contacts)]
    shown = [(person, shows) for person, shows in fans if shows and person.auditions]
    shown.sort(key=lambda fan: (not fan[0].kind.is_office, -len(fan[1]), fold(fan[0].name)))
    for person, shows in shown:
        yield f"{person.name}: {shows[0].words}"


def _called_in_for(those: Iterable[Audition], *, counts: bool) -> Iterator[str]:
    asked = [audition for audition in those if audition.stage.rank >= Stage.REQUESTED.rank]
    media = Counter(a.medium.word for a in asked if a.medium is not Medium.OTHER)
    sizes = Counter(a.size.word for a in asked if a.size)
    types = Counter(tag for a in asked for tag in a.type_tags)
    for label, counted in (("Work", media), ("Role size", sizes), ("Type", types)):
        if counted:
            yield f"{label}: {list_counted(counted.most_common(), counts=counts, most=5)}"


def _booked(those: Iterable[Audition]) -> Iterator[str]:
    booked = [audition for audition in those if audition.stage.rank >= Stage.BOOKED.rank]
    for audition in sorted(booked, key=lambda a: str(a.first_day or ""), reverse=True):
        office = f", cast by {audition.office}" if audition.office else ""
        lost = f", {audition.disposition.word}" if audition.disposition in JOB_LOST else ""
        yield f"{audition.name} ({audition.medium.word}{lost}){office}"


def _out(told: Iterable[Audition], bookouts: Iterable[BookOut], today: dt.date) -> Iterator[str]:
    """Yield the days of jobs, offers, holds and book-outs that are still to come."""
    claims = []
    for audition in told:
        firm = [one for one in audition.day_claims if one.kind is not ClaimKind.SHOOT]
        kinds = {ClaimKind.BOOKING: "booked", ClaimKind.OFFER: "offered"}
        for claim in firm if audition.is_open else ():
            what = f"{kinds.get(claim.kind, 'held')}, {audition.name}"
            claims += [(days, what) for days in claim.span.ranges if days.last >= today]
    for bookout in bookouts:
        days = bookout.span.days
        if days and days.last >= today:
            hours = f" {bookout.hours.words}" if bookout.hours else ""
            claims.append((days, f"not available{hours}, {bookout.firmness.word}"))
    for (first, last), what in sorted(claims):
        until = "" if first == last else f" to {format_date(last, year=True)}"
        yield f"{format_date(first, year=True)}{until}: {what}"


def _materials(
    those: Sequence[Audition], pieces: Iterable[Piece], today: dt.date, *, counts: bool
) -> Iterator[str]:
    """Yield what is kept and in use, then what auditions name beside it, with its first day."""
    index, kept = UseIndex(those), [one for one in pieces if one.kind.use is PieceUse.SENT]
    for piece in by_kind(kept):
        if piece.is_in_use(today):
            begun = f", since {piece.since:%B %Y}" if piece.since else ""
            sent = len(index.uses_of(piece))
            times = f", sent {count_of(sent, 'time')}" if sent and counts else ""
            yield f"{piece.title} ({piece.kind.word}){begun}{times}"
    known = {fold(piece.title) for piece in kept}
    first: dict[str, dt.date] = {}
    used: Counter[str] = Counter()
    for audition in those:
        is_kept = any(fold(title) in known for title in titles_in(audition.materials))
        if audition.materials and audition.first_day and not is_kept:
            used[audition.materials] += 1
            day = first.get(audition.materials, audition.first_day)
            first[audition.materials] = min(day, audition.first_day)
    for material, count in used.most_common():
        since = first[material]
        times = f", sent {count_of(count, 'time')}" if counts else ""
        yield f"{material}: since {since:%B %Y}{times}"


def _numbers(those: Sequence[Audition]) -> Iterator[str]:
    back = callback_rate(those)
    booked = proportion("booking_rate", those, was_read, reached(Stage.BOOKED))
    call_in = proportion("call_in_rate", those, was_submitted, reached(Stage.REQUESTED))
    for words, counted in (
        ("settled auditions led to a callback", back),
        ("settled auditions led to a booking", booked),
        ("settled submissions got me called in", call_in),
    ):
        if counted.k:  # this page shows what came of the work, not what did not
            still_open = f"; {counted.still_open}" if counted.open else ""
            yield f"{counted.counts} {words}{still_open}"
        if counted.straight:
            yield f"{counted.straight:,} went straight to {STRAIGHT_TO}, without a callback"
