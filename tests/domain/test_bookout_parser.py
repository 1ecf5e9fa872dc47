import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.bookout import BookOut, Firmness, Hours, Told, note_to_rep, soonest_first
from callbacktui.domain.bookout_parser import MOST_TIMES, read_times_out
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError
from tests.factories import NOW, TODAY, days_ago, span


def words(text: str, order: DateOrder = DateOrder.MDY) -> list[str]:
    return [one.words(NOW) for one in read_times_out(text, TODAY, order)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("24-27 Dec", "24 to 27 Dec 2026"),
        ("from 24 Dec to 2 Jan", "24 Dec 2026 to 2 Jan 2027"),
        ("2026-12-24 to 2026-12-27", "24 to 27 Dec 2026"),
        ("20 Nov", "Sat 20 Nov 2027"),  # yesterday is over
        ("tomorrow", "Sun 22 Nov"),
        ("fri 6-10pm", "Fri 27 Nov 18:00-22:00"),
        ("14 Dec morning", "Mon 14 Dec until 12:00"),
        ("14 Dec in the afternoon", "Mon 14 Dec 12:00-18:00"),
        ("14 Dec from 6 pm", "Mon 14 Dec from 18:00"),
        ("14 Dec until noon", "Mon 14 Dec until 12:00"),
        ("14 Dec 9-1 pm", "Mon 14 Dec 09:00-13:00"),
        ("14 Dec 9 am to 1 pm", "Mon 14 Dec 09:00-13:00"),
        ("14 Dec 18:00-22:00", "Mon 14 Dec 18:00-22:00"),
        ("14 Dec 2:15-4:30", "Mon 14 Dec 14:15-16:30"),
        ("14 Dec 9:30-5", "Mon 14 Dec 09:30-17:00"),
        ("14 Dec 6:30-9:30", "Mon 14 Dec 18:30-21:30"),
        ("14 Dec 7:30-9 pm", "Mon 14 Dec 19:30-21:00"),
        ("14 Dec 6:00-22:00", "Mon 14 Dec 06:00-22:00"),
        ("14 Dec from 4:30", "Mon 14 Dec from 16:30"),
        ("14 Dec 6 pm - midnight", "Mon 14 Dec from 18:00"),
        ("Fri 10pm\u20132am", "Fri 27 Nov 22:00-02:00"),
    ],
)
def test_single_book_outs_are_parsed(text: str, days: str) -> None:
    assert words(text) == [days]


def test_repeating_book_outs_are_expanded() -> None:
    found = words("every Fri/Sat 6\u201310 pm for 4 weeks")
    assert len(found) == 8
    assert found[:3] == [
        "Sat 21 Nov 18:00-22:00",
        "Fri 27 Nov 18:00-22:00",
        "Sat 28 Nov 18:00-22:00",
    ]
    assert found[-1] == "Fri 18 Dec 18:00-22:00"
    assert words("every fri and sat 6-10 pm until 12 Dec")[-1] == "Sat 12 Dec 18:00-22:00"
    assert words("mondays for 2 weeks from 1 Dec") == ["Mon 7 Dec", "Mon 14 Dec"]
    assert words("every weekend from 1 Dec to 13 Dec") == [
        "Sat 5 Dec", "Sun 6 Dec", "Sat 12 Dec", "Sun 13 Dec"
    ]  # fmt: skip
    assert len(words("14-18 Dec 9:00-17:00")) == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("27 Dec to 24 Dec", "is before the start"),
        ("20 Dec 2026 to 24 Jan 2028", "401 days. Check the year"),
        ("20 Nov 2026", "over. Write days that are still to come"),
        ("14 Dec half day", "which half. Write 14 Dec morning"),
        ("14 Dec 22:00-18:00", "Write the earlier hour first"),
        ("14 Dec 9-12 am", "12 am is midnight. Write noon"),
        ("14 Dec 7:30-9:30", "7:30 could be in the morning or in the evening"),
        ("14 Dec 25:00-26:00", "25:00 is not a time"),
        ("14 Dec 6-10", "cannot be read for sure"),
        ("14 Dec 5 pm to 16 Dec noon", "cannot be read for sure"),
        ("31 Nov", "no day 31"),
        ("Sat 14 Dec", "is a Monday"),
        ("every Fri " * 20, "cannot be read for sure"),
        ("soon", "Write 24-27 Dec, 14 Dec morning, or every Fri"),
        ("", "cannot be read for sure"),
        ("every Fri", "until when. Add for 4 weeks"),
        ("every Fri until 20 Dec 2025", "over"),
        ("every Fri for 400 weeks", "at most 52 weeks"),
        ("every Fri from 20 Dec to 1 Dec", "end is before the start"),
        ("every day for 52 weeks", f"364 book-outs. Name at most {MOST_TIMES}"),
        ("every Mon 15-18 Dec", "No such weekday"),
        ("every Fri for 4 weeks, perhaps", "cannot be read for sure"),
    ],
)
def test_impossible_book_outs_are_refused_with_a_fix(text: str, said: str) -> None:
    with pytest.raises(MomentError, match=r".") as refused:
        words(text)
    assert said in str(refused.value)


def test_numeric_dates_follow_the_date_order_setting() -> None:
    assert words("3/4", DateOrder.MDY) == ["Thu 4 Mar 2027"]
    assert words("3/4", DateOrder.DMY) == ["Sat 3 Apr 2027"]


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_times_out(text, TODAY)
    except MomentError:
        return
    assert all(one.span.days and one.span.days.last >= TODAY for one in found)


@given(
    first=st.dates(TODAY, dt.date(2027, 11, 1)),
    length=st.integers(1, 30),
    since=st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0, fold=0)),
)
def test_formatted_book_outs_are_read_back(
    first: dt.date, length: int, since: dt.time | None
) -> None:
    if since is None:
        one = BookOut(id="b", span=span("1 Dec").of(first, first + dt.timedelta(length - 1)))
        [again] = read_times_out(one.span.words, TODAY)
        assert again.span.days == one.span.days
        return
    [again] = read_times_out(f"{first.isoformat()} from {since:%H:%M}", TODAY)
    assert again.hours == Hours(since=since, until=dt.time()) or since == dt.time()


def test_note_to_the_rep_leaves_out_reasons() -> None:
    later = BookOut(id="b1", span=span("24-27 Dec"), why="family")
    evening = Hours(since=dt.time(18), until=dt.time(22))
    sooner = BookOut(
        id="b2", span=span("4 Dec"), hours=evening, why="surgery", firmness=Firmness.BOOKING
    )
    assert note_to_rep((later, sooner), NOW) == (
        "Hello,\n\nplease book me out:\n"
        "- Fri 4 Dec 18:00-22:00 (I can move this for a booking)\n"
        "- 24 to 27 Dec 2026\n\nThank you."
    )
    assert sorted((later, sooner), key=soonest_first) == [sooner, later]


def test_hours_past_midnight_include_the_next_day() -> None:
    night = Hours(since=dt.time(22), until=dt.time(2))
    one = BookOut(id="b1", span=span("4 Dec"), hours=night, told=(Told(who="Ann", on=TODAY),))
    assert one.name == "Book-out 4 Dec 2026, 22:00-02:00"
    assert one.is_ahead(dt.date(2026, 12, 5))
    evening = BookOut(id="b1", span=span("4 Dec"), hours=Hours(since=dt.time(18), until=dt.time()))
    assert not evening.is_ahead(dt.date(2026, 12, 5))
    assert not BookOut(id="b2", span=span("20 Nov")).is_ahead(days_ago(0))
