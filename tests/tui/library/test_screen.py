"""The library: what fits the audition, views, search, bookmarks, and reading positions."""

import pytest
from textual.pilot import Pilot

from callbacktui.config import Config
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.library.highlighted_page import Page
from callbacktui.tui.library.screen import LibraryScreen
from callbacktui.tui.library.shelf_list import Shelf
from callbacktui.tui.library.table_of_contents import TableOfContents
from tests.factories import present
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import HOSTILE, SEVERAL, desk, in_library, shown, typed

NARROW, MIDDLE, WIDE = (80, 24), (120, 36), (200, 60)
SIZES = pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE], ids=["80x24", "120x36", "200x60"])


async def go(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await in_library(pilot)


async def search(pilot: Pilot[None], words: str) -> None:
    await pilot.press("slash", "ctrl+u")
    await typed(pilot, words)
    await in_library(pilot)


async def enter(pilot: Pilot[None], on: str = "quiet") -> None:
    await shown(pilot)
    desk(pilot.app).show(on)
    await shown(pilot)
    await go(pilot, "L")


def room(pilot: Pilot[None]) -> LibraryScreen:
    assert isinstance(pilot.app.screen, LibraryScreen)
    return pilot.app.screen


def shelf(pilot: Pilot[None]) -> list[str]:
    widget = room(pilot).query_one(Shelf)
    return [
        "".join(segment.text for segment in widget.render_line(y)).rstrip()
        for y in range(widget.size.height)
    ]


def here(pilot: Pilot[None]) -> str:
    item = room(pilot).query_one(Shelf).here
    return item.title if item else ""


def page(pilot: Pilot[None]) -> list[str]:
    widget = room(pilot).query_one(Page)
    return [widget.render_line(y).text.strip() for y in range(widget.size.height)]


def head(pilot: Pilot[None]) -> str:
    return str(room(pilot).query_one("#page").border_title)


@SIZES
async def test_library_opens_with_articles_for_the_audition(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await enter(pilot)
        rows = shelf(pilot)
        assert rows[0].split() == ["For", "this", "moment", "Park", "Ranger,", "Fernhill"]
        assert here(pilot) == "What silence usually says"
        assert "quiet for 22 days" in " ".join(" ".join(rows[2:5]).split())
        await go(pilot, "enter")
        assert head(pilot) == "What the silence means · What silence usually says"
        assert "What silence usually says" in page(pilot)
        assert room(pilot).query_one(Shelf).display is (size != NARROW)
        assert room(pilot).query_one(TableOfContents).display is (size == WIDE)
        await go(pilot, "n")
        assert head(pilot).endswith("When it was the audition")
        await go(pilot, "left_square_bracket", "p")
        assert head(pilot).endswith("Remembered all the same")
        await go(pilot, "escape")
        assert room(pilot).query_one(Shelf).has_focus
        await go(pilot, "L")
        assert here(pilot) == "What silence usually says"


@pytest.mark.parametrize("key", ["A", "escape"])
async def test_library_returns_to_the_unchanged_desk(make_app: MakeApp, key: str) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=MIDDLE) as pilot:
        await enter(pilot)
        await pilot.press(key)
        await shown(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert present(desk(app).selected).id == "quiet"
        await pilot.press("A")
        await shown(pilot)
        assert isinstance(app.screen, DeskScreen)
        await go(pilot, "L", "A")
        assert isinstance(app.screen, DeskScreen)


async def test_top_line_shows_rooms_and_can_be_clicked(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=NARROW) as pilot:
        await shown(pilot)
        top = app.screen.query_one(TopBar)
        line = "".join(s.text for s in app.screen._compositor.render_strips()[0])
        assert "A Desk  T Today  P People  I Insights  L Library" in line
        await pilot.click(TopBar, offset=(line.index("L Library") + 3, 0))
        await in_library(pilot)
        assert (top.room, room(pilot).query_one(TopBar).room) == ("room_desk", "room_library")
        await pilot.click(room(pilot).query_one(TopBar), offset=(line.index("A Desk"), 0))
        await shown(pilot)
        assert isinstance(app.screen, DeskScreen)


@SIZES
async def test_library_has_four_views(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await enter(pilot)
        await go(pilot, "2")
        assert here(pilot) == "Jen Rudin"
        await go(pilot, "enter")
        assert "have not checked them with the speaker" in " ".join(page(pilot))
        await go(pilot, "enter")
        assert head(pilot) == "What the silence means · No callback is not a verdict"
        await go(pilot, "escape", "tab")
        assert here(pilot) == "Agent"
        await search(pilot, "first ref")
        await go(pilot, "enter")
        told = " ".join(page(pilot))
        assert "Contested" in told
        assert "a courtesy" in told
        await go(pilot, "enter")
        assert head(pilot) == "Avail, pin, hold"
        await go(pilot, "escape", "escape", "tab")
        assert shelf(pilot)[0].startswith(" Articles that you saved elsewhere")
        await go(pilot, "tab")
        assert here(pilot) == "What silence usually says"


@SIZES
async def test_search_updates_per_key_and_opens_the_section(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await enter(pilot)
        await search(pilot, "brian tyree")
        assert here(pilot) == "Brian Tyree Henry"
        await search(pilot, '"kept free for"')
        assert here(pilot) == "The part that is yours"
        await go(pilot, "enter")
        assert head(pilot) == "What the silence means · The part that is yours"
        assert "The part that is yours" in page(pilot)
        await go(pilot, "escape")
        assert here(pilot) == "The part that is yours"
        await search(pilot, "zzzqqq")
        assert shelf(pilot)[0].startswith(" The library has nothing about “zzzqqq”.")
        await go(pilot, "enter", "escape")
        assert here(pilot) == "What silence usually says"
        assert isinstance(app.screen, LibraryScreen)


async def test_search_words_are_highlighted_everywhere(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=MIDDLE) as pilot:
        await enter(pilot)
        await search(pilot, "first refus")
        for widget in (room(pilot).query_one(Shelf), room(pilot).query_one(Page)):
            drawn = [s for y in range(widget.size.height) for s in widget.render_line(y)]
            marked = {s.text.casefold() for s in drawn if s.style and s.style.underline}
            assert {"first", "refusal"} <= marked
        await search(pilot, "zz")
        await go(pilot, "escape", "enter")
        page = room(pilot).query_one(Page)
        assert not page.marks


async def test_escape_ends_the_page_search_first(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=MIDDLE) as pilot:
        await enter(pilot)
        await go(pilot, "l")
        await search(pilot, "king kong")
        await go(pilot, "enter")
        assert head(pilot) == "“king kong”: 1 of 1"
        line = room(pilot).query_one(KeyBar)
        assert [key.word for key in line.keys][-1] == "back"
        await go(pilot, "n", "escape")
        assert head(pilot).startswith("What the silence means")
        await go(pilot, "escape")
        assert room(pilot).query_one(Shelf).has_focus


async def test_footer_shows_the_find_keys_while_finding(
    make_app: MakeApp,
) -> None:
    async with make_app(SEVERAL).run_test(size=NARROW) as pilot:
        await shown(pilot)
        await go(pilot, "L", "enter", "slash")
        told = [key.word for key in room(pilot).query_one(KeyBar).keys]
        assert told == ["to the first place", "back"]


async def test_bookmarks_are_on_top_and_persistent(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=MIDDLE) as pilot:
        await enter(pilot)
        await go(pilot, "G", "B")
        marked = here(pilot)
        assert shelf(pilot)  # the cursor stays where it was
        await go(pilot, "g")
        assert here(pilot) == marked
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        await shown(pilot)
        await go(pilot, "L", "g")
        assert shelf(pilot)[0] == " Bookmarked"
        assert here(pilot) == marked
        await go(pilot, "B", "g")
        assert shelf(pilot)[0] != " Bookmarked"


@SIZES
async def test_reading_position_is_remembered(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await enter(pilot)
        await go(pilot, "G", "enter", "n", "n", "j", "j")
        left = head(pilot), page(pilot)
        await go(pilot, "escape", "k", "j")
        await go(pilot, "enter")
        assert (head(pilot), page(pilot)) == left
        await go(pilot, "escape", "A")
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await go(pilot, "L", "G", "enter")
        assert (head(pilot), page(pilot)) == left


async def test_library_has_its_own_help_and_configurable_keys(
    make_app: MakeApp,
) -> None:
    keys = {"room_library": "Y", "library_bookmark": "m", "reader_next": "v"}
    app = make_app(SEVERAL, Config(keys=keys))
    async with app.run_test(size=MIDDLE) as pilot:
        await enter(pilot)
        assert isinstance(app.screen, DeskScreen)
        await go(pilot, "Y", "enter", "v")
        assert head(pilot).endswith("When it was the audition")
        assert "v" in [key.key for key in room(pilot).query_one(KeyBar).keys]
        assert "library_bookmark" in [command.id for command in room(pilot).offered]
        await pilot.press("question_mark")
        await pilot.pause()
        assert not isinstance(app.screen, LibraryScreen)
        await pilot.press("escape")
        await pilot.pause()
        await go(pilot, "m")
        assert [n.message for n in app._notifications] == ["Bookmarked: What the silence means"]


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (20, 5), (99, 29)])
async def test_library_works_at_any_size_with_hostile_text(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await enter(pilot)
        await go(pilot, "j", "enter", "n", "slash", "x", "enter", "escape", "escape", "escape", "L")
        await go(pilot, "slash")
        for text in HOSTILE:
            room(pilot)._line.value = text
            await in_library(pilot)
        await pilot.resize_terminal(*WIDE)
        await pilot.resize_terminal(*size)
        await go(pilot, "escape", "2", "3", "G", "pageup", "pagedown", "B")
        assert app.is_running
