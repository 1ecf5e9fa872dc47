"""What is due is the same everywhere, in twelve zones and in the nights of the clock changes."""

import datetime as dt

import pendulum
import pytest
from pendulum import DateTime

from callbacktui.cli.today import agenda_document, short_line
from callbacktui.domain.agenda import agenda, until
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.calendar_days import make_calendar
from callbacktui.domain.enums import Format
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.exchange.ics.entries import coming_entries
from callbacktui.pocket.contents import make_pocket
from tests.factories import asked, audition

ZONES = (
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo",
    "Europe/London", "Europe/Berlin", "Europe/Lisbon", "Africa/Casablanca", "Asia/Kolkata",
    "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham",
)  # fmt: skip
NIGHTS = (
    (2026, 3, 8), (2026, 3, 29), (2026, 4, 5), (2026, 9, 27), (2026, 10, 4), (2026, 10, 25),
    (2026, 11, 1),
)  # fmt: skip


def _due(id_: str, at: DateTime, zone: str, *, tape: bool) -> Audition:
    there = Moment.of(at.in_timezone(zone))
    read = asked(format=Format.SELF_TAPE, due_at=there) if tape else asked(at=there)
    return audition(id=id_, role=f"Role {id_}", stage=Stage.REQUESTED, rounds=(read,))


@pytest.mark.parametrize("night", NIGHTS, ids=lambda night: "-".join(map(str, night)))
@pytest.mark.parametrize("zone", ZONES)
def test_every_output_has_the_same_agenda_at_the_same_instants(
    zone: str, night: tuple[int, int, int]
) -> None:
    now = pendulum.datetime(*night, 0, 20, tz=zone)
    times = {
        f"{other}{minutes}": now.add(minutes=minutes)
        for minutes in range(10, 72 * 60, 7 * 60 + 35)
        for other in (0, 1)
    }
    auditions = [
        _due(id_, at, "Asia/Kolkata" if id_[0] == "1" else zone, tape=id_[0] == "1")
        for id_, at in times.items()
    ]
    rows = board(auditions, now, Windows())
    items = agenda(rows, now)
    assert {item.audition.id for item in items if item.audition} == set(times)
    calendar = make_calendar(rows, now)
    entries = {(entry.kind, entry.at) for entry in coming_entries(rows, now) if entry.at}
    assert entries == {(item.kind.value, item.at) for item in items}
    page = make_pocket(auditions, (), now, Windows()).page
    assert [said.split("</strong>")[0] for said in page.split("<strong>")[1:]] == [
        item.title for item in items
    ]
    for item in items:
        assert item.audition
        assert item.at
        instant = times[item.audition.id]
        assert item.at.instant == instant
        written = agenda_document(item)["at"]
        assert written
        assert dt.datetime.fromisoformat(written) == instant
        on = [other.row.audition.id for other in calendar.on(today(instant))]
        assert item.audition.id in on
        assert (item in until(items, now, 0)) == (today(instant) == today(now))
    ordered = [times[item.audition.id] for item in items if item.audition]
    assert ordered == sorted(ordered)
    near = until(items, now, 1)
    [line] = short_line(near, now, counts=True)
    for item, said in zip(near, line.split("; ")[:2], strict=False):
        assert item.audition
        assert item.title in said
        assert f"{times[item.audition.id]:HH:mm}" in said
    assert line.endswith(f"{len(near) - 2} more")
