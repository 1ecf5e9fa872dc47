"""Takes the names that are labeled as in the filter: `rep:Hollis`, `role:Nina project:"King Lear"`.

An office with its label is read as one after `@`.
"""

import re
from typing import Final

from callbacktui.domain.text import fold
from callbacktui.exchange.quick_line.line_state import HOLE, LEFT, UNREAD, LineState, is_name
from callbacktui.exchange.quick_line.role_and_project import Title
from callbacktui.exchange.spreadsheet.words_to_values import PLATFORMS, source_of

_LABELS: Final = "rep|via|role|project"
_LABEL: Final = re.compile(
    rf"{LEFT}(?:(?P<label>(?i:{_LABELS})):(?! )|(?P<apart>{_LABELS}): )"
    rf"(?P<said>\x01+(?!\x01)|[^\s{HOLE}\x01@,;][^{HOLE}\x01@,;]*?"
    rf"(?= *(?:[{HOLE}\x01@,;]|$)| (?:\w+:\S|(?:{_LABELS}|office): )))"
)
_ROLE_OF: Final = re.compile(
    rf"(?<![^\s{HOLE}(,])(?:(?i:reading|read|auditioning|seen|up|in) )?(?:for |as )?"
    rf"(?:the )?(?:role|part|character)(?: of|:)?"
    rf" (?P<said>\x01+(?!\x01)|[A-Z][^{HOLE}\x01@,;]*?(?= *(?:[{HOLE}\x01@,;]|$)| (?:in|on|for) ))"
)
"""A role that is named as one: "Glory Days, role Ike", "the part of Jo in Little Women"."""


def take_labels(line: LineState) -> None:
    """Take what is labeled as role, project or rep; "via" may name a site or a way in, too."""
    for found in list(_LABEL.finditer(line.rest)):
        label = (found["label"] or found["apart"]).lower()
        start, end = found.span("said")
        if label in {"rep", "via"}:
            end = start + len(_person(line, line.text[start:end]))
        name = line.text[start:end].strip('"“” ')
        field, value = _way_in(name) if label == "via" else (label, name)
        if label in {"role", "project"} and any(c.field == label for c in line.claims):
            line.take(UNREAD, found.start(), end, reason=f"a second {label}")
            continue
        opens = not line.rest[: found.start()].strip(f"{HOLE} ") and line.rest[end:][:1] == ","
        is_unsure = field == "rep" and opens and " " in name and "\x01" not in found["said"]
        asked = f"If “{name}” is the rep and the role, write the rep last." if is_unsure else ""
        line.take(field, found.start(), end, value, asked)
    for found in list(_ROLE_OF.finditer(line.rest)):
        name = line.text[slice(*found.span("said"))].strip('"“” ')
        if not any(c.field == "role" for c in line.claims) and line.has_words_outside(
            *found.span()
        ):
            line.take("role", *found.span(), name)


def beside_labels(line: LineState, title: Title, start: int) -> Title:
    """Return a title without what a label has named already.

    The one name beside a labeled project is the role, and the other way round; what a label
    contradicts is not understood.
    """
    labeled = {claim.field for claim in line.claims} & {"role", "project"}
    if labeled == {"project"} and not title.role:
        return Title(title.project, "")
    if labeled == {"role"} and not title.project:
        return Title("", title.role)
    for field in labeled:
        if name := getattr(title, field):
            line.claim(UNREAD, name, start, f"a second {field}")
    return title._replace(**dict.fromkeys(labeled, ""))


def _person(line: LineState, said: str) -> str:
    """Return the name at the beginning: in a line with capitals, the words that have one."""
    first, *more = said.split(" ")
    if not line.has_names or first.startswith('"'):
        return said
    end = len(first)
    for word in more if is_name(first) else ():
        if not (is_name(word) or word == "&"):
            break
        end += 1 + len(word)
    return said[:end]


def _way_in(name: str) -> tuple[str, object]:
    if site := PLATFORMS.get(fold(name)):
        return "platform", site
    source = source_of(name)
    return ("source", source) if source else ("rep", name)
