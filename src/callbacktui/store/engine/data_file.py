"""The data file as last read or written; it is never overwritten if another program changed it."""

from contextlib import suppress
from pathlib import Path

from callbacktui.store.base.errors import StoreChangedOutside, StoreLinked
from callbacktui.store.format.data_file_format import Meta, header_line, meta_if_whole
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.file_stat import FileStat


class DataFile:
    """One data file; `meta` is its header and `mark` its stat, `None` if there is no file.

    `place` is its real path when it was opened; by default, its real path now.
    """

    def __init__(
        self,
        path: Path,
        disk: Disk,
        meta: Meta | None,
        mark: FileStat | None,
        place: Path | None = None,
    ) -> None:
        self.path = path
        self.meta = meta
        self.mark = mark
        self._disk = disk
        self._place = place or disk.resolve(path)
        self._attempted: Meta | None = None

    def refuse_if_changed(self) -> None:
        """Refuse a file that another program wrote, moved or removed.

        Raises:
            StoreChangedOutside: if one did.
            StoreLinked: if it was replaced by a link.
            OSError: if it cannot be looked at.
        """
        try:
            mark = FileStat.of(self._disk.stat(self.path))
        except FileNotFoundError:
            self.refuse_link()
            if self.mark is None:
                return
            raise StoreChangedOutside(self.path, gone=True) from None
        if mark == self.mark:
            return
        self.refuse_link()
        # A save that failed only in its last fsync may be on disk: that is our own content.
        found = meta_if_whole(self.read())
        if found is None or found not in (self.meta, self._attempted):
            raise StoreChangedOutside(self.path, gone=False)
        self.mark = mark

    def refuse_link(self) -> None:
        """Refuse a path that resolves to another file than when it was opened.

        Raises:
            StoreLinked: if it does.
        """
        target = self._disk.resolve(self.path)
        if target != self._place:
            raise StoreLinked(self.path, target)

    def with_content(self, meta: Meta | None, mark: FileStat | None) -> "DataFile":
        """Return the same file with a new header and stat."""
        return DataFile(self.path, self._disk, meta, mark, self._place)

    def read(self) -> bytes:
        """Return the bytes of the file on disk.

        Raises:
            OSError: if it cannot be read.
        """
        return self._disk.read_whole(self.path)[0]

    def read_if_ours(self) -> bytes | None:
        """Return the bytes on disk if they are whole, and what was last read or written here."""
        with suppress(OSError):
            data = self.read()
            return data if self.meta and meta_if_whole(data) == self.meta else None
        return None

    def put(self, meta: Meta, body: bytes) -> None:
        """Replace the file by this header and body, durably.

        Raises:
            OSError: if it could not be written.
        """
        self._attempted = meta
        header = header_line(meta, body)
        known = self._disk.replace_atomically(self.path, header, body, follows=True)
        self.meta, self.mark = meta, FileStat.of(known)
