"""Key names on screen follow the keys that the settings assign."""

import pytest
from msgspec.structs import replace
from textual.screen import Screen
from textual.widgets import Static

from callbacktui.config import Config
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.commands.keymap import key_words, with_chosen_keys, without_keys_of
from callbacktui.tui.commands.registry import BY_ID, COMMANDS
from callbacktui.tui.components.help_screen import HelpScreen
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.desk.detail_pane import DetailPane
from callbacktui.tui.history.backups_screen import BackupsScreen
from callbacktui.tui.history.history_screen import HistoryScreen
from tests.factories import NOW
from tests.tui.conftest import MakeApp
from tests.tui.desk.test_glossary_terms import PINNED
from tests.tui.history.test_history_screens import edit
from tests.tui.sample_desks import (
    SEVERAL,
    desk,
    details_drawn,
    in_library,
    lines,
    press,
    settled,
    shown,
)


def leaf_colours(app: CallbackApp) -> set[str]:
    """Return the colors in which the details are drawn."""
    detail = app.screen.query_one(".detail > Static", Static)
    strips = [detail.render_line(y) for y in range(detail.size.height)]
    return {str(s.style.color) for strip in strips for s in strip if s.style and s.text.strip()}


OWN = {
    "undo": "D",
    "new": "ctrl+n",
    "reopen": "Y",
    "reflect": "J",
    "help": "f2",
    "word": "f3",
    "word_next": "f4",
    "quiet_tips": "f5",
    "pane_detail": "f6",
    "library_pages": "f7",
    "library_remove": "f8",
    "library_back": "f9",
}


def test_command_without_a_key_is_named_by_the_palette() -> None:
    words = key_words(with_chosen_keys(COMMANDS, OWN))
    assert words["undo"] == "D"
    assert words["filter"] == "/"
    assert words["theme"] == "the palette"


def test_shared_key_is_left_to_one_command() -> None:
    assert without_keys_of(BY_ID["help"], BY_ID["word"]).keys == "f1"
    assert (
        without_keys_of(replace(BY_ID["help"], keys="f1,question_mark"), BY_ID["word"]).keys == "f1"
    )
    assert without_keys_of(BY_ID["undo"], BY_ID["word"]) == BY_ID["undo"]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_desk_shows_the_configured_keys(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app([PINNED], Config(keys=OWN))

    def said() -> str:
        return next(iter(app._notifications)).message

    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await pilot.press("f6")
        await shown(pilot)
        detail = desk(app).query_one(DetailPane)
        assert str(detail.border_title).split()[0] == "f6"
        foot = str(detail.border_subtitle)
        assert foot == f"f3 {detail.word}  [ f4 other words  f2 help"
        assert desk(app).query_one(KeyBar).keys[-1].key == "f2"
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("f2", "escape", "f5", "t")
        await settled(pilot)
        assert said() == "Tips are off. f5 brings them back."
        await pilot.press("d")
        await settled(pilot)
        assert said().endswith("D puts it back.")
        assert any("ctrl+n keeps the first one" in line for line in lines(app))
        await pilot.press("e")
        await settled(pilot)
        assert said() == "There is no audition under the cursor. ctrl+n keeps a new one."


async def test_library_shows_the_configured_keys(make_app: MakeApp) -> None:
    app = make_app(SEVERAL, Config(keys=OWN))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("L")
        await in_library(pilot)
        assert "f7 Yours" in str(app.screen.query_one("#shelf").border_title)
        await pilot.press("f8")
        await in_library(pilot)
        said = next(iter(app._notifications)).message
        assert said == "Only pages of your own can be removed; f7 shows them."
        await pilot.press("slash")
        await in_library(pilot)
        assert app.screen.query_one(KeyBar).keys[-1].key == "f9"


@pytest.mark.parametrize(("key", "screen"), [("J", HistoryScreen), ("9", BackupsScreen)])
async def test_list_detail_dialog_follows_the_theme_and_settings(
    make_app: MakeApp, key: str, screen: type[Screen[None]]
) -> None:
    app = make_app(SEVERAL, Config(keys={"history": "J", "backups": "9"}))
    app.session.repository.back_up(NOW)
    await edit(app, "First", office="Gantry")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await press(pilot, key)
        assert isinstance(app.screen, screen)
        before = leaf_colours(app)
        app.theme = "matinee"
        await details_drawn(pilot)
        assert leaf_colours(app) not in (before, set())
