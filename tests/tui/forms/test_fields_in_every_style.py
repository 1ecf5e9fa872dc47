"""What a form shows is read back as the same value, however dates are written."""

import datetime as dt
from collections.abc import Iterator

import msgspec
import pytest
from msgspec.structs import replace

from callbacktui.domain.base_classes import Value
from callbacktui.domain.bookout import Hours
from callbacktui.domain.bookout_parser import read_times_out
from callbacktui.domain.dates.style import ClockHours, DateStyle, use_style
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.moment import today
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from callbacktui.tui.bookouts.fields import TimesOutField
from callbacktui.tui.components.date_field_types import CyclesField
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS, HOLD_FIELDS
from callbacktui.tui.forms.round_fields import ROUND_FIELDS
from tests.factories import NOW

CAREER = make_career(120, 7, NOW, open_material())


@pytest.fixture(params=[(order, clock) for order in DateOrder for clock in ClockHours])
def order(request: pytest.FixtureRequest) -> Iterator[DateOrder]:
    use_style(DateStyle(*request.param))
    yield request.param[0]
    use_style(DateStyle())


def held() -> Iterator[tuple[Field, Value]]:
    for audition in CAREER:
        parts: list[tuple[tuple[Field, ...], tuple[Value, ...]]] = [
            (tuple(AUDITION_FIELDS), (audition,)),
            (tuple(ROUND_FIELDS), audition.rounds),
            (tuple(HOLD_FIELDS), audition.holds),
        ]
        for fields, values in parts:
            yield from ((field, value) for value in values for field in fields)


def test_every_field_value_is_read_back(order: DateOrder) -> None:
    seen = set()
    for field, value in held():
        names = {one.name for one in msgspec.structs.fields(type(value))}
        if field.name not in names or not (kept := getattr(value, field.name)):
            continue
        text = field.kind.to_text(kept, NOW)
        assert field.kind.read(text, NOW, order) == kept, (field.name, text)
        seen.add(field.name)
    assert {"at", "due_at", "done_at", "submitted_on", "dates"} <= seen


HOURS = [
    None,
    Hours(since=dt.time(18), until=dt.time(22)),
    Hours(since=dt.time(), until=dt.time(12)),
    Hours(since=dt.time(18), until=dt.time()),
    Hours(since=dt.time(22), until=dt.time(2)),
]


@pytest.mark.parametrize("hours", HOURS)
def test_shown_book_out_is_read_back(order: DateOrder, hours: Hours | None) -> None:
    [days] = read_times_out("4 Dec", today(NOW))
    shown = TimesOutField().to_text((replace(days, hours=hours),), NOW)
    [back] = TimesOutField().read(shown, NOW, order)
    assert (back.span.days, back.hours) == (days.span.days, hours)


@pytest.mark.parametrize("said", ["1 Jan-31 Mar 2027, paid 3 Nov 2026", "20 Jan 2027"])
def test_shown_usage_cycle_is_read_back(order: DateOrder, said: str) -> None:
    cycles = CyclesField().read(said, NOW, order)
    shown = CyclesField().to_text(cycles, NOW)
    assert CyclesField().read(shown, NOW, order) == cycles
