"""Looking back takes at most 14 keys and letting go at most 4; a second look keeps the first."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.domain.reflection import Gave, Gut
from callbacktui.domain.stage import Certainty, Disposition, Reason
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.detail_pane import DetailPane
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.reflection.addendum_screen import AddendumScreen
from callbacktui.tui.reflection.reflect_screen import ReflectScreen
from tests.factories import done, moment, present, read_on, reflection
from tests.tui.actions import kept, until
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, rows, settled, shown

WIDE = (120, 36)
LOCKED = read_on(
    5,
    id="locked",
    role="Locked",
    disposition=Disposition.PASSED_TOLD,
    rounds=(done(5, reflection=reflection(locked_before_result=True)),),
)


class Keys:
    """Counts the keys that are pressed."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.count = 0

    async def press(self, *keys: str) -> None:
        self.count += len(keys)
        await self._pilot.press(*keys)


async def asked_why(pilot: Pilot[None]) -> None:
    """Close the waiting one, up to the question whether anybody said why."""
    await shown(pilot)
    desk(pilot.app).show("waiting")
    await pilot.press("c")
    await until(pilot, ChoiceDialog)
    await pilot.press("enter")
    await pilot.pause(0.05)


async def test_a_whole_look_back_takes_at_most_14_keys(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        keys = Keys(pilot)
        await keys.press("r")
        await until(pilot, ReflectScreen)
        await keys.press("y", "4", "n", "3", "5", "4", "l", "ctrl+s")
        await settled(pilot)
        written = present(present(kept(app, "waiting").last_done).reflection)
        assert (written.gave_my_audition, written.gut) == (Gave.YES, Gut.LIKELY)
        assert (written.clarity, written.pacing, written.listening, written.myself) == (4, 0, 5, 4)
        assert keys.count <= 14


async def test_letting_go_takes_at_most_4_keys_and_asks_for_no_reason(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        keys = Keys(pilot)
        await keys.press("c")
        await until(pilot, ChoiceDialog)
        await keys.press("enter")
        await pilot.pause(0.05)
        assert str(app.screen.title) == "Did anybody say why?"
        await keys.press("enter")
        await settled(pilot)
        ended = kept(app, "waiting")
        assert ended.disposition is Disposition.PRESUMED_PASSED
        assert (ended.reason, ended.certainty) == (None, Certainty.UNKNOWN)
        assert keys.count <= 4
        drawn = desk(app).query_one(DetailPane)
        assert "Why" not in [line[0].text.strip() for line in drawn.lines if line]


async def test_quoted_feedback_is_kept_as_said(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await asked_why(pilot)
        await pilot.press("j", "enter")
        await pilot.pause(0.05)
        assert str(app.screen.title) == "What did they say?"
        assert not any("guess" in row.lower() for row in rows(app))
        await pilot.press("enter")
        await settled(pilot)
        ended = kept(app, "waiting")
        assert (ended.reason, ended.certainty) == (Reason.LOOK_OR_PAIRING, Certainty.TOLD)


@pytest.mark.parametrize(
    ("keys", "asks"),
    [
        ((), "How did it end?"),
        (("j", "enter"), "Did anybody say why?"),
        (("j", "j", "enter"), "Did anybody say why?"),
    ],
    ids=["why", "what they said", "distance"],
)
async def test_escape_goes_back_one_question(
    make_app: MakeApp, keys: tuple[str, ...], asks: str
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await asked_why(pilot)
        await pilot.press(*keys)
        await pilot.pause(0.05)
        await pilot.press("escape")
        await pilot.pause(0.05)
        assert kept(app, "waiting").is_open
        assert str(app.screen.title).startswith(asks)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert kept(app, "waiting").is_open


async def test_optional_line_of_distance_is_saved(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await asked_why(pilot)
        await pilot.press("j", "j", "enter")
        await until(pilot, LineDialog)
        assert str(app.screen.title) == "In a year or two, what will this one have been?"
        app.screen.query_one(LineEntry).rewrite("the one where I learned to wait [/")
        await pilot.press("enter")
        await settled(pilot)
        ended = kept(app, "waiting")
        assert (ended.distance, ended.is_open) == ("the one where I learned to wait [/", False)
        assert app.session.drafts.all() == []


async def test_second_look_is_dated_and_beside_the_first(make_app: MakeApp) -> None:
    app = make_app([*SEVERAL, LOCKED])
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        desk(app).show("locked")
        await pilot.press("r")
        await until(pilot, AddendumScreen)
        await pilot.press("tab", "2", "n", "5", "3", "4", "ctrl+s")
        await settled(pilot)
        written = present(present(kept(app, "locked").last_done).reflection)
        [look] = written.second_looks
        assert (look.at, look.clarity, look.pacing, look.myself) == (moment(), 2, 2, 4)
        assert (written.clarity, written.is_locked, written.addenda) == (4, True, ())
        await pilot.press("r")
        await until(pilot, AddendumScreen)
        drawn = app.screen.query_one("#look_back", Static)
        text = "\n".join(
            "".join(segment.text for segment in line)
            for line in app.console.render_lines(drawn.content)  # type: ignore[arg-type]
        )
        assert "second look today: 2" in text
        assert "second look today: dragged" in text
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
