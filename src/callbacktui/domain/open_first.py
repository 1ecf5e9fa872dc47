"""All auditions of a career, of which those that ended are read only when somebody needs them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from threading import Lock
from typing import overload

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row


class OpenFirst(Collection[Audition]):
    """All auditions; `still_open` are at hand, and `ended` says how many others there are.

    Whoever looks at all of them has the others read, once. Those that cannot be read are left out
    then, and `ended` no longer counts them.
    """

    def __init__(
        self,
        still_open: Sequence[Audition],
        ended: int,
        read: Callable[[], tuple[Audition, ...]],
    ) -> None:
        self.still_open = still_open
        self._ended = ended
        self._read = read
        self._all: tuple[Audition, ...] | None = None
        self._turn = Lock()  # a thread reads them while the screen may need them at once

    @property
    def are_read(self) -> bool:
        """True once all have been read."""
        return self._all is not None

    @property
    def ended(self) -> int:
        """How many have ended."""
        return self._ended if self._all is None else len(self._all) - len(self.still_open)

    def all(self) -> tuple[Audition, ...]:
        """Return all in the order of the file; the same tuple each time."""
        with self._turn:
            if self._all is None:
                self._all = self._read()
            return self._all

    def __iter__(self) -> Iterator[Audition]:
        return iter(self.all())

    def __len__(self) -> int:
        return len(self.still_open) + self.ended

    def __contains__(self, audition: object) -> bool:
        return audition in self.all()


class RowsOnDemand(Sequence[Row]):
    """The rows of a group, made when somebody looks at them; `count` is how many are expected."""

    def __init__(self, count: int, make: Callable[[], Sequence[Row]]) -> None:
        self._count = count
        self._make = make
        self._rows: Sequence[Row] | None = None

    @property
    def are_made(self) -> bool:
        """True once somebody has looked at them."""
        return self._rows is not None

    @property
    def rows(self) -> Sequence[Row]:
        """The rows themselves."""
        if self._rows is None:
            self._rows = self._make()
        return self._rows

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        return self.rows[at]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return self._count if self._rows is None else len(self._rows)
