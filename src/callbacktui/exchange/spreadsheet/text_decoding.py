"""Decodes the bytes of a text file: byte order mark, UTF-8, UTF-16, Windows-1252 or Mac Roman."""

import re
from typing import Final

from callbacktui.domain.text_encoding import marked_encoding, unmarked_utf16
from callbacktui.exchange.spreadsheet.types import SheetError

MOST_BYTES: Final = 20_000_000

_NAMES: Final = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
_HEAD: Final = 4096
_USUAL: Final = frozenset(
    "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÙÚÛÜŒ\u2018\u2019\u201a“”„\u2013—…•€£°«»¿¡©®™½¼\xa0·§"
)
"""What people type beyond ASCII; the wrong codec turns it into rarer signs."""
_FAR_SCRIPT: Final = re.compile("([\u0250-\u1dff]+)")
"""Scripts whose letters are two bytes of UTF-8, which two accented letters of a Mac are, too."""
_CAPITAL_WITHIN: Final = re.compile(r"[a-zà-ÿ][À-ÖØ-Þ]|[À-ÖØ-Þ][a-zà-ÿ]?[À-ÖØ-Þ](?=[a-z])")


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """Decode a file, by a codec's name if one is given; return the name of its encoding, too.

    Bytes that are no UTF-8 in a file that is UTF-8 otherwise are read as Windows-1252 or Mac
    Roman, each where it is.

    Raises:
        SheetError: if the file is too large or not text.
    """
    if len(data) > MOST_BYTES:
        raise SheetError(f"The file has {len(data):,} bytes", f"The most is {MOST_BYTES:,}")
    if encoding:
        return _decode_as(data, encoding, encoding)
    if marked := marked_encoding(data):
        name = "UTF-8 with a mark" if marked.name == "UTF-8" else marked.name
        return _decode_as(data, marked.codec, name)
    if codec := unmarked_utf16(data):
        return _decode_as(data, codec, "UTF-16")
    if b"\x00" in data[:_HEAD]:
        raise SheetError("This is not a text file", "Save the sheet as CSV")
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _decode_mixed(data)


def _decode_as(data: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        return data.decode(codec), name
    except LookupError:
        raise SheetError(
            f"{name} isn't an encoding known here", "Say utf-8, cp1252, mac_roman or utf-16"
        ) from None
    except UnicodeError:
        raise SheetError(f"The file says {name} and is not", "Save it as UTF-8") from None


def _decode_mixed(data: bytes) -> tuple[str, str]:
    parts = _split_by_utf8(data)
    stray = b" ".join(part for part, is_utf8 in parts if not is_utf8)
    codec = max(_NAMES, key=lambda name: _likeness(data if stray == data else stray, name, data))
    text = "".join(part.decode("utf-8" if good else codec, "replace") for part, good in parts)
    has_utf8 = any(good and not part.isascii() for part, good in parts)
    return text, f"UTF-8 and {_NAMES[codec]}" if has_utf8 else _NAMES[codec]


def _split_by_utf8(data: bytes) -> list[tuple[bytes, bool]]:
    """Split bytes into runs, and say of each whether it is UTF-8."""
    parts: list[tuple[bytes, bool]] = []
    for line in data.splitlines(keepends=True):
        start = 0
        while start < len(line):
            try:
                line[start:].decode("utf-8")
            except UnicodeDecodeError as error:
                bad = start + error.start
                if error.start:
                    parts.append((line[start:bad], True))
                parts.append((line[bad : bad + 1], False))
                start = bad + 1
            else:
                parts.append((line[start:], True))
                break
    far = sum(len(_FAR_SCRIPT.findall(part.decode())) for part, is_utf8 in parts if is_utf8)
    if far > sum(not is_utf8 for _, is_utf8 in parts):
        return parts  # a text in that script, with a stray byte in it
    return [split for part in parts for split in _split_unlikely(*part)]


def _split_unlikely(part: bytes, is_utf8: bool) -> list[tuple[bytes, bool]]:
    """Take two bytes that are a letter of a far script only by chance as what they are alone."""
    if not is_utf8 or part.isascii():
        return [(part, is_utf8)]
    pieces = _FAR_SCRIPT.split(part.decode("utf-8"))
    return [(piece.encode(), n % 2 == 0) for n, piece in enumerate(pieces) if piece]


def _likeness(stray: bytes, codec: str, data: bytes) -> int:
    """Say how much like written words the bytes are in a codec; lines ending in CR are a Mac's."""
    text = stray.decode(codec, "replace")
    usual = sum(1 if letter in _USUAL else -2 for letter in text if ord(letter) > 127)
    whole = data[:200_000].decode(codec, "replace")
    hint = 1 if codec == "mac_roman" and b"\r" in data and b"\n" not in data else 0
    return 2 * usual - 3 * len(_CAPITAL_WITHIN.findall(whole)) + hint + (codec == "cp1252")
