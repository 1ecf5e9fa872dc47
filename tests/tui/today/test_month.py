"""The month: the weeks with what is on them, reached from Today and left again."""

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from callbacktui.domain.bookout import BookOut
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.enums import Format, RoundKind
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.stage import Stage
from callbacktui.tui.bookouts.screen import BookOutsScreen
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.pane import StillPane
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.today.month_grid import MonthGrid
from callbacktui.tui.today.screen import AgendaList, TodayScreen
from tests.factories import NOW, TODAY, asked, audition, held, moment, present
from tests.tui.actions import kept, seen, until_form
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import HOSTILE, SEVERAL, listed
from tests.tui.today.test_screen import SIZES, today

READ = audition(
    id="read",
    role="Vera",
    project="Far Shore",
    stage=Stage.REQUESTED,
    rounds=(asked(at=moment(1, 10)),),
)
TAPE = audition(
    id="tape",
    role="Puck",
    project="A Dream",
    stage=Stage.REQUESTED,
    rounds=(asked(format=Format.SELF_TAPE, due_at=moment(1, 12)),),
)
LATER = audition(id="later", role="Ned", stage=Stage.REQUESTED, rounds=(asked(at=moment(9, 15)),))
HOLDS = tuple(
    held(
        id=id_,
        role=role,
        holds=(Hold(id="h", word_used="pinned", dates=read_span(dates, TODAY), told_by="Cass"),),
    )
    for id_, role, dates in (("h1", "Wren", "14-18 Dec"), ("h2", "Lund", "18-20 Dec"))
)


async def month(pilot: Pilot[None]) -> MonthGrid:
    """Go to the month."""
    await today(pilot)
    await pilot.press("M")
    await pilot.pause()
    return pilot.app.screen.query_one(MonthGrid)


def drawn(grid: MonthGrid) -> str:
    return "\n".join(grid.render_line(y).text for y in range(grid.size.height))


def beside(pilot: Pilot[None]) -> str:
    pane = pilot.app.screen.query_one("#about")
    words = "\n".join(pane.render_line(y).text.rstrip() for y in range(pane.size.height))
    return f"{pane.border_title}\n{words}"


@SIZES
async def test_auditions_tapes_and_holds_are_in_their_weeks(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app((READ, LATER, *HOLDS))
    async with app.run_test(size=size) as pilot:
        grid = await month(pilot)
        assert "10:00" in drawn(grid)
        assert "15:00" in drawn(grid)
        assert "Wren “pinned”" in drawn(grid)
        assert f" {NOW.day} " in drawn(grid)


async def test_items_without_room_in_a_week_are_counted(
    make_app: MakeApp,
) -> None:
    dates = ("1-20 Dec", "13-18 Dec", "14-15 Dec", "14-15 Dec", "14-15 Dec")
    pins = (Hold(id="h", word_used="on avail", dates=read_span(days, TODAY)) for days in dates)
    app = make_app(
        [held(id=f"h{n}", role=f"Surveyor {n}", holds=(pin,)) for n, pin in enumerate(pins)]
    )
    async with app.run_test(size=(120, 36)) as pilot:
        grid = await month(pilot)
        assert " +2 " in drawn(grid)


async def test_single_days_share_a_line_with_gaps(
    make_app: MakeApp,
) -> None:
    listed_days = Hold(id="h", word_used="pinned", dates=read_span("dec 15, 17, 19", TODAY))
    app = make_app((held(id="h3", role="Odd", holds=(listed_days,)),))
    async with app.run_test(size=(120, 36)) as pilot:
        grid = await month(pilot)
        [line] = [line for line in drawn(grid).splitlines() if "◈ Odd" in line]
        places = [n for n in range(len(line)) if line.startswith("Odd", n)]
        cells = (places[1] - places[0]) // 2
        assert len(places) == 3
        assert [(n - places[0]) // cells for n in places] == [0, 2, 4]
        between = line[places[0] + cells - 2 : places[1] - 3]
        assert not between.strip()


@SIZES
async def test_day_under_the_cursor_is_described(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app((READ, *HOLDS))
    async with app.run_test(size=size) as pilot:
        grid = await month(pilot)
        assert "14:00, audition, done" in beside(pilot)
        await pilot.press("l")
        assert "Vera, Far Shore" in beside(pilot)
        assert "10:00" in beside(pilot)
        await pilot.press("l")
        assert "Nothing on this day." in beside(pilot)
        while grid.cursor.day != 18 or grid.cursor.month != 12:
            await pilot.press("l")
        assert "╋ 18 Dec:" in beside(pilot)
        assert "said by Cass" in beside(pilot)


async def test_enter_opens_the_item_or_asks_which(make_app: MakeApp) -> None:
    app = make_app((*SEVERAL, READ, TAPE, LATER))
    async with app.run_test(size=(120, 36)) as pilot:
        await month(pilot)
        await pilot.press("l", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ChoiceDialog)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)
        assert listed(app).cursor == "tape"


MANY = audition(
    id="many",
    role="Ida",
    stage=Stage.CALLBACK,
    rounds=(
        asked(id="r1", at=moment(2), confirm_by=moment(1)),
        asked(id="r2", kind=RoundKind.CALLBACK, at=moment(2, 18)),
        asked(id="r3", kind=RoundKind.CHEMISTRY_READ, at=moment(4)),
    ),
)


@pytest.mark.parametrize(
    ("days", "picks", "title"),
    [
        (1, (), "Confirm by, now tomorrow 14:00: Ida, Hamlet"),
        (2, ("enter",), "Appointment, now Mon 14:00: Ida, Hamlet"),
        (2, ("down", "enter"), "Appointment, now Mon 18:00: Ida, Hamlet"),
        (4, (), "Appointment, now Wed 14:00: Ida, Hamlet"),
    ],
)
async def test_change_time_offers_only_items_of_the_day(
    make_app: MakeApp, days: int, picks: tuple[str, ...], title: str
) -> None:
    app = make_app((MANY,))
    async with app.run_test(size=(120, 36)) as pilot:
        await month(pilot)
        await seen(pilot, *["l"] * days, "c")
        assert isinstance(app.screen, ChoiceDialog) is bool(picks)
        await seen(pilot, *picks)
        await until_form(pilot)
        assert isinstance(app.screen, FormScreen)
        assert app.screen.title == title


@pytest.mark.parametrize(("key", "lacks"), [("c", "has a time to"), ("S", "waits to be")])
async def test_settle_key_acts_only_on_items_of_the_day(
    make_app: MakeApp, key: str, lacks: str
) -> None:
    hold = replace(HOLDS[0].holds[0], answer_by=moment(1, 17))
    app = make_app((replace(HOLDS[0], holds=(hold,)),))
    async with app.run_test(size=(120, 36)) as pilot:
        grid = await month(pilot)
        while grid.cursor.day != 15 or grid.cursor.month != 12:
            await pilot.press("l")
        await seen(pilot, key)
        assert isinstance(app.screen, TodayScreen)
        said = " ".join(n.message for n in app._notifications)
        assert f"Nothing of this day {lacks}" in said


async def test_booked_out_day_says_so_and_opens(make_app: MakeApp) -> None:
    app = make_app((LATER,))
    bookout = BookOut(id="b1", span=present(read_span("22 Nov", TODAY)))
    await app.session.ledger.add([bookout], "Booked out")
    async with app.run_test(size=(120, 36)) as pilot:
        await month(pilot)
        await seen(pilot, "l", "S")
        assert "Nothing of this day waits" in " ".join(n.message for n in app._notifications)
        await seen(pilot, "enter")
        assert isinstance(app.screen, BookOutsScreen)
        assert app.screen.here == bookout


async def test_empty_day_opens_nothing(make_app: MakeApp) -> None:
    app = make_app((LATER,))
    async with app.run_test(size=(120, 36)) as pilot:
        await month(pilot)
        await pilot.press("enter", "S")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert kept(app, "later") == LATER


@pytest.mark.parametrize("key", ["M", "escape"])
async def test_month_returns_to_the_list(make_app: MakeApp, key: str) -> None:
    app = make_app((READ,))
    async with app.run_test(size=(120, 36)) as pilot:
        await month(pilot)
        await pilot.press("j", key)
        await pilot.pause()
        assert app.screen.query_one(AgendaList).has_focus
        assert "Vera" in beside(pilot)


async def test_cursor_scrolls_the_weeks_and_t_returns_to_today(make_app: MakeApp) -> None:
    app = make_app((READ,))
    async with app.run_test(size=(80, 24)) as pilot:
        grid = await month(pilot)
        before = drawn(grid)
        await pilot.press("right_square_bracket", "right_square_bracket", "k", "h")
        assert "10:00" not in drawn(grid)
        await pilot.press("t")
        assert drawn(grid) == before
        for _ in range(40):
            await pilot.press("j")
        assert str(grid.cursor.day) in drawn(grid)


@SIZES
async def test_month_text_is_never_parsed_as_markup(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    hostile = [
        audition(
            id=f"h{n}", role=words, project=words, stage=Stage.REQUESTED,
            rounds=(asked(at=moment(n % 20, 20)),),
        )
        for n, words in enumerate(HOSTILE)
    ]  # fmt: skip
    app = make_app(hostile)
    async with app.run_test(size=size) as pilot:
        grid = await month(pilot)
        assert "\x1b" not in drawn(grid)
        width = grid.text_width
        assert all(grid.render_line(y).cell_length == width for y in range(grid.size.height))
        await pilot.resize_terminal(30, 8)
        await pilot.press("l", "j", "M", "M")
        assert grid.has_focus


async def test_click_selects_a_day(make_app: MakeApp) -> None:
    app = make_app((READ,))
    async with app.run_test(size=(120, 36)) as pilot:
        grid = await month(pilot)
        y = next(n for n in range(grid.size.height) if "10:00" in grid.render_line(n).text)
        x = grid.render_line(y).text.index("10:00")
        await pilot.click(grid, offset=(x + 2, y + 1))
        await pilot.pause()
        assert "Vera" in beside(pilot)


@SIZES
async def test_free_day_shows_what_comes_next(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app((READ, TAPE, LATER, *HOLDS))
    async with app.run_test(size=size) as pilot:
        grid = await month(pilot)
        await pilot.press("l", "l")
        rows = beside(pilot).splitlines()
        assert "Nothing on this day." in rows[1]
        assert "Next" in rows[3]
        after = [" ".join(row.split()) for row in rows[4:7]]
        assert after[:2] == ["Mon 30 Nov ◆ Ned 15:00", "Mon 14 Dec ◈ Wren “pinned”"]
        assert "Fri 18 Dec ◈ Lund “pinned”" in after[2]
        while grid.cursor.month == 11 or grid.cursor.day < 19:
            await pilot.press("l")
        assert "Next" not in beside(pilot)


async def test_empty_month_shows_nothing_next(make_app: MakeApp) -> None:
    app = make_app(())
    async with app.run_test(size=(80, 24)) as pilot:
        await month(pilot)
        assert "Nothing on this day, and nothing after it." in beside(pilot)


async def test_upcoming_items_beyond_the_room_are_counted(make_app: MakeApp) -> None:
    many = [
        audition(
            id=f"m{n}", role=f"Role {n}", stage=Stage.REQUESTED, rounds=(asked(at=moment(n, 9)),)
        )
        for n in range(2, 22)
    ]
    app = make_app(many)
    async with app.run_test(size=(80, 24)) as pilot:
        await month(pilot)
        rows = [row for row in beside(pilot).splitlines() if row]
        shown = sum("Role" in row for row in rows)
        assert rows[-1].split() == [f"{20 - shown}", "more"]
        assert 2 <= shown < 20


async def test_long_name_takes_a_second_line_if_there_is_room(
    make_app: MakeApp,
) -> None:
    app = make_app((replace(READ, role="The Estate Agent"), LATER))
    async with app.run_test(size=(200, 60)) as pilot:
        grid = await month(pilot)
        assert "The Estate Agent" in drawn(grid)
        assert "◆ 15:00 Ned" in drawn(grid)


async def test_widest_window_shows_waits_beside_the_agenda(make_app: MakeApp) -> None:
    app = make_app((*SEVERAL, READ))
    async with app.run_test(size=(200, 60)) as pilot:
        await today(pilot)
        waits = pilot.app.screen.query_one("#agenda_waits", StillPane)
        assert "Detective Orr" in "".join(s.text for line in waits.lines for s in line)
        assert pilot.app.screen.query_one(AgendaList).size.width < 70
        await pilot.press("M")
        await pilot.pause()
        assert not waits.display
        assert pilot.app.screen.query_one(MonthGrid).size.width > 100
        await pilot.resize_terminal(120, 36)
        await pilot.press("M")
        await pilot.pause()
        assert not waits.display


@pytest.mark.parametrize("width", [100, 110, 120, 163])
async def test_hours_are_never_cut_beside_the_day(make_app: MakeApp, width: int) -> None:
    app = make_app((READ, LATER))
    async with app.run_test(size=(width, 30)) as pilot:
        grid = await month(pilot)
        for hour in ("10:00", "15:00"):
            assert hour in drawn(grid)


async def test_the_word_of_a_hold_that_comes_next_is_not_cut(make_app: MakeApp) -> None:
    dates = read_span("14-18 Dec", TODAY)
    pin = Hold(id="h", word_used="first refusal", dates=dates)
    app = make_app((held(id="h1", role="Wren Ashdown-Lind", holds=(pin,)),))
    async with app.run_test(size=(120, 36)) as pilot:
        await month(pilot)
        assert "“first refusal”" in beside(pilot)
