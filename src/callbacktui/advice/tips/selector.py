"""Chooses the tip to show: the first rule in the table that applies and was not shown lately.

An audition keeps its tip for the day, so the tip does not change when the cursor moves away and
back. Rules shown in the last days come after those that were not, the longest unseen first. A
dismissed tip is not shown for a week, the daily voice not until tomorrow.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from callbacktui.advice.library.voices import Voice
from callbacktui.advice.tips.article_titles import TITLES
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.history import TipHistory, subject_of
from callbacktui.advice.tips.rules_in_order import DAILY, RULES
from callbacktui.advice.tips.tip import Rule, Tip

REPEAT_AFTER: Final = dt.timedelta(days=3)
"""How long a tip that was shown comes after tips that were not."""


def choose_tip(context: Context, shown: TipHistory, voices: Sequence[Voice] = ()) -> Tip | None:
    """Return the tip that fits the context, or None if all that apply are dismissed."""
    moments = _applicable_rules(context, shown, voices)
    if not moments:
        return None
    rule, reason = _shown_today(context, shown, moments) or _least_recent(context, shown, moments)
    return _make_tip(rule, reason, context, voices, pressing=moments[0][0].name)


ApplicableRules = list[tuple[Rule, str]]


def _applicable_rules(
    context: Context, shown: TipHistory, voices: Sequence[Voice]
) -> ApplicableRules:
    """Return the rules that apply and are not dismissed, each with its reason."""
    awake = (rule for rule in RULES if not shown.is_dismissed(rule.name, context.today))
    able = (rule for rule in awake if rule.text or voices)
    return [(rule, reason) for rule in able if (reason := rule.when(context))]


def _shown_today(
    context: Context, shown: TipHistory, moments: ApplicableRules
) -> tuple[Rule, str] | None:
    """Return the rule shown for this subject today, if the most pressing rule is the same."""
    before = shown.shown_to(subject_of(context), context.today)
    if before is None or before.pressing != moments[0][0].name:
        return None
    return next((moment for moment in moments if moment[0].name == before.rule), None)


def _least_recent(
    context: Context, shown: TipHistory, moments: ApplicableRules
) -> tuple[Rule, str]:
    """Return the most pressing rule that was not shown lately, else the one longest unseen."""
    recent = [rule for rule, on in shown.seen.items() if context.today - on < REPEAT_AFTER]
    unseen = (moment for moment in moments if moment[0].name not in recent)
    return next(unseen, None) or min(moments, key=lambda moment: recent.index(moment[0].name))


def _make_tip(
    rule: Rule, reason: str, context: Context, voices: Sequence[Voice], *, pressing: str
) -> Tip:
    named = next((voice for voice in voices if voice.name == rule.voice), None)
    section = rule.section
    if rule.name == DAILY:
        named = voices[context.today.toordinal() % len(voices)]
        section = named.section
    return Tip(
        rule=rule.name,
        text=rule.text or (named.point if named else ""),
        voice=named.name if named else "",
        reason=reason,
        source=named.attribution if named else TITLES[rule.article],
        article=named.article if named else rule.article,
        section=section,
        pressing=pressing,
    )
