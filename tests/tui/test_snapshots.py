"""How the program looks: snapshots of every state at three sizes."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from callbacktui.domain.audition import Audition
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from tests.factories import NOW, days_ago
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import (
    REFLECTED,
    SEVERAL,
    WAITING,
    desk,
    details_drawn,
    in_library,
    shown,
)

SIZES = {"80x24": (80, 24), "120x36": (120, 36), "200x60": (200, 60)}

Compare = Callable[..., bool]
Prepare = Callable[[Pilot[None]], Awaitable[None]]


def many() -> list[Audition]:
    """Return a made-up career of sixty auditions."""
    return make_career(60, 7, NOW, open_material())


def keys(*pressed: str, on: str = "") -> Prepare:
    """Press keys one after another, with the cursor on an audition."""

    async def prepare(pilot: Pilot[None]) -> None:
        await shown(pilot)
        if on:
            desk(pilot.app).show(on)
            await shown(pilot)
        for key in pressed:
            await pilot.press(key)
            await pilot.pause()
        await pilot.app.animator.wait_until_complete()
        await shown(pilot)

    return prepare


def steadied(prepare: Prepare) -> Prepare:
    """Turn off the blinking of the cursor, which would make snapshots differ."""

    async def steadily(pilot: Pilot[None]) -> None:
        await prepare(pilot)
        for place in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
            place.cursor_blink = False
        await pilot.pause()

    return steadily


def library(*pressed: str) -> Prepare:
    """Open the library, and press keys there once it is listed."""

    async def prepare(pilot: Pilot[None]) -> None:
        await keys("L")(pilot)
        await in_library(pilot)
        for key in pressed:
            await pilot.press(key)
            await in_library(pilot)

    return prepare


def past(*pressed: str) -> Prepare:
    """Change, remove and back up a few things, then press keys to look at the history."""

    async def prepare(pilot: Pilot[None]) -> None:
        await shown(pilot)
        place = desk(pilot.app).session
        place.repository.back_up(NOW.subtract(days=2), "import")
        edits = (
            ("Edited", {"office": "Kestrel & Daughters", "notes": "Bring the grey coat."}),
            ("Edited once more", {"notes": "Bring the blue coat.", "tags": ("tv", "nyc")}),
        )
        for summary, fields in edits:
            await place.ledger.update(["waiting"], partial(replace, **fields), summary)
        await place.ledger.remove(["closed"], "Removed Mum, Brackwater")
        place.repository.back_up(NOW)
        desk(pilot.app).refresh_data()
        desk(pilot.app).show("waiting")
        await shown(pilot)
        for key in pressed:
            await pilot.press(key)
            await details_drawn(pilot)

    return prepare


def practised(*pressed: str) -> Prepare:
    """Add a class and a mock tape, then press keys to look at them."""

    async def prepare(pilot: Pilot[None]) -> None:
        await shown(pilot)
        taught = Practice(
            id="p1",
            date=days_ago(3),
            kind=PracticeKind.CLASS,
            who="Sam Ferro",
            minutes=120,
            note="Cold reads. The second one was mine: I let the other line land first.",
            listening=4,
            pacing=-1,
        )
        taped = Practice(id="p2", date=days_ago(9), kind=PracticeKind.MOCK_TAPE, minutes=30)
        await desk(pilot.app).session.ledger.add([taught, taped], "Kept")
        for key in ("p", *pressed):
            await pilot.press(key)
            await details_drawn(pilot)

    return prepare


STATES: dict[str, tuple[Callable[[], list[Audition]], Prepare]] = {
    "empty": (list, keys()),
    "today": (many, keys("T", "j", "j")),
    "month": (many, keys("T", "M", "l")),
    "one": (lambda: [WAITING], keys()),
    "many": (many, keys("j", "j")),
    "detail": (many, keys("j", "j", "enter")),
    "filtered_to_none": (many, keys("slash", *"is:bookd nobody")),
    "form_with_errors": (lambda: [WAITING], keys("e", *["backspace"] * 20, "ctrl+s")),
    "quick_line": (list, keys("n", *"Nina")),
    "reflection": (lambda: [REFLECTED, WAITING], keys("3", on="reflected")),
    "reflecting": (lambda: [WAITING], keys("r", "y", "4", "0")),
    "sweep": (lambda: list(SEVERAL), keys("w")),
    "next_stage": (lambda: list(SEVERAL), keys("s", on="waiting")),
    "article": (lambda: list(SEVERAL), keys("t", on="quiet")),
    "help": (lambda: list(SEVERAL), keys("question_mark")),
    "library": (lambda: list(SEVERAL), library("j")),
    "library_search": (lambda: list(SEVERAL), library("slash", *"selftape", "down")),
    "glossary": (lambda: list(SEVERAL), library("3", *"jjjj", "enter")),
    "history": (lambda: list(SEVERAL), past("v", "j")),
    "removed": (lambda: list(SEVERAL), past("minus")),
    "backups": (lambda: list(SEVERAL), past("0", "j")),
    "going_back": (lambda: list(SEVERAL), past("0", "j", "enter")),
    "practice": (lambda: list(SEVERAL), practised()),
    "practice_form": (lambda: list(SEVERAL), practised("enter")),
    "palette": (lambda: list(SEVERAL), keys("ctrl+p", "s", "e", "a")),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_looks(
    make_app: MakeApp, snap_compare: Compare, state: str, size: str, tmp_path: Path
) -> None:
    auditions, prepare = STATES[state]
    app = make_app(auditions())
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steadied(prepare))
