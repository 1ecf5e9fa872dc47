"""What the actor has been shown: for each audition today, and each rule and article of late."""

import datetime as dt
from typing import Final, Self

from msgspec import field
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.table import DAILY
from callbacktui.advice.tips.tip import Tip
from callbacktui.domain.moment import today
from callbacktui.domain.value import Value

REST: Final = dt.timedelta(days=7)
"""How long a tip rests that was put off."""

_UNTIL_TOMORROW: Final = dt.timedelta(days=1)
_AUDITIONS_KEPT: Final = 20


class ShownTip(Value, frozen=True, kw_only=True):
    """A tip that was given for a subject (an audition's id, or "") on a day.

    `pressing` is the rule that stood first then: once another does, the moment has changed and
    the tip may change with it.
    """

    rule: str
    subject: str
    on: dt.date
    pressing: str


class TipHistory(Value, frozen=True, kw_only=True):
    """What was given today, the latest last, and what is remembered of the days before.

    `resting` says until when each put-off rule rests, `seen` on which day each was last shown,
    the latest last; `read_for` holds for each article the ids of the auditions it was shown for.
    """

    given: tuple[ShownTip, ...] = ()
    resting: dict[str, dt.date] = field(default_factory=dict)
    seen: dict[str, dt.date] = field(default_factory=dict)
    read_for: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def after(self, tip: Tip, context: Context) -> Self:
        """What has been seen once `tip` is shown in `context`; what was given before today goes."""
        here, day = subject(context), context.today
        earlier = (g for g in self.given if g.on == day and g.subject != here)
        given = ShownTip(rule=tip.rule, subject=here, on=day, pressing=tip.pressing)
        others = {rule: on for rule, on in self.seen.items() if rule != tip.rule}
        return replace(
            self,
            given=(*earlier, given),
            seen={**others, tip.rule: day},
            read_for=self._read_for(tip.article, here),
        )

    def another_time(self, rule: str, now: DateTime) -> Self:
        """What has been seen, with `rule` put off for a week, the day's voice until tomorrow."""
        day = today(now)
        kept = {name: until for name, until in self.resting.items() if until > day}
        return replace(
            self, resting={**kept, rule: day + (_UNTIL_TOMORROW if rule == DAILY else REST)}
        )

    def rests(self, rule: str, on: dt.date) -> bool:
        """True while `rule` is put off."""
        return rule in self.resting and on < self.resting[rule]

    def given_to(self, subject: str, on: dt.date) -> ShownTip | None:
        """What a subject was given on a day."""
        given = reversed(self.given)
        return next((g for g in given if g.subject == subject and g.on == on), None)

    def _read_for(self, article: str, subject: str) -> dict[str, tuple[str, ...]]:
        if not subject:
            return self.read_for
        others = (id_ for id_ in self.read_for.get(article, ()) if id_ != subject)
        return {**self.read_for, article: (*others, subject)[-_AUDITIONS_KEPT:]}


def subject(context: Context) -> str:
    """What a tip is given for: the id of the audition, or nothing."""
    return context.audition.id if context.audition else ""
