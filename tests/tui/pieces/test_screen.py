"""The pieces and materials on screen: kept, renamed, retired, removed, and where each was used."""

import pytest
from msgspec.structs import replace
from textual.widgets import Input, OptionList, Static

from callbacktui.domain.change import Change
from callbacktui.domain.holds_and_bookings import Feedback
from callbacktui.domain.piece import Piece, PieceKind
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.desk.filter_bar import FilterBar
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.pieces.screen import PiecesScreen
from tests.factories import TODAY, asked, audition, days_ago, done, moment, read_on
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp, look_only
from tests.tui.practice.test_screen import save, write
from tests.tui.sample_desks import HOSTILE, desk, detail_text, listed, press, rows, shown, trouble

WIDE = (120, 36)
MEMORY = Piece(id="s1", kind=PieceKind.SONG, title="Memory", source="Cats", key="B flat")
SUIT = Piece(id="l1", kind=PieceKind.LOOK, title="Navy suit", retired_on=days_ago(20))
AUDITIONS = (
    read_on(
        30,
        id="cats",
        role="Grizabella",
        project="Cats",
        office="Harbor Casting",
        rounds=(done(30, pieces=("Memory",), wore="navy suit", redirects="Lighter, please."),),
        feedback=(Feedback(text="Lovely."),),
    ),
    audition(
        id="nina",
        role="Nina",
        office="Harbor Casting",
        rounds=(asked(id="r2", at=moment(2), pieces=("memory",)),),
    ),
)


def with_pieces(make_app: MakeApp, *pieces: Piece) -> CallbackApp:
    app = make_app(AUDITIONS)
    app.session.repository.write([Change(before=None, after=one) for one in pieces], "Kept")
    return app


def kept(app: CallbackApp) -> list[Piece]:
    return app.session.repository.pieces.all()


async def test_long_title_is_cut_before_the_day(make_app: MakeApp) -> None:
    app = with_pieces(make_app, replace(SUIT, title="navy suit, white shirt, the thin tie, " * 2))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "U")
        room = app.screen.query_one(OptionList).scrollable_content_region.width
        assert rows(app)[0].startswith("look        navy suit, white")
        assert rows(app)[0].endswith("… · retired Sun 1 Nov")
        assert len(rows(app)[0]) <= room
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        wider = app.screen.query_one(OptionList).scrollable_content_region.width
        assert room < len(rows(app)[0]) <= wider


async def test_narrow_list_drops_counts_before_days(make_app: MakeApp) -> None:
    app = with_pieces(make_app, MEMORY)
    async with app.run_test(size=(100, 30)) as pilot:
        await shown(pilot)
        await press(pilot, "U")
        assert rows(app) == ["song        Memory · last 22 Oct, to come"]


@pytest.mark.parametrize("size", [(80, 24), WIDE, (200, 60)])
async def test_piece_and_its_uses_are_shown_beside_the_list(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = with_pieces(make_app, SUIT, MEMORY)
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await press(pilot, "U")
        assert rows(app) == [
            "song        Memory · once, last 22 Oct, 1 to come",
            "look        Navy suit · retired Sun 1 Nov",
        ]
        drawn = " ".join(detail_text(app).split())
        assert "song from Cats Key B flat" in drawn
        assert "Grizabella, Cats 22 Oct Harbor Casting · auditioned" in drawn
        assert "“Lighter, please.”" in drawn
        assert "“Lovely.”" in drawn
        assert "Nina, Hamlet Mon" in drawn


async def test_piece_is_saved_as_written_and_undone(make_app: MakeApp) -> None:
    app = with_pieces(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await press(pilot, "U")
        assert "n makes the first one" in detail_text(app)
        await pilot.press("n")
        while not isinstance(app.screen, FormScreen):
            await pilot.pause(0.01)
        await write(pilot, title="a; b")
        await pilot.press("ctrl+s")
        while not trouble(app):
            await pilot.pause(0.01)
        assert "without a semicolon" in trouble(app)
        await write(pilot, title="Memory", kind="song", since="3 mar")
        await save(pilot)
        [piece] = kept(app)
        assert (piece.title, piece.kind, str(piece.since)) == ("Memory", "song", "2026-03-03")
        assert app.session.drafts.all() == []
        await pilot.press("escape", "u")
        while kept(app):
            await pilot.pause(0.01)


async def test_retitling_updates_its_auditions_in_one_step(make_app: MakeApp) -> None:
    app = with_pieces(make_app, MEMORY, SUIT)
    ledger = app.session.ledger
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "U", "e")
        await write(pilot, title="Memory (short)")
        await save(pilot)
        titles = [a.rounds[0].pieces for a in ledger.all()]
        assert titles == [("Memory (short)",), ("Memory (short)",)]
        await pilot.press("escape", "u")
        while [a.rounds[0].pieces for a in ledger.all()] != [("Memory",), ("memory",)]:
            await pilot.pause(0.01)
        assert kept(app)[0].title == "Memory"


async def test_piece_is_retired_returned_removed_and_restored(make_app: MakeApp) -> None:
    app = with_pieces(make_app, MEMORY)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "U")
        await press(pilot, "r")
        assert [one.retired_on for one in kept(app)] == [TODAY]
        await press(pilot, "r")
        assert kept(app) == [MEMORY]
        await press(pilot, "d")
        assert kept(app) == []
        assert "puts it back" in str(app.screen.query_one(".hint", Static).content)
        await press(pilot, "u")
        assert kept(app) == [MEMORY]
        assert [a.rounds[0].pieces for a in app.session.ledger.all()] == [
            ("Memory",),
            ("memory",),
        ]


async def test_auditions_of_a_piece_are_shown_on_the_desk(make_app: MakeApp) -> None:
    app = with_pieces(make_app, SUIT)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "U")
        await seen(pilot, "f")
        assert app.screen is desk(app)
        assert desk(app).query_one(FilterBar).query_one(Input).value == 'piece:"Navy suit"'
        assert listed(app).stops == ("cats",)


async def test_round_form_says_who_saw_a_piece_before(make_app: MakeApp) -> None:
    app = with_pieces(make_app, MEMORY)
    async with app.run_test(size=(100, 50)) as pilot:
        await shown(pilot)
        desk(app).show("nina")
        await seen(pilot, "R")
        while not isinstance(app.screen, FormScreen):
            await pilot.pause(0.01)
        await write(pilot, pieces="A new one, memory")
        fact = "Harbor Casting saw Memory on 22 Oct (Grizabella, Cats)."
        for _ in range(100):  # the field is checked a moment after it is written
            said = [str(note.content) for note in app.screen.query(".note").results(Static)]
            if fact in said:
                break
            await pilot.pause(0.01)
        assert fact in said


async def test_read_only_pieces_can_be_read(make_app: MakeApp) -> None:
    app = look_only(with_pieces(make_app, MEMORY).session)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "U")
        for key in ("n", "e", "r", "d", "u"):
            await press(pilot, key)
            assert isinstance(app.screen, PiecesScreen)
            assert "Nothing can be changed here" in trouble(app)


async def test_piece_text_is_never_parsed_as_markup(make_app: MakeApp) -> None:
    spoiled = [
        replace(MEMORY, id=f"h{n}", title=words, style=words, notes=words)
        for n, words in enumerate(HOSTILE)
    ]
    app = with_pieces(make_app, *spoiled)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "U")
        for _ in HOSTILE:
            await press(pilot, "j")
        await press(pilot, "e")
        assert isinstance(app.screen, FormScreen)
