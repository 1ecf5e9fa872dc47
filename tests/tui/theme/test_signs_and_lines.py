"""The signs take one cell each and are ASCII where they have to be; lines stand out as lines."""

import pytest
from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground
from textual.theme import Theme

from callbacktui.tui.theme.fewer_colors import FewerColors, contrast, palette_color
from callbacktui.tui.theme.glyphs import FINE, PLAIN, Glyphs
from callbacktui.tui.theme.styles import Styles
from callbacktui.tui.theme.themes import THEMES
from tests.factories import present
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, lines, shown

SYSTEMS = ("256", "standard")
ODD = (
    Style(meta={"@click": "app.quit()"}),
    Style(meta={"offset": (3, 4)}, bold=True),
    Style(link="file:///tmp/sides.pdf"),
    Style(reverse=True, underline=True),
    Style.null(),
)


def styles(theme: Theme) -> Styles:
    variables = {**theme.variables, "foreground": present(theme.foreground)}
    return Styles.of({**variables, "error": present(theme.error)})


def fewer(style: Style, system: str) -> Style:
    colors = FewerColors(system)
    colors.selection = "#3a2f22"
    (segment,) = colors.apply([Segment("x", style)], Ground(0, 0, 0))
    return present(segment.style)


@pytest.mark.parametrize("signs", [FINE, PLAIN], ids=["fine", "plain"])
def test_glyphs_take_one_cell(signs: Glyphs) -> None:
    assert [name for name, sign in signs._asdict().items() if cell_len(sign) != 1] == []


def test_ascii_glyphs_are_ascii() -> None:
    assert "".join(PLAIN).isascii()
    assert "".join(PLAIN).isprintable()


@pytest.mark.parametrize("signs", [FINE, PLAIN], ids=["fine", "plain"])
def test_adjacent_glyphs_differ(signs: Glyphs) -> None:
    for together in (
        (signs.bar, signs.gap, signs.full, signs.mark, signs.edge),
        (signs.reached, signs.here, signs.ahead),
        (signs.next, signs.tape, signs.hold, signs.clash, signs.track),
        (signs.folded, signs.unfolded),
    ):
        assert len(set(together)) == len(together)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_hairline_is_visible_but_fainter_than_text(theme: Theme) -> None:
    drawn = styles(theme)
    ground = Color.parse(present(theme.background)).get_truecolor()
    hairline, faint, muted, text = (
        contrast(present(style.color).get_truecolor(), ground)
        for style in (drawn.hairline, drawn.faint, drawn.muted, drawn.text)
    )
    assert 1.4 <= hairline <= faint < muted <= text
    assert faint >= 3


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_hairline_is_visible_with_fewer_colors(theme: Theme, system: str) -> None:
    ground = Style(bgcolor=present(theme.background))
    for style in (styles(theme).hairline, styles(theme).faint):
        drawn = fewer(ground + style, system)
        ink, under = (present(color).number for color in (drawn.color, drawn.bgcolor))
        assert (
            contrast(palette_color(present(ink), system), palette_color(present(under), system))
            > 1.25
        )


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("odd", ODD, ids=str)
def test_style_cache_keeps_other_attributes(odd: Style, system: str) -> None:
    colored = Style(color="#f0b35a", bgcolor="#15120f")
    bare = fewer(colored, system)
    for _ in range(2):
        drawn = fewer(colored + odd, system)
        assert (drawn.color, drawn.bgcolor) == (bare.color, bare.bgcolor)
        assert (drawn.meta, drawn.link) == (odd.meta, odd.link)
        assert (drawn.bold, drawn.reverse, drawn.underline) == (
            odd.bold, odd.reverse, odd.underline,
        )  # fmt: skip
    assert fewer(odd, system) == odd
    assert not fewer(colored, system).meta


@pytest.mark.parametrize("system", SYSTEMS)
async def test_desk_uses_only_available_colors(make_app: MakeApp, system: str) -> None:
    app = make_app(SEVERAL)
    colors = FewerColors(system)
    async with app.run_test(size=(200, 60)) as pilot:
        await shown(pilot)
        colors.selection = app.theme_variables["selection"]
        for line in app.screen._compositor.render_strips():
            for segment in colors.apply(list(line), Ground(0, 0, 0)):
                for color in (present(segment.style).color, present(segment.style).bgcolor):
                    assert color is None or color.triplet is None


async def test_list_has_the_same_text_without_color(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []
    for no_color in ("", "1"):
        monkeypatch.setenv("NO_COLOR", no_color)
        app = make_app(SEVERAL if not no_color else ())
        async with app.run_test(size=(120, 36)) as pilot:
            await shown(pilot)
            assert desk(app).is_current
            drawn.append(lines(app))
    assert drawn[0] == drawn[1]
