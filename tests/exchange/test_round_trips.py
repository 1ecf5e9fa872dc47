"""What is exported as CSV or XLSX comes back from an import as the same auditions."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.enums import Medium, RoundKind, Size, Source, Union
from callbacktui.domain.holds_and_bookings import Feedback
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import read_money
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.export_tables import export_tables
from callbacktui.exchange.spreadsheet.auditions_to_csv import write_sheet
from callbacktui.exchange.workbook_export import write_workbook
from tests.domain.strategies import Career, careers
from tests.exchange.spreadsheet.read_sheet import read_sheet
from tests.factories import NOW

WAYS: Final[dict[str, Callable[[list[Audition], DateTime], bytes]]] = {
    "csv": write_sheet,
    "xlsx": lambda auditions, now: write_workbook(export_tables(auditions, [], now), now),
}
TEXTS: Final = ("Kestrel & Co", "=1+1", "@home", "Zoë Ánn", "two, parts", "“said”; so", "1984-b")
WHOLE_FIELDS: Final = (
    "project", "role", "office", "medium", "subtype", "size", "source", "platform", "rep", "union",
    "network_brand", "product_category", "director", "people", "place", "rate", "usage", "tags",
    "breakdown", "notes", "submitted_on", "stage", "feedback",
)  # fmt: skip

texts = st.sampled_from(TEXTS)


@st.composite
def filled(draw: st.DrawFn) -> tuple[Audition, DateTime]:
    """Draw an audition after some legal moves, with all that a sheet has a column for."""
    life: Career = draw(careers())
    audition, now = life[-1]
    noted = draw(st.booleans())
    facts: dict[str, Any] = {
        name: draw(st.sampled_from(("", *TEXTS)))
        for name in ("subtype", "network_brand", "product_category", "director", "place", "usage")
    }
    return replace(
        audition,
        **facts,
        project=draw(texts),
        role=draw(texts),
        office=draw(texts),
        rep=draw(texts),
        medium=draw(st.sampled_from(Medium)),
        size=draw(st.none() | st.sampled_from(Size)),
        source=draw(st.none() | st.sampled_from(Source)),
        union=draw(st.sampled_from(Union)),
        people=draw(st.sampled_from(((), ("Tess",), ("Tess Ward, director", "Bo")))),
        tags=draw(st.sampled_from(((), ("comedy",), ("a b", "c")))),
        rate=read_money(draw(st.sampled_from(("", "$250 a day", "scale")))),
        shoot_dates=read_span(draw(st.sampled_from(("", "14-18 Dec 2026"))), today(now)),
        breakdown="Late 20s.\nRuns the desk" if noted else "",
        notes="two lines\nof “notes”, with commas" if noted else "",
        feedback=(Feedback(text="Warm read."),) if noted else (),
    ), now


def point(when: Moment | None) -> object:
    """Return the instant of a time; a day without an hour has no zone in a sheet."""
    return when and (when.instant if when.time else when.day)


def rounds(audition: Audition) -> set[tuple[object, ...]]:
    return {
        (read.kind, read.format, point(read.when))
        for read in audition.rounds
        if read.when or not read.kind.is_first  # of an undated first read nothing is known
    }


def has_midnight(audition: Audition) -> bool:
    """Whether an hour is midnight, which a sheet writes for a day without an hour."""
    whens = [when for read in audition.rounds for when in (read.done_at, read.at, read.due_at)]
    return any(
        when and when.time and when.instant.in_timezone("America/New_York").hour == 0
        for when in whens
    )


def has_twins(audition: Audition) -> bool:
    """Whether two rounds are at the same time, which a sheet takes for one."""
    points = [point(read.when) for read in audition.rounds]
    return len(points) > len(set(points))


@given(filled(), st.sampled_from(sorted(WAYS)))
def test_audition_round_trips_through_each_format(
    drawn: tuple[Audition, DateTime], way: str
) -> None:
    audition, now = drawn
    reading = read_sheet(WAYS[way]([audition], now), now)
    assert reading.unreadable == ()
    assert reading.noted == {}
    [row] = reading.rows
    for field in WHOLE_FIELDS:
        assert getattr(row.audition, field) == getattr(audition, field), field
    assert (row.audition.shoot_dates and row.audition.shoot_dates.said) == (
        audition.shoot_dates and audition.shoot_dates.said
    )
    is_silence = audition.disposition is Disposition.PRESUMED_PASSED  # judged by the days since
    if not is_silence and audition.stage is not Stage.WRAPPED:
        assert row.audition.disposition == audition.disposition
    if not has_midnight(audition) and not has_twins(audition):
        assert rounds(row.audition) == rounds(audition)
        given_again = {point(r.done_at) for r in row.audition.rounds}
        assert given_again >= {point(r.done_at) for r in audition.rounds if r.done_at}


def imported(audition: Audition) -> Audition:
    [row] = read_sheet(write_sheet([audition], NOW), NOW).rows
    return row.audition


def test_callback_that_is_only_due_comes_back_alone() -> None:
    due = Moment(day=dt.date(2026, 11, 2), time=dt.time(19), zone=str(NOW.timezone_name))
    read = Round(id="r1", kind=RoundKind.CALLBACK, due_at=due)
    of = Audition(id="a1", project="Lear", stage=Stage.CALLBACK, rounds=(read,))
    assert rounds(imported(of)) == rounds(of)


def test_request_declined_comes_back_from_every_stage() -> None:
    for stage in (Stage.REQUESTED, Stage.CALLBACK, Stage.TEST):
        of = Audition(
            id="a1", project="Lear", stage=stage, disposition=Disposition.REQUEST_DECLINED
        )
        assert imported(of).disposition is Disposition.REQUEST_DECLINED, stage
