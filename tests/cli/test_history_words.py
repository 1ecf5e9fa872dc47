"""What a shell says of a field is in words: no name that only the data file knows."""

import re

import msgspec
import pytest

from callbacktui.cli.history_text import change_line
from callbacktui.domain.audition import Audition
from callbacktui.domain.change_description import FieldChange, label_of
from callbacktui.domain.enums import Cleared
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.round import Round

NAMES = {
    field.name
    for kind in (Audition, Round, Hold, Booking)
    for field in msgspec.structs.fields(kind)
}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_fields_are_never_shown_by_internal_names(name: str) -> None:
    label = label_of(name)
    assert "_" not in label
    assert not re.search(r"\bat$|^told\b", label)


def test_history_line_omits_an_empty_old_value() -> None:
    shift = FieldChange("callback", "told_times", "", "appointment Tue 15 Dec, said by Hollis")
    assert change_line(shift) == ("callback who said so: appointment Tue 15 Dec, said by Hollis")
    moved = FieldChange("", "work_dates", "1 Dec", "2 Dec")
    assert change_line(moved) == "work dates: 1 Dec → 2 Dec"


def test_endings_of_holds_have_plain_words() -> None:
    assert [way.word for way in Cleared] == ["released", "firmed up", "lapsed", "no word came"]
