"""The settings on screen: read from their file, checked at each field, and written back."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.config import read_config
from callbacktui.domain.enums import Medium
from callbacktui.domain.silence import Window
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.desk.screen import DeskScreen
from tests.tui.actions import seen, until_form, write
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, settled, shown


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "callbacktui" / "config.toml"


def text_of(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def keep(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")


async def opened(pilot: Pilot[None], app: CallbackApp) -> None:
    await shown(pilot)
    desk(app).action_do("settings")
    await until_form(pilot)


async def test_changed_settings_are_written_with_comments_kept(
    make_app: MakeApp, file: Path
) -> None:
    keep(file, '# mine\nzone = "Europe/London"\n\n[silence.by_medium.tv]\nusual = 5\nlimit = 6\n')
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, app)
        write(app, "theme", "contrast")
        write(app, "zone", "")
        write(app, "tv", "")
        write(app, "film", "10 40")
        write(app, "tips", "no")
        await seen(pilot, "ctrl+s")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        [said] = app._notifications
        assert "from the next start" in said.message
    config = read_config(file).config
    assert (config.theme, config.zone, config.quiet_tips) == ("contrast", "", True)
    assert config.silence.by_medium == {Medium.FILM: Window(usual=10, limit=40)}
    assert "# mine" in text_of(file)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("theme", "gohst", "There is no theme"),
        ("zone", "Nowhere/City", "There is no time zone"),
        ("tv", "soon", "two numbers of days"),
        ("tv", "20 2", "cannot be the shorter one"),
    ],
)
async def test_wrong_setting_is_refused_at_its_field(
    make_app: MakeApp, file: Path, name: str, text: str, words: str
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, app)
        write(app, name, text)
        await seen(pilot, "ctrl+s")
        for _ in range(200):
            if app.screen.query(".-wrong"):
                break
            await pilot.pause(0.01)
        await seen(pilot)
        [note] = app.screen.query(".-wrong .note").results(Static)
        assert words in str(note.content)
    assert text_of(file) == ""
