"""A form on screen: what it saves, what it rejects, and how it is closed."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from callbacktui.domain.enums import Format
from callbacktui.domain.text import clean
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS
from callbacktui.tui.forms.collapsible import Collapsible
from callbacktui.tui.forms.form_body import FormBody
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.round_fields import ROUND_FIELDS
from tests.factories import asked
from tests.tui.host_app import HOSTILE, session
from tests.tui.sample_forms import KEY, Kept, focused, foot, form, note, row, settled, unfold_all


@pytest.fixture
def kept() -> Kept:
    return Kept()


async def test_saving_returns_the_changes_and_drops_the_draft(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await pilot.press("down", "x", "ctrl+s")
        await settled(pilot)
    assert kept.changed == [{"role": "Ninax"}]
    assert host.answers == [True]
    assert session(tmp_path).drafts.all() == []


async def test_moving_focus_restyles_only_two_rows(
    tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[int] = []
    whole = Stylesheet.update_nodes

    def counted(self: Stylesheet, nodes: Iterable[DOMNode], *, animate: bool = False) -> None:
        listed = list(nodes)
        styled.append(len(listed))
        whole(self, listed, animate=animate)

    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await settled(pilot)
        monkeypatch.setattr(Stylesheet, "update_nodes", counted)
        await pilot.press("tab")
        await settled(pilot)
    assert 0 < max(styled) <= 25


async def test_failed_save_is_reported_and_keeps_the_text(tmp_path: Path) -> None:
    host = form(tmp_path, Kept("The disk is full. [/"))
    async with host.run_test() as pilot:
        await pilot.press("x", "ctrl+s")
        await settled(pilot)
        assert foot(host, "trouble") == "! The disk is full. [/"
        assert host.shown.query(LineEntry).first().value == "The Seagullx"
        assert host.answers == []


async def test_field_error_is_shown_until_fixed(tmp_path: Path, kept: Kept) -> None:
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


async def test_saving_focuses_the_first_error_even_in_a_folded_group(
    tmp_path: Path, kept: Kept
) -> None:
    host = form(tmp_path, kept)
    async with host.run_test(size=(80, 24)) as pilot:
        await unfold_all(host, pilot)
        row(host, "submitted_on").rewrite("31 jun")
        row(host, "decision_by").rewrite("whenever it suits them")
        await settled(pilot)
        for fold in host.shown.query(Collapsible):
            fold.folded = True
        row(host, "project").enter()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert focused(host) == "submitted_on"
        assert note(host, "submitted_on") == "! June has no day 31. Check the day."
        assert foot(host, "trouble") == "! 2 fields need another look; nothing is saved yet."
        assert row(host, "decision_by").is_wrong
    assert kept.changed == []


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
@pytest.mark.parametrize("name", ["submitted_on", "decision_by", "heard_on", "shoot_dates"])
async def test_error_in_a_folded_group_of_a_draft_is_shown(
    tmp_path: Path, kept: Kept, name: str, size: tuple[int, int]
) -> None:
    host = form(tmp_path, kept)
    async with host.run_test(size=size) as pilot:
        await unfold_all(host, pilot)
        row(host, name).rewrite("31 jun")
        await settled(pilot)
        assert isinstance(host.shown, FormScreen)
        await host.shown.drafting.keep()
    host = form(tmp_path, kept)
    async with host.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        await settled(pilot)
        assert focused(host) == name
        assert note(host, name).startswith("! ")
        below = row(host, name).query_one(".note").region
        assert host.shown.query_one(FormBody).region.contains_region(below)


async def test_escape_closes_an_unchanged_form(tmp_path: Path, kept: Kept) -> None:
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await pilot.press("escape")
        await settled(pilot)
    assert host.answers == [False]


@pytest.mark.parametrize(("keys", "answers"), [(["enter"], []), (["escape"], []), (["y"], [False])])
async def test_escape_asks_first_in_a_changed_form(
    tmp_path: Path, kept: Kept, keys: list[str], answers: list[bool]
) -> None:
    host = form(tmp_path, kept)
    async with host.run_test() as pilot:
        await pilot.press("x", "escape")
        await pilot.pause()
        assert isinstance(host.screen, ConfirmDialog)
        await pilot.press(*keys)
        await settled(pilot)
        assert host.answers == answers
        assert host.shown.is_attached is not bool(answers)
    assert session(tmp_path).drafts.get(KEY) is None or not answers


@pytest.mark.parametrize("text", ["[/", "x" * 10_000, "\n".join(HOSTILE)], ids=range(3))
async def test_field_text_is_never_parsed_as_markup(tmp_path: Path, kept: Kept, text: str) -> None:
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


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (59, 15), (80, 24), (200, 60)])
async def test_form_works_at_any_size(tmp_path: Path, kept: Kept, size: tuple[int, int]) -> None:
    host = form(tmp_path, kept, asked(format=Format.SELF_TAPE), ROUND_FIELDS)
    async with host.run_test(size=size) as pilot:
        await pilot.press("x", "tab")
        await settled(pilot)
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        frame = host.shown.query_one(".frame")
        assert frame.size.width <= 96
        assert host.shown.query_one(".foot").region.bottom < frame.region.bottom
