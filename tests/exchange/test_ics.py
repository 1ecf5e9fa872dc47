"""Calendars that are written: their ids, what changes them, time zones, and what NDA hides."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from callbacktui.domain.agenda import AgendaKind, agenda
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.bookout import BookOut, Hours
from callbacktui.domain.enums import FollowUpKind, Format
from callbacktui.domain.holds_and_bookings import Booking, FollowUp, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group
from callbacktui.exchange.ics.entries import (
    UNDER_NDA,
    CalendarEntry,
    all_entries,
    coming_entries,
    next_entry,
)
from callbacktui.exchange.ics.vtimezone import zone_rules
from callbacktui.exchange.ics.writer import (
    cancel_event,
    changed_on,
    ends_on,
    event_in,
    is_cancelled,
    uid_of,
    write_calendar,
    write_event,
)
from tests.domain.test_agenda_zones import NIGHTS, ZONES
from tests.factories import NOW, TODAY, asked, audition, later, moment, present, read_on, span

_NAMES = ("Ophelia", "Hamlet", "Telsey", "Zoom", "Hollis", "Elsinore", "zoom.example")


def _coming(*auditions: Audition) -> tuple[CalendarEntry, ...]:
    return coming_entries(board(auditions, NOW, Windows()), NOW)


def _read(data: bytes) -> Any:
    [event] = Calendar.from_ical(write_calendar([data])).walk("VEVENT")
    return event


def _full(**fields: object) -> Audition:
    read = asked(
        at=moment(3, 15),
        due_at=moment(2, None),
        confirm_by=moment(1),
        place="Elsinore",
        url="https://zoom.example/1",
        format=Format.IN_PERSON,
    )
    holds = (Hold(id="h1", word_used="pinned", dates=span("14-18 Dec"), answer_by=moment(1)),)
    given = {"stage": Stage.HOLD, "rep": "Hollis", "rounds": (read,), "holds": holds, **fields}
    return audition(**given)


def test_event_has_time_place_and_summary() -> None:
    entry = next(one for one in _coming(_full()) if one.kind == "appointment")
    event = _read(write_event(entry, NOW))
    assert event["SUMMARY"] == "Audition: Ophelia, Hamlet"
    assert event.decoded("DTSTART") == NOW.add(days=3, hours=1)
    assert event["DTSTART"].params["TZID"] == "America/New_York"
    assert (event["LOCATION"], event["URL"]) == ("Elsinore", "https://zoom.example/1")
    assert "DTEND" not in event  # nobody said when it ends
    assert event["DESCRIPTION"].splitlines() == [
        "Role: Ophelia", "Project: Hamlet", "Casting office: Telsey Office", "Round: audition",
        "How: in person", "From: Hollis",
    ]  # fmt: skip


def test_days_held_and_days_of_work_are_whole_days() -> None:
    held = next(one for one in _coming(_full()) if one.kind == "hold")
    event = _read(write_event(held, NOW))
    assert event["SUMMARY"] == "“pinned”: Ophelia, Hamlet"
    assert event.decoded("DTSTART") == dt.date(2026, 12, 14)
    assert event.decoded("DTEND") == dt.date(2026, 12, 19)  # the day after the last
    assert (event["STATUS"], event["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")
    booked = audition(
        stage=Stage.BOOKED, booking=Booking(work_dates=span("1 Dec"), fitting=moment(2, 9))
    )
    work, fitting = sorted(_coming(booked), key=lambda one: one.kind, reverse=True)
    assert (work.kind, work.status.value, fitting.kind) == ("work", "confirmed", "fitting")


def test_further_work_days_and_fittings_are_events() -> None:
    more = (span("20 Jan 2027"), span("3 Feb 2027"))
    job = Booking(
        work_dates=span("1 Dec"), more_dates=more, fitting=moment(2, 9), fitting_place="Hendon"
    )
    found = _coming(audition(stage=Stage.BOOKED, booking=job))
    work = [one.days.first for one in found if one.days and one.kind == "work"]
    assert work == [span.first for span in (present(job.work_dates), *more)]
    assert len({one.uid for one in found}) == 4
    assert [one.place for one in found if one.kind == "fitting"] == ["Hendon"]


def test_shoot_dates_are_events_until_a_hold_has_dates() -> None:
    named = {"shoot_dates": span("14-18 Dec"), "stage": Stage.CALLBACK, "rounds": (asked(),)}
    assert [one.kind for one in _coming(audition(**named))] == ["shoot"]
    assert _coming(audition(**named, holds=(Hold(id="h", dates=span("15 Dec")),)))[0].kind == "hold"
    assert not _coming(audition(**{**named, "stage": Stage.SUBMITTED, "rounds": ()}))
    assert not _coming(audition(**{**named, "shoot_dates": span("1-3 Nov")}))  # over


def test_days_of_a_quiet_audition_stay_in_the_calendar() -> None:
    quiet = read_on(60, stage=Stage.CALLBACK, shoot_dates=span("14-18 Dec"))
    there = board([quiet], NOW, Windows())
    assert [section.group for section in there] == [Group.QUIET]
    assert [one.kind for one in coming_entries(there, NOW)] == ["shoot"]


def test_two_thank_yous_are_two_events() -> None:
    wanted = [FollowUp(kind=FollowUpKind.THANK_YOU, due=TODAY, via=via) for via in ("Ann", "Bo")]
    found = _coming(audition(stage=Stage.AUDITIONED, follow_ups=tuple(wanted)))
    assert len({one.uid for one in found if one.kind == "thank_you"}) == 2


@pytest.mark.parametrize("stage", [Stage.HOLD, Stage.BOOKED, Stage.CALLBACK])
def test_events_under_nda_name_nothing(stage: Stage) -> None:
    booking = Booking(work_dates=span("1 Dec"), fitting=moment(2, 9))
    hidden = _full(nda=True, stage=stage, booking=booking, shoot_dates=span("14-18 Dec"))
    entries = (*_coming(hidden), *all_entries([hidden]))
    assert {"appointment", "tape_due", "hold"} <= {one.kind for one in entries}
    for entry in entries:
        assert entry.summary.endswith(UNDER_NDA)
        words = write_event(entry, NOW).decode()
        assert not [name for name in (*_NAMES, "pinned") if name in words]


def test_unchanged_event_keeps_its_bytes_and_changes_increase_its_sequence() -> None:
    entry = _coming(_full())[0]
    first = write_event(entry, NOW)
    assert write_event(entry, later(3), before=first) == first
    second = write_event(entry._replace(place="Studio 5"), later(3), before=first)
    event = _read(second)
    assert (event["SEQUENCE"], event.decoded("LAST-MODIFIED")) == (1, later(3))
    assert uid_of(second) == uid_of(first) == entry.uid
    third = write_event(entry._replace(place=""), later(4), before=second)
    assert _read(third)["SEQUENCE"] == 2
    assert "LOCATION" not in _read(third)


def test_server_additions_are_kept_and_damage_is_rewritten() -> None:
    entry = _coming(_full())[0]
    first = write_event(entry, NOW)
    added = first.replace(b"END:VEVENT", b"X-APPLE-TRAVEL:1\r\nEND:VEVENT").replace(b"\r\n", b"\n")
    assert write_event(entry, later(1), before=added) == added
    moved = first.replace(b"T150000", b"T160000").replace(b"T140000", b"T160000")
    assert write_event(entry, later(1), before=moved) != moved
    assert uid_of(write_event(entry, later(1), before=b"BEGIN:VEVENT\r\nnonsense")) == entry.uid


def test_alarms_are_off_unless_set_for_the_kind() -> None:
    entry = next(one for one in _coming(_full()) if one.kind == "appointment")
    silent = write_event(entry, NOW)
    assert b"VALARM" not in silent
    assert write_event(entry, NOW, {"tape_due": 60}, before=silent) == silent
    rings = write_event(entry, NOW, {"appointment": 90}, before=silent)
    [alarm] = _read(rings).walk("VALARM")
    assert alarm.decoded("TRIGGER") == dt.timedelta(minutes=-90)
    assert b"VALARM" not in write_event(entry, NOW, {}, before=rings)


def test_canceled_event_is_marked_once() -> None:
    first = write_event(_coming(_full())[0], NOW, {"appointment": 90})
    gone = cancel_event(first, later(2))
    assert is_cancelled(gone)
    assert not is_cancelled(first)
    assert (_read(gone)["SEQUENCE"], changed_on(gone)) == (1, dt.date(2026, 11, 23))
    assert b"VALARM" not in gone
    assert cancel_event(gone, later(9)) == gone
    back = write_event(_coming(_full())[0], later(3), before=gone)
    assert (_read(back)["STATUS"], _read(back)["SEQUENCE"]) == ("CONFIRMED", 2)


def test_last_day_of_an_event_is_computed() -> None:
    by_kind = {one.kind: write_event(one, NOW) for one in _coming(_full())}
    assert ends_on(by_kind["hold"]) == dt.date(2026, 12, 18)
    assert ends_on(by_kind["appointment"]) == dt.date(2026, 11, 24)
    assert ends_on(by_kind["tape_due"]) == dt.date(2026, 11, 23)


@given(
    zone=st.sampled_from(ZONES),
    at=st.datetimes(dt.datetime(2025, 12, 1), dt.datetime(2027, 2, 1))
    | st.builds(
        lambda night, minutes: dt.datetime(*night) + dt.timedelta(minutes=minutes),
        st.sampled_from(NIGHTS),
        st.integers(0, 300),
    ),
    fold=st.sampled_from((0, 1)),
)
def test_vtimezone_rules_give_the_same_instants(zone: str, at: dt.datetime, fold: int) -> None:
    """The rules in the file alone say which instant is meant, in the nights of a change, too."""
    at = at.replace(second=0, microsecond=0)
    when = Moment(day=at.date(), time=at.time(), zone=zone, fold=fold)
    entry = CalendarEntry("callbacktui-1", "appointment", "Read", when)
    lines = write_calendar([write_event(entry, NOW)]).decode().splitlines()
    start = next(line for line in lines if line.startswith("DTSTART") and "2" in line.split(":")[1]
                 and lines.index(line) > lines.index("BEGIN:VEVENT"))  # fmt: skip
    written = dt.datetime.fromisoformat(start.split(":")[1].rstrip("Z"))
    offset = _offset_by_rules(lines, written) if "TZID" in start else dt.timedelta()
    assert written - offset == dt.datetime.fromtimestamp(when.instant.timestamp(), dt.UTC).replace(
        tzinfo=None
    )


def _offset_by_rules(lines: list[str], written: dt.datetime) -> dt.timedelta:
    """Return the offset that RFC 5545 reads for a local time: that of the last onset before it."""
    offset, onset = dt.timedelta(), dt.datetime(1, 1, 1)
    latest = dt.datetime(1, 1, 1)
    for line in lines[: lines.index("BEGIN:VEVENT")]:
        name, _, value = line.partition(":")
        if name == "DTSTART":
            onset = dt.datetime.fromisoformat(value)
        if name == "TZOFFSETTO" and latest <= onset <= written:
            sign = -1 if value[0] == "-" else 1
            latest = onset
            offset = sign * dt.timedelta(hours=int(value[1:3]), minutes=int(value[3:5]))
    return offset


def test_vtimezone_transitions_use_local_time() -> None:
    rules = zone_rules("America/New_York", 2026, 2026).decode()
    assert "BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500" in rules
    assert "BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400" in rules
    assert zone_rules("Mars/Olympus", 2026, 2026) == zone_rules("UTC", 2026, 2026) == b""


def test_repeated_hours_are_written_unambiguously() -> None:
    night: Any = {"day": dt.date(2026, 11, 1), "time": dt.time(1, 30), "zone": "America/New_York"}
    first, second = (
        _read(
            write_event(CalendarEntry("callbacktui-1", "x", "Read", Moment(**night, fold=f)), NOW)
        )
        for f in (0, 1)
    )
    east = ZoneInfo("America/New_York")
    assert first.decoded("DTSTART") == dt.datetime(2026, 11, 1, 1, 30, tzinfo=east)
    assert second.decoded("DTSTART") == dt.datetime(2026, 11, 1, 6, 30, tzinfo=dt.UTC)


def test_calendar_has_each_event_once_and_every_zone() -> None:
    other = _full(id="a2", rounds=(asked(at=moment(4, 9, "Europe/Berlin")),), holds=())
    events = [write_event(one, NOW) for one in _coming(_full(), other)]
    whole = Calendar.from_ical(write_calendar(events))
    assert len(whole.walk("VEVENT")) == len(events) == len({uid_of(one) for one in events})
    assert sorted(str(zone["TZID"]) for zone in whole.walk("VTIMEZONE")) == [
        "America/New_York", "Europe/Berlin",
    ]  # fmt: skip
    assert [event_in(write_calendar([one])) for one in events] == events


@pytest.mark.parametrize(
    "words", ["a\nEND:VEVENT\nBEGIN:VEVENT", "; , \\ :", "é “x” 漢", "x" * 9999]
)
def test_text_cannot_break_out_of_an_event(words: str) -> None:
    read = asked(at=moment(3), place=words)
    events = [write_event(e, NOW) for e in _coming(_full(project=words, role="", rounds=(read,)))]
    whole = Calendar.from_ical(write_calendar(events))
    assert len(whole.walk("VEVENT")) == len(events)
    assert [event_in(write_calendar([one])) for one in events] == events
    plain = " ".join(words.split())[:400]
    assert any(plain in str(event["SUMMARY"]) for event in whole.walk("VEVENT"))


def test_next_entry_prefers_the_appointment() -> None:
    assert present(next_entry(_full())).kind == "appointment"
    assert present(next_entry(_full(rounds=(asked(due_at=moment(2)),)))).kind == "tape_due"
    assert present(next_entry(_full(rounds=(asked(confirm_by=moment(1)),)))).kind == "hold"
    assert present(next_entry(_full(rounds=()))).kind == "hold"
    assert next_entry(audition(rounds=(asked(),))) is None


def test_every_dated_item_of_the_agenda_is_an_event_at_the_same_time() -> None:
    there = board([_full(), _full(id="a2", nda=True)], NOW, Windows())
    due = [item for item in agenda(there, NOW) if item.kind is not AgendaKind.CLASH]
    dated = [(item.kind.value, item.at) for item in due if item.at]
    entries = [(one.kind, one.at) for one in coming_entries(there, NOW) if one.at]
    assert sorted(dated, key=str) == sorted(entries, key=str)
    assert len(dated) == 8


def test_book_out_event_has_no_reason() -> None:
    days = span("20-27 Dec")
    whole = BookOut(id="b1", span=days, why="my sister's wedding")
    hours = Hours(since=dt.time(18), until=dt.time(22))
    evening = BookOut(id="b2", span=span("26 Nov"), hours=hours, zone="Europe/London")
    over = BookOut(id="b3", span=span("9-12 Nov"))
    found = coming_entries(board([], NOW, Windows()), NOW, [whole, evening, over])
    assert [(one.summary, one.span) for one in found] == [
        ("Book-out", days.days), ("Book-out, 18:00-22:00", None),
    ]  # fmt: skip
    assert not any("wedding" in str(one) for one in found)
