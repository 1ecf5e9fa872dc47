"""What the developer pages and docstrings name is there: files, make targets, classes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SHELL.md")
PACKAGE = ROOT / "src" / "callbacktui"
PLACES = (ROOT, PACKAGE)
KEPT_BY_THE_ACTOR = {"auditions.json", "memory.json", "journal", "steps", "last_save", "lock"}
_PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)+/?|[\w-]+\.(?:py|md|toml|json)")


def named(page: str) -> list[str]:
    """The paths that a page names in code quotes."""
    quoted = re.findall(r"`([^`\n]+)`", (ROOT / page).read_text("utf-8"))
    return sorted({path for words in quoted for path in _PATH.findall(words)})


@pytest.mark.parametrize("page", PAGES[:2])
def test_every_path_named_in_the_docs_exists(page: str) -> None:
    paths = [path for path in named(page) if path.rstrip("/") not in KEPT_BY_THE_ACTOR]
    assert len(paths) > 5
    made_later = ("backups/", "drafts/", ".venv")
    gone = [
        path
        for path in paths
        if not path.startswith(made_later) and not any(list(p.glob(path)) for p in PLACES)
    ]
    assert gone == []


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_named_in_the_docs_exists(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    asked = set(re.findall(r"`?\bmake (\w+)`?", "\n".join(_code(page))))
    assert asked <= targets, asked - targets


def _code(page: str) -> list[str]:
    text = (ROOT / page).read_text("utf-8")
    return [*re.findall(r"`([^`\n]+)`", text), *re.findall(r"```(.*?)```", text, re.DOTALL)]


def strings_of(tree: ast.AST) -> Iterator[str]:
    """Yield the docstrings of a module, and the texts below its constants and fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def test_every_name_quoted_in_a_docstring_exists() -> None:
    files = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}
    said = {path: [*strings_of(ast.parse(text))] for path, text in files.items()}
    code = {path.stem for path in files}
    for path, text in files.items():
        for words in said[path]:
            text = text.replace(words, "")
        code |= set(re.findall(r"\w+", text))
    # A name of the code has an underscore inside, or a capital after a small letter.
    quoted = re.compile(r"`(?:\w+\.)*(\w*(?:[a-z]_[a-z]|[a-z][A-Z])\w*)`")
    gone = [
        (str(path.relative_to(PACKAGE)), name)
        for path in files
        for words in said[path]
        for name in quoted.findall(words)
        if name not in code
    ]
    assert gone == []


def test_docstrings_list_errors_in_a_raises_section() -> None:
    in_prose = re.compile(r"\b[Rr]aises?\s+(?:what|as)\b|\b[Rr]aises?\s+`|\bor raise\b")
    found = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for words in strings_of(ast.parse(path.read_text("utf-8")))
        if in_prose.search(words.partition("Raises:\n")[0])
    ]
    assert found == []
