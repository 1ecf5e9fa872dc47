"""The table of headings and words that sheets are read by, for the actor to see and to amend."""

from collections.abc import Callable
from typing import Final

from callbacktui.domain.stage import Disposition
from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet import cell_words
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.headings import known_headings
from callbacktui.exchange.spreadsheet.result_phrases import known_results, meaning_of, result_words
from callbacktui.exchange.spreadsheet.result_text import outcome_words, read_result
from callbacktui.exchange.spreadsheet.result_words import Sign
from callbacktui.exchange.spreadsheet.sheet_dates import looks_like_date

_READERS_OF: Final[dict[Field, dict[str, Callable[[str], object]]]] = {
    Field.FORMAT: {"format": cell_words.format_in, "kind": cell_words.kind_in},
    Field.KIND: {"kind": cell_words.kind_in, "format": cell_words.format_in},
    Field.MEDIUM: {"medium": cell_words.medium_in},
    Field.SIZE: {"size": cell_words.size_in},
    Field.UNION: {"union": cell_words.union_in},
    Field.SOURCE: {"source": cell_words.source_in},
}
"""How the words of a field are read, by the name of their table."""


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
    looks_like_date,
)


_OPEN: Final = f", {Disposition.OPEN.sentence}"

IN_NOTES: Final = "notes"
"""What a word is said to mean that belongs in the notes, whatever it would be read as."""


def parse_word(said: str) -> tuple[str, str]:
    """Read `WORD=MEANING`: the word, folded, and the words that it stands for.

    Those are empty for `WORD=notes`: it is kept in the notes.

    Raises:
        WordError: if one of them is missing, or the meaning is none that is known.
    """
    word, _, meaning = said.rpartition("=")
    word, meaning = clean_line(word), clean_line(meaning)
    if not word or not meaning:
        raise WordError(f"{said!r} isn't WORD=MEANING, such as 'on ice=hold'.")
    if fold(meaning) == IN_NOTES:
        return fold(word), ""
    if not any(read(meaning) for read in _READERS):
        raise WordError(
            f"{meaning!r} isn't a meaning known here; callbacktui import --words shows them all."
        )
    return fold(word), meaning


def meanings_of(field: Field) -> list[tuple[str, str]]:
    """Return what a word of that field may mean: how it is read, and the text that is read so."""
    if field is Field.RESULT:
        texts = dict.fromkeys(result_words(meaning) for meaning in known_results().values())
        return [(_in_words(text), text) for text in texts]
    readers = _READERS_OF.get(field, {})
    found: dict[str, str] = {}
    for named, label, words in cell_words.known_words():
        if named in readers:
            found[label] = label if readers[named](label) else words[0]
    return list(found.items())


def in_short(read: str) -> str:
    """Return how a word was read, without what goes without saying: "callback"."""
    return read.removesuffix(_OPEN)


def _in_words(text: str) -> str:
    outcome = read_result(text)
    said = in_short(outcome_words(outcome)).split(", ")
    return text if outcome.unread else ", ".join(dict.fromkeys(said))


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
