"""The table of tips, the most pressing first.

The order is: the clock, callbacks and milestones, patterns in the marks, preparing, what the actor
noted to send, answers, waiting, the work itself, practice, the career. The first
rule that applies is the tip, unless it was shown in the last days or dismissed. No tip on silence
ever tells the actor to ask casting. A rule with a voice gives that person's point and adds nothing,
since the tip names that person as its source. The first sentence of every tip fits on one line of
`ONE_LINE` cells, so that a narrow screen can show it whole.
"""

from typing import Final

from callbacktui.advice.tips.conditions.career import every_day
from callbacktui.advice.tips.rules.before_callbacks import CALLS
from callbacktui.advice.tips.rules.career import CAREER
from callbacktui.advice.tips.rules.craft import CRAFT, PATTERNS
from callbacktui.advice.tips.rules.due import DAY
from callbacktui.advice.tips.rules.outcomes import OFFERS
from callbacktui.advice.tips.rules.practice import PRACTICE
from callbacktui.advice.tips.rules.preparing import TAPES
from callbacktui.advice.tips.rules.waiting import FOLLOW_UPS, USUAL_WAIT, WAITING
from callbacktui.advice.tips.tip import Rule

DAILY: Final = "daily-voice"
"""The name of the rule that shows the daily voice."""

ONE_LINE: Final = 76
"""The most characters in the first sentence of a tip."""

RULES: Final = (
    *DAY,
    *CALLS,
    *PATTERNS,
    *TAPES,
    *FOLLOW_UPS,
    *OFFERS,
    *WAITING,
    *CRAFT,
    *USUAL_WAIT,
    *PRACTICE,
    *CAREER,
    Rule(DAILY, every_day, "", "silence-after-an-audition", "the-part-that-is-yours"),
)
