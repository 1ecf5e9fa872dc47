"""The lines of one table, cut out of the bytes of the data file when they are needed."""

from collections.abc import Iterator, MutableMapping

from callbacktui.store.format.record_line import SUM_KEY, SUM_SIZE, without_checksum


class LazyLines(MutableMapping[str, bytes]):
    """The line of each record by its id, without the checksum.

    The lines of a data file are not copied out of its bytes: only their place is kept.
    """

    def __init__(self, data: bytes = b"") -> None:
        self._data = data
        self._found: dict[str, slice | bytes] = {}

    def add_from_file(self, record_id: str, start: int, end: int) -> None:
        """Add the line of the file from byte `start` to byte `end`.

        Raises:
            ValueError: if it is not the line of a record.
        """
        data = self._data
        if data.startswith(b",", end - 1):
            end -= 1
        if data.startswith(SUM_KEY, end - SUM_SIZE):
            self._found[record_id] = slice(start, end - SUM_SIZE)
        else:
            self._found[record_id] = without_checksum(data[start:end])

    def copy(self) -> "LazyLines":
        """Return an independent copy, over the same bytes."""
        other = LazyLines(self._data)
        other._found = self._found.copy()
        return other

    def __getitem__(self, record_id: str) -> bytes:
        line = self._found[record_id]
        return line if isinstance(line, bytes) else self._data[line] + b"}"

    def __setitem__(self, record_id: str, line: bytes) -> None:
        self._found[record_id] = line

    def __delitem__(self, record_id: str) -> None:
        del self._found[record_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._found
