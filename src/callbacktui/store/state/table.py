"""One table in memory, each record as its line in the data file."""

from collections.abc import Iterable, Mapping

from callbacktui.store.format.lazy_lines import LazyLines
from callbacktui.store.format.record_line import json_of, number_of, with_number
from callbacktui.store.journal.entry import RecordChange


class TableState:
    """The lines of a table by record id; line numbers are never reused."""

    def __init__(self, lines: LazyLines | None = None) -> None:
        self.lines = LazyLines() if lines is None else lines
        self._free = 0
        self._is_shared = False

    def frozen_lines(self) -> Mapping[str, bytes]:
        """Return the lines as a mapping that never changes: later changes go to a copy."""
        self._is_shared = True
        return self.lines

    def json(self, record_id: str) -> bytes | None:
        """Return the JSON of a record, or `None` if there is none with that id."""
        line = self.lines.get(record_id)
        return None if line is None else json_of(line)

    def copy(self) -> "TableState":
        """Return an independent copy."""
        return TableState(self.lines.copy())

    def apply(self, changes: Iterable[RecordChange]) -> None:
        """Apply changes; a new record gets the next free line number."""
        if self._is_shared:
            self.lines, self._is_shared = self.lines.copy(), False
        for record_id, _, now in changes:
            line = self.lines.get(record_id)
            if now is None:
                self.lines.pop(record_id, None)
            elif line is None:
                self.lines[record_id] = with_number(b"%d" % self._next_number(), now)
            else:
                self.lines[record_id] = with_number(b"%d" % number_of(line), now)

    def _next_number(self) -> int:
        if not self._free:
            self._free = max(map(number_of, self.lines.values()), default=0)
        self._free += 1
        return self._free
