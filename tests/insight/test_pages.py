"""A page for a rep and a year in review: short, true, and without a word under NDA."""

import datetime as dt
import html
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.bookout import BookOut, Firmness
from callbacktui.domain.contact import Contact, ContactKind
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.enums import Medium, Size, Source
from callbacktui.domain.holds_and_bookings import Booking, Feedback, Hold
from callbacktui.domain.piece import Piece, PieceKind
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.domain.printed_page import MOST_LINES, Page, Section, make_page
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from callbacktui.exchange.printed_page_export import PAGE_FORMATS
from callbacktui.insight.rep_page import rep_page
from callbacktui.insight.year_review import year_review
from tests.factories import NOW, TODAY, audition, days_ago, done, read_on, span
from tests.insight.test_questions import FORTY

CHROMIUM = shutil.which("chromium")


def secret(**more: object) -> object:
    """Return an audition under NDA that has a word of its own in every field."""
    work: Span = span("1-5 Dec")
    return read_on(
        9,
        **{
            "id": "secret", "nda": True, "project": "Zebra", "role": "Quokka", "office": "Wombat",
            "rep": "Hollis", "people": ("Numbat",), "director": "Bilby", "materials": "Dingo reel",
            "type_tags": ("Koala",), "came_from": "x", "source": Source.REFERRAL,
            "stage": Stage.BOOKED, "booking": Booking(work_dates=work), "notes": "Possum",
            "holds": (Hold(id="h", word_used="Emu", dates=work),),
            "feedback": (Feedback(text="Echidna"),), "medium": Medium.GAME, "size": Size.VOICE,
            "rounds": (done(9, reader="Cassowary", wore="Galah"),), **more,
        },
    )  # fmt: skip


WORDS = [
    "zebra", "quokka", "wombat", "numbat", "bilby", "dingo", "koala", "possum", "emu", "echidna",
    "game", "voice", "cassowary", "galah",
]  # fmt: skip


@pytest.mark.parametrize("form", PAGE_FORMATS)
@pytest.mark.parametrize("rep", [(), ("Hollis",)])
def test_pages_contain_nothing_under_nda(form: str, rep: tuple[str, ...]) -> None:
    again = read_on(3, id="x", office="Kestrel", came_from="secret", rep="Hollis")
    kept = Contact(id="k", name="Kestrel", kind=ContactKind.CASTING_OFFICE)
    page = rep_page([secret(), again, *FORTY], [kept], TODAY, rep=rep)  # type: ignore[list-item]
    said = PAGE_FORMATS[form](page).casefold()
    assert "kestrel: called me in again" in said.replace("\\", "")
    assert not [word for word in WORDS if re.search(rf"\b{word}\b", said)]


def lines(page: Page, title: str) -> tuple[str, ...]:
    return next(section.lines for section in page.sections if section.title == title)


def test_rep_page_begins_with_fans_and_ends_with_counts() -> None:
    again = read_on(3, id="x", office="Kestrel", role="June", came_from="c1", rep="Hollis",
                    materials="the smile", size=Size.LEAD)  # fmt: skip
    booked = audition(id="b", stage=Stage.BOOKED, booking=Booking(work_dates=span("1-5 Dec")))
    wishes = ("A play.", "A film.", "A rest.")
    out = [
        BookOut(id="o", span=span("24-27 Dec"), why="a wedding", firmness=Firmness.BOOKING),
        BookOut(id="p", span=span("1-2 Nov")),
    ]
    page = rep_page([again, booked, *FORTY], [], TODAY, wishes=wishes, bookouts=out)
    assert [section.title for section in page.sections] == [
        "Called me in again", "What I'm called in for", "What I booked",
        "Dates held, booked or out",
        "Materials, and since when", "Three wishes", "In numbers",
    ]  # fmt: skip
    assert lines(page, "Dates held, booked or out") == (
        "1 Dec 2026 to 5 Dec 2026: booked, Ophelia, Hamlet",
        "24 Dec 2026 to 27 Dec 2026: not available, would move for a booking",
    )
    assert lines(page, "Materials, and since when")[0].startswith("the smile: since November 2026")
    assert lines(page, "In numbers")[:2] == (
        "7 of 24 settled auditions led to a callback; 7 more are still open",
        "5 went straight to a hold, an offer or a job, without a callback",
    )


def test_rep_page_leaves_out_empty_counts() -> None:
    page = rep_page([read_on(60, id="p", disposition=Disposition.PASSED_TOLD)], [], TODAY)
    assert "In numbers" not in [section.title for section in page.sections]


def test_rep_page_has_only_the_reps_auditions_since_the_date() -> None:
    ours = read_on(9, id="a", rep="hollis", medium=Medium.TV)
    old = read_on(400, id="b", rep="Hollis", medium=Medium.FILM)
    theirs = read_on(9, id="c", rep="Juno", medium=Medium.COMMERCIAL)
    page = rep_page([ours, old, theirs], [], TODAY, rep=("Hollis", "H."), since=days_ago(90))
    assert lines(page, "What I'm called in for") == ("Work: TV 1",)
    assert page.title == "For Hollis"


def test_rep_page_lists_all_days_of_a_job() -> None:
    days = Booking(work_dates=span("1-2 Dec"), more_dates=(span("20 Nov"), span("9 Dec")))
    job = audition(id="b", stage=Stage.BOOKED, booking=days)
    assert lines(rep_page([job], [], TODAY), "Dates held, booked or out") == (
        "1 Dec 2026 to 2 Dec 2026: booked, Ophelia, Hamlet",
        "9 Dec 2026: booked, Ophelia, Hamlet",
    )


def full_page() -> Page:
    """Return a page of as many lines as a page may have, all of them long."""
    sections = [Section("Materials, and since when", ("W" * 200,) * MOST_LINES)] * 7
    return make_page("W" * 200, "W" * 200, sections, rep_page([], [], TODAY).note)


@pytest.mark.skipif(not CHROMIUM, reason="needs chromium")
@pytest.mark.parametrize("size", [3, 60, 400, None])
def test_page_prints_on_one_sheet(size: int | None, tmp_path: Path) -> None:
    wishes = ("A play, in a house that is small enough to be heard in without a microphone.",) * 3
    page = (
        full_page()
        if size is None
        else rep_page(make_career(size, 7, NOW, open_material()), [], TODAY, wishes=wishes)
    )
    (tmp_path / "page.html").write_text(PAGE_FORMATS["html"](page), "utf-8")
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"HOME": str(tmp_path)}
    subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={tmp_path / 'chromium'}", f"--print-to-pdf={tmp_path / 'page.pdf'}",
            (tmp_path / "page.html").as_uri(),
        ],
        env=env, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    sheets = re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())
    assert len(sheets) == 1


@pytest.mark.parametrize("size", [0, 3, 60, 400])
def test_page_stays_short_for_any_number_of_auditions(size: int) -> None:
    made = make_career(size, 7, NOW, open_material())
    wishes = ("w" * 300,) * 3
    for page in (rep_page(made, [], TODAY, wishes=wishes), year_review(made, [], 2026)):
        assert len(page.sections) <= 7
        assert all(len(section.lines) <= MOST_LINES for section in page.sections)
        assert all(len(line) <= 100 for section in page.sections for line in section.lines)


@given(st.text(), st.text())
def test_text_in_html_pages_is_escaped(name: str, wish: str) -> None:
    page = rep_page([read_on(9, office=name, project=name, rep=name)], [], TODAY, wishes=[wish])
    body = PAGE_FORMATS["html"](page)
    tags = re.findall(r"<[^>]*>", body.partition("<body>")[2])
    assert set(tags) <= {"<h1>", "</h1>", "<p>", "</p>", "<h2>", "</h2>", "<ul>", "</ul>", "<li>",
                         "</li>", '<p class="note">', "</body>", "</html>"}  # fmt: skip
    for section in page.sections:
        for line in section.lines:
            assert html.escape(line) in body


def test_text_in_markdown_pages_is_escaped() -> None:
    page = rep_page([read_on(9)], [], TODAY, wishes=["# big", "[x](http://y)", "1. *one*"])
    said = PAGE_FORMATS["md"](page)
    assert "- \\# big" in said
    assert "- \\[x\\](http://y)" in said
    assert "- 1\\. \\*one\\*" in said


def test_year_review_counts_by_the_first_audition_day() -> None:
    this = [read_on(n, id=f"a{n}", medium=Medium.TV, office="Kestrel") for n in (1, 2, 40)]
    last = [read_on(400, id="b", office="Gantry")]
    lesson = Practice(id="p", date=TODAY, kind=PracticeKind.CLASS, minutes=90)
    page = year_review([*this, *last], [lesson], 2026)
    assert lines(page, "Auditions") == (
        "Auditioned for 3 roles",
        "In 2025: 1 role",
        "1 in Oct, 2 in Nov",
    )
    assert lines(page, "The offices") == (
        "Kestrel: 3 auditions",
        "Seen by 1 office for the first time",
    )
    assert lines(page, "Between auditions") == ("class 1", "1.5 hours noted")
    assert year_review([], [], 1999).sections[0].lines == ("No audition was given in 1999.",)


def test_rep_page_lists_current_materials_with_their_age() -> None:
    shot = Piece(id="h", kind=PieceKind.HEADSHOT, title="Warm", since=dt.date(2026, 3, 3))
    old = Piece(id="o", kind=PieceKind.HEADSHOT, title="Serious", retired_on=days_ago(9))
    song = Piece(id="s", kind=PieceKind.SONG, title="Memory")
    sent = [
        read_on(9, id="a", materials="warm"),
        read_on(5, id="b", materials="Warm, a postcard"),
        read_on(3, id="c", materials="a letter"),
        read_on(2, id="d", materials="Serious"),
        read_on(1, id="n", materials="warm", nda=True),
    ]
    page = rep_page(sent, [], TODAY, pieces=[old, song, shot])
    assert lines(page, "Materials, and since when") == (
        "Warm (headshot), since March 2026, sent 2 times",
        "a letter: since November 2026, sent 1 time",
    )


def test_quotes_of_others_are_not_rewritten() -> None:
    said = Contact(
        id="c", name="Kestrel", kind=ContactKind.CASTING_OFFICE, kind_words="I loved what you did."
    )
    page = rep_page([read_on(9, office="Kestrel")], [said], TODAY)
    assert lines(page, "Called me in again") == ("Kestrel: said: I loved what you did.",)


def test_lost_booking_is_marked_on_the_page() -> None:
    cut = read_on(9, id="cut", stage=Stage.BOOKED, disposition=Disposition.ROLE_CUT)
    kept = read_on(9, id="kept", stage=Stage.BOOKED)
    ours = rep_page([cut, kept], [], TODAY)
    assert [line.partition("(")[2] for line in lines(ours, "What I booked")] == [
        f"{cut.medium.word}, role cut), cast by {cut.office}",
        f"{kept.medium.word}), cast by {kept.office}",
    ]
    said = lines(year_review([cut, kept], [], TODAY.year), "What came of it")
    assert [line for line in said if line.startswith("Booked")] == [
        f"Booked: {cut.name} (role cut)",
        f"Booked: {kept.name}",
    ]
