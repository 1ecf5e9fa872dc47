"""Who writes the data file, for its header and its version stamps."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from callbacktui.store.format.change_stamp import Origin, signature, version_stamp


class Author(NamedTuple):
    """Who writes: the computer by name, the version of the program, and by which clock."""

    device: str
    version: str
    clock: Callable[[], dt.datetime]

    @property
    def signature(self) -> str:
        """The computer's name as it is in stamps."""
        return signature(self.device)

    @property
    def time(self) -> str:
        """The time now, as ISO 8601."""
        return self.clock().isoformat(timespec="milliseconds")

    def stamp(self, seq: int) -> str:
        """The stamp of what is set now, in save `seq`."""
        return version_stamp(self.clock(), Origin(self.signature, seq))
