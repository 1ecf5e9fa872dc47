"""Auditions to test the desk with, and helpers that read what it shows."""

from typing import Any

import pytest
from rich.console import Console
from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Format, Medium
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.desk.audition_list import AuditionList
from callbacktui.tui.desk.detail_pane import DetailPane
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.library.screen import LibraryScreen
from tests.factories import asked, audition, days_ago, done, held, moment, read_on, reflection

TAPE = audition(
    id="tape",
    role="Nina",
    project="The Seagull",
    office="Harbor Casting",
    medium=Medium.THEATRE,
    stage=Stage.REQUESTED,
    rounds=(asked(format=Format.SELF_TAPE, due_at=moment(1, 18)),),
)
WAITING = read_on(
    9, id="waiting", role="Detective Orr", project="Copper Street", office="Kestrel", medium="tv"
)
QUIET = read_on(22, id="quiet", role="Park Ranger", project="Fernhill", office="Marsh Row")
HELD = held(3, id="held", role="Prosecutor Vale", project="Tin Roof", office="Gantry")
CLOSED = read_on(
    60,
    id="closed",
    role="Mum",
    project="Brackwater",
    office="Kestrel",
    disposition=Disposition.PASSED_TOLD,
    closed_on=days_ago(40),
)
REFLECTED = read_on(
    2,
    id="reflected",
    role="Dr. Lin",
    project="Small Hours",
    medium="film",
    rounds=(done(2, reflection=reflection(felt_good="the turn on page 2", next_time="breathe")),),
)
SEVERAL: tuple[Audition, ...] = (TAPE, WAITING, QUIET, HELD, CLOSED, REFLECTED)

HOSTILE = (
    "[/",
    "[@click=app.quit]x[/]",
    "[bold]not bold[/bold] $name \\[",
    "\x1b[31mred\x1b]52;c;aGk=\x07",
    "\u202eright to left\u202c",
    "שלום עולם",
    "👩‍🎤🎭 日本語の役",
    "=cmd|' /C calc'!A0",
    "x" * 10_000,
)


_PATIENCE = 3_000
"""How many pauses of 10 ms a test waits before it fails."""


def desk(app: App[None]) -> DeskScreen:
    """Return the desk, even if another screen is on top of it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, DeskScreen))


def listed(app: App[None]) -> AuditionList:
    """Return the list of the desk."""
    return desk(app).query_one(AuditionList)


def lines(app: App[None]) -> list[str]:
    """Return the lines of the list as they are on screen."""
    shown = listed(app)
    return [shown.render_line(y).text.rstrip() for y in range(shown.size.height)]


async def settled(pilot: Pilot[None]) -> None:
    """Wait until every change is on disk and on screen; fail if a dialog waits for an answer."""
    for _ in range(_PATIENCE):
        if all(worker.is_finished for worker in pilot.app.workers):
            break
        await pilot.pause(0.01)
    else:
        pytest.fail(f"still at work, with {pilot.app.screen} on top")
    await shown(pilot)


async def shown(pilot: Pilot[None]) -> None:
    """Wait until all is read, the panes show what is under the cursor, and terms are marked."""
    await pilot.pause()
    for _ in range(_PATIENCE):
        at_work = {worker.group for worker in pilot.app.workers if not worker.is_finished}
        awaited = desk(pilot.app).catching_up.is_awaited or at_work & {"rest", "counts"}
        is_read = desk(pilot.app).session.ledger.is_read and not awaited
        if is_read and desk(pilot.app).query_one(DetailPane).lexicon is not None:
            break
        await pilot.pause(0.01)
    else:
        waiting = desk(pilot.app).catching_up.is_awaited, desk(pilot.app).session.ledger.is_read
        pytest.fail(f"the desk is not drawn: {at_work} at work, awaited and read: {waiting}")
    await pilot.pause()


async def details_drawn(pilot: Pilot[None]) -> None:
    """Wait until a list-detail dialog has read its records and saved what a key did."""
    await pilot.pause()
    while any(w.group in {"past", "weighing"} and not w.is_finished for w in pilot.app.workers):
        if isinstance(pilot.app.screen, ConfirmDialog | FormScreen):
            return
        await pilot.pause(0.01)
    await pilot.pause()
    if isinstance(pilot.app.screen, DeskScreen):
        await settled(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait after each until the details are drawn."""
    for key in keys:
        await pilot.press(key)
        await details_drawn(pilot)


async def in_library(pilot: Pilot[None]) -> None:
    """Wait until the library, if it is open, shows its list and the page under the cursor."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    rooms = [screen for screen in pilot.app.screen_stack if isinstance(screen, LibraryScreen)]
    while any(room.catching_up.is_awaited for room in rooms):
        await pilot.pause(0.01)
    await pilot.pause()


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type a text, key by key."""
    for character in text:
        await pilot.press({" ": "space"}.get(character, character))


def rows(app: App[None]) -> list[str]:
    """Return the lines of the list in a list-detail dialog."""
    listed = app.screen.query_one(OptionList)
    return [str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count)]


def detail_text(app: App[None]) -> str:
    """Return the details beside the list, as they are drawn."""
    drawn: Any = app.screen.query_one(".detail > Static", Static).content
    if isinstance(drawn, Content):
        return drawn.plain
    console = Console(width=200, no_color=True)
    with console.capture() as taken:
        console.print(drawn)
    return taken.get()


def trouble(app: App[None]) -> str:
    """Return the error that the top dialog shows, or an empty string."""
    line = app.screen.query_one(".trouble", Static)
    return str(line.content) if line.display else ""
