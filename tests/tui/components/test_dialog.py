from pathlib import Path
from typing import Any

import pytest

from callbacktui.tui.commands.command import Place
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.help_screen import HelpScreen
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.pick_list import PickList
from callbacktui.tui.components.unasked_dialog import UnaskedDialog
from tests.tui.host_app import HOSTILE, Host, session


def asking(state: Path) -> LineDialog:
    place = session(state)
    return LineDialog(
        "Tags",
        "stage",
        drafts=place.drafts,
        clock=place.clock,
        draft_key="tags",
        validate=lambda line: "" if line == "stage" else "Not that.",
    )


def choosing(count: int = 3) -> ChoiceDialog[int]:
    return ChoiceDialog("Which round?", [Choice(i, f"Round {i}") for i in range(count)])


@pytest.mark.parametrize(
    ("dialog", "word", "answer"),
    [
        (asking, "save", "stage"),
        (asking, "back", None),
        (lambda _: choosing(), "picks", 0),
        (lambda _: choosing(), "back", None),
    ],
)
async def test_click_on_a_footer_key_runs_its_command(
    tmp_path: Path, dialog: Any, word: str, answer: object
) -> None:
    host = Host(dialog(tmp_path))
    async with host.run_test(size=(80, 24)) as pilot:
        line = host.screen.query_one(KeyBar)
        at = str(line.render()).index(word)
        await pilot.click(KeyBar, offset=(line.gutter.left + at, line.gutter.top))
        await pilot.pause()
    assert host.answers == [answer]


async def test_help_scrolls_and_its_footer_stays() -> None:
    host = Host(HelpScreen(Place.LIST))
    async with host.run_test(size=(80, 24)) as pilot:
        shown = host.screen
        assert isinstance(shown, Dialog)
        foot = shown.query_one(KeyBar).region
        await pilot.press("j", "j", "k")
        await pilot.app.animator.wait_until_complete()
        await pilot.pause()
        assert shown.frame.scroll_offset.y == 1
        for key, at in (("G", shown.frame.max_scroll_y), ("g", 0), ("space", 15), ("pageup", 0)):
            await pilot.press(key)
            await pilot.app.animator.wait_until_complete()
            await pilot.pause()
            assert shown.frame.scroll_offset.y == at
        assert shown.query_one(KeyBar).region == foot
        await pilot.press("q")
    assert host.answers == [None]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (Place.LIBRARY, Place.READING),
        (Place.READING, Place.LIBRARY),
        (Place.DETAIL, Place.DESK),
        (Place.PROGRAM, Place.DESK),
    ],
)
async def test_help_begins_with_the_focused_pane_and_its_screen(first: Place, then: Place) -> None:
    host = Host(HelpScreen(first))
    async with host.run_test(size=(120, 600)):
        text = "\n".join(
            "".join(segment.text for segment in strip)
            for strip in host.screen._compositor.render_strips()
        )
        heads = sorted((place.value for place in Place), key=text.index)
    assert heads[:2] == [first.value, then.value]


async def test_choice_without_a_letter_is_reached_with_arrows() -> None:
    host = Host(choosing(30))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["j"] * 29, "enter")
    assert host.answers == [29]


async def test_error_disappears_when_the_line_changes(tmp_path: Path) -> None:
    host = Host(asking(tmp_path))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "enter")
        assert host.screen.query_one(".trouble").display
        await pilot.press("backspace")
        assert not host.screen.query_one(".trouble").display
        await pilot.press("enter")
    assert host.answers == ["stage"]


async def test_unsubmitted_line_is_offered_again_unless_discarded(tmp_path: Path) -> None:
    for leaving, offered in (((), "stages"), (("escape",), "stage")):
        host = Host(asking(tmp_path))
        async with host.run_test(size=(80, 24)) as pilot:
            await pilot.press("s", *leaving)
        host = Host(asking(tmp_path))
        async with host.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert host.screen.query_one(LineEntry).written == offered


@pytest.mark.parametrize("size", [(1, 1), (8, 3), (30, 8), (200, 60)])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_titles_and_answers_are_never_parsed_as_markup(
    text: str, size: tuple[int, int]
) -> None:
    host = Host(ChoiceDialog(text, [Choice(1, text, text)]))
    async with host.run_test(size=size) as pilot:
        await pilot.press("enter")
    assert host.answers == [1]


@pytest.mark.parametrize(("width", "columns"), [(149, 1), (150, 2), (200, 2)])
async def test_wide_help_has_two_columns(width: int, columns: int) -> None:
    host = Host(HelpScreen(Place.LIST))
    async with host.run_test(size=(width, 50)) as pilot:
        await pilot.pause()
        dialog = host.screen
        assert isinstance(dialog, Dialog)
        lines = [strip.text for strip in dialog.frame.screen._compositor.render_strips()]
        beside = [line for line in lines if Place.LIST.value in line]
        assert len(beside) == 1
        heads = [place.value for place in Place if place.value in beside[0]]
        assert len(heads) == columns
        await pilot.press("slash", *"qqxz")
        await pilot.pause()
        assert dialog.is_running


@pytest.mark.parametrize(("cells", "hangs"), [(80, True), (36, False)])
async def test_wrapped_explanation_is_indented(cells: int, hangs: bool) -> None:
    about = "past their window, in one step; the same key that let one go opens it again"
    dialog = UnaskedDialog("Back?", [Choice(1, "Leave it"), Choice(2, "Let 12 rest", about)])
    host = Host(dialog)
    async with host.run_test(size=(cells, 24)):
        listed = host.screen.query_one(PickList)
        rows = [listed.render_line(y).text.rstrip() for y in range(listed.size.height)]
    second = next(n for n, row in enumerate(rows) if "Let 12" in row)
    at = rows[second].index("past") if hangs else rows[second].index("Let")
    assert all(len(row) - len(row.lstrip()) == at for row in rows[second + 1 :] if row)
    assert " ".join(" ".join(rows[second:]).split()) == f"Let 12 rest {about}"
