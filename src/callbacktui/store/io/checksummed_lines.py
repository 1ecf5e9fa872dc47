"""Lines of the form `crc32 length json`, so that torn or altered lines are detected."""

from typing import NamedTuple
from zlib import crc32


class FramesRead(NamedTuple):
    """The good lines of a file: `whole` before the first bad line, `later` after it."""

    whole: list[bytes]
    later: list[bytes]


def encode_frame(json: bytes) -> bytes:
    """Return JSON as one checksummed line; it must not contain a line break."""
    return b"%08x %d %b\n" % (crc32(json), len(json), json)


def read_frames(data: bytes) -> FramesRead:
    """Return the JSON of each line with a correct checksum; ignore zero bytes at the end."""
    *lines, _ = data.rstrip(b"\0").split(b"\n")
    found = [_valid_json(line) for line in lines]
    first_bad = next((i for i, json in enumerate(found) if json is None), len(found))
    return FramesRead(
        whole=[json for json in found[:first_bad] if json is not None],
        later=[json for json in found[first_bad:] if json is not None],
    )


def _valid_json(line: bytes) -> bytes | None:
    crc, _, rest = line.partition(b" ")
    length, _, json = rest.partition(b" ")
    return json if crc == b"%08x" % crc32(json) and length == b"%d" % len(json) else None
