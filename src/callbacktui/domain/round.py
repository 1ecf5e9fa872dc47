"""A round: one read within an audition, such as a first read, a tape, a callback or a test."""

import datetime as dt

from pendulum import DateTime

from callbacktui.domain.base_classes import Value, sharing
from callbacktui.domain.enums import Format, OffBook, ReceiptKind, RoundKind, TimeOf
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.reflection import Reflection


class Sides(Value, frozen=True, kw_only=True):
    """The pages to be read."""

    path: str = ""
    pages: str = ""
    version_date: dt.date | None = None


class Tape(Value, frozen=True, kw_only=True):
    """A self-tape: its file, and its link with passcode and expiry date."""

    path: str = ""
    link: str = ""
    passcode: str = ""
    expires: dt.date | None = None


class When(Value, frozen=True, kw_only=True):
    """A time of a round or a hold as somebody said it: which, in what words, who, on what day.

    The last one of its kind is the present one; those before it were said earlier.
    """

    of: TimeOf
    at: Moment
    said: str = ""
    told_by: str = ""
    told_on: dt.date | None = None


class Receipt(Value, frozen=True, kw_only=True):
    """That something is done: the tape sent or opened, the time confirmed; how, and on what day."""

    what: ReceiptKind
    via: str = ""
    on: dt.date | None = None


_share_texts = sharing("place", "people")


class Round(Value, frozen=True, kw_only=True):
    """One read: when, where, with whom, what the actor wore and chose, and the reflection.

    `pieces` are the titles of the songs, monologues and scenes that the actor brings to it.
    """

    id: str
    kind: RoundKind = RoundKind.AUDITION
    format: Format | None = None
    received_at: Moment | None = None
    at: Moment | None = None
    due_at: Moment | None = None
    confirm_by: Moment | None = None
    done_at: Moment | None = None
    told_times: tuple[When, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    place: str = ""
    url: str = ""
    sides: Sides | None = None
    slate: str = ""
    specs: str = ""
    reader: str = ""
    people: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    wore: str = ""
    wore_photo: str = ""
    hair_makeup: str = ""
    choices: str = ""
    redirects: str = ""
    takes: int | None = None
    tape: Tape | None = None
    prep_minutes: int | None = None
    off_book: OffBook | None = None
    reflection: Reflection | None = None

    def __post_init__(self) -> None:
        _share_texts(self)

    @property
    def when(self) -> Moment | None:
        """The date of the round: when it was done, else the appointment, else the deadline."""
        return self.done_at or self.at or self.due_at

    @property
    def is_done(self) -> bool:
        """True if the read was given or the tape sent."""
        return self.done_at is not None

    def is_ahead(self, now: DateTime) -> bool:
        """True before the day of a round that is not done; without a date, until it is."""
        when = self.when
        return not self.is_done and (when is None or when.day_in(now) > today(now))

    @property
    def is_tape(self) -> bool:
        """True for a recording to be sent in; without a format, a deadline alone says so."""
        if self.format is None:
            return self.due_at is not None and self.at is None
        return self.format is Format.SELF_TAPE

    def receipt(self, what: ReceiptKind) -> Receipt | None:
        """Return the receipt of a kind, `None` if there is none."""
        return next((receipt for receipt in self.receipts if receipt.what is what), None)

    def source(self, of: TimeOf) -> When | None:
        """Return who said the present time and when, `None` if that is not known."""
        return source_of(self.told_times, of, getattr(self, of.value))

    def earlier(self, of: TimeOf) -> tuple[When, ...]:
        """Return the times that were said before the present one, latest first."""
        return earlier_than(self.told_times, of, getattr(self, of.value))


def source_of(told: tuple[When, ...], of: TimeOf, at: Moment | None) -> When | None:
    """Return who said that a time is `at`, and when; `None` if that is not known."""
    return next((when for when in reversed(told) if when.of is of and when.at == at), None)


def earlier_than(told: tuple[When, ...], of: TimeOf, at: Moment | None) -> tuple[When, ...]:
    """Return the times that were said before `at`, latest first."""
    return tuple(when for when in reversed(told) if when.of is of and when.at != at)
