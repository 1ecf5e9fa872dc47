"""The page that a phone carries: it runs nothing, fetches nothing, and is never too large."""

import re

import pytest

from callbacktui.domain.agenda import agenda
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.exchange.phone_page_html import MOST_BYTES
from callbacktui.pocket.contents import make_pocket
from tests.factories import NOW, asked, audition, days_ago, done, moment, read_on, reflection, span
from tests.tui.host_app import HOSTILE


def _page(*auditions: Audition) -> str:
    return make_pocket(auditions, (), NOW, Windows()).page


def _ahead(number: int, **fields: object) -> Audition:
    read = asked(at=moment(number + 1), place="Elsinore", url="https://zoom.example/1")
    given = {"id": f"a{number}", "role": f"Role {number}", "stage": Stage.REQUESTED}
    return audition(**{**given, "rounds": (read,), **fields})


def test_phone_page_shows_the_agenda_and_three_cards() -> None:
    shown = [_ahead(number) for number in range(5)]
    page = _page(*shown)
    items = agenda(board(shown, NOW, Windows()), NOW)
    assert page.count("<li ") == len(items) == 5
    assert page.count("<article>") == 3
    assert "<h1>Saturday 21 November 2026</h1>" in page
    assert re.findall(r"<h2>(Role \d)</h2>", page) == ["Role 0", "Role 1", "Role 2"]


def test_phone_page_has_no_relative_dates() -> None:
    page = _page(_ahead(0))
    assert "Sun 22 Nov 2026, 14:00 (America/New_York)" in page
    assert not re.search(r"tomorrow|in \d+ days", page)


@pytest.mark.parametrize("words", HOSTILE)
def test_phone_page_has_no_scripts_or_remote_content(words: str) -> None:
    read = asked(at=moment(1), place=words, url=f"javascript:{words}", wore=words)
    page = _page(_ahead(0, project=f"<script>{words}</script>", office=words, rounds=(read,)))
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"\bsrc=|url\(|@import|javascript:(?![^<]*<)", page)
    assert 'href="javascript' not in page
    assert not set(page) & {"\x1b", "\x07", "\u202e"}


def test_links_send_no_referrer() -> None:
    assert '<a rel="noreferrer noopener" href="https://zoom.example/1">' in _page(_ahead(0))


def test_cards_name_nothing_under_nda() -> None:
    hidden = read_on(
        9, id="n", nda=True, project="Secret Play", role="Spy", office="Harbor",
        rounds=(done(9, redirects="Colder, Spy", reflection=reflection(next_time="As Spy, lower")),
                asked(id="r2", at=moment(1), kind=RoundKind.CALLBACK, place="Secret Lot")),
        stage=Stage.CALLBACK,
    )  # fmt: skip
    page = _page(hidden, _ahead(2, office="Harbor"))
    assert "callback" in page
    assert "Under NDA" in page
    assert not re.search(r"Secret|Spy|lower", page)


def test_a_clash_does_not_name_an_audition_under_nda() -> None:
    held = Hold(id="h", word_used="SecretPin", dates=span("15 Dec"))
    hidden = audition(
        id="n", nda=True, project="Secret Play", role="Spy", stage=Stage.HOLD, holds=(held,)
    )
    other = audition(id="o", stage=Stage.HOLD, holds=(Hold(id="p", dates=span("14-15 Dec")),))
    page = _page(hidden, other)
    assert "meets" in page
    assert not re.search(r"Secret|Spy", page)


def test_phone_page_is_limited_in_size_and_counts_the_rest() -> None:
    many = [_ahead(n, role="Ж" * 900, project="&" * 900, office="é" * 900) for n in range(300)]
    page = _page(*many)
    assert len(page.encode()) <= MOST_BYTES
    shown = page.count("<li ")
    assert f"{300 - shown} more in callbacktui itself" in page
    assert shown > 3


def test_empty_phone_page_says_so() -> None:
    assert "Nothing is due." in _page(audition(closed_on=days_ago(1)))
