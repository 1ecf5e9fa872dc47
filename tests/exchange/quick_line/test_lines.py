"""Lines as actors type them, each read right as a whole."""

import json
from pathlib import Path
from typing import Any, Final

import pendulum
import pytest

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.quick_line.parser import read_line
from tests.exchange.quick_line.scoring import faults

LINES: Final[list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("lines.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("expected", LINES, ids=[line["line"] for line in LINES])
def test_sample_lines_are_read_correctly(expected: dict[str, Any]) -> None:
    now = pendulum.parse(expected["now"])
    assert isinstance(now, pendulum.DateTime)
    now = now.in_timezone(expected["zone"])
    order = DateOrder(expected.get("date_order", "mdy"))
    line = read_line(expected["line"], now, order=order, offices=expected["known_offices"])
    assert faults(expected, line.filled_in("one", now), line.unread) == []
