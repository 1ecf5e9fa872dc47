"""QR codes of an event, a link or an address, drawn with half blocks, for the camera of a phone."""

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from callbacktui.domain.dates.spans import computable
from callbacktui.domain.text import clean
from callbacktui.exchange.ics.entries import CalendarEntry

QUIET: Final = 2
"""Light modules around a code: a phone reads it with two, and 80x24 has no room for four."""

_INK: Final = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_TITLE_LETTERS: Final = (200, 100, 60, 40, 25, 12)


class QrCode(NamedTuple):
    """The lines of a code, dark where there is ink; what it says, and what did not fit."""

    lines: tuple[str, ...]
    payload: str
    left_out: tuple[str, ...] = ()


def text_code(text: str, rows: int) -> QrCode | None:
    """Return the code of a link or an address in at most `rows` lines; `None` if it is too long."""
    lines = _drawn(text, rows)
    return QrCode(lines, text) if lines else None


def event_code(entry: CalendarEntry, rows: int) -> QrCode | None:
    """Return the code of an event in at most `rows` lines, leaving out what does not fit.

    The address goes first, then the end of the title; `None` if even the hour does not fit.
    """
    for place in dict.fromkeys((entry.place, "")):
        left_out = ("the address",) if entry.place and not place else ()
        for letters in _TITLE_LETTERS if not place else _TITLE_LETTERS[:1]:
            title = entry.summary[:letters].rstrip()
            payload = event_text(entry, title, place)
            if lines := _drawn(payload, rows):
                cut = ("the end of the title",) if title != entry.summary else ()
                return QrCode(lines, payload, (*left_out, *cut))
    return None


def event_text(entry: CalendarEntry, title: str, place: str) -> str:
    """Return an event as short as a VEVENT can be, with the hour in UTC."""
    return "\n".join(("BEGIN:VEVENT", *_properties(entry, title, place), "END:VEVENT"))


def _properties(entry: CalendarEntry, title: str, place: str) -> Iterator[str]:
    yield f"SUMMARY:{_escaped(title)}"
    if days := entry.span:
        first, last = map(computable, days)
        yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
        if last > first:
            yield f"DTEND;VALUE=DATE:{last + dt.timedelta(days=1):%Y%m%d}"
    elif entry.at:
        start = dt.datetime.fromtimestamp(entry.at.instant.timestamp(), dt.UTC)
        yield f"DTSTART:{start:%Y%m%dT%H%M%SZ}"
    if place:
        yield f"LOCATION:{_escaped(place)}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text


def _drawn(payload: str, rows: int) -> tuple[str, ...]:
    """Return the lines of the code, none if it needs more than `rows`."""
    import segno
    from segno.encoder import DataOverflowError

    text = clean(payload)
    try:
        code = segno.make_qr(text, error="l", encoding=None if text.isascii() else "utf-8")
    except DataOverflowError:
        return ()
    modules = [[bool(module) for module in row] for row in code.matrix_iter(border=QUIET)]
    modules += [[False] * len(modules[0])] * (len(modules) % 2)
    if len(modules) // 2 > rows:
        return ()
    pairs = zip(modules[::2], modules[1::2], strict=True)
    return tuple("".join(map(_INK.__getitem__, zip(*pair, strict=True))) for pair in pairs)
