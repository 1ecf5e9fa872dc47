"""The agenda tells what is due, in order, and asks about what should be over."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.agenda import AgendaItem, AgendaKind, Part, agenda, until
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.enums import (
    FollowUpKind,
    Format,
    HoldAnswer,
    HoldKind,
    ReceiptKind,
    RoundKind,
    TimeOf,
)
from callbacktui.domain.holds_and_bookings import Booking, FollowUp, Hold
from callbacktui.domain.mark_done import note_receipt, send_thanks
from callbacktui.domain.moment import Moment
from callbacktui.domain.money import read_money
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.stage_effects import with_round
from callbacktui.domain.time_changes import with_new_time
from callbacktui.pocket.contents import make_pocket
from tests.domain.strategies import auditions
from tests.factories import (
    NOW,
    TODAY,
    ZONE,
    asked,
    audition,
    days_ago,
    done,
    moment,
    present,
    read_on,
    span,
)

WINDOWS = Windows()


def items(*all_: Audition) -> list[AgendaItem]:
    return list(agenda(board(all_, NOW, WINDOWS), NOW))


def tape(days: int, hour: int = 12) -> Audition:
    read = asked(format=Format.SELF_TAPE, due_at=moment(days, hour))
    return audition(id=f"tape{days}", stage=Stage.REQUESTED, rounds=(read,))


def at(days: int, hour: int = 12, zone: str = "America/New_York") -> Audition:
    read = asked(at=moment(days, hour, zone))
    return audition(id=f"read{days}", stage=Stage.REQUESTED, rounds=(read,))


def test_a_tape_is_due_until_it_is_sent() -> None:
    (item,) = items(tape(1))
    assert (item.kind, item.what, item.state) == (AgendaKind.TAPE_DUE, "tape due", "")
    sent = audition(stage=Stage.AUDITIONED, rounds=(done(0, format=Format.SELF_TAPE),))
    assert items(sent) == []


def test_past_items_ask_first_but_not_forever() -> None:
    first, second = items(at(1), tape(-2))
    assert first.part(NOW) is Part.NOW
    assert first.state == "was it sent?"
    assert second.part(NOW) is Part.WEEK
    (read,) = items(at(-1))
    assert read.state == "did you do it?"


def test_unanswered_items_end_in_the_sweep() -> None:
    for old in (tape(-15), at(-15)):
        (sweep,) = items(old)
        assert (sweep.kind, sweep.title) == (AgendaKind.SWEEP, "1 is quiet")
        word_came = replace(old, heard_on=days_ago(2))
        (asked_again,) = items(word_came)
        assert asked_again.part(NOW) is Part.NOW
        assert asked_again.kind in {AgendaKind.TAPE_DUE, AgendaKind.APPOINTMENT}
    ahead = replace(tape(-15), rounds=(*tape(-15).rounds, asked(id="r2", at=moment(3))))
    assert [item.kind for item in items(ahead)] == [AgendaKind.APPOINTMENT]


def test_parts_of_the_agenda_are_in_order() -> None:
    parts = [item.part(NOW) for item in items(at(30), at(3), at(0, 20), at(-1))]
    assert parts == [Part.NOW, Part.TODAY, Part.WEEK, Part.LATER]


def test_day_without_an_hour_lasts_all_day() -> None:
    read = asked(at=Moment.on(TODAY, ZONE))
    (item,) = items(audition(stage=Stage.REQUESTED, rounds=(read,)))
    assert item.part(NOW) is Part.TODAY


def test_hold_is_due_until_an_answer_is_noted() -> None:
    hold = Hold(
        id="h", kind=HoldKind.AVAIL, word_used="on avail", dates=span("3 Dec"), told_by="Hollis"
    )
    held = audition(stage=Stage.HOLD, holds=(hold,))
    (item,) = items(held)
    assert (item.kind, item.what, item.said_by) == (
        AgendaKind.HOLD_REPLY,
        "“on avail” 3 Dec",
        "Hollis",
    )
    answered = Hold(id="h", kind=HoldKind.AVAIL, replied_on=days_ago(0))
    assert items(audition(stage=Stage.HOLD, holds=(answered,))) == []


def test_answered_hold_asks_once_its_days_are_over() -> None:
    hold = Hold(id="h", word_used="pinned", dates=span("18-20 Nov"), replied_on=days_ago(5))
    (item,) = items(audition(stage=Stage.HOLD, holds=(hold,)))
    assert (item.kind, item.part(NOW), item.state) == (
        AgendaKind.HOLD_OVER,
        Part.NOW,
        "what became of it?",
    )
    for dates in (span("18-21 Nov"), span("some time")):
        assert items(audition(stage=Stage.HOLD, holds=(replace(hold, dates=dates),))) == []
    declined = replace(hold, answer=HoldAnswer.NOT_AVAILABLE)
    assert items(audition(stage=Stage.HOLD, holds=(declined,))) == []


def test_only_thank_you_follow_ups_are_due() -> None:
    wanted = FollowUp(kind=FollowUpKind.THANK_YOU, due=days_ago(-1))
    asks = FollowUp(kind=FollowUpKind.FEEDBACK_REQUEST, due=days_ago(-1))
    read = read_on(1, follow_ups=(wanted, asks))
    assert [item.kind for item in items(read)] == [AgendaKind.THANK_YOU]


def test_hold_is_due_at_its_answer_by_time() -> None:
    hold = Hold(id="h", word_used="pinned", answer_by=moment(1, 17))
    (item,) = items(audition(stage=Stage.HOLD, holds=(hold,)))
    assert (item.at, item.part(NOW), item.of) == (moment(1, 17), Part.WEEK, "h")


def test_confirm_by_is_due_until_there_is_a_receipt() -> None:
    read = asked(at=moment(3), confirm_by=moment(1, 17), kind=RoundKind.CALLBACK)
    asked_for = audition(stage=Stage.CALLBACK, rounds=(read,), rep="Hollis")
    confirm, callback = items(asked_for)
    assert (confirm.kind, confirm.what, confirm.at) == (
        AgendaKind.CONFIRM_BY,
        "confirm the callback",
        moment(1, 17),
    )
    assert callback.kind is AgendaKind.APPOINTMENT
    confirmed = note_receipt(asked_for, "r1", ReceiptKind.CONFIRMED, NOW)
    assert [item.kind for item in items(confirmed)] == [AgendaKind.APPOINTMENT]
    (late, _) = items(replace(asked_for, rounds=(replace(read, confirm_by=moment(-1)),)))
    assert late.state == "was it confirmed?"


def test_source_of_a_time_is_shown_if_known() -> None:
    due = tape(1)
    told = with_new_time(due.rounds[0], TimeOf.DUE_AT, moment(2), told_by="Jo at Kestrel")
    assert [item.said_by for item in items(due)] == [""]  # the office alone has said nothing
    assert [item.said_by for item in items(with_round(due, told))] == ["Jo at Kestrel"]


def test_thank_you_is_suggested_for_two_days_after_a_callback() -> None:
    def called_back(days: int) -> Audition:
        again = done(days, id="r2", kind=RoundKind.CALLBACK)
        return read_on(9, stage=Stage.CALLBACK, rounds=(done(9), again))

    (item,) = items(called_back(2))
    assert (item.kind, item.state) == (AgendaKind.THANK_YOU, "a brief one is welcome")
    assert items(called_back(3)) == []
    assert items(read_on(1)) == []
    assert items(send_thanks(called_back(1), NOW)) == []


def test_work_is_listed_on_each_of_its_days() -> None:
    job = audition(
        stage=Stage.BOOKED,
        booking=Booking(
            work_dates=span("20-22 Nov 2026"),
            more_dates=(span("4 Dec 2026"), span("1 Nov 2026")),
            fitting=moment(2),
        ),
    )
    whole = items(job)
    assert [(i.kind, i.what, i.state, i.part(NOW)) for i in whole] == [
        (AgendaKind.WORK, "work, until Sun 22 Nov", "day 2 of 3", Part.TODAY),
        (AgendaKind.FITTING, "fitting", "", Part.WEEK),
        (AgendaKind.WORK, "work", "", Part.LATER),
    ]
    wrapped = Booking(work_dates=span("20-22 Nov 2026"), wrapped_on=TODAY)
    assert items(replace(job, booking=wrapped)) == []


def test_job_past_its_dates_asks_if_it_wrapped() -> None:
    job = Booking(work_dates=span("2-4 Nov"))
    booked = audition(stage=Stage.BOOKED, booking=job, heard_on=days_ago(30))
    (item,) = items(booked)
    assert (item.kind, item.state) == (AgendaKind.WRAP, "did it wrap?")
    vague = audition(stage=Stage.BOOKED, booking=Booking(work_dates=span("a week")))
    assert items(vague) == []


def test_job_asks_if_it_wrapped_only_after_its_pickups() -> None:
    def left(*more: str) -> list[AgendaItem]:
        dates = tuple(span(days) for days in more)
        job = Booking(work_dates=span("2-4 Nov"), more_dates=dates)
        return items(audition(stage=Stage.BOOKED, booking=job, heard_on=days_ago(30)))

    assert [item.kind for item in left("20 Dec")] == [AgendaKind.WORK]
    [item] = left("12 Nov", "10 Nov")
    assert present(item.at).day == span("12 Nov").last


def test_fitting_is_listed_until_it_is_over() -> None:
    def fitting(at: Moment) -> list[AgendaItem]:
        booking = Booking(fitting=at, fitting_place="Angels, Hendon")
        return items(audition(stage=Stage.BOOKED, booking=booking, heard_on=TODAY))

    [item] = fitting(moment(2, 9))
    assert (item.kind, item.what, item.state) == (AgendaKind.FITTING, "fitting", "")
    assert fitting(moment(0, 9)) == []


FEE = MoneyEntry(
    id="fee",
    kind=MoneyKind.INCOME,
    date=days_ago(60),
    category="fee",
    amount=read_money("$1,200"),
    due_on=days_ago(18),
    audition="a1",
)
DONE = audition(stage=Stage.WRAPPED, disposition=Disposition.COMPLETED, closed_on=days_ago(60))


def late(*money: MoneyEntry) -> list[AgendaItem]:
    return list(agenda(board([DONE], NOW, WINDOWS), NOW, money=money))


def test_late_payment_asks_until_it_is_noted() -> None:
    [item] = late(FEE)
    assert (item.kind, item.title, item.what) == (
        AgendaKind.PAYMENT,
        "Ophelia, Hamlet",
        "fee $1,200",
    )
    assert (item.state, item.of) == ("expected 3 Nov, not noted as paid", "fee")
    assert item.part(NOW) is Part.NOW
    for other in (
        replace(FEE, paid_on=TODAY),
        replace(FEE, due_on=TODAY),
        replace(FEE, due_on=None),
        replace(FEE, due_on=days_ago(200)),
        replace(FEE, kind=MoneyKind.EXPENSE),
    ):
        assert late(other) == []


def test_late_payment_without_an_audition_is_named_by_the_payer() -> None:
    [item] = late(replace(FEE, audition="", payer="Kestrel Films"))
    assert (item.title, item.audition) == ("Kestrel Films", None)
    [item] = late(replace(FEE, audition="gone", payer=""))
    assert (item.title, item.what) == ("fee $1,200", "payment")


def test_late_payment_is_in_the_pocket_without_names_under_nda() -> None:
    pocket = make_pocket([DONE], (), NOW, WINDOWS, [FEE])
    [entry] = pocket.entries
    assert (entry.kind, entry.summary) == ("payment", "Fee $1,200: Ophelia, Hamlet")
    assert "not noted as paid" in pocket.page
    hidden = make_pocket([replace(DONE, nda=True)], (), NOW, WINDOWS, [FEE])
    assert hidden.entries[0].summary == "Payment: Audition"
    assert "Hamlet" not in hidden.page
    assert "1,200" not in hidden.page


def test_quiet_auditions_are_one_item_after_urgent_ones() -> None:
    found = items(read_on(40, id="a"), read_on(41, id="b"), at(1), at(-1))
    assert [item.kind.value for item in found] == ["appointment", "sweep", "appointment"]
    assert found[1].title == "2 are quiet"


def test_closed_and_long_over_auditions_are_not_due() -> None:
    assert items(replace(at(1), disposition=Disposition.WITHDRAWN)) == []
    assert [item.kind for item in items(tape(-400))] == [AgendaKind.SWEEP]


def test_until_limits_the_days_ahead() -> None:
    found = items(at(0, 20), at(1), at(8))
    assert [len(until(found, NOW, days)) for days in (0, 1, 7, 8)] == [1, 2, 2, 3]


@given(st.lists(auditions, max_size=6, unique_by=lambda a: a.id))
def test_parts_are_in_order_for_any_auditions(all_: list[Audition]) -> None:
    order = list(Part)
    found = items(*all_)
    places = [order.index(item.part(NOW)) for item in found]
    assert places == sorted(places)
    assert all(item.audition or item.kind is AgendaKind.SWEEP for item in found)
