"""The disk: all reading and writing of files that the store does.

Each method in the first half of `Disk` is one system call, so that a test can make any of them
fail at any point; the second half is built on the first and calls nothing else.
"""

import errno
import os
import secrets
import stat
import sys
import time
from contextlib import ExitStack, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

if sys.platform == "darwin":
    import fcntl

_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)
_CHUNK: Final = 1 << 20
_FOLDERS_UNSYNCED: Final = frozenset({errno.EINVAL, errno.ENOTSUP})
_EFFECTIVE: Final = os.access in os.supports_effective_ids


class Disk:
    """The real file system; tests subclass it to make calls fail."""

    retry_pauses: tuple[float, ...] = (
        (0.01, 0.02, 0.05, 0.1, 0.2) if sys.platform == "win32" else ()
    )
    """Seconds to wait between attempts to replace a file that Windows reports as in use."""

    def open(self, path: Path, flags: int) -> int:
        """Open a file and return its descriptor; a new file gets mode 0600."""
        return os.open(path, flags | _BINARY, 0o600)

    def read(self, fd: int, size: int) -> bytes:
        """Read up to `size` bytes; empty at the end of the file."""
        return os.read(fd, size)

    def write(self, fd: int, data: memoryview) -> int:
        """Write some or all of `data` and return how many bytes were written."""
        return os.write(fd, data)

    def fsync(self, fd: int) -> None:
        """Wait until everything written to a file is physically on disk."""
        if sys.platform == "darwin":
            with suppress(OSError):
                fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
                return
        os.fsync(fd)

    def datasync(self, fd: int) -> None:
        """Like `fsync`, but only for the bytes of a file whose length did not change."""
        if sys.platform == "linux":
            os.fdatasync(fd)
        else:
            self.fsync(fd)

    def close(self, fd: int) -> None:
        """Close a file descriptor."""
        os.close(fd)

    def stat(self, path: Path) -> os.stat_result:
        """Return the stat of a file, following links."""
        return os.stat(path)

    def fstat(self, fd: int) -> os.stat_result:
        """Return the stat of an open file."""
        return os.fstat(fd)

    def chmod(self, fd: int, mode: int) -> None:
        """Set the mode of an open file; does nothing on Windows."""
        if sys.platform != "win32":
            os.fchmod(fd, mode)

    def chown(self, fd: int, uid: int, gid: int) -> None:
        """Set owner and group of an open file; does nothing on Windows."""
        if sys.platform != "win32":
            os.fchown(fd, uid, gid)

    def replace(self, source: Path, target: Path) -> None:
        """Rename `source` to `target`, replacing it atomically."""
        source.replace(target)

    def unlink(self, path: Path) -> None:
        path.unlink()

    def mkdir(self, path: Path) -> None:
        """Create a folder with mode 0700."""
        path.mkdir(mode=0o700)

    def identity(self, path: Path, fd: int) -> str:
        """Return a text that changes if an open file is moved, replaced or removed.

        On Linux this avoids a stat: reading a file's times makes the kernel update them at the
        next write, which then takes half as long again.
        """
        try:
            return os.readlink(f"/proc/self/fd/{fd}")
        except OSError:  # this system has no /proc
            known = self.stat(path)
        return f"{known.st_dev} {known.st_ino}"

    def size(self, fd: int) -> int:
        """Return the length of an open file in bytes, and move to its end."""
        return os.lseek(fd, 0, os.SEEK_END)

    def names(self, folder: Path) -> list[str]:
        """Return the names of the entries in a folder."""
        return [path.name for path in folder.iterdir()]

    def resolve(self, path: Path) -> Path:
        """Return the real path, with all links resolved."""
        return Path(os.path.realpath(path))

    def may_write(self, path: Path) -> bool:
        """True if permissions allow writing to an existing file or folder."""
        return os.access(path, os.W_OK, effective_ids=_EFFECTIVE)

    def read_whole(self, path: Path, most: int | None = None) -> tuple[bytes, os.stat_result]:
        """Return the bytes and the stat of a file.

        Raises:
            OSError: if it cannot be read, is not a regular file or has more than `most` bytes;
                such a file is not read at all.
        """
        fd = self.open(path, os.O_RDONLY | _NO_WAIT)
        try:
            known = self.fstat(fd)
            if stat.S_ISDIR(known.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            if not stat.S_ISREG(known.st_mode):
                raise OSError("it is not an ordinary file")
            if most is not None and known.st_size > most:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
            size = max(_CHUNK, known.st_size)
            return b"".join(iter(lambda: self.read(fd, size), b"")), known
        finally:
            self.close(fd)

    def is_file_or_gone(self, path: Path) -> bool:
        """True for a regular file or a missing one; false for a folder, a pipe or a device."""
        try:
            return stat.S_ISREG(self.stat(path).st_mode)
        except OSError:
            return True

    def read_head(self, path: Path, size: int) -> bytes:
        """Return the first `size` bytes of a file, empty if not a regular one.

        Raises:
            OSError: if it cannot be read.
        """
        fd = self.open(path, os.O_RDONLY | _NO_WAIT)
        try:
            return self.read(fd, size) if stat.S_ISREG(self.fstat(fd).st_mode) else b""
        finally:
            self.close(fd)

    def move_aside(self, path: Path, *, is_folder: bool = False) -> Path | None:
        """Rename whatever is at `path` but is not a regular file (or folder), such as a link.

        Return its new path, or `None` if there was nothing to rename.

        Raises:
            OSError: if it could not be renamed.
        """
        try:
            mode = path.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISDIR(mode) if is_folder else stat.S_ISREG(mode):
            return None
        aside = path.with_name(f"{path.name}.aside-{secrets.token_hex(4)}")
        self.replace(path, aside)
        return aside

    def write_whole(self, fd: int, data: bytes) -> None:
        """Write all of `data`; after an `OSError`, part of it may have been written."""
        rest = memoryview(data)
        while rest:
            written = self.write(fd, rest)
            if not written:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[written:]

    def replace_atomically(self, path: Path, *data: bytes, follows: bool = False) -> os.stat_result:
        """Replace the content of a file by `data`, durably, or leave the file as it was.

        If `path` is a link, it is replaced itself, or with `follows` its target is. Mode and owner
        of an existing file are kept; a new file and missing folders are for the owner only.
        Returns the stat of the new file.

        Raises:
            OSError: if it could not be written; if only the final fsync of the folder failed, the
                new content may already be in place.
        """
        target = self.resolve(path) if follows else self.resolve(path.parent) / path.name
        self.make_folder(target.parent)
        before = None if target.is_symlink() else self._stat_if_there(target)
        if before is not None and not stat.S_ISREG(before.st_mode):
            raise OSError(f"{target.name} is not an ordinary file")
        if before is not None and not self.may_write(target):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        temporary = target.with_name(f"{_temporary_prefix(target)}{secrets.token_hex(8)}.tmp")
        with ExitStack() as on_failure:
            on_failure.callback(self._discard, temporary)
            after = self._write_new(temporary, before, *data)
            self._replace_with_retries(temporary, target)
            on_failure.pop_all()
        self.fsync_folder(target.parent)
        return after

    def make_folder(self, path: Path) -> None:
        """Create a folder and its missing parents, durably.

        Raises:
            OSError: if it could not be made.
        """
        if self._stat_if_there(path) is not None:
            return
        self.make_folder(path.parent)
        with suppress(FileExistsError):
            self.mkdir(path)
        self.fsync_folder(path.parent)

    def fsync_folder(self, path: Path) -> None:
        """Make the names in a folder durable, if the file system supports that."""
        if sys.platform == "win32":
            return
        fd = self.open(path, os.O_RDONLY)
        try:
            self.fsync(fd)
        except OSError as error:
            if error.errno not in _FOLDERS_UNSYNCED:
                raise
        finally:
            self.close(fd)

    def remove_leftovers(self, path: Path) -> None:
        """Remove temporary files that interrupted saves left beside a file.

        Only the holder of the lock may do that.
        """
        with suppress(OSError):
            target = self.resolve(path)
            for name in self.names(target.parent):
                if name.startswith(_temporary_prefix(target)):
                    self._discard(target.with_name(name))

    def _write_new(
        self, temporary: Path, like: os.stat_result | None, *data: bytes
    ) -> os.stat_result:
        fd = self.open(temporary, _NEW_FILE | _NO_FOLLOW)
        try:
            self.chmod(fd, self._keep_owner(fd, like))
            for part in data:
                self.write_whole(fd, part)
            self.fsync(fd)
            return self.fstat(fd)
        finally:
            self.close(fd)

    def _keep_owner(self, fd: int, like: os.stat_result | None) -> int:
        if like is None:
            return 0o600
        mode = stat.S_IMODE(like.st_mode)
        now = self.fstat(fd)
        if (now.st_uid, now.st_gid) == (like.st_uid, like.st_gid):
            return mode
        try:
            self.chown(fd, like.st_uid, like.st_gid)
        except PermissionError:
            return mode & 0o700  # the new group must not get the rights of the old one
        return mode

    def _replace_with_retries(self, source: Path, target: Path) -> None:
        for pause in self.retry_pauses:
            try:
                return self.replace(source, target)
            except PermissionError:
                time.sleep(pause)
        return self.replace(source, target)

    def _stat_if_there(self, path: Path) -> os.stat_result | None:
        try:
            return self.stat(path)
        except FileNotFoundError:
            return None

    def _discard(self, path: Path) -> None:
        with suppress(OSError):
            self.unlink(path)


def _temporary_prefix(target: Path) -> str:
    return f".callbacktui-{sha256(os.fsencode(target.name)).hexdigest()[:8]}-"
