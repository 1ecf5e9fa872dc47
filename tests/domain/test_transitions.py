import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.enums import Cleared, RoundKind, Source
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.mark_done import convert_hold, end_hold
from callbacktui.domain.stage import MOVES, Certainty, Disposition, Move, Reason, Stage
from callbacktui.domain.stage_effects import add_round
from callbacktui.domain.transitions import IllegalMove
from tests.domain.strategies import Career, auditions, careers
from tests.factories import (
    NOW,
    TODAY,
    asked,
    audition,
    days_ago,
    done,
    held,
    later,
    moment,
    present,
    read_on,
    reflection,
    span,
)

EVERY_MOVE = (*Stage, *Disposition)


@given(careers())
def test_stage_never_goes_back(life: Career) -> None:
    # A job that did not wrap after all is booked again.
    ranks = [min(version.stage.rank, Stage.BOOKED.rank) for version, _ in life]
    assert ranks == sorted(ranks)


@given(careers())
def test_the_history_only_grows(life: Career) -> None:
    for (before, _), (after, _) in pairwise(life):
        assert after.events[: len(before.events)] == before.events
        assert {r.id for r in before.rounds} <= {r.id for r in after.rounds}


@given(careers())
def test_ids_are_unique_and_closing_sets_its_day(life: Career) -> None:
    for version, _ in life:
        assert len({r.id for r in version.rounds}) == len(version.rounds)
        assert len({h.id for h in version.holds}) == len(version.holds)
        assert sum(h.is_live for h in version.holds) <= version.is_open
        assert version.is_open == (version.closed_on is None)


@given(careers())
def test_every_open_audition_has_legal_moves(life: Career) -> None:
    reached, now = life[-1]
    ways = moves.legal(reached, now)
    assert ways
    for to in ways:
        if reached.is_open:
            after = moves.move(reached, to, now)
        else:
            assert isinstance(to, Stage)
            after = moves.reopen(reached, now, to)
        assert len(after.events) > len(reached.events)
        assert to in {after.stage, after.disposition} or (
            isinstance(to, Stage) and reached.stage.rank > to.rank
        )


@given(auditions, st.sampled_from(EVERY_MOVE))
def test_illegal_move_lists_the_legal_ones(reached: Audition, to: Move) -> None:
    ways = moves.legal(reached, NOW) if reached.is_open else ()
    if to in ways:
        return
    before = msgspec.json.encode(reached)
    with pytest.raises(IllegalMove) as refused:
        moves.move(reached, to, NOW)
    assert refused.value.allowed == ways
    assert all(way.value.replace("_", " ") in str(refused.value) for way in ways)
    assert msgspec.json.encode(reached) == before


def test_legal_moves_match_the_table() -> None:
    for stage in (Stage.AUDITIONED, Stage.CALLBACK, Stage.TEST):
        waiting = audition(stage=stage, rounds=(done(3), asked(id="r2", due_at=moment(-1))))
        assert moves.legal(waiting, NOW) == MOVES[stage]
    assert moves.legal(read_on(3, stage=Stage.OFFER), NOW) == MOVES[Stage.OFFER]


def test_callback_needs_an_audition_or_the_direct_flag() -> None:
    unread = audition(stage=Stage.SUBMITTED)
    assert Stage.CALLBACK not in moves.legal(unread, NOW)
    assert Stage.CALLBACK in moves.legal(replace(unread, straight_to_callback=True), NOW)
    assert Stage.CALLBACK in moves.legal(read_on(1), NOW)
    assert Stage.CALLBACK not in moves.legal(read_on(1, rounds=()), NOW)


def test_direct_callback_adds_no_audition_round() -> None:
    first = asked(place="Studio 3")
    invited = audition(stage=Stage.REQUESTED, rounds=(first,), straight_to_callback=True)
    after = moves.advance(invited, Stage.CALLBACK, NOW)
    assert after.rounds == (replace(first, kind=RoundKind.CALLBACK),)
    assert after.last_done is None


@pytest.mark.parametrize("days", [-2, 2])
def test_timed_first_round_stays_beside_the_callback(days: int) -> None:
    first = asked(at=moment(days), place="Studio 3")
    invited = audition(stage=Stage.REQUESTED, rounds=(first,), straight_to_callback=True)
    after = moves.advance(invited, Stage.CALLBACK, NOW)
    assert after.rounds[0] == first
    assert [one.kind for one in after.rounds[1:]] == [RoundKind.CALLBACK]


@pytest.mark.parametrize(("minutes", "missed"), [(-1, True), (0, False), (1, False)])
def test_deadline_is_missed_only_after_it_has_passed(minutes: int, missed: bool) -> None:
    due = moment(0).of(NOW.add(minutes=minutes))
    taped = audition(stage=Stage.REQUESTED, rounds=(asked(due_at=due),))
    assert (Disposition.DEADLINE_MISSED in moves.legal(taped, NOW)) is missed


def test_deadline_is_judged_in_its_own_zone() -> None:
    due = moment(0, 12, "America/Los_Angeles")
    taped = audition(stage=Stage.REQUESTED, rounds=(asked(due_at=due),))
    assert Disposition.DEADLINE_MISSED not in moves.legal(taped, NOW)
    assert Disposition.DEADLINE_MISSED in moves.legal(taped, NOW.add(hours=1, minutes=1))


def test_deadline_without_an_hour_lasts_all_day() -> None:
    taped = audition(stage=Stage.REQUESTED, rounds=(asked(due_at=moment(0, None)),))
    assert Disposition.DEADLINE_MISSED not in moves.legal(taped, NOW.add(hours=9))
    assert Disposition.DEADLINE_MISSED in moves.legal(taped, NOW.add(hours=10))


def test_request_adds_a_round_and_doing_it_is_the_audition() -> None:
    called = moves.advance(audition(stage=Stage.SUBMITTED), Stage.REQUESTED, NOW)
    assert called.pending
    assert called.pending.kind is RoundKind.AUDITION
    assert called.heard_on == TODAY
    read = moves.give(called, later(3))
    assert read.stage is Stage.AUDITIONED
    assert present(read.last_done).done_at == moment(3)
    assert read.heard_on == TODAY
    with pytest.raises(IllegalMove):
        moves.give(read, later(3))


def test_done_time_is_in_the_actors_zone() -> None:
    midnight = moment(-1, 22, "America/Los_Angeles")
    called = audition(stage=Stage.REQUESTED, rounds=(asked(at=midnight),))
    given_at = present(moves.give(called, NOW).last_done).done_at
    assert given_at == moment(0, 1)
    assert given_at.instant == midnight.instant


def test_request_after_an_audition_is_a_retape() -> None:
    again = moves.advance(read_on(2, rounds=(done(2, wore="blue"),)), Stage.REQUESTED, NOW)
    assert again.stage is Stage.AUDITIONED
    assert present(again.pending).kind is RoundKind.RETAPE
    assert present(again.pending).wore == "blue"


def test_callback_copies_what_was_worn() -> None:
    first = done(5, wore="blue shirt", people=("Ana Ruiz",), choices="played it cold")
    back = present(moves.advance(read_on(rounds=(first,)), Stage.CALLBACK, NOW).pending)
    assert (back.wore, back.people, back.choices) == ("blue shirt", ("Ana Ruiz",), "")


@pytest.mark.parametrize("to", [Stage.CALLBACK, Stage.HOLD, Stage.OFFER, Stage.BOOKED])
def test_advancing_marks_past_rounds_as_done(to: Stage) -> None:
    yesterday, ahead = asked(id="r2", at=moment(-1)), asked(id="r3", at=moment(4))
    waiting = read_on(9, stage=Stage.CALLBACK, rounds=(done(9), yesterday, ahead))
    by_id = {r.id: r for r in moves.advance(waiting, to, NOW).rounds}
    assert by_id["r2"].done_at == moment(-1)
    assert by_id["r3"].done_at is None


def test_canceled_round_is_not_marked_as_done_later() -> None:
    called = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(-5)),))
    cancelled = moves.close(called, Disposition.CANCELLED, NOW)
    assert moves.reopen(cancelled, NOW, Stage.HOLD).last_done is None


def test_soonest_round_is_pending_first() -> None:
    rounds = (asked(id="undated"), asked(id="later", at=moment(9)), asked(id="soon", at=moment(2)))
    assert present(audition(rounds=rounds).pending).id == "soon"


def test_reflections_lock_when_a_result_comes() -> None:
    looked_back = read_on(2, rounds=(done(2, reflection=reflection()),))
    retaped = moves.advance(looked_back, Stage.REQUESTED, NOW)
    assert not present(retaped.rounds[0].reflection).is_locked
    for to in (Stage.CALLBACK, Stage.HOLD, Stage.BOOKED, Disposition.PASSED_TOLD):
        assert present(moves.move(looked_back, to, NOW).rounds[0].reflection).is_locked
    too_late = reflection(locked_before_result=False)
    after = moves.close(
        read_on(2, rounds=(done(2, reflection=too_late),)), Disposition.RELEASED, NOW
    )
    assert present(after.rounds[0].reflection).locked_before_result is False


@pytest.mark.parametrize(
    ("to", "how"),
    [
        (Stage.HOLD, Cleared.CONVERTED),
        (Stage.BOOKED, Cleared.CONVERTED),
        (Disposition.RELEASED, Cleared.RELEASED),
        (Disposition.PRESUMED_PASSED, Cleared.SILENT),
        (Disposition.PROJECT_SHELVED, Cleared.LAPSED),
    ],
)
def test_hold_ending_matches_the_move(to: Move, how: Cleared) -> None:
    assert moves.move(held(3), to, NOW).holds[0].cleared is how


def test_callback_during_a_hold_keeps_the_hold() -> None:
    after = moves.advance(held(3), Stage.CALLBACK, NOW)
    assert after.stage is Stage.HOLD
    assert after.live_hold
    assert after.pending


def test_only_their_news_changes_heard_on() -> None:
    read = read_on(5, heard_on=dt.date(2026, 11, 1))
    heard = {end: moves.move(read, end, NOW).heard_on for end in MOVES[Stage.AUDITIONED][6:14]}
    assert heard.pop(Disposition.PRESUMED_PASSED) == dt.date(2026, 11, 1)
    assert heard.pop(Disposition.WITHDRAWN) == dt.date(2026, 11, 1)
    assert set(heard.values()) == {TODAY}


def test_closing_keeps_the_reason_and_certainty() -> None:
    passed = moves.close(
        read_on(3), Disposition.PASSED_TOLD, NOW, reason=Reason.AGE_READ, certainty=Certainty.TOLD
    )
    assert (passed.reason, passed.certainty) == (Reason.AGE_READ, Certainty.TOLD)
    assert passed.closed_on == TODAY
    cut = moves.close(read_on(3), Disposition.ROLE_CUT, NOW)
    assert (cut.reason, cut.certainty) == (Reason.ROLE_CUT, Certainty.TOLD)
    assert moves.close(read_on(3), Disposition.RELEASED, NOW).certainty is Certainty.UNKNOWN


def test_closed_audition_reopens_at_its_stage_or_later() -> None:
    gone = moves.close(read_on(20), Disposition.PRESUMED_PASSED, NOW)
    assert moves.reopen(gone, later(2)).stage is Stage.AUDITIONED
    late = moves.reopen(gone, later(2), Stage.CALLBACK)
    assert late.is_open
    assert (late.stage, late.closed_on, late.reason) == (Stage.CALLBACK, None, None)
    assert present(late.pending).kind is RoundKind.CALLBACK
    for behind in (Stage.SUBMITTED, Stage.REQUESTED):
        with pytest.raises(IllegalMove):
            moves.reopen(gone, NOW, behind)
    with pytest.raises(IllegalMove):
        moves.reopen(late, NOW)


@given(auditions)
def test_closed_audition_can_always_be_reopened_at_its_stage(reached: Audition) -> None:
    if reached.is_open:
        return
    assert reached.stage in moves.legal(reached, NOW)
    assert moves.reopen(reached, NOW, reached.stage).is_open
    assert moves.reopen(reached, NOW).is_open


def edit_end(
    audition: Audition, hold_id: str, how: Cleared, on: dt.date, now: DateTime
) -> Audition:
    """End a hold in its form, which is no entry of the stage history."""
    ended = {"cleared": how, "cleared_on": on}
    holds = [replace(h, **ended) if h.id == hold_id else h for h in audition.holds]
    return replace(audition, holds=tuple(holds))


PINNED = held(
    2, holds=(Hold(id="h", word_used="pin", dates=span("14-18 Dec"), told_on=days_ago(2)),)
)


@pytest.mark.parametrize(
    "how",
    [to for to in moves.legal(PINNED, NOW) if isinstance(to, Disposition)],
)
def test_reopening_restores_the_hold(how: Disposition) -> None:
    closed = moves.close(PINNED, how, NOW)
    assert closed.live_hold is None
    again = moves.reopen(closed, later(3))
    assert again.holds == PINNED.holds
    assert again.day_claims == PINNED.day_claims


def test_reopening_a_long_over_audition_restores_its_hold() -> None:
    old = held(300)
    assert moves.reopen(let_rest(old, NOW), later(1)).holds == old.holds


def test_reopening_does_not_restore_an_earlier_ended_hold() -> None:
    for how in (Cleared.LAPSED, Cleared.RELEASED):
        over = end_hold(PINNED, "h", how, TODAY, NOW)
        for to in (Disposition.WITHDRAWN, Disposition.RELEASED):
            assert moves.reopen(moves.close(over, to, NOW), NOW).holds == over.holds
    further = moves.reopen(moves.close(PINNED, Disposition.WITHDRAWN, NOW), NOW, Stage.OFFER)
    wrapped = moves.advance(moves.advance(further, Stage.BOOKED, NOW), Stage.WRAPPED, NOW)
    assert moves.reopen(wrapped, NOW, Stage.WRAPPED).holds == wrapped.holds


@pytest.mark.parametrize("over", ["h1", "h2"])
@pytest.mark.parametrize("is_old", [False, True])
@pytest.mark.parametrize("end", [end_hold, edit_end])
def test_reopening_restores_only_the_hold_that_was_live(
    over: str, end: Callable[..., Audition], *, is_old: bool
) -> None:
    holds = tuple(Hold(id=id_, word_used="pin", told_on=days_ago(2)) for id_ in ("h1", "h2"))
    one_over = end(held(2, holds=holds), over, Cleared.RELEASED, TODAY, NOW)
    closed = moves.close(one_over, Disposition.RELEASED, NOW)
    if is_old:
        *others, last = closed.events
        closed = replace(closed, events=(*others, replace(last, ended_holds=None)))
        if over == "h2" or end is edit_end:
            return  # nothing tells which of them it was
    again = moves.reopen(closed, later(1))
    assert [hold.is_live for hold in again.holds] == [over == "h2", over == "h1"]
    assert again.holds == one_over.holds


def test_reopened_wrapped_job_is_booked_again() -> None:
    wrapped = moves.advance(read_on(60, stage=Stage.BOOKED), Stage.WRAPPED, NOW)
    again = moves.reopen(wrapped, NOW)
    assert (again.stage, again.is_open) == (Stage.BOOKED, True)
    assert present(again.booking).wrapped_on is None


def test_wrapping_completes_a_booking() -> None:
    wrapped = moves.advance(read_on(60, stage=Stage.BOOKED), Stage.WRAPPED, NOW)
    assert wrapped.disposition is Disposition.COMPLETED
    assert present(wrapped.booking).wrapped_on == wrapped.closed_on == TODAY


def test_booking_takes_the_days_of_its_hold() -> None:
    dates = span("16, 18 Dec, tentative")
    hold = present(held(3).live_hold)
    pinned = held(3, holds=(replace(hold, dates=dates),))
    offered = convert_hold(pinned, "h1", Stage.OFFER, TODAY, NOW)
    for booked in (
        moves.advance(pinned, Stage.BOOKED, NOW),
        convert_hold(pinned, "h1", Stage.BOOKED, TODAY, NOW),
        moves.advance(offered, Stage.BOOKED, NOW),
    ):
        assert booked.booking == Booking(work_dates=dates)
    pencilled = replace(hold, dates=span("before Christmas"))
    words_only = moves.advance(held(3, holds=(pencilled,)), Stage.BOOKED, NOW)
    assert present(words_only.booking).work_dates == Span(said="before Christmas")


def test_booking_keeps_its_own_days() -> None:
    hold = replace(present(held(3).live_hold), dates=span("16, 18 Dec"))
    for job in (Booking(work_dates=span("2 Dec")), Booking(more_dates=(span("20 Jan"),))):
        kept = moves.advance(held(3, holds=(hold,), booking=job), Stage.BOOKED, NOW)
        assert kept.booking == job
    for how in (Cleared.RELEASED, Cleared.LAPSED):
        over = end_hold(held(3, holds=(hold,)), "h1", how, TODAY, NOW)
        assert moves.advance(over, Stage.BOOKED, NOW).booking == Booking()
    later_hold = Hold(id="h2", told_on=TODAY)
    became = replace(hold, cleared=Cleared.CONVERTED)
    unsaid = moves.advance(held(3, holds=(became, later_hold)), Stage.BOOKED, NOW)
    assert unsaid.booking == moves.advance(read_on(3), Stage.BOOKED, NOW).booking == Booking()


def test_next_call_in_is_a_new_audition_with_a_round() -> None:
    gone = moves.close(read_on(20), Disposition.PASSED_TOLD, NOW)
    again = moves.next_call_in(gone, "a2", NOW)
    assert (again.came_from, again.office) == ("a1", "Telsey Office")
    assert again.source is Source.REPEAT_CALL_IN
    assert again.pending
    assert again.project == again.role == ""


def test_two_rounds_requested_at_once_are_separate() -> None:
    once = add_round(read_on(3), RoundKind.CHEMISTRY_READ, NOW)
    twice = add_round(once, RoundKind.SCREEN_TEST, NOW)
    assert len({r.id for r in twice.rounds}) == 3


def test_moving_a_closed_audition_says_to_reopen_it() -> None:
    closed = moves.close(read_on(3), Disposition.PASSED_TOLD, NOW)
    for again in (Disposition.PASSED_TOLD, Disposition.RELEASED):
        with pytest.raises(IllegalMove, match=r"is closed: they went another way.*Reopen it first"):
            moves.close(closed, again, NOW)


def test_reopening_an_open_audition_is_refused() -> None:
    with pytest.raises(
        IllegalMove, match=r"is there already \(auditioned\)\. From here it can move to callback"
    ):
        moves.reopen(read_on(3), NOW)


@pytest.mark.parametrize("stage", [Stage.CONSIDERING, Stage.SUBMITTED, Stage.REQUESTED])
def test_open_call_can_end_typed_out_or_not_seen(stage: Stage) -> None:
    waiting = audition(stage=stage, rounds=(asked(kind=RoundKind.EPA),))
    typed = moves.close(waiting, Disposition.TYPED_OUT, NOW)
    assert (typed.reason, typed.certainty) == (Reason.LOOK_OR_PAIRING, Certainty.TOLD)
    unseen = moves.close(waiting, Disposition.NOT_SEEN, NOW)
    assert (unseen.reason, unseen.stage, unseen.last_done) == (None, stage, None)
    given = moves.legal(read_on(1), NOW)
    assert Disposition.TYPED_OUT in given
    assert Disposition.NOT_SEEN not in given


@pytest.mark.parametrize(
    ("stage", "end", "reason"),
    [
        (Stage.BOOKED, Disposition.ROLE_CUT, Reason.ROLE_CUT),
        (Stage.BOOKED, Disposition.WITHDRAWN, None),
        (Stage.HOLD, Disposition.ROLE_CUT, Reason.ROLE_CUT),
    ],
)
def test_role_can_be_cut_or_left_at_any_stage(
    stage: Stage, end: Disposition, reason: Reason | None
) -> None:
    closed = moves.close(read_on(9, stage=stage), end, NOW)
    assert (closed.stage, closed.disposition, closed.reason) == (stage, end, reason)
    assert moves.reopen(closed, NOW).stage is stage
