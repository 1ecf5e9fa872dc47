"""The data file as we last saw it: known again, and never written over where it is not ours."""

from pathlib import Path

from callbacktui.store.base.errors import StoreChangedOutside, StoreLinked
from callbacktui.store.format.data_file_format import Meta, meta_if_whole, whole
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.file_stat import FileStat


class DataFile:
    """One file; `meta` is what it says of itself and `mark` how it lay, if there is one.

    `place` is where it lay behind every link when it was opened, if that is not now.
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
        """Raise `StoreChangedOutside` where another wrote, moved or removed it; `OSError`, too.

        Raises `StoreLinked` if it has become a link to something else.
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
        # A save that failed at its very last step may stand on the disk: it is ours, too.
        found = meta_if_whole(self.read())
        if found is None or found not in (self.meta, self._attempted):
            raise StoreChangedOutside(self.path, gone=False)
        self.mark = mark

    def refuse_link(self) -> None:
        """Raise `StoreLinked` if the path leads elsewhere now than when it was opened."""
        target = self._disk.resolve(self.path)
        if target != self._place:
            raise StoreLinked(self.path, target)

    def with_content(self, meta: Meta | None, mark: FileStat | None) -> "DataFile":
        """The same file, as somebody else has left it."""
        return DataFile(self.path, self._disk, meta, mark, self._place)

    def read(self) -> bytes:
        """Return the file as it lies on disk; raise `OSError`."""
        return self._disk.read_whole(self.path)[0]

    def put(self, meta: Meta, body: bytes) -> None:
        """Make this the whole of the file, durably; raise `OSError`."""
        self._attempted = meta
        known = self._disk.replace_atomically(self.path, whole(meta, body), follows=True)
        self.meta, self.mark = meta, FileStat.of(known)
