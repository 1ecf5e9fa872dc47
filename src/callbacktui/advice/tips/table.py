"""The table of tips: which words belong to which moment, the most pressing moment first.

Read it downwards: what is asked of you now, the tape in the making, what they answered, the wait,
the work, practice, the road. The first rule whose moment has come is the tip, unless it was shown
in the last days or put off. No tip on silence ever sends the actor to ask casting. A rule with a
voice says that person's point and nothing more, since its source names them.
"""

from typing import Final

from callbacktui.advice.tips.conditions.career import every_day
from callbacktui.advice.tips.rule import Rule
from callbacktui.advice.tips.texts.answers import ANSWERS
from callbacktui.advice.tips.texts.calls import CALLS
from callbacktui.advice.tips.texts.career import ROAD
from callbacktui.advice.tips.texts.craft import WORK
from callbacktui.advice.tips.texts.practice import PRACTICE
from callbacktui.advice.tips.texts.tapes import TAPES
from callbacktui.advice.tips.texts.waiting import WAITS

DAILY: Final = "daily-voice"
"""The rule whose words are those of the day's voice."""

RULES: Final = (
    *CALLS,
    *TAPES,
    *ANSWERS,
    *WAITS,
    *WORK,
    *PRACTICE,
    *ROAD,
    Rule(DAILY, every_day, "", "silence-after-an-audition", "the-part-that-is-yours"),
)
