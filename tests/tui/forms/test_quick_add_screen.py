"""The quick line on screen: read while typed, saved with Enter, continued in the form with Tab."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from callbacktui.domain.audition import Audition
from callbacktui.domain.text import clean
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.forms.quick_add_screen import DRAFT, EXAMPLE, OpenForm, QuickAddScreen, Saved
from tests.factories import NOW, moment
from tests.factories import audition as audition_with
from tests.tui.host_app import HOSTILE, Host, session
from tests.tui.sample_forms import foot, settled


class Shelf:
    def __init__(self, answer: str | None = None) -> None:
        self.kept: list[Audition] = []
        self.answer = answer

    async def __call__(self, audition: Audition) -> str | None:
        self.kept.append(audition)
        return self.answer


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def quick(state: Path, shelf: Shelf) -> Host:
    return Host(QuickAddScreen(shelf, session(state)))


async def write(host: Host, pilot: Pilot[None], line: str) -> None:
    host.shown.query_one(LineEntry).rewrite(line)
    await settled(pilot)


async def test_empty_line_shows_an_example_and_is_not_saved(tmp_path: Path, shelf: Shelf) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test() as pilot:
        assert EXAMPLE in foot(host, "reading")
        await pilot.press("enter")
        await settled(pilot)
        assert "Which project?" in foot(host, "trouble")
        assert host.answers == []


async def test_reading_is_shown_while_typing(tmp_path: Path, shelf: Shelf) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test() as pilot:
        await write(host, pilot, "Nina, The Seagull thu 3pm")
        rows = foot(host, "reading").splitlines()
        assert [row.split() for row in rows[:2]] == [
            ["✓", "role", "Nina"],
            ["✓", "project", "The", "Seagull"],
        ]
        assert any("Thu 26 Nov 2026, 15:00 (America/New_York), in 5 days" in row for row in rows)


async def test_unread_words_are_shown_while_typing(tmp_path: Path, shelf: Shelf) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test() as pilot:
        await write(host, pilot, "callback Ophelia, Hamlet fri or sat via Mara")
        rows = foot(host, "reading").splitlines()
        assert ["✓", "round", "callback"] in [row.split() for row in rows]
        assert [row for row in rows if row.startswith("!")] == [
            "! to notes  fri or sat",
            "! to notes  via Mara",
        ]
        await pilot.press("enter")
        await settled(pilot)
    [audition] = shelf.kept
    assert audition.notes == "fri or sat via Mara"


async def test_known_office_is_completed(tmp_path: Path, shelf: Shelf) -> None:
    place = session(tmp_path, [audition_with(office="Harbor Casting")])
    host = Host(QuickAddScreen(shelf, place))
    async with host.run_test() as pilot:
        await write(host, pilot, "Nina, The Seagull @harb")
        assert "Harbor Casting" in foot(host, "reading")


async def test_enter_saves_the_line_and_drops_the_draft(tmp_path: Path, shelf: Shelf) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test() as pilot:
        await write(host, pilot, EXAMPLE)
        await pilot.press("enter")
        await settled(pilot)
    [audition] = shelf.kept
    assert (audition.name, audition.office) == ("Nina, The Seagull", "Harbor Casting")
    assert audition.rounds[0].due_at == moment(6, 12)
    assert host.answers == [Saved(audition, (), EXAMPLE)]
    assert session(tmp_path).drafts.all() == []


async def test_failed_save_keeps_the_line_and_shows_the_reason(tmp_path: Path) -> None:
    host = quick(tmp_path, Shelf("The disk is full."))
    async with host.run_test() as pilot:
        await write(host, pilot, "Hamlet")
        await pilot.press("enter")
        await settled(pilot)
        assert foot(host, "trouble") == "! The disk is full."
        assert host.shown.query_one(LineEntry).value == "Hamlet"
        assert host.answers == []


async def test_tab_passes_the_reading_to_the_form(tmp_path: Path, shelf: Shelf) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test() as pilot:
        await write(host, pilot, "@Harbor Casting thu 3pm")
        await pilot.press("tab")
        await settled(pilot)
    [answer] = host.answers
    assert isinstance(answer, OpenForm)
    assert (answer.audition.project, answer.audition.office) == ("", "Harbor Casting")
    assert answer.audition.rounds[0].at == moment(5, 15)
    assert shelf.kept == []


async def test_escape_saves_nothing_and_offers_the_line_again(tmp_path: Path, shelf: Shelf) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test() as pilot:
        await write(host, pilot, "Nina, The Sea")
        await pilot.press("escape")
        await settled(pilot)
    assert (host.answers, shelf.kept) == ([None], [])
    again = quick(tmp_path, shelf)
    async with again.run_test() as pilot:
        await settled(pilot)
        assert "What you typed on Sat 21 Nov, 14:00 is back." in foot(again, "draft")
        assert again.shown.query_one(LineEntry).value == "Nina, The Sea"
        await pilot.press("ctrl+t", "escape")
        await settled(pilot)
    assert session(tmp_path).drafts.get(DRAFT) is None


async def test_typing_does_not_replace_a_restored_line(tmp_path: Path, shelf: Shelf) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test() as pilot:
        await write(host, pilot, "Nina, The Sea")
        await pilot.press("escape")
        await settled(pilot)
    again = quick(tmp_path, shelf)
    async with again.run_test() as pilot:
        await settled(pilot)
        await pilot.press("z")
        await settled(pilot)
        entry = again.shown.query_one(LineEntry)
        assert entry.value == "Nina, The Seaz"
        assert again.shown.query_one(".draft").display
        entry.value = "Zoe, Dune"
        await settled(pilot)
        assert not again.shown.query_one(".draft").display


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_line_is_never_parsed_as_markup(tmp_path: Path, shelf: Shelf, text: str) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test(size=(80, 24)) as pilot:
        await write(host, pilot, f"{text}, {text} @{text} #{text} !{text}")
        host.export_screenshot()
        await pilot.press("enter")
        await settled(pilot)
        assert host.is_running
    for audition in shelf.kept:
        assert clean(audition.notes) == audition.notes
        assert clean(audition.name) == audition.name


@pytest.mark.parametrize("size", [(1, 1), (20, 6), (80, 24), (200, 60)])
async def test_quick_line_works_at_any_size(
    tmp_path: Path, shelf: Shelf, size: tuple[int, int]
) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test(size=size) as pilot:
        await write(host, pilot, EXAMPLE)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert host.shown.query_one(".foot").region.bottom < 24


async def test_relative_day_in_a_restored_line_keeps_its_meaning(
    tmp_path: Path, shelf: Shelf
) -> None:
    host = quick(tmp_path, shelf)
    async with host.run_test() as pilot:
        await write(host, pilot, "vo Kestrel Airlines due mon")
        await pilot.press("escape")
        await settled(pilot)
    for later in (5, 7):  # what came back is kept as it was written out
        place = session(tmp_path, now=NOW.add(days=later))
        again = Host(QuickAddScreen(shelf, place))
        async with again.run_test() as pilot:
            await settled(pilot)
            line = "vo Kestrel Airlines due mon 23 nov 2026"
            assert again.shown.query_one(LineEntry).value == line
            assert "is back. Its days are written out." in foot(again, "draft") or later == 7
            assert "Mon 23 Nov 2026" in foot(again, "reading")
            await pilot.press("escape")
            await settled(pilot)
