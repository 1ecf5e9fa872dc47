"""Full-text search of the library: sections of articles and imported pages, voices, glossary.

Two in-memory SQLite FTS5 tables are the index: whole pages, which are ranked, and their sections,
which are shown. Accents, case and endings do not matter, and the last word may be incomplete.
"""

import re
import sqlite3
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from callbacktui.advice.library.article import Article
from callbacktui.advice.library.english_spelling import spellings, stem
from callbacktui.advice.library.glossary import Term
from callbacktui.advice.library.search_aliases import (
    SearchWords,
    content_words,
    is_advising,
    is_asking,
    is_common,
    is_defining,
    split_words,
)
from callbacktui.advice.library.search_entries import PageKind, all_entries, whole_pages
from callbacktui.advice.library.search_results import Hit, Results
from callbacktui.advice.library.voices import Voice
from callbacktui.domain.text import straighten

if TYPE_CHECKING:
    from callbacktui.advice.pages.pages_by_slug import CollectedPage


_Item = tuple[str, str]
"""The kind and the slug of a page."""

_LONGEST: Final = 200
_MOST_WORDS: Final = 16
_SHORTEST_GUESSED: Final = 4
_LONG_WORD: Final = 6
_COMPLETIONS: Final = 12
_SECTIONS_AT_MOST: Final = 3
_LED: Final = 4
_LIKELY: Final = 1.5
_TEXT: Final = 0.6
_NAMED: Final = 1000
"""How much an entry of hidden words, their single words, the text and a page's name count."""

_SURE: Final = 2
"""From this many hidden words on, other pages need the words of the search in their titles."""

_CERTAIN: Final = 6
"""From this many on, no other page is shown: "want to die" must not find one about a diet."""

_NEAR: Final = 0.5
_FAR: Final = 0.25
"""The share of the best score that other pages need, without and with all words of the search."""

_MATCHED: Final = re.compile("\x02(.*?)\x03", re.DOTALL)
_QUOTED: Final = re.compile(r'"([^"]{2,80})"')

_TOKENS: Final = 'tokenize = "porter unicode61 remove_diacritics 2"'
_SECTIONS: Final = f"""
    CREATE VIRTUAL TABLE shelf USING fts5(
        title, also, about, text, kind UNINDEXED, slug UNINDEXED, section UNINDEXED,
        shown UNINDEXED, {_TOKENS}
    )
"""
_WHOLES: Final = f"""
    CREATE VIRTUAL TABLE whole USING fts5(
        title, names, headings, text, kind UNINDEXED, slug UNINDEXED, {_TOKENS}
    )
"""
_RANK: Final = "SELECT kind, slug, bm25(whole, 10, 6, 4, 1) FROM whole WHERE whole MATCH ?"
_ORDER: Final = """
    SELECT rowid, kind, slug FROM shelf WHERE shelf MATCH ?
    ORDER BY bm25(shelf, 10, 6, 2, 1), rowid
"""
"""Weights of the columns: title most, other names less, the surrounding title and text least."""

_HAVING: Final = "SELECT rowid FROM shelf WHERE shelf MATCH ?"
_HEAD: Final = "SELECT rowid FROM shelf WHERE kind = ? AND slug = ? ORDER BY rowid LIMIT 1"
_PLAIN: Final = """
    SELECT rowid, kind, slug, section, shown, substr(text, 1, 90) || '…'
    FROM shelf WHERE rowid IN ({})
"""
_SNIPPETS: Final = """
    SELECT rowid, kind, slug, section, shown, snippet(shelf, 3, char(2), char(3), '…', 14)
    FROM shelf WHERE shelf MATCH ? AND rowid IN ({})
"""


class _Word(NamedTuple):
    """A word of a search and the FTS5 query for it; `found` is whether the library has it."""

    word: str
    query: str
    guess: str = ""
    found: bool = True


class Index:
    """The search index; it is built once, in about 200 ms, and queried at every key press.

    Pages are ranked as a whole, by the words they have and by the hidden words that lead to them
    (`search_words`); each is then shown by its best section.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        voices: Iterable[Voice],
        glossary: Iterable[Term],
        pages: "Iterable[CollectedPage]" = (),
        *,
        search_words: SearchWords | None = None,
        english: Container[str] = (),
    ) -> None:
        # Built in a worker thread and queried from the main thread, never by both at once.
        self._shelf = sqlite3.connect(":memory:", check_same_thread=False)
        self._hidden = search_words or SearchWords({})
        self._english = english
        terms = list(glossary)
        self._told_in = {term.slug: term.see for term in terms if term.see}
        self._explained = {term.slug for term in terms if term.explains}
        entries = list(all_entries(articles, voices, terms, pages))
        self._shelf.execute(_SECTIONS)
        self._shelf.executemany("INSERT INTO shelf VALUES (?, ?, ?, ?, ?, ?, ?, ?)", entries)
        self._shelf.execute(_WHOLES)
        wholes = list(whole_pages(entries))
        self._shelf.executemany("INSERT INTO whole VALUES (?, ?, ?, ?, ?, ?)", wholes)
        self._names = {
            (whole.kind, whole.slug): {
                frozenset(map(stem, content_words(name)))
                for name in (
                    whole.title,
                    *(whole.names.split(", ") if whole.kind == PageKind.TERM else ()),
                )
                if name
            }
            for whole in wholes
        }
        told = {word for whole in wholes for word in split_words(" ".join(whole[:4]))}
        self._known = sorted(told | self._hidden.words)
        self._words = frozenset(self._known)

    @cached_property
    def _stems(self) -> frozenset[str]:
        """The stems of all words, to find the words of a search with another ending."""
        return frozenset(map(stem, self._words))

    def search(self, words: str, limit: int = 30) -> Results:
        """Find what the words are about, best match first.

        Small words do not count, and endings and British spellings do not matter. Words in
        quotation marks have to be next to each other. A word that is neither in the library nor an
        English one is taken for the nearest word that is, and the results say so.
        """
        words = words[:_LONGEST]
        asked = split_words(words)[:_MOST_WORDS]
        if not asked:
            return Results()
        phrases = [split_words(quoted) for quoted in _QUOTED.findall(straighten(words))]
        begun = words[-1:].isalnum()
        meant = [
            self._meaning_of(word, begun=begun and n == len(asked) - 1)
            for n, word in enumerate(asked)
        ]
        is_part = begun and asked[-1] not in self._english
        words_meant = [word for m in meant for word in (m.guess or m.word).split()]
        leads = self._hidden.leads(words_meant, begun=is_part)
        likely = self._hidden.likely(words_meant)
        content = set(content_words(words))
        meant = [m for m in meant if m.word in content]
        telling = _telling(meant)
        ranked = self._rank(telling, leads, likely) or self._rank(meant, leads, likely)
        scores = self._only_with(ranked, phrases)
        named = self._named(meant, begun=begun)
        for item, weight in named.items():
            scores[item] = scores.get(item, 0) + weight
        scores |= self._articles_of_terms(scores, named, leads, is_advice=is_advising(asked))
        items = sorted(scores, key=lambda item: (-scores[item], item))[:limit]
        hits = tuple(self._hits(items, [m.query for m in telling if m.found], limit))
        return Results(
            hits=hits,
            guesses=tuple((m.word, m.guess) for m in meant if m.guess and m.guess not in m.word),
            missing=() if leads and hits else _missing(meant, found=bool(hits)),
        )

    def _meaning_of(self, word: str, *, begun: bool) -> _Word:
        """Return the query for one word: itself, its two parts, or the nearest known word."""
        ways = [one for one in spellings(word) if one in self._words or stem(one) in self._stems]
        if begun:
            ways += islice(self._beginning_with(word), _COMPLETIONS)
        if ways:
            return _Word(word, _any_of(dict.fromkeys(ways)))
        is_slip = len(word) >= _SHORTEST_GUESSED and word not in self._english
        near = self._nearest(word, 1) if is_slip else ""
        if not near and (parts := _split_word(word, self._words)):
            return _Word(word, _both_of(parts.split()), guess=parts)
        if not near and is_slip and len(word) >= _LONG_WORD:
            near = self._nearest(word, 2)
        if near:
            return _Word(word, _any_of(spellings(near)), guess=near)
        return _Word(word, f'"{word}"', found=False)

    def _nearest(self, word: str, allowed: int) -> str:
        """Return the known word with the smallest edit distance, if it is `allowed`, or ""."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        first: Iterable[str] = self._known
        if len(word) < _LONG_WORD:  # nearly every short word is one letter from another
            first = (w for w in self._beginning_with(word[0]) if not _is_other(word, w))
        near = extract(word, list(first), scorer=OSA.distance, score_cutoff=allowed, limit=None)
        # A letter is left out more often than put in: "strep" is Streep, and no step.
        order = sorted(near, key=lambda m: (m[1], m[0][:1] != word[:1], -len(m[0]), m[0]))
        return order[0][0] if order else ""

    def _beginning_with(self, letters: str) -> Iterator[str]:
        """Yield the known words that begin with `letters`, sorted."""
        at = bisect_left(self._known, letters)
        return takewhile(lambda word: word.startswith(letters), islice(self._known, at, None))

    def _named(self, meant: Sequence[_Word], *, begun: bool) -> dict[_Item, float]:
        """Return the pages that are asked for by name, and how much that counts.

        "what does pinned mean" asks for Pin and nothing else; longer names may be a part of it.
        The last word may be only `begun`.
        """
        words = [
            word for m in meant if not is_defining(m.word) for word in (m.guess or m.word).split()
        ]
        asked = frozenset(map(stem, words))
        whole = frozenset(map(stem, words[:-1]))
        weights: dict[_Item, float] = {}
        for item, names in self._names.items() if words else ():
            for name in names:
                if name == asked or (begun and _is_begun(name - whole, words[-1], name > whole)):
                    weights[item] = _NAMED
                elif name <= asked:
                    weights.setdefault(item, _LED if len(name) > 1 else _LED / 4)
        return weights

    def _articles_of_terms(
        self,
        scores: Mapping[_Item, float],
        named: Mapping[_Item, float],
        leads: Container[str],
        *,
        is_advice: bool,
    ) -> dict[_Item, float]:
        """Return the articles that say more of the terms that were asked for, with their scores.

        An article comes after its term, and before it if it explains the term, if the search asks
        what to do ("should I follow up"), or for more than the term ("self-tape etiquette").
        """
        articles: dict[_Item, float] = {}
        for (kind, slug), score in scores.items():
            if kind == PageKind.TERM and score >= _LED and slug in self._told_in:
                item = (PageKind.ARTICLE, self._told_in[slug])
                weight = named.get((kind, slug), 0)
                if slug in self._explained or (is_advice and weight == _NAMED):
                    near = score + 1
                else:
                    near = score - (weight != _LED or slug in leads)
                articles[item] = max(scores.get(item, 0), articles.get(item, 0), near)
        return articles

    def _rank(
        self, telling: Sequence[_Word], leads: Mapping[str, float], likely: Mapping[str, float]
    ) -> dict[_Item, float]:
        """Return how well each page fits: by its words, and by the hidden words.

        If the hidden words lead anywhere, pages that fit far less than the best are left out.
        """
        queries = [m.query for m in telling if m.found]
        scores: dict[_Item, float] = defaultdict(float)
        covered: Counter[_Item] = Counter()
        for query in queries:
            for kind, slug, score in self._shelf.execute(_RANK, (query,)):
                scores[kind, slug] -= score * _TEXT
                covered[kind, slug] += 1
        for item, count in covered.items():
            scores[item] *= (count / len(telling)) ** 2
        led = {item: leads[item[1]] for item in self._names if item[1] in leads and _is_led(item)}
        lead = max(led.values(), default=0.0)
        if lead >= _SURE and all(is_common(m.word) or is_asking(m.word) for m in telling):
            scores.clear()
            queries = []
        having = set() if lead >= _CERTAIN else self._having_all(queries, sure=lead >= _SURE)
        for item in filter(_is_led, self._names):
            if item[1] in likely:
                scores[item] += likely[item[1]] * _LIKELY
        for item, weight in led.items():
            scores[item] += _LED * weight
        if led:
            best = max(scores.values())
            scores = {
                item: score
                for item, score in scores.items()
                if item in led or score >= best * (_FAR if item in having else _NEAR)
            }
        return scores

    def _having_all(self, queries: Sequence[str], *, sure: bool) -> set[_Item]:
        """Return the pages that have all the words, in their titles if it is `sure` anyway."""
        columns = "{title names} : " if sure else ""
        both = " AND ".join(f"({columns}{query})" for query in queries)
        rows = self._shelf.execute(_RANK, (both,)) if queries else ()
        return {(kind, slug) for kind, slug, _ in rows}

    def _only_with(
        self, scores: dict[_Item, float], phrases: Sequence[Sequence[str]]
    ) -> dict[_Item, float]:
        """Leave out the pages that do not have a quoted phrase, unless none has it."""
        for phrase in filter(None, phrases):
            rows = self._shelf.execute(_RANK, (f'"{" ".join(phrase)}"',))
            having = {(kind, slug): -score for kind, slug, score in rows}
            if having:
                scores = {item: scores.get(item, 0) + score for item, score in having.items()}
        return scores

    def _hits(self, items: Sequence[_Item], queries: Sequence[str], limit: int) -> Iterator[Hit]:
        """Yield a hit for each page, and more for its sections that have all the words."""
        rows: dict[_Item, list[int]] = {item: [] for item in items}
        either = " OR ".join(queries)
        full: set[int] = set()
        if queries:
            full = {row for (row,) in self._shelf.execute(_HAVING, (" AND ".join(queries),))}
            for row, kind, slug in self._shelf.execute(_ORDER, (either,)):
                if (kind, slug) in rows:
                    rows[kind, slug].append(row)
        shown: list[int] = []
        for item, of_item in rows.items():
            best = sorted(of_item, key=lambda row: row not in full)[:_SECTIONS_AT_MOST]
            best = [row for n, row in enumerate(best) if not n or row in full]
            shown += best or [self._shelf.execute(_HEAD, item).fetchone()[0]]
        del shown[limit:]
        marks = ", ".join("?" * len(shown))
        told = {row[0]: row for row in self._shelf.execute(_PLAIN.format(marks), shown)}
        if queries:
            found = self._shelf.execute(_SNIPPETS.format(marks), (either, *shown))
            told.update((row[0], row) for row in found)
        yield from (_hit(told[row][1:]) for row in shown)


def _telling(meant: list[_Word]) -> list[_Word]:
    """Return the words that tell what is asked about; the others are in nearly every page."""
    asked = [m for m in meant if not is_asking(m.word)]
    return [m for m in asked if m.found and not is_common(m.word)] or asked or meant


def _is_begun(left: frozenset[str], word: str, goes_on: bool) -> bool:
    return goes_on and len(left) == 1 and any(one.startswith(word) for one in left)


def _missing(meant: Iterable[_Word], *, found: bool) -> tuple[str, ...]:
    """Return the words that nothing is about: all of them if nothing was `found`."""
    words = (m.word for m in meant if not is_asking(m.word) and not (m.found and found))
    return tuple(dict.fromkeys(words))


def _is_other(word: str, other: str) -> bool:
    """Whether a short word has another letter in place of one, and not one more or less."""
    return len(word) == len(other) and sorted(word) != sorted(other)


def _is_led(item: _Item) -> bool:
    return item[0] in (PageKind.ARTICLE, PageKind.TERM)


def _hit(row: Sequence[str]) -> Hit:
    kind, slug, section, title, snippet = row
    return Hit(
        kind=kind,
        slug=slug,
        section=section,
        title=title,
        snippet=_MATCHED.sub(r"\1", snippet),
        words=tuple(dict.fromkeys(_MATCHED.findall(snippet))),
    )


def _any_of(words: Iterable[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"


def _both_of(words: Iterable[str]) -> str:
    return "(" + " AND ".join(f'"{word}"' for word in words) + ")"


def _split_word(word: str, known: Container[str]) -> str:
    """Split a word into two known ones, if it is two written together: "selftape"."""
    cuts = range(2, len(word) - 1)
    pairs = ((word[:cut], word[cut:]) for cut in cuts)
    return next((f"{one} {two}" for one, two in pairs if one in known and two in known), "")
