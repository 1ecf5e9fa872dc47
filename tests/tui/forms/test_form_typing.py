"""Typing into a form: echoed at once, completed, and restored after the window was closed."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste

from callbacktui.tui.components.date_field_types import MomentField
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.forms.field_row import FieldRow
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.round_fields import ROUND_FIELDS
from tests.factories import NOW, asked, audition, moment
from tests.tui.host_app import session
from tests.tui.sample_forms import KEY, Kept, foot, form, note, row, settled


@pytest.fixture
def kept() -> Kept:
    return Kept()


async def test_enter_moves_on_and_right_accepts_a_completion(tmp_path: Path, kept: Kept) -> None:
    known = {"role": ("Ophelia", "[/"), "people": ("Mara Lind", "T. Osei")}
    host = form(tmp_path, kept, audition(role=""), known=known)
    async with host.run_test() as pilot:
        await pilot.press("enter", "o", "p")
        await settled(pilot)
        await pilot.press("right", "ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"role": "Ophelia"}]


async def test_completion_works_after_a_comma(tmp_path: Path, kept: Kept) -> None:
    known = {"people": ("Mara Lind", "T. Osei")}
    host = form(tmp_path, kept, asked(), ROUND_FIELDS, known=known)
    async with host.run_test() as pilot:
        row(host, "people").enter()
        row(host, "people").rewrite("mara lind, t")
        await settled(pilot)
        await pilot.press("right", "ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"people": ("mara lind", "T. Osei")}]


async def test_completion_ignores_apostrophes_and_accents(tmp_path: Path, kept: Kept) -> None:
    known = {"role": ("Zoë\u2019s Mother",), "people": ("Mary O\u2019Hara",)}
    host = form(tmp_path, kept, audition(role=""), known=known)
    async with host.run_test() as pilot:
        await pilot.press("enter", *"zoe", "apostrophe", "s")
        await settled(pilot)
        await pilot.press("right", "ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"role": "Zoë\u2019s Mother"}]


async def test_moment_is_echoed_while_typing(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept, asked(), ROUND_FIELDS)
    async with host.run_test() as pilot:
        row(host, "at").enter()
        await pilot.press(*"thu", "space", *"6pm")
        await pilot.pause()
        assert note(host, "at").startswith("Thu 26 Nov 2026, 18:00 (America/New_York), in 5")
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"at": moment(5, 18)}]


async def test_unusual_dates_are_parsed_off_the_event_loop(
    tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_loop: list[bool] = []
    read = MomentField.read

    def watched(*given: Any) -> object:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            on_the_loop.append(False)
        else:
            on_the_loop.append(True)
        return read(*given)

    monkeypatch.setattr(MomentField, "read", watched)
    host = form(tmp_path, kept, asked(), ROUND_FIELDS)
    async with host.run_test() as pilot:
        row(host, "at").enter()
        await pilot.press(*"three", "space", *"days", "space", *"from", "space", *"now")
        await pilot.press("tab")
        await settled(pilot)
        assert "Tue 24 Nov 2026" in note(host, "at")
    assert on_the_loop
    assert not any(on_the_loop)


async def test_draft_is_restored_after_the_window_closed(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await pilot.press(*"s[/")
        await pilot.pause()
    again = form(tmp_path, kept)
    async with again.run_test() as pilot:
        await settled(pilot)
        assert foot(again, "draft").startswith("What you typed on Sat 21 Nov, 14:00 is back.")
        assert again.shown.query(LineEntry).first().value == "The Seagulls[/"
        await pilot.press("ctrl+t")
        await settled(pilot)
        assert again.shown.query(LineEntry).first().value == "The Seagull"
        await pilot.press("escape")
        await settled(pilot)
    assert again.answers == [False]
    assert session(tmp_path).drafts.get(KEY) is None


async def test_draft_is_saved_while_typing_continues(
    tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def at_once(_: FormScreen, pause: float, begin: Callable[[], None]) -> None:
        pauses.append(pause)
        begin()

    monkeypatch.setattr(FormScreen, "set_timer", at_once)
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await pilot.press(*"xyz")
        await settled(pilot)
        draft = session(tmp_path).drafts.get(KEY)
        assert draft is not None
        assert draft.fields == {"project": "The Seagullxyz"}
        assert draft.at == NOW
    assert 0 < max(pauses) <= 1


async def test_changing_the_medium_keeps_typed_values(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        row(host, "director").rewrite("R. Quill")
        await settled(pilot)
        row(host, "medium").rewrite("commercial")
        await settled(pilot)
        shown = [r.field.name for r in host.shown.query(".first FieldRow").results(FieldRow)]
        assert {"product_category", "usage"} <= set(shown)
        assert "director" not in shown
        row(host, "medium").rewrite("film")
        await settled(pilot)
        assert row(host, "director").query_one(LineEntry).value == "R. Quill"


async def test_multi_line_paste_becomes_one_line(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept, audition(role=""))
    async with host.run_test() as pilot:
        row(host, "role").enter()
        await pilot.pause()
        entry = row(host, "role").query_one(LineEntry)
        entry.post_message(Paste("Nina\r\n\x1b[31mZarechnaya\u202e\n"))
        await settled(pilot)
        assert entry.value == "Nina \u241b[31mZarechnaya\u2039202E\u203a"
