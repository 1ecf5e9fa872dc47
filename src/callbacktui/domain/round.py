"""A round: one read within an audition, such as a first read, a tape, a callback or a test."""

import datetime as dt

from callbacktui.domain.enums import Format, OffBook, RoundKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.value import Value


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


class Round(Value, frozen=True, kw_only=True):
    """One read: when, where, with whom, what the actor wore and chose, and the reflection."""

    id: str
    kind: RoundKind = RoundKind.AUDITION
    format: Format | None = None
    received_at: Moment | None = None
    at: Moment | None = None
    due_at: Moment | None = None
    done_at: Moment | None = None
    place: str = ""
    url: str = ""
    sides: Sides | None = None
    slate: str = ""
    specs: str = ""
    reader: str = ""
    people: tuple[str, ...] = ()
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

    @property
    def when(self) -> Moment | None:
        """The date of the round: when it was done, else the appointment, else the deadline."""
        return self.done_at or self.at or self.due_at

    @property
    def is_done(self) -> bool:
        """True if the read was given or the tape sent."""
        return self.done_at is not None
