"""The kinds of field that hold a time: a moment, a day; typed as one would say them."""

import datetime as dt

from pendulum import DateTime

from callbacktui.domain.dates.formatting import format_both_clocks
from callbacktui.domain.dates.parser import MomentError, format_moment, read_moment, read_plainly
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import clean_line
from callbacktui.tui.components.field_types import FieldError, FieldType


class MomentField(FieldType, frozen=True, kw_only=True):
    """A moment; what leaves room lies ahead, or behind with `past`."""

    past: bool = False

    @property
    def is_slow(self) -> bool:
        """True: words outside the small grammar go to a slow reader."""
        return True

    def to_text(self, value: object, now: DateTime) -> str:
        """The moment in full, without how far off it is."""
        return format_moment(value, now).rpartition(", ")[0] if isinstance(value, Moment) else ""

    def read(self, text: str, now: DateTime, order: DateOrder) -> Moment | None:
        """The moment, or `None` for an empty text."""
        if not clean_line(text):
            return None
        try:
            return read_moment(text, now, order=order, past=self.past)
        except MomentError as error:
            raise FieldError(f"{error.reason}. {error.mend}.") from error

    def echo(self, value: object, now: DateTime) -> str:
        """The moment in full, with how far off it is, and when that is on the actor's clock."""
        if not isinstance(value, Moment):
            return ""
        here = format_both_clocks(value, now)
        return f"{format_moment(value, now)}{f' ({here})' if here else ''}"

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """The moment by the small grammar alone."""
        return self.echo(_glanced(text, now, order, past=self.past), now)


class DateField(FieldType, frozen=True, kw_only=True):
    """A day without an hour; what leaves room lies ahead, or behind with `past`."""

    past: bool = False

    @property
    def is_slow(self) -> bool:
        """True: words outside the small grammar go to a slow reader."""
        return True

    def to_text(self, value: object, now: DateTime) -> str:
        """The day with its year."""
        return self.echo(value, now).rpartition(", ")[0]

    def read(self, text: str, now: DateTime, order: DateOrder) -> dt.date | None:
        """The day, or `None` for an empty text; an hour said with it is let go."""
        moment = MomentField(past=self.past).read(text, now, order)
        if moment is None and self.required:
            raise FieldError(self.required)
        return moment.day if moment else None

    def echo(self, value: object, now: DateTime) -> str:
        """The day, with how far off it is."""
        if not isinstance(value, dt.date):
            return ""
        return format_moment(Moment.on(value, zone_of(now)), now)

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """The day by the small grammar alone."""
        moment = _glanced(text, now, order, past=self.past)
        return self.echo(moment.day, now) if moment else ""


def _glanced(text: str, now: DateTime, order: DateOrder, *, past: bool) -> Moment | None:
    try:
        return read_plainly(text, now, order=order, past=past) if text.strip() else None
    except MomentError:
        return None
