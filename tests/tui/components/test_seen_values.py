"""What a form says of values that were changed elsewhere while it was open."""

import pytest
from msgspec.structs import replace

from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.store.base.errors import ChangedMeanwhile
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS
from tests.factories import NOW, audition


def test_each_external_change_is_reported_before_it_is_replaced() -> None:
    opened = audition(role="Nina", notes="")
    seen = SeenValues(opened, AUDITION_FIELDS, lambda: NOW)
    current = replace(opened, role="Masha", notes="Theirs.")
    with pytest.raises(ChangedMeanwhile, match="Masha"):
        seen.with_changes(current, {"role": "Irina"})
    with pytest.raises(ChangedMeanwhile, match=r"Theirs\."):
        seen.with_changes(current, {"role": "Irina", "notes": "Mine."})
    kept = seen.with_changes(current, {"role": "Irina", "notes": "Mine."})
    assert (kept.role, kept.notes) == ("Irina", "Mine.")


def test_long_lists_of_external_changes_are_shortened() -> None:
    names = ("role", "project", "notes", "rep", "office")
    opened = audition(**dict.fromkeys(names, "before"))
    seen = SeenValues(opened, AUDITION_FIELDS, lambda: NOW)
    current = replace(opened, **{name: f"{name} {'x' * 90}" for name in names})
    mine = dict.fromkeys(names, "mine")
    told = ""
    for _ in names:
        with pytest.raises(ChangedMeanwhile) as refusal:
            seen.with_changes(current, mine)
        assert len(str(refusal.value)) < 280
        told += str(refusal.value)
    assert all(f"{name} x" in told for name in names)
    assert seen.with_changes(current, mine).rep == "mine"


def test_booking_removed_elsewhere_is_not_restored_silently() -> None:
    opened = audition(booking=Booking(usage="web"))
    seen = SeenValues(opened, AUDITION_FIELDS, lambda: NOW)
    current = replace(opened, booking=None)
    mine = {"booking.contract": "AFTRA"}
    with pytest.raises(ChangedMeanwhile, match="the booking was taken out"):
        seen.with_changes(current, mine)
    assert seen.with_changes(current, mine).booking == Booking(contract="AFTRA")
