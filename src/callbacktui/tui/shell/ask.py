"""Ask for a line, for what a field type reads from it, or for a day."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from pendulum import DateTime

from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.moment import today
from callbacktui.tui.components.date_field_types import DateField
from callbacktui.tui.components.field_types import FieldError
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.shell.desk_protocol import ChangeContext

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class LineType(Protocol[T_co]):
    """A field type whose values are of one kind."""

    def read(self, text: str, now: DateTime, order: DateOrder) -> T_co | None:
        """Return what a text means; `None` for no text."""

    def written_out(self, text: str, typed_at: DateTime, now: DateTime, order: DateOrder) -> str:
        """Return a text that means `now` what it meant when it was typed."""


async def ask_line(screen: ChangeContext, title: str, key: str, hint: str = "") -> str | None:
    """Ask for a line, drafted under `key`."""
    session = screen.session
    return await screen.ask(
        LineDialog(title, drafts=session.drafts, clock=session.clock, draft_key=key, hint=hint)
    )


async def ask_value(
    screen: ChangeContext,
    kind: LineType[T],
    title: str,
    key: str,
    why_not: Callable[[T | None], str],
    *,
    initial: str = "",
    hint: str = "",
) -> T | None:
    """Ask for a line, drafted under `key`, and return what it means; `None` to go back.

    `why_not` says why a value, or none, is not accepted. The days in a draft of an earlier day are
    written out.
    """
    session, now = screen.session, screen.now()
    order = session.config.numeric_order

    def wrong(line: str) -> str:
        try:
            return why_not(kind.read(line, now, order))
        except FieldError as error:
            return error.reason

    line = await screen.ask(
        LineDialog(
            title,
            initial,
            drafts=session.drafts,
            clock=session.clock,
            draft_key=key,
            hint=hint,
            validate=wrong,
            written_out=partial(kind.written_out, now=now, order=order),
        )
    )
    return kind.read(line, now, order) if line else None


async def ask_day(
    screen: ChangeContext, title: str, key: str, why_not: Callable[[dt.date], str] | None = None
) -> dt.date | None:
    """Ask on what day something happened, today at first; `why_not` says why a day cannot be."""
    last = today(screen.now())
    hint = example_dates("Such as today, yesterday, last tue, or 17 Nov.")

    def wrong(day: dt.date | None) -> str:
        if day is None:
            return f"Write the day. {hint}"
        if day > last:
            return "That day is still to come. Write the day on which it happened."
        return why_not(day) if why_not else ""

    kind = DateField(past=True)
    return await ask_value(screen, kind, title, key, wrong, initial="today", hint=hint)


async def ask_day_ahead(screen: ChangeContext, title: str, key: str) -> dt.date | None:
    """Ask for a day that is not over."""
    first, hint = today(screen.now()), example_dates("Such as fri, in 2 weeks, or 17 Dec.")

    def wrong(day: dt.date | None) -> str:
        if day is None:
            return f"Write the day. {hint}"
        return "That day is over. Write one that is still to come." if day < first else ""

    return await ask_value(screen, DateField(), title, key, wrong, hint=hint)
