"""What the developer pages name is there: files, folders, make targets."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md")
PACKAGE = ROOT / "src" / "callbacktui"
PLACES = (ROOT, PACKAGE)
KEPT_BY_THE_ACTOR = {"auditions.json", "memory.json", "journal", "steps", "last_save", "lock"}
_PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)+/?|[\w-]+\.(?:py|md|toml|json)")


def named(page: str) -> list[str]:
    """The paths that a page names in code quotes."""
    quoted = re.findall(r"`([^`\n]+)`", (ROOT / page).read_text("utf-8"))
    return sorted({path for words in quoted for path in _PATH.findall(words)})


@pytest.mark.parametrize("page", PAGES[:2])
def test_every_path_that_a_page_names_is_there(page: str) -> None:
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
def test_every_make_target_that_a_page_names_is_there(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    asked = set(re.findall(r"`?\bmake (\w+)`?", "\n".join(_code(page))))
    assert asked <= targets, asked - targets


def _code(page: str) -> list[str]:
    text = (ROOT / page).read_text("utf-8")
    return [*re.findall(r"`([^`\n]+)`", text), *re.findall(r"```(.*?)```", text, re.DOTALL)]
