"""What other auditions say about one: its office, earlier callbacks, earlier look backs."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain import audition_context
from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import AuditionContext, History, context_of
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.holds_and_bookings import Event
from callbacktui.domain.let_rest import is_rested
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from tests.factories import NOW, asked, audition, days_ago, done, moment, read_on, reflection

HERE = read_on(1, id="here", submitted_on=days_ago(5))


def seen(*others: Audition, of: Audition = HERE) -> AuditionContext:
    return context_of(of, History((of, *others)), NOW, Windows())


def past(number: int, **fields: object) -> Audition:
    plain = {
        "id": f"p{number}",
        "submitted_on": days_ago(100 + number),
        "disposition": Disposition.PASSED_TOLD,
    }
    return read_on(90, **{**plain, **fields})


@pytest.mark.parametrize(
    ("before", "word"),
    [
        (1, "2nd"), (2, "3rd"), (3, "4th"), (10, "11th"), (11, "12th"), (12, "13th"),
        (20, "21st"), (21, "22nd"), (22, "23rd"), (110, "111th"), (120, "121st"),
    ],
)  # fmt: skip
def test_office_line_counts_earlier_auditions(before: int, word: str) -> None:
    line = seen(*map(past, range(before))).office_line
    assert line == f"{word} time · 0 of {before} called back"


def test_office_line_counts_repeat_call_ins() -> None:
    again = past(2, came_from="p1")
    assert seen(past(1), again).office_line.endswith("called back · called you in again once")
    assert seen(past(1)).office_line == "2nd time · 0 of 1 called back"
    booked = past(2, stage=Stage.BOOKED)
    assert (
        seen(past(1), booked).office_line
        == "3rd time · 0 of 2 called back, 1 held or booked without"
    )


def test_office_line_of_a_first_audition_is_short() -> None:
    assert seen(past(1, office="Another")).office_line == "first time"
    assert not seen(of=audition(office="")).office_line


def test_auditions_of_an_office_are_counted_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: Counter[str] = Counter()

    def counted(one: Audition) -> bool:
        looked[one.id] += 1
        return is_rested(one)

    monkeypatch.setattr(audition_context, "is_rested", counted)
    one, other = past(1), past(2)
    history = History((HERE, one, other))
    for row in (HERE, one, other, HERE):
        assert context_of(row, history, NOW, Windows()).office_line
    assert looked == {"here": 1, "p1": 1, "p2": 1}


def test_office_line_counts_open_auditions_separately() -> None:
    waiting = past(1, disposition=Disposition.OPEN)
    called = past(2, disposition=Disposition.OPEN, stage=Stage.CALLBACK)
    line = seen(waiting, called, past(3)).office_line
    assert line == "4th time · 1 of 3 called back, 1 still open"


def test_office_spelling_is_ignored() -> None:
    assert seen(past(1, office="TELSEY office")).office_before


def test_later_auditions_are_not_earlier_ones() -> None:
    assert not seen(past(1, submitted_on=days_ago(2))).office_before


def called_back(asked_after: int | None = None, entered_after: int | None = None) -> Audition:
    """Return an audition read 90 days ago and called back so many days later."""
    mail = moment(asked_after - 90) if asked_after is not None else None
    events: tuple[Event, ...] = ()
    if entered_after is not None:
        events = (Event(at=moment(entered_after - 90), what="stage", after="callback"),)
    rounds = (done(90), asked(id="r2", kind=RoundKind.CALLBACK, received_at=mail))
    return past(1, stage=Stage.CALLBACK, rounds=rounds, events=events)


def test_callback_day_is_the_mail_or_entry_day() -> None:
    assert seen(called_back(asked_after=3, entered_after=5)).office_callbacks == (3,)
    assert seen(called_back(entered_after=5)).office_callbacks == (5,)
    assert seen(called_back()).office_callbacks == ()


def test_retape_is_not_counted_as_a_callback() -> None:
    rounds = (
        done(90),
        done(88, id="r2", kind=RoundKind.RETAPE, received_at=moment(-89)),
        asked(id="r3", kind=RoundKind.CALLBACK, received_at=moment(-80)),
    )
    assert seen(past(1, stage=Stage.CALLBACK, rounds=rounds)).office_callbacks == (10,)


def test_no_callback_day_without_a_callback() -> None:
    assert seen(past(1)).office_callbacks == ()


@given(st.lists(st.integers(0, 60), unique=True, max_size=9), st.integers(0, 60))
def test_earlier_reflections_are_of_the_last_five_auditions(days: list[int], here: int) -> None:
    others = [
        read_on(day, id=f"o{day}", rounds=(done(day, reflection=reflection(felt_off=str(day))),))
        for day in days
    ]
    found = seen(*others, of=read_on(here, id="here")).earlier_reflections
    earlier = sorted((day for day in days if day > here), reverse=True)
    assert [look.felt_off for look in found] == [str(day) for day in earlier[-5:]]


def test_upcoming_audition_has_no_earlier_reflections() -> None:
    reflected = read_on(3, id="o", rounds=(done(3, reflection=reflection()),))
    assert not seen(reflected, of=audition()).earlier_reflections
