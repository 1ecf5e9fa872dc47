"""Cells of a date column: the short way for plain ones reads what the long way does."""

import datetime as dt

from hypothesis import example, given
from hypothesis import strategies as st

from callbacktui.domain.dates.vocabulary import DateOrder, MomentError
from callbacktui.exchange.spreadsheet.dates import DateCell, DateContext, read_date

DAYS = st.one_of(
    st.dates(dt.date(1900, 1, 1), dt.date(2060, 1, 1)).map(lambda day: f"{day:%m/%d/%Y}"),
    st.dates(dt.date(1900, 1, 1), dt.date(2060, 1, 1)).map(dt.date.isoformat),
    st.from_regex(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", fullmatch=True),
)
HOURS = st.from_regex(
    r"( ([0-9]{1,2}(:[0-9]{2})? ?[AaPp][Mm]|[0-9]{1,2}:[0-9]{2}))?", fullmatch=True
)


@given(DAYS, HOURS, st.sampled_from(list(DateOrder)))
@example("3/4/2026", " 12:00 AM", DateOrder.MDY)
@example("3/4/2026", " 0:00", DateOrder.MDY)
@example("3/8/2026", " 2:30 AM", DateOrder.MDY)
@example("3/4/2026", " 13:00 PM", DateOrder.MDY)
def test_fast_and_full_date_parsing_agree(day: str, hour: str, order: DateOrder) -> None:
    context = DateContext(order, "America/New_York", dt.date(2026, 11, 22))
    assert _read(day + hour, context) == _read(f"{day}{hour} ", context)


@given(DAYS, HOURS, st.sampled_from(list(DateOrder)))
@example("3/8/2026", " 2:30 AM", DateOrder.MDY)
def test_fast_and_full_deadline_parsing_agree(day: str, hour: str, order: DateOrder) -> None:
    context = DateContext(order, "America/New_York", dt.date(2026, 11, 22))
    long = _read(f"{day}{hour} ", context)
    expected = long if isinstance(long, str) else long._replace(is_due=True)
    assert _read(f"Due {day}{hour}", context) == expected


def _read(cell: str, context: DateContext) -> DateCell | str:
    try:
        return read_date(cell, context)
    except MomentError as error:
        return error.mend
