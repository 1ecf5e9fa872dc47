"""By what a file is known again without reading it."""

import os
from typing import NamedTuple


class FileStat(NamedTuple):
    """Where a file lies, how long it is, and when it was last written."""

    device: int
    inode: int
    size: int
    modified: int

    @classmethod
    def of(cls, known: os.stat_result) -> "FileStat":
        """The mark of a file as the disk describes it."""
        return cls(known.st_dev, known.st_ino, known.st_size, known.st_mtime_ns)
