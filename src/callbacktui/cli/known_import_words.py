"""Shows the headings and words that `import` knows, and keeps the actor's own."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from callbacktui.cli.errors import StoreUnavailable, UsageError
from callbacktui.cli.output import print_json, print_lines
from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet.column_mapping import MappingError, parse_field
from callbacktui.exchange.spreadsheet.vocabulary_tables import (
    WordError,
    headings_table,
    parse_word,
    words_table,
)
from callbacktui.import_memory import OwnWords, load_own_words, save_own_words

if TYPE_CHECKING:
    from callbacktui.store.io.preferences import Preferences


def keep_own_words(
    memory: "Preferences", maps: tuple[str, ...], words: tuple[str, ...]
) -> OwnWords:
    """Keep headings and words for every sheet; a word without a meaning is forgotten again."""
    own = load_own_words(memory)
    headings, meanings = dict(own.headings), dict(own.words)
    try:
        for said in maps:
            heading, _, name = said.rpartition("=")
            field = parse_field(name)
            headings.pop(fold(clean_line(heading)), None)
            if field:
                headings[fold(clean_line(heading))] = field
        for said in words:
            if said.endswith("="):
                meanings.pop(fold(clean_line(said[:-1])), None)
            else:
                word, meaning = parse_word(said)
                meanings[word] = meaning
    except (MappingError, WordError) as error:
        raise UsageError(str(error)) from error
    kept = replace(own, headings=headings, words=meanings)
    if not save_own_words(memory, kept):
        raise StoreUnavailable("The words could not be kept.")
    return kept


def print_words(own: OwnWords, *, as_json: bool) -> None:
    """Print the actor's own headings and words, and then all that are known."""
    if as_json:
        print_json(
            {
                "own": {"headings": own.headings, "words": own.words},
                "headings": {field.value: names for field, names in headings_table()},
                "words": [
                    {"field": field, "meaning": meaning, "words": words}
                    for field, meaning, words in words_table()
                ],
            }
        )
        return
    lines = []
    if own.headings or own.words:
        lines += ["Your own", *(f"  {name} → {field}" for name, field in own.headings.items())]
        lines += [*(f"  {word} = {meaning}" for word, meaning in own.words.items()), ""]
    lines += ["Headings"]
    lines += [f"  {field.word}: {', '.join(names)}" for field, names in headings_table()]
    lines += ["", "Words"]
    lines += [
        f"  {field}, {meaning}: {', '.join(words)}" for field, meaning, words in words_table()
    ]
    print_lines(lines)
