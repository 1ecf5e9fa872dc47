"""Reads the title and author from the front matter that web clippers put on top of a page."""

import re
from typing import Final

_SLIP: Final = re.compile(
    r"\s*---[ \t]*\n((?:[^\n]{0,1000}\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FACT: Final = re.compile(r"(title|author|byline|by)s?[ \t]*:[ \t]*(.{1,300})", re.IGNORECASE)
_ANY: Final = re.compile(r"[\w-]{1,40}[ \t]*:")
_LISTED: Final = re.compile(r"^authors?: [^\"'\[]", re.IGNORECASE)
_TITLED: Final = re.compile(r"^# ", re.MULTILINE)


def strip_clipper_header(text: str) -> str:
    """Replace the front matter of a clipped page by a heading and a byline made from it.

    A single `#` heading in a page is its title; if there are several, they are its sections.
    """
    found = _SLIP.match(text)
    if not found or not _ANY.match(found[1]):
        return text
    facts = {
        fact[1].lower(): _plain(fact[2]) for fact in map(_FACT.fullmatch, _rows(found)) if fact
    }
    rest = text[found.end() :]
    title = facts.get("title", "")
    author = next((facts[name] for name in ("author", "byline", "by") if facts.get(name)), "")
    head = f"# {title}\n\n" if title and len(_TITLED.findall(rest)) != 1 else ""
    signed = f"(By {author})\n\n" if author else ""
    return f"{head}{signed}{rest}"


def _rows(slip: re.Match[str]) -> list[str]:
    """Return the rows of the front matter, each list below its name joined to it."""
    rows: list[str] = []
    for row in map(str.strip, slip[1].split("\n")):
        if row.startswith("- ") and rows and (rows[-1].endswith(":") or _LISTED.search(rows[-1])):
            apart = " " if rows[-1].endswith(":") else ", "
            rows[-1] += f"{apart}{_plain(row[2:])}"
        else:
            rows.append(row)
    return rows


def _plain(value: str) -> str:
    return value.strip().strip("\"'[]").strip()
