"""By which words a passage of an own page is known to be about a moment.

Read the table downwards: a moment, and the words, folded, that passages about it have in their
headings or their text. The words are looked for and never shown.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from callbacktui.advice.tips.conditions import answers as endings
from callbacktui.advice.tips.conditions import calls as because
from callbacktui.advice.tips.conditions import career as career_moments
from callbacktui.advice.tips.conditions import craft, tapes
from callbacktui.advice.tips.conditions import waiting as after_a_read
from callbacktui.advice.tips.conditions import waiting as quiet
from callbacktui.advice.tips.context import Context


class Moment(NamedTuple):
    """When it is, and the words, folded, of passages that are about it."""

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

MOMENTS: Final = (
    Moment(because.due_today, _TAPE),
    Moment(because.due_tomorrow, _TAPE),
    Moment(tapes.any_tape, _TAPE),
    Moment(because.callback_ahead, _CALLBACK),
    Moment(because.callback_after_a_note, _CALLBACK | _DIRECTION),
    Moment(because.held, _HOLD),
    Moment(because.released, _HOLD | _AFTER),
    Moment(endings.role_cut, _AFTER),
    Moment(endings.cast_otherwise, _AFTER),
    Moment(endings.told_passed, _AFTER),
    Moment(endings.let_go, _AFTER | _QUIET),
    Moment(after_a_read.unreflected, _LOOK),
    Moment(quiet.submission, _QUIET),
    Moment(quiet.after_callback, _QUIET),
    Moment(quiet.past_window, _QUIET),
    Moment(quiet.longer_than_usual, _QUIET),
    Moment(quiet.three_days, _QUIET),
    Moment(quiet.inside_window, _QUIET),
    Moment(craft.low("listening", "listening"), _LISTENING),
    Moment(craft.low("clarity", "clarity"), _CLARITY),
    Moment(craft.low("direction", "direction"), _DIRECTION),
    Moment(craft.low("myself", "bringing yourself"), _MYSELF),
    Moment(craft.paced_twice(-1, "rushed"), _PACE),
    Moment(craft.paced_twice(1, "dragged"), _PACE),
    Moment(career_moments.ten_without_callback, _DRY),
    Moment(career_moments.dry_spell(30), _DRY),
    Moment(career_moments.every_day, _ANY),
)
