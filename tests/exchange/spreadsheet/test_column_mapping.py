"""Columns are mapped to fields by their headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.exchange.spreadsheet.column_mapping import (
    Field,
    MappingError,
    column_labels,
    propose_mapping,
    with_overrides,
)


def test_headings_as_actors_write_them() -> None:
    mapping = propose_mapping(["DATE", "Projects", "Characters", "Casting Director", "Shoe size"])
    assert list(mapping.values()) == [Field.DATE, Field.PROJECT, Field.ROLE, Field.OFFICE, None]


def test_a_field_is_given_once() -> None:
    mapping = propose_mapping(["Project", "Title", "Date"])
    assert list(mapping.values()) == [Field.PROJECT, None, Field.DATE]


def test_columns_have_names_of_their_own() -> None:
    assert column_labels(["Notes", "", "Notes"]) == ("Notes", "column B", "Notes (2)")


def test_what_the_actor_says_goes_first() -> None:
    mapping = with_overrides(propose_mapping(["Project", "Show", "When"]), ["show=project"])
    assert mapping == {"Project": None, "Show": Field.PROJECT, "When": Field.DATE}
    assert with_overrides(mapping, ["When=none"])["When"] is None


@pytest.mark.parametrize("override", ["Nowhere=date", "When=astrology", "When"])
def test_a_wrong_override_names_what_there_is(override: str) -> None:
    with pytest.raises(MappingError, match="There is no"):
        with_overrides({"When": None}, [override])


@given(st.lists(st.text(max_size=20), max_size=12))
def test_any_header_has_a_mapping(header: list[str]) -> None:
    mapping = propose_mapping(header)
    fields = [field for field in mapping.values() if field]
    assert len(mapping) == len(header)
    assert len(fields) == len(set(fields))
