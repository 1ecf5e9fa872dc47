"""Splits a letter into clauses: one labelled value or one sentence each, in reading order."""

import re
from typing import Final

from callbacktui.domain.base_classes import Value
from callbacktui.domain.text import straighten

_MOST: Final = 400
_LONGEST: Final = 600
_LONGEST_LINE: Final = 3_000
_TAIL: Final = 32
_WRAPPED_AT: Final = 55
_SPACES: Final = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " ") | {"\u2192": "-", "\t": "  "}
)
_LABEL: Final = re.compile(
    r"^(?P<lead>[\W_]{0,4})(?P<label>[A-Z][A-Za-z0-9 /'&().#-]{0,44}?)\*?\s*(?::\*?|=)\s+(?P<value>\S.*)$"
)
_BARE_LABEL: Final = re.compile(r"^[\W_]{0,3}(?P<label>[A-Z][A-Za-z /'&()-]{1,30}?)\*?\s*:?\*?$")
_COLUMNS: Final = re.compile(
    r"^(?P<label>[A-Z][A-Za-z /'&()-]{1,30}?)(?:  +| ?\| ?)(?P<value>\S.*)$"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*\u2022\u00b7>]|\d{1,2}[.)]|[a-z]\))\s+")
_SENTENCE: Final = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"')\]]))\s+(?=[\"'(\[]?[A-Z\u00c0-\u00de0-9])|(?<=[!?])\s+|(?<=[a-z]{3}\.)\s+(?=(?:i|we|you|they|it|come|please|can|could|sides|this|that|the)(?:'\w+)? )|;\s+|\s+\|\s+"
)
_DAY_WITH_DOT: Final = re.compile(
    r"\b(?:(?:bis|zum|vom|den|am|ab|der) |(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),? )+"
    r"(?:\d{1,2}\.)?\d{1,2}\.$",
    re.IGNORECASE,
)
_AFTER_DOT: Final = re.compile(
    r"\d{1,2}(?:[:.]\d\d)? ?Uhr\b"
    r"|(?:Januar|Februar|M\u00e4rz|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
"""A German day and what goes on with it: "bis 4. Dezember", "bis 3.12. 17 Uhr"."""

_SHORT: Final = re.compile(
    r"(?:\b(?:sgt|det|lt|capt|cpl|col|fr|br|sen|gov|maj|supt|gen|prof|rev|insp|jr|sr|hon|st|ave|blvd|rd|dr|ln|pl|fl|ste|rm|apt|mr|mrs|ms|vs|approx|no|nos|ep|pp?|pgs?|appt|tel|ext"
    r"|mon|tues?|wed|thurs?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])"
    r"|\b[ap]\.m)\.$",
    re.IGNORECASE,
)


_AFTER_DAY: Final = re.compile(
    r"\d(?:st|nd|rd|th)? (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$", re.IGNORECASE
)
"""A month that ends a sentence: "Recalls 30 Nov. Rehearsals from 4 Jan.", unlike "Nov. 30"."""


_HEADLINE: Final = re.compile(
    r"(?i:(?:your |an? )?(?:first |second |final |zoom )?(?:audition|call-?back|recall|self[- ]?tape|tape|appointment|avail(?:ability)?(?: check)?|hold|pencil|session"
    r"|chem(?:istry)? read|work session|screen test|appt)(?: request| invite| invitation)?) (?:for|in|on|as) (?:the (?:role|part) of )?[\"'A-Z]"
)
"""What a mail is about, before a colon; no label: "Callback for Nina in Kettle: Monday at 3"."""

_OPEN_END: Final = re.compile(r" (?:of|for|the|as|(?<!ing )(?<!come )(?<!came )in)$")
"""How a line ends that goes on: "see you again for Nina in"."""

_OFFICE_LINE: Final = re.compile(
    r"(?:[A-Z0-9&+][\w'/&+.-]*,? ){1,5}Casting(?:$|,? - |, (?=[A-Z0-9]))"
)
"""A line that an office stands at the head of, before its address."""


_SLANTED: Final = re.compile(r"(?<![^\s(])_(?=[A-Z])([^_\n:]{2,60})_(?!\w)")
_STARRED: Final = re.compile(r"(?<![^\s(])\*(?=[A-Z])([^*\n:]{2,60})\*(?![\w*])")
"""Marks around a title: "_Foxes in the Rain_", "*Foxes in the Rain*"; stars may just make it bold."""


class Clause(Value, frozen=True, kw_only=True):
    """A part of a letter: its words, with the label before them if there is one.

    `line` numbers the lines of the letter after what was wrapped is joined again.
    """

    text: str
    label: str = ""
    line: int = 0
    starts: bool = True


def straight(text: str) -> str:
    """Return text with straight quotes, plain dashes and plain spaces."""
    said = straighten(text).translate(_SPACES)
    return _SLANTED.sub(r'"\1"', _STARRED.sub(r"\1", said))


def join_lines(text: str, labels: frozenset[str]) -> list[str]:
    """Return the lines of a letter; what was wrapped is one line, blank lines are kept."""
    lines: list[str] = []
    last_width = 0
    for raw in straight(text).split("\n")[:_MOST]:
        line = raw.strip()
        width = len(raw.rstrip())
        if lines and lines[-1] and _goes_on(lines[-1], last_width, line, labels):
            lines[-1] = f"{lines[-1]} {line}"[:_LONGEST_LINE]
        else:
            lines.append(line)
        last_width = width
    return lines


def split_clauses(text: str, labels: frozenset[str]) -> list[Clause]:
    """Split a letter; `labels` are those known, in lower case."""
    clauses: list[Clause] = []
    label = ""
    for number, line in enumerate(join_lines(text, labels)):
        if not line:
            continue
        found = _labelled(line, labels)
        if found is None and (bare := _BARE_LABEL.match(line)):
            said = bare["label"].strip()
            if said.lower() in labels and (line.endswith((":", ":*")) or not label):
                label = said
                continue
        if found:
            name, value = found
        else:
            name, value = label, line
        label = ""
        for place, part in enumerate(_sentences(_BULLET.sub("", value))):
            led = _labelled(part, labels) if place or not name else None
            own, said = led if led and led[0].lower() in labels else (name, part)
            starts = place == 0 or own != name
            clauses.append(Clause(text=said[:_LONGEST], label=own, line=number, starts=starts))
    return clauses


def _labelled(line: str, labels: frozenset[str]) -> tuple[str, str] | None:
    if found := _LABEL.match(line):
        label = found["label"].strip()
        # A label that goes over the end of a sentence is none: "Audition at 2pm. Shoot: January".
        is_sentence = _SENTENCE.search(label) and not _SHORT.search(_SENTENCE.split(label)[0])
        is_headline = _HEADLINE.match(label) and len(label.split()) > 2
        if (is_sentence or is_headline) and label.lower() not in labels:
            return None
        if len(label.split()) <= 6 and not label.lower().startswith(("http", "hi ", "dear ")):
            return label, found["value"]
    if (found := _COLUMNS.match(line)) and found["label"].strip().lower() in labels:
        return found["label"].strip(), found["value"]
    return None


def _goes_on(before: str, width: int, line: str, labels: frozenset[str]) -> bool:
    """Whether a line is the rest of the one before it."""
    if not line or _BULLET.match(line) or line[0] in '[("*_=' or _labelled(line, labels):
        return False
    if _OFFICE_LINE.match(line):
        return False
    if _OPEN_END.search(before):
        return True
    if before[-1] in ".!?:" and width < _WRAPPED_AT:
        return False
    if re.match(r"https?://", line) or line.lower() in labels:
        return False
    if re.search(r"https?://\S+$", before) or (before[-1] == "," and width < 25):
        return False
    if (led := _labelled(before, labels)) and led[0].lower() in labels:
        return width >= _WRAPPED_AT and line[0].islower()
    return width >= _WRAPPED_AT or (line[0].islower() and width >= 30)


def _sentences(text: str) -> list[str]:
    parts: list[str] = []
    for part in _SENTENCE.split(text):
        if not part or not part.strip():
            continue
        said = part.strip()
        tail = parts[-1][-_TAIL:] if parts else ""
        is_short = _SHORT.search(tail) and not re.search(r"\d [ap]\.m\.$", tail)
        is_short = is_short and not (said[0].isalpha() and _AFTER_DAY.search(tail))
        if is_short or (_AFTER_DOT.match(said) and _DAY_WITH_DOT.search(tail)):
            parts[-1] = f"{parts[-1]} {said}"
        else:
            parts.append(said)
    return parts
