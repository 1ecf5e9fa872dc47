"""The tip card says as much as its rows hold, and where there is more it says so."""

from typing import Final

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.content import Content

from callbacktui.advice.tips.tip import Tip
from callbacktui.tui.commands.desk import DESK
from callbacktui.tui.desk.tip_card import TipCard
from callbacktui.tui.theme.glyphs import FINE, PLAIN, Glyphs
from callbacktui.tui.theme.themes import GHOSTLIGHT, fallback_variables

TIP: Final = Tip(
    rule="first_line",
    text="Say the first line of the next one as you would say it to someone you know. The rest "
    "tends to come along.",
    reason="because you marked Myself 2",
    source="A ninety-second look back",
    article="look-back",
    section="",
)
FIRST: Final = TIP.text.partition(".")[0] + "."
KEYS: Final = "t read  x later"


class Card(App[None]):
    """Shows a tip card alone, in so many rows with or without a frame."""

    CSS = "#tip { padding: 0 1; } .framed { border: round white; }"

    def __init__(self, rows: int, signs: Glyphs = FINE) -> None:
        super().__init__()
        self.register_theme(GHOSTLIGHT)
        self.theme = GHOSTLIGHT.name
        self.card = TipCard(DESK, signs, id="tip")
        self.card.styles.height = rows
        self.card.set_class(rows >= 4, "framed")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return fallback_variables(dark=True)

    def compose(self) -> ComposeResult:
        yield self.card

    def drawn(self) -> list[str]:
        assert all(
            Segment.get_line_length(line) <= self.card.text_width for line in self.card.lines
        )
        return ["".join(segment.text for segment in line) for line in self.card.lines]


async def drawn(
    rows: int, width: int = 60, tip: Tip | None = TIP, signs: Glyphs = FINE
) -> list[str]:
    app = Card(rows, signs)
    async with app.run_test(size=(width, 12)):
        app.card.tip = tip
        return app.drawn()


def joined(lines: list[str]) -> str:
    """Return wrapped lines as one text."""
    return " ".join(" ".join(lines).split())


async def test_one_row_shows_only_the_tip() -> None:
    (line,) = await drawn(1)
    assert line.startswith("☼ Say the first line")
    assert line.endswith("…")


async def test_two_rows_show_first_sentence_reason_and_source() -> None:
    *told, last = await drawn(2, 84)
    assert joined(told) == f"☼ {FIRST}"
    assert last.startswith("Because you marked Myself 2. From: A ninety-second look back")
    assert last.endswith(KEYS)


async def test_card_shows_as_many_whole_sentences_as_fit() -> None:
    assert joined((await drawn(3, 84))[:2]) == f"☼ {TIP.text}"
    assert joined((await drawn(4, 84))[:1]) == FIRST
    assert TIP.text in joined(await drawn(7, 84))


async def test_source_has_priority_over_the_keys() -> None:
    lines = await drawn(3, 70)
    assert KEYS not in "".join(lines)
    assert "From: A ninety-second look back" in joined(lines)


async def test_framed_card_shows_keys_on_its_frame() -> None:
    app = Card(8)
    async with app.run_test(size=(60, 12)):
        app.card.tip = TIP
        lines = app.drawn()
        assert joined(lines) == (
            f"{TIP.text} Because you marked Myself 2. From: A ninety-second look back"
        )
        assert KEYS not in "".join(lines)
        assert Content.from_markup(app.card.border_subtitle or "").plain == f"{KEYS}  X quiet"
        assert str(app.card.border_title) == "☼ Tip"


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 5, 8])
@pytest.mark.parametrize("width", [20, 38, 46, 80, 140])
async def test_card_never_exceeds_its_rows(rows: int, width: int) -> None:
    lines = await drawn(rows, width)
    assert 1 <= len(lines) <= (rows if rows < 4 else rows - 2)
    cut = joined(lines)
    assert FIRST in cut or "…" in cut


async def test_short_tip_is_not_cut() -> None:
    short = Tip(rule="r", text="Breathe.", reason="so", source="Us", article="a", section="")
    assert "…" not in "".join(await drawn(2, tip=short))


async def test_card_without_a_tip_is_empty() -> None:
    assert await drawn(5, tip=None) == []


async def test_tips_turned_off_say_how_to_turn_them_on() -> None:
    app = Card(2)
    async with app.run_test(size=(60, 12)):
        app.card.tip, app.card.tips_off = TIP, True
        assert app.drawn() == ["Tips are off. X brings them back"]
        assert not str(app.card.border_subtitle or "")


async def test_ascii_card_is_ascii() -> None:
    for rows in (1, 2, 5):
        assert "".join(await drawn(rows, 40, signs=PLAIN)).isascii()
