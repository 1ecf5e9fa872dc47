"""The rows of an invitation and what the actor says to them, without a screen."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import RoundKind, Size
from callbacktui.domain.moment import Moment
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.exchange.invitation.reading_result import FIELDS, Kind
from callbacktui.tui.invitation.review_state import KIND, NDA, NEW, TARGET, Review, ReviewRow, State
from tests.factories import NOW, ZONE, asked, audition, done, moment, present, read_on

MAIL = """Subject: Audition: HAMLET (Ophelia)

We would like to see you for the role of OPHELIA in HAMLET.

Casting: Telsey Office
When: Tuesday December 1, 2026, 3:15pm ET
Where: 44 Commerce Row, Suite 3, New York
"""
LOS_ANGELES = "America/Los_Angeles"


def review(mail: str = MAIL, *here: Audition) -> Review:
    return Review(read_invitation(mail.encode(), NOW), here, NOW)


def row(of: Review, field: str) -> ReviewRow:
    return next(one for one in (*of.rows, *of.gaps) if one.field == field)


def test_said_and_unsaid_fields_are_rows() -> None:
    seen = review()
    assert row(seen, "role").value == "OPHELIA"
    assert row(seen, "at").value == "Tue 1 Dec 15:15 EST"
    gaps = {"sides", "shoot_from", "wore", "confirm_by", KIND, NDA}
    assert {one.field for one in seen.gaps} == gaps
    assert seen.open_rows == ()
    after = present(seen.proposal("new").after)
    assert (after.role, after.project, after.stage) == ("OPHELIA", "HAMLET", Stage.REQUESTED)


def test_hour_without_a_zone_is_marked_as_a_guess() -> None:
    seen = review(MAIL.replace(" ET", "").replace(", New York", ""))
    assert row(seen, "at").state is State.GUESSED
    assert seen.choices("at") == ()
    seen.confirm("at")
    assert seen.open_rows == ()


@pytest.mark.parametrize("word", ["get there early", "Marchetti et al", "part in it"])
def test_word_ending_like_a_zone_is_not_one(word: str) -> None:
    mail = MAIL.replace(" ET", "").replace(", New York", "") + word
    assert row(review(mail), "at").state is State.GUESSED


def test_usual_zone_of_the_office_is_proposed() -> None:
    before = audition(rounds=(asked(at=moment(-30, 15, LOS_ANGELES)),), role="Gertrude")
    seen = review(MAIL.replace(" ET", "").replace(", New York", ""), before)
    there, here = seen.choices("at")
    assert isinstance(there, Moment)
    assert isinstance(here, Moment)
    assert (there.zone, here.zone) == (LOS_ANGELES, ZONE)
    assert (there.day, there.time) == (here.day, here.time)


def test_contradicting_weekday_is_a_question() -> None:
    seen = review(MAIL.replace("Tuesday", "Wednesday"))
    assert row(seen, "at").state is State.ASKED
    assert "Tue 1 Dec" in row(seen, "at").value
    assert "Wed 2 Dec" in row(seen, "at").value
    seen.answer("at", seen.choices("at")[0])
    assert row(seen, "at").state is State.CONFIRMED
    assert present(present(seen.proposal("new").after).pending).at == seen.choices("at")[0]


def test_matched_audition_is_changed_with_the_source() -> None:
    here = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(5, 11)),))
    seen = review(MAIL, here)
    assert seen.before == here
    assert row(seen, TARGET).value.startswith("changes Ophelia, Hamlet")
    assert row(seen, "at").was == "Thu 26 Nov 11:00 EST"
    assert row(seen, "project").was == ""
    assert seen.said_by == "Telsey Office"
    assert present(seen.proposal("new").after).id == here.id
    seen.aim(NEW)
    assert present(seen.proposal("new").after).id == "new"


def test_two_matches_are_a_question() -> None:
    two = audition(stage=Stage.REQUESTED), audition(id="a2", stage=Stage.REQUESTED)
    seen = review(MAIL, *two)
    assert (seen.target, row(seen, TARGET).state) == (None, State.ASKED)
    assert seen.targets == two


def test_ending_never_creates_an_audition() -> None:
    mail = "Subject: HAMLET\n\nYou are released from your hold on HAMLET. Thank you. Telsey Office"
    here = read_on(3, stage=Stage.HOLD)
    seen = review(mail, here, read_on(3, id="a2", role="Gertrude", stage=Stage.HOLD))
    assert (seen.can_be_new, seen.target) == (False, None)
    assert seen.proposal("new").after is None
    seen.aim(here.id)
    assert present(seen.proposal("new").after).disposition is Disposition.RELEASED


def test_emptied_field_is_not_saved_and_can_be_restored() -> None:
    seen = review()
    seen.empty("place")
    assert row(seen, "place").state is State.EMPTY
    assert present(present(seen.proposal("new").after).pending).place == ""
    seen.empty("place")
    assert row(seen, "place").state is State.SAID


def test_filled_in_field_is_saved() -> None:
    seen = review()
    seen.answer("wore", "the yellow knit")
    seen.answer("size", Size.LEAD.value)
    after = present(seen.proposal("new").after)
    assert (present(after.pending).wore, after.size) == ("the yellow knit", Size.LEAD)


def test_mail_mentioning_an_nda_is_under_nda_by_default() -> None:
    seen = review(f"{MAIL}\nThe script is under NDA.")
    row = seen.gaps[-1]
    assert (seen.is_nda, row.words) == (True, "The script is under NDA")
    assert not seen.is_changed
    seen.is_nda = False
    after = present(seen.proposal("new").after)
    assert (after.nda, "under NDA" in after.notes) == (False, True)


def test_mail_text_is_kept_unless_under_nda() -> None:
    seen = review()
    assert "44 Commerce Row" in present(seen.proposal("new").after).notes
    seen.is_nda = True
    after = present(seen.proposal("new").after)
    assert (after.nda, after.notes) == (True, "")
    here = audition(stage=Stage.REQUESTED, notes="mine")
    changed = review(MAIL, here)
    changed.is_nda = True
    assert (changed.change(here).notes, changed.change(here).nda) == ("mine", True)


def test_draft_restores_every_answer() -> None:
    seen = review(MAIL, audition(id="other", role="Gertrude"))
    seen.answer("at", moment(9, 10, LOS_ANGELES))
    seen.answer("shoot_from", dt.date(2027, 1, 4))
    seen.answer("wore", "blue")
    seen.empty("place")
    seen.is_nda = True
    seen.aim("other")
    again = review(MAIL, audition(id="other", role="Gertrude"))
    again.restore(seen.to_text())
    assert again.reading == seen.reading
    assert (again.target, again.is_nda) == ("other", True)


@given(
    st.text()
    | st.sampled_from(['{"answers": {"at": "x"}}', '{"answers": 3}', '{"target": "gone"}'])
)
def test_damaged_draft_is_ignored(text: str) -> None:
    seen = review()
    before = seen.reading
    seen.restore(text)
    assert (seen.reading, seen.target) == (before, NEW)


def test_same_day_auditions_and_office_history_are_shown() -> None:
    other = audition(
        id="b", role="Nina", project="The Seagull", stage=Stage.REQUESTED, office="Harbor",
        rounds=(asked(at=moment(10, 11)),),
    )  # fmt: skip
    seen = review(MAIL, read_on(90, id="c", role="Gertrude"), other)
    assert seen.office_words == "Telsey Office: 2nd time · 0 of 1 called back, 1 still open"
    assert seen.same_day == ("1 Dec 11:00 Nina, The Seagull",)
    sung = read_on(90, id="c", role="Gertrude", rounds=(done(90, pieces=("Memory",)),))
    assert review(MAIL, sung).office_words.endswith(" · they saw Memory (23 Aug)")


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_can_be_emptied_and_filled(field: str) -> None:
    seen = review()
    seen.empty(field)
    assert seen.reading[field] is None
    assert row(seen, field).state is State.EMPTY


def test_open_audition_is_matched_before_a_closed_one() -> None:
    closed = audition(id="c", role="Ophelia", project="Hamlet", disposition=Disposition.RELEASED)
    still_open = audition(id="o", role="Ophelia", project="Hamlet")
    seen = review(MAIL, closed, still_open)
    assert seen.target == "o"
    assert row(seen, TARGET).value.endswith("the same office and role; the other one is closed")
    assert [one.id for one in seen.targets] == ["o", "c"]
    seen.aim("c")
    assert present(seen.before).id == "c"


def test_ambiguous_match_is_a_question() -> None:
    first = audition(id="a", role="Ophelia", project="Hamlet")
    assert review(MAIL, first, replace(first, id="b")).target is None
    late = replace(first, added_at=moment(0))
    closed = replace(first, id="c", disposition=Disposition.RELEASED)
    old = f"Date: Mon, Nov 2, 2026 9:14 PM\nFrom: Telsey <t@x.example>\n{MAIL}"
    assert review(old, closed, late).target is None
    assert review(MAIL, closed, late).target == first.id


def test_name_is_either_role_or_project() -> None:
    seen = review("Hi,\n\nCould you come read for Nora on Saturday at 2pm ET?\n\nDana")
    assert {row(seen, field).state for field in ("role", "project")} == {State.ASKED}
    seen.answer("role", "Nora")
    assert [one.field for one in seen.open_rows] == []
    assert seen.choices("project") == ()
    seen.empty("role")
    assert row(seen, "project").state is State.ASKED


def test_ambiguous_round_of_a_change_is_a_question() -> None:
    first = asked(id="first", at=moment(2, 10))
    back = asked(id="back", kind=RoundKind.CALLBACK, at=moment(6, 14))
    here = audition(
        stage=Stage.CALLBACK,
        role="Ophelia",
        project="Hamlet",
        office="Telsey Office",
        rounds=(first, back),
    )
    head = "Project: Hamlet\nRole: Ophelia\nCasting: Telsey Office"
    mail = f"{head}\n\nThe time has moved to Dec 4, 3pm."
    seen = review(mail, here)
    proposal = seen.proposal("new")
    assert (proposal.before, proposal.after) == (here, None)
    assert proposal.refusal.startswith("It may be about the audition")
    assert "kind_of_round" in {one.field for one in seen.gaps}
    seen.answer("kind_of_round", "callback")
    after = present(seen.proposal("new").after)
    assert after.rounds[0] == first
    assert str(present(after.rounds[1].at).day) == "2026-12-04"
    assert "kind_of_round" not in {one.field for one in seen.gaps}


def test_target_row_shows_the_office() -> None:
    there = audition(project="HAMLET", role="Ophelia", office="Telsey Office")
    assert row(review(MAIL, there), TARGET).value.startswith("changes Ophelia, HAMLET, Telsey")


def test_mail_without_an_office_shows_history_of_the_matched_office() -> None:
    mail = MAIL.replace("Casting: Telsey Office\n", "")
    there = audition(project="HAMLET", role="Ophelia", office="Telsey Office")
    assert review(mail).office_words == ""
    assert review(mail, there).office_words.startswith("Telsey Office: ")


def test_mail_of_another_kind_asks_for_the_fields_of_that_kind() -> None:
    words = "You are on hold for Mom in ACORN BANK, a commercial. Shoot Dec 17."
    seen = review(words)
    assert (seen.reading.kind, row(seen, KIND).value) == (Kind.HOLD, "hold")
    assert "at" not in {one.field for one in seen.gaps}
    seen.say_kind(Kind.APPOINTMENT)
    assert (row(seen, KIND).value, row(seen, KIND).state) == ("appointment", State.CONFIRMED)
    assert {"at", "place"} <= {one.field for one in seen.gaps}
    seen.answer("at", moment(1, 10))
    kept = present(seen.proposal("new").after)
    assert (kept.stage, present(kept.pending).at) == (Stage.REQUESTED, moment(1, 10))
    again = review(words)
    again.restore(seen.to_text())
    assert row(again, KIND).value == "appointment"
    again.say_kind(None)
    assert row(again, KIND).value == "hold"
