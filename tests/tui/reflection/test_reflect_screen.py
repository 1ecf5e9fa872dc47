import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from callbacktui.domain.enums import RoundKind
from callbacktui.domain.reflection import NONE_GIVEN, Addendum, Gave, Gut, Reflection
from callbacktui.domain.round import Round
from callbacktui.store.io.drafts import Drafts
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.reflection.addendum_screen import AddendumScreen, LaterThought
from callbacktui.tui.reflection.reflect_screen import ReflectScreen
from callbacktui.tui.reflection.scale import Scale
from tests.factories import NOW, audition, done, moment, reflection
from tests.tui.host_app import HOSTILE, Host

CALLBACK = done(9, id="r2", kind=RoundKind.CALLBACK)
NINA = audition(role="Nina", project="The Seagull", rounds=(CALLBACK,))


class Notebook:
    """Records what a screen saves, or says why it cannot."""

    def __init__(self) -> None:
        self.kept: list[Reflection] = []
        self.thoughts: list[LaterThought] = []
        self.trouble: str | None = None

    async def keep(self, written: Reflection) -> str | None:
        if self.trouble is None:
            self.kept.append(written)
        return self.trouble

    async def add(self, later: LaterThought) -> str | None:
        if self.trouble is None:
            self.thoughts.append(later)
        return self.trouble


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path)


def reflect_on(read: Round, notebook: Notebook, drafts: Drafts) -> Host:
    return Host(ReflectScreen(NINA, read, notebook.keep, drafts=drafts, now=lambda: NOW))


def words(app: Host) -> str:
    return str(app.screen.query_one("#words", Static).content)


async def settled(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def save(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+s")
    await settled(pilot)


async def test_a_whole_look_back_in_a_few_keys(notebook: Notebook, drafts: Drafts) -> None:
    app = reflect_on(CALLBACK, notebook, drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        frame = app.screen.query_one(VerticalScroll)
        assert str(frame.border_title) == "Nina, The Seagull · callback, Thu 12 Nov"
        assert frame.max_scroll_y == 0
        await pilot.press(*"p4n253l", *"end", "tab", *"page", "enter", "2", "tab", *"slow")
        await save(pilot)
    assert app.answers == [True]
    assert notebook.kept == [
        Reflection(
            gave_my_audition=Gave.PARTLY,
            clarity=4,
            direction=NONE_GIVEN,
            pacing=-1,
            listening=5,
            myself=3,
            gut=Gut.LIKELY,
            felt_good="end",
            felt_off="page\n2",
            next_time="slow",
        )
    ]
    assert drafts.all() == []


async def test_screen_opens_at_the_first_unanswered_question(
    notebook: Notebook, drafts: Drafts
) -> None:
    half = done(9, reflection=reflection(gave_my_audition=Gave.NO, listening=None))
    app = reflect_on(half, notebook, drafts)
    async with app.run_test(size=(120, 36)) as pilot:
        assert isinstance(app.focused, Scale)
        assert app.focused.question.name == "listening"
        await save(pilot)
    assert app.answers == [False]
    assert notebook.kept == []


async def test_failed_save_is_reported_and_loses_nothing(
    notebook: Notebook, drafts: Drafts
) -> None:
    notebook.trouble = "the disk is [full]"
    app = reflect_on(CALLBACK, notebook, drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y", "2")
        await save(pilot)
        assert words(app) == "! the disk is [full]"
        notebook.trouble = None
        await save(pilot)
    assert notebook.kept == [Reflection(gave_my_audition=Gave.YES, clarity=2)]


async def test_escape_asks_only_after_a_change(notebook: Notebook, drafts: Drafts) -> None:
    app = reflect_on(CALLBACK, notebook, drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "y", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("escape")
        await settled(pilot)
        assert app.answers == []
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("y")
        await settled(pilot)
    assert app.answers == [False]
    assert notebook.kept == []
    assert drafts.all() == []

    untouched = reflect_on(CALLBACK, notebook, drafts)
    async with untouched.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        await settled(pilot)
    assert untouched.answers == [False]


async def test_draft_survives_a_closed_window_and_can_be_discarded(
    notebook: Notebook, drafts: Drafts
) -> None:
    app = reflect_on(CALLBACK, notebook, drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "3", *["tab"] * 5, *"hm")
    (draft,) = drafts.all()
    assert draft.key == "reflect-a1-r2"

    again = reflect_on(CALLBACK, notebook, drafts)
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "is back." in words(again)
        assert isinstance(again.screen, ReflectScreen)
        fields = again.screen.fields()
        assert (fields["gave_my_audition"], fields["clarity"]) == ("no", "3")
        assert fields["felt_good"] == "hm"
        await pilot.press("ctrl+t")
        await settled(pilot)
        assert not any(again.screen.fields().values())
        assert words(again) == ""


async def test_locked_look_back_is_readable_and_takes_an_addendum(
    notebook: Notebook, drafts: Drafts
) -> None:
    locked = replace(
        reflection(felt_off="[b]rushed[/"),
        locked_before_result=True,
        addenda=(Addendum(at=moment(-2), text="less than I thought"),),
    )
    screen = AddendumScreen(
        NINA, replace(CALLBACK, reflection=locked), notebook.add, drafts=drafts, now=lambda: NOW
    )
    app = Host(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"ok")
        await save(pilot)
    assert notebook.thoughts == [LaterThought("ok", {})]
    assert app.answers == [True]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_look_back_text_is_never_parsed_as_markup(
    text: str, notebook: Notebook, drafts: Drafts
) -> None:
    hostile = audition(role=text, project=text)
    read = done(1, reflection=reflection(felt_good=text, next_time=text))
    screen = ReflectScreen(hostile, read, notebook.keep, drafts=drafts, now=lambda: NOW)
    app = Host(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        area = app.screen.query_one("#felt_off TextArea", TextArea)
        area.focus()
        area.load_text(text)
        await save(pilot)
    assert notebook.kept[0].felt_off == area.text


@pytest.mark.parametrize("size", [(1, 1), (20, 6), (60, 20), (200, 60)])
async def test_focused_field_is_visible_at_every_size(
    size: tuple[int, int], notebook: Notebook, drafts: Drafts
) -> None:
    app = reflect_on(CALLBACK, notebook, drafts)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"y33333c", *"ok")
        await save(pilot)
    assert notebook.kept[0].felt_good == "ok"


async def test_second_save_waits_for_the_first(drafts: Drafts) -> None:
    gate = asyncio.Event()
    kept: list[Reflection] = []

    async def keep(written: Reflection) -> None:
        await gate.wait()
        kept.append(written)

    app = Host(ReflectScreen(NINA, CALLBACK, keep, drafts=drafts, now=lambda: NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y", "ctrl+s", "ctrl+s", "escape")
        gate.set()
        await settled(pilot)
    assert len(kept) == 1
    assert app.answers == [True]
