"""The line of what to do now: it leads to the audition, and there names the keys that do it."""

import pytest
from msgspec.structs import replace
from rich.text import Text
from textual.app import App
from textual.pilot import Pilot

from callbacktui.config import Config
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.desk.now_line import NowLine
from tests.factories import asked, audition, done, moment, read_on, reflection
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import (
    CLOSED,
    QUIET,
    SEVERAL,
    TAPE,
    WAITING,
    desk,
    listed,
    settled,
    shown,
)

SIZE = (140, 36)
PAST = audition(id="past", role="Past", stage="requested", rounds=(asked(at=moment(-1, 15)),))
"""A read that should be over."""


def line(app: App[None]) -> str:
    drawn = desk(app).query_one(NowLine).render()
    assert isinstance(drawn, Text)
    return " ".join(drawn.plain.split())


def dimmed(app: App[None]) -> set[str]:
    """Return the commands in the footer that are dim."""
    return {hint.id for hint in desk(app).query_one(KeyBar).keys if hint.is_off}


def footer(app: App[None]) -> list[str]:
    return [f"{hint.key} {hint.word}" for hint in desk(app).query_one(KeyBar).keys]


async def test_now_line_leads_to_the_audition_and_then_shows_its_keys(
    make_app: MakeApp,
) -> None:
    app = make_app([WAITING, PAST, TAPE])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await seen(pilot)
        asks = "Yesterday 15:00 Past, Hamlet: did you do it?"
        assert line(app) == f"{asks} . go to it next tape tomorrow 18:00"
        await seen(pilot, "full_stop")
        assert listed(app).cursor == "past"
        assert line(app) == f"{asks} s yes C it moved next tape tomorrow 18:00"


async def test_upcoming_date_shows_no_question(make_app: MakeApp) -> None:
    app = make_app([TAPE, WAITING])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        await seen(pilot, "full_stop")
        assert line(app) == "Tomorrow 18:00 Nina, The Seagull: tape due, in 28 h S sent"


async def test_now_line_leads_to_filtered_out_auditions(make_app: MakeApp) -> None:
    app = make_app([WAITING, PAST])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        await seen(pilot, "slash", *"orr", "enter", "full_stop")
        assert listed(app).cursor == "past"


async def test_now_line_about_several_shows_its_own_key(make_app: MakeApp) -> None:
    app = make_app([QUIET, CLOSED])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        assert line(app) == "1 is quiet and safe to let go w sweep"


async def test_now_line_leads_to_the_next_date_if_nothing_is_due(make_app: MakeApp) -> None:
    far = audition(id="far", role="Far", stage="requested", rounds=(asked(at=moment(9, 10)),))
    looked_back = read_on(2, id="b", rounds=(done(2, reflection=reflection()),))
    app = make_app([looked_back, far])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        desk(app).show("b")
        await seen(pilot)
        assert line(app) == "Nothing to do now. next audition 30 Nov 10:00"
        await seen(pilot, "full_stop")
        assert listed(app).cursor == "far"


async def test_now_line_updates_after_an_action(make_app: MakeApp) -> None:
    app = make_app([QUIET])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        await seen(pilot, "d")
        await settled(pilot)
        assert line(app) == "Nothing to do now."
        await seen(pilot, "u")
        await settled(pilot)
        assert line(app).startswith("1 is quiet")


async def test_now_line_shows_configured_keys(make_app: MakeApp) -> None:
    keys = {"go_to_next": "Y", "next_stage": "J", "change_time": "Z", "new": "D"}
    app = make_app([WAITING, PAST], Config(keys=keys))
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await seen(pilot)
        assert line(app).endswith("Y go to it")
        assert {"D new", "J stage"} <= set(footer(app))
        await seen(pilot, "Y")
        assert line(app).endswith("J yes Z it moved")


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
async def test_now_line_keeps_words_and_keys_with_a_long_name(
    make_app: MakeApp, width: int
) -> None:
    app = make_app([WAITING, audition(**{**{"id": "past", "stage": "requested"},
                    "role": "A very long name " * 9, "rounds": PAST.rounds})])  # fmt: skip
    async with app.run_test(size=(width, 24)) as pilot:
        await shown(pilot)
        drawn = desk(app).query_one(NowLine).render()
        assert isinstance(drawn, Text)
        assert drawn.cell_len <= width
        assert drawn.plain.split()[-4 if width >= 80 else -2 :] == (
            ["yes", "C", "it", "moved"] if width >= 80 else ["s", "C"]
        )
        assert ("A very" in drawn.plain) == (width >= 40)


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (
            100,
            "Tomorrow 18:00 Deaconess Pym, The Bellringers' Strike: tape due, in 28 h . go to it",
        ),
        (80, "Tomorrow 18:00 Deaconess Pym, The Bellringers' Strike: tape due . go to it"),
        (60, "Tomorrow 18:00 Deaconess Pym: tape due . go to it"),
        (40, "Tomorrow 18:00 Deaconess…: tape due ."),
        (28, "Tomorrow 18:00 tape due ."),
        (20, "."),
    ],
)
async def test_now_line_shortens_words_first_and_never_the_key(
    make_app: MakeApp, width: int, said: str
) -> None:
    long = replace(TAPE, id="long", role="Deaconess Pym", project="The Bellringers' Strike")
    app = make_app([WAITING, long])
    async with app.run_test(size=(width, 24)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await seen(pilot)
        assert line(app) == said


async def dims(pilot: Pilot[None], *keys: str) -> set[str]:
    await seen(pilot, *keys)
    return dimmed(pilot.app)


async def test_footer_dims_unavailable_commands(make_app: MakeApp) -> None:
    app = make_app([WAITING, CLOSED])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        assert await dims(pilot) == {"sweep", "undo"}
        desk(app).show("closed")
        assert await dims(pilot) == {"close", "callback", "sweep", "undo"}
        await seen(pilot, "d")
        await settled(pilot)
        assert "undo" not in dimmed(app)


async def test_empty_desk_dims_commands_that_need_an_audition(make_app: MakeApp) -> None:
    app = make_app([])
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        bright = {hint.id for hint in desk(app).query_one(KeyBar).keys} - dimmed(app)
        assert {"new", "filter", "help"} <= bright
        assert not bright & {"next_stage", "reflect", "close", "callback", "edit", "sweep", "undo"}


async def test_footer_shows_the_filter_keys_while_filtering(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        usual = footer(app)
        await seen(pilot, "slash")
        assert footer(app) == ["Esc no filter", "↑ earlier", "↓ later", "ctrl+s keep it"]
        assert not dimmed(app)
        await seen(pilot, "escape")
        assert footer(app) == usual


async def test_long_name_is_shortened_before_the_keys(make_app: MakeApp) -> None:
    long = audition(id="long", role="Role " * 30, stage="requested", rounds=PAST.rounds)
    app = make_app([WAITING, long])
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await seen(pilot)
        assert line(app).endswith("…: done? . go to it")
        await seen(pilot, "full_stop")
        assert line(app).endswith("s yes C it moved")


async def test_invisible_characters_do_not_displace_the_keys(make_app: MakeApp) -> None:
    hidden = replace(PAST, id="hidden", role="\u202ename\u202c " * 8, project="\u202eplay\u202c")
    app = make_app([WAITING, hidden])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await seen(pilot)
        row = "".join(s.text for s in desk(app)._compositor.render_strips()[1])
        assert row[:120].rstrip().endswith(". go to it")
        desk(app).show("hidden")
        await seen(pilot)
        title = str(desk(app).query_one("#detail").border_title)
        assert "202E" in title
        assert "\u202e" not in title
