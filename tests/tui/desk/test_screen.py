"""The main tasks on the desk: look, move on, close, undo, mark, and find it all after a restart."""

import pytest
from textual.pilot import Pilot

from callbacktui.domain.enums import Medium
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.pane import Pane
from callbacktui.tui.components.top_bar import TopBar
from tests.factories import audition, days_ago, present, read_on
from tests.tui.actions import kept, seen, until_form
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import CLOSED, SEVERAL, desk, lines, listed, settled, shown, typed

WIDE = (160, 42)


async def test_groups_are_in_order_and_closed_is_folded(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        titles = [line.split(" ─")[0].strip() for line in lines(app) if "──" in line]
        assert titles == [
            "Next 1",
            "Callbacks, holds, bookings 1",
            "Waiting 2",
            "Quiet: safe to let go 1",
            "▸ Closed 1",
        ]
        assert "Mum" not in "\n".join(lines(app))
        await pilot.press("G", "enter")
        assert "Mum" in "\n".join(lines(app))


async def test_the_detail_follows_the_cursor(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        detail = app.screen.query_one("#detail", Pane)
        assert str(detail.border_title) == "2 Nina, The Seagull"
        await pilot.press("j")
        await shown(pilot)
        assert str(detail.border_title) == "2 Prosecutor Vale, Tin Roof"
        await pilot.press("k", "k", "k")
        assert listed(app).cursor == "tape"


async def test_only_legal_moves_are_offered_and_saved(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        desk(app).show("waiting")
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, ChoiceDialog)
        await pilot.press("escape")
        await settled(pilot)
        assert kept(app, "waiting").stage is Stage.AUDITIONED
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("o")
        await settled(pilot)
        assert kept(app, "waiting").stage is Stage.OFFER
    again = make_app()
    assert kept(again, "waiting").stage is Stage.OFFER


async def test_closing_asks_for_a_reason_and_can_be_undone(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        desk(app).show("waiting")
        for answer in ("c", "down", "enter", "down", "enter", "enter"):
            await pilot.press(answer)
            await pilot.pause()
        await settled(pilot)
        closed = kept(app, "waiting")
        assert closed.disposition is Disposition.PASSED_TOLD
        assert (closed.reason, closed.certainty) == (Reason.LOOK_OR_PAIRING, Certainty.TOLD)
        await pilot.press("u")
        await settled(pilot)
        assert kept(app, "waiting").is_open
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert not kept(app, "waiting").is_open


async def test_late_callback_reopens_an_audition(make_app: MakeApp) -> None:
    app = make_app([CLOSED])
    async with app.run_test(size=WIDE) as pilot:
        desk(app).show("closed")
        await pilot.press("O")
        await pilot.pause()
        await pilot.press("c")
        await until_form(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        reopened = kept(app, "closed")
        assert reopened.is_open
        assert reopened.stage is Stage.CALLBACK
        assert listed(app).cursor == "closed"


async def test_removing_selects_the_next_row_and_can_be_undone(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press("d")
        await settled(pilot)
        assert "tape" not in app.session.ledger
        assert listed(app).cursor == "held"
        await pilot.press("u")
        await settled(pilot)
        assert "tape" in app.session.ledger
        assert listed(app).cursor == "tape"


async def test_commands_act_on_all_marked_auditions(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press("m", "m", "d")
        await settled(pilot)
        assert len(app.session.ledger) == len(SEVERAL) - 2
        await pilot.press("u")
        await settled(pilot)
        assert len(app.session.ledger) == len(SEVERAL)


async def test_failed_save_changes_nothing_and_is_reported(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(SEVERAL)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        with monkeypatch.context() as patched:
            patched.setattr(app.session.repository, "write", full)
            await pilot.press("d")
            await settled(pilot)
            assert "tape" in app.session.ledger
            assert "No space left" in desk(app).query_one(TopBar).trouble
        await pilot.press("d")
        await settled(pilot)
        assert desk(app).query_one(TopBar).trouble == ""


async def test_filter_updates_per_key_and_reports_unknown_terms(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        await typed(pilot, "ranger")
        await pilot.pause()
        assert [s for s in listed(app).stops if not s.startswith("group")] == ["quiet"]
        await typed(pilot, " colour:red")
        await pilot.pause()
        assert desk(app)._snapshot.problems[0].startswith("colour:")
        assert [s for s in listed(app).stops if not s.startswith("group")] == ["quiet"]
        await pilot.press("escape")
        await pilot.pause()
        assert len(listed(app).stops) == len(SEVERAL)  # the folded group of closed ones is one stop


async def test_cursor_keeps_its_audition_through_filter_and_sorting(
    make_app: MakeApp,
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        desk(app).show("waiting")
        await pilot.press("slash")
        await typed(pilot, "is:open")
        await pilot.press("enter")
        await pilot.pause()
        assert listed(app).cursor == "waiting"
        await pilot.press("o", "r")
        await settled(pilot)
        assert listed(app).cursor == "waiting"


async def test_unavailable_commands_say_why(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        for key in ("s", "c", "d", "u", "w", "r"):
            await pilot.press(key)
            await pilot.pause()
            assert len(app._notifications) == 1
        assert any("n keeps the first one" in line for line in lines(app))


async def test_escape_steps_back_and_never_quits(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert app.screen.query_one("#detail").has_focus
        assert not app.screen.query_one("#list").display
        await pilot.press("3")
        assert app.screen.query_one("#reflection").has_focus
        await pilot.press(*["escape"] * 5)
        assert listed(app).has_focus
        assert app.is_running


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (20, 5), (99, 29), (300, 100)])
async def test_desk_works_at_any_size(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "j", "enter", "z", "z", "escape")
        await pilot.resize_terminal(120, 36)
        await pilot.resize_terminal(*size)
        await pilot.press("k")
        assert app.is_running


async def test_large_list_draws_only_visible_rows(make_app: MakeApp) -> None:
    many = [audition(id=f"{n:05}", role=f"Role {n}") for n in range(10_000)]
    app = make_app(many)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("G", "k", "g")
        assert listed(app).cursor == "00000"
        listing = listed(app)._listing
        assert listing is not None
        assert len(listing._strips) < 200


async def test_tips_open_their_article_and_can_be_dismissed(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        desk(app).show("quiet")
        await shown(pilot)
        first = desk(app).tips.tip
        assert first is not None
        assert "22 days" in first.reason
        await pilot.press("t")
        await pilot.pause()
        assert app.screen is not desk(app)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert present(desk(app).tips.tip).rule != first.rule


async def test_wait_shows_outcomes_of_similar_silences(make_app: MakeApp) -> None:
    """Beside the audition that waits, and as it is after each change."""
    ended = {"disposition": Disposition.PASSED_TOLD, "closed_on": days_ago(60), "medium": Medium.TV}
    others = [read_on(90, id=f"b{n}", office="Kestrel", **ended) for n in range(3)]
    app = make_app([read_on(6, id="a1", office="Kestrel", medium=Medium.TV), *others])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("a1")
        await said(pilot, "word still came from Kestrel in 0 of 3, and for TV in 0 of 3.")
        await app.session.ledger.remove(["b2"], "Removed one")
        desk(app).refresh_data()
        await said(pilot, "word still came from Kestrel in 0 of 2, and for TV in 0 of 2.")


async def said(pilot: Pilot[None], words: str) -> None:
    """Wait until the detail says `words`."""
    for _ in range(500):
        await pilot.pause(0.01)
        detail = pilot.app.screen.query_one("#detail", Pane)
        text = " ".join("".join(part.text for part in line) for line in detail.lines)
        if words in " ".join(text.split()):
            return
    raise AssertionError(words)


@pytest.mark.parametrize("apart", [0.5, 30])
async def test_name_typed_on_the_desk_has_no_unnoticed_effect(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, apart: float
) -> None:
    seconds = 0.0
    monkeypatch.setattr("callbacktui.tui.shell.base_screen.monotonic", lambda: seconds)
    app = make_app(SEVERAL)

    def said() -> str:
        return " ".join(note.message for note in app._notifications)

    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        before = app.session.ledger.all()
        desk(app).show("waiting")
        for keys in (("H", "w"), ("c", "p", "enter", "enter"), ("d",)):
            assert "changes in a few seconds" not in said()
            seconds += apart
            await seen(pilot, *keys)
            await settled(pilot)
        assert len(app.session.ledger._done) == 3
        odd = "3 changes in a few seconds; u takes back one after the other."
        assert (odd in said()) is (apart < 1)
        await seen(pilot, "u")
        await settled(pilot)
        assert "changes in a few seconds" not in said()
        await seen(pilot, "u", "u")
        await settled(pilot)
        assert {*app.session.ledger.all()} == {*before}
