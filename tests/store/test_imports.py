"""Importing the same file on two computers adds it once, and edits win over imports."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.exchange.spreadsheet.import_plan import plan_import
from tests.exchange.spreadsheet.read_sheet import read_sheet
from tests.factories import NOW, audition
from tests.store.devices import Device, adding

SHEET = b"Date,Project,Role,Casting\n2026-03-01,Hamlet,Ophelia,Telsey\n2026-03-02,Hedda,Thea,Ames\n"


def bring_in(device: Device) -> None:
    """Import the sheet on one computer."""
    repository = device.open()
    planned = plan_import(read_sheet(SHEET, NOW), {a.id: a for a in repository.load()}, NOW)
    changes = [Change(before=None, after=one) for one in planned.new]
    repository.write(changes, "import", "imported")
    repository.close()


def together(ours: Device, theirs: Device) -> None:
    """Give each computer the other's file as a conflict copy."""
    for device, other in ((ours, theirs), (theirs, ours)):
        copy = device.path.with_name("auditions.sync-conflict-20261122-093000-ABCDEFG.json")
        copy.write_bytes(other.path.read_bytes())
        device.open().close()


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Device, Device]:
    """Two computers, each with its own copy of the same data file."""
    ours, theirs = Device(tmp_path / "one", "ours"), Device(tmp_path / "two", "theirs")
    ours.do(*adding(audition(id="first", role="Gertrude")))
    theirs.path.parent.mkdir(parents=True)
    theirs.path.write_bytes(ours.path.read_bytes())
    theirs.open().close()
    return ours, theirs


def test_edits_win_over_the_same_import_on_another_computer(
    pair: tuple[Device, Device],
) -> None:
    ours, theirs = pair
    bring_in(ours)
    hamlet, hedda = (a for a in ours.stands().values() if a.role in {"Ophelia", "Thea"})
    edited = replace(hamlet, notes="They laughed.")
    ours.do(Change(before=hamlet, after=edited), Change(before=hedda, after=None))
    theirs.now += dt.timedelta(days=1)
    bring_in(theirs)
    assert {hamlet.id, hedda.id} <= theirs.stands().keys()
    together(ours, theirs)
    assert ours.stands() == theirs.stands()
    assert ours.stands()[hamlet.id].notes == "They laughed."
    assert hedda.id not in ours.stands()


def test_removed_audition_returns_if_imported_again_here(
    pair: tuple[Device, Device],
) -> None:
    ours, _ = pair
    bring_in(ours)
    before = ours.stands()
    ours.do(*(Change(before=one, after=None) for one in before.values()))
    bring_in(ours)
    assert {a.role for a in ours.stands().values()} == {"Ophelia", "Thea"}
