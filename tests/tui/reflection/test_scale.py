from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from callbacktui.domain.reflection import NONE_GIVEN
from callbacktui.tui.reflection.answer_rendering import (
    Drawn,
    answer_at,
    answer_text,
    pacing_text,
    pieces,
    scale_text,
)
from callbacktui.tui.reflection.question_definitions import ALL, BY_NAME, Answer, Question
from callbacktui.tui.reflection.scale import Scale
from callbacktui.tui.theme.glyphs import FINE, PLAIN
from callbacktui.tui.theme.styles import Styles
from callbacktui.tui.theme.themes import GHOSTLIGHT, THEMES, fallback_variables

INKS = Styles.of(
    {**GHOSTLIGHT.variables, "foreground": "#ece4d8", "error": "#f08a80", "muted": "#a89c8c"}
)


def drawn(question: Question, answer: Answer, width: int, *, is_focused: bool = False) -> str:
    parts = pieces(question, Drawn(answer, is_focused, width), INKS, FINE)
    return "".join(part.text for part in parts)


def test_scale_shows_signs_and_words() -> None:
    assert scale_text("clarity", 4, INKS, FINE).plain == "● ● ● ● ○  4"
    assert scale_text("direction", NONE_GIVEN, INKS, FINE).plain == "none given"
    assert pacing_text(-1, INKS, FINE).plain == "──●─┼────  a little rushed"
    assert pacing_text(0, INKS, FINE).plain == "────●────  about right"
    assert answer_text("gut", "cant_tell", INKS, FINE).plain == "can't tell"
    assert answer_text("pacing", None, INKS, FINE).plain == "no answer yet"


def test_ascii_scale_is_ascii() -> None:
    drawings = [answer_text("pacing", 2, INKS, PLAIN), scale_text("myself", 1, INKS, PLAIN)]
    assert [text.plain for text in drawings] == ["----+---x  dragged", "x . . . .  1"]


def test_question_fits_at_80_columns() -> None:
    assert drawn(BY_NAME["clarity"], 4, 76).endswith("Were your choices clear and grounded?")
    assert drawn(BY_NAME["pacing"], -1, 76).endswith("a little rushed")
    assert "Did I give the audition I came to give?" in drawn(ALL[0], None, 76)
    assert drawn(ALL[0], None, 76, is_focused=True).startswith("▸ ")


@pytest.mark.parametrize("question", ALL)
@given(width=st.integers(40, 120))
def test_scale_fits_from_46_columns(question: Question, width: int) -> None:
    line = drawn(question, None, width)
    assert len(line) <= max(width, 54)
    assert question.words not in line or len(line) <= width


def test_click_on_a_sign_gives_its_answer() -> None:
    for question in ALL:
        parts = pieces(question, Drawn(None, False, 76), INKS, FINE)
        hit = {answer_at(parts, x) for x in range(76)} - {None}
        options = {option.value for option in question.options}
        numbers = {a for a in hit if isinstance(a, int)}
        assert hit - numbers == options
        assert len(numbers) in {0, 5}


@pytest.mark.parametrize(
    ("name", "key", "answer"),
    [
        ("clarity", "1", 1),
        ("clarity", "0", None),
        ("clarity", "6", None),
        ("direction", "0", NONE_GIVEN),
        ("direction", "n", NONE_GIVEN),
        ("pacing", "1", -2),
        ("pacing", "5", 2),
        ("gut", "c", "cant_tell"),
        ("gut", "5", None),
        ("gave_my_audition", "p", "partly"),
    ],
)
def test_keys_give_answers(name: str, key: str, answer: Answer) -> None:
    assert BY_NAME[name].answer(key) == answer


@pytest.mark.parametrize("question", ALL)
def test_answers_round_trip_through_drafts(question: Question) -> None:
    for key in "12345npuclyn0":
        answer = question.answer(key)
        assert question.parse("" if answer is None else str(answer)) == answer
    assert question.parse("77") is None


class Host(App[None]):
    def __init__(self, name: str) -> None:
        super().__init__()
        for own in THEMES:
            self.register_theme(own)
        self.theme = GHOSTLIGHT.name
        self.scale = Scale(BY_NAME[name])
        self.heard: list[tuple[Any, bool]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return fallback_variables(dark=True)

    def compose(self) -> ComposeResult:
        yield self.scale

    def on_scale_answered(self, event: Scale.Answered) -> None:
        self.heard.append((event.answer, event.is_final))


async def test_digit_moves_on_and_arrow_does_not() -> None:
    app = Host("pacing")
    async with app.run_test(size=(80, 3)) as pilot:
        await pilot.press("1", "right", "left", "left", "backspace", "left", "x")
    assert app.heard == [
        (-2, True),
        (-1, False),
        (-2, False),
        (-2, False),
        (None, False),
        (0, False),
    ]


async def test_click_gives_an_answer() -> None:
    app = Host("listening")
    async with app.run_test(size=(80, 3)) as pilot:
        await pilot.click(Scale, offset=(18, 0))
        await pilot.click(Scale, offset=(1, 0))
    assert app.heard == [(4, True)]
