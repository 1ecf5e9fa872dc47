"""The library's catalog: the titles in each view of the shelf, and the page each one opens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import partial
from typing import Final, NamedTuple

from textual.content import Content

from callbacktui.advice.library.article import Article, slug_of
from callbacktui.advice.library.glossary import Term
from callbacktui.advice.library.grouping import fitting_articles, group_by_topic
from callbacktui.advice.library.library import SEED, Library
from callbacktui.advice.library.search_entries import PageKind
from callbacktui.advice.library.search_results import Hit
from callbacktui.advice.library.voices import Voice
from callbacktui.advice.pages import page_tips as own_tips
from callbacktui.advice.pages.pages_by_slug import CollectedPage
from callbacktui.advice.pages.parsed_page import Saying
from callbacktui.advice.tips.context import Context
from callbacktui.domain.text import capitalized, fold
from callbacktui.tui.components.markdown_lines import MarkdownRenderer
from callbacktui.tui.library.article_pane import Typesetting
from callbacktui.tui.library.bookmarks import Bookmarks
from callbacktui.tui.library.referring_auditions import ReferringAuditions
from callbacktui.tui.library.shelf_view import Heading, Item, PageRef, ShelfItem
from callbacktui.tui.library.typeset_article import TypesetPage, typeset_article
from callbacktui.tui.library.typeset_imported_page import own_mark, typeset_imported_page
from callbacktui.tui.library.typeset_voice_or_term import Onward, term_page, voice_page
from callbacktui.tui.theme.glyphs import FINE, Glyphs

_BOOKMARKED: Final = "Bookmarked"
_FITTING: Final = "For this moment"
_QUOTED: Final = "Quoted in your own pages"
_NOTHING_FOUND: Final = "Type a word or two to search for."
_NONE_YET: Final = (
    "Articles that you saved elsewhere go here, as plain text, Markdown or web pages. "
    "The key {library_bring_in} brings one in."
)


class View(Enum):
    """What the shelf lists."""

    ARTICLES = "Articles"
    VOICES = "Voices"
    GLOSSARY = "Words"
    PAGES = "Yours"


class LibraryContext(NamedTuple):
    """What the desk passes on: the context of tips, and what each article was shown for."""

    moment: Context
    read_for: ReferringAuditions


class LibraryCatalog:
    """Lists everything that can be read, and picks what fits the audition on the desk.

    Raises:
        ArticleError: if a file of the library cannot be read.
    """

    def __init__(
        self,
        library: Library,
        bookmarks: Bookmarks,
        context: LibraryContext,
        glyphs: Glyphs = FINE,
        onward_key: str = "",
    ) -> None:
        self._articles = {article.slug: article for article in library.articles}
        self._voices = {slug_of(voice.name): voice for voice in library.voices}
        self._terms = {term.slug: term for term in library.glossary}
        self._pages = library.own
        self._passages = library.passages
        self._index = library.index
        self._own_mark = own_mark(glyphs)
        self._bookmarks = bookmarks
        self._moment, self._read_for = context
        self._onward_key = onward_key

    @property
    def summary(self) -> str:
        """The number of articles, voices and terms."""
        counts = len(self._articles), len(self._voices), len(self._terms)
        return "{} articles · {} voices · {} words".format(*counts)

    def items(self, view: View) -> list[Item]:
        """Return the titles of a view, those with a bookmark first."""
        quoted: list[ShelfItem] = []
        match view:
            case View.ARTICLES:
                return list(self._by_topic())
            case View.VOICES:
                titles = [self._voice(slug, voice) for slug, voice in self._voices.items()]
                quoted = [self._quoted(copy, s) for copy in self._pages for s in copy.page.sayings]
            case View.GLOSSARY:
                titles = [self._term(term) for term in self._terms.values()]
            case View.PAGES:
                titles = [self._page(copy) for copy in self._pages]
        marked = [s._replace(under=_BOOKMARKED) for s in titles if name(s.opens) in self._bookmarks]
        lead: list[Item] = [Heading(_BOOKMARKED), *marked, Heading("All")] if marked else []
        more: list[Item] = [Heading(_QUOTED), *quoted] if quoted else []
        return [*lead, *titles, *more]

    def found(self, words: str) -> list[Item]:
        """Return the search results for `words`, best first, below what they do not say."""
        asked = tuple(fold(words).split())
        found = self._index.search(words)
        note = [found.note or _NOTHING_FOUND] if found.note or not found.hits else []
        return [*note, *(self._hit(hit, asked) for hit in found.hits)]

    def empty_words(self, keys: Mapping[str, str]) -> str:
        """Return what is in a view that has no titles yet."""
        return _NONE_YET.format_map(keys)

    def first(self, items: Sequence[Item]) -> ShelfItem | None:
        """Return where the cursor starts: at the first that fits, at the seed, or at the top."""
        titles = [item for item in items if isinstance(item, ShelfItem)]
        fit = (item for item in titles if item.under == _FITTING)
        seed = (item for item in titles if item.under and item.opens.slug == SEED)
        return next(fit, next(seed, next(iter(titles), None)))

    def page(self, opens: PageRef) -> tuple[str, Typesetting]:
        """Return the title of a page and the function that renders it."""
        match opens.kind:
            case PageKind.VOICE:
                voice = self._voices[opens.slug]
                onward = Onward(self._onward_key, self._title(voice.article))
                return voice.name, partial(voice_page, voice, onward)
            case PageKind.TERM:
                term = self._terms[opens.slug]
                onward = Onward(self._onward_key, self._title(term.see))
                return term.term, partial(term_page, term, onward)
            case PageKind.PAGE if copy := self._pages.get(opens.slug):
                return copy.page.title, partial(typeset_imported_page, copy)
        article = self._articles[opens.slug]
        voices = tuple(self._voices.values())
        names = [audition.name for audition in self._read_for.of(article.slug)]
        return article.title, partial(typeset_article, article, voices, shown_for=names)

    def own_page(self, opens: PageRef) -> CollectedPage | None:
        """Return the imported page that `opens` refers to, if it is one."""
        return self._pages.get(opens.slug) if opens.kind == PageKind.PAGE else None

    def onward(self, opens: PageRef) -> PageRef | None:
        """Return the article that a voice or a term leads to, if any."""
        slug, section = "", ""
        if opens.kind == PageKind.VOICE:
            voice = self._voices[opens.slug]
            slug, section = voice.article, voice.section
        elif opens.kind == PageKind.TERM:
            slug = self._terms[opens.slug].see
        return PageRef(PageKind.ARTICLE, slug, section) if slug in self._articles else None

    def _by_topic(self) -> Iterator[Item]:
        articles = self._articles.values()
        marked = [a for a in articles if f"{PageKind.ARTICLE}:{a.slug}" in self._bookmarks]
        if marked:
            yield from _group(_BOOKMARKED, marked)
        if fits := [*self._fitting()]:
            audition = self._moment.audition
            yield Heading(_FITTING, audition.name if audition else "")
            yield from fits
        for topic, group in group_by_topic(articles).items():
            yield from _group(capitalized(topic), group)

    def _fitting(self) -> Iterator[ShelfItem]:
        """Yield what fits the audition: articles first, then imported pages."""
        last_reason = ""
        for fit in fitting_articles(self._moment, self._articles.values()):
            opens = PageRef(PageKind.ARTICLE, fit.article.slug, fit.section)
            why = (fit.reason,) if fit.reason != last_reason else ()
            last_reason = fit.reason
            section = self._section_title(opens)
            where = (f"in {fit.article.title}",) if section else ()
            yield ShelfItem(section or fit.article.title, opens, _FITTING, below=(*where, *why))
        for passage, reason in own_tips.fitting_passages(self._moment, self._passages):
            opens = PageRef(PageKind.PAGE, passage.page, passage.section)
            section = self._section_title(opens)
            where = (f"{self._own_mark}, in {passage.title}" if section else self._own_mark,)
            why = (reason,) if reason != last_reason else ()
            last_reason = reason
            yield ShelfItem(section or passage.title, opens, _FITTING, below=(*where, *why))

    def _hit(self, hit: Hit, asked: tuple[str, ...]) -> ShelfItem:
        is_own = hit.kind == PageKind.PAGE
        has_sections = is_own or hit.kind == PageKind.ARTICLE
        section = hit.section if has_sections else ""
        begun = tuple(w for w in hit.title.split() if asked and fold(w).startswith(asked[-1]))
        opens = PageRef(hit.kind, hit.slug, section, (*hit.words, *asked, *begun))
        title = self._section_title(opens)
        where = [self._own_mark] if is_own else []
        where += [f"in {hit.title}"] if title else []
        below = (", ".join(where), hit.snippet) if where else (hit.snippet,)
        beside = "" if has_sections else hit.kind
        return ShelfItem(title or hit.title, opens, beside=beside, below=below)

    def _section_title(self, opens: PageRef) -> str:
        if not opens.section:
            return ""
        shelf = self._pages if opens.kind == PageKind.PAGE else self._articles
        opened = shelf.get(opens.slug)
        section = opened.section(opens.section) if opened else None
        return section.title if section else ""

    def _page(self, copy: CollectedPage) -> ShelfItem:
        by = f"by {copy.page.author}" if copy.page.author else f"from {copy.kept.source}"
        opens = PageRef(PageKind.PAGE, copy.slug)
        return ShelfItem(copy.page.title, opens, below=(f"{self._own_mark}, {by}",))

    def _voice(self, slug: str, voice: Voice) -> ShelfItem:
        return ShelfItem(voice.name, PageRef(PageKind.VOICE, slug), beside=voice.trade)

    def _quoted(self, copy: CollectedPage, saying: Saying) -> ShelfItem:
        opens = PageRef(PageKind.PAGE, copy.slug, copy.slug_of(saying))
        speaker = saying.speaker or saying.trade
        trade = saying.trade if saying.speaker else ""
        below = (f"{self._own_mark}, {copy.page.title}", f"“{saying.words}”")
        return ShelfItem(speaker, opens, beside=trade, below=below)

    def _term(self, term: Term) -> ShelfItem:
        beside = "contested" if term.contested else ""
        return ShelfItem(term.term, PageRef(PageKind.TERM, term.slug), beside=beside)

    def _title(self, slug: str) -> str:
        return self._articles[slug].title if slug in self._articles else ""


def blank(_: MarkdownRenderer) -> TypesetPage:
    """Render an empty page."""
    return TypesetPage((), ())


def name(opens: PageRef) -> str:
    """Return the name under which a page's bookmark is saved."""
    return f"{opens.kind}:{opens.slug}"


def view_titles(here: View | None, keys: Mapping[str, str]) -> Content:
    """Return the views with their keys, the current one underlined."""
    tabs = ("library_articles", "library_voices", "library_glossary", "library_pages")
    titled = ((f"{keys[tab]} {view.value}", view) for tab, view in zip(tabs, View, strict=True))
    return Content("  ").join(
        Content.styled(words, "bold underline" if view is here else "") for words, view in titled
    )


def _group(title: str, articles: Iterable[Article]) -> Iterator[Item]:
    yield Heading(title)
    for article in articles:
        yield ShelfItem(article.title, PageRef(PageKind.ARTICLE, article.slug), title)
