import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.enums import Format, Medium, Size, Source
from callbacktui.domain.money import read_money
from callbacktui.domain.query import NAMES, query_target, read_query
from callbacktui.domain.query_matcher import QueryMatcher
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import status_of
from tests.domain.strategies import auditions
from tests.factories import (
    NOW,
    asked,
    audition,
    days_ago,
    done,
    held,
    moment,
    read_on,
    reflection,
    span,
)

KNOWN = (
    audition(
        id="next",
        stage=Stage.REQUESTED,
        rounds=(asked(format=Format.SELF_TAPE, due_at=moment(1)),),
        medium=Medium.VOICE_OVER,
        project="The Night Ferry",
        role="Purser",
        office="",
    ),
    read_on(9, id="waiting", tags=("Pilot",), people=("Ana Ruiz",), medium=Medium.TV),
    read_on(
        20,
        id="quiet",
        project="The Seagull",
        role="Nina",
        rounds=(done(20, reflection=reflection()),),
    ),
    held(3, id="hold", submitted_on=days_ago(400), source=Source.AGENT, office="Bialy"),
    moves.close(read_on(30, id="gone"), Disposition.PASSED_TOLD, NOW),
)


def rows(*found: Audition) -> list[Row]:
    return [Row(a, status_of(a, NOW, Windows())) for a in found]


def found(text: str) -> list[str]:
    return [row.audition.id for row in QueryMatcher().pick(rows(*KNOWN), read_query(text), NOW)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "next waiting quiet hold gone"),
        ("is:open", "next waiting quiet hold"),
        ("-is:open", "gone"),
        ("is:closed", "gone"),
        ("Is:Quiet", "quiet"),
        ("is:hold", "hold"),
        ("is:tape", "next"),
        ("is:reflected", "quiet"),
        ("stage:hold", "hold"),
        ("stage:aud is:waiting", "waiting"),
        ("medium:voice-over", "next"),
        ('medium:"voice over"', "next"),
        ("result:passed", "gone"),
        ("due:today", ""),
        ("due:tomorrow", "next"),
        ("due:week", "next"),
        ("due:overdue", ""),
        ("@ruiz", "waiting"),
        ("@bialy", "hold"),
        ("#pilot", "waiting"),
        ("#tv", "waiting"),
        ("via:agent", "hold"),
        ("year:2025", "hold"),
        ("in:2026", "next waiting quiet hold gone"),
        ("in:this-month", "next waiting quiet hold"),
        ("in:last-month", "gone"),
        ("in:autumn -in:november", "gone"),
        ("from:2026-11-15", "next hold"),
        ("from:2026-11 to:14-nov", "waiting quiet"),
        ("to:october", "gone"),
        ("from:december to:november", "next waiting quiet hold gone"),
        ("-from:2026-11", "gone"),
        ('in:"last month" result:passed', "gone"),
        ('project:"night ferry"', "next"),
        ('"the sea', "quiet"),
        ('-"the sea" -hamlet', "next"),
        ("FERRY -nina", "next"),
        ("is: @ # - is:closed", "gone"),
    ],
)
def test_filter_selects_auditions(text: str, expected: str) -> None:
    assert found(text) == expected.split()
    assert not read_query(text).problems


@pytest.mark.parametrize(
    ("term", "named"),
    [
        ("is:opne", "is:opne"),
        ("stage:zenith", "stage:zenith"),
        ("due:never", "due:never"),
        ("medium:opera", "medium:opera"),
        ("result:won", "result:won"),
        ("mood:", "mood:"),
        ("mood:blue", "mood:"),
        ("year:20", "year:20"),
        ("in:sprong", "in:sprong isn't a date that can be read"),
        ("from:2026-13", "from:2026-13 isn't a date"),
        ("-to:3/4/26", "to:3/4/26 isn't a date"),
        ("year:" + "9" * 5000, "year:9"),
    ],
)
def test_unknown_terms_are_reported_and_the_rest_is_applied(term: str, named: str) -> None:
    query = read_query(f"{term} is:closed")
    assert len(query.problems) == 1
    assert query.problems[0].startswith(named)
    assert found(f"{term} is:closed") == ["gone"]


def test_due_today_is_not_due_tomorrow() -> None:
    tonight = audition(stage=Stage.REQUESTED, rounds=(asked(due_at=moment(0, 20)),))
    for text, picked in (("due:today", 1), ("due:tomorrow", 0), ("due:week", 1)):
        assert len(QueryMatcher().pick(rows(tonight), read_query(text), NOW)) == picked


def test_every_filter_name_in_the_help_works() -> None:
    for name in NAMES:
        text = (
            name
            if not name.endswith(":")
            else name
            + {
                "year:": "2026",
                "stage:": "hold",
                "at:": "hold",
                "reached:": "hold",
                "medium:": "tv",
                "result:": "open",
                "in:": "spring",
                "from:": "2026-03",
                "to:": "last-year",
                "work:": "dec",
                "pay:": "500",
            }.get(name, "x")
        )
        assert not read_query(text).problems


@given(
    st.text()
    | st.text(st.sampled_from('is:due-@#"yearopn 029stage\ud800²'), max_size=24)
    | st.from_regex(r"\A-?(in|from|to):[0-9a-z-]{0,10}( to:[0-9a-z-]{0,10})?\Z"),
    auditions,
)
def test_any_filter_text_is_handled(text: str, reached: Audition) -> None:
    picked = QueryMatcher().pick(rows(reached), read_query(text), NOW)
    assert picked in (tuple(rows(reached)), ())


@given(st.sampled_from([n for n in NAMES if n[-1] != ":"]), auditions)
def test_term_and_its_negation_cover_everything(term: str, reached: Audition) -> None:
    both = [QueryMatcher().pick(rows(reached), read_query(sign + term), NOW) for sign in ("", "-")]
    assert sorted(map(len, both)) == [0, 1]


def test_current_stage_and_furthest_stage_are_different_terms() -> None:
    now_there = read_on(1, id="now", stage=Stage.CALLBACK)
    further = read_on(1, id="further", stage=Stage.BOOKED)
    before = read_on(1, id="before")
    for text, found in (
        ("at:callback", {"now"}),
        ("stage:callback", {"now"}),
        ("reached:callback", {"now", "further"}),
    ):
        tests = read_query(text).tests
        passing = {
            a.id
            for a in (now_there, further, before)
            if all(t(query_target(a, status_of(a, NOW, Windows()), NOW)) for t in tests)
        }
        assert passing == found


JOBS = (
    read_on(1, id="dec", shoot_dates=span("14-18 Dec"), rate=read_money("$250 a day")),
    read_on(1, id="turn", shoot_dates=span("28 Dec - 3 Jan"), rate=read_money("£900")),
    read_on(1, id="vague", shoot_dates=span("in December"), rate=read_money("scale")),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("work:dec", "dec turn"),
        ("work:january", "turn"),
        ("work:nov", ""),
        ('work:"18-20 dec"', "dec"),
        ("work:2027-01-01", "turn"),
        ("-work:dec", "vague"),
        ("pay:250", "dec turn"),
        ("pay:$200", "dec"),
        ("pay:1000", ""),
    ],
)
def test_work_days_and_pay_can_be_filtered(text: str, expected: str) -> None:
    picked = QueryMatcher().pick(rows(*JOBS), read_query(text), NOW)
    assert {row.audition.id for row in picked} == set(expected.split())


@pytest.mark.parametrize(
    ("text", "problem"),
    [("work:soon", "names no days"), ('work:"18-14 dec"', "before the start"), ("pay:lots", "500")],
)
def test_invalid_days_and_amounts_are_reported(text: str, problem: str) -> None:
    [said] = read_query(text).problems
    assert problem in said


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("medium:voiceover", ["ferry"]),
        ("medium:theater", ["cop"]),
        ("medium:theatre", ["cop"]),
        ("medium:theater|voice-over", ["ferry", "cop"]),
        ("stage:hold|offer", ["held"]),
        ("result:passed|released", []),
        ("is: open", ["ferry", "cop", "held"]),
        ("role: purser", ["ferry"]),
        ("#2", ["cop"]),
        ("cop #2", ["cop"]),
        ("selftape", ["ferry"]),
        ("voiceover", ["ferry"]),
        ("costar", ["cop"]),
        ("co-star", ["cop"]),
    ],
)
def test_terms_are_known_in_every_spelling(text: str, ids: list[str]) -> None:
    among = (
        replace(KNOWN[0], id="ferry"),
        audition(id="cop", role="Cop #2", medium=Medium.THEATRE, size=Size.COSTAR),
        held(3, id="held", role="Lead"),
    )
    query = read_query(text)
    chosen = QueryMatcher().pick(rows(*among), query, NOW)
    assert ([row.audition.id for row in chosen], query.problems) == (ids, ())


def test_unknown_word_after_a_bar_is_reported() -> None:
    assert read_query("medium:film|xx").problems
