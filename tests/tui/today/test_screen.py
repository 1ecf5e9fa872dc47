"""Today shows what is due, leads to the desk, and says that a tape is sent."""

from collections import Counter
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input, Static

from callbacktui.domain import board as board_module
from callbacktui.domain import overview_cache as overview_module
from callbacktui.domain.agenda import AgendaKind
from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import History
from callbacktui.domain.change import Change
from callbacktui.domain.enums import Format, HoldAnswer, HoldKind, ReceiptKind
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.money import read_money
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.commands.command import Place
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.pane import StillPane
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.desk.actions import due_actions
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.money.screen import MoneyScreen
from callbacktui.tui.reflection.sweep_screen import SweepScreen
from callbacktui.tui.today.screen import AgendaList, TodayScreen
from tests.factories import TODAY, asked, audition, days_ago, moment, present, span
from tests.tui.actions import done_with, kept, seen, until_form
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import HOSTILE, QUIET, SEVERAL, WAITING, listed, shown

LATE = audition(
    id="late",
    role="Puck",
    project="A Dream",
    stage=Stage.REQUESTED,
    rounds=(asked(format=Format.SELF_TAPE, due_at=moment(-1, 9)),),
)
ABROAD = audition(
    id="abroad",
    role="Vera",
    project="Far Shore",
    office="Kestrel",
    stage=Stage.REQUESTED,
    rounds=(asked(at=moment(2, 12, "America/Los_Angeles")),),
)
LATE_FEE = MoneyEntry(
    id="fee",
    kind=MoneyKind.INCOME,
    date=days_ago(60),
    category="fee",
    amount=read_money("$1,200"),
    due_on=days_ago(18),
    audition="nina",
)
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])


async def today(pilot: Pilot[None]) -> AgendaList:
    """Go to Today, and return its list."""
    await shown(pilot)
    await pilot.press("T")
    for _ in range(1000):
        if isinstance(pilot.app.screen, TodayScreen) and pilot.app.screen.query(AgendaList):
            break
        await pilot.pause(0.01)
    await pilot.pause()
    return pilot.app.screen.query_one(AgendaList)


def with_late(make_app: MakeApp, entry: MoneyEntry) -> CallbackApp:
    ended = {"disposition": Disposition.COMPLETED, "closed_on": days_ago(60)}
    app = make_app([audition(id="nina", role="Nina", stage=Stage.WRAPPED, **ended)])
    app.session.repository.write([Change(before=None, after=entry)], "Kept")
    return app


def text(agenda: AgendaList) -> str:
    return "\n".join(agenda.render_line(y).text.rstrip() for y in range(agenda.size.height))


@SIZES
async def test_due_items_are_in_their_part(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app((*SEVERAL, LATE, ABROAD))
    async with app.run_test(size=size) as pilot:
        agenda = await today(pilot)
        lines = text(agenda)
        parts = [line.split(" ─")[0].strip() for line in lines.splitlines() if "──" in line]
        assert parts == ["Before anything else", "This week"]
        assert lines.index("Puck") < lines.index("was it sent?") < lines.index("Nina")
        assert "15:00" in lines
        assert "12:00 PST" in lines
        assert app.screen.query_one(TopBar).summary.startswith("next tape due in ")


async def test_enter_opens_the_audition_on_the_desk(make_app: MakeApp) -> None:
    app = make_app((*SEVERAL, LATE, ABROAD))
    async with app.run_test(size=(120, 36)) as pilot:
        await today(pilot)
        await pilot.press("G", "enter")
        await shown(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert listed(app).cursor == "abroad"


async def test_sweep_item_lists_the_quiet_auditions(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        agenda = await today(pilot)
        assert "1 is quiet" in text(agenda)
        await pilot.press("j")
        await pilot.pause()
        beside = app.screen.query_one("#about", StillPane)
        assert "day 22" in beside.render_line(0).text
        assert "Park Ranger, Fernhill" in beside.render_line(0).text


async def test_tape_is_noted_as_sent_and_undone(make_app: MakeApp) -> None:
    app = make_app((LATE, ABROAD))
    async with app.run_test(size=(120, 36)) as pilot:
        agenda = await today(pilot)
        await done_with(pilot, "S", "enter", "enter")
        sent = kept(app, "late")
        assert sent.stage is Stage.AUDITIONED
        [receipt] = sent.rounds[0].receipts
        assert (receipt.what, receipt.via, receipt.on) == (ReceiptKind.SENT, "", days_ago(1))
        assert "Puck" not in text(agenda)
        await pilot.press("S")
        await pilot.pause()
        assert kept(app, "abroad").stage is Stage.REQUESTED
        (refusal,) = app._notifications
        assert "still to come" in refusal.message
        await app.session.ledger.undo()
        assert kept(app, "late").stage is Stage.REQUESTED


async def test_empty_agenda_says_so(make_app: MakeApp) -> None:
    app = make_app([WAITING])
    async with app.run_test(size=(80, 24)) as pilot:
        agenda = await today(pilot)
        assert "Nothing is due." in text(agenda)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (40, 10), (300, 80)])
async def test_today_works_at_any_size_with_hostile_text(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    hostile: list[Audition] = [
        audition(
            id=f"h{number}",
            role=words,
            project=words,
            office=words,
            stage=Stage.REQUESTED,
            rounds=(asked(at=moment(number, 20), place=words),),
        )
        for number, words in enumerate(HOSTILE)
    ]
    app = make_app(hostile)
    async with app.run_test(size=size) as pilot:
        agenda = await today(pilot)
        await pilot.press("j", "G", "k")
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        width = agenda.text_width
        assert all(agenda.render_line(y).cell_length == width for y in range(agenda.size.height))
        assert "\x1b" not in text(agenda)


async def test_untimed_audition_stays_upcoming_all_day(make_app: MakeApp) -> None:
    read = asked(at=moment(1, None))
    app = make_app([audition(id="x", stage=Stage.REQUESTED, rounds=(read,))])
    async with app.run_test(size=(120, 36)) as pilot:
        await today(pilot)
        await pilot.press("S")
        await pilot.pause()
        (refusal,) = app._notifications
        assert "still to come, tomorrow" in refusal.message


async def test_only_the_selected_round_is_marked_as_done(make_app: MakeApp) -> None:
    hold = Hold(id="h", kind=HoldKind.AVAIL, word_used="on avail")
    first = asked(id="r1", at=moment(-1, 9))
    held = audition(id="held", stage=Stage.HOLD, holds=(hold,), rounds=(first,))
    both = audition(
        id="both",
        stage=Stage.REQUESTED,
        rounds=(asked(id="r1", at=moment(-2, 9)), asked(id="r2", at=moment(-1, 9))),
    )
    app = make_app([held, both])
    async with app.run_test(size=(120, 36)) as pilot:
        agenda = await today(pilot)
        for _ in range(10):
            item = agenda.here
            assert item
            assert item.audition
            pending = item.audition.pending
            if item.at is None or (pending and item.at != pending.when):
                before = item.audition
                await seen(pilot, "S")
                await done_with(pilot, *(["escape"] if app.screen.is_modal else []))
                assert kept(app, before.id) == before
            await pilot.press("j")


async def test_usage_letter_is_noted_and_leaves_the_list(make_app: MakeApp) -> None:
    job = Booking(session_on=days_ago(300), use_ends_on=days_ago(-90))
    ended = {"disposition": Disposition.COMPLETED, "closed_on": days_ago(280)}
    spot = audition(id="spot", stage=Stage.WRAPPED, booking=job, **ended)
    app = make_app([spot])
    async with app.run_test(size=(80, 24)) as pilot:
        agenda = await today(pilot)
        assert agenda.here
        assert agenda.here.what == "last day to write about its use"
        await seen(pilot, "S")
        await done_with(pilot, "enter")
        assert present(kept(app, "spot").booking).wrote_on == TODAY
        assert agenda.here is None


@SIZES
async def test_late_payment_can_be_noted_moved_and_undone(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = with_late(make_app, LATE_FEE)
    async with app.run_test(size=size) as pilot:
        agenda = await today(pilot)
        assert "expected 3 Nov, not noted as paid" in text(agenda)
        assert "S if it came" in text(agenda)
        await seen(pilot, "S", "down", "enter", *"tue")
        await done_with(pilot, "enter")
        assert present(app.session.repository.money.get("fee")).due_on == days_ago(-3)
        assert agenda.here is None
        await done_with(pilot, "u")
        await seen(pilot, "S", "enter")
        await done_with(pilot, "enter")
        assert present(app.session.repository.money.get("fee")).paid_on == TODAY
        assert agenda.here is None
        await done_with(pilot, "u")
        await seen(pilot, "c", *"yesterday", "enter")
        dialog = app.screen
        assert isinstance(dialog, LineDialog)
        assert "is over" in str(dialog.query_one(".trouble", Static).content)
        await done_with(pilot, "escape")
        assert present(app.session.repository.money.get("fee")).due_on == LATE_FEE.due_on


async def test_late_payment_without_an_audition_opens_money(make_app: MakeApp) -> None:
    app = with_late(make_app, replace(LATE_FEE, audition="", payer="Kestrel Films"))
    async with app.run_test(size=(120, 36)) as pilot:
        agenda = await today(pilot)
        assert "Kestrel Films" in text(agenda)
        await seen(pilot, "enter")
        assert isinstance(app.screen, MoneyScreen)
        assert app.screen.here == app.session.repository.money.get("fee")


async def test_undo_works_in_today(make_app: MakeApp) -> None:
    app = make_app([LATE])
    async with app.run_test(size=(120, 36)) as pilot:
        await today(pilot)
        await done_with(pilot, "S", "enter", "enter")
        assert kept(app, "late").stage is Stage.AUDITIONED
        await pilot.press("u")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert kept(app, "late").stage is Stage.REQUESTED


@pytest.mark.parametrize("key", ["enter", "w"])
async def test_sweep_starts_from_today(make_app: MakeApp, key: str) -> None:
    app = make_app([QUIET])
    async with app.run_test(size=(120, 36)) as pilot:
        await today(pilot)
        await pilot.press(key)
        for _ in range(100):
            if isinstance(app.screen, SweepScreen):
                break
            await pilot.pause(0.01)
        assert isinstance(app.screen, SweepScreen)


async def test_help_begins_with_today(make_app: MakeApp) -> None:
    app = make_app([LATE])
    async with app.run_test(size=(120, 36)) as pilot:
        await today(pilot)
        assert isinstance(app.screen, TodayScreen)
        assert app.screen.help_first() is Place.TODAY


async def test_footer_dims_undo_until_available(make_app: MakeApp) -> None:
    app = make_app([LATE])
    async with app.run_test(size=(120, 36)) as pilot:
        await today(pilot)
        hints = {hint.id: hint.is_off for hint in app.screen.query_one(KeyBar).keys}
        assert next(iter(hints)) == "agenda_open"
        assert hints["undo"]
        await done_with(pilot, "S", "enter", "enter")
        assert not next(h for h in app.screen.query_one(KeyBar).keys if h.id == "undo").is_off


async def test_closed_auditions_are_not_evaluated_again(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: Counter[str] = Counter()

    def count(owner: Any, name: str) -> None:
        whole = getattr(owner, name)

        def counted(one: Any, *rest: Any) -> Any:
            looked[getattr(one, "id", name)] += 1
            return whole(one, *rest)

        monkeypatch.setattr(owner, name, counted)

    count(board_module, "status_of")
    count(overview_module, "status_of")
    count(History, "__init__")
    over = audition(id="over", stage=Stage.AUDITIONED, disposition=Disposition.PASSED_TOLD)
    app = make_app((*SEVERAL, LATE, over))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        assert looked["over"] == 1
        looked.clear()
        agenda = await today(pilot)
        assert "Puck" in text(agenda)
        assert not {"over", "__init__"} & {*looked}


@pytest.mark.parametrize(("key", "opened"), [("i", "PasteScreen"), ("n", "QuickAddScreen")])
@pytest.mark.parametrize("is_month", [False, True])
async def test_audition_can_be_added_from_today(
    make_app: MakeApp, key: str, opened: str, is_month: bool
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "T", *(("M",) if is_month else ()))
        assert isinstance(app.screen, TodayScreen)
        await pilot.press(key)
        for _ in range(200):
            await pilot.pause(0.01)
            if type(app.screen).__name__ == opened:
                break
        assert type(app.screen).__name__ == opened
        assert isinstance(app.screen_stack[-2], DeskScreen)


async def test_after_an_item_is_settled_the_cursor_is_on_the_next_one(make_app: MakeApp) -> None:
    read = asked(at=moment(1, 9), confirm_by=moment(0, 15))
    soon = audition(id="soon", stage=Stage.REQUESTED, rounds=(read,))
    other = replace(soon, id="other", rounds=(asked(at=moment(0, 20), confirm_by=moment(0, 16)),))
    app = make_app([soon, other])
    async with app.run_test(size=(120, 36)) as pilot:
        agenda = await today(pilot)
        assert present(present(agenda.here).audition).id == "soon"
        await done_with(pilot, "S", "enter")
        here = present(agenda.here)
        assert (present(here.audition).id, here.what) == ("other", "confirm the audition")
        await done_with(pilot, "u")
        assert present(present(agenda.here).audition).id == "soon"


@pytest.mark.parametrize("key", ["c", "C"])
async def test_after_a_change_of_time_the_cursor_stays_with_it(make_app: MakeApp, key: str) -> None:
    soon = audition(id="soon", stage=Stage.REQUESTED, rounds=(asked(at=moment(1, 9)),))
    other = replace(soon, id="other", rounds=(asked(at=moment(2, 20)),))
    app = make_app([soon, other])
    async with app.run_test(size=(120, 36)) as pilot:
        agenda = await today(pilot)
        await seen(pilot, key)
        await until_form(pilot)
        app.screen.query(Input).first().value = "in 4 days 10am"
        await done_with(pilot, "ctrl+s")
        assert present(kept(app, "soon").pending).at == moment(4, 10)
        assert present(present(agenda.here).audition).id == "soon"


async def test_of_two_holds_the_one_that_is_over_is_asked_about(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_about: list[str] = []

    async def settle_hold(screen: object, audition: Audition, hold: Hold) -> None:
        asked_about.append(hold.id)

    monkeypatch.setattr(due_actions, "settle_hold", settle_hold)
    over = Hold(
        id="over", answer=HoldAnswer.AVAILABLE, replied_on=days_ago(20), dates=span("16 Nov")
    )
    declined = Hold(id="declined", answer=HoldAnswer.NOT_AVAILABLE, replied_on=days_ago(9))
    app = make_app([audition(stage=Stage.HOLD, holds=(over, declined))])
    async with app.run_test(size=(120, 36)) as pilot:
        assert present((await today(pilot)).here).kind is AgendaKind.HOLD_OVER
        await done_with(pilot, "S")
        assert asked_about == ["over"]
