"""The table of tips, the most pressing first.

The order is: calls, self-tapes, answers, waiting, the work itself, practice, the career. The first
rule that applies is the tip, unless it was shown in the last days or dismissed. No tip on silence
ever tells the actor to ask casting. A rule with a voice gives that person's point and adds nothing,
since the tip names that person as its source.
"""

from typing import Final

from callbacktui.advice.tips.conditions.career import every_day
from callbacktui.advice.tips.texts.calls import CALLS
from callbacktui.advice.tips.texts.career import CAREER
from callbacktui.advice.tips.texts.craft import CRAFT
from callbacktui.advice.tips.texts.offers import OFFERS
from callbacktui.advice.tips.texts.practice import PRACTICE
from callbacktui.advice.tips.texts.tapes import TAPES
from callbacktui.advice.tips.texts.waiting import WAITING
from callbacktui.advice.tips.tip import Rule

DAILY: Final = "daily-voice"
"""The name of the rule that shows the daily voice."""

RULES: Final = (
    *CALLS,
    *TAPES,
    *OFFERS,
    *WAITING,
    *CRAFT,
    *PRACTICE,
    *CAREER,
    Rule(DAILY, every_day, "", "silence-after-an-audition", "the-part-that-is-yours"),
)
