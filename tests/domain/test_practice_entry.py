"""Practice sessions."""

import datetime as dt

import msgspec
import pytest

from callbacktui.domain.practice_entry import Practice, PracticeKind

CLASS = Practice(id="p", date=dt.date(2026, 11, 20), kind=PracticeKind.CLASS, who="Ann Lee")


def test_practice_is_stored_in_trade_words() -> None:
    assert msgspec.to_builtins(CLASS) == {
        "id": "p",
        "date": "2026-11-20",
        "kind": "class",
        "with": "Ann Lee",
    }


@pytest.mark.parametrize(
    "wrong",
    [{"minutes": -1}, {"minutes": 1441}, {"clarity": 0}, {"pacing": 3}, {"direction": "some"}],
)
def test_impossible_practice_is_refused_by_field(wrong: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError, match=next(iter(wrong))):
        msgspec.convert({**msgspec.to_builtins(CLASS), **wrong}, Practice)


def test_practice_is_named_by_kind_and_company() -> None:
    assert CLASS.name == "Class with Ann Lee"
    kinds = [kind.a_word for kind in PracticeKind]
    assert kinds == ["a class", "coaching", "a mock tape", "networking", "own work", "reading"]
