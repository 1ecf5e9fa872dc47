"""The month: weeks of days, with a cursor on one of them."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from pendulum import DateTime
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from callbacktui.domain.calendar_days import Calendar
from callbacktui.domain.moment import today
from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.today import MONTH
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles
from callbacktui.tui.today.month_view import WEEK, week_of, write_month

_MOST_WEEKS: Final = 6
_LEAST_LINES: Final = 2
_MOST_LINES: Final = 9
_MONTH: Final = 4 * WEEK
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2200, 1, 1)


class MonthGrid(VirtualLines, can_focus=True):
    """Shows as many weeks as fit, from that of today; the cursor takes the weeks along."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MONTH)]

    cursor: reactive[dt.date] = reactive(dt.date.min, init=False)

    @dataclass
    class Moved(Message):
        """The cursor moved to another day."""

    @dataclass
    class Opened(Message):
        """A day was opened."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._calendar = Calendar({}, ())
        self._now: DateTime | None = None
        self._first = dt.date.min
        self._heights: list[int] = []

    @property
    def calendar(self) -> Calendar:
        """What is on the days."""
        return self._calendar

    def show(self, calendar: Calendar, now: DateTime) -> None:
        """Show what is on the days as of `now`; the first time the cursor is on today."""
        self._calendar, self._now = calendar, now
        if self.cursor == dt.date.min:
            self._first = week_of(today(now))
            self.cursor = today(now)
        else:
            self.restyle()

    def on_resize(self) -> None:
        super().on_resize()
        self.restyle()

    def watch_cursor(self) -> None:
        self.restyle()
        self.post_message(self.Moved())

    def restyle(self) -> None:
        """Draw the weeks that fit, the one with the cursor among them."""
        width, height = self.text_width, self.size.height - 1
        if self._now is None or width <= 0:
            return
        weeks = max(1, min(_MOST_WEEKS, height // _LEAST_LINES))
        here = week_of(self.cursor)
        if here < self._first:
            self._first = here
        elif here >= self._first + weeks * WEEK:
            self._first = here - (weeks - 1) * WEEK
        each, left = divmod(max(0, min(height, weeks * _MOST_LINES)), weeks)
        self._heights = [max(1, each + (week < left)) for week in range(weeks)]
        writer = LineWriter(width, Styles.of(self.app.theme_variables), self._glyphs)
        write_month(writer, self._calendar, self._first, self._heights, self.cursor, self._now)
        self.lines = writer.lines
        self.border_title = Content(self._title(weeks))

    def _title(self, weeks: int) -> str:
        first, last = self._first, self._first + weeks * WEEK - dt.timedelta(1)
        if first.year != last.year:
            return f"{first:%B %Y} to {last:%B %Y}"
        return f"{first:%B} to {last:%B %Y}" if first.month != last.month else f"{first:%B %Y}"

    def on_click(self, event: events.Click) -> None:
        """Select a day on a click; open it on a double click."""
        at = event.get_content_offset(self)
        cells = max(2, self.text_width // 7)
        if at is None or not at.y + self.scroll_offset.y >= 1 or at.x >= cells * 7:
            return
        line = at.y + self.scroll_offset.y - 1
        for week, height in enumerate(self._heights):
            if line < height:
                self._go(self._first + week * WEEK + dt.timedelta(at.x // cells))
                if event.chain == 2:
                    self.post_message(self.Opened())
                return
            line -= height

    def action_days(self, by: int) -> None:
        self._go(self.cursor + dt.timedelta(by))

    def action_months(self, by: int) -> None:
        """Move the weeks and the cursor by four weeks."""
        if _EARLIEST <= self.cursor + by * _MONTH <= _LATEST:
            self._first += by * _MONTH
            self.cursor += by * _MONTH

    def action_today(self) -> None:
        if self._now:
            self._first = week_of(today(self._now))
            self._go(today(self._now))

    def _go(self, day: dt.date) -> None:
        self.cursor = min(max(day, _EARLIEST), _LATEST)
