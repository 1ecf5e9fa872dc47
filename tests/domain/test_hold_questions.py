"""What is not known of a fresh hold is asked; a hold that was answered asks nothing."""

from msgspec.structs import replace

from callbacktui.domain.enums import HoldAnswer
from callbacktui.domain.hold_questions import fresh_hold, hold_questions, note_about_hold
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.stage import Stage
from tests.factories import NOW, TODAY, audition, days_ago, moment, span

BARE = Hold(id="h", word_used="pinned", told_on=TODAY)
KNOWN = replace(BARE, rank="first", dates=span("14-18 Dec"), answer_by=moment(2))


def test_hold_questions_leave_out_what_is_known() -> None:
    bare, known = [*hold_questions(BARE)], [*hold_questions(KNOWN)]
    assert bare[0] == known[0] == "Is this a booking?"
    assert (len(bare), len(known)) == (5, 2)
    vague = replace(KNOWN, dates=span("a week"))
    assert "Which dates do they hold?" in hold_questions(vague)


def test_note_quotes_their_word_and_the_days() -> None:
    note = note_about_hold(audition(holds=(KNOWN,)), KNOWN)
    assert "they said “pinned” for Ophelia, Hamlet, 14 to 18 Dec 2026. Before I answer:" in note
    assert "- Is this a booking?\n- Is it exclusive" in note


def test_fresh_hold_is_live_and_unanswered() -> None:
    held = audition(stage=Stage.HOLD, heard_on=TODAY, holds=(BARE,))
    assert fresh_hold(held, NOW) == BARE
    for answered in (replace(BARE, replied_on=TODAY), replace(BARE, answer=HoldAnswer.AVAILABLE)):
        assert fresh_hold(replace(held, holds=(answered,)), NOW) is None
    assert fresh_hold(replace(held, stage=Stage.OFFER), NOW) is None
    old = replace(BARE, told_on=days_ago(300))
    assert fresh_hold(replace(held, heard_on=None, holds=(old,)), NOW) is None
