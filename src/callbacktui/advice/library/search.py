"""Full-text search of the library: sections of articles and imported pages, voices, glossary.

An in-memory SQLite FTS5 table is the index. Accents and case do not matter, the last word may be
incomplete, and an unknown word is replaced by the known words nearest to it.
"""

import re
import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from callbacktui.advice.library.article import Article, slug_of
from callbacktui.advice.library.glossary import Term
from callbacktui.advice.library.voices import Voice
from callbacktui.domain.text import fold
from callbacktui.domain.value import Value

if TYPE_CHECKING:
    from callbacktui.advice.pages.imported_pages import CollectedPage

ARTICLE: Final = "article"
VOICE: Final = "voice"
TERM: Final = "term"
PAGE: Final = "page"

_LONGEST: Final = 200
_MOST_WORDS: Final = 12
_SHORTEST_GUESSED: Final = 3
_LONG_WORD: Final = 6
_GUESSES: Final = 5

_WORD: Final = re.compile(r"[^\W_]+")
_MATCHED: Final = re.compile("\x02(.*?)\x03", re.DOTALL)
_MARKS: Final = re.compile(r"^\s*[-*+>]\s+|^#+\s+|[*`]+", re.MULTILINE)

_TABLE: Final = """
    CREATE VIRTUAL TABLE shelf USING fts5(
        title, also, about, text, kind UNINDEXED, slug UNINDEXED, section UNINDEXED,
        shown UNINDEXED, tokenize = "unicode61 remove_diacritics 2"
    )
"""
_SEARCH: Final = """
    SELECT kind, slug, section, shown, snippet(shelf, 3, char(2), char(3), '…', 14)
    FROM shelf WHERE shelf MATCH ? ORDER BY bm25(shelf, 10, 6, 2, 1), rowid LIMIT ?
"""
"""Weights of the columns: title most, other names less, the surrounding title and text least."""


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


class _Entry(NamedTuple):
    """A row of the index."""

    title: str
    also: str
    about: str
    text: str
    kind: str
    slug: str
    section: str
    shown: str


class Index:
    """The search index; it is built once, in about 50 ms, and queried at every key press."""

    def __init__(
        self,
        articles: Iterable[Article],
        voices: Iterable[Voice],
        glossary: Iterable[Term],
        pages: "Iterable[CollectedPage]" = (),
    ) -> None:
        # Built in a worker thread and queried from the main thread, never by both at once.
        self._shelf = sqlite3.connect(":memory:", check_same_thread=False)
        self._shelf.execute(_TABLE)
        self._shelf.executemany(
            "INSERT INTO shelf VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *_term_entries(glossary),
                *_article_entries(articles),
                *_voice_entries(voices),
                *_page_entries(pages),
            ),
        )
        self._shelf.execute("CREATE VIRTUAL TABLE known USING fts5vocab(shelf, row)")
        known = self._shelf.execute("SELECT term FROM known ORDER BY term")
        self._known: list[str] = [term for (term,) in known]
        self._words = frozenset(self._known)

    def search(self, words: str, limit: int = 30) -> tuple[Hit, ...]:
        """Find text that has all the words, or any of them if none has all; best match first."""
        asked = _WORD.findall(fold(words[:_LONGEST]))[:_MOST_WORDS]
        if not asked:
            return ()
        begun = words[-1:].isalnum()
        last = len(asked) - 1
        meant = [self._query_for(w, begun=begun and n == last) for n, w in enumerate(asked)]
        return self._run(" AND ".join(meant), limit) or self._run(" OR ".join(meant), limit)

    def _run(self, query: str, limit: int) -> tuple[Hit, ...]:
        return tuple(
            Hit(
                kind=kind,
                slug=slug,
                section=section,
                title=title,
                snippet=_MATCHED.sub(r"\1", snippet),
                words=tuple(dict.fromkeys(_MATCHED.findall(snippet))),
            )
            for kind, slug, section, title, snippet in self._shelf.execute(_SEARCH, (query, limit))
        )

    def _query_for(self, word: str, *, begun: bool) -> str:
        """Return the query for one word: itself, its two parts, or the nearest known words."""
        at = bisect_left(self._known, word)
        there = self._known[at] if at < len(self._known) else ""
        if begun and there.startswith(word):
            return f'"{word}"*'
        if word in self._words or len(word) < _SHORTEST_GUESSED:
            return f'"{word}"'
        near = [*_split_word(word, self._words), *_nearest_words(word, self._known)] or [word]
        return "(" + " OR ".join(f'"{guess}"' for guess in near) + ")"


def as_document(hit: Hit) -> dict[str, Any]:
    """Return the hit as `advice search --json` prints it."""
    return {
        "kind": hit.kind,
        "slug": hit.slug,
        "section": hit.section,
        "title": hit.title,
        "snippet": hit.snippet,
    }


def _article_entries(articles: Iterable[Article]) -> Iterator[_Entry]:
    """Yield an entry for the head of each article with its lead, then one for each section."""
    for article in articles:
        also = " ".join((article.subtitle, article.question, *article.topics))
        lead = _plain_text(article.lead) or article.teaser
        place = (ARTICLE, article.slug)
        yield _Entry(article.title, also, "", lead, *place, "", article.title)
        for section in article.sections:
            text = _plain_text(section.text)
            yield _Entry(
                section.title, "", article.title, text, *place, section.slug, article.title
            )


def _voice_entries(voices: Iterable[Voice]) -> Iterator[_Entry]:
    for voice in voices:
        about = f"{voice.told_in} {voice.note}"
        place = (VOICE, slug_of(voice.name), voice.section)
        yield _Entry(voice.name, voice.trade, about, voice.point, *place, voice.name)


def _term_entries(glossary: Iterable[Term]) -> Iterator[_Entry]:
    for term in glossary:
        readings = (f"{reading.who}: {reading.meaning}" for reading in term.contested)
        text = " ".join((term.meaning, *readings))
        yield _Entry(term.term, ", ".join(term.also), "", text, TERM, term.slug, "", term.term)


def _page_entries(pages: "Iterable[CollectedPage]") -> Iterator[_Entry]:
    """Yield an entry for the head of each page with its related posts, then one per section."""
    for copy in pages:
        page, place = copy.page, (PAGE, copy.slug)
        onward = " ".join(f"{post.title} {post.teaser}" for post in page.related)
        also = f"{page.subtitle} {page.author}"
        yield _Entry(page.title, also, page.credit, onward, *place, "", page.title)
        for slug, section in zip(copy.slugs, page.sections, strict=True):
            text = " ".join(section.text.split())
            yield _Entry(section.title, "", page.title, text, *place, slug, page.title)


def _plain_text(markdown: str) -> str:
    """Return Markdown as plain text on one line."""
    return " ".join(_MARKS.sub("", markdown).split())


def _split_word(word: str, known: Collection[str]) -> list[str]:
    """Split a word into two known ones, if it is two written together: "selftape"."""
    cuts = range(2, len(word) - 1)
    pairs = (f"{word[:cut]} {word[cut:]}" for cut in cuts if word[:cut] in known)
    return [pair for pair in pairs if pair.split()[1] in known][:1]


def _nearest_words(word: str, known: Sequence[str]) -> list[str]:
    """Return the known words with the smallest edit distance from `word`, at most 2."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    allowed = 1 if len(word) < _LONG_WORD else 2
    near = extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    least = min((slips for _, slips, _ in near), default=0)
    return sorted(guess for guess, slips, _ in near if slips == least)[:_GUESSES]
