"""The program opens with every theme that can be chosen, configured or remembered."""

import contextlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.color import Color
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widgets import Static

from callbacktui.cli.context import CliContext
from callbacktui.config import Config
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.state_folder import state_folder
from callbacktui.theme_names import DEFAULT_THEME, THEME_NAMES
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.message_dialog import NotesDialog
from callbacktui.tui.theme.styles import Styles
from callbacktui.tui.theme.themes import MATINEE
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, in_library, lines, settled, shown

SPOILED: tuple[Any, ...] = (
    None, 7, "", "[/", "x" * 100_000, [], [None, {}, 7], [["a"]], {"": ""},
    {"given": [{}], "resting": {"a": "2026-99-99"}},
    {"seen": {"a": "0001-01-01"}, "resting": {"a": "9999-12-31"}}, {"read_for": {"x": ["gone"]}},
    {"slate": ["gone", -(2**62)]}, {"slate": ["", 2**62]},
)  # fmt: skip
KEYS = ("theme", "tips", "quiet_tips", "filters", "bookmarks", "places", "device")


def remember(app: CallbackApp, values: dict[str, Any]) -> None:
    folder = state_folder(app.session.path)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "memory.json").write_bytes(msgspec.json.encode(values))


def remembered(app: CallbackApp) -> str:
    return Preferences(state_folder(app.session.path)).get("theme", "")


def notices(app: CallbackApp) -> str:
    return " ".join(app.session.repository.notices)


def test_theme_names_match_the_available_themes(make_app: MakeApp) -> None:
    assert set(make_app(SEVERAL).available_themes) == set(THEME_NAMES)


def test_every_theme_can_be_drawn(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    for name in app.available_themes:
        app.theme = name
        assert Styles.of(app.get_css_variables()).text.color, name


@pytest.mark.parametrize("name", ["nord", "ansi-light", "ansi-dark", "nosuch", ""])
async def test_unknown_remembered_theme_falls_back(make_app: MakeApp, name: str) -> None:
    app = make_app(SEVERAL)
    remember(app, {"theme": name})
    app = make_app()
    async with app.run_test() as pilot:
        await shown(pilot)
        assert app.theme == (name if name in THEME_NAMES else DEFAULT_THEME)
        assert any("Nina" in line for line in lines(app))
        assert (name in notices(app)) is (name not in THEME_NAMES) or not name
        app.choose_theme("matinee")
        await settled(pilot)
    assert remembered(app) == "matinee"


async def test_unknown_configured_theme_falls_back_and_is_reported(
    tmp_path: Path,
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('theme = "matinea"\n')
    data = tmp_path / "auditions.json"
    cli = CliContext(data, settings, plain_ascii=False, frozen="2026-11-22T09:30")
    with cli.open() as place:
        app = CallbackApp(place)
        async with app.run_test() as pilot:
            await shown(pilot)
            assert app.theme == DEFAULT_THEME
            assert isinstance(app.screen, NotesDialog)
            said = [str(notice.content) for notice in app.screen.query(".notice").results(Static)]
            assert any("line 1: There is no theme “matinea”" in notice for notice in said)


async def test_configured_theme_overrides_the_remembered_one(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    remember(app, {"theme": "nord"})
    app = make_app((), Config(theme="matinee"))
    async with app.run_test() as pilot:
        await shown(pilot)
        assert app.theme == "matinee"
        app.choose_theme("contrast")
        await settled(pilot)
        await pilot.pause(0.1)
        (said,) = app._notifications
        assert "matinee" in said.message


async def test_undrawable_theme_is_not_remembered(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    app.register_theme(
        Theme(name="broken", primary="#ff0000", variables={"foreground": "ansi_default"})
    )

    async def choose() -> None:
        async with app.run_test() as pilot:
            await shown(pilot)
            app.choose_theme("broken")
            await settled(pilot)

    with contextlib.suppress(Exception):  # whatever it raises, the theme must not be remembered
        await choose()
    assert remembered(app) != "broken"


async def test_palette_offers_only_working_themes(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        app.action_change_theme()
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"ansilight", "enter")
        await pilot.pause()
        assert not app.theme.startswith("ansi")
        assert app.is_running


async def trying(app: CallbackApp, pilot: Pilot[None], *keys: str) -> CommandList:
    """Open the palette of themes, and press keys in it."""
    await shown(pilot)
    app.search_themes()
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    return app.screen.query_one(CommandList)


async def test_palette_lists_own_themes_first_and_marks_the_current_one(
    make_app: MakeApp,
) -> None:
    app = make_app((), Config(theme="nord"))
    async with app.run_test() as pilot:
        listed = await trying(app, pilot)
        rows = [str(option.prompt) for option in listed.options]
        assert rows[:3] == ["  ghostlight", "  matinee", "  contrast"]
        assert rows[3:] == sorted(rows[3:], key=lambda row: row[2:])
        assert [row for row in rows if row.startswith("✓")] == ["✓ nord"]
        assert rows[listed.highlighted or 0] == "✓ nord"
        assert app.theme == "nord"


async def test_highlighted_theme_is_previewed(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        listed = await trying(app, pilot, "down")
        assert app.theme == "matinee"
        assert listed.styles.background == Color.parse(MATINEE.panel or "")
        await pilot.press("escape")
        await settled(pilot)
        assert app.theme == DEFAULT_THEME
        assert not remembered(app)
        await trying(app, pilot, *"nor")
        assert app.theme == "nord"
        await pilot.press("enter")
        await settled(pilot)
        assert app.theme == remembered(app) == "nord"


@pytest.mark.parametrize("value", SPOILED, ids=lambda value: str(value)[:40])
async def test_damaged_preferences_never_prevent_a_start(make_app: MakeApp, value: Any) -> None:
    remember(make_app(SEVERAL), dict.fromkeys(KEYS, value))
    app = make_app()
    async with app.run_test() as pilot:
        await shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is desk(app)
        await pilot.press("slash", "up", "escape", "X", "X", "j")
        await settled(pilot)
        await pilot.press("L", "enter", "B", "f", "escape", "escape", "A")
        await in_library(pilot)
        assert app.is_running
        assert len(app.session.ledger) == len(SEVERAL)
