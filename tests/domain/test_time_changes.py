"""A new time stands after the old one, with who said so; receipts say what is done."""

import datetime as dt
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.agenda import AgendaKind, items_of
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.door_card import make_card
from callbacktui.domain.enums import (
    ROUND_TIMES,
    Cleared,
    FollowUpKind,
    Format,
    HoldAnswer,
    ReceiptKind,
    RoundKind,
    TimeOf,
)
from callbacktui.domain.holds_and_bookings import Booking, Decision, FollowUp, Hold
from callbacktui.domain.mark_done import (
    answer_hold,
    convert_hold,
    end_hold,
    note_receipt,
    release_hold,
    send_tape,
    send_thanks,
    wrap_job,
)
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Receipt, When
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.stage_effects import with_hold, with_round
from callbacktui.domain.status import moved_words
from callbacktui.domain.time_changes import (
    keep_told_decisions,
    keep_told_times,
    with_new_decision,
    with_new_time,
    with_receipt,
)
from callbacktui.domain.transitions import IllegalMove
from tests.domain.strategies import moments
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

TAPE: Final = audition(
    stage=Stage.REQUESTED,
    rounds=(asked(format=Format.SELF_TAPE, due_at=moment(1, 12), confirm_by=moment(0, 20)),),
)


def test_new_deadline_keeps_the_old_one_and_its_source() -> None:
    [read] = TAPE.rounds
    later = with_new_time(
        read, TimeOf.DUE_AT, moment(3), told_by="Hollis", told_on=TODAY, said="Tue 2pm"
    )
    assert later.due_at == moment(3)
    source = present(later.source(TimeOf.DUE_AT))
    assert (source.told_by, source.told_on, source.said) == ("Hollis", TODAY, "Tue 2pm")
    assert later.earlier(TimeOf.DUE_AT) == (When(of=TimeOf.DUE_AT, at=moment(1, 12)),)
    assert later.earlier(TimeOf.CONFIRM_BY) == ()
    again = with_new_time(later, TimeOf.DUE_AT, moment(5, None), told_by="Kestrel")
    assert [when.at for when in again.earlier(TimeOf.DUE_AT)] == [moment(3), moment(1, 12)]
    assert again.earlier(TimeOf.DUE_AT)[0].told_by == "Hollis"


def test_source_of_a_time_can_be_noted_later() -> None:
    [read] = TAPE.rounds
    known = with_new_time(read, TimeOf.DUE_AT, moment(1, 12), told_by="Hollis")
    assert (known.due_at, known.earlier(TimeOf.DUE_AT)) == (read.due_at, ())
    assert present(known.source(TimeOf.DUE_AT)).told_by == "Hollis"


@given(st.lists(st.tuples(st.sampled_from(ROUND_TIMES), st.none() | moments), max_size=6))
def test_no_earlier_time_is_lost(edits: list[tuple[TimeOf, Moment | None]]) -> None:
    now_is, ever = TAPE, set[tuple[TimeOf, Moment]]()
    for of, at in edits:
        now_is = with_round(now_is, replace(now_is.rounds[0], **{of.value: at}))
        ever |= {(of, at)} if at else set()
    [read] = now_is.rounds
    known = {(when.of, when.at) for when in read.told_times}
    known |= {(of, at) for of in ROUND_TIMES if (at := getattr(read, of.value))}
    assert ever <= known


@given(st.lists(st.none() | st.dates(), max_size=6))
def test_no_earlier_decision_date_is_lost(edits: list[dt.date | None]) -> None:
    now_is = TAPE
    for on in edits:
        now_is = keep_told_decisions(now_is, replace(now_is, decision_by=on))
    known = {one.on for one in now_is.told_decisions} | {now_is.decision_by}
    assert {on for on in edits if on} <= known


def test_new_decision_date_keeps_the_old_one_and_its_source() -> None:
    first = replace(TAPE, decision_by=TODAY)
    told = Decision(on=days_ago(-3), said="by Friday", told_by="Hollis", told_on=TODAY)
    moved = with_new_decision(first, told)
    assert (moved.decision_by, moved.decision) == (days_ago(-3), told)
    assert moved.earlier_decisions == (Decision(on=TODAY),)
    again = with_new_decision(moved, Decision(on=days_ago(-5)))
    assert [one.on for one in again.earlier_decisions] == [days_ago(-3), TODAY]
    assert again.earlier_decisions[0] == told


def test_other_changes_leave_the_told_times() -> None:
    [read] = TAPE.rounds
    assert keep_told_times(read, replace(read, wore="grey")) == replace(read, wore="grey")


def test_sent_tape_has_a_receipt_and_is_no_longer_due() -> None:
    sent = send_tape(TAPE, NOW, via="Eco Cast")
    [read] = sent.rounds
    assert sent.stage is Stage.AUDITIONED
    assert read.done_at == Moment.of(NOW)
    assert read.receipt(ReceiptKind.SENT) == Receipt(
        what=ReceiptKind.SENT, via="Eco Cast", on=TODAY
    )
    early = send_tape(TAPE, NOW, at=moment(-2, None))
    assert present(early.last_done).done_at == moment(-2, None)
    assert present(early.rounds[0].receipt(ReceiptKind.SENT)).on == days_ago(2)


def test_receipt_follows_the_day_of_the_tape() -> None:
    sent = send_tape(TAPE, NOW)
    [read] = sent.rounds
    opened = with_receipt(read, Receipt(what=ReceiptKind.OPENED, via="Hollis", on=TODAY))
    earlier = with_round(sent, replace(opened, done_at=moment(-1)))
    assert present(earlier.rounds[0].receipt(ReceiptKind.SENT)).on == days_ago(1)
    undone = with_round(sent, replace(opened, done_at=None))
    assert [kept.what for kept in undone.rounds[0].receipts] == [ReceiptKind.OPENED]


def test_receipt_replaces_one_of_its_kind() -> None:
    once = note_receipt(TAPE, "r1", ReceiptKind.CONFIRMED, NOW)
    twice = note_receipt(once, "r1", ReceiptKind.CONFIRMED, NOW, via="Hollis")
    [receipt] = twice.rounds[0].receipts
    assert (receipt.via, receipt.on) == ("Hollis", TODAY)
    assert note_receipt(TAPE, "gone", ReceiptKind.CONFIRMED, NOW) == TAPE


def test_only_the_given_hold_is_answered() -> None:
    held = audition(stage=Stage.HOLD, holds=(Hold(id="h1"), Hold(id="h2")))
    first, second = answer_hold(held, "h2", HoldAnswer.CONDITIONS, NOW).holds
    assert (first, second.answer, second.replied_on) == (held.holds[0], "with_conditions", TODAY)


@given(st.lists(st.none() | moments, max_size=6))
def test_no_earlier_answer_by_time_is_lost(edits: list[Moment | None]) -> None:
    now_is, ever = audition(stage=Stage.HOLD, holds=(Hold(id="h1"),)), set[Moment]()
    for at in edits:
        now_is = with_hold(now_is, replace(now_is.holds[0], answer_by=at))
        ever |= {at} if at else set()
    [hold] = now_is.holds
    known = {when.at for when in hold.told_times} | {hold.answer_by}
    assert ever <= known
    assert {when.at for when in hold.earlier()} == ever - {hold.answer_by}


def test_new_answer_by_time_keeps_its_source() -> None:
    hold = Hold(id="h1", answer_by=moment(1, 17))
    later = with_new_time(hold, TimeOf.ANSWER_BY, moment(3), told_by="Hollis", told_on=TODAY)
    assert (later.answer_by, present(later.source()).told_by) == (moment(3), "Hollis")
    assert [when.at for when in later.earlier()] == [moment(1, 17)]


HELD: Final = audition(
    stage=Stage.HOLD,
    heard_on=days_ago(9),
    holds=(Hold(id="h0", cleared=Cleared.CONVERTED), Hold(id="h1", word_used="pinned")),
)


def test_ended_hold_keeps_its_day_and_history() -> None:
    freed = end_hold(HELD, "h1", Cleared.RELEASED, days_ago(2), NOW)
    assert (freed.holds[1].cleared, freed.holds[1].cleared_on) == ("released", days_ago(2))
    assert (freed.holds[0], freed.is_open, freed.heard_on) == (HELD.holds[0], True, days_ago(2))
    assert [(e.what, e.before, e.after) for e in freed.events] == [("hold", "pinned", "released")]
    lapsed = end_hold(HELD, "h1", Cleared.LAPSED, days_ago(2), NOW)
    assert lapsed.heard_on == HELD.heard_on
    assert end_hold(HELD, "h0", Cleared.LAPSED, TODAY, NOW) == HELD
    again = with_hold(freed, replace(freed.holds[1], cleared=None))
    assert (again.live_hold and again.live_hold.cleared_on) is None


def test_release_closes_the_audition_and_an_offer_does_not() -> None:
    over = release_hold(HELD, "h1", days_ago(2), NOW)
    assert (over.disposition, over.closed_on) == (Disposition.RELEASED, days_ago(2))
    assert (over.heard_on, over.holds[1].cleared_on) == (days_ago(2), days_ago(2))
    offered = convert_hold(HELD, "h1", Stage.OFFER, days_ago(1), NOW)
    assert (offered.stage, offered.heard_on) == (Stage.OFFER, days_ago(1))
    assert (offered.holds[1].cleared, offered.holds[1].cleared_on) == ("converted", days_ago(1))
    with pytest.raises(IllegalMove, match="can't go"):
        convert_hold(read_on(1), "h1", Stage.WRAPPED, TODAY, NOW)


def test_sending_thanks_completes_or_adds_a_follow_up() -> None:
    wanted = FollowUp(kind=FollowUpKind.THANK_YOU, via="card", due=TODAY)
    asks = FollowUp(kind=FollowUpKind.UPDATE)
    sent = send_thanks(read_on(1, follow_ups=(asks, wanted)), NOW)
    assert sent.follow_ups == (asks, replace(wanted, sent_on=TODAY))
    [new] = send_thanks(read_on(1), NOW, via="email").follow_ups
    assert (new.kind, new.via, new.sent_on) == (FollowUpKind.THANK_YOU, "email", TODAY)


def test_only_a_booked_job_can_wrap_on_its_last_day() -> None:
    booked = audition(stage=Stage.BOOKED, booking=Booking(work_dates=span("2-4 Nov")))
    wrapped = wrap_job(booked, dt.date(2026, 11, 4), NOW)
    assert present(wrapped.booking).wrapped_on == dt.date(2026, 11, 4)
    assert (wrapped.stage, wrapped.disposition) == (Stage.WRAPPED, Disposition.COMPLETED)
    with pytest.raises(IllegalMove, match="can't go"):
        wrap_job(read_on(1), TODAY, NOW)


def test_moved_time_is_mentioned_in_today_and_on_the_card() -> None:
    call = asked(id="r2", kind=RoundKind.CALLBACK, at=moment(2, 16))
    here = read_on(3, stage=Stage.CALLBACK, rounds=(done(3), call))
    moved = with_round(here, replace(call, at=moment(3, 15)))
    assert moved_words(here, moved, NOW) == "callback now Tue 15:00, was Mon 16:00"
    [item] = [one for one in items_of(moved, NOW) if one.kind is AgendaKind.APPOINTMENT]
    assert item.was == moment(2, 16)
    card = present(make_card(context_of(moved, History((moved,)), NOW, Windows()), History(())))
    [was] = [fact for part in card.parts for fact in part.noted if fact.label == "It was"]
    assert was.words == "Mon 16:00"  # how far off that is would be untrue
