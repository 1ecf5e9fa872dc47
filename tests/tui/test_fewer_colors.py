"""With 256 or 16 colors all text in all themes is readable, and the cursor is visible."""

import pytest
from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground

from callbacktui.theme_names import THEME_NAMES
from callbacktui.tui.theme.fewer_colors import FewerColors, contrast, nearest, palette_color
from callbacktui.tui.theme.themes import HUES, THEMES
from tests.tui.conftest import MakeApp

SYSTEMS = ("256", "standard")
TEXTS = ("foreground", "error", *(hue for hue in HUES if hue not in {"line", "bar"}))
GROUNDS = ("background", "panel", "surface", "bar", "selection")


def triplet(color: str) -> ColorTriplet:
    return ColorTriplet(*Ground.parse(color).rgb)


def fitted(style: Style, system: str, variables: dict[str, str], *, is_dark: bool) -> Style:
    fewer = FewerColors(system)
    fewer.selection, fewer.is_dark = variables["selection"], is_dark
    (segment,) = fewer.apply([Segment("x", style)], Ground(0, 0, 0))
    assert segment.style
    return segment.style


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("name", sorted(THEME_NAMES))
def test_text_is_readable_on_every_background(make_app: MakeApp, name: str, system: str) -> None:
    app = make_app()
    app.theme = name
    variables = app.get_css_variables()
    for ground in GROUNDS:
        for text in TEXTS:
            ink, under = triplet(variables[text]), triplet(variables[ground])
            style = Style(color=Color.from_triplet(ink), bgcolor=Color.from_triplet(under))
            drawn = fitted(style, system, variables, is_dark=app.current_theme.dark)
            assert drawn.color
            assert drawn.bgcolor
            one, other = (
                palette_color(c.number or 0, system) for c in (drawn.color, drawn.bgcolor)
            )
            assert contrast(one, other) >= min(4.4, contrast(ink, under)), (text, ground)


def test_brown_and_white_keep_their_hue_in_256_colors() -> None:
    for color in ("#3a2f22", "#ece4d8", "#15120f", "#e8d9bf", "#26201a", "#faf6ef"):
        near = palette_color(nearest(triplet(color), "256"), "256")
        wanted = triplet(color)
        assert max(abs(a - b) for a, b in zip(near, wanted, strict=True)) <= 48, color
        reddish = (near.red - near.green) - (wanted.red - wanted.green)
        assert reddish < 30, color


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("name", [theme.name for theme in THEMES])
def test_cursor_row_differs_from_the_background(make_app: MakeApp, name: str, system: str) -> None:
    app = make_app()
    app.theme = name
    variables, is_dark = app.get_css_variables(), app.current_theme.dark
    ink = Color.from_triplet(triplet(variables["foreground"]))
    grounds = {
        fitted(
            Style(color=ink, bgcolor=Color.from_triplet(triplet(variables[ground]))),
            system,
            variables,
            is_dark=is_dark,
        ).bgcolor
        for ground in ("background", "selection")
    }
    assert len(grounds) == 2
