"""The palette: text is not parsed as markup, it opens at every size, and it finds commands."""

import pytest
from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input

from callbacktui.cli.main import COMMANDS
from callbacktui.tui.commands.registry import BY_ID
from callbacktui.tui.commands.search_words import OTHER_WORDS, SHELL, begins
from callbacktui.tui.components.palette_screen import NOTHING_FOUND
from tests.factories import audition
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import HOSTILE, SEVERAL, desk, shown

OFFICES = ("Harbor [/]", "@[@click=app.quit]Harbor[/]", "[NY] Harbor", *HOSTILE)


async def found(pilot: Pilot[None], words: str) -> list[str]:
    """Type into the palette, and return what it lists."""
    palette = pilot.app.screen
    assert isinstance(palette, CommandPalette)
    palette.query_one(Input).value = words
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    listed = palette.query_one(CommandList)
    options = [listed.get_option_at_index(n) for n in range(listed.option_count)]
    return [getattr(option.prompt, "plain", str(option.prompt)) for option in options]


async def opened(pilot: Pilot[None]) -> None:
    await shown(pilot)
    await pilot.press("ctrl+p")
    await pilot.pause()


@pytest.mark.parametrize("office", OFFICES, ids=range(len(OFFICES)))
async def test_office_name_with_brackets_is_plain_text(make_app: MakeApp, office: str) -> None:
    app = make_app([audition(role="Nina", project="The Seagull", office=office)])
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        rows = await found(pilot, "Nina")
        assert any("Nina" in row for row in rows)
        if office.startswith(("[NY]", "Harbor", "@")):
            assert any(row.endswith(office) for row in rows)
        for y in range(36):
            for x in range(0, 120, 7):
                style = app.screen.get_style_at(x, y)
                assert "quit" not in str(style.meta)
        await pilot.press("enter")
        await pilot.pause()
        assert app.is_running
        assert app.screen is desk(app)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_palette_input_is_harmless(make_app: MakeApp, words: str) -> None:
    app = make_app([audition(role=words, project=words, office=words), *SEVERAL])
    async with app.run_test() as pilot:
        await opened(pilot)
        await found(pilot, words)
        await found(pilot, words[:1])
        assert app.is_running


@pytest.mark.parametrize("door", ["action_command_palette", "action_change_theme"])
async def test_palette_works_at_any_size(make_app: MakeApp, door: str) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        getattr(app, door)()
        await pilot.pause()
        for size in [*((n, n) for n in range(1, 16)), (1, 40), (2, 24), (7, 24), (3, 3), (200, 1)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await found(pilot, "e")
        assert app.is_running
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert await found(pilot, "e")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("theme", "Theme"),
        ("colours", "Theme"),
        ("import", "Import auditions"),
        ("settings", "Settings"),
        ("preferences", "Settings"),
        ("feedback", "Word came"),
        ("delete", "Remove"),
        ("trash", "Lately removed"),
        ("csv", "Export"),
        ("class", "Practice"),
        ("password", "Encrypted backup"),
    ],
)
async def test_commands_are_found_by_everyday_words(
    make_app: MakeApp, words: str, name: str
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        assert any(row.startswith(name) for row in await found(pilot, words))


@pytest.mark.parametrize("door", ["action_command_palette", "action_change_theme"])
async def test_page_keys_work_in_a_tiny_window(make_app: MakeApp, door: str) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(5, 3)) as pilot:
        await shown(pilot)
        getattr(app, door)()
        await pilot.pause()
        await found(pilot, "e")
        await pilot.press("pagedown", "pageup", "down", "ctrl+end", "ctrl+home")
        assert app.is_running


async def test_empty_palette_search_says_so(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        assert await found(pilot, "qqxz") == [NOTHING_FOUND]
        await pilot.press("enter", "down", "pagedown", "enter")
        assert isinstance(app.screen, CommandPalette)
        assert NOTHING_FOUND not in await found(pilot, "theme")


async def test_name_matches_rank_first_and_are_highlighted(
    make_app: MakeApp,
) -> None:
    app = make_app([audition(role="Nina", project="[red]Tide[/red]")])
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        rows = await found(pilot, "audition")
        assert rows[0].startswith("New audition")
        assert any(row.startswith("Edit") for row in rows[1:])
        assert "[red]Tide[/red]" in (await found(pilot, "tide"))[0]
        (option, *_) = app.screen.query_one(CommandList).options
        assert isinstance(option.prompt, Content)
        start = option.prompt.plain.index("Tide")
        assert any((span.start, span.end) == (start, start + 1) for span in option.prompt.spans)


async def test_shell_commands_are_found_by_name(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        for name in COMMANDS:
            assert await found(pilot, name) != [NOTHING_FOUND], name


async def test_shell_only_commands_explain_their_usage(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await found(pilot, "doctor")
        await pilot.press("enter")
        await pilot.pause(0.1)
        (said,) = app._notifications
        assert "callbacktui doctor" in said.message


def test_search_words_refer_to_existing_commands() -> None:
    assert set(OTHER_WORDS) <= set(BY_ID)
    for known in SHELL:
        name = known.usage.split()[1]
        assert name in COMMANDS or name == "--help"


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("how do I cancel", "close"),
        ("How do I cancel?", "close"),
        ("my job was cut", "close"),
        ("my agent changed", "edit"),
        ("callback moved", "change_time"),
        ("the audition is pushed", "change_time"),
        ("send to my phone", "qr"),
        ("print for my agent", "export"),
        ("restore what I deleted", "removed"),
    ],
)
def test_full_question_finds_the_command(asked: str, id_: str) -> None:
    command = BY_ID[id_]
    words = f"{command.name} {command.about} {OTHER_WORDS.get(id_, '')}"
    assert begins(words, asked)
    assert not begins(words, "how do I")
