import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.enums import Format, HoldKind, RoundKind
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import Group, Status, headline, short_day, short_moment, status_of
from tests.domain.strategies import Career, careers
from tests.factories import NOW, TODAY, asked, audition, days_ago, done, held, moment, read_on, span

WINDOWS = Windows()


def group(of: Audition) -> Group:
    return status_of(of, NOW, WINDOWS).group


def line(of: Audition) -> str:
    return headline(of, status_of(of, NOW, WINDOWS), NOW)


def requested(**round_fields: Any) -> Audition:
    return audition(stage=Stage.REQUESTED, rounds=(asked(**round_fields),))


def test_each_audition_has_its_group() -> None:
    assert group(audition()) is Group.NEXT
    assert group(requested(at=moment(3))) is Group.NEXT
    assert group(read_on(9)) is Group.WAITING
    assert group(read_on(15)) is Group.QUIET
    assert group(read_on(9, stage=Stage.CALLBACK)) is Group.PLAY
    assert group(read_on(15, stage=Stage.CALLBACK)) is Group.QUIET
    assert group(held(90)) is Group.PLAY
    assert group(read_on(90, stage=Stage.BOOKED)) is Group.PLAY
    assert group(moves.close(read_on(1), Disposition.PASSED_TOLD, NOW)) is Group.CLOSED


def test_upcoming_round_is_next_even_on_hold() -> None:
    on_hold = held(3, rounds=(done(9), asked(id="r2", at=moment(2))))
    assert status_of(on_hold, NOW, WINDOWS)[:2] == (Group.NEXT, days_ago(-2))
    tonight = replace(on_hold, rounds=(done(9), asked(id="r2", at=moment(0, 20))))
    assert group(tonight) is Group.NEXT
    gone_by = replace(on_hold, rounds=(done(9), asked(id="r2", at=moment(-1))))
    assert group(gone_by) is Group.PLAY
    assert group(replace(on_hold, stage=Stage.BOOKED)) is Group.PLAY


def test_submission_without_a_date_waits_without_a_clock() -> None:
    undated = audition(stage=Stage.SUBMITTED, added_at=moment(-4))
    stands = status_of(undated, NOW, WINDOWS)
    assert stands == Status(Group.WAITING, days_ago(4), None)
    assert headline(undated, stands, NOW) == "submitted"


@pytest.mark.parametrize(
    ("round_fields", "words"),
    [
        ({"format": Format.SELF_TAPE, "due_at": moment(5, 18)}, "tape due Thu 18:00 · 5 d"),
        ({"format": Format.SELF_TAPE, "due_at": moment(0, 18)}, "tape due today 18:00"),
        ({"at": moment(1, 9)}, "audition tomorrow 09:00"),
        ({"at": moment(0, 9)}, "audition today 09:00 · done?"),
        ({"at": moment(1, None)}, "audition tomorrow"),
        ({"at": moment(20, 9)}, "audition 11 Dec 09:00 · 20 d"),
        ({"kind": RoundKind.CALLBACK}, "callback, no date yet"),
    ],
)
def test_headline_shows_the_next_thing_briefly(round_fields: dict[str, Any], words: str) -> None:
    assert line(requested(**round_fields)) == words


def test_headline_shows_local_time_for_other_zones() -> None:
    assert (
        line(requested(at=moment(1, 22, "America/Los_Angeles")))
        == "audition Mon 01:00 here, Sun 22:00 PST · 2 d"
    )


def test_headline_of_every_other_status_is_brief() -> None:
    assert line(audition()) == "yours to send"
    assert line(read_on(9)) == "day 9 of 14"
    pinned = held(2, holds=(Hold(id="h1", word_used="pinned", dates=span("4-6 Dec")),))
    assert line(pinned) == "“pinned” 4-6 Dec"
    booked = read_on(9, stage=Stage.BOOKED, booking=Booking(work_dates=span("4-6 Dec")))
    assert line(booked) == "booked 4-6 Dec"
    assert line(moves.close(read_on(20), Disposition.PRESUMED_PASSED, NOW)) == "let it go today"
    assert line(moves.close(read_on(20), Disposition.ROLE_CUT, NOW)) == "role cut today"


def test_days_are_short_and_never_ambiguous() -> None:
    days = [TODAY + dt.timedelta(days=n) for n in (0, 1, 2, 6, 7, -1, 60)]
    words = ["today", "tomorrow", "Mon", "Fri", "28 Nov", "20 Nov", "20 Jan 2027"]
    assert [short_day(day, NOW) for day in days] == words
    assert short_moment(moment(0, 18, "Europe/London"), NOW) == "today 13:00 here, 18:00 GMT"


@given(careers())
def test_every_audition_has_a_group_and_a_headline(life: Career) -> None:
    for reached, now in life:
        stands = status_of(reached, now, WINDOWS)
        assert (stands.group is Group.CLOSED) is not reached.is_open
        assert headline(reached, stands, now)
        if stands.silence and not reached.live_hold:
            assert stands.silence.since <= dt.date(2027, 12, 31)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("30 nov", "30 Nov"),
        ("dec 14-18", "14-18 Dec"),
        ("30 nov to 4 dec", "30 Nov-4 Dec"),
        ("14 to 18 dec 2027", "14-18 Dec 2027"),
        ("dec 16, 18", "16 Dec, 18 Dec"),
        ("14-18 dec, tentative", "14-18 dec, tentative"),
        ("sometime in march", "sometime in march"),
    ],
)
def test_days_in_headlines_follow_the_date_style(said: str, shown: str) -> None:
    dates = read_span(said, TODAY)
    assert line(audition(stage=Stage.BOOKED, booking=Booking(work_dates=dates))) == (
        f"booked {shown}"
    )
    hold = Hold(id="h", kind=HoldKind.PIN, word_used="pinned", dates=dates)
    assert line(audition(stage=Stage.HOLD, holds=(hold,))) == f"“pinned” {shown}"
