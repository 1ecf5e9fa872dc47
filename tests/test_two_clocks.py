"""A deadline in another time zone is shown in both zones, in the same way everywhere."""

from callbacktui.cli.audition_text import format_audition
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.dates.formatting import format_both_clocks
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import headline, short_moment
from callbacktui.tui.desk.rounds_and_holds_view import round_facts
from tests.factories import NOW, asked, audition, moment

LA = moment(5, 12, "America/Los_Angeles")
TOKYO = moment(5, 9, "Asia/Tokyo")
SENT = audition(stage=Stage.REQUESTED, rounds=(asked(due_at=LA),))


def test_list_shows_both_times() -> None:
    whole = context_of(SENT, History((SENT,)), NOW, Windows())
    assert headline(SENT, whole.status, NOW) == "tape due Thu 15:00 here, 12:00 PST · 5 d"


def test_detail_shows_both_times() -> None:
    whole = context_of(SENT, History((SENT,)), NOW, Windows())
    facts = dict(round_facts(SENT.rounds[0], whole))
    assert facts["Due"] == "Thu 26 Nov, 12:00 (America/Los_Angeles), 15:00 here"


def test_show_command_shows_both_times() -> None:
    whole = context_of(SENT, History((SENT,)), NOW, Windows())
    assert any("12:00 (America/Los_Angeles)" in line and "15:00 here" in line
               for line in format_audition(whole))  # fmt: skip


def test_different_day_in_the_other_zone_is_named() -> None:
    assert format_both_clocks(TOKYO, NOW) == "Wed 19:00 here"
    assert short_moment(TOKYO, NOW) == "Wed 19:00 here, Thu 09:00 JST"


def test_same_zone_is_shown_once() -> None:
    assert format_both_clocks(moment(5, 12), NOW) == ""
    assert short_moment(moment(5, 12), NOW) == "Thu 12:00"
