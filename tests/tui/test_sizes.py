"""A storm of sizes leaves every screen as it was, and no dialog minds any of them."""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from tempfile import mkdtemp
from typing import Any, Final

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import ModalScreen

import callbacktui.tui
from callbacktui.domain.stage import Disposition
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.tui.bookouts.screen import BookOutsScreen
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.help_screen import HelpScreen
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.message_dialog import NotesDialog
from callbacktui.tui.components.pick_list import PickList
from callbacktui.tui.components.theme_picker import ThemePalette
from callbacktui.tui.components.unasked_dialog import UnaskedDialog
from callbacktui.tui.desk.actions.external_editor import EditorScreen
from callbacktui.tui.desk.card_screen import CardScreen
from callbacktui.tui.desk.qr_screen import QrScreen
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.quick_add_screen import QuickAddScreen
from callbacktui.tui.history.backups_screen import BackupsScreen
from callbacktui.tui.history.history_screen import HistoryScreen
from callbacktui.tui.history.removed_screen import RemovedScreen
from callbacktui.tui.importing.file_screen import FileScreen
from callbacktui.tui.importing.preview_screen import ImportScreen, SheetFile
from callbacktui.tui.invitation.paste_screen import PasteScreen, Source
from callbacktui.tui.invitation.review_state import Review
from callbacktui.tui.invitation.screen import InvitationScreen
from callbacktui.tui.library.reader_screen import ReaderScreen
from callbacktui.tui.library.screen import LibraryScreen
from callbacktui.tui.money.screen import MoneyScreen
from callbacktui.tui.pieces.screen import PiecesScreen
from callbacktui.tui.practice.screen import PracticeScreen
from callbacktui.tui.reflection.addendum_screen import AddendumScreen
from callbacktui.tui.reflection.reflect_screen import ReflectScreen
from callbacktui.tui.reflection.sweep_screen import SweepScreen
from tests.factories import NOW, done, read_on, reflection
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.host_app import session
from tests.tui.sample_desks import SEVERAL, desk, details_drawn, in_library, shown

pytestmark = pytest.mark.usefixtures("every_drawing")

MANY = [read_on(30 + n, id=f"q{n}", role=f"Role {n}", project=f"Play {n}") for n in range(30)]


USUAL: Final = (120, 36)


MANY_SIZES = bool(os.environ.get("CALLBACKTUI_SIZES"))
"""True for `make monkey`, which takes its time."""


def storm(seed: int, count: int = 30 if MANY_SIZES else 5) -> list[tuple[int, int]]:
    """Return sizes from 1x1 to 250x70, small ones as often as large ones."""
    chance = Random(seed)
    return [
        (
            chance.randint(1, chance.choice((8, 60, 250))),
            chance.randint(1, chance.choice((6, 30, 70))),
        )
        for _ in range(count)
    ]


def drawn(pilot: Pilot[None]) -> list[str]:
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def rest(pilot: Pilot[None]) -> None:
    await shown(pilot)
    await details_drawn(pilot)
    if isinstance(pilot.app.screen, LibraryScreen):
        await in_library(pilot)
    for _ in range(6):
        await pilot.pause(0.02)


STATES: dict[str, tuple[str, ...]] = {
    "desk": (),
    "end of the list": ("G",),
    "zoomed detail": ("2", "z"),
    "filter": ("slash", "n"),
    "sweep": ("w",),
    "library": ("L",),
    "article": ("L", "enter"),
    "glossary": ("L", "3"),
    "article of a tip": ("t",),
    "form": ("e",),
    "quick line": ("n", "N"),
    "question": ("s",),
    "look back": ("r",),
    "help": ("question_mark",),
    "history": ("v",),
    "backups": ("0",),
    "practice": ("p",),
    "palette": ("ctrl+p",),
}


@pytest.mark.parametrize("state", STATES)
async def test_screens_survive_many_resizes(make_app: MakeApp, state: str) -> None:
    app = make_app([*SEVERAL, *MANY])
    async with app.run_test(size=USUAL) as pilot:
        await rest(pilot)
        for key in STATES[state]:
            await seen(pilot, key)
        await rest(pilot)
        before = drawn(pilot)
        for other in (*storm(len(state)), USUAL):
            await pilot.resize_terminal(*other)
        for _ in range(20):
            await rest(pilot)
            if drawn(pilot) == before:
                break
        assert drawn(pilot) == before


SIZES: Final = (
    ((1, 1), (1, 10), (2, 2), (3, 3), (5, 2), (8, 4), (10, 3), (20, 5), (30, 8), (40, 10), (80, 24))
    if MANY_SIZES
    else ((1, 1), (8, 4), (20, 5))
)
LOCKED = read_on(
    5,
    id="locked",
    role="Locked",
    disposition=Disposition.PASSED_TOLD,
    rounds=(done(5, reflection=reflection(locked_before_result=True)),),
)


def _invitation() -> ModalScreen[Any]:
    mail = "Callback for NINA in THE SEAGULL, Tuesday December 1, 3:15pm ET. Harbor Casting"
    review = Review(read_invitation(mail.encode(), NOW), SEVERAL, NOW)

    async def keep(_: Review) -> str | None:
        return None

    return InvitationScreen(review, Source(mail), keep, session(Path(mkdtemp())))


def _preview() -> ModalScreen[Any]:
    sheet = b"Date,Project,Vibe,Result\n11/14/2026,Tin Kettle,warm,callback\n" * 40

    async def keep(_: object) -> str | None:
        return None

    return ImportScreen(SheetFile("a.csv", "a", sheet), session(Path(mkdtemp())), keep)


OPENED_BY: dict[type[ModalScreen[Any]], str | Callable[[], ModalScreen[Any]]] = {
    AddendumScreen: "r",
    BackupsScreen: "0",
    BookOutsScreen: "B",
    CardScreen: "a",
    ChoiceDialog: "s",
    ConfirmDialog: lambda: ConfirmDialog("Not saved", "Discard it? " * 9, yes="Yes", no="No"),
    FileScreen: "plus",
    FormScreen: "e",
    HelpScreen: "question_mark",
    HistoryScreen: "v",
    ImportScreen: _preview,
    InvitationScreen: _invitation,
    LineDialog: "number_sign",
    MoneyScreen: "K",
    PiecesScreen: "U",
    NotesDialog: lambda: NotesDialog("Found", ["One record cannot be read. " * 9] * 3),
    PasteScreen: "i",
    PracticeScreen: "p",
    QrScreen: "Q",
    QuickAddScreen: "n",
    ReaderScreen: "t",
    ReflectScreen: "r",
    RemovedScreen: "minus",
    SweepScreen: "w",
    ThemePalette: lambda: ThemePalette("ghostlight", lambda _: None, "x"),
    UnaskedDialog: lambda: UnaskedDialog("Back?", [Choice(1, "One"), Choice(2, "Two")]),
}
"""Every dialog, and the key of the desk that opens it, or one made here."""


def dialogs(base: type[ModalScreen[Any]] = ModalScreen) -> Iterator[type[ModalScreen[Any]]]:
    """Yield every dialog that is no mere base of others, of ours and of Textual's own.

    Left out is the one behind the actor's editor: the editor has the terminal until it is done.
    """
    for kind in base.__subclasses__():
        yield from dialogs(kind)
        is_base = kind.__subclasses__() and kind is not ChoiceDialog
        if (
            not is_base
            and kind is not EditorScreen
            and kind.__module__.startswith(("callbacktui.", "textual."))
        ):
            yield kind


def test_every_dialog_has_a_case() -> None:
    for module in walk_packages(callbacktui.tui.__path__, "callbacktui.tui."):
        import_module(module.name)
    assert set(dialogs()) == OPENED_BY.keys()


@pytest.mark.parametrize("kind", OPENED_BY, ids=lambda kind: kind.__name__)
async def test_dialogs_work_at_any_size(make_app: MakeApp, kind: type[ModalScreen[Any]]) -> None:
    app = make_app([*SEVERAL, LOCKED])
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        desk(app).show("locked" if kind is AddendumScreen else "waiting")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            opener = OPENED_BY[kind]
            if isinstance(opener, str):
                await pilot.press(opener)
            else:
                app.push_screen(opener())
            while type(app.screen) is not kind:
                await pilot.pause(0.01)
            for other in (SIZES[0], (200, 60), size) if MANY_SIZES else (SIZES[0], size):
                await pilot.resize_terminal(*other)
            await pilot.press("escape")
            while not isinstance(app.screen, DeskScreen):
                await pilot.pause(0.01)


async def test_page_keys_are_harmless_in_a_tiny_list() -> None:
    class Narrow(App[None]):
        CSS = "PickList { max-height: 0; border: none; padding: 0; }"

        def compose(self) -> ComposeResult:
            yield PickList("one", "two")

    app = Narrow()
    async with app.run_test() as pilot:
        await seen(pilot, "pagedown", "pageup")
        assert app.is_running
