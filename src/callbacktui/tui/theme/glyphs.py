"""The signs that the program draws; a word next to each says the same."""

from typing import Final, NamedTuple

from callbacktui.tui.theme.status_kind import StatusKind


class Glyphs(NamedTuple):
    """One set of signs, each one cell wide."""

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
    bar: str
    mark: str
    edge: str
    tape: str
    clash: str
    light: str
    tip: str
    dash: str
    ellipsis: str
    separator: str
    own: str
    arrow: str

    def of_kind(self, kind: StatusKind) -> str:
        """Return the sign for a kind of status."""
        sign: str = getattr(self, kind.value)
        return sign


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
    gap="┄",
    bar="▬",
    mark="┊",
    edge="│",
    tape="▣",
    clash="╋",
    light="◐",
    tip="☼",
    dash="─",
    ellipsis="…",
    separator="·",
    own="¶",
    arrow="→",
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
    bar="=",
    mark=":",
    edge="|",
    tape="v",
    clash="!",
    light="o",
    tip="*",
    dash="-",
    ellipsis="~",
    separator="-",
    own="P",
    arrow=">",
)


def glyphs(*, ascii_only: bool) -> Glyphs:
    """Return the set of signs to draw with."""
    return PLAIN if ascii_only else FINE
