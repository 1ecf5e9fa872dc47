"""The table: every rule can come, says exactly why, and leads somewhere."""

import pytest
from msgspec.structs import replace

from callbacktui.advice.library import open_library
from callbacktui.advice.moments import Shown, choose
from callbacktui.advice.rules import DAILY, RULES, TITLES, Rule
from callbacktui.domain.reflection import NONE_GIVEN, Reflection
from callbacktui.domain.terms import Cleared
from tests.advice.desks import CALLED, DESKS, HELD, PENDING, asked, at, day, on, paced, quiet_read

LIBRARY = open_library()
BY_NAME = {rule.name: rule for rule in RULES}
SECOND = {"callback-tones": "callback-booked", "another-direction": "past-the-window"}
"""Rules that share a moment with the one before them, and come when that one has been seen."""


def test_names_are_unique_and_every_rule_has_a_desk() -> None:
    assert len(BY_NAME) == len(RULES)
    assert list(DESKS) == list(BY_NAME)


@pytest.mark.parametrize("name", DESKS)
def test_every_rule_is_reached_and_says_why(name: str) -> None:
    context, reason = DESKS[name]
    shown = Shown()
    if name in SECOND:
        shown = shown.another_time(SECOND[name], context.now)
    tip = choose(context, shown, LIBRARY.voices)
    assert tip is not None
    assert tip.rule == name
    assert tip.reason.startswith(reason)
    section = LIBRARY.article(tip.article).section(tip.section)
    assert section is not None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_leads_to_a_section_and_names_its_source(rule: Rule) -> None:
    article = LIBRARY.article(rule.article)
    assert article.title == TITLES[rule.article]
    assert article.section(rule.section) is not None
    if rule.name != DAILY:
        assert rule.name in article.moments
        assert 40 <= len(rule.text) <= 200
        assert rule.text.endswith(".")
    if rule.voice:
        voice = next(voice for voice in LIBRARY.voices if voice.name == rule.voice)
        assert (voice.article, voice.section) == (rule.article, rule.section)
        assert rule.name in voice.moments


NOT_NOW = {
    "deadline-today": on(replace(PENDING, rounds=(asked(at(0, 11)),))),
    "tape-due-tomorrow": on(replace(PENDING, rounds=(asked(at(-2)),))),
    "callback-booked": on(CALLED),
    "hold-live": on(replace(HELD, holds=(replace(HELD.holds[0], cleared=Cleared.LAPSED),))),
    "pin-released": on(HELD),
    "not-yet-reflected": on(quiet_read(3)),
    "three-days-of-silence": on(quiet_read(2)),
    "past-the-window": on(quiet_read(14)),
    "another-direction": on(quiet_read(30, decision_by=day(-1))),
    "inside-the-window": on(quiet_read(0)),
    "low-direction": on(quiet_read(2, Reflection(direction=NONE_GIVEN))),
    "low-clarity": on(quiet_read(2, Reflection(clarity=3))),
    "rushed-twice": on(PENDING, paced(-1, 0, -2)),
    "dragged-twice": on(PENDING, paced(1)),
    "quiet-after-a-callback": on(quiet_read(9)),
    "bare-submission": on(quiet_read(9)),
}


@pytest.mark.parametrize("name", NOT_NOW)
def test_a_moment_that_has_not_come_gives_no_reason(name: str) -> None:
    assert BY_NAME[name].when(NOT_NOW[name]) is None
