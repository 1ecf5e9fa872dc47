"""Which tip now: the first rule in the table whose moment has come, and that is not worn.

An audition keeps its tip for the day, so that moving away and back finds the same words. What was
shown elsewhere in the last days stands back for what was not, and the one longest unseen comes
before the others; a tip that was put off rests for a week, the day's voice until tomorrow.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from callbacktui.advice.library.voices import Voice
from callbacktui.advice.tips.article_titles import TITLES
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.history import TipHistory, subject
from callbacktui.advice.tips.rule import Rule
from callbacktui.advice.tips.table import DAILY, RULES
from callbacktui.advice.tips.tip import Tip

WORN: Final = dt.timedelta(days=3)
"""How long a tip stands back after it was shown."""


def choose(context: Context, shown: TipHistory, voices: Sequence[Voice] = ()) -> Tip | None:
    """The tip for what is on the desk now; `None` where everything that applies is put off."""
    moments = _moments(context, shown, voices)
    if not moments:
        return None
    rule, reason = _kept(context, shown, moments) or _fresh(context, shown, moments)
    return _tip(rule, reason, context, voices, pressing=moments[0][0].name)


Moments = list[tuple[Rule, str]]


def _moments(context: Context, shown: TipHistory, voices: Sequence[Voice]) -> Moments:
    """Every rule whose moment has come, with its reason."""
    awake = (rule for rule in RULES if not shown.rests(rule.name, context.today))
    able = (rule for rule in awake if rule.text or voices)
    return [(rule, reason) for rule in able if (reason := rule.when(context))]


def _kept(context: Context, shown: TipHistory, moments: Moments) -> tuple[Rule, str] | None:
    """What this subject was given today, while the moment is still the same."""
    before = shown.given_to(subject(context), context.today)
    if before is None or before.pressing != moments[0][0].name:
        return None
    return next((moment for moment in moments if moment[0].name == before.rule), None)


def _fresh(context: Context, shown: TipHistory, moments: Moments) -> tuple[Rule, str]:
    """The most pressing moment whose words were not seen of late, else the longest unseen."""
    recent = [rule for rule, on in shown.seen.items() if context.today - on < WORN]
    unseen = (moment for moment in moments if moment[0].name not in recent)
    return next(unseen, None) or min(moments, key=lambda moment: recent.index(moment[0].name))


def _tip(
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
        source=named.attribution if named else f"callbacktui, {TITLES[rule.article]}",
        article=named.article if named else rule.article,
        section=section,
        pressing=pressing,
    )
