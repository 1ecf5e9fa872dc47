"""The table of situations: each has a tip of its own, and none that its article speaks against."""

import re
from itertools import pairwise
from typing import NamedTuple

import pytest

from callbacktui.advice.library.library import open_library
from callbacktui.advice.tips import predicates
from callbacktui.advice.tips.context import Career, Context
from callbacktui.advice.tips.history import TipHistory
from callbacktui.advice.tips.predicates import Predicate, unless
from callbacktui.advice.tips.rules_in_order import DAILY, RULES
from callbacktui.advice.tips.sample_situations import SITUATIONS, Situation, tips_for_situations
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.domain.enums import Medium
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.silence import Phase
from callbacktui.domain.stage import Reason
from callbacktui.insight.dry_spell_chance import run_somewhere
from tests.advice.tips.sample_contexts import NOW, on, quiet_read

LIBRARY = open_library()
ROWS = tips_for_situations(NOW, LIBRARY.voices)
MORNING = NOW.replace(hour=9)
AGENT = re.compile(r"\b(your|an) (agent|rep|manager)\b|\byour agent or manager\b")


def name_of(situation: Situation) -> str:
    return f"{situation.moment}, {situation.work}, {situation.what}"


def test_there_are_at_least_eighty_different_situations() -> None:
    assert len(SITUATIONS) >= 80
    assert len({name_of(situation) for situation in SITUATIONS}) == len(SITUATIONS)


def test_no_situation_gets_the_fallback() -> None:
    assert [name_of(row.situation) for row in ROWS if DAILY in {row.tip.rule, row.then.rule}] == []


def test_next_tip_of_a_situation_is_a_different_one() -> None:
    same = [row for row in ROWS if row.tip.rule == row.then.rule or row.tip.text == row.then.text]
    assert same == []


def test_no_tip_repeats_in_adjacent_rows() -> None:
    rules = [row.tip.rule for row in ROWS]
    again = [rule for rule, after in pairwise(rules) if rule == after]
    assert again == []


def test_no_tip_repeats_within_a_situation() -> None:
    for situation in SITUATIONS:
        context, shown, last = situation.make(MORNING), TipHistory(), ""
        for _ in range(6):
            tip = choose_tip(context, shown, LIBRARY.voices)
            assert tip is not None
            assert tip.rule != last, name_of(situation)
            shown, last = shown.after_showing(tip, context).forget_today(), tip.rule


class Against(NamedTuple):
    """What an article says, when it holds, and the rules it speaks against."""

    article: str
    says: str
    predicates: tuple[Predicate, ...]
    rules: re.Pattern[str]


def past_the_limit(context: Context) -> bool:
    return bool(context.silence and context.silence.phase is Phase.SAFE)


def not_the_look(context: Context) -> bool:
    return not context.audition or context.audition.reason is not Reason.LOOK_OR_PAIRING


def it_was_the_audition(context: Context) -> bool:
    return bool(context.audition and context.audition.reason is Reason.PERFORMANCE)


def in_class_this_week(context: Context) -> bool:
    return any(context.days_since(practice.date) <= 7 for practice in context.practice)


SPOKEN_AGAINST = (
    Against("following-up", "No note, no message", (unless(predicates.seen_later),),
            re.compile("thank-you-noted|no-question-in-it")),
    Against("following-up", "If a week has gone by, leave it out", (past_the_limit,),
            re.compile("thank-you-noted|quiet-after-a-callback")),
    Against("asking-for-feedback", "A first audition or a bare submission is never the occasion",
            (unless(predicates.seen_later),), re.compile("feedback-through-a-rep|feedback-later")),
    Against("asking-for-feedback", "Where there's none, don't ask",
            (unless(predicates.known_office),),
            re.compile("feedback-through-a-rep|feedback-later")),
    Against("where-to-record-a-self-tape", "A voice audition needs no wall and no light",
            (predicates.by_voice,),
            re.compile("tape-(?!overdue|sent)|lines-for|glasses|body|tears|callback-booked|which-")),
    Against("seen-again-by-the-same-office", "the rule about the same look is for callbacks only",
            (unless(predicates.later_round),), re.compile("callback-booked|callback-tape")),
    Against("silence-after-an-audition", "not pretty enough for King Kong", (not_the_look,),
            re.compile("not-the-look")),
    Against("silence-after-an-audition", "Sometimes it is the audition", (it_was_the_audition,),
            re.compile("told-passed|countless-reasons|cast-otherwise")),
    Against("silence-after-an-audition", "Take class regularly", (in_class_this_week,),
            re.compile("dry-spell$|no-practice-lately")),
    Against("getting-a-demo-reel", "Work you have done", (predicates.medium(Medium.THEATRE),),
            re.compile("footage-to-come")),
    Against("reading-silence-by-medium", "Nobody has seen you", (unless(predicates.unsubmitted),
            lambda context: bool(context.audition and not context.audition.last_done)),
            re.compile("inside-the-window|past-the-window|kept-on-file|no-answer|let-go$")),
)  # fmt: skip


@pytest.mark.parametrize("against", SPOKEN_AGAINST, ids=lambda against: against.says)
def test_no_situation_gets_a_tip_that_contradicts_an_article(against: Against) -> None:
    article = LIBRARY.article(against.article)
    text = " ".join([article.lead, *(section.text for section in article.sections)])
    assert against.says in " ".join(text.split())
    assert any(against.rules.match(rule.name) for rule in RULES)
    held = False
    for situation in SITUATIONS:
        context = situation.make(MORNING)
        if not all(is_true(context) for is_true in against.predicates):
            continue
        held = True
        given = {rule.name for rule in RULES if rule.when(context)}
        wrong = sorted(name for name in given if against.rules.match(name))
        assert wrong == [], name_of(situation)
    assert held


def test_actor_without_an_agent_gets_no_tip_about_agents() -> None:
    for situation in SITUATIONS:
        context = situation.make(MORNING)
        if predicates.represented(context):
            continue
        for rule in RULES:
            if rule.when(context) and not rule.voice:
                assert not AGENT.search(rule.text) or "When an agent" in rule.text, (
                    name_of(situation),
                    rule.name,
                )


def test_each_time_of_day_has_its_own_tip() -> None:
    tips = {(row.situation.moment, row.situation.what): row.tip.rule for row in ROWS}
    for what in ("a tape is due", "a callback in a room"):
        rules = [
            rule
            for (moment, about), rule in tips.items()
            if about == what and moment in {"Within the hour", "Today", "The day before"}
        ]
        assert len(rules) == len(set(rules)) == 3


@pytest.mark.parametrize(
    ("moment", "what", "rule"),
    [
        ("Today", "a first audition on a call", "call-today"),
        ("The day before", "a first audition in a room", "room-tomorrow"),
        ("Overdue", "a tape that isn't marked as sent", "tape-overdue"),
        ("A thank-you noted", "after a first audition", "nothing-to-send"),
        ("A thank-you noted", "20 days after a callback", "past-the-window"),
        ("A question noted", "where it is, after a first audition", "nothing-to-send"),
        ("Feedback wanted", "after a first audition, no agent", "feedback-wish"),
        ("On hold", "first refusal, no agent", "hold-live-alone"),
        ("A class yesterday", "nothing coming up, nothing for 41 days", "after-class"),
        ("The reason they gave", "too young", "age-too-young"),
        ("The reason they gave", "too old", "age-decided"),
        ("The reason they gave", "too similar to somebody cast", "too-similar"),
        ("In a few days", "a voice tape", "voice-tape-room"),
    ],
)
def test_situations_that_went_wrong_have_their_tip(moment: str, what: str, rule: str) -> None:
    rows = [r for r in ROWS if (r.situation.moment, r.situation.what) == (moment, what)]
    assert rows
    assert {row.tip.rule for row in rows} == {rule}


def test_milestone_tips_do_not_outrank_others_after_the_audition() -> None:
    for number in (1, 100):
        places = {"a": number} | {f"o{place}": place for place in range(1, number)}
        waiting = quiet_read(9, Reflection(clarity=4))
        context = on(waiting, Career(places=places, represented=True))
        named = {rule.name for rule in RULES if rule.when(context)}
        assert not named & {"first-audition", "first-steps", "hundredth-audition"}


WITHOUT_LINES = re.compile(r"\b(running lines|first line|the scene|choices)\b")


def test_no_tip_about_lines_before_dance_singing_class_or_print() -> None:
    kinds = ("a dance call", "a singing call", "a workshop")
    those = [s for s in SITUATIONS if s.what.startswith(kinds) or s.work == "print"]
    assert {s.moment for s in those} >= {"Within the hour", "Today", "The day before"}
    for situation in those:
        context, shown = situation.make(MORNING), TipHistory()
        for _ in range(4):
            tip = choose_tip(context, shown, LIBRARY.voices)
            assert tip is not None
            assert not WITHOUT_LINES.search(tip.text), (name_of(situation), tip.rule)
            shown = shown.after_showing(tip, context).forget_today()


def test_ten_without_a_callback_matches_insights() -> None:
    """Not (1 - p) ** 10, which answers another question (`insight/dry_spell_chance.py`)."""
    assert round(10 * run_somewhere(0.2, 40, 10)) == 6
    (rule,) = [rule for rule in RULES if rule.name == "ten-without-a-callback"]
    assert "six in ten records of forty auditions" in rule.text
    (term,) = [term for term in LIBRARY.glossary if term.slug == "dry-spell"]
    assert "more than half of all records of forty auditions" in term.meaning
    article = LIBRARY.article("when-no-callback-comes")
    assert any("six in ten of them" in section.text for section in article.sections)
