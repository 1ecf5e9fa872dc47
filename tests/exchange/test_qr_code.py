"""What a QR code holds, and what it leaves out where there is little room."""

import pytest

from callbacktui.domain.dates.spans import DayRange
from callbacktui.exchange.ics.entries import CalendarEntry
from callbacktui.exchange.qr_code import event_code, event_text, text_code
from tests.factories import TODAY, days_ago, moment, present

READ = CalendarEntry(
    "callbacktui-1",
    "appointment",
    "Callback: Nina, The Seagull",
    moment(3, 15),
    place="14 Candle Row",
)


def test_qr_event_is_minimal_and_in_utc() -> None:
    assert event_text(READ, READ.summary, READ.place).splitlines() == [
        "BEGIN:VEVENT",
        "SUMMARY:Callback: Nina\\, The Seagull",
        "DTSTART:20261124T200000Z",
        "LOCATION:14 Candle Row",
        "END:VEVENT",
    ]


def test_all_day_events_use_dates() -> None:
    one_day = READ._replace(at=moment(3, None))
    assert "DTSTART;VALUE=DATE:20261124" in event_text(one_day, "Read", "")
    assert "DTEND" not in event_text(one_day, "Read", "")
    days = READ._replace(at=None, days=DayRange(TODAY, days_ago(-2)))
    assert "DTEND;VALUE=DATE:20261124" in event_text(days, "Hold", "")


@pytest.mark.parametrize("rows", range(10, 60))
def test_qr_code_fits_its_rows_and_lists_what_it_left_out(rows: int) -> None:
    code = event_code(READ._replace(summary="Callback: " + "Nina " * 30), rows)
    if code is None:
        assert rows < 19
        return
    assert len(code.lines) <= rows
    assert ("LOCATION" in code.payload) == ("the address" not in code.left_out)
    assert code.payload.count("Nina") == 30 or "the end of the title" in code.left_out


def test_larger_qr_code_leaves_out_less() -> None:
    assert present(event_code(READ, 23)).left_out == ()
    assert present(event_code(READ, 21)).left_out == ("the address",)
    assert event_code(READ, 8) is None


def test_text_that_does_not_fit_has_no_qr_code() -> None:
    link = "https://zoom.example/j/" + "1" * 40
    assert present(text_code(link, 23)).payload == link
    assert text_code(link * 9, 23) is None
    assert text_code("x" * 5000, 500) is None
    assert present(text_code("Zoë, Müllerstraße 漢", 23)).lines
