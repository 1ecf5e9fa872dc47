"""Ids of records: new ones from time and randomness, fixed ones from a name."""

import os
from hashlib import sha256
from typing import Final

from pendulum import DateTime

ENTROPY_BYTES: Final = 10


def record_id(milliseconds: int, entropy: bytes) -> str:
    """Return a version 7 UUID (RFC 9562, section 5.7) from Unix time (ms) and ten random bytes."""
    bits = milliseconds << 80 | int.from_bytes(entropy[:ENTROPY_BYTES], "big")
    return _format_uuid(bits, version=0x7)


def named_id(name: str) -> str:
    """Return a version 8 UUID (RFC 9562, section 5.8) from a name: the same on each computer."""
    return _format_uuid(int.from_bytes(sha256(name.encode()).digest()[:16], "big"), version=0x8)


def _format_uuid(bits: int, *, version: int) -> str:
    bits = bits & ~(0xF << 76) | version << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    digits = f"{bits:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def new_id(now: DateTime) -> str:
    """Return a new id for a record made at `now`."""
    return record_id(int(now.timestamp() * 1000), os.urandom(ENTROPY_BYTES))
