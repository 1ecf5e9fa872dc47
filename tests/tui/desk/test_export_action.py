"""Exporting from the desk: the question, the file, and the errors."""

import csv
import io
import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.line_dialog import LineDialog
from tests.tui.conftest import MakeApp, look_only
from tests.tui.sample_desks import SEVERAL, desk, shown, trouble


async def export(pilot: Pilot[None], file: Path | str) -> None:
    """Run the command as the palette does, and answer with a file."""
    desk(pilot.app).action_do("export")
    while not isinstance(pilot.app.screen, LineDialog):
        await pilot.pause(0.01)
    pilot.app.screen.query_one(Input).value = str(file)
    await pilot.press("enter")
    await pilot.pause()
    if not isinstance(pilot.app.screen, LineDialog):
        await shown(pilot)


def said(app: CallbackApp) -> str:
    return " ".join(notification.message for notification in app._notifications)


@pytest.mark.parametrize("looks_only", [False, True])
async def test_all_there_is_stands_in_the_file(
    make_app: MakeApp, tmp_path: Path, looks_only: bool
) -> None:
    app = make_app(SEVERAL)
    if looks_only:
        app = look_only(app.workplace)
    whole, sheet = tmp_path / "all there is.json", tmp_path / "sheet.csv"
    async with app.run_test() as pilot:
        await shown(pilot)
        await export(pilot, f'"{whole}"')
        assert "6 auditions written" in said(app)
        await export(pilot, sheet)
    kept = json.loads(whole.read_bytes())
    assert len(kept["auditions"]) == len(SEVERAL)
    rows = list(csv.DictReader(io.StringIO(sheet.read_text("utf-8-sig"))))
    assert {row["Role"] for row in rows} == {audition.role for audition in SEVERAL}
    assert whole.stat().st_mode & 0o777 == 0o600
    assert app.workplace.drafts.all() == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Write where the file is to be"),
        ("there.json", "is there already, and stays as it is"),
        ("all.xlsx", "End its name in .json or .csv."),
        ("there.json/all.json", "There can be no file"),
        ("nowhere/all.json", "There is no folder"),
        (f"{'x' * 5000}.json", "There can be no file"),
    ],
)
async def test_where_it_cannot_be_is_said_before_anything_is_written(
    make_app: MakeApp, tmp_path: Path, name: str, words: str
) -> None:
    there = tmp_path / "there.json"
    there.write_text("mine")
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        await export(pilot, tmp_path / name if name else "")
        assert words in trouble(app)
        await pilot.press("escape")
        await shown(pilot)
    assert there.read_text() == "mine"


async def test_a_folder_that_takes_nothing_is_said(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        await export(pilot, "/proc/all.json")
        assert "Not exported" in said(app)
