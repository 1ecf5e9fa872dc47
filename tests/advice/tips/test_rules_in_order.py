"""Every rule in the table can be shown, gives its exact reason, and links to an article."""

import datetime as dt
import re

import pytest
from msgspec.structs import replace

from callbacktui.advice.library.library import open_library
from callbacktui.advice.tips.article_titles import TITLES
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.history import TipHistory
from callbacktui.advice.tips.rules_in_order import DAILY, ONE_LINE, RULES
from callbacktui.advice.tips.sample_situations import SITUATIONS
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.advice.tips.tip import Rule, Tip
from callbacktui.domain.enums import Cleared
from callbacktui.domain.reflection import NONE_GIVEN, Reflection
from tests.advice.tips.further_contexts import FURTHER, called_back
from tests.advice.tips.further_contexts import NOT_NOW as FURTHER_NOT_NOW
from tests.advice.tips.practice_contexts import PRACTICE_DESKS, PRACTICE_NOT_NOW
from tests.advice.tips.sample_contexts import (
    CALLED,
    DESKS,
    HELD,
    NOW,
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
WITH_REASON = {**DESKS, **FURTHER, **PRACTICE_DESKS}
MADE = [situation.make(NOW) for situation in SITUATIONS]


def a_context(rule: Rule) -> Context:
    """Return a context in which the rule applies: its own sample, or one of the situations."""
    if rule.name in WITH_REASON:
        return WITH_REASON[rule.name][0]
    return next(context for context in MADE if rule.when(context))


def shown_on(rule: Rule) -> Tip:
    """Return the tip for the rule's context after all other rules have been dismissed."""
    context = a_context(rule)
    tomorrow = context.today + dt.timedelta(days=1)
    resting = {other.name: tomorrow for other in RULES if other.name != rule.name}
    tip = choose_tip(context, TipHistory(resting=resting), LIBRARY.voices)
    assert tip is not None
    return tip


def first_sentence(text: str) -> str:
    """Return the text up to the end of its first sentence."""
    return re.split(r"(?<=[.?])\s", text, maxsplit=1)[0]


def test_rule_names_are_unique() -> None:
    assert len(BY_NAME) == len(RULES)
    assert WITH_REASON.keys() <= BY_NAME.keys()
    assert len(WITH_REASON) == len(DESKS) + len(FURTHER) + len(PRACTICE_DESKS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_can_be_shown_with_its_reason(rule: Rule) -> None:
    tip = shown_on(rule)
    assert tip.rule == rule.name
    assert tip.reason.startswith("because ")
    assert LIBRARY.article(tip.article).section(tip.section) is not None


@pytest.mark.parametrize("name", WITH_REASON)
def test_reason_of_each_rule_is_exact(name: str) -> None:
    context, reason = WITH_REASON[name]
    assert (BY_NAME[name].when(context) or "").startswith(reason)


def test_every_article_and_every_voice_is_shown_by_some_rule() -> None:
    tips = [shown_on(rule) for rule in RULES if rule.name != DAILY]
    assert {tip.article for tip in tips} == set(LIBRARY.slugs)
    assert {tip.voice for tip in tips if tip.voice} == {voice.name for voice in LIBRARY.voices}


@pytest.mark.parametrize("name", WITH_REASON)
def test_every_applicable_rule_is_shown_eventually(name: str) -> None:
    context, _ = WITH_REASON[name]
    shown, seen = TipHistory(), set()
    due = {rule.name for rule in RULES if rule.when(context)}
    for _ in due:
        tip = choose_tip(context, shown, LIBRARY.voices)
        assert tip is not None
        shown = shown.after_showing(tip, context).forget_today()
        seen.add(tip.rule)
    assert seen == due


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_links_to_a_section_and_its_source(rule: Rule) -> None:
    article = LIBRARY.article(rule.article)
    assert article.title == TITLES[rule.article]
    assert article.section(rule.section) is not None
    if rule.name != DAILY:
        assert rule.name in article.moments
        assert not rule.text or 40 <= len(rule.text) <= 200
        assert rule.text.endswith((".", "?")) or (rule.voice and not rule.text)
    if rule.voice:
        voice = next(voice for voice in LIBRARY.voices if voice.name == rule.voice)
        assert (voice.article, voice.section) == (rule.article, rule.section)
        assert rule.name in voice.moments


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_first_sentence_fits_on_a_narrow_line(rule: Rule) -> None:
    assert len(first_sentence(shown_on(rule).text)) <= ONE_LINE


def test_voice_text_begins_with_the_name() -> None:
    for voice in LIBRARY.voices:
        assert voice.point.startswith(voice.name)
        assert len(first_sentence(voice.point)) <= ONE_LINE


NOT_NOW = {
    **FURTHER_NOT_NOW,
    **PRACTICE_NOT_NOW,
    "deadline-today": on(replace(PENDING, rounds=(asked(at(0, 11)),))),
    "tape-due-tomorrow": on(replace(PENDING, rounds=(asked(at(-2)),))),
    "tape-overdue": on(replace(PENDING, rounds=(asked(at(15)),))),
    "callback-booked": on(CALLED),
    "hold-live": on(HELD),
    "hold-live-alone": on(replace(HELD, holds=(replace(HELD.holds[0], cleared=Cleared.LAPSED),))),
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
    "quiet-after-a-callback": on(called_back(20)),
    "bare-submission": on(quiet_read(9)),
}


@pytest.mark.parametrize("name", NOT_NOW)
def test_rule_gives_no_reason_if_it_does_not_apply(name: str) -> None:
    assert BY_NAME[name].when(NOT_NOW[name]) is None
