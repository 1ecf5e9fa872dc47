"""A form on screen: what it takes, what it refuses, and that nothing typed is lost."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.domain.terms import Format, Medium
from callbacktui.domain.text import clean
from callbacktui.domain.value import Value
from callbacktui.tui.entries import LineEntry
from callbacktui.tui.field import Field
from callbacktui.tui.fields import AUDITION_FIELDS, ROUND_FIELDS
from callbacktui.tui.kinds_of_time import When
from callbacktui.tui.screens.confirm import Confirm
from callbacktui.tui.screens.form import FormScreen
from callbacktui.tui.widgets.field_row import FieldRow
from callbacktui.tui.widgets.fold import Fold
from tests.make import NOW, asked, audition, moment
from tests.tui.hosting import HOSTILE, Host, workplace

KEY = "audition a1"
NINA = audition(role="Nina", project="The Seagull", medium=Medium.THEATRE)


class Kept:
    """What the form handed over, and what to answer."""

    def __init__(self, answer: str | None = None) -> None:
        self.changed: list[dict[str, object]] = []
        self.answer = answer

    async def __call__(self, changed: Mapping[str, object]) -> str | None:
        self.changed.append(dict(changed))
        return self.answer


@pytest.fixture
def kept() -> Kept:
    return Kept()


def form(
    state: Path,
    keep: Kept,
    record: Value = NINA,
    fields: tuple[Field, ...] = AUDITION_FIELDS,
    **more: Any,
) -> Host:
    place = workplace(state)
    title = "Edit [/ [lead]"
    screen = FormScreen(title, fields, record, draft_key=KEY, keep=keep, workplace=place, **more)
    return Host(screen)


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def row(host: Host, name: str) -> FieldRow:
    return next(row for row in host.shown.query(FieldRow) if row.field.name == name)


def note(host: Host, name: str) -> str:
    return str(row(host, name).query_one(".note", Static).render())


def focused(host: Host) -> str:
    found = next(r for r in host.shown.query(FieldRow) if r.has_focus_within)
    return found.field.name


def foot(host: Host, which: str) -> str:
    line = host.shown.query_one(f".{which}", Static)
    return str(line.render()) if line.display else ""


async def unfold_all(host: Host, pilot: Pilot[None]) -> None:
    for fold in host.shown.query(Fold):
        fold.folded = False
    await settled(pilot)


async def test_save_hands_over_what_changed_and_drops_the_draft(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await pilot.press("down", "x", "ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"role": "Ninax"}]
    assert host.answers == [True]
    assert workplace(tmp_path).drafts.all() == []


async def test_a_save_that_cannot_be_kept_says_so_and_keeps_the_text(tmp_path: Path) -> None:
    host = form(tmp_path, Kept("The disk is full. [/"))
    async with host.run_test() as pilot:
        await pilot.press("x", "ctrl+s")
        await settled(pilot)
        assert foot(host, "trouble") == "! The disk is full. [/"
        assert host.shown.query(LineEntry).first().value == "The Seagullx"
        assert host.answers == []


async def test_enter_goes_on_and_a_completion_is_taken_with_the_right_arrow(
    tmp_path: Path, kept: Kept
) -> None:
    known = {"role": ("Ophelia", "[/"), "people": ("Mara Lind", "T. Osei")}
    host = form(tmp_path, kept, audition(role=""), known=known)
    async with host.run_test() as pilot:
        await pilot.press("enter", "o", "p")
        await settled(pilot)
        await pilot.press("right", "ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"role": "Ophelia"}]


async def test_a_name_is_completed_after_a_comma(tmp_path: Path, kept: Kept) -> None:
    known = {"people": ("Mara Lind", "T. Osei")}
    host = form(tmp_path, kept, asked(), ROUND_FIELDS, known=known)
    async with host.run_test() as pilot:
        row(host, "people").enter()
        row(host, "people").rewrite("mara lind, t")
        await settled(pilot)
        await pilot.press("right", "ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"people": ("mara lind", "t. Osei")}]


async def test_a_moment_is_echoed_while_it_is_typed(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept, asked(), ROUND_FIELDS)
    async with host.run_test() as pilot:
        row(host, "at").enter()
        await pilot.press(*"thu", "space", *"6pm")
        await pilot.pause()
        assert note(host, "at").startswith("Thu 26 Nov 2026, 18:00 (America/New_York), in 5")
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"at": moment(5, 18)}]


async def test_what_the_small_grammar_does_not_know_is_read_off_the_event_loop(
    tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_loop: list[bool] = []
    read = When.read

    def watched(*given: Any) -> object:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            on_the_loop.append(False)
        else:
            on_the_loop.append(True)
        return read(*given)

    monkeypatch.setattr(When, "read", watched)
    host = form(tmp_path, kept, asked(), ROUND_FIELDS)
    async with host.run_test() as pilot:
        row(host, "at").enter()
        await pilot.press(*"three", "space", *"days", "space", *"from", "space", *"now")
        await pilot.press("tab")
        await settled(pilot)
        assert "Tue 24 Nov 2026" in note(host, "at")
    assert on_the_loop
    assert not any(on_the_loop)


async def test_an_error_stands_under_its_field_and_goes_when_it_is_mended(
    tmp_path: Path, kept: Kept
) -> None:
    host = form(tmp_path, kept, asked(), ROUND_FIELDS)
    async with host.run_test() as pilot:
        row(host, "at").enter()
        await pilot.press(*"30", "space", *"feb", "tab")
        await settled(pilot)
        assert note(host, "at") == "! February has no day 30. Check the day."
        await pilot.press("shift+tab", "ctrl+u", *"today", "tab")
        await settled(pilot)
        assert note(host, "at").startswith("Sat 21 Nov 2026")
        assert not row(host, "at").is_wrong


async def test_save_goes_to_the_first_error_even_in_a_folded_group(
    tmp_path: Path, kept: Kept
) -> None:
    host = form(tmp_path, kept)
    async with host.run_test(size=(80, 24)) as pilot:
        await unfold_all(host, pilot)
        row(host, "submitted_on").rewrite("31 jun")
        row(host, "decision_by").rewrite("whenever it suits them")
        await settled(pilot)
        for fold in host.shown.query(Fold):
            fold.folded = True
        row(host, "project").enter()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert focused(host) == "submitted_on"
        assert note(host, "submitted_on") == "! June has no day 31. Check the day."
        assert foot(host, "trouble") == "! 2 fields need another look; nothing is saved yet."
        assert row(host, "decision_by").is_wrong
    assert kept.changed == []


async def test_esc_on_an_unchanged_form_closes_it(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await pilot.press("escape")
        await settled(pilot)
    assert host.answers == [False]


@pytest.mark.parametrize(("keys", "answers"), [(["enter"], []), (["escape"], []), (["y"], [False])])
async def test_esc_on_a_changed_form_asks_first(
    tmp_path: Path, kept: Kept, keys: list[str], answers: list[bool]
) -> None:
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await pilot.press("x", "escape")
        await pilot.pause()
        assert isinstance(host.screen, Confirm)
        await pilot.press(*keys)
        await settled(pilot)
        assert host.answers == answers
        assert host.shown.is_attached is not bool(answers)
    assert workplace(tmp_path).drafts.offered(KEY) is None or not answers


async def test_what_was_typed_is_back_after_the_window_went_away(
    tmp_path: Path, kept: Kept
) -> None:
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
    assert workplace(tmp_path).drafts.offered(KEY) is None


async def test_a_draft_is_written_while_one_types_on(
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
        draft = workplace(tmp_path).drafts.offered(KEY)
        assert draft is not None
        assert draft.fields == {"project": "The Seagullxyz"}
        assert draft.at == NOW
    assert 0 < max(pauses) <= 1


async def test_another_medium_brings_its_fields_with_what_was_typed(
    tmp_path: Path, kept: Kept
) -> None:
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


@pytest.mark.parametrize("text", ["[/", "x" * 10_000, "\n".join(HOSTILE)], ids=range(3))
async def test_no_text_in_any_field_is_taken_for_code(
    tmp_path: Path, kept: Kept, text: str
) -> None:
    plain = [f for f in AUDITION_FIELDS if not f.only]
    host = form(tmp_path, kept, known={"role": (text,), "people": (text,)})
    async with host.run_test(size=(80, 24)) as pilot:
        await unfold_all(host, pilot)
        for field in plain:
            row(host, field.name).rewrite(text)
        await settled(pilot)
        host.export_screenshot()
        await pilot.press("tab", "ctrl+s")
        await settled(pilot)
        assert foot(host, "trouble").startswith("! ")
        for field in plain:
            if row(host, field.name).is_wrong:
                row(host, field.name).rewrite("")
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert host.answers == [True]
    [changed] = kept.changed
    assert changed["notes"] == clean(text)
    assert all(clean(v) == v for v in changed.values() if isinstance(v, str))


async def test_all_lines_of_a_paste_go_into_a_single_line(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept, audition(role=""))
    async with host.run_test() as pilot:
        row(host, "role").enter()
        await pilot.pause()
        entry = row(host, "role").query_one(LineEntry)
        entry.post_message(Paste("Nina\r\n\x1b[31mZarechnaya\u202e\n"))
        await settled(pilot)
        assert entry.value == "Nina ␛[31mZarechnaya‹202E›"


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (59, 15), (80, 24), (200, 60)])
async def test_it_stands_at_any_size(tmp_path: Path, kept: Kept, size: tuple[int, int]) -> None:
    host = form(tmp_path, kept, asked(format=Format.SELF_TAPE), ROUND_FIELDS)
    async with host.run_test(size=size) as pilot:
        await pilot.press("x", "tab")
        await settled(pilot)
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        frame = host.shown.query_one(".frame")
        assert frame.size.width <= 96
        assert host.shown.query_one(".foot").region.bottom < frame.region.bottom
