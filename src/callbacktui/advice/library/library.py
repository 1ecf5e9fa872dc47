"""The library: articles, voices and glossary, loaded on first use, and the imported pages."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from callbacktui.advice.library import article as articles
from callbacktui.advice.library import glossary
from callbacktui.advice.library.article import Article
from callbacktui.advice.library.errors import NoSuchArticle
from callbacktui.advice.library.glossary import Term
from callbacktui.advice.library.voices import Voice, parse_voices
from callbacktui.advice.pages import pages_by_slug
from callbacktui.advice.pages.pages_by_slug import PageCollection
from callbacktui.advice.tips.rules_in_order import RULES
from callbacktui.domain.imported_page import ImportedPage

if TYPE_CHECKING:
    from callbacktui.advice.library.search import Index
    from callbacktui.advice.pages.page_tips import Passage

SEED: Final = "silence-after-an-audition"
"""The article that the program grew from; it is listed first."""

_RELATED_AT_MOST: Final = 5
_NEAR_AT_MOST: Final = 4
_NEAR: Final = 0.5
"""How similar a slug has to be to be suggested, from 0 to 1."""


class Library:
    """Articles, voices and glossary; each file is read once, when it is first asked for."""

    def __init__(self, assets: Traversable) -> None:
        self._assets = assets
        self._read: dict[str, Article] = {}
        self._own = PageCollection()
        self._passages: tuple[Passage, ...] = ()

    @property
    def own(self) -> PageCollection:
        """The imported pages that have been put into the library."""
        return self._own

    @property
    def passages(self) -> "tuple[Passage, ...]":
        """The passages of imported pages that can be shown as tips."""
        return self._passages

    def set_pages(self, kept: Iterable[ImportedPage]) -> None:
        """Parse the imported pages, then replace those in the library by them.

        It may take a second for hundreds of pages; until then the library has the earlier ones.
        """
        from callbacktui.advice.pages.page_tips import collect_passages

        own = PageCollection(kept, self.slugs)
        self._passages = collect_passages(own)
        self._own = own
        self.__dict__.pop("index", None)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of all articles, the seed first and the rest sorted alphabetically."""
        folder = self._assets / "advice"
        names = (entry.name for entry in folder.iterdir() if entry.name.endswith(".md"))
        slugs = (name.removesuffix(".md") for name in names)
        return tuple(sorted(slugs, key=lambda slug: (slug != SEED, slug)))

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """All voices, in the order of their article."""
        return parse_voices((self._assets / "voices.toml").read_text(encoding="utf-8"))

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """All terms of the glossary, sorted alphabetically."""
        return glossary.parse_glossary((self._assets / "glossary.toml").read_text(encoding="utf-8"))

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article of the library, parsed."""
        return tuple(self.article(slug) for slug in self.slugs)

    @cached_property
    def index(self) -> "Index":
        """The search index of everything in the library.

        Raises:
            ArticleError: if a file cannot be parsed.
        """
        # Import SQLite only when something is searched for.
        from callbacktui.advice.library.english_spelling import EnglishWords
        from callbacktui.advice.library.search import Index
        from callbacktui.advice.library.search_aliases import read_search_words

        return Index(
            self.articles,
            self.voices,
            self.glossary,
            self.own,
            search_words=read_search_words(
                (self._assets / "search_words.toml").read_text(encoding="utf-8")
            ),
            english=EnglishWords(self._assets / "english_words.txt"),
        )

    def article(self, slug: str) -> Article:
        """Return the article with that slug.

        Raises:
            NoSuchArticle: if there is none; the message suggests similar slugs.
            ArticleError: if its file cannot be parsed.
        """
        if slug not in self.slugs:
            raise NoSuchArticle(f"No article {slug!r}. {self._near(slug)}")
        if slug not in self._read:
            text = (self._assets / "advice" / f"{slug}.md").read_text(encoding="utf-8")
            self._read[slug] = articles.parse_article(text, slug)
        return self._read[slug]

    def _near(self, slug: str) -> str:
        there = (*self.slugs, *(copy.slug for copy in self.own))
        near = get_close_matches(slug.casefold(), there, _NEAR_AT_MOST, _NEAR)
        if near:
            return f"Near it: {', '.join(near)}."
        return "`callbacktui advice list` names them all, `advice search` looks into them."

    def related(self, article: Article) -> tuple[Article, ...]:
        """Return up to five other articles that share topics or moments, most shared first."""
        own = {*article.topics, *article.moments}
        others = [other for other in self.articles if other.slug != article.slug]
        shared = {other.slug: len(own & {*other.topics, *other.moments}) for other in others}
        others.sort(key=lambda other: -shared[other.slug])
        return tuple(other for other in others if shared[other.slug])[:_RELATED_AT_MOST]

    def document(self, slug: str) -> dict[str, Any]:
        """Return the article, or the imported page, as `advice read --json` prints it.

        Raises:
            NoSuchArticle: if nothing has that slug.
        """
        if copy := self.own.get(slug):
            return pages_by_slug.as_document(copy)
        article = self.article(slug)
        return articles.as_document(
            article,
            voices=self.voices,
            tips=[rule.text for rule in RULES if rule.article == slug and rule.text],
            related=self.related(article),
        )


def open_library() -> Library:
    """Open the library that ships with the program: in the package, or next to it in a checkout."""
    inside = files("callbacktui") / "assets"
    if inside.is_dir():
        return Library(inside)
    return Library(Path(__file__).parents[4] / "assets")
