from functools import partial

import pytest
from rich.segment import Segment
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Static

from callbacktui.advice.library.article import Article, Section
from callbacktui.advice.library.library import open_library
from callbacktui.advice.library.voices import Voice
from callbacktui.domain.text import clean
from callbacktui.tui.components.find_in_lines import Stretch, find
from callbacktui.tui.components.markdown_lines import MarkdownRenderer
from callbacktui.tui.library.highlighted_page import Page
from callbacktui.tui.library.reader_screen import ReaderScreen
from callbacktui.tui.library.table_of_contents import TableOfContents
from callbacktui.tui.library.typeset_article import ABOUT, typeset_article
from callbacktui.tui.theme.glyphs import FINE
from callbacktui.tui.theme.styles import Styles
from callbacktui.tui.theme.themes import GHOSTLIGHT, MATINEE
from tests.factories import present
from tests.tui.host_app import HOSTILE, Host

INKS = Styles.of({**GHOSTLIGHT.variables, "foreground": "#ece4d8", "error": "#f08a80"})
LIBRARY = open_library()
WAIT = Article(
    slug="wait",
    title="While you wait",
    subtitle="Three weeks of [nothing]",
    question="What now?",
    author="callbacktui",
    answers="On silence",
    answers_by="Jim Webb",
    answers_photo="Andrew Neel",
    sources=("a notebook", "another"),
    reviewed="2026-11-22",
    lead="The short answer.",
    sections=tuple(
        Section(slug=slug, title=slug.title(), text=f"All about the **{slug}** room. " * 60)
        for slug in ("first", "second", "third", "fourth")
    ),
)
ROBIN = Voice(
    name="Robin Vale", trade="coach", point="Go for a walk.", told_in="as told in a class",
    section="second", article="wait",
)  # fmt: skip


def lines_of(article: Article, width: int = 60) -> list[str]:
    renderer = MarkdownRenderer(width, INKS, FINE)
    return [Strip(line).text for line in typeset_article(article, [ROBIN], renderer).lines]


def shown(app: Host) -> list[str]:
    page = app.screen.query_one(Page)
    return [page.render_line(y).text.rstrip() for y in range(page.size.height)]


def where(app: Host) -> str:
    return str(app.screen.query_one("#where", Static).content)


def reading(section: str = "", article: Article = WAIT) -> Host:
    return Host(
        ReaderScreen(article.title, partial(typeset_article, article, [ROBIN]), section=section)
    )


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def test_voice_is_set_apart_at_the_end_of_its_section() -> None:
    lines = lines_of(WAIT)
    at = lines.index("  │ Go for a walk.")
    assert lines[at + 1] == "  │ Robin Vale, coach, as told in a class"
    assert lines.index("Second") < at < lines.index("Third")


def test_article_facts_are_at_the_end() -> None:
    foot = lines_of(WAIT)
    foot = foot[foot.index("About this page") :]
    told = " ".join(" ".join(foot).split())
    for fact in ("What now?", "Jim Webb", "Andrew Neel", "a notebook", "another", "2026-11-22"):
        assert fact in told


@pytest.mark.parametrize("slug", LIBRARY.slugs)
@pytest.mark.parametrize("width", [20, 76])
def test_articles_are_never_wider_than_the_measure(slug: str, width: int) -> None:
    set_ = typeset_article(
        LIBRARY.article(slug), LIBRARY.voices, MarkdownRenderer(width, INKS, FINE)
    )
    assert max(Strip(line).cell_length for line in set_.lines) <= width
    assert [stop.slug for stop in set_.stops][-1] == ABOUT
    for stop in set_.stops:
        head = Strip(set_.lines[stop.line]).text.strip()
        assert head
        assert stop.title.startswith(head)


def test_links_and_images_are_plain_text() -> None:
    text = "[here](https://a.example/x) ![cat](x.png) <b>hm</b>\n\n```\n[/] x\n```\n"
    article = Article(slug="a", title="A", sections=(Section(slug="s", title="S", text=text),))
    lines = typeset_article(article, (), MarkdownRenderer(60, INKS, FINE)).lines
    whole = "\n".join(Strip(line).text for line in lines)
    for part in ("here (https://a.example/x)", "(picture: cat)", "[/] x"):
        assert part in whole
    styles = [segment.style for line in lines for segment in line if isinstance(segment, Segment)]
    assert not any(style.link or style.meta for style in styles if style)


def test_words_are_found_across_line_ends() -> None:
    lines = ["they went ANOTHER", "  way, and said so", "another  way"]
    hits = find(lines, " another way ")
    assert [[lines[s.line][s.start : s.end] for s in hit] for hit in hits] == [
        ["ANOTHER", "  way"],
        ["another  way"],
    ]
    assert find(lines, " ") == []
    assert find([], "x") == []


def test_accents_are_ignored_when_finding() -> None:
    texts = ["Tomás Brûlé reads;", "the ﬁfth Bru\u0302le\u0301 too."]
    assert find(texts, "brule") == [(Stretch(0, 6, 11),), (Stretch(1, 9, 16),)]
    assert find(texts, "BRÛLÉ READS") == [(Stretch(0, 6, 17),)]
    assert find(texts, "fifth") == [(Stretch(1, 4, 8),)]


async def test_reader_opens_at_the_given_section() -> None:
    app = reading("third")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert shown(app)[1] == "Third"
        contents = app.screen.query_one(TableOfContents)
        assert contents.display
        assert contents.titles[contents.here] == "Third"
        await press(pilot, "n")
        assert shown(app)[1] == "Fourth"
        await press(pilot, "p", "[", "[")
        assert shown(app)[1] == "First"
        await press(pilot, "p")
        assert shown(app)[0] == "While you wait"
        await press(pilot, "G", "g")
        assert shown(app)[0] == "While you wait"


async def test_reading_position_follows_scrolling() -> None:
    app = reading()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.query_one(TableOfContents).display
        assert where(app) == "While you wait"
        await press(pilot, "j", "down", "k", "up", "space", "pageup", "space")
        assert where(app) == "While you wait · First"


async def test_resizing_keeps_the_section() -> None:
    app = reading("third")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert shown(app)[1] == "Third"


async def test_escape_ends_the_search_before_the_reader() -> None:
    app = reading()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "/", *"zzz", "enter")
        assert where(app) == "“zzz” is not on this page."
        await press(pilot, "escape", "/", "ctrl+u", *"SECOND", "enter")
        assert where(app) == "“SECOND”: 1 of 61"
        await press(pilot, "n", "n", "N")
        assert where(app) == "“SECOND”: 2 of 61"
        assert any("second" in line for line in shown(app))
        await press(pilot, "escape")
        assert where(app).startswith("While you wait")
        assert app.answers == []
        await press(pilot, "escape")
    assert app.answers == [False]


async def test_q_closes_only_the_reader() -> None:
    app = reading()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
        assert app.answers == [False]
        assert app.is_running


async def test_click_in_the_contents_jumps_to_the_section() -> None:
    app = reading()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.click(TableOfContents, offset=(5, 3))
        await pilot.pause()
        assert shown(app)[1] == "Second"


@pytest.mark.parametrize("size", [(1, 1), (12, 4), (200, 60)])
@pytest.mark.parametrize(
    "text", [HOSTILE[1], HOSTILE[3], HOSTILE[6][:2000]], ids=("markup", "escapes", "long")
)
async def test_article_text_is_never_parsed_as_markup(text: str, size: tuple[int, int]) -> None:
    article = Article(
        slug="wait",
        title=text,
        subtitle=text,
        sources=(text,),
        sections=(Section(slug="second", title=text, text=text),),
    )
    app = reading("second", article)
    async with app.run_test(size=size) as pilot:
        if size == (200, 60):
            drawn = "".join(strip.text for strip in app.screen._compositor.render_strips())
            assert clean(text)[:20] in clean(drawn)  # the app cleans each line that it draws
        await press(pilot, "n", "p", "/", "x", "enter", "escape", "escape", "q")


async def test_theme_change_redraws_the_page() -> None:
    app = reading("second")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        page, place = app.screen.query_one(Page), where(app)
        before = present(page.lines[0][0].style).color
        app.theme = MATINEE.name
        await pilot.pause()
        await pilot.pause()
        assert present(page.lines[0][0].style).color != before
        assert where(app) == place
