"""Reads the title and author from the front matter that web clippers put on top of a page."""

import re
from typing import Final

_SLIP: Final = re.compile(
    r"\s*---[ \t]*\n((?:[^\n]{0,1000}\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FACT: Final = re.compile(r"(title|author|byline|by)[ \t]*:[ \t]*(.{1,300})", re.IGNORECASE)
_ANY: Final = re.compile(r"[\w-]{1,40}[ \t]*:")
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
    return [row.strip() for row in slip[1].split("\n")]


def _plain(value: str) -> str:
    return value.strip().strip("\"'[]").strip()
