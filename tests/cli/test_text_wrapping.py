"""Text is wrapped on a terminal, and unchanged anywhere else."""

import io

import pytest

from callbacktui.cli import audition_text as portrait
from callbacktui.cli.text import wrap_for_terminal, wrap_paragraphs

WORDS = "/a/folder-of-mine/with/auditions.json is a file of another program. Nothing was changed."


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_text_is_wrapped_between_words_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert wrap_for_terminal(WORDS, Terminal(), hang="  ").split("\n") == [
        "/a/folder-of-mine/with/auditions.json",
        "  is a file of another",
        "  program. Nothing was",
        "  changed.",
    ]
    assert wrap_for_terminal("One.\nTwo.", Terminal()) == "One.\nTwo."


def test_text_is_not_wrapped_outside_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert wrap_for_terminal(WORDS, io.StringIO()) == WORDS


def test_list_items_are_separated_and_indented() -> None:
    text = "Before:\n- One and\n  the same.\n- Two.\n\n1. First.\n2. " + "Second. " * 12
    assert wrap_paragraphs(text) == [
        "Before:",
        "- One and the same.",
        "- Two.",
        "",
        "1. First.",
        "2. " + " ".join(["Second."] * 10),
        "   Second. Second.",
    ]


def test_very_long_word_is_wrapped_lazily() -> None:
    word = "x" * 1_000_000
    [line] = portrait._field("notes", word)
    rows = list(portrait._wrap_line(line, 96))
    assert "".join(row[portrait._LABEL_WIDTH + 1 :] for row in rows) == word
    assert max(map(len, portrait._break_long_words(word, 77).split())) == 77
