"""Themes on terminals with 256 or 16 colors: the nearest colors, and readable text."""

from functools import cache, lru_cache
from typing import Final

from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color as RichColor
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_READABLE: Final = 4.5
_FIRST_FIXED: Final = 16
"""Below this number, users of 256-color terminals choose the colors themselves."""

_BLUE, _CYAN = 4, 6
_NUMBERS: Final = {"256": range(_FIRST_FIXED, 256), "standard": range(16)}


class FewerColors(LineFilter):
    """Turns every color into one that the terminal has.

    Rich rounds each channel on its own, which turns dark brown into red, and white on cream into
    white on white.
    """

    def __init__(self, system: str) -> None:
        super().__init__()
        self.enabled = system in _NUMBERS
        self.selection = ""
        self.is_dark = True
        self._system = system

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments in colors that the terminal has."""
        cursor = self.selection.lower() if self._system == "standard" else ""
        return [
            segment
            if segment.control or segment.style is None
            else Segment(
                segment.text, _style(segment.style, self._system, cursor, self.is_dark), None
            )
            for segment in segments
        ]


def _style(style: Style, system: str, cursor: str, is_dark: bool) -> Style:
    """Return the style in colors that there are; it may also hold a place or a link."""
    fewer = _fewer(style.color, style.bgcolor, system, cursor, is_dark)
    return style + fewer if fewer else style


@lru_cache(4096)
def _fewer(
    color: RichColor | None, ground_color: RichColor | None, system: str, cursor: str, is_dark: bool
) -> Style:
    ink, ground = _triplet(color), _triplet(ground_color)
    if ground and ground.hex == cursor:
        below: int | None = _BLUE if is_dark else _CYAN
    else:
        below = nearest(ground, system) if ground else None
    above = readable(ink, ground, below, system) if ink else None
    return Style(
        color=None if above is None else RichColor.from_ansi(above),
        bgcolor=None if below is None else RichColor.from_ansi(below),
    )


def nearest(color: ColorTriplet, system: str) -> int:
    """Return the number of the color that looks most like `color`."""
    return min(_by_distance(color, system))[1]


def readable(ink: ColorTriplet, ground: ColorTriplet | None, below: int | None, system: str) -> int:
    """Return the number nearest to `ink` that is as readable on `below` as `ink` is on `ground`."""
    if ground is None or below is None:
        return nearest(ink, system)
    under = palette_color(below, system)
    wanted = min(_READABLE, contrast(ink, ground))
    near = [number for _, number in sorted(_by_distance(ink, system))]
    enough = (number for number in near if contrast(palette_color(number, system), under) >= wanted)
    found = next(enough, None)
    if found is not None:
        return found
    return max(near, key=lambda number: contrast(palette_color(number, system), under))


def palette_color(number: int, system: str) -> ColorTriplet:
    """Return how a numbered color looks on most terminals."""
    palette = STANDARD_PALETTE if system == "standard" else EIGHT_BIT_PALETTE
    return palette[number]


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """Return the contrast ratio of WCAG 2.1, from 1 to 21."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(4096)
def _light(color: ColorTriplet) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _colors(system: str) -> tuple[tuple[int, ColorTriplet], ...]:
    return tuple((number, palette_color(number, system)) for number in _NUMBERS[system])


@lru_cache(512)
def _by_distance(color: ColorTriplet, system: str) -> tuple[tuple[int, int], ...]:
    """Return how different each numbered color looks, with its number.

    It is the sum of the squares of what the channels and their differences are apart: hue counts
    too, so that brown does not become red.
    """
    distances = []
    for number, (red, green, blue) in _colors(system):
        r, g, b = red - color.red, green - color.green, blue - color.blue
        distances.append((4 * (r * r + g * g + b * b) - (r + g + b) ** 2, number))
    return tuple(distances)


def _triplet(color: RichColor | None) -> ColorTriplet | None:
    return color.triplet if color is not None else None
