"""Very long texts do not slow a key down: only their beginning is drawn."""

from typing import Any

import pytest
from rich.style import Style

from callbacktui.domain.round import Round
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import Pane
from callbacktui.tui.components.shorten_text import (
    MOST_CHARACTERS,
    MOST_LINES,
    excerpt,
    shorten_texts,
)
from tests.factories import audition, moment, reflection
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import desk, shown

LONG = ("e" + "\u0301" * 299_999, "\n" * 300_000, "x" * 300_000, "wide 日本 " * 40_000)
NAMES = ("combining marks", "line ends", "one word", "wide")


@pytest.mark.parametrize("text", LONG, ids=NAMES)
async def test_drawing_cost_does_not_grow_with_text_length(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    sizes: list[int] = []
    usual = LineWriter._wrapped

    def counted(writer: LineWriter, value: Any, width: int, style: Style, **more: Any) -> Any:
        sizes.append(len(str(value)))
        return usual(writer, value, width, style, **more)

    monkeypatch.setattr(LineWriter, "_wrapped", counted)
    looked_back = reflection(felt_good=text, next_time=text)
    read = Round(id="r1", done_at=moment(-3), reflection=looked_back, wore=text)
    app = make_app([audition(id=f"a{n}", notes=text, breakdown=text, rounds=(read,)) for n in "12"])
    async with app.run_test(size=(160, 42)) as pilot:
        for key in ("j", "k", "z", "z"):
            await pilot.press(key)
            await shown(pilot)
        assert sizes
        assert max(sizes) < MOST_CHARACTERS + 500
        for pane in desk(app).query(Pane):
            assert len(pane.lines) < 8 * (MOST_LINES + 20) + MOST_CHARACTERS


def test_excerpt_counts_the_rest() -> None:
    assert excerpt("short") == "short"
    whole = "word " * (MOST_CHARACTERS // 5)
    assert excerpt(whole) == whole
    long = "a" * (MOST_CHARACTERS + 1_234)
    assert excerpt(long).startswith("a" * MOST_CHARACTERS + "…")
    assert excerpt(long).endswith("(1,234 characters more)")
    assert excerpt("\n" * 1_000).count("\n") == MOST_LINES


def test_short_texts_are_not_copied() -> None:
    one = audition(notes="short", rounds=(Round(id="r1", wore="blue"),))
    assert shorten_texts(one) is one
    long = audition(notes="x" * 9_000, rounds=(Round(id="r1", wore="y" * 9_000),))
    assert len(shorten_texts(long).rounds[0].wore) < 7_000
    assert shorten_texts(long).id == long.id
