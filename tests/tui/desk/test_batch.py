"""Many at once: one step and one undo, on what is marked; what cannot be done is said."""

from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from callbacktui.domain.let_rest import is_rested
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.message_dialog import NotesDialog
from callbacktui.tui.desk.audition_list import AuditionList
from callbacktui.tui.forms.form_screen import FormScreen
from tests.factories import read_on
from tests.tui.actions import kept, seen, until
from tests.tui.conftest import MakeApp
from tests.tui.desk.test_marks import mark
from tests.tui.sample_desks import CLOSED, SEVERAL, TAPE, desk, settled, shown

WIDE = (120, 36)
THIRTY = [
    read_on(n % 9, id=f"a{n}", role=f"Role {n}", project="Hamlet", rep="Mara Lind" if n % 2 else "")
    for n in range(30)
]


async def pick(pilot: Pilot[None], name: str) -> None:
    """Pick the answer whose label begins with `name`."""
    await until(pilot, ChoiceDialog)
    listed = pilot.app.screen.query_one(OptionList)
    texts = [str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count)]
    listed.highlighted = next(n for n, text in enumerate(texts) if text[3:].startswith(name))
    await pilot.press("enter")


def notes(app: CallbackApp) -> list[str]:
    return [note.message for note in app._notifications]


async def test_batch_edit_changes_all_filtered_auditions_in_one_step(
    make_app: MakeApp,
) -> None:
    app = make_app([*THIRTY, *SEVERAL])
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("slash")
        app.screen.query_one("#filter Input", Input).value = "via:mara"
        await pilot.press("enter")
        await shown(pilot)
        await pilot.press("M", "e")
        await pick(pilot, "Agent")
        await until(pilot, LineDialog)
        line = app.screen.query_one(LineEntry)
        assert line.value == "Mara Lind"
        assert "Now: Mara Lind 15." in str(app.screen.query_one(".hint", Static).content)
        line.rewrite("Mara Lindqvist")
        await seen(pilot)
        assert str(app.screen.query_one(".preview", Static).content) == "all 15 change"
        await pilot.press("enter")
        await settled(pilot)
        assert notes(app) == ["15 auditions: agent or rep is Mara Lindqvist; u takes it back."]
        reps = [kept(app, audition.id).rep for audition in THIRTY]
        assert reps.count("Mara Lindqvist") == 15
        assert reps.count("") == 15
        assert not desk(app).marked
        await pilot.press("u")
        await settled(pilot)
        assert [kept(app, audition.id) for audition in THIRTY] == THIRTY
        assert app.session.drafts.all() == []


async def test_batch_preview_counts_only_real_changes(make_app: MakeApp) -> None:
    app = make_app(THIRTY[:4])
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("M", "e")
        await pick(pilot, "Agent")
        await until(pilot, LineDialog)
        for words, count in (("Mara Lind", "2 of 4 change"), ("", "2 of 4 change")):
            app.screen.query_one(LineEntry).rewrite(words)
            await seen(pilot)
            assert str(app.screen.query_one(".preview", Static).content) == count
        await pilot.press("escape")
        await settled(pilot)


async def test_batch_edit_sets_choices_and_lists(make_app: MakeApp) -> None:
    first = [read_on(1, id="x", people=("Ann", "Bo")), read_on(1, id="y", people=("Bo",))]
    app = make_app(first)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("M", "e")
        await pick(pilot, "Medium")
        await pick(pilot, "Theater")
        await settled(pilot)
        await pilot.press("M", "e")
        await pick(pilot, "People")
        await until(pilot, LineDialog)
        assert app.screen.query_one(LineEntry).value == "Bo"
        app.screen.query_one(LineEntry).rewrite("Cy")
        await pilot.press("enter")
        await settled(pilot)
        assert (kept(app, "x").people, kept(app, "y").people) == (("Cy", "Ann"), ("Cy",))
        assert {kept(app, id_).medium.value for id_ in "xy"} == {"theatre"}


async def test_single_marked_audition_can_be_edited_completely(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "waiting", "quiet")
        desk(app).show("held")
        await pilot.press("e")
        await pick(pilot, "Only one of them")
        await until(pilot, FormScreen)
        assert "Prosecutor Vale" in str(app.screen.title)
        await pilot.press("escape")
        await settled(pilot)


async def test_refused_auditions_are_listed_and_the_others_closed(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "waiting", "quiet", "tape", "closed")
        await pilot.press("c")
        await until(pilot, ChoiceDialog)
        assert "1 of 4 is closed" in str(app.screen.query_one(".words", Static).content)
        await pick(pilot, "Presumed passed")
        await pick(pilot, "Nobody said")
        await settled(pilot)
        [said] = notes(app)
        assert said.startswith("2 auditions: presumed passed; u takes it back. Not done: ")
        assert "Nina, The Seagull can't go from “requested” to “presumed passed”." in said
        assert "Mum, Brackwater is closed" in said
        assert {id_: kept(app, id_).disposition for id_ in ("waiting", "quiet")} == {
            "waiting": Disposition.PRESUMED_PASSED,
            "quiet": Disposition.PRESUMED_PASSED,
        }
        assert (kept(app, "tape"), kept(app, "closed")) == (TAPE, CLOSED)
        assert desk(app).marked == {"tape", "closed"}
        await pilot.press("u")
        await settled(pilot)
        assert all(kept(app, one.id) == one for one in SEVERAL)


async def test_many_refusals_open_their_own_page(make_app: MakeApp) -> None:
    closed = [
        read_on(3, id=f"c{n}", role=f"Gone {n}", disposition=Disposition.PASSED_TOLD)
        for n in range(5)
    ]
    app = make_app([*SEVERAL, *closed])
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "waiting", *(one.id for one in closed))
        await pilot.press("W")
        await until(pilot, NotesDialog)
        assert str(app.screen.title) == "5 of 6 were not changed"
        assert len(app.screen.query(".notice")) == 5
        await pilot.press("enter")
        await settled(pilot)
        assert is_rested(kept(app, "waiting"))


async def test_resting_audition_reopens_with_one_key(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "waiting", "quiet")
        await pilot.press("W")
        await settled(pilot)
        assert is_rested(kept(app, "quiet"))
        desk(app).show("quiet")
        await pilot.press("O")
        await settled(pilot)
        assert (kept(app, "quiet").is_open, kept(app, "quiet").stage) == (True, Stage.AUDITIONED)
        assert is_rested(kept(app, "waiting"))


async def test_several_auditions_are_reopened_in_one_step(make_app: MakeApp) -> None:
    other = read_on(5, id="other", role="Other", disposition=Disposition.PASSED_TOLD)
    app = make_app([*SEVERAL, other])
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "closed", "other", "waiting")
        await pilot.press("O")
        await settled(pilot)
        assert all(kept(app, id_).is_open for id_ in ("closed", "other"))
        await pilot.press("u")
        await settled(pilot)
        assert (kept(app, "closed"), kept(app, "other")) == (CLOSED, other)


async def test_marks_outside_the_filter_are_counted(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await mark(pilot, "waiting", "quiet")
        desk(app).show("held")
        await pilot.press("slash")
        app.screen.query_one("#filter Input", Input).value = "ranger"
        await pilot.press("enter")
        await shown(pilot)
        words = str(app.screen.query_one(AuditionList).border_subtitle)
        assert "2 marked, 1 of them not shown" in words
