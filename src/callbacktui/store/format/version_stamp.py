"""A stamp: when a value was set, on which computer, in its how manieth save; text that sorts.

`19ac1b2c3d4-0000-0f3a91c2d4e5-0000001a` is milliseconds since 1970, a counter, the computer's
name and its save, the numbers in hexadecimal. A later stamp wins. A value that is set by one who
knew of another always has the later one, whatever either clock says; and as no clock ever follows
another's, one that runs days ahead has no effect beyond the values that it set itself.
"""

import datetime as dt
import re
from functools import cache
from string import hexdigits
from typing import Final, NamedTuple

ZERO: Final = "00000000000-0000-000000000000-00000000"
"""The stamp of what was kept before there were stamps."""

_FORM: Final = re.compile(r"[0-7][0-9a-f]{10}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}")
_COUNT: Final = 0xFFFF


class Origin(NamedTuple):
    """By whom a value was set: a computer's signature, and the number of its save."""

    device: str
    seq: int


def is_stamp(text: str) -> bool:
    """Whether a text is a stamp, of a time before the year 2248."""
    return _FORM.fullmatch(text) is not None


@cache
def signature(device: str) -> str:
    """Return a computer's name as it stands in stamps: twelve hexadecimal digits."""
    digits = device if set(device) <= set(hexdigits.lower()) else device.encode().hex()
    return f"{digits[:12]:0>12}"


def version_stamp(now: dt.datetime, hand: Origin) -> str:
    """Return the stamp of what is set at `now`."""
    milliseconds = max(int(now.timestamp() * 1000), 0)
    return f"{milliseconds:011x}-0000-{hand.device}-{hand.seq:08x}"


def import_stamp(fresh: str) -> str:
    """Return the stamp of what an import brings: by the same hand as `fresh`, before any edit.

    The same file imported on two computers is the same there; what was done with it since on one
    must not give way to the other's import, however much later that was.
    """
    return f"{1:011x}-0000{fresh[16:]}"


def next_stamp(known: str, fresh: str) -> str:
    """Return `fresh`, or what is next after `known` by the same hand where that is no later."""
    if fresh > known:
        return fresh
    milliseconds, counter = int(known[:11], 16), int(known[12:16], 16) + 1
    if counter > _COUNT:
        milliseconds, counter = milliseconds + 1, 0
    return f"{milliseconds:011x}-{counter:04x}{fresh[16:]}"


def origin_of(version_stamp: str) -> Origin:
    """Return by whom a value was set."""
    return Origin(version_stamp[17:29], int(version_stamp[30:], 16))
