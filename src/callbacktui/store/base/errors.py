"""The errors of the store; each has a message for the actor and says what to do."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from callbacktui.domain.text import clean_line

_AS_IT_WAS: Final = "Nothing in it was changed."


class StoreError(Exception):
    """A fault that the actor has to know of: `what` it is, and how to `mend` it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} {mend}")
        self.what = what
        self.mend = mend


class StoreNewer(StoreError):
    """The file was written by a later version of the program, so this one does not touch it."""

    def __init__(self, path: Path, *, written_by: str, schema: int) -> None:
        by = clean_line(written_by) or "unknown"
        super().__init__(
            f"{display_path(path)} was written by version {by}, newer than this one. {_AS_IT_WAS}",
            f"Update callbacktui to version {by} or later, then open it again.",
        )
        self.written_by = written_by
        self.schema = schema


class StoreForeign(StoreError):
    """The file is intact, but it is not a data file of this program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{display_path(path)} is a file of another program. {_AS_IT_WAS}",
            "Choose another file with --db, or bring its rows in with callbacktui import. If your "
            "auditions were here, move it away: callbacktui doctor --repair then has them back.",
        )


class StoreDamaged(StoreError):
    """The data file is not what was last written: it is truncated, empty or altered."""

    def __init__(self, path: Path, fault: str) -> None:
        super().__init__(
            f"{display_path(path)} is damaged: {fault}. {_AS_IT_WAS}",
            "Keep this file, put an earlier copy of it in its place, and open it again.",
        )
        self.fault = fault


class StoreUnreadable(StoreError):
    """The data file cannot be read because of the disk or its permissions."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{display_path(path)} cannot be read: {reason}.",
            "Check that the disk is there and that the file is yours to read, then open it again.",
        )
        self.reason = reason


class StoreLocked(StoreError):
    """Another window has the data file open."""

    def __init__(self, pid: int | None, host: str, since: str) -> None:
        process = "Another window" if pid is None else f"Another window (process {pid} on {host})"
        opened = f" since {since[:16].replace('T', ' ')}" if since else ""
        super().__init__(
            f"{process} has had these auditions open{opened}.",
            "Close it, or look at them here with --read-only. A suspended one comes back with fg.",
        )
        self.pid = pid
        self.host = host
        self.since = since


class StoreTakenOver(StoreLocked):
    """The lock file was removed from outside, and another window has taken the lock."""

    def __init__(self, holder: StoreLocked) -> None:
        super().__init__(holder.pid, holder.host, holder.since)
        self.what = f"The lock was removed while this was open. {self.what} This was not saved."
        self.mend = "What was saved before is safe. Close that window, then save this again."
        self.args = (f"{self.what} {self.mend}",)


class StoreWriteFailed(StoreError):
    """A write to disk failed; what was saved before is still there."""

    def __init__(self, path: Path, error: OSError) -> None:
        self.reason = reason_of(error)
        super().__init__(
            f"This change could not be saved to {display_path(path)}: {self.reason}.",
            "What was saved before is safe. Make room or reconnect the disk, then try again.",
        )


class CopyFailed(StoreWriteFailed):
    """An export or a portable backup could not be written; the data file is unchanged."""

    def __init__(self, path: Path, error: OSError, *, is_left: bool) -> None:
        super().__init__(path, error)
        left = "What is there is not whole" if is_left else "Nothing was left there"
        self.what = f"{display_path(path)} could not be written: {self.reason}. {left}."
        self.mend = "Your auditions are as they were. Make room there, or choose another place."
        self.args = (f"{self.what} {self.mend}",)


class DataFileBehind(StoreError):
    """The data file could not be brought up to date; every change is safe in the journal."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Your changes are saved, but {display_path(path)} does not show the latest yet: "
            f"{reason}.",
            "Make room or reconnect the disk; the file catches up by itself.",
        )
        self.reason = reason


class StoreChangedOutside(StoreError):
    """Another program wrote, moved or removed the data file since it was read."""

    def __init__(self, path: Path, *, gone: bool) -> None:
        change = "is no longer there" if gone else "was changed by another program"
        super().__init__(
            f"{display_path(path)} {change} since it was opened. "
            "This change was not saved over it.",
            "Put the file back where it was, then save again."
            if gone
            else "Open it again to see what is there now, then make the change once more.",
        )
        self.gone = gone


class StoreLinked(StoreError):
    """The data file was replaced by a link; writing through it would overwrite another file."""

    def __init__(self, path: Path, target: Path) -> None:
        super().__init__(
            f"{display_path(path)} has become a link to {display_path(target)} since it was "
            "opened. Nothing was written through it.",
            "Put the file itself back where it was, then save again.",
        )


class StoreOther(StoreError):
    """The data file was replaced by another data file, with other auditions."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{display_path(path)} was put there from outside and holds other auditions. "
            f"{_AS_IT_WAS}",
            "Move it elsewhere and put the file back that was there, or open it again as it is.",
        )


AS_ASKED: Final = "as you asked"
"""The reason if a store is open read-only only because the actor asked for that."""

_WITHOUT: Final = "Without --read-only they can be changed."


class StoreReadOnly(StoreError):
    """A change was requested while the store is open read-only."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"These auditions are open to read only: {reason}.",
            "callbacktui export -o FILE and backup create -o FILE still make copies. "
            + (_WITHOUT if reason == AS_ASKED else "Once the cause is gone, open them again."),
        )
        self.reason = reason


class StoreNeedsDecision(StoreReadOnly):
    """A change was requested before the actor decided about missing records."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.mend = (
            "callbacktui doctor --repair brings back what is missing; "
            "callbacktui doctor --accept takes the file as it is."
        )
        self.args = (f"{self.what} {self.mend}",)


class BackupMissing(StoreError):
    """There is no backup of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no backup named {clean_line(name)!r}.",
            "callbacktui backup list names them all.",
        )


class EncryptionUnavailable(StoreError):
    """Encryption was requested, but the package for it is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Files with a passphrase need one more package, pyrage. Nothing was changed.",
            "Install it with: pip install 'callbacktui[encrypt]'.",
        )


class WrongPassphrase(StoreError):
    """An encrypted file could not be decrypted with the given passphrase."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{display_path(path)} does not open with that passphrase. Nothing was changed.",
            "Try again; if the passphrase is right, the file itself is damaged.",
        )


class RecordRefused(StoreError):
    """A record cannot be saved as it is; nothing was written."""

    def __init__(self, record_id: str, reason: str) -> None:
        super().__init__(
            f"The record {clean_line(record_id)!r} cannot be kept as it is: {clean_line(reason)}.",
            "Nothing was saved. Change that field, then save again.",
        )
        self.record_id = record_id
        self.reason = reason


class RecordRemoved(StoreError):
    """All records of a change were removed in the meantime; nothing was written."""

    def __init__(self) -> None:
        super().__init__("This has been removed in the meantime.", "Nothing was changed.")


class ChangedMeanwhile(StoreError):
    """The record was changed elsewhere before this change; nothing was written.

    `again` is what saving once more does, empty if there is nothing to save again.
    """

    def __init__(
        self, fields: Iterable[str], again: str = "replace that; undo then brings it back"
    ) -> None:
        super().__init__(
            f"This was changed elsewhere in the meantime: {' '.join(fields)}",
            f"Nothing was saved. Save again to {again}." if again else "Nothing was saved.",
        )


def reason_of(error: OSError) -> str:
    """Describe an `OSError` in words that fit after a colon."""
    code = error.errno or 0
    return _WORDS.get(code) or (os.strerror(code).lower() if code else str(error).lower())


def display_path(path: Path) -> str:
    """Return a path as text that is safe to print: one line, without control characters."""
    return clean_line(str(path))


_WORDS: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "the file or its folder is not yours to use",
    errno.EPERM: "the system does not permit it",
    errno.EIO: "the disk reports a fault",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.EFBIG: "it is larger than what is read",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of its path is not a folder",
    errno.ENAMETOOLONG: "its name is too long",
}
