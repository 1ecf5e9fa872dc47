"""Lines that prove themselves: `crc32 length json`, so that a torn or altered one is known."""

from typing import NamedTuple
from zlib import crc32


class FramesRead(NamedTuple):
    """The lines of a file, in order: `whole` up to the first bad one, `later` after it."""

    whole: list[bytes]
    later: list[bytes]


def encode_frame(json: bytes) -> bytes:
    """Return one line around JSON that has no line end in it."""
    return b"%08x %d %b\n" % (crc32(json), len(json), json)


def read_frames(data: bytes) -> FramesRead:
    """Return the JSON of every line whose checksum bears it out; zeros at the end are room."""
    *lines, _ = data.rstrip(b"\0").split(b"\n")
    found = [_proven(line) for line in lines]
    first_bad = next((i for i, json in enumerate(found) if json is None), len(found))
    return FramesRead(
        whole=[json for json in found[:first_bad] if json is not None],
        later=[json for json in found[first_bad:] if json is not None],
    )


def _proven(line: bytes) -> bytes | None:
    crc, _, rest = line.partition(b" ")
    length, _, json = rest.partition(b" ")
    return json if crc == b"%08x" % crc32(json) and length == b"%d" % len(json) else None
