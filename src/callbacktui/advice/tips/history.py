"""Remembers which tips were shown: per audition today, and per rule and article lately."""

import datetime as dt
from typing import Final, Self

from msgspec import field
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.rules_in_order import DAILY
from callbacktui.advice.tips.tip import Tip
from callbacktui.domain.base_classes import Value
from callbacktui.domain.moment import today

REST: Final = dt.timedelta(days=7)
"""How long a dismissed tip is not shown."""

_UNTIL_TOMORROW: Final = dt.timedelta(days=1)
_AUDITIONS_KEPT: Final = 20


class ShownTip(Value, frozen=True, kw_only=True):
    """A tip that was shown for a subject (an audition's id, or "") on a day.

    `pressing` is the first rule that applied then: if another comes first later, the situation
    has changed, and the tip may change with it.
    """

    rule: str
    subject: str
    on: dt.date
    pressing: str


class TipHistory(Value, frozen=True, kw_only=True):
    """The tips shown today, latest last, and what is remembered about earlier days.

    `resting` maps each dismissed rule to the day it may be shown again, `seen` each rule to the
    day it was last shown, latest last; `read_for` maps each article to the ids of the auditions
    that it was suggested for.
    """

    given: tuple[ShownTip, ...] = ()
    resting: dict[str, dt.date] = field(default_factory=dict)
    seen: dict[str, dt.date] = field(default_factory=dict)
    read_for: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def after_showing(self, tip: Tip, context: Context) -> Self:
        """Return the history after showing `tip` in `context`; tips shown before today drop out."""
        here, day = subject_of(context), context.today
        earlier = (g for g in self.given if g.on == day and g.subject != here)
        given = ShownTip(rule=tip.rule, subject=here, on=day, pressing=tip.pressing)
        others = {rule: on for rule, on in self.seen.items() if rule != tip.rule}
        return replace(
            self,
            given=(*earlier, given),
            seen={**others, tip.rule: day},
            read_for=self._read_for(tip.article, here),
        )

    def forget_today(self) -> Self:
        """Return the history without the tips that were given; what was seen stays seen."""
        return replace(self, given=())

    def dismiss(self, rule: str, now: DateTime) -> Self:
        """Return the history with `rule` dismissed for a week, the daily voice until tomorrow."""
        day = today(now)
        kept = {name: until for name, until in self.resting.items() if until > day}
        return replace(
            self, resting={**kept, rule: day + (_UNTIL_TOMORROW if rule == DAILY else REST)}
        )

    def is_dismissed(self, rule: str, on: dt.date) -> bool:
        """Whether `rule` is dismissed on that day."""
        return rule in self.resting and on < self.resting[rule]

    def shown_to(self, subject: str, on: dt.date) -> ShownTip | None:
        """Return the latest tip that was shown for a subject on a day, or None."""
        given = reversed(self.given)
        return next((g for g in given if g.subject == subject and g.on == on), None)

    def _read_for(self, article: str, subject: str) -> dict[str, tuple[str, ...]]:
        if not subject:
            return self.read_for
        others = (id_ for id_ in self.read_for.get(article, ()) if id_ != subject)
        return {**self.read_for, article: (*others, subject)[-_AUDITIONS_KEPT:]}


def subject_of(context: Context) -> str:
    """Return what a tip is shown for: the id of the selected audition, or ""."""
    return context.audition.id if context.audition else ""
