"""The glossary: the trade's words in our own, with each meaning where the trade disagrees."""

from callbacktui.advice.library.article import slug_of
from callbacktui.advice.library.toml_list import read_list
from callbacktui.domain.text import fold
from callbacktui.domain.value import Value


class Meaning(Value, frozen=True, kw_only=True):
    """One meaning of a contested word, and who uses it so."""

    who: str
    meaning: str


class Term(Value, frozen=True, kw_only=True):
    """A word of the trade: other names for it, what it means, and the article that says more."""

    term: str
    meaning: str
    also: tuple[str, ...] = ()
    contested: tuple[Meaning, ...] = ()
    see: str = ""

    @property
    def slug(self) -> str:
        """The term as a short name: "First refusal" is "first-refusal"."""
        return slug_of(self.term)


def parse(text: str) -> tuple[Term, ...]:
    """Read the terms of a TOML text, in the order of the alphabet.

    Raises:
        ArticleError: where the text or one of its terms cannot be read.
    """
    terms, _ = read_list(text, "term", Term, "The glossary")
    return tuple(sorted(terms, key=lambda term: (fold(term.term), term.term)))
