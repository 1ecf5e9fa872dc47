"""The table of headings and words that sheets are read by, for the actor to see and to amend."""

from typing import Final

from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet import cell_words
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.headings import known_headings
from callbacktui.exchange.spreadsheet.result_phrases import known_results, meaning_of
from callbacktui.exchange.spreadsheet.result_words import Sign


class WordError(ValueError):
    """A `WORD=MEANING` without a word, or with a meaning that is not known."""


_READERS: Final = (
    meaning_of,
    cell_words.format_in,
    cell_words.medium_in,
    cell_words.size_in,
    cell_words.union_in,
    cell_words.kind_in,
    cell_words.source_in,
    cell_words.tick_of,
)


def parse_word(said: str) -> tuple[str, str]:
    """Read `WORD=MEANING`: the word, folded, and the words that it stands for.

    Raises:
        WordError: if one of them is missing, or the meaning is none that is known.
    """
    word, _, meaning = said.rpartition("=")
    word, meaning = clean_line(word), clean_line(meaning)
    if not word or not meaning:
        raise WordError(f"{said!r} isn't WORD=MEANING, such as 'on ice=hold'.")
    if not any(read(meaning) for read in _READERS):
        raise WordError(
            f"{meaning!r} isn't a meaning known here; callbacktui import --words shows them all."
        )
    return fold(word), meaning


def headings_table() -> list[tuple[Field, tuple[str, ...]]]:
    """Return the headings that each field is known by."""
    return list(known_headings().items())


def words_table() -> list[tuple[str, str, tuple[str, ...]]]:
    """Return field, meaning and the words for it, of all the words that are known in cells."""
    results: dict[str, list[str]] = {}
    for word, meaning in known_results().items():
        label = meaning.value if isinstance(meaning, Sign) else meaning.word
        results.setdefault(label, []).append(word)
    rows = [("result", label, tuple(words)) for label, words in results.items()]
    return rows + cell_words.known_words()
