"""Bindings, help, palette and mouse all run the same commands."""

import ast
from collections.abc import Iterator
from importlib import import_module
from inspect import signature
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.app import App
from textual.binding import Binding
from textual.command import CommandList, CommandPalette
from textual.widget import Widget
from textual.widgets import Input

from callbacktui import tui
from callbacktui.config import Config
from callbacktui.tui.commands.command import Place
from callbacktui.tui.commands.desk import DESK
from callbacktui.tui.commands.forms import ANSWER_KEYS
from callbacktui.tui.commands.keymap import KeyClash, _trouble, keymap, unknown_commands
from callbacktui.tui.commands.registry import BY_ID, COMMANDS, TOGETHER
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.help_screen import HelpScreen
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.desk.actions.registry import OF_AUDITIONS, OF_THE_DESK, action_of
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.practice.screen import PracticeScreen
from callbacktui.tui.reflection.question_definitions import ALL
from tests.tui.conftest import MakeApp
from tests.tui.host_app import Host
from tests.tui.sample_desks import SEVERAL, desk, details_drawn, listed, settled, shown, typed

WIDE = (160, 42)
BY_THE_SCREEN_ITSELF = {"filter", "go_to_next", "zoom", "undo", "redo"}


def test_every_desk_command_has_an_action() -> None:
    carried_out = [*OF_AUDITIONS, *OF_THE_DESK, *BY_THE_SCREEN_ITSELF]
    assert sorted(command.id for command in DESK) == sorted(carried_out)
    for ids, takes in ((OF_AUDITIONS, 2), (OF_THE_DESK, 1)):
        for id_ in ids:
            assert len(signature(action_of(id_)).parameters) == takes


def test_command_ids_and_keys_are_unique() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert {command.id for commands in TOGETHER for command in commands} == set(ids)
    for commands in TOGETHER:
        keys = [key for command in commands for key in command.keys.split(",") if key]
        assert len(keys) == len(set(keys))
        assert not any(key.startswith("alt+") for key in keys)
        assert not {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"} & set(keys)


def our_widgets() -> Iterator[type[Widget]]:
    """Every widget and screen of ours, each once."""
    for module in walk_packages(tui.__path__, f"{tui.__name__}."):
        import_module(module.name)
    waiting, seen = [Widget], set()
    while waiting:
        for widget in waiting.pop().__subclasses__():
            if widget not in seen:
                seen.add(widget)
                waiting.append(widget)
    yield from (widget for widget in seen if widget.__module__.startswith(tui.__name__))


def test_no_key_is_bound_outside_the_commands() -> None:
    here = Path(tui.__file__).parent
    for file in here.rglob("*.py"):
        if "commands" in file.relative_to(here).parts:
            continue
        names = {
            node.func.id
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "Binding" not in names, file


def test_every_key_of_every_screen_and_widget_is_a_command() -> None:
    bound = [binding for widget in our_widgets() for binding in widget.__dict__.get("BINDINGS", ())]
    assert len(bound) > 100
    for binding in bound:
        assert isinstance(binding, Binding), binding
        assert binding.id in BY_ID, binding
    assert {binding.id for binding in bound} >= {command.id for command in COMMANDS if command.keys}


def test_every_place_has_at_least_one_command() -> None:
    assert {command.place for command in COMMANDS} == set(Place)


def test_key_clash_is_refused_with_both_names() -> None:
    with pytest.raises(KeyClash, match=r"Sweep.*Undo"):
        keymap({"undo": "w"})
    with pytest.raises(KeyClash, match=r"Search.*Bookmark"):
        keymap({"library_bookmark": "slash"})
    with pytest.raises(KeyClash, match=r"New practice.*Remove practice"):
        keymap({"practice_remove": "n"})
    with pytest.raises(KeyClash, match=r"Undo.*Down"):
        keymap({"practice_put_back": "j"})
    assert keymap({"library_bookmark": "s"}) == {"library_bookmark": "s"}


def test_unknown_command_is_reported_and_other_keys_are_used() -> None:
    assert keymap({"nothing": "w", "undo": "D, f9"}) == {"undo": "D,f9"}
    (words,) = unknown_commands({"undoo": "w", "undo": "D"})
    assert "keys.undoo names no command; near it are undo" in words


@pytest.mark.parametrize(
    "key",
    [
        *("", " ", "ctrl+zz", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "alt+x", "ctrl+1", "u,"),
        *("pagedwon", "ctrl+Z", "f99", "ctrl++", "super+x", "Ctrl+z", "ctrl+shift+x", "shift+a"),
    ],
)
def test_impossible_key_is_refused(key: str) -> None:
    with pytest.raises(KeyClash, match=r"keys\.undo"):
        keymap({"undo": key})


@pytest.mark.parametrize(
    "key",
    ["D", "ctrl+u", "f5", "insert", "ctrl+left", "shift+f3", "exclamation_mark", "é", "ctrl+a,f12"],
)
def test_possible_key_is_accepted(key: str) -> None:
    assert keymap({"undo": key}) == {"undo": key}


def test_every_default_key_is_valid_in_the_settings() -> None:
    for command in COMMANDS:
        if command.keys:
            assert not any(map(_trouble, command.keys.split(","))), command.id


async def test_remapped_key_works_and_is_shown(make_app: MakeApp) -> None:
    app = make_app(SEVERAL, Config(keys={"remove": "D"}))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("d")
        await settled(pilot)
        assert "tape" in app.session.ledger
        await pilot.press("D")
        await settled(pilot)
        assert "tape" not in app.session.ledger
        assert next(c.keys for c in desk(app).commands if c.id == "remove") == "D"


@pytest.mark.parametrize("id_", ["form_save", "dialog_back", "line_save", "quick_form"])
@pytest.mark.parametrize("key", ["ß", "space", "number_sign"])
def test_letter_for_a_command_in_a_text_field_is_refused(id_: str, key: str) -> None:
    with pytest.raises(KeyClash, match=rf"keys\.{id_}.*letter of its own"):
        keymap({id_: key})


@pytest.mark.parametrize("id_", ["scale_less", "scale_next", "help"])
@pytest.mark.parametrize("key", ["3", "y", "f5,n"])
def test_key_that_answers_a_question_is_refused(id_: str, key: str) -> None:
    with pytest.raises(KeyClash, match=rf"keys\.{id_}.*answers a question"):
        keymap({id_: key})


def test_answer_keys_match_the_questions() -> None:
    typed_keys = map(chr, range(33, 127))
    answering = {k for k in typed_keys if any(q.answer(k) is not None for q in ALL)}
    assert answering == ANSWER_KEYS


async def test_remapped_dialog_key_works_and_is_shown(make_app: MakeApp) -> None:
    app = make_app(SEVERAL, Config(keys={"practice_new": "N", "dialog_back": "f9"}))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("p")
        await details_drawn(pilot)
        assert isinstance(app.screen, PracticeScreen)
        assert "N makes the first entry." in str(app.screen.empty)
        foot = str(app.screen.query_one(KeyBar).render())
        assert foot.startswith(" N new ")
        assert foot.endswith(" f9 back ")
        await pilot.press("n")
        await details_drawn(pilot)
        assert isinstance(app.screen, PracticeScreen)
        await pilot.press("N")
        await details_drawn(pilot)
        assert isinstance(app.screen, FormScreen)
        await pilot.press("f9", "f9")
        await details_drawn(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_dialog_has_its_own_help_and_palette(make_app: MakeApp) -> None:
    app = make_app(SEVERAL, Config(keys={"practice_new": "N", "help": "f2"}))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("p")
        await details_drawn(pilot)
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        text = "\n".join(help_lines(app))
        assert text.index(Place.PRACTICE.value) < text.index(Place.BROWSING.value)
        await pilot.press("f2", "ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        app.screen.query_one(Input).value = "new practice"
        listed = app.screen.query_one(CommandList)
        for _ in range(100):
            await pilot.pause(0.02)
            if listed.option_count and "New practice" in str(listed.get_option_at_index(0).prompt):
                break
        await pilot.press("enter")
        await details_drawn(pilot)
        assert isinstance(app.screen, FormScreen)


async def test_choice_letters_skip_the_cursor_keys(make_app: MakeApp) -> None:
    app = make_app(SEVERAL, Config(keys={"choice_down": "r"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        app.push_screen(dialog := ChoiceDialog("Which?", [Choice(1, "Read"), Choice(2, "Rest")]))
        await pilot.pause()
        await pilot.press("r", "e")
        await pilot.pause()
        assert app.screen is not dialog


def help_lines(host: App[None]) -> list[str]:
    strips = host.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def test_help_is_filtered_while_typing() -> None:
    host = Host(HelpScreen(Place.LIST))
    async with host.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash")
        await typed(pilot, "histor")
        text = "\n".join(help_lines(host))
        assert "What changed when" in text
        assert Place.HISTORY.value in text
        assert Place.LIST.value not in text
        await typed(pilot, "xx")
        assert "Esc shows them all." in "\n".join(help_lines(host))
        await pilot.press("escape")
        await pilot.pause()
        assert Place.LIST.value in "\n".join(help_lines(host))
        assert not host.answers
        await pilot.press("escape")
    assert host.answers == [None]


async def test_the_palette_offers_what_can_run_and_goes_to_auditions(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("colon")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        app.screen.query_one(Input).value = "copper"
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await settled(pilot)
        assert listed(app).cursor == "waiting"


async def test_the_mouse_selects_opens_and_runs(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.click("#list", offset=(10, 4))
        await shown(pilot)
        assert listed(app).cursor == "held"
        await pilot.click("#list", offset=(10, 4), times=2)
        await shown(pilot)
        assert app.screen.query_one("#detail").has_focus
        await pilot.press("escape")
        line = desk(app).query_one(KeyBar)
        at = str(line.render()).index("help")
        await pilot.click("#keys", offset=(at, 0))
        await pilot.pause()
        assert not isinstance(app.screen, DeskScreen)


async def test_earlier_filters_can_be_recalled(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        await typed(pilot, "is:quiet")
        await pilot.press("enter")
        await shown(pilot)
        await pilot.press("escape")
        await shown(pilot)
        await pilot.press("slash", "up")
        await shown(pilot)
        assert listed(app).stops == ("quiet",)
