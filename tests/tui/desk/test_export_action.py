"""Exporting from the desk: the question, the file, and the errors."""

import csv
import io
import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.exchange.export_formats import FORMATS, ExportFormat
from callbacktui.exchange.spreadsheet.auditions_to_csv import left_out
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.forms.form_screen import FormScreen
from tests.exchange.spreadsheet.read_sheet import read_sheet
from tests.factories import NOW, read_on
from tests.tui.actions import seen, until_form, write
from tests.tui.conftest import MakeApp, look_only
from tests.tui.sample_desks import SEVERAL, desk, shown, trouble

DAY = f"callbacktui-{NOW:%Y-%m-%d}"


async def export(pilot: Pilot[None], file: Path | str, **fields: str) -> None:
    """Run the command as the palette does, and fill in the form."""
    app = pilot.app
    assert isinstance(app, CallbackApp)
    desk(app).action_do("export")
    await until_form(pilot)
    for name, text in {"file": str(file), **fields}.items():
        write(app, name, text)
    await seen(pilot, "ctrl+s")
    for _ in range(200):
        if not isinstance(app.screen, FormScreen) or app.screen.query(".-wrong") or trouble(app):
            break
        await pilot.pause(0.01)
    await seen(pilot)


@pytest.mark.parametrize(("there", "name"), [((), DAY), ((".json", "-2.csv"), f"{DAY}-3")])
async def test_two_keys_export_to_a_new_file_named_after_the_day(
    make_app: MakeApp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    there: tuple[str, ...],
    name: str,
) -> None:
    for ending in there:
        (tmp_path / f"{DAY}{ending}").touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        desk(app).action_do("export")
        await until_form(pilot)
        await seen(pilot, "ctrl+s")
        for _ in range(200):
            if not isinstance(app.screen, FormScreen) or trouble(app):
                break
            await pilot.pause(0.01)
        await seen(pilot)
    assert f"6 auditions written to {tmp_path / name}.json" in said(app)


def said(app: CallbackApp) -> str:
    return " ".join(notification.message for notification in app._notifications)


@pytest.mark.parametrize("looks_only", [False, True])
async def test_export_writes_everything(
    make_app: MakeApp, tmp_path: Path, looks_only: bool
) -> None:
    app = make_app(SEVERAL)
    if looks_only:
        app = look_only(app.session)
    whole, sheet = tmp_path / "all there is.json", tmp_path / "sheet.csv"
    async with app.run_test() as pilot:
        await shown(pilot)
        await export(pilot, f'"{whole}"')
        assert "6 auditions written" in said(app)
        assert "No column" not in said(app)
        await export(pilot, sheet.with_suffix(""), form="csv")
        assert f"No column holds: {', '.join(left_out(SEVERAL))}." in said(app)
    kept = json.loads(whole.read_bytes())
    assert len(kept["auditions"]) == len(SEVERAL)
    rows = list(csv.DictReader(io.StringIO(sheet.read_text("utf-8-sig"))))
    assert {row["Role"] for row in rows} == {audition.role for audition in SEVERAL}
    assert whole.stat().st_mode & 0o777 == 0o600
    assert app.session.drafts.all() == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Write where the file is to be"),
        ("there.json", "is there already, and stays as it is"),
        ("all.xlsx", "End its name in .json, or leave the ending out."),
        ("there.json/all.json", "There can be no file"),
        ("nowhere/all.json", "There is no folder"),
        (f"{'x' * 5000}.json", "There can be no file"),
    ],
)
async def test_bad_export_path_is_refused_before_writing(
    make_app: MakeApp, tmp_path: Path, name: str, words: str
) -> None:
    there = tmp_path / "there.json"
    there.write_text("mine")
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        await export(pilot, tmp_path / name if name else "")
        notes = [str(note.content) for note in app.screen.query(".-wrong .note").results(Static)]
        assert words in " ".join((trouble(app), *notes))
    assert there.read_text() == "mine"


async def test_unwritable_export_folder_is_reported(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        await export(pilot, "/proc/all.json")
        assert "Not exported" in trouble(app)


@pytest.mark.parametrize("form", ExportFormat)
async def test_export_follows_the_filter_and_nda(
    make_app: MakeApp, tmp_path: Path, form: ExportFormat
) -> None:
    secret = read_on(4, id="secret", role="Agent S", project="Tin Roof Two", nda=True)
    app = make_app([*SEVERAL, secret])
    async with app.run_test() as pilot:
        await shown(pilot)
        await export(pilot, tmp_path / "some", form=form, filter="roof", with_nda="no")
        assert "1 audition written" in said(app)
        data = (tmp_path / f"some.{form}").read_bytes()
        if form is ExportFormat.XLSX:
            [row] = read_sheet(data, NOW).rows
            assert row.audition.role == "Prosecutor Vale"
        else:
            assert b"Prosecutor Vale" in data
            assert b"Agent S" not in data
            assert b"Nina" not in data


async def test_invalid_export_filter_is_refused_at_its_field(
    make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        await export(pilot, tmp_path / "some", filter="stage:nowhere")
        [note] = app.screen.query(".-wrong .note").results(Static)
        assert "nowhere" in str(note.content)
    assert not (tmp_path / "some.json").exists()


def test_every_export_format_is_offered() -> None:
    assert {form.value for form in ExportFormat} == FORMATS.keys()
