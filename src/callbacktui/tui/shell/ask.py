"""Ask for a line, or for a day on which something happened."""

import datetime as dt
from collections.abc import Callable

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
            drafts=screen.workplace.drafts,
            clock=screen.workplace.clock,
            draft_key=key,
            hint=hint,
            validate=wrong,
        )
    )


async def ask_day(
    screen: ChangeContext, title: str, key: str, why_not: Callable[[dt.date], str] | None = None
) -> dt.date | None:
    """Ask on what day something happened, today at first; `why_not` says why a day cannot be."""
    kind, now, order = DateField(past=True), screen.now(), screen.workplace.config.date_order

    def wrong(line: str) -> str:
        try:
            day = kind.read(line, now, order)
        except FieldError as error:
            return error.reason
        if day is None:
            return "Write the day; today will do."
        if day > today(now):
            return "That day is still to come. Write the day on which it happened."
        return why_not(day) if why_not else ""

    hint = "Such as today, yesterday, last tue, or 17 Nov."
    line = await ask_line(screen, title, key, wrong, "today", hint)
    return kind.read(line, now, order) if line else None
