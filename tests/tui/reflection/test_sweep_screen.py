from pathlib import Path
from typing import Any, cast

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.change import Step
from callbacktui.domain.enums import Format
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import status_of
from callbacktui.domain.text import clean
from callbacktui.tui.commands.keymap import key_words
from callbacktui.tui.commands.registry import COMMANDS
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.desk.actions.reflect_and_sweep_actions import reflect, sweep
from callbacktui.tui.reflection.reflect_screen import ReflectScreen
from callbacktui.tui.reflection.sweep_screen import SweepScreen
from callbacktui.tui.reflection.sweep_texts import SweepAnswer, question_text
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext
from callbacktui.tui.theme.glyphs import FINE
from callbacktui.tui.theme.styles import Styles
from callbacktui.tui.theme.themes import GHOSTLIGHT
from tests.factories import NOW, TODAY, asked, audition, moment, present, read_on, reflection
from tests.tui.host_app import HOSTILE, Host, session

RANGER = read_on(22, id="ranger", role="Park Ranger", project="Fernhill", office="Marsh Row")
CASHIER = read_on(30, id="cashier", role="Cashier", project="Late Shift", office="")
VOICE = read_on(40, id="voice", role="Voice", project="Tin Roof")
QUIET = (RANGER, CASHIER, VOICE)


def rows(auditions: tuple[Audition, ...]) -> tuple[Row, ...]:
    return tuple(Row(a, status_of(a, NOW, Windows())) for a in auditions)


def test_tape_was_sent_and_an_audition_given() -> None:
    tape = replace(RANGER, rounds=(replace(RANGER.rounds[0], format=Format.SELF_TAPE),))
    styles = Styles.of({**GHOSTLIGHT.variables, "foreground": "#ece4d8", "error": "#f08a80"})
    said = [question_text(row, styles).plain for row in rows((RANGER, tape))]
    assert "Quiet for 22 days since you auditioned; the window was 14." in said[0]
    assert "Quiet for 22 days since you sent the tape; the window was 14." in said[1]


class Book:
    """Records the answers of the sweep."""

    def __init__(self) -> None:
        self.said: list[tuple[str, SweepAnswer]] = []
        self.trouble: str | None = None

    async def keep(self, id_: str, answer: SweepAnswer) -> str | None:
        if self.trouble is None:
            self.said.append((id_, answer))
        return self.trouble

    async def undo(self) -> str | None:
        self.said.pop()
        return None


def sweeping(book: Book, auditions: tuple[Audition, ...] = QUIET) -> Host:
    return Host(SweepScreen(rows(auditions), book.keep, book.undo))


def question(app: Host) -> str:
    return str(app.screen.query_one("#question", Static).content)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def test_sweep_asks_once_per_audition_and_sums_up() -> None:
    book = Book()
    app = sweeping(book)
    async with app.run_test(size=(80, 24)) as pilot:
        asked_first = question(app)
        for part in (
            "Park Ranger, Fernhill",
            "Marsh Row",
            "22 days",
            "window was 14",
            "Let it go?",
        ):
            assert part in asked_first
        await press(pilot, "y", "w")
        assert "Voice, Tin Roof" in question(app)
        await press(pilot, "h")
        assert question(app) == "1 let go, 1 with word today, 1 kept waiting."
        await press(pilot, "y")
        await press(pilot, "escape")
    assert book.said == [("ranger", SweepAnswer.LET_GO), ("voice", SweepAnswer.HEARD)]
    assert app.answers == [None]


async def test_job_is_wrapped_instead_of_let_go() -> None:
    job = read_on(400, id="job", stage=Stage.BOOKED)
    app = sweeping(Book(), (RANGER, job))
    async with app.run_test(size=(80, 24)) as pilot:
        first = app.screen.query_one(".sweep_let_go", Static)
        assert "no word came" in str(first.content).casefold()
        assert "another way" not in str(first.content).casefold()
        await press(pilot, "y")
        assert "Wrapped by now?" in question(app)
        assert "It wrapped" in str(first.content)
        assert "another way" not in str(first.content)
        await press(pilot, "y")
        assert question(app) == "1 let go, 1 wrapped."


async def test_unanswered_tape_asks_if_it_was_sent() -> None:
    book = Book()
    tape = asked(format=Format.SELF_TAPE, due_at=moment(-20))
    unsent = audition(id="unsent", stage=Stage.REQUESTED, rounds=(tape,))
    app = sweeping(book, (RANGER, unsent))
    async with app.run_test(size=(80, 24)) as pilot:
        given = app.screen.query_one(".sweep_given")
        assert not given.display
        await press(pilot, "g")
        assert book.said == []
        await press(pilot, "y")
        assert "The tape was due 1 Nov 2026, and it isn't noted if it was sent." in question(app)
        assert given.display
        await press(pilot, "g")
        assert question(app) == "1 let go, 1 done in time."
    assert book.said == [("ranger", SweepAnswer.LET_GO), ("unsent", SweepAnswer.GIVEN)]


async def test_sent_tape_is_noted_as_sent_in_time(tmp_path: Path) -> None:
    tape = asked(format=Format.SELF_TAPE, due_at=moment(-20))
    bench = Bench(tmp_path, audition(stage=Stage.REQUESTED, rounds=(tape,)))
    await sweep(desk(bench))
    assert await bench.asked[0]._keep("a1", SweepAnswer.GIVEN) is None
    kept = present(bench.selected)
    assert kept.stage is Stage.AUDITIONED
    assert present(kept.last_done).done_at == moment(-20, None)


async def test_last_answer_can_be_undone_even_from_the_summary() -> None:
    book = Book()
    app = sweeping(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u", "y", "w", "y", "u", "u")
        assert "Cashier" in question(app)
        assert book.said == [("ranger", SweepAnswer.LET_GO)]
        await press(pilot, "u", "u")
        assert "Park Ranger" in question(app)
    assert book.said == []


async def test_failed_answer_is_asked_again() -> None:
    book = Book()
    book.trouble = "the disk is full"
    app = sweeping(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert "Park Ranger" in question(app)
        assert str(app.screen.query_one("#words", Static).content) == "! the disk is full"
        book.trouble = None
        await press(pilot, "y")
        assert "Cashier" in question(app)
        assert not app.screen.query_one("#words").display


async def test_click_does_the_same_as_the_key() -> None:
    book = Book()
    app = sweeping(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("SweepChoice")
        await pilot.app.workers.wait_for_complete()
    assert book.said == [("ranger", SweepAnswer.LET_GO)]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("size", [(1, 1), (80, 24)])
async def test_sweep_text_is_never_parsed_as_markup(text: str, size: tuple[int, int]) -> None:
    seen = clean(text)
    record = read_on(22, role=seen, project=seen, office=seen)
    app = sweeping(Book(), (record,))
    async with app.run_test(size=size) as pilot:
        assert record.name in question(app)
        await press(pilot, "w", "enter")
    assert app.answers == [None]


class Bench:
    """A desk with one audition under the cursor, and prepared answers."""

    def __init__(self, state: Path, *auditions: Audition, answers: tuple[Any, ...] = ()) -> None:
        self.session = session(state, auditions)
        self.glyphs = FINE
        self.keys = key_words(COMMANDS)
        self.quiet = rows(auditions)
        self.said: list[str] = []
        self.asked: list[Any] = []
        self._first = auditions[0].id
        self._answers = list(answers)

    @property
    def selected(self) -> Audition | None:
        return self.session.ledger.get(self._first)

    def now(self) -> Any:
        return NOW

    async def ask(self, screen: Any) -> Any:
        self.asked.append(screen)
        if isinstance(screen, ReflectScreen):
            return await screen._keep(Reflection(clarity=4)) is None
        return self._answers.pop(0) if self._answers else None

    @property
    def about(self) -> CommandTarget:
        return CommandTarget(self.session.ledger, self._first)

    async def run_change(self, work: Any) -> str | None:
        assert isinstance(await work, Step)
        return None

    async def change(self, work: Any, said: str = "") -> str | None:
        return await self.run_change(work)

    def refuse(self, words: str) -> None:
        self.said.append(words)

    def say(self, words: str, *, failed: bool = False) -> None:
        self.said.append(words)


def desk(bench: Bench) -> CommandContext:
    return cast("CommandContext", bench)


async def test_reflect_opens_the_last_done_round(tmp_path: Path) -> None:
    bench = Bench(tmp_path, read_on(3))
    await reflect(desk(bench), bench.about)
    kept = bench.selected
    assert kept is not None
    assert kept.rounds[0].reflection == Reflection(clarity=4, made_at=moment())


async def test_past_appointment_is_confirmed_before_reflecting(tmp_path: Path) -> None:
    past = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(-1)),))
    bench = Bench(tmp_path, past, answers=(True,))
    await reflect(desk(bench), bench.about)
    assert isinstance(bench.asked[0], ConfirmDialog)
    kept = bench.selected
    assert kept is not None
    assert kept.stage is Stage.AUDITIONED
    assert kept.rounds[0].done_at == moment(-1)
    assert kept.rounds[0].reflection is not None


@pytest.mark.parametrize(
    "record",
    [
        audition(),
        audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(2)),)),
        audition(stage=Stage.REQUESTED, rounds=(asked(),)),
    ],
)
async def test_nothing_to_reflect_on_is_said_kindly(tmp_path: Path, record: Audition) -> None:
    bench = Bench(tmp_path, record)
    await reflect(desk(bench), bench.about)
    assert bench.asked == []
    assert bench.said[0].startswith("Nothing to look back on yet")


async def test_reflect_prefers_the_callback_that_has_passed(
    tmp_path: Path,
) -> None:
    first = read_on(9, rounds=(asked(done_at=moment(-9), reflection=reflection()),))
    both = audition(stage=Stage.CALLBACK, rounds=(*first.rounds, asked(id="r2", at=moment(-1))))
    bench = Bench(tmp_path, both, answers=(False,))
    await reflect(desk(bench), bench.about)
    assert isinstance(bench.asked[0], ConfirmDialog)
    assert bench.asked[1].read.id == "r1"


async def test_sweep_is_saved_and_undone_step_by_step(tmp_path: Path) -> None:
    bench = Bench(tmp_path, RANGER, CASHIER)
    await sweep(desk(bench))
    screen = bench.asked[0]
    ledger = bench.session.ledger
    assert await screen._keep("ranger", SweepAnswer.LET_GO) is None
    assert await screen._keep("cashier", SweepAnswer.HEARD) is None
    let_go, heard = ledger.get("ranger"), ledger.get("cashier")
    assert let_go is not None
    assert heard is not None
    assert let_go.disposition is Disposition.PRESUMED_PASSED
    assert heard.heard_on == TODAY
    await screen._undo()
    await screen._undo()
    assert (ledger.get("ranger"), ledger.get("cashier")) == (RANGER, CASHIER)


async def test_sweep_without_quiet_auditions_says_so(tmp_path: Path) -> None:
    bench = Bench(tmp_path, RANGER)
    bench.quiet = ()
    await sweep(desk(bench))
    assert bench.asked == []
    assert bench.said == ["Nothing is quiet enough to let go just now."]
