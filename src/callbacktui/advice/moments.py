"""Which tip now: the first rule in the table whose moment has come, said once and not twice.

An audition keeps its tip for the day, so that moving away and back finds the same words; a tip
that was put off rests for a week.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final, Self

from msgspec import field
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.advice.context import Context
from callbacktui.advice.rules import DAILY, RULES, TITLES, Rule
from callbacktui.advice.tip import Tip
from callbacktui.advice.voices import Voice
from callbacktui.domain.moment import today
from callbacktui.domain.value import Value

REST: Final = dt.timedelta(days=7)
"""How long a tip rests that was put off."""


class Given(Value, frozen=True, kw_only=True):
    """A tip that was given for a subject (an audition's id, or "") on a day.

    `pressing` is the rule that stood first then: once another does, the moment has changed and
    the tip may change with it.
    """

    rule: str
    subject: str
    on: dt.date
    pressing: str


class Shown(Value, frozen=True, kw_only=True):
    """What the actor has seen today, the latest last, and until when each put-off rule rests."""

    given: tuple[Given, ...] = ()
    resting: dict[str, dt.date] = field(default_factory=dict)

    def after(self, tip: Tip, context: Context) -> Self:
        """What has been seen once `tip` is shown in `context`; what was seen before today goes."""
        subject = _subject(context)
        earlier = (g for g in self.given if g.on == context.today and g.subject != subject)
        moments = _moments(context, self)
        pressing = moments[0][0].name if moments else tip.rule
        given = Given(rule=tip.rule, subject=subject, on=context.today, pressing=pressing)
        return replace(self, given=(*earlier, given))

    def another_time(self, rule: str, now: DateTime) -> Self:
        """What has been seen, with `rule` put off for a week."""
        kept = {name: until for name, until in self.resting.items() if until > today(now)}
        return replace(self, resting={**kept, rule: today(now) + REST})

    def rests(self, rule: str, on: dt.date) -> bool:
        """True while `rule` is put off."""
        return rule in self.resting and on < self.resting[rule]


def choose(context: Context, shown: Shown, voices: Sequence[Voice] = ()) -> Tip | None:
    """The tip for what is on the desk now; `None` where everything that applies is put off."""
    moments = _moments(context, shown)
    if not moments:
        return None
    rule, reason = _kept(context, shown, moments) or _fresh(shown, moments)
    return _tip(rule, reason, context, voices)


Moments = list[tuple[Rule, str]]


def _moments(context: Context, shown: Shown) -> Moments:
    """Every rule whose moment has come, with its reason; the daily voice only if it is alone."""
    awake = [rule for rule in RULES if not shown.rests(rule.name, context.today)]
    come = [(rule, reason) for rule in awake if (reason := rule.when(context))]
    return [(rule, reason) for rule, reason in come if rule.name != DAILY] or come


def _kept(context: Context, shown: Shown, moments: Moments) -> tuple[Rule, str] | None:
    """What this subject was given today, while the moment is still the same."""
    subject = _subject(context)
    before = next((g for g in reversed(shown.given) if g.subject == subject), None)
    if before is None or before.on != context.today or before.pressing != moments[0][0].name:
        return None
    return next((moment for moment in moments if moment[0].name == before.rule), None)


def _fresh(shown: Shown, moments: Moments) -> tuple[Rule, str]:
    """The most pressing moment that was not the last one shown, if there is another."""
    last = shown.given[-1].rule if shown.given else ""
    return next((moment for moment in moments if moment[0].name != last), moments[0])


def _tip(rule: Rule, reason: str, context: Context, voices: Sequence[Voice]) -> Tip | None:
    named = next((voice for voice in voices if voice.name == rule.voice), None)
    text, section = rule.text, rule.section
    if rule.name == DAILY:
        if not voices:
            return None
        named = voices[context.today.toordinal() % len(voices)]
        text, section = named.point, named.section
    source = named.attribution if named else f"callbacktui, {TITLES[rule.article]}"
    return Tip(
        rule=rule.name,
        text=text,
        voice=named.name if named else "",
        reason=reason,
        source=source,
        article=rule.article,
        section=section,
    )


def _subject(context: Context) -> str:
    return context.audition.id if context.audition else ""
