"""The plots of a made-up career: what happens to one audition, day by day.

A plot is a list of beats, each some days before its last day. The last day is today for open
auditions, and the day it ended for closed ones.
"""

from typing import Final, NamedTuple

from callbacktui.domain.enums import Format, Medium
from callbacktui.domain.stage import Disposition, Move, Stage


class Beat(NamedTuple):
    """An event that happens `ago` days before the plot's last day.

    `to` is the move, or None if the actor gives the round that was asked for. A round that is
    asked for has a `form`, and its appointment or deadline `meet` days before the last day.
    """

    ago: int
    to: Move | None
    form: Format | None = None
    meet: int = 0


class Plot(NamedTuple):
    """The beats of one audition, the kinds of work it suits, and its relative frequency."""

    media: tuple[Medium, ...]
    beats: tuple[Beat, ...]
    weight: int = 1


_TAPE: Final = Format.SELF_TAPE
_ROOM: Final = Format.IN_PERSON
_LIVE: Final = Format.VIRTUAL_LIVE

_SCREEN: Final = (Medium.TV, Medium.FILM)
_STAGE: Final = (Medium.THEATRE,)
_ADS: Final = (Medium.COMMERCIAL,)
_SMALL: Final = (Medium.SHORT, Medium.STUDENT, Medium.WEB, Medium.INDUSTRIAL, Medium.PRINT)
_VOICE: Final = (Medium.VOICE_OVER, Medium.GAME)
_ANY: Final = (*_SCREEN, *_SCREEN, *_STAGE, *_ADS, *_ADS, *_SMALL, *_VOICE)


def _sent(ago: int) -> Beat:
    return Beat(ago, Stage.SUBMITTED)


def _asked(ago: int, form: Format, meet: int) -> Beat:
    return Beat(ago, Stage.REQUESTED, form, meet)


def _called_back(ago: int, form: Format, meet: int) -> Beat:
    return Beat(ago, Stage.CALLBACK, form, meet)


def _given(ago: int) -> Beat:
    return Beat(ago, None)


def _to(ago: int, move: Move) -> Beat:
    return Beat(ago, move)


def _taped(ago: int) -> tuple[Beat, ...]:
    """Submit, get asked for a tape, and send it `ago` days before the last day."""
    return _sent(ago + 9), _asked(ago + 3, _TAPE, ago - 1), _given(ago)


def _read(ago: int) -> tuple[Beat, ...]:
    """Submit, get an appointment, and read in person `ago` days before the last day."""
    return _sent(ago + 12), _asked(ago + 4, _ROOM, ago), _given(ago)


def _read_and_called_back(ago: int) -> tuple[Beat, ...]:
    """Read, get called back, and give the callback `ago` days before the last day."""
    return *_read(ago + 9), _called_back(ago + 3, _ROOM, ago), _given(ago)


OPEN_PLOTS: Final = (
    Plot(_STAGE, (_sent(11), _asked(2, _TAPE, -1))),
    Plot((Medium.TV,), _taped(9)),
    Plot((Medium.FILM,), (*_read(12), _called_back(6, _ROOM, 4), _given(4), _to(2, Stage.HOLD))),
    Plot(_ADS, _taped(11)),
    Plot((Medium.TV,), (*_taped(8), _called_back(2, _ROOM, -2))),
    Plot(_ADS, _taped(2)),
    Plot(_STAGE, _read_and_called_back(6)),
    Plot((Medium.FILM,), _taped(41)),
    Plot(_ADS, (_sent(6), _asked(1, _ROOM, -3))),
    Plot(_STAGE, _read(20)),
    Plot((Medium.TV,), (*_read_and_called_back(8), _to(3, Stage.HOLD))),
    Plot((Medium.SHORT,), _taped(19)),
    Plot(_VOICE, (_sent(5), _asked(1, _TAPE, -4))),
    Plot(_STAGE, (*_read_and_called_back(24), _to(15, Stage.OFFER), _to(12, Stage.BOOKED))),
    Plot((Medium.TV,), (_sent(3),)),
    Plot((Medium.TV,), _read_and_called_back(22)),
    Plot((Medium.FILM,), _read(17)),
    Plot((Medium.WEB, Medium.SHORT), ()),
    Plot((Medium.FILM,), (*_read_and_called_back(9), Beat(5, Stage.TEST, _ROOM, 3), _given(3))),
    Plot(_VOICE, _taped(5)),
    Plot((Medium.FILM,), (_sent(26), _asked(5, _LIVE, -6))),
    Plot(_ADS, (*_taped(9), _to(2, Stage.HOLD))),
    Plot((Medium.STUDENT,), (_sent(20),)),
    Plot(_SMALL, (_sent(14), _asked(8, _ROOM, 5), _given(5), _to(1, Stage.OFFER))),
    Plot((Medium.TV,), (_sent(8), _asked(3, _ROOM, 1))),
    Plot(_STAGE, (_sent(6),)),
    Plot((Medium.FILM,), _taped(3)),
)
"""The plots of open auditions, ordered so that the first few already show every group."""


CLOSED_PLOTS: Final = (
    Plot(_ANY, (*_taped(17), _to(0, Disposition.PRESUMED_PASSED)), 22),
    Plot((*_SCREEN, *_STAGE), (*_read(24), _to(0, Disposition.PRESUMED_PASSED)), 16),
    Plot(_ANY, (_sent(21), _to(0, Disposition.PRESUMED_PASSED)), 14),
    Plot(_ANY, (*_read(6), _to(0, Disposition.PASSED_TOLD)), 9),
    Plot(_ANY, (*_read_and_called_back(16), _to(0, Disposition.PRESUMED_PASSED)), 7),
    Plot(_ANY, (*_read_and_called_back(5), _to(0, Disposition.PASSED_TOLD)), 6),
    Plot(_ADS, (*_taped(10), _to(6, Stage.HOLD), _to(0, Disposition.RELEASED)), 6),
    Plot(
        _SCREEN, (*_read_and_called_back(12), _to(8, Stage.HOLD), _to(0, Disposition.RELEASED)), 3
    ),
    Plot(_ANY, (*_taped(8), _to(0, Disposition.CAST_OTHERWISE)), 6),
    Plot(_SCREEN, (*_read(7), _to(0, Disposition.ROLE_CUT)), 4),
    Plot(_SCREEN, (*_taped(12), _to(0, Disposition.PROJECT_SHELVED)), 4),
    Plot(_ANY, (_sent(9), _asked(4, _TAPE, 1), _to(0, Disposition.REQUEST_DECLINED)), 3),
    Plot(_ANY, (_sent(10), _asked(5, _TAPE, 2), _to(0, Disposition.DEADLINE_MISSED)), 2),
    Plot(_ANY, (_sent(12), _asked(5, _ROOM, -2), _to(0, Disposition.CANCELLED)), 2),
    Plot(_STAGE, (_sent(8), _to(0, Disposition.WITHDRAWN)), 2),
    Plot(
        (*_ADS, *_SMALL, *_VOICE),
        (*_taped(30), _to(24, Stage.BOOKED), _to(0, Stage.WRAPPED)),
        5,
    ),
    Plot(
        (*_SCREEN, *_STAGE),
        (
            *_read_and_called_back(60),
            _to(55, Stage.OFFER),
            _to(52, Stage.BOOKED),
            _to(0, Stage.WRAPPED),
        ),
        4,
    ),
    Plot(_SMALL, (*_read(6), _to(2, Stage.OFFER), _to(0, Disposition.OFFER_DECLINED)), 2),
)
"""The plots of closed auditions, weighted about as in real life."""
