"""The keywords that tell which tip condition a passage of an imported page is about.

Each row of the table is a condition and the folded words that passages about it have in their
headings or their text. The words are searched for and never shown.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from callbacktui.advice.tips.conditions import calls, career, craft, outcomes, tapes, waiting
from callbacktui.advice.tips.context import Context


class KeywordSet(NamedTuple):
    """A tip condition, and the folded words that passages about it have."""

    when: Callable[[Context], str | None]
    words: frozenset[str]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TAPE: Final = _words(
    "tape tapes taping record recording reader readers camera eyeline eyelines slate frame framing"
    " light memorize memorise memory lines script sides book prepare preparing"
)
_CALLBACK: Final = _words(
    "callback callbacks note notes direction adjust adjustment wear wardrobe choice choices"
)
_HOLD: Final = _words("hold holds avail pin pinned refusal booking booked check")
_QUIET: Final = _words(
    "silence silent quiet wait waiting hear heard hearing news answer answers follow reply patience"
)
_AFTER: Final = _words(
    "no pass passed rejection rejected casting cast decision fit type remember remembered role"
)
_LOOK: Final = _words("reflect reflection notes learn learned learnt afterwards leave room")
_LISTENING: Final = _words("listen listening listens hear partner reader react reacting")
_CLARITY: Final = _words("choice choices clear clarity objective intention want specific")
_DIRECTION: Final = _words("direction redirect note notes adjust adjustment adjustments")
_MYSELF: Final = _words("yourself self personality own honest truth natural")
_PACE: Final = _words("pace pacing rush rushed slow breath breathe pause pauses time")
_DRY: Final = _words(
    "class classes practice practise keep going persist persistence dry spell patience work"
)
_ANY: Final = _TAPE | _CALLBACK | _QUIET | _LISTENING | _CLARITY | _DRY

KEYWORDS: Final = (
    KeywordSet(calls.due_today, _TAPE),
    KeywordSet(calls.due_tomorrow, _TAPE),
    KeywordSet(tapes.any_tape, _TAPE),
    KeywordSet(calls.callback_ahead, _CALLBACK),
    KeywordSet(calls.callback_after_a_note, _CALLBACK | _DIRECTION),
    KeywordSet(calls.held, _HOLD),
    KeywordSet(calls.released, _HOLD | _AFTER),
    KeywordSet(outcomes.role_cut, _AFTER),
    KeywordSet(outcomes.cast_otherwise, _AFTER),
    KeywordSet(outcomes.told_passed, _AFTER),
    KeywordSet(outcomes.let_go, _AFTER | _QUIET),
    KeywordSet(waiting.unreflected, _LOOK),
    KeywordSet(waiting.submission, _QUIET),
    KeywordSet(waiting.after_callback, _QUIET),
    KeywordSet(waiting.past_window, _QUIET),
    KeywordSet(waiting.longer_than_usual, _QUIET),
    KeywordSet(waiting.three_days, _QUIET),
    KeywordSet(waiting.inside_window, _QUIET),
    KeywordSet(craft.low("listening", "listening"), _LISTENING),
    KeywordSet(craft.low("clarity", "clarity"), _CLARITY),
    KeywordSet(craft.low("direction", "direction"), _DIRECTION),
    KeywordSet(craft.low("myself", "bringing yourself"), _MYSELF),
    KeywordSet(craft.paced_twice(-1, "rushed"), _PACE),
    KeywordSet(craft.paced_twice(1, "dragged"), _PACE),
    KeywordSet(career.ten_without_callback, _DRY),
    KeywordSet(career.dry_spell(30), _DRY),
    KeywordSet(career.every_day, _ANY),
)
