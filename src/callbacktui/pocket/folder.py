"""The folder that a phone is synced with: it writes there what changed, and nothing else.

`calendar/` has a file for each event (a vdir, as khal and vdirsyncer use it), `callbacktui.ics` all
of them, `today.html` the page. Files of others are never touched, links are never followed, and a
folder that another computer writes to, or that was emptied, is not written to unasked.
"""

import datetime as dt
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec
from pendulum import DateTime

from callbacktui.domain.moment import today
from callbacktui.exchange.ics.entries import CalendarEntry
from callbacktui.exchange.ics.writer import (
    PRODUCT,
    Alarms,
    cancel_event,
    changed_on,
    ends_on,
    event_in,
    is_cancelled,
    uid_of,
    write_calendar,
    write_event,
)
from callbacktui.pocket.result import PocketError, PocketFailed, PocketQuestion, Written
from callbacktui.store.base.errors import display_path, reason_of
from callbacktui.store.io.disk import Disk

CALENDAR: Final = "calendar"
WHOLE: Final = "callbacktui.ics"
PAGE: Final = "today.html"
MARKER: Final = ".callbacktui"

KEPT_DAYS: Final = 30
"""How long an event stays after it was cancelled, or is over and no longer in the agenda."""

_OURS: Final = re.compile(r"(callbacktui-[0-9a-f-]{36})\.ics")
_MOST_BYTES: Final = 1 << 20
_SIGNS: Final = {WHOLE: PRODUCT, PAGE: b'content="callbacktui"'}
"""What is in a file of that name if it was written here."""


class _Marker(msgspec.Struct, frozen=True):
    """Who writes to a folder, and how many events there were the last time."""

    writer: str
    events: int = 0


class PocketFolder:
    """One folder, and the name of the device that writes to it.

    `is_known` says that this device has written there before.
    """

    def __init__(
        self, path: Path, writer: str, *, is_known: bool, disk: Disk | None = None
    ) -> None:
        self._path = path
        self._writer = writer
        self._is_known = is_known
        self._disk = disk or Disk()
        self._events: dict[str, bytes] = {}
        self._foreign: list[str] = []
        self._count = 0

    def write(
        self,
        entries: Iterable[CalendarEntry],
        page: str,
        now: DateTime,
        *,
        alarms: Alarms | None = None,
        again: bool = False,
        cancels: bool = True,
    ) -> Written:
        """Bring the folder up to date; what did not change is not written.

        With `cancels` false, events that are not among `entries` stay as they are.

        Raises:
            PocketQuestion: if the folder is gone, was emptied, or another device writes there.
            PocketError: if it is refused, or cannot be written; each file is whole then.
        """
        try:
            return self._write(tuple(entries), page, now, alarms or {}, again, cancels)
        except OSError as error:
            place = display_path(self._path)
            raise PocketFailed(
                f"The pocket could not be written to {place}: {reason_of(error)}. "
                "Your auditions are safe.",
                "Make room there or reconnect it; the next change, or callbacktui pocket, writes "
                "it again.",
            ) from error

    def _write(
        self,
        entries: tuple[CalendarEntry, ...],
        page: str,
        now: DateTime,
        alarms: Alarms,
        again: bool,
        cancels: bool,
    ) -> Written:
        self._count, removed, self._foreign = 0, 0, []
        self._check_folders(again=again)
        marker = self._marker()
        self._events = self._read_events()
        if not again:
            self._check_marker(marker)
        self._check_own_files()
        if marker is None or marker.writer != self._writer:
            self._put(self._path / MARKER, msgspec.json.encode(_Marker(self._writer)))
        wanted = {entry.uid: entry for entry in entries}
        for uid, entry in wanted.items():
            if f"{uid}.ics" not in self._foreign:
                self._keep(uid, write_event(entry, now, alarms, self._events.get(uid, b"")))
        for uid in self._events.keys() - wanted.keys() if cancels else ():
            removed += self._let_go(uid, now)
        ordered = [self._events[uid] for uid in sorted(self._events)]
        self._put(self._path / WHOLE, write_calendar(ordered))
        self._put(self._path / PAGE, page.encode())
        self._put(
            self._path / MARKER, msgspec.json.encode(_Marker(self._writer, len(self._events)))
        )
        notices = tuple(map(_foreign_words, self._foreign))
        return Written(self._path, len(wanted), self._count, removed, notices)

    def _keep(self, uid: str, event: bytes) -> None:
        if event != self._events.get(uid):
            self._events[uid] = event
            self._put(self._file(uid), write_calendar([event]))

    def _let_go(self, uid: str, now: DateTime) -> bool:
        """Cancel an event that is ahead and no longer wanted; remove it once it has aged."""
        event = self._events[uid]
        end = ends_on(event)
        if is_cancelled(event):
            since = changed_on(event)
        elif end is not None and end >= today(now):
            self._keep(uid, cancel_event(event, now))
            return False
        else:
            since = end
        if since is not None and today(now) - since <= dt.timedelta(KEPT_DAYS):
            return False
        self._disk.unlink(self._file(uid))
        del self._events[uid]
        return True

    def _check_folders(self, *, again: bool) -> None:
        """Make the folder and its calendar if they are not there yet, and refuse links."""
        mode = self._mode(self._path)
        place = display_path(self._path)
        if mode is None:
            if self._is_known and not again:
                raise PocketQuestion(
                    f"The folder {place} is gone, and the pocket was written there before.",
                    "Put its drive in or move it back; callbacktui pocket --again makes it anew.",
                )
            if self._mode(self._path.parent) is None:
                raise PocketError(
                    f"There is no folder {display_path(self._path.parent)} to put {place} in.",
                    "Make it, or put its drive in.",
                )
            self._disk.make_folder(self._path)
        self._check_folder(self._path)
        calendar = self._path / CALENDAR
        if self._mode(calendar) is None:
            self._disk.make_folder(calendar)
        self._check_folder(calendar)

    def _check_folder(self, path: Path) -> None:
        mode = self._mode(path)
        if mode is not None and stat.S_ISLNK(mode):
            raise PocketError(
                f"{display_path(path)} is a link, and the pocket is written through none.",
                f"Name the folder it leads to: {display_path(self._disk.resolve(path))}."
                if path == self._path
                else "Move the link away; a folder is made in its place.",
            )
        if mode is not None and not stat.S_ISDIR(mode):
            raise PocketError(
                f"{display_path(path)} is not a folder.", "Move it away, or name another folder."
            )

    def _check_marker(self, marker: _Marker | None) -> None:
        place = display_path(self._path)
        if marker is not None and marker.writer != self._writer:
            raise PocketQuestion(
                f"Another computer, or another data file, writes the pocket in {place}. Two would "
                "undo each other's changes.",
                "Take the folder out of the settings of one of them; callbacktui pocket --again "
                "makes this one the writer.",
            )
        was_there = marker.events if marker else int(self._is_known)
        if was_there and not self._events:
            raise PocketQuestion(
                f"The pocket in {place} was emptied since it was written.",
                "If it was not you, look at the sync program first: what is missing here "
                "may go from the phone, too. callbacktui pocket --again writes it all again.",
            )

    def _check_own_files(self) -> None:
        """Refuse to write over a file of another with the name of one of ours."""
        for name, sign in _SIGNS.items():
            file = self._path / name
            mode = self._mode(file)
            if mode is None:
                continue
            if stat.S_ISREG(mode) and sign in self._disk.read_head(file, 4096):
                continue
            raise PocketError(
                f"{display_path(file)} was not written by callbacktui, and stays as it is.",
                "Move it away, or choose another folder for the pocket.",
            )

    def _read_events(self) -> dict[str, bytes]:
        """Return our events in the calendar by their UID; note files that only look like ours."""
        events = {}
        for name in sorted(self._disk.names(self._path / CALENDAR)):
            if not (found := _OURS.fullmatch(name)):
                continue
            file = self._path / CALENDAR / name
            mode = self._mode(file)
            data = b""
            if mode is not None and stat.S_ISREG(mode):
                data = event_in(self._disk.read_whole(file, _MOST_BYTES)[0])
            if uid_of(data) == found[1]:
                events[found[1]] = data
            else:
                self._foreign.append(name)
        return events

    def _marker(self) -> _Marker | None:
        file = self._path / MARKER
        if self._mode(file) is None:
            return None
        try:
            return msgspec.json.decode(self._disk.read_head(file, 4096), type=_Marker)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None

    def _put(self, file: Path, data: bytes) -> None:
        """Write a file if its content is another; a link in its place is replaced, not followed."""
        if self._holds(file, data):
            return
        self._disk.replace_atomically(file, data)
        self._count += 1

    def _holds(self, file: Path, data: bytes) -> bool:
        mode = self._mode(file)
        if mode is None or not stat.S_ISREG(mode):
            return False
        return self._disk.read_head(file, len(data) + 1) == data

    def _file(self, uid: str) -> Path:
        return self._path / CALENDAR / f"{uid}.ics"

    def _mode(self, path: Path) -> int | None:
        """Return the mode of what is at `path`, of a link itself; `None` if nothing is there."""
        try:
            return path.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None


def _foreign_words(name: str) -> str:
    return (
        f"{CALENDAR}/{name} is named like an event of the pocket and holds something else, so it "
        "stays as it is. Move it away, and the event is written again."
    )
