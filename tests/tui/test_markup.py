"""Whatever takes words for markup is told not to, wherever it is made."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacktui import tui

ROOT = Path(tui.__file__).parent
PARSERS = {"Static", "Label", "notify", "Button", "Checkbox", "RadioButton", "Console"}
"""What Textual and Rich read as markup unless they are told otherwise."""


def calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in PARSERS:
            yield node


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def is_told(call: ast.Call) -> bool:
    """Whether a call says markup=False, or is given what is no markup by its making."""
    if any(k.arg == "markup" and ast.unparse(k.value) == "False" for k in call.keywords):
        return True
    first = call.args[0] if call.args else None
    return isinstance(first, ast.Call) and _name(first.func) == "Content"


@pytest.mark.parametrize("file", sorted(ROOT.rglob("*.py")), ids=lambda file: file.name)
def test_no_words_are_taken_for_markup(file: Path) -> None:
    untold = [
        f"line {call.lineno}: {ast.unparse(call)}" for call in calls(file) if not is_told(call)
    ]
    assert untold == []
