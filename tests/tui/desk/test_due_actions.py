"""S settles what is due, C changes a time and keeps the old one; each is one step."""

from typing import Final

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.change import Change
from callbacktui.domain.clashes import clashes_of
from callbacktui.domain.enums import (
    Cleared,
    FollowUpKind,
    Format,
    HoldAnswer,
    HoldKind,
    ReceiptKind,
    RoundKind,
    TimeOf,
)
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.line_dialog import LineDialog
from tests.factories import (
    NOW,
    TODAY,
    asked,
    audition,
    days_ago,
    done,
    moment,
    present,
    read_on,
    span,
)
from tests.tui.actions import done_with, kept, seen, until_form, write
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import desk, shown


def screen_text(app: CallbackApp, query: str) -> str:
    return " ".join(str(part.content) for part in app.screen.query(query).results(Static))


TAPE: Final = audition(
    stage=Stage.REQUESTED,
    rep="Hollis",
    rounds=(asked(format=Format.SELF_TAPE, due_at=moment(1, 12)),),
)
LATE: Final = replace(TAPE, rounds=(replace(TAPE.rounds[0], due_at=moment(-1, 12)),))
PINNED: Final = audition(
    stage=Stage.HOLD,
    rounds=(done(9),),
    holds=(Hold(id="h1", kind=HoldKind.PIN, word_used="pinned", told_on=TODAY),),
)
CALLED_BACK: Final = read_on(
    9, stage=Stage.CALLBACK, rounds=(done(9), done(1, id="r2", kind=RoundKind.CALLBACK))
)
BOOKED: Final = audition(
    stage=Stage.BOOKED, heard_on=days_ago(9), booking=Booking(work_dates=span("2-4 Nov"))
)


async def after(make_app: MakeApp, before: Audition, *keys: str) -> Audition:
    """Press keys on the desk; return the audition, once undo has brought back what was before."""
    app = make_app([before])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await done_with(pilot, *keys)
        made = kept(app, "a1")
        await done_with(pilot, "u")
        assert kept(app, "a1") == before
        return made


async def test_sent_tape_is_noted_with_its_channel(make_app: MakeApp) -> None:
    sent = await after(make_app, TAPE, "S", "down", "enter")
    [receipt] = present(sent.last_done).receipts
    assert (receipt.what, receipt.via, receipt.on) == (ReceiptKind.SENT, "Hollis", TODAY)


async def test_other_channel_can_be_typed(make_app: MakeApp) -> None:
    sent = await after(make_app, TAPE, "S", "end", "enter", *"drive", "enter")
    assert present(sent.last_done).receipts[0].via == "drive"


@pytest.mark.parametrize(
    ("keys", "day"), [(("enter", "enter"), days_ago(1)), (("down", "enter", "enter"), TODAY)]
)
async def test_late_tape_can_be_noted_as_sent_in_time_or_today(
    make_app: MakeApp, keys: tuple[str, ...], day: object
) -> None:
    sent = await after(make_app, LATE, "S", *keys)
    assert present(present(sent.last_done).done_at).day == day


async def test_tape_past_its_deadline_can_be_let_go(make_app: MakeApp) -> None:
    gone = await after(make_app, LATE, "S", "end", "enter")
    assert (gone.disposition, gone.last_done) == (Disposition.DEADLINE_MISSED, None)


async def test_extended_deadline_keeps_the_old_one(make_app: MakeApp) -> None:
    app = make_app([LATE])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "S", "down", "down", "enter")
        await until_form(pilot)
        write(app, "at", "mon 6pm")
        write(app, "told_by", "Hollis")
        await done_with(pilot, "ctrl+s")
        [read] = kept(app, "a1").rounds
        assert read.due_at == moment(2, 18)
        source = present(read.source(TimeOf.DUE_AT))
        assert (source.told_by, source.told_on) == ("Hollis", TODAY)
        assert [when.at for when in read.earlier(TimeOf.DUE_AT)] == [moment(-1, 12)]
        assert "now Mon 18:00, was 20 Nov 12:00" in present(app.session.ledger.next_undo).summary
        await done_with(pilot, "u")
        assert kept(app, "a1") == LATE


async def test_unchanged_time_is_asked_again(make_app: MakeApp) -> None:
    app = make_app([TAPE])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("C")
        await until_form(pilot)
        await seen(pilot, "ctrl+s")
        assert kept(app, "a1") == TAPE
        write(app, "at", "tomorrow noon")
        await seen(pilot, "ctrl+s")
        assert kept(app, "a1") == TAPE
        write(app, "at", "")
        write(app, "told_by", "Hollis")
        await done_with(pilot, "ctrl+s")
        [read] = kept(app, "a1").rounds
        assert (read.due_at, read.earlier(TimeOf.DUE_AT)) == (moment(1, 12), ())
        assert present(read.source(TimeOf.DUE_AT)).told_by == "Hollis"


async def test_time_of_any_pending_round_can_change(make_app: MakeApp) -> None:
    first = asked(id="first", at=moment(-1, 10))
    back = asked(id="back", kind=RoundKind.CALLBACK, at=moment(5, 14))
    app = make_app([audition(stage=Stage.CALLBACK, rounds=(first, back))])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "C")
        assert isinstance(app.screen, ChoiceDialog)
        assert [choice.name for choice in app.screen._choices] == [
            "Audition: appointment",
            "Callback: appointment",
        ]
        await seen(pilot, "down", "enter")
        await until_form(pilot)
        write(app, "at", "mon 6pm")
        await done_with(pilot, "ctrl+s")
        assert [read.at for read in kept(app, "a1").rounds] == [moment(-1, 10), moment(2, 18)]


async def test_hold_can_be_answered(make_app: MakeApp) -> None:
    [hold] = (await after(make_app, PINNED, "S", "down", "enter")).holds
    assert (hold.answer, hold.replied_on) == (HoldAnswer.CONDITIONS, TODAY)


async def test_hold_ends_on_the_given_day(make_app: MakeApp) -> None:
    over = await after(make_app, PINNED, "S", *["down"] * 4, "enter", "enter")
    assert (over.disposition, over.holds[0].cleared_on) == (Disposition.RELEASED, TODAY)
    open_ = await after(make_app, PINNED, "S", *["down"] * 5, "enter", "enter")
    assert (open_.is_open, open_.holds[0].cleared) == (True, Cleared.RELEASED)
    offered = await after(make_app, PINNED, "S", *["down"] * 6, "enter", "enter")
    assert (offered.stage, offered.holds[0].cleared) == (Stage.OFFER, Cleared.CONVERTED)
    answered = replace(PINNED, holds=(replace(PINNED.holds[0], replied_on=TODAY),))
    lapsed = await after(make_app, answered, "S", "end", "enter", "enter")
    assert lapsed.holds[0].cleared is Cleared.LAPSED
    over = replace(answered, holds=(replace(answered.holds[0], dates=span("16-18 Nov")),))
    released = await after(make_app, over, "S", "r", "enter")
    assert released.holds[0].cleared is Cleared.RELEASED


async def test_day_typed_the_day_before_yesterday_stays_that_day(make_app: MakeApp) -> None:
    held = replace(PINNED, holds=(replace(PINNED.holds[0], told_on=days_ago(9)),))
    app = make_app([held])
    app.session.drafts.keep("hold ended a1", {"line": "yesterday"}, NOW.subtract(days=2), {})
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await done_with(pilot, "S", "end", "enter", "enter")
        assert kept(app, "a1").holds[0].cleared_on == days_ago(3)


@pytest.mark.parametrize("keys", [("s", "b"), ("S", *["down"] * 7, "enter", "enter")])
async def test_booked_hold_keeps_its_days(make_app: MakeApp, keys: tuple[str, ...]) -> None:
    pinned = replace(PINNED.holds[0], dates=span("dec 16, 18"))
    booked = await after(make_app, replace(PINNED, holds=(pinned,)), *keys)
    assert (booked.stage, booked.booking) == (Stage.BOOKED, Booking(work_dates=pinned.dates))
    times_out = [BookOut(id=day, span=span(f"{day} Dec")) for day in ("16", "17", "18")]
    met = [clashes_of(booked, (), [one], NOW) for one in times_out]
    assert [bool(clashes) for clashes in met] == [True, False, True]


async def test_hold_cannot_end_in_the_future_or_before_it_began(
    make_app: MakeApp,
) -> None:
    app = make_app([PINNED])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "S", "end", "enter")
        for day, reason in (
            ("tomorrow", "still to come"),
            ("17 nov", "told you of it on Sat 21 Nov"),
        ):
            await seen(pilot, "end", "ctrl+u", *day, "enter")
            assert isinstance(app.screen, LineDialog)
            assert reason in str(app.screen.query_one(".trouble", Static).content)
        assert kept(app, "a1") == PINNED


async def test_hold_questions_are_copied(make_app: MakeApp) -> None:
    app = make_app([PINNED])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await done_with(pilot, "S", *["down"] * 3, "enter")
        assert "- Is this a booking?" in app.clipboard
        assert kept(app, "a1") == PINNED


async def test_changed_answer_by_time_keeps_the_old_one(make_app: MakeApp) -> None:
    held = replace(PINNED, holds=(replace(PINNED.holds[0], answer_by=moment(1, 17)),))
    app = make_app([held])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "C")
        await until_form(pilot)
        write(app, "at", "mon 6pm")
        write(app, "told_by", "Hollis")
        await done_with(pilot, "ctrl+s")
        [hold] = kept(app, "a1").holds
        assert (hold.answer_by, present(hold.source()).told_by) == (moment(2, 18), "Hollis")
        assert [when.at for when in hold.earlier()] == [moment(1, 17)]


async def test_hour_without_a_zone_keeps_the_zone(make_app: MakeApp) -> None:
    due = moment(1, 17, zone="America/Los_Angeles")
    tape = replace(TAPE, rounds=(replace(TAPE.rounds[0], due_at=due),))
    app = make_app([tape])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "C")
        await until_form(pilot)
        await seen(pilot)
        assert "An hour alone is in America/Los_Angeles" in screen_text(app, ".hint")
        write(app, "at", "tomorrow 6pm")
        await seen(pilot)
        assert "18:00 (America/Los_Angeles)" in screen_text(app, ".note")
        await done_with(pilot, "ctrl+s")
        [read] = kept(app, "a1").rounds
        assert read.due_at == moment(1, 18, zone="America/Los_Angeles")


@pytest.mark.parametrize("was", [moment(3, 11), moment(3, None)])
async def test_hour_without_a_day_keeps_the_day(make_app: MakeApp, was: Moment) -> None:
    app = make_app([audition(stage=Stage.REQUESTED, rounds=(asked(at=was),))])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "C")
        await until_form(pilot)
        await seen(pilot)
        assert "An hour alone is on Tue 24 Nov, as now." in screen_text(app, ".hint")
        write(app, "at", "2:15pm")
        await seen(pilot)
        assert "Tue 24 Nov 2026, 14:15" in screen_text(app, ".note")
        await done_with(pilot, "ctrl+s")
        [read] = kept(app, "a1").rounds
        assert str(present(read.at).day) == "2026-11-24"


async def test_tape_can_be_noted_as_opened(make_app: MakeApp) -> None:
    given = read_on(2, rounds=(done(2, format=Format.SELF_TAPE),))
    opened = await after(make_app, given, "S", "enter")
    assert [r.what for r in opened.rounds[0].receipts] == [ReceiptKind.OPENED]


async def test_time_can_be_confirmed(make_app: MakeApp) -> None:
    read = asked(at=moment(3), confirm_by=moment(1, 17))
    confirmed = await after(
        make_app, audition(stage=Stage.REQUESTED, rounds=(read,)), "S", "enter", "enter"
    )
    assert [r.what for r in confirmed.rounds[0].receipts] == [ReceiptKind.CONFIRMED]


async def test_what_is_still_to_come_is_offered_with_its_time(make_app: MakeApp) -> None:
    read = asked(at=moment(2, 15), confirm_by=moment(1, 12))
    app = make_app([audition(stage=Stage.REQUESTED, rounds=(read,))])
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await seen(pilot, "S")
        assert isinstance(app.screen, ChoiceDialog)
        assert [(choice.name, choice.about) for choice in app.screen._choices] == [
            ("Confirm the audition", "tomorrow 12:00"),
            ("Audition", "Mon 15:00"),
        ]


async def test_thank_you_can_be_noted_after_a_callback(make_app: MakeApp) -> None:
    [thanks] = (await after(make_app, CALLED_BACK, "S", "enter")).follow_ups
    assert (thanks.kind, thanks.sent_on) == (FollowUpKind.THANK_YOU, TODAY)


async def test_job_can_be_wrapped_or_extended(make_app: MakeApp) -> None:
    wrapped = await after(make_app, BOOKED, "S", "enter")
    assert present(wrapped.booking).wrapped_on == present(span("4 Nov").last)
    longer = await after(make_app, BOOKED, "S", "down", "enter", *"2-25 Nov", "enter")
    assert present(longer.booking).work_dates == span("2-25 Nov")


async def test_extended_job_keeps_its_earlier_days(make_app: MakeApp) -> None:
    job = Booking(work_dates=span("2-4 Nov"), more_dates=(span("9 Nov"), span("a day in spring")))
    more = await after(
        make_app, replace(BOOKED, booking=job), "S", "down", "enter", *"24, 26 Nov", "enter"
    )
    booking = present(more.booking)
    assert booking.work_dates == job.work_dates
    assert booking.more_dates == (*job.more_dates, span("24, 26 Nov"))
    assert [days.first.day for days in booking.work_days] == [2, 9, 24, 26]
    wider = booking.going_on(span("2-9 Nov"))
    assert [one.said for one in wider.work_spans] == ["a day in spring", "24, 26 Nov", "2-9 Nov"]


async def test_usage_letter_can_be_noted_on_the_desk(make_app: MakeApp) -> None:
    job = Booking(session_on=days_ago(300), use_ends_on=days_ago(-90))
    ended = {"disposition": Disposition.COMPLETED, "closed_on": days_ago(280)}
    app = make_app([audition(stage=Stage.WRAPPED, booking=job, **ended)])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("a1")
        await done_with(pilot, "S", "enter")
        assert present(kept(app, "a1").booking).wrote_on == TODAY
        await done_with(pilot, "S")
        assert "It is closed" in [*app._notifications][-1].message


async def test_late_payment_can_be_noted_on_the_desk(make_app: MakeApp) -> None:
    fee = MoneyEntry(
        id="fee", kind=MoneyKind.INCOME, date=days_ago(60), due_on=days_ago(9), audition="a1"
    )
    app = make_app([read_on(3)])
    app.session.repository.write([Change(before=None, after=fee)], "Kept")
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await done_with(pilot, "S", "enter", "enter")
        assert present(app.session.repository.money.get("fee")).paid_on == TODAY


async def test_nothing_due_to_settle_says_so(make_app: MakeApp) -> None:
    app = make_app([audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(3)),))])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await done_with(pilot, "S")
        assert not isinstance(app.screen, ChoiceDialog)
        [said] = app._notifications
        assert "still to come" in said.message
    app = make_app([read_on(3)])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await done_with(pilot, "S")
        assert "nothing of it waits" in [*app._notifications][-1].message
        await done_with(pilot, "C")
        assert "No audition is coming up" in [*app._notifications][-1].message
