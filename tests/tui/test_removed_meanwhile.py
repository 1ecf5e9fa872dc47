"""A record that is removed or changed while its form is open: nothing is lost in silence."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.change import Record
from callbacktui.domain.contact import Contact, ContactKind
from callbacktui.domain.enums import Cleared, RoundKind
from callbacktui.domain.holds_and_bookings import Feedback, Hold
from callbacktui.domain.mark_done import end_hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.money import read_money
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.domain.piece import Piece, PieceKind
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.stage import Stage
from callbacktui.domain.transitions import advance
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.commands.registry import BY_ID
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.forms.base_records_dialog import RecordsDialog
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.people.screen import PeopleScreen
from callbacktui.tui.reflection.scale import Scale
from callbacktui.tui.reflection.sweep_screen import SweepScreen
from callbacktui.tui.today.screen import AgendaList, TodayScreen
from tests.factories import NOW, TODAY, asked, audition, done, held, moment, present, read_on, span
from tests.tui.actions import seen, until_form, write
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import desk, shown

OTHER = audition(id="other", project="Seagull", role="Nina")
READ = read_on(1)
PAID = MoneyEntry(
    id="m1",
    kind=MoneyKind.INCOME,
    date=TODAY,
    category="fee",
    amount=read_money("$400"),
    audition="a1",
    paid_on=TODAY,
)
MINE = "own words"
GONE = "This has been removed in the meantime. Nothing was changed"


def keys_of(id_: str) -> str:
    return BY_ID[id_].keys.split(",")[0]


async def take_away(app: CallbackApp, record: Record) -> None:
    """Remove a record as another window does: no dialog here knows of it."""
    await app.session.ledger.remove([record.id], "Removed elsewhere", type(record))
    app.clear_notifications()


async def answered(pilot: Pilot[None], key: str) -> None:
    """Press a key and wait until something is said; the form may stay open."""
    await seen(pilot, key)
    for _ in range(200):
        if pilot.app._notifications:
            return
        await pilot.pause()


async def listed_again(pilot: Pilot[None]) -> None:
    """Wait until the list of a dialog is read, which a thread does."""
    for _ in range(20):
        await pilot.pause(0.01)


def said(app: CallbackApp) -> str:
    return " ".join(note.message for note in app._notifications)


BOOKOUT = BookOut(id="b1", span=span("14-18 Dec"), why="family")
SPENT = MoneyEntry(id="m1", kind=MoneyKind.EXPENSE, date=TODAY, category="class")
PIECE = Piece(id="p1", kind=PieceKind.MONOLOGUE, title="Nina's last")
PRACTICE = Practice(id="c1", date=TODAY, kind=PracticeKind.CLASS, who="")
CONTACT = Contact(id="c2", name="Ada Quist", kind=ContactKind.AGENT)

FORMS: tuple[tuple[str, Record, tuple[str, ...], str, str], ...] = (
    ("audition", READ, ("edit",), "role", "Role"),
    ("payment", PAID, ("payment", "enter"), "category", "Category"),
    ("book-out", BOOKOUT, ("bookouts", "e"), "why", "Why"),
    ("money", SPENT, ("money", "e"), "reason", "Business reason"),
    ("piece", PIECE, ("pieces", "e"), "source", "From"),
    ("practice", PRACTICE, ("practice", "e"), "who", "With"),
    ("contact", CONTACT, ("room_people", "e"), "city", "City"),
)
"""Every form of a whole record: the keys that open it, one of its fields, and its label."""


EVERY_FORM = pytest.mark.parametrize(
    ("record", "opens", "field", "label"),
    [rest for _, *rest in FORMS],
    ids=[name for name, *_ in FORMS],
)
OTHER_FIELDS: dict[type, str] = {
    Audition: "notes",
    MoneyEntry: "receipt",
    BookOut: "zone",
    Piece: "notes",
    Practice: "note",
    Contact: "notes",
}


async def open_form(pilot: Pilot[None], opens: tuple[str, ...]) -> FormScreen:
    """Press the keys to a form, and wait for it."""
    desk(pilot.app).show("a1")
    for name in opens:
        await seen(pilot, keys_of(name) if name in BY_ID else name)
        if name == "room_people":
            await until_read(pilot)
    await until_form(pilot)
    form = pilot.app.screen
    assert isinstance(form, FormScreen)
    return form


async def until_read(pilot: Pilot[None]) -> None:
    for _ in range(500):
        await pilot.pause(0.01)
        screen = pilot.app.screen
        if isinstance(screen, PeopleScreen) and screen.is_ready and screen._list.items:
            screen._list.show(screen._list.items, CONTACT.id)
            return


async def until_closed(pilot: Pilot[None], form: FormScreen) -> None:
    for _ in range(200):
        if pilot.app.screen is not form:
            return
        await pilot.pause(0.01)


@pytest.mark.parametrize(
    ("record", "opens", "field"),
    [
        *((record, opens, field) for _, record, opens, field, _ in FORMS),
        (READ, ("edit_round",), "wore"),
        (READ, ("feedback",), "text"),
    ],
    ids=[*(name for name, *_ in FORMS), "round", "feedback"],
)
async def test_form_stays_open_if_its_record_is_removed(
    make_app: MakeApp, record: Record, opens: tuple[str, ...], field: str
) -> None:
    app = make_app([OTHER, *([READ] if record is PAID else [])])
    await app.session.ledger.add([record], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, opens)
        write(app, field, MINE)
        await take_away(app, record)
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert said(app) == f"{GONE}. Copy what you typed."
        assert present(app.session.ledger.next_undo).summary == "Removed elsewhere"


@EVERY_FORM
async def test_external_change_is_reported_before_it_is_replaced(
    make_app: MakeApp, record: Record, opens: tuple[str, ...], field: str, label: str
) -> None:
    app = make_app([OTHER, *([READ] if record is PAID else [])])
    ledger = app.session.ledger
    await ledger.add([record], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, opens)
        write(app, field, MINE)
        await ledger.add([replace(record, **{field: "theirs"})], "Changed elsewhere")
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert f"{label}: now “theirs”." in said(app)
        assert present(ledger.next_undo).summary == "Changed elsewhere"
        await seen(pilot, "ctrl+s")
        await until_closed(pilot, form)
        (change,) = present(ledger.next_undo).changes
        assert getattr(change.before, field) == "theirs"
        assert getattr(change.after, field) == MINE


@EVERY_FORM
async def test_form_keeps_external_changes_of_other_fields(
    make_app: MakeApp, record: Record, opens: tuple[str, ...], field: str, label: str
) -> None:
    app = make_app([OTHER, *([READ] if record is PAID else [])])
    ledger = app.session.ledger
    await ledger.add([record], "Added")
    other = OTHER_FIELDS[type(record)]
    theirs = "Asia/Tokyo" if other == "zone" else "theirs"
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, opens)
        write(app, field, MINE)
        await ledger.add([replace(record, **{other: theirs})], "Changed elsewhere")
        await seen(pilot, "ctrl+s")
        await until_closed(pilot, form)
        (change,) = present(ledger.next_undo).changes
        assert getattr(change.after, other) == theirs
        assert getattr(change.after, field) == MINE


@EVERY_FORM
async def test_draft_reports_external_changes_before_replacing_them(
    make_app: MakeApp, record: Record, opens: tuple[str, ...], field: str, label: str
) -> None:
    app = make_app([OTHER, *([READ] if record is PAID else [])])
    await app.session.ledger.add([record], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, opens)
        write(app, field, MINE)
        await seen(pilot)
    app = make_app()
    ledger = app.session.ledger
    assert app.session.drafts.all()
    await ledger.add([replace(record, **{field: "theirs"})], "Changed elsewhere")
    for _ in range(2):  # the draft is saved once more, and still knows what it was begun on
        async with app.run_test(size=(120, 36)) as pilot:
            form = await open_form(pilot, opens)
            await seen(pilot)
            assert label in str(form.query_one(".draft", Static).content)
            write(app, field, f"{MINE} again")
            await seen(pilot)
        app = make_app()
        ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, opens)
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert f"{label}: now “theirs”." in said(app)
        await seen(pilot, "ctrl+s")
        await until_closed(pilot, form)
        (change,) = present(ledger.next_undo).changes
        assert getattr(change.after, field) == f"{MINE} again"


async def test_discarded_draft_reports_nothing(make_app: MakeApp) -> None:
    app = make_app([READ])
    async with app.run_test(size=(120, 36)) as pilot:
        await open_form(pilot, ("edit",))
        write(app, "role", MINE)
        await seen(pilot)
    app = make_app()
    await app.session.ledger.add([replace(READ, role="theirs")], "Changed elsewhere")
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, ("edit",))
        await seen(pilot, "ctrl+t")
        write(app, "role", "anew")
        await seen(pilot, "ctrl+s")
        await until_closed(pilot, form)
        assert present(app.session.ledger.get("a1")).role == "anew"


@EVERY_FORM
async def test_external_change_of_every_field_is_reported(
    make_app: MakeApp, record: Record, opens: tuple[str, ...], field: str, label: str
) -> None:
    app = make_app([OTHER, *([READ] if record is PAID else [])])
    await app.session.ledger.add([record], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, opens)
        known = present(form._seen)
        begun_on = dict.fromkeys(known.begun_on(form._state.fields), "another")
        labels = known.restore(begun_on, form._state.fields)
        assert len(labels) >= len(form._state.fields)
        assert all(label[:1].isupper() for label in labels)


async def test_external_change_of_a_book_outs_zone_is_reported(make_app: MakeApp) -> None:
    app = make_app([OTHER])
    ledger = app.session.ledger
    await ledger.add([BOOKOUT], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, ("bookouts", "e"))
        write(app, "times", "15-18 Dec")
        await ledger.add([replace(BOOKOUT, zone="Asia/Tokyo")], "Changed elsewhere")
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert "Time zone: now “Asia/Tokyo”." in said(app)


@pytest.mark.parametrize("is_removed", [True, False])
async def test_feedback_changed_elsewhere_is_not_duplicated(
    make_app: MakeApp, *, is_removed: bool
) -> None:
    was, theirs = Feedback(text="Good."), Feedback(text="Theirs.")
    read = replace(READ, feedback=(was,))
    app = make_app([read])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, ("feedback", "down", "enter"))
        write(app, "text", MINE)
        await ledger.add([replace(read, feedback=() if is_removed else (theirs,))], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert ("it was taken out" if is_removed else "now there is “Theirs.”") in said(app)
        assert present(ledger.next_undo).summary == "Elsewhere"
        await seen(pilot, "ctrl+s")
        await until_closed(pilot, form)
        texts = [one.text for one in present(ledger.get("a1")).feedback]
        assert texts == ([MINE] if is_removed else ["Theirs.", MINE])


async def test_external_change_of_a_time_is_reported_first(
    make_app: MakeApp,
) -> None:
    was, theirs = moment(7), moment(8)
    first = asked(at=was)
    read = audition(id="a1", stage=Stage.REQUESTED, rounds=(first,))
    app = make_app([read])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, ("change_time",))
        write(app, "told_by", "the office")
        await ledger.add([replace(read, rounds=(replace(first, at=theirs),))], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert "29" in said(app)
        assert present(ledger.get("a1")).rounds[0].at == theirs


@pytest.mark.parametrize("at", [None, moment(5)], ids=["without a time", "with one"])
async def test_callback_noted_elsewhere_is_not_duplicated(
    make_app: MakeApp, at: Moment | None
) -> None:
    app = make_app([READ, OTHER])
    ledger = app.session.ledger
    theirs = advance(READ, Stage.CALLBACK, NOW)
    *first, last = theirs.rounds
    theirs = replace(theirs, rounds=(*first, replace(last, id="theirs", at=at)))
    async with app.run_test(size=(120, 36)) as pilot:
        form = await open_form(pilot, ("callback", "enter"))
        write(app, "wore", MINE)
        await ledger.add([theirs], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert f"callback{' Thu 14:00' if at else ''} is there already" in said(app)
        assert present(ledger.get("a1")) == theirs
        await seen(pilot, "ctrl+s")
        await until_closed(pilot, form)
        assert [r.wore for r in present(ledger.get("a1")).rounds][1:] == ["", MINE]


async def test_hold_added_elsewhere_is_not_ended_silently(make_app: MakeApp) -> None:
    app = make_app([READ])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        desk(app).show("a1")
        await seen(pilot, keys_of("next_stage"))
        dialog = app.screen
        assert isinstance(dialog, ChoiceDialog)
        place = [choice.value for choice in dialog._choices].index(Stage.HOLD)
        form = await open_form(pilot, (*["down"] * place, "enter"))
        theirs = replace(READ, stage=Stage.HOLD, holds=(Hold(id="h", word_used="first avail"),))
        await ledger.add([theirs], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert "first avail" in said(app)
        assert present(ledger.get("a1")) == theirs


async def test_callbacks_of_several_auditions_are_not_duplicated(make_app: MakeApp) -> None:
    both = [READ, replace(READ, id="a2", role="Masha")]
    app = make_app(both)
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, keys_of("mark_all"), keys_of("next_stage"))
        dialog = app.screen
        assert isinstance(dialog, ChoiceDialog)
        place = [choice.value for choice in dialog._choices].index(Stage.CALLBACK)
        theirs = advance(READ, Stage.CALLBACK, NOW)
        await ledger.add([theirs], "Elsewhere")
        app.clear_notifications()
        await seen(pilot, *["down"] * place)
        await answered(pilot, "enter")
        assert present(ledger.get("a1")) == theirs
        assert len(present(ledger.get("a2")).rounds) == 2
        assert "callback is there already" in said(app)


WAS = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(0, 9)),))
MOVED = replace(WAS, rounds=(asked(at=moment(7, 9)),))
GIVEN = replace(
    read_on(0),
    stage=Stage.CALLBACK,
    rounds=(done(0), asked(id="r2", kind=RoundKind.CALLBACK, at=moment(7, 9))),
)


@pytest.mark.parametrize("theirs", [MOVED, GIVEN], ids=["moved", "given, and a callback"])
@pytest.mark.parametrize("by", ["today", "desk", "look back"])
async def test_only_the_round_in_question_is_marked_as_done(
    make_app: MakeApp, theirs: Audition, by: str
) -> None:
    app = make_app([WAS])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        if by == "today":
            await seen(pilot, "T")
            while not isinstance(app.screen, TodayScreen) or not app.screen.query(AgendaList):
                await pilot.pause(0.01)
        desk(app).show("a1")
        key = {"today": "S", "desk": keys_of("next_stage"), "look back": keys_of("reflect")}[by]
        while not isinstance(app.screen, ChoiceDialog | ConfirmDialog):
            await seen(pilot, key)
        await ledger.add([theirs], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "y" if by == "look back" else "enter")
        assert present(ledger.get("a1")) == theirs
        assert "28 Nov 09:00 to come" in said(app)


async def test_what_became_of_a_hold_elsewhere_is_said(make_app: MakeApp) -> None:
    pinned = held(2)
    app = make_app([pinned])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, keys_of("receipt"))
        await seen(pilot, "enter")  # the hold is asked about first
        dialog = app.screen
        assert isinstance(dialog, ChoiceDialog)
        place = [choice.value for choice in dialog._choices].index(Cleared.LAPSED)
        await seen(pilot, *["down"] * place, "enter")
        theirs = end_hold(pinned, "h1", Cleared.RELEASED, TODAY, NOW)
        await ledger.add([theirs], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "enter")
        assert ledger.get("a1") == theirs
        assert "This was changed elsewhere in the meantime" in said(app)


async def test_sweep_skips_auditions_changed_meanwhile(make_app: MakeApp) -> None:
    quiet = read_on(200)
    app = make_app([quiet])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, keys_of("sweep"))
        screen = app.screen
        assert isinstance(screen, SweepScreen)
        theirs = advance(quiet, Stage.CALLBACK, NOW)
        await ledger.add([theirs], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "y")
        assert present(ledger.get("a1")) == theirs
        assert "is callback, callback to come" in said(app)


async def test_batch_edit_does_not_replace_external_changes(
    make_app: MakeApp,
) -> None:
    app = make_app([READ, OTHER])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, keys_of("mark_all"), keys_of("edit"), "p")
        app.screen.query_one(LineEntry).rewrite(MINE)
        await seen(pilot)
        theirs = replace(OTHER, project="theirs")
        await ledger.add([theirs], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "enter")
        assert ledger.get("other") == theirs
        assert present(ledger.get("a1")).project == MINE
        assert "changed elsewhere in the meantime: Project of Nina, theirs." in said(app)


async def test_message_mentions_copying_only_if_something_was_typed(make_app: MakeApp) -> None:
    app = make_app([READ, OTHER])
    async with app.run_test(size=(120, 36)) as pilot:
        desk(app).show("a1")
        await seen(pilot, keys_of("heard"))
        await take_away(app, READ)
        await answered(pilot, "enter")
        assert said(app) == f"{GONE}."


async def test_look_back_stays_open_if_its_record_is_removed(make_app: MakeApp) -> None:
    app = make_app([READ, OTHER])
    async with app.run_test(size=(120, 36)) as pilot:
        desk(app).show("a1")
        await seen(pilot, keys_of("reflect"))
        screen = app.screen
        screen.query(TextArea).first().text = MINE
        await take_away(app, READ)
        await answered(pilot, "ctrl+s")
        assert app.screen is screen
        assert said(app) == f"{GONE}. Copy what you typed."


def looked_back(**answers: Any) -> Audition:
    (read,) = READ.rounds
    return replace(READ, rounds=(replace(read, reflection=Reflection(**answers)),))


async def test_look_back_replaces_only_values_it_showed(make_app: MakeApp) -> None:
    app = make_app([looked_back(felt_good="before", clarity=3)])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 50)) as pilot:
        desk(app).show("a1")
        await seen(pilot, keys_of("reflect"))
        screen = app.screen
        screen.query_one("#felt_good TextArea", TextArea).text = MINE
        theirs = looked_back(felt_good="theirs", clarity=3, pacing=-2, next_time="breathe")
        await ledger.add([theirs], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is screen
        assert "Felt good: now “theirs”." in said(app)
        assert "breathe" not in said(app)
        assert present(ledger.get("a1")) == theirs
        await seen(pilot, "ctrl+s")
        kept = present(present(ledger.get("a1")).rounds[0].reflection)
        assert (kept.felt_good, kept.clarity, kept.pacing, kept.next_time) == (
            MINE, 3, -2, "breathe",
        )  # fmt: skip


async def test_look_back_draft_reports_external_changes(make_app: MakeApp) -> None:
    app = make_app([READ])
    async with app.run_test(size=(120, 50)) as pilot:
        desk(app).show("a1")
        await seen(pilot, keys_of("reflect"))
        app.screen.query_one("#felt_good TextArea", TextArea).text = MINE
        app.screen.query_one("#pacing", Scale).answer = 1
        await seen(pilot)
    app = make_app()
    ledger = app.session.ledger
    await ledger.add([looked_back(felt_good="theirs", pacing=-2)], "Elsewhere")
    async with app.run_test(size=(120, 50)) as pilot:
        desk(app).show("a1")
        await seen(pilot, keys_of("reflect"))
        words = str(app.screen.query_one("#words", Static).content)
        assert "Changed elsewhere since: Pacing, Felt good." in words
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert "Felt good: now “theirs”." in said(app)
        assert "Pacing: now “rushed”." in said(app)


@pytest.mark.parametrize("opens", ["tags", "tell"])
async def test_one_line_dialog_keeps_its_draft(make_app: MakeApp, opens: str) -> None:
    app = make_app([READ, OTHER])
    await app.session.ledger.add([BOOKOUT], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        desk(app).show("a1")
        await seen(pilot, *((keys_of("tags"),) if opens == "tags" else (keys_of("bookouts"), "t")))
        app.screen.query_one(LineEntry).rewrite(MINE)
        await seen(pilot)
        await take_away(app, READ if opens == "tags" else BOOKOUT)
        await answered(pilot, "enter")
        assert GONE in said(app)
        assert [draft.fields["line"] for draft in app.session.drafts.all()] == [MINE]


async def test_batch_line_keeps_its_draft(make_app: MakeApp) -> None:
    app = make_app([READ, OTHER])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, keys_of("mark_all"), keys_of("edit"), "p")
        app.screen.query_one(LineEntry).rewrite(MINE)
        await seen(pilot)
        await app.session.ledger.remove(["a1", "other"], "Removed elsewhere")
        await answered(pilot, "enter")
        assert GONE in said(app)
        assert [draft.fields["line"] for draft in app.session.drafts.all()] == [MINE]


async def test_quick_line_stays_open_if_the_record_is_removed(make_app: MakeApp) -> None:
    app = make_app([OTHER, READ])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, keys_of("new"))
        line = app.screen
        line.query_one(LineEntry).rewrite("Nina, Seagull thu 4pm")
        await seen(pilot, "enter")
        await take_away(app, OTHER)
        await answered(pilot, "enter")
        assert app.screen is line
        assert "Saved" not in said(app)
        assert GONE in said(app)


async def test_quick_line_reports_external_change_of_a_time(
    make_app: MakeApp,
) -> None:
    app = make_app([replace(WAS, rounds=(asked(at=moment(3)),))])
    ledger = app.session.ledger
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, keys_of("new"))
        line = app.screen
        line.query_one(LineEntry).rewrite("Ophelia, Hamlet thu 4pm")
        await seen(pilot, "enter")
        await ledger.add([MOVED], "Elsewhere")
        app.clear_notifications()
        await answered(pilot, "enter")
        assert app.screen is line
        assert "28 Nov 09:00 to come" in said(app)
        assert ledger.get("a1") == MOVED
        await seen(pilot, "enter")
        assert isinstance(app.screen, ChoiceDialog)


async def test_editor_notes_stay_in_their_file(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = make_app([READ, OTHER])
    removed: list[Audition] = []

    @contextlib.contextmanager
    def suspended(_: CallbackApp) -> Iterator[None]:
        yield
        removed.append(present(app.session.ledger.get("a1")))
        app.session.ledger._at_hand.pop("a1")

    script = tmp_path / "editor.py"
    script.write_text(f"import sys\nopen(sys.argv[1], 'a').write({MINE!r})\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    monkeypatch.setattr(CallbackApp, "suspend", suspended)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)  # all is read: the ledger takes in nothing more by itself
        desk(app).show("a1")
        await answered(pilot, keys_of("notes"))
        assert removed
        assert "removed in the meantime" in said(app)
        files = [path for path in (tmp_path / "state").rglob("*") if path.is_file()]
        (kept,) = [path for path in files if MINE.encode() in path.read_bytes()]
        assert said(app).endswith(f"What you wrote is kept in {kept}")


async def test_editor_notes_report_external_changes(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = make_app([READ, OTHER])

    @contextlib.contextmanager
    def suspended(_: CallbackApp) -> Iterator[None]:
        yield
        app.session.ledger._at_hand["a1"] = replace(READ, notes="theirs")

    script = tmp_path / "editor.py"
    script.write_text(f"import sys\nopen(sys.argv[1], 'a').write({MINE!r})\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    monkeypatch.setattr(CallbackApp, "suspend", suspended)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)  # all is read: the ledger takes in nothing more by itself
        desk(app).show("a1")
        await answered(pilot, keys_of("notes"))
        assert "Notes: now “theirs”." in said(app)
        assert present(app.session.ledger.get("a1")).notes == "theirs"
        files = [path for path in (tmp_path / "state").rglob("*") if path.is_file()]
        assert any(MINE.encode() in path.read_bytes() for path in files)


async def test_leftover_editor_file_reports_external_changes(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = make_app([READ, OTHER])

    @contextlib.contextmanager
    def suspended(_: CallbackApp) -> Iterator[None]:
        yield

    script = tmp_path / "editor.py"
    script.write_text(f"import sys\nopen(sys.argv[1], 'w').write({MINE!r})\nsys.exit(3)\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    monkeypatch.setattr(CallbackApp, "suspend", suspended)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("a1")
        await answered(pilot, keys_of("notes"))
        assert "ended with code 3" in said(app)
        await app.session.ledger.add([replace(READ, notes="theirs")], "Elsewhere")
        script.write_text("")
        app.clear_notifications()
        await answered(pilot, keys_of("notes"))
        for _ in range(200):
            if "Not saved" in said(app):
                break
            await pilot.pause(0.01)
        assert "Notes: now “theirs”." in said(app)
        assert present(app.session.ledger.get("a1")).notes == "theirs"
        await seen(pilot, keys_of("notes"))
        for _ in range(200):
            await pilot.pause(0.01)
            if present(app.session.ledger.get("a1")).notes == MINE:
                break
        assert present(app.session.ledger.get("a1")).notes == MINE
        for _ in range(200):
            left = [*(tmp_path / "state").rglob("drafts/*")]
            if not left:
                break
            await pilot.pause(0.01)
        assert not left


@pytest.mark.parametrize(
    ("record", "opens"),
    [(BOOKOUT, "bookouts"), (SPENT, "money"), (PIECE, "pieces")],
    ids=["book-out", "money", "piece"],
)
async def test_missing_record_is_not_reported_as_removed(
    make_app: MakeApp, record: Record, opens: str
) -> None:
    app = make_app([OTHER])
    await app.session.ledger.add([record], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, keys_of(opens))
        await take_away(app, record)
        await answered(pilot, "d")
        assert said(app) == f"{GONE}."
        assert present(app.session.ledger.next_undo).summary == "Removed elsewhere"
        await listed_again(pilot)
        assert isinstance(app.screen, RecordsDialog)
        assert app.screen.kept == []


@pytest.mark.parametrize(
    ("record", "other", "opens"),
    [
        (BOOKOUT, replace(BOOKOUT, id="b2", span=span("20 Dec")), "bookouts"),
        (SPENT, replace(SPENT, id="m2", category="travel"), "money"),
        (PIECE, replace(PIECE, id="p2", title="Queen Mab"), "pieces"),
    ],
    ids=["book-out", "money", "piece"],
)
async def test_record_list_shows_external_changes(
    make_app: MakeApp, record: Record, other: Record, opens: str
) -> None:
    app = make_app([OTHER])
    await app.session.ledger.add([record, other], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, keys_of(opens))
        await listed_again(pilot)
        screen = app.screen
        assert isinstance(screen, RecordsDialog)
        first, second = screen.kept
        screen.point_to(second.id)
        await take_away(app, first)
        desk(app).show_external_changes("")
        await listed_again(pilot)
        assert screen.kept == [second]
        assert screen.here == second


async def test_restored_record_is_not_restored_twice(make_app: MakeApp) -> None:
    app = make_app([READ, OTHER])
    async with app.run_test(size=(120, 36)) as pilot:
        await app.session.ledger.remove(["a1"], "Removed")
        await seen(pilot, keys_of("removed"))
        await listed_again(pilot)
        await app.session.ledger.add([READ], "Back elsewhere")
        await seen(pilot, "enter")
        await listed_again(pilot)
        words = " ".join(str(text.content) for text in app.screen.query(Static))
        assert "Nothing changed" in words
        assert "is back on the desk" not in words
