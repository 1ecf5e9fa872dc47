"""Answers drawn as signs and words: ratings, the pace on its scale, and choices."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from callbacktui.tui.reflection.question_definitions import BY_NAME, PACES, Answer, Kind, Question
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

_MARKS: Final = 5
_LABEL_CELLS: Final = 10
_SIGNS_CELLS: Final = 27
_PACE_CELLS: Final = 9
_KEY: Final = Style(bold=True, underline=True)
_CROSSED: Final = {"─": "┼", "-": "+"}


class Piece(NamedTuple):
    """Part of a drawn scale; a click on it gives `answer`, if it has one."""

    text: str
    style: Style
    answer: Answer = None


class Drawn(NamedTuple):
    """How a question is drawn: its answer, whether it has the focus, and its width."""

    answer: Answer
    is_focused: bool
    width: int


def answer_text(name: str, value: Answer, styles: Styles, glyphs: Glyphs) -> Text:
    """Draw the answer to the question `name` for reading, as signs and words."""
    question = BY_NAME[name]
    match question.kind:
        case Kind.PACE:
            return pacing_text(value, styles, glyphs)
        case Kind.CHOICE:
            return Text(
                _word(question, value), styles.strong if value is not None else styles.muted
            )
    return scale_text(name, value, styles, glyphs)


def scale_text(name: str, value: Answer, styles: Styles, glyphs: Glyphs) -> Text:
    """Draw a rating out of five with its number, or the option chosen instead."""
    if not isinstance(value, int):
        return Text(_word(BY_NAME[name], value), styles.muted)
    return Text.assemble(*_plain(_marks(value, styles, glyphs)), (f"  {value}", styles.strong))


def pacing_text(value: Answer, styles: Styles, glyphs: Glyphs) -> Text:
    """Draw the pace on its scale, with its words."""
    if not isinstance(value, int):
        return Text(_word(BY_NAME["pacing"], value), styles.muted)
    return Text.assemble(
        *_plain(_pace(value, styles, glyphs)), (f"  {PACES[value]}", styles.strong)
    )


def pieces(question: Question, drawn: Drawn, styles: Styles, glyphs: Glyphs) -> list[Piece]:
    """Return one question on one line: focus sign, label, answers, and what else fits."""
    sign = glyphs.focus if drawn.is_focused else " "
    label = styles.strong if drawn.is_focused else styles.text
    head = Piece(f"{sign} ", styles.accent)
    signs = _signs(question, drawn.answer, styles, glyphs)
    if question.leads:
        words = Piece(f"{question.words}  ", styles.accent)
        if cell_len(words.text) + 2 + _cells(signs) <= drawn.width:
            return [head, words, *signs]
    label_piece = Piece(question.label.ljust(_LABEL_CELLS), label)
    if _LABEL_CELLS + 2 + _cells(signs) > drawn.width:
        return [head, *signs] if drawn.width < _SIGNS_CELLS else [head, label_piece, *signs]
    return [head, label_piece, *signs, *_aside(question, drawn, _cells(signs), styles)]


def answer_at(pieces: Iterable[Piece], x: int) -> Answer:
    """Return the answer that a click in column `x` (from 0) gives; `None` between signs."""
    for piece in pieces:
        x -= cell_len(piece.text)
        if x < 0:
            return piece.answer
    return None


def _aside(question: Question, drawn: Drawn, used: int, styles: Styles) -> list[Piece]:
    """Return what is drawn at the right: the pace in words once it is chosen, else the question."""
    gap = _SIGNS_CELLS - used if used < _SIGNS_CELLS else 2
    room = drawn.width - 2 - _LABEL_CELLS - used - gap
    if question.kind is Kind.PACE and isinstance(drawn.answer, int):
        return [Piece(" " * gap, styles.text), Piece(PACES[drawn.answer], styles.strong)]
    if question.leads or cell_len(question.words) > room:
        return []
    return [Piece(" " * gap, styles.text), Piece(question.words, styles.muted)]


def _signs(question: Question, answer: Answer, styles: Styles, glyphs: Glyphs) -> list[Piece]:
    match question.kind:
        case Kind.PACE:
            return [
                Piece("rushed ", styles.muted, -2),
                *_pace(answer, styles, glyphs),
                Piece(" dragged", styles.muted, 2),
            ]
        case Kind.CHOICE:
            return _choices(question, answer, styles, glyphs)
    number = str(answer) if isinstance(answer, int) else " "
    marks = [*_marks(answer, styles, glyphs), Piece(f"  {number}", styles.strong)]
    if not question.options:
        return marks
    return [*marks, Piece("  ", styles.text), *_choices(question, answer, styles, glyphs)]


def _marks(answer: Answer, styles: Styles, glyphs: Glyphs) -> list[Piece]:
    reached = answer if isinstance(answer, int) else 0
    found = []
    for mark in range(1, _MARKS + 1):
        is_full = mark <= reached
        sign = glyphs.full if is_full else glyphs.empty
        gap = "" if mark == _MARKS else " "
        found.append(Piece(sign + gap, styles.next if is_full else styles.line, mark))
    return found


def _pace(answer: Answer, styles: Styles, glyphs: Glyphs) -> list[Piece]:
    """Return the nine cells of the pace: a dot for the answer; two cells belong to each step."""
    at = (answer + 2) * 2 if isinstance(answer, int) else -1
    middle = _PACE_CELLS // 2
    crossing = _CROSSED.get(glyphs.dash, glyphs.dash)
    found = []
    for cell in range(_PACE_CELLS):
        sign = glyphs.full if cell == at else crossing if cell == middle else glyphs.dash
        style = styles.next if cell == at else styles.line
        found.append(Piece(sign, style, round((cell - middle) / 2)))
    return found


def _choices(question: Question, answer: Answer, styles: Styles, glyphs: Glyphs) -> list[Piece]:
    found: list[Piece] = []
    for option in question.options:
        is_chosen = option.value == answer
        style = styles.accent if is_chosen else styles.text
        sign = glyphs.full if is_chosen else glyphs.empty
        if found:
            found.append(Piece("  ", style))
        found += [
            Piece(f"{sign} ", styles.next if is_chosen else styles.line, option.value),
            Piece(option.word[:1], style + _KEY, option.value),
            Piece(option.word[1:], style, option.value),
        ]
    return found


def _word(question: Question, value: Answer) -> str:
    if value is None:
        return "no answer yet"
    return next((option.word for option in question.options if option.value == value), str(value))


def _cells(pieces: Iterable[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)


def _plain(pieces: Iterable[Piece]) -> list[tuple[str, Style]]:
    return [(piece.text, piece.style) for piece in pieces]
