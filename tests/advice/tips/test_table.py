"""Every rule in the table can be shown, gives its exact reason, and links to an article."""

import pytest
from msgspec.structs import replace

from callbacktui.advice.library.library import open_library
from callbacktui.advice.tips.article_titles import TITLES
from callbacktui.advice.tips.history import TipHistory
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.advice.tips.table import DAILY, RULES
from callbacktui.advice.tips.tip import Rule, Tip
from callbacktui.domain.enums import Cleared
from callbacktui.domain.reflection import NONE_GIVEN, Reflection
from tests.advice.tips.further_contexts import FURTHER
from tests.advice.tips.further_contexts import NOT_NOW as FURTHER_NOT_NOW
from tests.advice.tips.practice_contexts import PRACTICE_DESKS, PRACTICE_NOT_NOW
from tests.advice.tips.sample_contexts import (
    CALLED,
    DESKS,
    HELD,
    PENDING,
    asked,
    at,
    day,
    on,
    paced,
    quiet_read,
)

LIBRARY = open_library()
BY_NAME = {rule.name: rule for rule in RULES}
ALL = {**DESKS, **FURTHER, **PRACTICE_DESKS}


def shown_on(name: str) -> Tip:
    """Return the tip for the rule's sample context after all other rules have been dismissed."""
    context, _ = ALL[name]
    shown = TipHistory()
    for other in RULES:
        if other.name != name:
            shown = shown.dismiss(other.name, context.now)
    tip = choose_tip(context, shown, LIBRARY.voices)
    assert tip is not None
    return tip


def test_names_are_unique_and_every_rule_has_a_desk() -> None:
    assert len(BY_NAME) == len(RULES)
    assert ALL.keys() == BY_NAME.keys()
    assert len(ALL) == len(DESKS) + len(FURTHER) + len(PRACTICE_DESKS)


@pytest.mark.parametrize("name", ALL)
def test_every_rule_is_reached_and_says_why(name: str) -> None:
    tip = shown_on(name)
    assert tip.rule == name
    assert tip.reason.startswith(ALL[name][1])
    assert tip.text
    assert LIBRARY.article(tip.article).section(tip.section) is not None


def test_every_article_and_every_voice_is_shown_by_some_desk() -> None:
    tips = [shown_on(name) for name in ALL if name != DAILY]
    assert {tip.article for tip in tips} == set(LIBRARY.slugs)
    assert {tip.voice for tip in tips if tip.voice} == {voice.name for voice in LIBRARY.voices}


@pytest.mark.parametrize("name", ALL)
def test_whatever_is_in_place_is_seen_sooner_or_later_by_just_looking(name: str) -> None:
    context, _ = ALL[name]
    shown, seen = TipHistory(), set()
    due = {rule.name for rule in RULES if rule.when(context)}
    for _ in due:
        tip = choose_tip(context, shown, LIBRARY.voices)
        assert tip is not None
        shown = replace(shown.after_showing(tip, context), given=())
        seen.add(tip.rule)
    assert seen == due


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_leads_to_a_section_and_names_its_source(rule: Rule) -> None:
    article = LIBRARY.article(rule.article)
    assert article.title == TITLES[rule.article]
    assert article.section(rule.section) is not None
    if rule.name != DAILY:
        assert rule.name in article.moments
        assert not rule.text or 40 <= len(rule.text) <= 200
        assert rule.text.endswith(".") or (rule.voice and not rule.text)
    if rule.voice:
        voice = next(voice for voice in LIBRARY.voices if voice.name == rule.voice)
        assert (voice.article, voice.section) == (rule.article, rule.section)
        assert rule.name in voice.moments


NOT_NOW = {
    **FURTHER_NOT_NOW,
    **PRACTICE_NOT_NOW,
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
