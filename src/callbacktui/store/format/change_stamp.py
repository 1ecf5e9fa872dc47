"""Version stamps: when a value was set, on which computer, in which of its saves.

A stamp is text that sorts by time: `19ac1b2c3d4-0000-0f3a91c2d4e5-0000001a` is milliseconds since
1970, a counter, the computer's signature and the number of its save, all in hexadecimal. The later
stamp wins. An edit of a known value always gets a later stamp than that value, whatever the clocks
say. Clocks are not adjusted to each other, so one that runs days ahead affects only the values
that were set with it.
"""

import datetime as dt
import re
from functools import cache
from string import hexdigits
from typing import Final, NamedTuple

ZERO: Final = "00000000000-0000-000000000000-00000000"
"""The stamp of values that were saved before there were stamps."""

_FORM: Final = re.compile(r"[0-7][0-9a-f]{10}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}")
_COUNT: Final = 0xFFFF


class Origin(NamedTuple):
    """Who set a value: the signature of a computer, and the number of its save."""

    device: str
    seq: int


def is_stamp(text: str) -> bool:
    """True if a text is a valid stamp, of a time before the year 2248."""
    return _FORM.fullmatch(text) is not None


@cache
def signature(device: str) -> str:
    """Return the twelve hexadecimal digits that represent a device name in stamps."""
    digits = device if set(device) <= set(hexdigits.lower()) else device.encode().hex()
    return f"{digits[:12]:0>12}"


def version_stamp(now: dt.datetime, hand: Origin) -> str:
    """Return the stamp of a value set at `now`."""
    milliseconds = max(int(now.timestamp() * 1000), 0)
    return f"{milliseconds:011x}-0000-{hand.device}-{hand.seq:08x}"


def import_stamp(fresh: str) -> str:
    """Return a stamp for imported values: the origin of `fresh`, but earlier than any edit.

    If the same file is imported on two computers, edits made on one must win over the import on
    the other, even if that import was later.
    """
    return f"{1:011x}-0000{fresh[16:]}"


def next_stamp(known: str, fresh: str) -> str:
    """Return `fresh` if it is later than `known`, else the next stamp after `known`."""
    if fresh > known:
        return fresh
    milliseconds, counter = int(known[:11], 16), int(known[12:16], 16) + 1
    if counter > _COUNT:
        milliseconds, counter = milliseconds + 1, 0
    return f"{milliseconds:011x}-{counter:04x}{fresh[16:]}"


def time_of(stamp: str) -> dt.datetime:
    """Return when the value with a stamp was set, in UTC."""
    return dt.datetime.fromtimestamp(int(stamp[:11], 16) / 1000, dt.UTC)


def origin_of(version_stamp: str) -> Origin:
    """Return who set the value with a stamp."""
    return Origin(version_stamp[17:29], int(version_stamp[30:], 16))
