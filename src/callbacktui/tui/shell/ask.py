"""Ask for a line, or for a day on which something happened."""

import datetime as dt
from collections.abc import Callable

from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.moment import today
from callbacktui.tui.components.date_field_types import DateField
from callbacktui.tui.components.field_types import FieldError
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.shell.desk_protocol import ChangeContext


async def ask_line(
    screen: ChangeContext,
    title: str,
    key: str,
    wrong: Callable[[str], str],
    initial: str = "",
    hint: str = "",
) -> str | None:
    """Ask for a line, drafted under `key`; `wrong` says why a line is not accepted."""
    return await screen.ask(
        LineDialog(
            title,
            initial,
            drafts=screen.session.drafts,
            clock=screen.session.clock,
            draft_key=key,
            hint=hint,
            validate=wrong,
        )
    )


async def ask_day(
    screen: ChangeContext, title: str, key: str, why_not: Callable[[dt.date], str] | None = None
) -> dt.date | None:
    """Ask on what day something happened, today at first; `why_not` says why a day cannot be."""
    now = screen.now()

    def wrong(day: dt.date) -> str:
        if day > today(now):
            return "That day is still to come. Write the day on which it happened."
        return why_not(day) if why_not else ""

    hint = example_dates("Such as today, yesterday, last tue, or 17 Nov.")
    return await _ask_date(screen, DateField(past=True), title, key, wrong, "today", hint)


async def ask_day_ahead(screen: ChangeContext, title: str, key: str) -> dt.date | None:
    """Ask for a day that is not over."""
    now = screen.now()

    def wrong(day: dt.date) -> str:
        return "That day is over. Write one that is still to come." if day < today(now) else ""

    hint = example_dates("Such as fri, in 2 weeks, or 17 Dec.")
    return await _ask_date(screen, DateField(), title, key, wrong, "", hint)


async def _ask_date(
    screen: ChangeContext,
    kind: DateField,
    title: str,
    key: str,
    why_not: Callable[[dt.date], str],
    initial: str,
    hint: str,
) -> dt.date | None:
    now, order = screen.now(), screen.session.config.numeric_order

    def wrong(line: str) -> str:
        try:
            day = kind.read(line, now, order)
        except FieldError as error:
            return error.reason
        return why_not(day) if day else f"Write the day. {hint}"

    line = await ask_line(screen, title, key, wrong, initial, hint)
    return kind.read(line, now, order) if line else None
