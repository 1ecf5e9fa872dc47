"""The signs of the desk; each always stands beside its word."""

from typing import Final, NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Stage
from callbacktui.domain.standing import Group


class Glyphs(NamedTuple):
    """One set of signs, each a single cell wide."""

    next: str
    callback: str
    waiting: str
    quiet: str
    hold: str
    booked: str
    closed: str
    wrapped: str
    marked: str
    focus: str
    folded: str
    unfolded: str
    reached: str
    here: str
    ahead: str
    full: str
    empty: str
    track: str
    gap: str
    dash: str
    ellipsis: str
    separator: str

    def of(self, group: Group, audition: Audition) -> str:
        """The sign for an audition in its group."""
        stage = audition.stage
        match group:
            case Group.CLOSED:
                return self.wrapped if stage is Stage.WRAPPED else self.closed
            case Group.QUIET:
                return self.quiet
            case Group.WAITING:
                return self.waiting
            case Group.NEXT if stage.rank < Stage.CALLBACK.rank:
                return self.next
        if stage.rank >= Stage.OFFER.rank:
            return self.booked
        return self.hold if stage is Stage.HOLD else self.callback


FINE: Final = Glyphs(
    next="◆",
    callback="◆",
    waiting="◐",
    quiet="○",
    hold="◈",
    booked="★",
    closed="·",
    wrapped="✓",
    marked="✓",
    focus="▸",
    folded="▸",
    unfolded="▾",
    reached="●",
    here="◐",
    ahead="○",
    full="●",
    empty="○",
    track="━",
    gap="╌",
    dash="─",
    ellipsis="…",
    separator="·",
)

PLAIN: Final = Glyphs(
    next="*",
    callback="*",
    waiting="o",
    quiet=".",
    hold="#",
    booked="$",
    closed="-",
    wrapped="+",
    marked="x",
    focus=">",
    folded=">",
    unfolded="v",
    reached="x",
    here="o",
    ahead=".",
    full="x",
    empty=".",
    track="=",
    gap="-",
    dash="-",
    ellipsis="~",
    separator="-",
)


def glyphs(*, ascii_only: bool) -> Glyphs:
    """The set to draw with."""
    return PLAIN if ascii_only else FINE
