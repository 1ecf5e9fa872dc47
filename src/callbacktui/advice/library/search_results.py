"""What a search of the library found, and what it was about if that is not what was asked."""

from typing import Any

from callbacktui.domain.base_classes import Value


class Hit(Value, frozen=True, kw_only=True):
    """One search result, with the words around the match.

    `kind` is "article", "voice", "term" or "page"; `section` is the slug of a section of the
    article or page, or of the article that a voice belongs to, or empty; `title` is the title of
    the whole article, voice, term or page.
    """

    kind: str
    slug: str
    section: str = ""
    title: str
    snippet: str
    words: tuple[str, ...] = ()
    """The matched words as written in the snippet, each once."""


class Results(Value, frozen=True, kw_only=True):
    """What a search found, and what it was about if that is not what was asked."""

    hits: tuple[Hit, ...] = ()
    guesses: tuple[tuple[str, str], ...] = ()
    """The words that are no English ones, each with the word that was searched for instead."""

    missing: tuple[str, ...] = ()
    """The words that nothing in the library is about."""

    @property
    def note(self) -> str:
        """One line on what was searched for instead and what is missing; "" if all was found."""
        said = [f"Nothing for “{word}”: showing “{guess}”." for word, guess in self.guesses]
        if self.missing:
            named = " or ".join(f"“{word}”" for word in self.missing)
            rest = " This is the nearest to the rest." if self.hits else ""
            said.append(f"The library has nothing about {named}.{rest}")
        return " ".join(said)


def as_document(hit: Hit) -> dict[str, Any]:
    """Return the hit as `advice search --json` prints it."""
    return {
        "kind": hit.kind,
        "slug": hit.slug,
        "section": hit.section,
        "title": hit.title,
        "snippet": hit.snippet,
    }
