"""Book-outs on screen: added, edited, told, removed; and clashes wherever they matter."""

import datetime as dt
import re

import pytest
from rich.text import Text
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut, Firmness, Hours, Told
from callbacktui.domain.change import Change
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import clean
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.bookouts.fields import EDIT_FIELDS, NEW_FIELDS
from callbacktui.tui.bookouts.screen import BookOutsScreen
from callbacktui.tui.components.field_types import FieldError
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.list_detail_dialog import Details
from callbacktui.tui.invitation.paste_screen import Source
from callbacktui.tui.invitation.review_state import Review
from callbacktui.tui.invitation.screen import InvitationScreen
from callbacktui.tui.today.screen import TodayScreen
from tests.factories import NOW, TODAY, ZONE, asked, audition, held, moment, span
from tests.tui.conftest import MakeApp, look_only
from tests.tui.practice.test_screen import save, write
from tests.tui.sample_desks import (
    HOSTILE,
    desk,
    detail_text,
    details_drawn,
    listed,
    press,
    rows,
    shown,
    trouble,
)

WIDE = (120, 36)
EVENING = Hours(since=dt.time(18), until=dt.time(22))
AWAY = BookOut(id="b1", span=span("14-18 Dec"), why="family")
CLASS = BookOut(id="b2", span=span("25 Nov"), hours=EVENING, zone=ZONE, why="class")
PINNED = held(
    id="pin",
    role="Wren",
    project="Ashdown",
    holds=(Hold(id="h", word_used="pinned", dates=span("18-20 Dec")),),
)


def with_bookouts(
    make_app: MakeApp, *bookouts: BookOut, also: tuple[Audition, ...] = ()
) -> CallbackApp:
    app = make_app((audition(id="one", role="Nina"), *also))
    app.session.repository.write([Change(before=None, after=one) for one in bookouts], "Kept")
    return app


def kept(app: CallbackApp) -> list[BookOut]:
    return app.session.repository.bookouts.all()


def hint(app: CallbackApp) -> str:
    return str(app.screen.query_one(".hint", Static).content)


async def test_repeating_book_outs_are_previewed_and_saved_in_one_step(make_app: MakeApp) -> None:
    app = with_bookouts(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await press(pilot, "B")
        assert "n books out the first" in detail_text(app)
        await press(pilot, "n")
        await write(pilot, times="every Fri/Sat 6-10 pm for 2 weeks", why="class")
        await save(pilot)
        assert rows(app)[0] == "Sat 21 Nov 18:00-22:00  not told · class"
        assert hint(app) == "Booked out: 4 times from Sat 21 Nov 18:00-22:00."
        assert len(kept(app)) == 4
        await pilot.press("escape", "u")
        while kept(app):
            await pilot.pause(0.01)


async def test_edited_book_out_reports_its_clashes(make_app: MakeApp) -> None:
    app = with_bookouts(make_app, AWAY, CLASS, also=(PINNED,))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "B")
        assert rows(app) == [
            "Wed 25 Nov 18:00-22:00  not told · class",
            "     14 to 18 Dec 2026  ╋ clash · not told · family",
        ]
        await press(pilot, "j")
        assert "18 Dec: “pinned” Wren, Ashdown" in detail_text(app)
        await press(pilot, "e")
        await write(pilot, times="19-21 Dec", firmness="booking")
        await save(pilot)
        assert "Changed. Clash 19-20 Dec: “pinned” Wren, Ashdown." in hint(app)
        assert "would move for a booking" in detail_text(app)
    edited = next(one for one in kept(app) if one.id == "b1")
    assert (edited.span.words, edited.why) == ("19 to 21 Dec 2026", "family")
    assert edited.firmness is Firmness.BOOKING


async def test_note_is_copied_and_all_book_outs_marked_as_told(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(CallbackApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    app = with_bookouts(make_app, AWAY, CLASS)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "B", "y")
        while not app._notifications:
            await pilot.pause(0.01)
        [said] = app._notifications
        assert said.message.startswith("Copied the note about 2 times from")
        assert "- Wed 25 Nov 18:00-22:00\n- 14 to 18 Dec 2026" in copied[0]
        assert "family" not in copied[0]
        assert copied[0].splitlines()[2] in detail_text(app)
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("enter")
        while not isinstance(app.screen, LineDialog):
            await pilot.pause(0.01)
        await pilot.press("enter")
        assert "Write the name" in trouble(app)
        await pilot.press(*"Hollis", "enter")
        while not isinstance(app.screen, BookOutsScreen):
            await pilot.pause(0.01)
        await details_drawn(pilot)
        assert "Told Hollis: 2 times from Wed 25 Nov" in hint(app)
    assert all(one.told == (Told(who="Hollis", on=TODAY),) for one in kept(app))
    assert app.session.drafts.all() == []


async def test_removed_book_out_is_backed_up_and_can_be_undone(make_app: MakeApp) -> None:
    app = with_bookouts(make_app, AWAY)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "B", "d")
        assert kept(app) == []
        assert "removal" in [b.before for b in app.session.repository.backups.all()]
        await press(pilot, "u")
        assert kept(app) == [AWAY]


async def test_read_only_book_outs_can_be_read(make_app: MakeApp) -> None:
    app = look_only(with_bookouts(make_app, AWAY).session)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "B")
        for key in ("n", "e", "t", "d", "u", "enter"):
            await press(pilot, key)
            assert isinstance(app.screen, BookOutsScreen)
            assert "Nothing can be changed here" in trouble(app)
    assert kept(app) == [AWAY]


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (80, 24), WIDE])
async def test_text_is_never_parsed_as_markup(make_app: MakeApp, size: tuple[int, int]) -> None:
    told = [(Told(who=words, on=TODAY),) for words in HOSTILE]
    spoiled = (
        BookOut(id=f"h{n}", span=span("14-18 Dec"), why=words, told=told[n])
        for n, words in enumerate(HOSTILE)
    )
    app = with_bookouts(make_app, *spoiled, also=(PINNED,))
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await press(pilot, "B")
        for _ in HOSTILE:
            assert "\x07" not in detail_text(app)
            await press(pilot, "j")
        assert app.is_running


async def seen(pilot: Pilot[None], *keys: str) -> str:
    await shown(pilot)
    for key in keys:
        await pilot.press(key)
        await shown(pilot)
    strips = pilot.app.screen._compositor.render_strips()
    return " ".join("\n".join(strip.text for strip in strips).split())


@pytest.mark.parametrize("size", [(80, 24), WIDE, (200, 60)])
async def test_clash_is_shown_on_its_row_and_in_the_detail(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = with_bookouts(make_app, AWAY, also=(PINNED,))
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        listed(app).show("pin")
        drawn = await seen(pilot)
        on_row = re.compile(r"(Telsey [^╋◈]{1,8}|“pinned” )╋ clash")
        assert on_row.search(drawn)
        assert "18 Dec: your book-out" in drawn or size == (80, 24)
        app.session.repository.write([Change(before=AWAY, after=None)])
        desk(app).refresh_data()
        assert not on_row.search(await seen(pilot))


async def test_saving_a_hold_reports_its_clashes(make_app: MakeApp) -> None:
    read = held(id="new", role="Lund", stage=Stage.AUDITIONED, holds=())
    app = with_bookouts(make_app, AWAY, also=(read,))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await shown(pilot)
        listed(app).show("new")
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("h")
        await shown(pilot)
        await write(pilot, word_used="pinned", dates="17-19 Dec")
        await save_on_desk(pilot)
        said = [notice.message for notice in app._notifications]
        assert "Clash 17-18 Dec: your book-out (family)." in said[-1]


async def save_on_desk(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+s")
    await shown(pilot)


async def test_today_opens_a_book_out(make_app: MakeApp) -> None:
    app = with_bookouts(make_app, CLASS, also=(audition(
        id="meets", role="Vera", stage=Stage.REQUESTED, rounds=(asked(at=moment(4, 19)),)
    ),))  # fmt: skip
    async with app.run_test(size=WIDE) as pilot:
        drawn = await seen(pilot, "T")
        assert isinstance(app.screen, TodayScreen)
        assert "Wed 25 Nov 18:00-22:00" in drawn
        assert "meets your book-out" in drawn
        await press(pilot, "g", "enter")
        assert isinstance(app.screen, BookOutsScreen)
        assert "25 Nov: the" in detail_text(app)
        await press(pilot, "escape", "B")
        assert isinstance(app.screen, BookOutsScreen)


async def test_invitation_shows_its_clashes(make_app: MakeApp) -> None:
    app = with_bookouts(make_app, AWAY)
    mail = "Callback for LUND in BRINDLE OATS, Tuesday December 15, 3:15pm ET. Harbor Casting"

    async def keep(_: Review) -> str | None:
        return None

    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        review = Review(read_invitation(mail.encode(), NOW), (), NOW)
        app.push_screen(InvitationScreen(review, Source(mail), keep, app.session))
        await pilot.pause()
        said = str(app.screen.query_one("#seen", Static).content)
        assert "Clash 15 Dec: your book-out (family)" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Write the days, such as 24-27 Dec."),
        ("27 Dec to 24 Dec", "before the start"),
        ("20 Dec 2026 to 24 Jan 2028", "401 days"),
        ("14 Dec half day", "Write 14 Dec morning"),
        ("2O Dec", "cannot be read for sure"),
    ],
)
def test_impossible_days_are_refused_at_the_field(text: str, said: str) -> None:
    with pytest.raises(FieldError, match=said):
        NEW_FIELDS[0].kind.read(text, NOW, DateOrder.MDY)


def test_field_shows_its_reading_and_reads_back_its_text() -> None:
    kind = NEW_FIELDS[0].kind
    many = "every day 6-10 pm for 2 weeks"
    assert kind.glance(many, NOW, DateOrder.MDY).startswith("14 times: Sat 21 Nov 18:00-22:00, ")
    assert kind.glance(many, NOW, DateOrder.MDY).endswith("… Fri 4 Dec 18:00-22:00")
    assert kind.glance("every", NOW, DateOrder.MDY) == ""
    for one in (AWAY, CLASS):
        text = kind.to_text((one.time_out,), NOW)
        read = EDIT_FIELDS[0].kind.read(text, NOW, DateOrder.MDY)
        assert isinstance(read, tuple)
        assert [(time.span.days, time.hours) for time in read] == [(one.span.days, one.hours)]
    with pytest.raises(FieldError, match="These are 14 times"):
        EDIT_FIELDS[0].kind.read(many, NOW, DateOrder.MDY)
    assert clean(kind.to_text((), NOW)) == ""


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_details_do_not_touch_their_scrollbar(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = with_bookouts(make_app, AWAY, CLASS, also=(PINNED,))
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await press(pilot, "B")
        beside, words = (
            app.screen.query_one(Details),
            app.screen.query_one(".detail > Static", Static),
        )
        edge = beside.region.right - beside.styles.padding.right
        assert words.content_region.right == edge - beside.styles.scrollbar_size_vertical - 1
        assert isinstance(words.content, Text)
        assert max(row.cell_len for row in words.content.split()) <= words.content_region.width
