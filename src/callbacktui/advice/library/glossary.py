"""The glossary: casting terms in our words, with every meaning if people disagree on one."""

from callbacktui.advice.library.article import slug_of
from callbacktui.advice.library.toml_list import read_list
from callbacktui.domain.base_classes import Value
from callbacktui.domain.text import fold


class Meaning(Value, frozen=True, kw_only=True):
    """One meaning of a contested term, and who uses it that way."""

    who: str
    meaning: str


class Term(Value, frozen=True, kw_only=True):
    """A term of the glossary: other names for it, its meaning, and the article that says more.

    A search for the term finds the term first, or the article if that `explains` it.
    """

    term: str
    meaning: str
    also: tuple[str, ...] = ()
    contested: tuple[Meaning, ...] = ()
    see: str = ""
    explains: bool = False

    @property
    def slug(self) -> str:
        """The term as a slug: "First refusal" becomes "first-refusal"."""
        return slug_of(self.term)


def parse_glossary(text: str) -> tuple[Term, ...]:
    """Parse the terms in a TOML text, sorted alphabetically.

    Raises:
        ArticleError: if the text or one of its terms cannot be parsed.
    """
    terms, _ = read_list(text, "term", Term, "The glossary")
    return tuple(sorted(terms, key=lambda term: (fold(term.term), term.term)))
