"""Makes up reflections of an actor who tends to rush self-tapes."""

from random import Random

from callbacktui.domain.enums import Format
from callbacktui.domain.moment import Moment
from callbacktui.domain.reflection import NONE_GIVEN, Gave, Gut, Reflection
from callbacktui.domain.round import Round
from callbacktui.exchange.demo.load_demo_data import Material

_REFLECTED_SHARE = 0.55
_RUSHED_TAPE, _RUSHED_ROOM, _RUSHED_YET_ASKED_ON = 0.75, 0.5, 0.2
_DRAGGED = 0.1


def reflects_on_read(chance: Random) -> bool:
    """Decide by chance whether the actor reflects on a read, a bit more often than not."""
    return chance.random() < _REFLECTED_SHARE


def make_reflection(
    read: Round, material: Material, chance: Random, made_at: Moment, *, asked_on: bool
) -> Reflection:
    """Make up the reflection on `read`; `asked_on` if it led to more."""
    pacing = _pacing(read, chance, asked_on=asked_on)
    clear = max(1, min(5, chance.choice((3, 4, 4)) + asked_on - (pacing == -2)))
    off = pacing != 0 or clear < 4
    return Reflection(
        gave_my_audition=_gave(clear, pacing),
        clarity=clear,
        direction=chance.choice((3, 4, 5)) if read.redirects else NONE_GIVEN,
        pacing=pacing,
        listening=max(1, min(5, chance.choice((3, 4, 4, 5)) - (pacing < 0))),
        myself=min(5, chance.choice((2, 3, 4)) + asked_on),
        gut=chance.choice(tuple(Gut)),
        felt_good=chance.choice(material.good),
        felt_off=chance.choice(material.off.for_pacing(pacing)) if off else "",
        next_time=chance.choice(material.next_time.for_pacing(pacing)) if off else "",
        made_at=made_at,
    )


def _pacing(read: Round, chance: Random, *, asked_on: bool) -> int:
    rushed = _RUSHED_TAPE if read.format is Format.SELF_TAPE else _RUSHED_ROOM
    if asked_on:
        rushed = _RUSHED_YET_ASKED_ON
    drawn = chance.random()
    if drawn < rushed:
        return chance.choice((-1, -1, -2))
    return 1 if drawn > 1 - _DRAGGED else 0


def _gave(clear: int, pacing: int) -> Gave:
    if clear >= 4 and pacing > -2:
        return Gave.YES
    return Gave.PARTLY if clear >= 3 else Gave.NO
