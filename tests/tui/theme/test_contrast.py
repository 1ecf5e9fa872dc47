"""Contrast, plain ASCII, and terminals without color."""

import re

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.theme import Theme

from callbacktui.config import Config
from callbacktui.tui.runtime.control_char_filter import TYPEWRITER, ControlCharFilter
from callbacktui.tui.theme.themes import CONTRAST, HUES, THEMES
from tests.factories import present
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, shown

LINES = {"line"}
GROUNDS = {"bar"}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.1, from 1 to 21."""
    return _ratio(_light(one), _light(other))


def _light(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(one: float, other: float) -> float:
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_and_lines_have_enough_contrast(theme: Theme) -> None:
    colours = theme.variables
    grounds = {
        "background": present(theme.background),
        "panel": present(theme.panel),
        "surface": present(theme.surface),
        "bar": colours["bar"],
        "selection": colours["selection"],
    }
    least = 7.0 if theme is CONTRAST else 4.5
    texts = {hue: colours[hue] for hue in HUES if hue not in LINES | GROUNDS}
    texts |= {"foreground": present(theme.foreground), "error": present(theme.error)}
    weak = {
        (name, ground): round(contrast(colour, under), 2)
        for name, colour in texts.items()
        for ground, under in grounds.items()
        if contrast(colour, under) < least
    }
    assert weak == {}
    for ground in ("background", "panel", "bar"):
        assert contrast(colours["line"], str(grounds[ground])) >= 3


@pytest.mark.parametrize("size", [(160, 42), (200, 60)])
async def test_ascii_mode_draws_only_ascii(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(SEVERAL, Config(ascii=True))
    async with app.run_test(size=size) as pilot:
        for keys in ((), ("s",), ("escape", "question_mark"), ("escape", "r"), ("escape", "n")):
            await pilot.press(*keys)
            await shown(pilot)
            drawn = "".join(
                segment.text for line in app.screen._compositor.render_strips() for segment in line
            )
            assert set(re.findall(r"[^\x00-\x7f]", drawn)) == set()
            assert "Nina, The Seagull" in drawn


def test_ascii_replacement_keeps_widths() -> None:
    assert all(len(chr(plain)) == 1 for plain in map(ord, TYPEWRITER.values()))
    seal = ControlCharFilter(ascii_only=True)
    assert seal._plain("Étienne · “pinned”…") == 'Étienne - "pinned"~'


async def test_no_color_uses_the_contrast_theme(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(SEVERAL)
    async with app.run_test() as pilot:
        await shown(pilot)
        assert app.theme == CONTRAST.name
        assert desk(app).is_current


@pytest.mark.parametrize(
    "text", ["👩‍🎤", "❤️", "👍🏽", "👨‍👩‍👧‍👦", "🏳️‍🌈", "1️⃣", "a👩‍🎤b❤️c", "🇬🇧", "é日本"]
)
def test_emoji_take_the_cells_of_the_layout(text: str) -> None:
    drawn = ControlCharFilter(ascii_only=False)._plain(text)
    assert sum(cell_len(character) for character in drawn) == cell_len(text)
    assert "\N{ZERO WIDTH JOINER}" not in drawn
    assert "\N{VARIATION SELECTOR-16}" not in drawn
