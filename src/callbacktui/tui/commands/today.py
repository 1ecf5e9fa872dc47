"""The commands of Today."""

from typing import Final

from callbacktui.tui.commands.command import Change, Command, Place, Requirement
from callbacktui.tui.commands.desk import DESK

RUN_ON_DESK: Final = ("new", "invitation", "sweep")
"""Commands that go to the desk first and run there."""

TODAY: Final = (
    Command("agenda_up", "k,up", "Up", "One item up.", Place.TODAY, action="step_item(-1)"),
    Command("agenda_down", "j,down", "Down", "One item down.", Place.TODAY,
            action="step_item(1)"),
    Command("agenda_first", "g,home", "Top", "The first item.", Place.TODAY, action="first"),
    Command("agenda_last", "G,end", "Bottom", "The last item.", Place.TODAY, action="last"),
    Command("agenda_open", "enter", "Open on the desk", "The desk, at this audition; or the sweep.",
            Place.TODAY, Requirement.ITEM, short="open"),
    Change("agenda_given", "S", "Sent or answered", "The tape is sent, you went in, the "
           "hold answered, the thank-you sent, the job wrapped, the payment came.", Place.TODAY,
           Requirement.ITEM, short="sent"),
    Change("agenda_time", "c,C", "Change of time", "A new time, and who said so; the old one stays "
           "beside it.", Place.TODAY, Requirement.ITEM, short="change time"),
    Command("month", "M", "Month", "The weeks as a calendar, and back.", Place.TODAY,
            short="month"),
    *(c for c in DESK if c.id in {"undo", "redo", "bookouts", "money", *RUN_ON_DESK}),
)  # fmt: skip
"""Commands of Today; undo, redo, book-outs, money, sweep, a new one are those of the desk."""

MONTH: Final = (
    Command("day_before", "h,left", "Day before", "One day back.", Place.MONTH, action="days(-1)"),
    Command("day_after", "l,right", "Day after", "One day on.", Place.MONTH, action="days(1)"),
    Command("week_before", "k,up", "Week before", "One week back.", Place.MONTH,
            action="days(-7)"),
    Command("week_after", "j,down", "Week after", "One week on.", Place.MONTH, action="days(7)"),
    Command("month_before", "left_square_bracket,pageup", "Weeks before", "Four weeks back.",
            Place.MONTH, short="earlier", action="months(-1)"),
    Command("month_after", "right_square_bracket,pagedown", "Weeks after", "Four weeks on.",
            Place.MONTH, short="later", action="months(1)"),
    Command("month_today", "t,home", "Today", "Back to today.", Place.MONTH, short="today",
            action="today"),
    Command("month_leave", "escape", "Back to the list", "Today as a list again.", Place.MONTH,
            short="back", action="screen.do('month_leave')"),
)  # fmt: skip
"""Commands of the month."""
