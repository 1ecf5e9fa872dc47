"""Adding and editing from key to ledger: new, edit, rounds, holds, tags, notes, undo."""

import contextlib
import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList, Static

from callbacktui.domain.change import Change
from callbacktui.domain.dates.spans import format_range
from callbacktui.domain.enums import HoldKind, RoundKind
from callbacktui.domain.holds_and_bookings import Booking, Decision, Hold
from callbacktui.domain.stage import Stage
from callbacktui.store.repository import Repository
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.desk.actions.tag_actions import replace_tags
from callbacktui.tui.forms.collapsible import Collapsible
from callbacktui.tui.forms.field_row import FieldRow
from callbacktui.tui.forms.form_screen import FormScreen
from tests.factories import (
    NOW,
    TODAY,
    asked,
    audition,
    days_ago,
    done,
    held,
    moment,
    present,
    read_on,
    span,
)
from tests.tui.actions import done_with, kept, seen, until_form, write
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, rows, settled, shown


async def test_quick_line_is_saved_and_selected(make_app: MakeApp) -> None:
    app = make_app([audition()])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "n")
        app.screen.query_one(LineEntry).rewrite("Nina, The Seagull @Harbor Casting")
        await done_with(pilot, "enter")
        assert present(desk(app).selected).name == "Nina, The Seagull"


async def test_quick_line_without_news_is_not_reported_as_saved(make_app: MakeApp) -> None:
    app = make_app([audition()])
    async with app.run_test(size=(120, 36)) as pilot:
        for _ in range(2):
            await seen(pilot, "n")
            app.screen.query_one(LineEntry).rewrite("Nina, The Seagull")
            await seen(pilot, "enter")
        await done_with(pilot, "enter")
        (note,) = app._notifications
        assert note.message == "Nothing new in it: Nina, The Seagull is as it was."
        assert len(app.session.ledger) == 2
        assert present(app.session.ledger.next_undo).summary == "Added Nina, The Seagull"


@pytest.mark.parametrize("is_it", [True, False])
async def test_quick_line_about_an_existing_role_asks(make_app: MakeApp, is_it: bool) -> None:
    app = make_app([audition(stage=Stage.REQUESTED, rounds=(asked(),))])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "n")
        app.screen.query_one(LineEntry).rewrite("callback Ophelia, Hamlet dec 3 11am")
        await pilot.press("enter")
        while not isinstance(app.screen, ChoiceDialog):
            await pilot.pause(0.01)
        await done_with(pilot, *(("enter",) if is_it else ("down", "enter")))
        whole = app.session.ledger.all()
        assert len(whole) == 2 - is_it
        assert desk(app).selected in whole
        here = kept(app, "a1")
        assert here.stage is (Stage.CALLBACK if is_it else Stage.REQUESTED)
        told = present(here.pending)
        assert bool(told.at) is is_it
        await done_with(pilot, "u")
        assert [one.stage for one in app.session.ledger.all()] == [Stage.REQUESTED]


async def test_tab_continues_in_the_full_form(make_app: MakeApp) -> None:
    app = make_app([])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "n")
        app.screen.query_one(LineEntry).rewrite("Nina, The Seagull thu 3pm")
        await pilot.press("tab")
        await until_form(pilot)
        write(app, "rep", "J. Marsh")
        await done_with(pilot, "ctrl+s")
        [new] = app.session.ledger.all()
        assert (new.name, new.rep, new.stage) == ("Nina, The Seagull", "J. Marsh", Stage.REQUESTED)
        assert new.pending is not None
        assert new.pending.at == moment(5, 15)
        assert app.session.drafts.all() == []


@pytest.mark.parametrize(
    ("read", "line", "moved"),
    [
        (
            {"kind": RoundKind.CALLBACK, "at": moment(6, 14)},
            "callback Ophelia, Hamlet dec 3 11am",
            "callback now 3 Dec 11:00, was Fri 14:00",
        ),
        (
            {"kind": RoundKind.CALLBACK, "at": moment(6, 14)},
            "callback Ophelia, Hamlet fri 4pm",
            "callback now Fri 16:00, was Fri 14:00",
        ),
        ({"at": moment(3, 9)}, "Ophelia, Hamlet thu 3pm", "audition now Thu 15:00, was Tue 09:00"),
        (
            {"due_at": moment(3, 9)},
            "tape Ophelia, Hamlet due thu 3pm",
            "deadline now Thu 15:00, was Tue 09:00",
        ),
        ({"at": moment(3, 9)}, "Ophelia, Hamlet tue 9am zoom", ""),
        ({}, "Ophelia, Hamlet thu 3pm", ""),
    ],
)
async def test_quick_line_shows_a_moved_time_before_and_after_saving(
    make_app: MakeApp, read: dict[str, Any], line: str, moved: str
) -> None:
    is_later = read.get("kind") is RoundKind.CALLBACK
    stage = Stage.CALLBACK if is_later else Stage.REQUESTED
    app = make_app([audition(stage=stage, rounds=(asked(**read),))])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "n")
        app.screen.query_one(LineEntry).rewrite(line)
        await pilot.press("enter")
        while not isinstance(app.screen, ChoiceDialog):
            await pilot.pause(0.01)
        await pilot.pause()
        said = str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        assert (moved or stage.word) in said
        assert (", was " in said) is bool(moved)
        await done_with(pilot, "enter")
        assert moved in " ".join(str(one.message) for one in app._notifications)


async def test_edit_is_one_undo_step(make_app: MakeApp) -> None:
    app = make_app([audition()])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("e")
        await until_form(pilot)
        write(app, "role", "Gertrude [/")
        await done_with(pilot, "ctrl+s")
        assert kept(app, "a1").role == "Gertrude [/"
        await done_with(pilot, "u")
        assert kept(app, "a1").role == "Ophelia"
        await done_with(pilot, "ctrl+r")
        assert kept(app, "a1").role == "Gertrude [/"


async def test_edited_decision_date_keeps_the_earlier_one(make_app: MakeApp) -> None:
    app = make_app([audition(decision_by=days_ago(-3))])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("e")
        await until_form(pilot)
        for fold in app.screen.query(Collapsible):
            fold.folded = False
        while not any(row.field.name == "decision_by" for row in app.screen.query(FieldRow)):
            await pilot.pause()
        write(app, "decision_by", "30 nov")
        await done_with(pilot, "ctrl+s")
        edited = kept(app, "a1")
        assert edited.decision_by == days_ago(-9)
        assert edited.earlier_decisions == (Decision(on=days_ago(-3)),)
        await done_with(pilot, "u")
        assert kept(app, "a1").told_decisions == ()


async def test_hold_on_single_days_leaves_days_between_free(make_app: MakeApp) -> None:
    pin = Hold(id="h1", kind=HoldKind.PIN, word_used="pinned")
    app = make_app([audition(stage=Stage.HOLD, holds=(pin,))])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("R")
        await until_form(pilot)
        write(app, "dates", "dec 16, 32")
        await seen(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen)
        [field] = (row for row in app.screen.query(FieldRow) if row.field.name == "dates")
        assert "December has no day 32" in str(field.query_one(".note", Static).content)
        write(app, "dates", "dec 16, 18")
        await done_with(pilot, "ctrl+s")
        [hold] = kept(app, "a1").holds
        assert list(map(format_range, hold.days)) == ["16 Dec 2026", "18 Dec 2026"]


async def test_work_on_single_days_is_not_a_span(make_app: MakeApp) -> None:
    app = make_app([audition(stage=Stage.BOOKED, booking=Booking())])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("e")
        await until_form(pilot)
        for fold in app.screen.query(Collapsible):
            fold.folded = False
        while not any(row.field.name == "booking.work_dates" for row in app.screen.query(FieldRow)):
            await pilot.pause()
        write(app, "booking.work_dates", "dec 16, 18")
        await done_with(pilot, "ctrl+s")
        job = present(kept(app, "a1").booking)
        assert list(map(format_range, job.work_days)) == ["16 Dec 2026", "18 Dec 2026"]


async def test_usage_end_before_the_session_is_refused(make_app: MakeApp) -> None:
    job = Booking(session_on=TODAY)
    booked = audition(stage=Stage.BOOKED, heard_on=TODAY, booking=job)
    app = make_app([booked])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("e")
        await until_form(pilot)
        for fold in app.screen.query(Collapsible):
            fold.folded = False
        await seen(pilot)
        write(app, "booking.use_ends_on", "1 nov 2026")
        await seen(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen)
        assert kept(app, "a1") == booked
        write(app, "booking.use_ends_on", "1 nov 2028")
        await done_with(pilot, "ctrl+s")
        assert present(kept(app, "a1").booking).use_ends_on == dt.date(2028, 11, 1)


async def test_upcoming_round_is_edited(make_app: MakeApp) -> None:
    given = read_on(3)
    app = make_app([audition(rounds=(*given.rounds, asked(id="r2")), stage=Stage.CALLBACK)])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "R")
        if not isinstance(app.screen, FormScreen):
            await pilot.press("enter")
        await until_form(pilot)
        write(app, "wore", "grey blazer")
        await done_with(pilot, "ctrl+s")
        assert [read.wore for read in kept(app, "a1").rounds] == ["", "grey blazer"]


async def test_round_choices_show_their_day(make_app: MakeApp) -> None:
    app = make_app([audition(rounds=(done(12), asked(id="r2", at=moment(2))))])
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "R")
        assert isinstance(app.screen, ChoiceDialog)
        listed = app.screen.query_one(OptionList)
        assert listed.virtual_size.height == listed.option_count == 2
        assert any("12 days ago" in row for row in rows(app))
        assert not any("New_York" in row for row in rows(app))


async def test_hold_keeps_the_word_they_used(make_app: MakeApp) -> None:
    app = make_app([read_on(1)])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "s", "h")
        await until_form(pilot)
        write(app, "word_used", "pinned")
        await done_with(pilot, "ctrl+s")
        [hold] = kept(app, "a1").holds
        assert isinstance(hold, Hold)
        assert hold.word_used == "pinned"


async def test_hold_can_be_edited_through_the_round_key(make_app: MakeApp) -> None:
    app = make_app([held(1)])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "R", "down", "enter")
        await until_form(pilot)
        write(app, "dates", "14 to 18 Dec")
        await done_with(pilot, "ctrl+s")
        assert kept(app, "a1").holds[0].dates == span("14 to 18 Dec")
        await done_with(pilot, "u")
        assert kept(app, "a1").holds[0].dates is None


async def test_new_call_in_copies_the_office(make_app: MakeApp) -> None:
    app = make_app([read_on(3)])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("N")
        await until_form(pilot)
        write(app, "project", "Night Ferry")
        await done_with(pilot, "ctrl+s")
        new = next(a for a in app.session.ledger.all() if a.id != "a1")
        assert (new.came_from, new.office, new.project) == ("a1", "Telsey Office", "Night Ferry")


async def test_tags_are_added_to_all_marked(make_app: MakeApp) -> None:
    app = make_app([audition(id="a", tags=("x", "own")), audition(id="b", tags=("x",))])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "m", "m", "number_sign")
        field = app.screen.query_one(LineEntry)
        assert field.value == "x"
        field.rewrite("#comedy, x")
        await done_with(pilot, "enter")
        assert kept(app, "a").tags == ("comedy", "x", "own")
        assert kept(app, "b").tags == ("comedy", "x")


def test_removing_a_shared_tag_keeps_others() -> None:
    assert replace_tags(("x", "own"), ("x",), ("new",)) == ("new", "own")


async def test_removal_names_the_undo_key_and_can_be_undone(make_app: MakeApp) -> None:
    app = make_app([audition()])
    async with app.run_test(size=(120, 36)) as pilot:
        await done_with(pilot, "d")
        assert len(app.session.ledger) == 0
        said = [notice.message for notice in app._notifications]
        assert said == ["Removed Ophelia, Hamlet; u puts it back."]
        await done_with(pilot, "u")
        assert desk(app).selected == audition()


@pytest.fixture
def own_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextlib.contextmanager
    def suspended(_: CallbackApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(CallbackApp, "suspend", suspended)


def editor(tmp_path: Path, code: str) -> str:
    script = tmp_path / "an editor.py"
    script.write_text(f"import sys, pathlib, stat\nfile = pathlib.Path(sys.argv[-1])\n{code}")
    return f"{sys.executable} '{script}' --wait"


def left_over(folder: Path) -> list[Path]:
    return list(folder.rglob("drafts/*.txt"))


@pytest.mark.usefixtures("own_screen")
async def test_notes_come_back_from_the_editor_clean(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "assert not file.stat().st_mode & 0o077\n"
        "file.write_text(file.read_text() + ' and more \\x1b[2J\\n')"
    )
    monkeypatch.setenv("VISUAL", editor(tmp_path, code))
    app = make_app([audition(notes="before")])
    async with app.run_test(size=(120, 36)) as pilot:
        await done_with(pilot, "E")
        assert kept(app, "a1").notes == "before and more ␛[2J"
    assert left_over(tmp_path) == []


@pytest.mark.usefixtures("own_screen")
async def test_interrupted_editor_file_is_offered_again(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "file.write_text('slower')\nsys.exit(129)"))
    app = make_app([audition(notes="before")])
    async with app.run_test(size=(120, 36)) as pilot:
        await done_with(pilot, "E")
        assert kept(app, "a1").notes == "before"
        code = "file.write_text(file.read_text() + ' still')"
        monkeypatch.setenv("VISUAL", editor(tmp_path, code))
        await done_with(pilot, "E")
        assert kept(app, "a1").notes == "slower still"
    assert left_over(tmp_path) == []


@pytest.mark.usefixtures("own_screen")
@pytest.mark.parametrize("code", ["", "\nsys.exit(1)"])
async def test_notes_that_are_not_utf8_stay_in_their_file(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, f"file.write_bytes(b'\\xff'){code}"))
    app = make_app([audition(notes="before")])
    async with app.run_test(size=(120, 36)) as pilot:
        await done_with(pilot, "E")
        assert kept(app, "a1").notes == "before"
        assert any(n.severity == "error" for n in app._notifications)
    [file] = left_over(tmp_path)
    assert file.read_bytes() == b"\xff"


@pytest.mark.usefixtures("own_screen")
@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("", "Set $EDITOR"),
        ("no-such-editor-anywhere", "no-such-editor-anywhere cannot be run"),
        ("'", "$EDITOR has an unmatched quotation mark"),
    ],
)
async def test_missing_editor_is_reported(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, command: str, words: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    app = make_app([audition(notes="before")])
    async with app.run_test(size=(120, 36)) as pilot:
        await done_with(pilot, "E")
        assert [n.message.startswith(words) for n in app._notifications] == [True]
        assert kept(app, "a1").notes == "before"


async def test_notes_without_suspend_name_another_way(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    app = make_app([audition()])
    async with app.run_test(size=(120, 36)) as pilot:
        await done_with(pilot, "E")
        assert ["e opens the notes in a form" in n.message for n in app._notifications] == [True]


async def test_pending_drafts_are_mentioned_at_the_start(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    for key, said in (("new audition", "is kept. It's back"), ("other", "in 2 places")):
        app.session.drafts.keep(key, {"project": "Swan Lake"}, NOW)
        app = CallbackApp(app.session)
        async with app.run_test() as pilot:
            await settled(pilot)
            assert said in " ".join(note.message for note in app._notifications)


async def test_undo_asks_if_many_auditions_would_be_removed(make_app: MakeApp) -> None:
    app = make_app()
    ledger = app.session.ledger
    async with app.run_test() as pilot:
        await shown(pilot)
        await ledger.add(SEVERAL, "import my-sheet.csv")
        for key, left in (("n", len(SEVERAL)), ("y", 0)):
            await pilot.press("u")
            await pilot.pause()
            assert isinstance(app.screen, ConfirmDialog)
            assert "6 auditions go out again" in str(app.screen.query(Static).first().render())
            await pilot.press(key)
            await settled(pilot)
            assert len(ledger) == left
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert len(ledger) == len(SEVERAL)


async def test_undo_asks_before_reverting_external_changes(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app([audition(id="a"), audition(id="b", role="Hedda", project="Hedda Gabler")])
    ledger = app.session.ledger

    def elsewhere(id_: str, **changes: object) -> None:
        app.session.flush()
        monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "another computer"))
        repository = Repository.open(app.session.path)
        now = next(one for one in repository.load() if one.id == id_)
        repository.write([Change(before=now, after=replace(now, **changes))], "There")
        repository.close()

    def said() -> str:
        return " ".join(note.message for note in app._notifications)

    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        new = audition(id="c", role="Zerbinetta", project="Ariadne")
        await ledger.add([new], "Added Zerbinetta")
        elsewhere("c", notes="a tape by Friday")
        desk(app).background_sync.look()
        await settled(pilot)
        assert kept(app, "c").notes == "a tape by Friday"
        for key, is_there in (("n", True), ("y", False)):
            await pilot.press("u")
            await pilot.pause()
            assert isinstance(app.screen, ConfirmDialog)
            asked_words = str(app.screen.query(Static).first().render())
            assert "Changed elsewhere since: Zerbinetta, Ariadne." in asked_words
            await pilot.press(key)
            await settled(pilot)
            assert ("c" in ledger) is is_there
        await ledger.update(["b"], lambda b: replace(b, notes="ours", tags=("wig",)), "Wrote")
        elsewhere("b", notes="theirs")
        desk(app).background_sync.look()
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert (kept(app, "b").notes, kept(app, "b").tags) == ("theirs", ())
        assert "Undone: Wrote" in said()
        assert "What was changed elsewhere since stays." in said()
        await ledger.update(["b"], lambda b: replace(b, notes="ours"), "Wrote again")
        elsewhere("b", notes="theirs again")
        desk(app).background_sync.look()
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert kept(app, "b").notes == "theirs again"
        assert "Nothing is left of “Wrote again”" in said()


async def done_with_form(pilot: Pilot[None], form: Screen[Any]) -> None:
    """Save a form, and wait until it is closed or says why not."""
    await seen(pilot, "ctrl+s")
    for _ in range(200):
        if pilot.app.screen is not form or form.query_one(".trouble", Static).display:
            return
        await pilot.pause(0.01)


async def test_form_warns_about_an_existing_role(
    make_app: MakeApp,
) -> None:
    app = make_app([audition(id="a1", role="Ophelia", project="Hamlet")])
    async with app.run_test(size=(100, 30)) as pilot:
        await seen(pilot, "n")
        app.screen.query_one(LineEntry).rewrite("Ophelia, Hamlet")
        await seen(pilot, "tab")
        await until_form(pilot)
        form = app.screen
        await done_with_form(pilot, form)
        assert app.screen is form
        assert "is here already" in str(form.query_one(".trouble", Static).content)
        assert len(app.session.ledger) == 1
        await done_with_form(pilot, form)
        assert app.screen is not form
        assert len(app.session.ledger) == 2
