"""Pages as browsers and clippers save them: odd marks, odd encodings, missing parts."""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.advice.pages.file_decoding import decode_file
from callbacktui.advice.pages.parsed_page import Page, PageError
from callbacktui.advice.pages.parser import parse_page
from callbacktui.advice.pages.quotation_marks import find_quotations

MESSES = Path(__file__).parent / "messy"


def read(name: str) -> Page:
    return parse_page(decode_file((MESSES / name).read_bytes(), name).text, name=Path(name).stem)


def said(page: Page) -> list[tuple[str, str, str]]:
    return [(saying.speaker, saying.trade, saying.words) for saying in page.sayings]


def test_quotations_in_any_quote_marks_get_their_speaker() -> None:
    page = read("split-quotes.txt")
    assert (page.title, page.subtitle, page.author, page.credit) == (
        "How Do You Nap Between Takes?",
        "The quiet skill that nobody teaches",
        "Dilys Marrow-Quist",
        "Ottoline Frame | Unsplash",
    )
    assert said(page) == [
        (
            "Corvin Asplund",
            "stage manager",
            "I lie down before I am tired, and I get up before I am rested.",
        ),
        ("Halloran Pike", "veteran dancer", "Shoes off, always."),
        ("Brigid Oxley", "coach", "A chair will do."),
        ("Tamsin Roe", "actress", "You can hear the kettle in my second act"),
        ("Tamsin Roe", "actress", "Nine minutes. Not ten."),
    ]
    assert page.tips == (
        "Tell somebody where you are.",
        "Set two alarms.",
        "Mind the 6'4\" prop door.",
    )
    assert [post.title for post in page.related] == [
        "Call Sheets",
        "Green Rooms",
        "How do I ask for a break?",
        "What Is a Hot Set?",
    ]


def test_menu_above_the_title_is_skipped() -> None:
    page = read("menu-above.txt")
    assert (page.title, page.subtitle, page.author, page.credit) == (
        "How Do I Slate Without Freezing?",
        "A casting associate on the ten seconds before the scene",
        "Wren Halloway",
        "Ida Moss | Unsplash",
    )
    assert [section.title for section in page.sections] == ["Before You Speak", "What To Say"]
    assert page.tips == ("Smile if you would smile.", "Keep your hands still")
    assert page.sections[-1].text.endswith("- Keep your hands still\n\nThat is all there is to it.")


@pytest.mark.parametrize(
    "menu",
    [
        "Skip to content   Menu   Search   Subscribe\nHOME > ADVICE > AUDITIONS",
        "Menu",
        "Home About Contact Subscribe",
        "≡ Menu\n\nHome\n\nSearch",
    ],
)
def test_site_navigation_is_not_a_title(menu: str) -> None:
    text = f"{menu}\n\nThe Waiting Room\n\nBy Zoë Lindqvist-O'Hara | March 3, 2021 | 6 min read\n\n"
    page = parse_page(f"{text}It is quiet in here, and that is all that it is.\n\nSo breathe.")
    assert (page.title, page.author) == ("The Waiting Room", "Zoë Lindqvist-O'Hara")


@pytest.mark.parametrize("title", ["Auditions", "Casting Calls", "# Menu", "Help and Advice"])
def test_title_that_looks_like_a_menu_item_is_kept(title: str) -> None:
    page = parse_page(f"{title}\n\nIt is quiet in here, and that is all that it is.")
    assert page.title == title.removeprefix("# ")


def test_long_menu_and_rule_lines_are_parsed_fast() -> None:
    for line in ("a|" * 50 + "|", "home-- " * 15 + "?", "a > " * 26 + ">", "|--" * 36 + "x"):
        assert parse_page(f"{line}\n\nA Title\n\nSome text of the page.").sections


def test_front_matter_gives_the_title_and_headings_become_sections() -> None:
    slip = "---\ntitle: Real Title\nauthor: Pri Ram\n---\n"
    page = parse_page(f"{slip}# Light\n\nUse a window.\n\n## Lamps\n\nTwo.\n\n# Sound\n\nUse wool.")
    assert (page.title, page.author) == ("Real Title", "Pri Ram")
    assert [s.title for s in page.sections] == ["Light", "Lamps", "Sound"]


def test_markdown_markup_is_removed_and_text_kept() -> None:
    page = parse_page(
        "# On Marks\n\nIt begins.\n\n"
        "Say it **once and *only* once** please.[^1]\n\nR&amp;D &lt;b&gt; &nope;\n\n"
        "| a | b |\n|---|--:|\n| 1 | 2 |\n\n[^1]: The footnote says wear blue.\n\n[x]: http://x"
    )
    assert page.sections[0].text == (
        "It begins.\n\n"
        "Say it once and only once please.[^1]\n\nR&D <b> &nope;\n\n| a | b |\n\n| 1 | 2 |\n\n"
        "[^1]: The footnote says wear blue."
    )


def test_author_and_photo_credit_on_one_line_are_parsed() -> None:
    page = parse_page(
        "# On Waiting\n\nBy **Kit Lorne** | Photo: Cal Ray\n\n## At First\n\nIt is loud."
    )
    assert (page.author, page.credit) == ("Kit Lorne", "Cal Ray")
    page = parse_page("# On Waiting\n\nBy Kit Lorne (Photo: Cal | Pexels)\n\n## At First\n\nLoud.")
    assert (page.author, page.credit) == ("Kit Lorne", "Cal | Pexels")


def test_bulleted_headings_are_sections() -> None:
    page = read("bullets-as-headings.txt")
    assert (page.author, page.credit) == ("PELL ANDERSEN", "Lark & Bell | Pexels")
    assert [section.title for section in page.sections] == [
        "Start With the Elbows",
        "When the Prop Is Missing",
        "Moving Forward",
    ]
    assert page.related[0].topics == ("Wardrobe", "Props")
    assert page.related[0].author == "Pell Andersen"


def test_page_without_a_title_is_named_after_its_file() -> None:
    page = read("nearly-nothing.txt")
    assert (page.title, page.author, page.sayings) == ("nearly-nothing", "", ())
    assert page.sections[0].text.count("\n\n") == 2


def test_clipper_front_matter_gives_title_and_author() -> None:
    page = read("exported.md")
    assert (page.title, page.subtitle, page.author) == (
        "What Makes a Good Slate?",
        "",
        "Jory Tan",
    )
    assert "saved" not in str(page)
    assert page.sections[0].points == ("Look up.", "Breathe out.", "Stop!")


def test_cp1252_page_keeps_accents_and_quotes() -> None:
    page = read("cp1252.txt")
    assert (page.title, page.author) == ("What Is a Café Read?", "René Duchamps-Ott")
    assert said(page) == [("Zoë Lindqvist", "director", "Order first")]


TEXT = "A Café Title\n\nHere it begins, “quietly”.\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_usual_encodings_are_detected(codec: str) -> None:
    assert decode_file(TEXT.encode(codec), "a.txt").text.lstrip("\ufeff") == TEXT


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04...", "word processor"),
        (b"bplist00...", "web archive"),
        (b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nx", "web archive"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x00" * 5000, "not text"),
        (b"\xff\xfe\x00", "says UTF-16 and is not"),
        (b"\xff\xfe\x00\xd8" * 40, "says UTF-16 and is not"),
        (b"x" * (8 * 1024 * 1024 + 1), "over 8 MB"),
        (b"word " * 300_000, "over 1 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_unusable_file_is_refused_with_a_fix(data: bytes, what: str) -> None:
    with pytest.raises(PageError, match=what) as caught:
        decode_file(data, "page.txt")
    assert caught.value.mend


def test_spreadsheet_is_refused_as_a_page() -> None:
    with pytest.raises(PageError, match="callbacktui import"):
        decode_file(b"Date,Project,Role\n2026-01-02,The Seagull,Nina\n", "sheet.CSV")


def test_control_characters_are_made_visible() -> None:
    text = decode_file("A Title\n\nOne\x00two\x1b[2J \u202ethree.\n".encode(), "a.txt").text
    assert text == "A Title\n\nOne␀two␛[2J \u2039202E\u203athree.\n"


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", ".", ""]))
def test_any_bytes_are_decoded_or_refused(data: bytes, name: str) -> None:
    try:
        found = decode_file(data, name)
    except PageError:
        return
    assert found.text


@pytest.mark.parametrize("shred", ["\u2018", "\u2018x.\u2019a ", '"', "“a,” says Bo. ", "„a 'b "])
def test_parsing_time_grows_linearly_with_markup(shred: str) -> None:
    short, long = (_steps(shred * (length // len(shred))) for length in (400, 1_600))
    assert long < 5 * short


def _steps(line: str) -> int:
    """Count the lines of our code that run to find the quotations."""
    steps = 0

    def count(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        find_quotations(line)
    finally:
        sys.settrace(before)
    return steps
