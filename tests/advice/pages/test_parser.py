import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.advice.pages.html_to_text import MOST_TAGS
from callbacktui.advice.pages.parser import Page, PageError, as_document, page_markdown, parse_page

DATA = Path(__file__).parent / "data"
PAGES = sorted(page.name for page in DATA.iterdir() if page.suffix != ".html")
ADS = re.compile(r"^\W*(?:ad|advertisement|sponsored content)\W*$", re.IGNORECASE | re.MULTILINE)
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SHREDS = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            " ",
            "  • ",
            "# ",
            "## ",
            "> ",
            "1. ",
            "“",
            "”",
            "„",
            "«",
            "»",
            "\u2018",
            "\u2019",
        ),
        *('"', "'", " says ", "Petra Quill", ", coach", "(By ", "By ", "(Photo: ", ")", " | "),
        *("RELATED TOPICS: ", "Recommended Posts", "Ad", "Tips", "…", "\u00ad", "\xa0", "\u202e"),
        *("[a](b)", "**", "—", "?", ":", ".", "Title Case", "words in a row", "\x1b[2J", "<html>"),
    ]
)
MESSY = st.lists(SHREDS | st.text(max_size=12), max_size=40).map("".join)


def read(name: str) -> Page:
    return parse_page((DATA / name).read_text(encoding="utf-8"), name="A page")


def said(text: str) -> list[tuple[str, str, str]]:
    page = parse_page(f"Title of the Page\n\nIt begins with some text.\n\n{text}")
    return [(s.speaker, s.trade, s.words) for s in page.sayings]


def test_saved_page_is_parsed_completely() -> None:
    page = as_document(read("saved-page.txt"))
    tips = [
        "Read it aloud before you read it well.",
        "Sleep on it. Memory sets overnight.",
        "Hold the sides anyway. It says the work is still open.",
    ]
    assert {key: page[key] for key in ("slug", "title", "subtitle", "author", "credit")} == {
        "slug": "should-you-learn-the-lines-word-for-word",
        "title": "Should You Learn the Lines Word for Word?",
        "subtitle": "What being off book is really for",
        "author": "Alma Reyes-Holt",
        "credit": "Tomas Vell | Pexels",
    }
    assert [section["title"] for section in page["sections"]] == [
        "Off Book: What Casting Means by It",
        "When the Words Matter",
        "Tips for Getting There",
    ]
    assert [section["points"] for section in page["sections"]] == [
        [],
        [
            "Verse. The rhythm carries the sense.",
            "Comedy. A joke moved by one word is another joke.",
            "Procedurals. The jargon has been cleared by somebody.",
        ],
        tips,
    ]
    assert [tuple(saying.values()) for saying in page["sayings"]] == [
        ("Petra Quill", "casting director", "I would rather see a choice than a recital"),
        ("Osric", "actor", "I dropped one \u2018not\u2019 and confessed to the murder."),
        ("Imre Vance", "coach", "Know it so well that you can afford to listen."),
    ]
    assert page["tips"] == tips
    assert [tuple(post.values()) for post in page["related"]] == [
        (
            "How Long Should a Slate Be?",
            "The few seconds before the scene",
            "Alma Reyes-Holt",
            "Studio Nord | Pexels",
            "A slate is the label on the tape, and also the first look at…",
            [],
        ),
        (
            "Do You Need a Reader Who Acts?",
            "",
            "Jonas Ferrer",
            "",
            "A reader feeds you the scene…",
            [],
        ),
        (
            "Where Should the Camera Stand?",
            "",
            "",
            "Studio Nord | Unsplash",
            "Eye height is a good start, and there are reasons to leave it…",
            ["Eyelines Light From the Window", "What is a Lens…"],
        ),
    ]
    assert page["imported"] is True


@pytest.mark.parametrize("name", PAGES)
def test_advertising_and_repeated_titles_are_removed(name: str) -> None:
    page = read(name)
    titles = [section.title for section in page.sections]
    texts = [section.text for section in page.sections]
    kept = "\n".join([page.subtitle, *titles, *texts, *(post.title for post in page.related)])
    assert not ADS.search(kept)
    assert page.title not in kept.splitlines()


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("missing-byline.txt", ["Where the Tape Goes First", "What You Can Do Meanwhile"]),
        ("guillemets.txt", ["Le Regard Avant la Voix", "L\u2019autre Moitié"]),
        ("bullets.txt", ["", "First the Sense", "Then the Sound"]),
        ("markdown.md", ["", "Who Should Read", "Tips"]),
        ("related-topics.txt", [""]),
        ("wrapped.txt", ["", "WHAT TO SAY", "THINGS TO REMEMBER"]),
        ("no-headings.txt", [""]),
    ],
)
def test_headings_are_found_in_any_markup(name: str, titles: list[str]) -> None:
    assert [section.title for section in read(name).sections] == titles


@pytest.mark.parametrize(
    ("name", "head"),
    [
        (
            "missing-byline.txt",
            ("The Long Wait After a Self-Tape", "What happens once you press send", "", ""),
        ),
        ("guillemets.txt", ("LA LECTURE À FROID", "", "Odile Marchand", "Jean Tissot | Unsplash")),
        (
            "bullets.txt",
            ("Learning a Page in an Evening", "", "Sol Ibarra", "Ana Varga on Pexels"),
        ),
        (
            "markdown.md",
            (
                "Reading With a Friend",
                "Why the other half of the scene matters",
                "Rui Castanho",
                "",
            ),
        ),
        ("related-topics.txt", ("Crying on Cue and Off It", "", "Webmaster", "")),
        ("no-headings.txt", ("A page", "", "", "")),
    ],
)
def test_title_subtitle_author_and_credit_are_parsed(
    name: str, head: tuple[str, str, str, str]
) -> None:
    page = read(name)
    assert (page.title, page.subtitle, page.author, page.credit) == head


def test_markdown_is_read_without_its_markup() -> None:
    page = read("markdown.md")
    lead, reading, _ = page.sections
    assert lead.text == "An opening paragraph, with a link and a *star*."
    assert reading.points == ("Listen more than they play.", "Keep their voice under yours.")
    assert reading.text.endswith("### At home\n\nA lamp will do.")
    assert page.tips == ("Send the sides early.", "Say which take you liked.", "And why.")
    assert [(p.title, p.author, p.teaser) for p in page.related] == [
        ("Do You Need a Reader Who Acts?", "Jonas Ferrer", "A reader feeds you the scene."),
        ("How Long Should a Slate Be?", "", ""),
    ]


def test_related_posts_are_parsed_from_several_layouts() -> None:
    *topics, dialect, slate, bare = read("related-topics.txt").related
    assert [topic.title for topic in topics] == ["Breath", "Memory", "What is a Beat?"]
    assert (dialect.author, dialect.credit) == ("Hanne Lund", "Piet Maas | Pexels")
    assert dialect.topics == ("Vowels", "Rhythm")
    assert (slate.title, slate.author) == ("How Long Should a Slate Be?", "Alma Reyes-Holt")
    assert (slate.topics, slate.teaser) == (
        ("Framing", "Light"),
        "Say your name as if you liked it...",
    )
    assert bare.title == "A Page Without a Blurb"


def test_wrapped_lines_are_joined_into_paragraphs() -> None:
    page = read("wrapped.txt")
    assert page.sections[0].text.count("\n") == 0
    assert page.tips == ("Ask before they thank you.", "Ask once.", "Mean it.")
    assert page.sayings[-1].speaker == "Wen Li"


@pytest.mark.parametrize(
    ("text", "speaker", "trade", "words"),
    [
        ("“Yes,” says coach Bo Lind.", "Bo Lind", "coach", "Yes"),
        ("“Yes.” — Bo Lind, acting coach", "Bo Lind", "acting coach", "Yes."),
        ("“Yes.” (Bo Lind, coach)", "Bo Lind", "coach", "Yes."),
        ("Bo Lind: “Yes.”", "Bo Lind", "", "Yes."),
        ("As Coach Bo Lind puts it, „Yes.“", "Bo Lind", "coach", "Yes."),
        ("According to casting associate Bo Lind, «Yes.»", "Bo Lind", "casting associate", "Yes."),
        ("In a talk with Page Six, Bo Lind said, »Yes.«", "Bo Lind", "", "Yes."),
        ("Bo Lind, who cast Ten Days, says, \u2018Yes.\u2019", "Bo Lind", "", "Yes."),
        (
            "\u2018Don\u2019t ask the actors\u2019 dog,\u2019 Bo Lind says.",
            "Bo Lind",
            "",
            "Don\u2019t ask the actors\u2019 dog",
        ),
        ("“One half,” says Bo Lind, “and two.”", "Bo Lind", "", "One half, and two."),
        ('"One," says Bo Lind, an agent. "Two."', "Bo Lind", "agent", "One. Two."),
        ("“It is 5'2\" tall,” says Uma de la Rey.", "Uma de la Rey", "", "It is 5'2\" tall"),
        ("One casting director told me, “Yes.”", "", "casting director", "Yes."),
        ("“Yes,” Lind\u2019s assistant, Tom Ode, said.", "Tom Ode", "Lind\u2019s assistant", "Yes"),
    ],
)
def test_saying_has_its_speaker(text: str, speaker: str, trade: str, words: str) -> None:
    assert said(text) == [(speaker, trade, words)]


def test_alternating_speakers_are_told_apart() -> None:
    text = (
        "“A,” says coach Bo Lind, and Imre Vance replies, “B.”\n\n“C,” he adds.\n\n“D,” says Lind."
    )
    assert said(text) == [
        ("Bo Lind", "coach", "A"),
        ("Imre Vance", "", "B."),
        ("Imre Vance", "", "C"),
        ("Bo Lind", "coach", "D"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody owns this one.”",
        "Bo Lind was told she was “not tall enough” for it.",
        "Bo Lind told the room that nobody who asked for “quiet” got it.",
        "She said, “Yes.”",
        "“unclosed, says Bo Lind.",
    ],
)
def test_quoted_words_without_a_speaker_are_not_a_saying(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no words"),
        (" \n\xa0\n• Ad\n", "no words"),
        ("Only a Title", "nothing below it"),
        ("x\n\n" + "word " * 250_000, "over 1 MB"),
        ("a\n" * 5_001, "over 5,000 lines"),
        ("x\n" + "a" * 20_001, "over 20,000 characters"),
    ],
)
def test_unusable_text_is_refused_with_a_fix(text: str, what: str) -> None:
    with pytest.raises(PageError, match=what) as caught:
        parse_page(text)
    assert caught.value.mend


@pytest.mark.parametrize(
    "shred", ["\u2018a\u2019 ", "“ ", '"', "(By ", "[", "“a,” says Bo ", "**a ", "- "]
)
def test_page_of_markup_only_is_parsed(shred: str) -> None:
    line = (shred * 4_000)[:19_000]
    assert parse_page(f"Title\n\nSome text.\n\n{line}\n\n{line}").title == "Title"


def test_web_page_is_read_without_navigation() -> None:
    web = (DATA / "web-page.html").read_bytes()
    page = parse_page(web.decode())
    assert page == parse_page(page_markdown(web))
    assert (page.title, page.author) == (
        "Should You Learn the Lines Word for Word?",
        "Alma Reyes-Holt",
    )
    assert [len(section.points) for section in page.sections] == [0, 2, 2]
    assert page.sayings[0].speaker == "Petra Quill"
    assert not re.search(r"alert|Home|<|^Ad$", page_markdown(web.replace(b"<p>Ad</p>", b"")))


@pytest.mark.parametrize(
    "web",
    ["<html></html>", "<html><nav>Home</nav><p> </p>", "<html>" + "<div>" * 50_000],
    ids=["empty", "menu", "deep"],
)
def test_web_page_without_an_article_is_refused(web: str) -> None:
    with pytest.raises(PageError, match="No article"):
        page_markdown(web)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p " + " ".join(f'a{n}="x"' for n in range(50_000)) + ">", "words"),
        ("<br>" * (MOST_TAGS + 1), "tags"),
    ],
    ids=["attributes", "tags"],
)
def test_web_page_that_is_too_complex_is_refused(body: str, reason: str) -> None:
    with pytest.raises(PageError, match=reason):
        page_markdown(f"<html><p>{body} Words of an article.")


def test_long_web_page_is_read() -> None:
    paragraphs = "".join(f"<p>Paragraph {n} says something.</p>" for n in range(20_000))
    assert page_markdown(f"<html><body><article>{paragraphs}").count("\n\n") == 19_999


def test_oversized_web_page_is_refused() -> None:
    with pytest.raises(PageError, match="over 8 MB"):
        page_markdown(b"<" * (8 * 1024 * 1024 + 1))


def test_credit_under_a_picture_is_parsed() -> None:
    web = (DATA / "web-page.html").read_text(encoding="utf-8")
    bare = web.replace("<p>(Photo: Tomas Vell | Pexels)</p>", "")
    assert parse_page(bare).credit == ""
    under = "<figure><img src=x><figcaption>(Photo: Ann Lee | Pexels)</figcaption></figure>"
    assert parse_page(bare.replace("<h2>Off Book", f"{under}<h2>Off Book")).credit == (
        "Ann Lee | Pexels"
    )
    later = bare.replace("<h2>Tips", f"{under}<h2>Tips")
    assert parse_page(later).credit == ""


def test_lone_surrogate_in_a_web_page_is_tolerated() -> None:
    assert parse_page("<html><p>A Title</p><p>Some words \ud800 of text.</p>", name="x").sections


@given(MESSY)
def test_any_text_is_parsed_the_same_way_twice_or_refused(text: str) -> None:
    try:
        page = parse_page(text)
    except PageError:
        return
    assert parse_page(text) == page
    assert page.slug
    assert page.title
    for words in _strings(as_document(page)):
        assert not BIDI.intersection(words)
        assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in words)


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _strings(list(value.values()))
    return [s for item in value for s in _strings(item)] if isinstance(value, list) else []


def test_a_title_in_brackets_is_a_title_and_a_note_of_a_transcript_is_no_heading() -> None:
    page = parse_page(
        "[Video] How to Wait\n\nBy Ann Lee\n\nKim: I ate.\n\n[laughter]\n\nKim: Soup.\n"
    )
    assert page.title == "[Video] How to Wait"
    assert [section.title for section in page.sections] == [""]
