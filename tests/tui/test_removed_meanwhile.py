"""A record that is removed or changed while its form is open: nothing is lost in silence."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.change import Record
from callbacktui.domain.money import read_money
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.domain.piece import Piece, PieceKind
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.commands.registry import BY_ID
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.forms.base_records_dialog import RecordsDialog
from tests.factories import TODAY, audition, present, read_on, span
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
GONE = "This has been removed meanwhile. Nothing was changed"


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


@pytest.mark.parametrize(
    ("record", "opens", "field"),
    [
        (READ, ("edit",), "role"),
        (READ, ("edit_round",), "wore"),
        (READ, ("feedback",), "text"),
        (PAID, ("payment", "enter"), "category"),
        (BOOKOUT, ("bookouts", "e"), "why"),
        (SPENT, ("money", "e"), "reason"),
        (PIECE, ("pieces", "e"), "source"),
    ],
    ids=["audition", "round", "feedback", "payment", "book-out", "money", "piece"],
)
async def test_a_form_stays_open(
    make_app: MakeApp, record: Record, opens: tuple[str, ...], field: str
) -> None:
    app = make_app([OTHER, *([READ] if record is PAID else [])])
    await app.session.ledger.add([record], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        desk(app).show("a1")
        for name in opens:
            await seen(pilot, keys_of(name) if name in BY_ID else name)
        await until_form(pilot)
        form = app.screen
        write(app, field, MINE)
        await take_away(app, record)
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert GONE in said(app)
        assert present(app.session.ledger.next_undo).summary == "Removed elsewhere"


@pytest.mark.parametrize(
    ("record", "opens", "field", "theirs"),
    [
        (READ, ("edit",), "role", "Role: now “theirs”."),
        (SPENT, ("money", "e"), "reason", ": now “theirs”."),
        (PAID, ("payment", "enter"), "category", "Category: now “theirs”."),
        (BOOKOUT, ("bookouts", "e"), "why", ": now “theirs”."),
        (PIECE, ("pieces", "e"), "source", ": now “theirs”."),
    ],
    ids=["audition", "money", "payment", "book-out", "piece"],
)
async def test_what_came_from_elsewhere_is_replaced_only_once_it_is_said(
    make_app: MakeApp, record: Record, opens: tuple[str, ...], field: str, theirs: str
) -> None:
    app = make_app([OTHER, *([READ] if record is PAID else [])])
    ledger = app.session.ledger
    await ledger.add([record], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        desk(app).show("a1")
        for name in opens:
            await seen(pilot, keys_of(name) if name in BY_ID else name)
        await until_form(pilot)
        form = app.screen
        write(app, field, MINE)
        await ledger.add([replace(record, **{field: "theirs"})], "Changed elsewhere")
        app.clear_notifications()
        await answered(pilot, "ctrl+s")
        assert app.screen is form
        assert theirs in said(app)
        assert present(ledger.next_undo).summary == "Changed elsewhere"
        await seen(pilot, "ctrl+s")
        for _ in range(200):
            if app.screen is not form:
                break
            await pilot.pause(0.01)
        (change,) = present(ledger.next_undo).changes
        assert getattr(change.before, field) == "theirs"
        assert getattr(change.after, field) == MINE


async def test_a_look_back_stays_open(make_app: MakeApp) -> None:
    app = make_app([READ, OTHER])
    async with app.run_test(size=(120, 36)) as pilot:
        desk(app).show("a1")
        await seen(pilot, keys_of("reflect"))
        screen = app.screen
        screen.query(TextArea).first().text = MINE
        await take_away(app, READ)
        await answered(pilot, "ctrl+s")
        assert app.screen is screen
        assert GONE in said(app)


@pytest.mark.parametrize("opens", ["tags", "tell"])
async def test_a_line_stays_in_its_draft(make_app: MakeApp, opens: str) -> None:
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


async def test_a_line_for_all_marked_stays_in_its_draft(make_app: MakeApp) -> None:
    app = make_app([READ, OTHER])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, keys_of("mark_all"), keys_of("edit"), "p")
        app.screen.query_one(LineEntry).rewrite(MINE)
        await seen(pilot)
        await app.session.ledger.remove(["a1", "other"], "Removed elsewhere")
        await answered(pilot, "enter")
        assert GONE in said(app)
        assert [draft.fields["line"] for draft in app.session.drafts.all()] == [MINE]


async def test_a_quick_line_about_it_stays_open(make_app: MakeApp) -> None:
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


async def test_notes_of_an_editor_stay_in_its_file(
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
        assert "removed meanwhile" in said(app)
        files = [path for path in (tmp_path / "state").rglob("*") if path.is_file()]
        (kept,) = [path for path in files if MINE.encode() in path.read_bytes()]
        assert said(app).endswith(f"What you wrote is kept in {kept}")


async def test_notes_of_an_editor_replace_nothing_from_elsewhere_unsaid(
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


@pytest.mark.parametrize(
    ("record", "opens"),
    [(BOOKOUT, "bookouts"), (SPENT, "money"), (PIECE, "pieces")],
    ids=["book-out", "money", "piece"],
)
async def test_what_is_gone_is_not_said_to_be_removed(
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
async def test_a_list_shows_what_was_changed_elsewhere(
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


async def test_what_is_back_already_is_not_said_to_be_brought_back(make_app: MakeApp) -> None:
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
