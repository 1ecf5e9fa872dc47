"""The list of auditions in terminals of any width."""

import re

import pytest
from msgspec.structs import replace

from callbacktui.cli.audition_table import format_columns
from callbacktui.cli.audition_text import format_audition
from callbacktui.cli.text import width, wrap
from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.board import board
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.enums import HoldKind, Medium
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.money import read_money
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import headline, status_of
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from tests.factories import NOW, held, read_on

WORDY = held(
    4,
    id="wordy",
    office="An Office of Many Names and Partners",
    project="東京物語 " * 6,
    holds=(
        Hold(
            id="h",
            kind=HoldKind.PIN,
            word_used="first…ish refusal",
            dates=Span(said="3-9 Dec " * 9),
        ),
    ),
)
MADE = (
    *make_career(60, 7, NOW, open_material()),
    read_on(3, id="voice", medium=Medium.VOICE_OVER, project="x" * 90),
    WORDY,
)


def printed(room: int, *auditions: Audition, plain_ascii: bool = False) -> list[str]:
    sections = board(auditions, NOW, Windows())
    ids = [audition.id for audition in auditions]
    return format_columns(sections, ids, NOW, room=room, plain_ascii=plain_ascii)


@pytest.mark.parametrize("plain_ascii", [False, True])
@pytest.mark.parametrize("room", range(20, 201))
def test_list_is_never_wider_than_the_terminal(room: int, plain_ascii: bool) -> None:
    for line in printed(room, *MADE, plain_ascii=plain_ascii):
        assert width(line) <= room, line
        assert line == line.rstrip()


@pytest.mark.parametrize("room", [20, 40, 60, 80, 120])
def test_narrow_list_never_cuts_a_date(room: int) -> None:
    for audition in MADE:
        said = headline(audition, status_of(audition, NOW, Windows()), NOW)
        lines = printed(room, audition)
        ends = [re.split("  +", line)[-1].strip() for line in lines]
        assert said.replace(" ", "") in "".join([*lines, *ends]).replace(" ", "")


def test_wide_list_has_one_line_per_audition() -> None:
    few = [replace(a, office="Harbor") for a in MADE[:20]]
    blocks = len(board(few, NOW, Windows()))
    assert len(printed(100, *few)) == 20 + 2 * blocks - 1


@pytest.mark.parametrize("room", [20, 24, 40, 60, 80, 96, 200])
def test_details_are_never_wider_than_the_terminal(room: int) -> None:
    for audition in MADE:
        whole = context_of(audition, History(MADE), NOW, Windows())
        lines = format_audition(whole, room)
        assert [line for line in lines if width(line) > room] == []
        assert audition.name.replace(" ", "")[:60] in "".join(lines).replace(" ", "")


def test_days_of_work_and_pay_are_one_line_each() -> None:
    of = read_on(3, shoot_dates=Span(said="in spring"), rate=read_money("$250 a day"))
    whole = context_of(of, History((of,)), NOW, Windows())
    lines = [line.split(maxsplit=2) for line in format_audition(whole, 80)]
    assert ["shoot", "dates", "“in spring”"] in lines
    assert ["rate", "$250", "a day"] in lines


def test_wrap_breaks_long_words_and_counts_wide_characters() -> None:
    assert wrap("abcdef gh", 4) == ["abcd", "ef", "gh"]
    assert wrap("東京物語", 5, "  ") == ["東京", "  物", "  語"]
    assert wrap("", 5) == []
