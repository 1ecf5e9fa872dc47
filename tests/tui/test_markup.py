"""Widgets that parse text as markup are told not to, wherever they are created."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacktui import tui

ROOT = Path(tui.__file__).parent
PARSERS = {"Static", "Label", "notify", "Button", "Checkbox", "RadioButton", "Console"}
"""Classes and functions of Textual and Rich that parse markup by default."""


def calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in PARSERS:
            yield node


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def is_told(call: ast.Call) -> bool:
    """Return whether a call has `markup=False` or gets a `Content`."""
    if any(k.arg == "markup" and ast.unparse(k.value) == "False" for k in call.keywords):
        return True
    first = call.args[0] if call.args else None
    return isinstance(first, ast.Call) and _name(first.func) == "Content"


@pytest.mark.parametrize("file", sorted(ROOT.rglob("*.py")), ids=lambda file: file.name)
def test_widgets_never_parse_text_as_markup(file: Path) -> None:
    untold = [
        f"line {call.lineno}: {ast.unparse(call)}" for call in calls(file) if not is_told(call)
    ]
    assert untold == []
