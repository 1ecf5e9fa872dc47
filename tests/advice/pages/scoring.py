"""Holds a parsed page against what a careful person reads on it.

`expected.json` has for each page: the head, the `sections` with a title (and `sections_may`), how
many `points` a section has, the `sayings` by how they begin and end (`optional` ones may be
missing), words in quotation marks that nobody says (`never_said`), how each tip begins, what is
`left_out`, and every related post.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from callbacktui.advice.pages.file_decoding import decode_file
from callbacktui.advice.pages.parsed_page import as_document
from callbacktui.advice.pages.parser import parse_page

PACKS: Final = Path(__file__).parent / "packs"

Expected = dict[str, Any]


class Score(NamedTuple):
    """How many facts a page has, which of them are not right, and what nobody said."""

    all: int
    missed: list[str]
    false: list[str]


def expectations(pack: str) -> dict[str, Expected]:
    """Return what is expected of each page of a pack."""
    found: dict[str, Expected] = json.loads(
        (PACKS / pack / "expected.json").read_text(encoding="utf-8")
    )
    return found


def read_page(pack: str, name: str) -> dict[str, Any]:
    """Read a page as `advice import` does, and return it as `advice read --json` prints it."""
    text = decode_file((PACKS / pack / name).read_bytes(), name).text
    return as_document(parse_page(text, name=Path(name).stem))


def score(got: dict[str, Any], want: Expected) -> Score:
    """Compare a page with what is expected of it."""
    facts = [
        *_head(got, want),
        *_sections(got, want),
        *_sayings(got, want),
        *_tips(got, want),
        *_related(got, want),
    ]
    return Score(len(facts), [words for words, right in facts if not right], _false(got, want))


def _head(got: dict[str, Any], want: Expected) -> Iterator[tuple[str, bool]]:
    for field in ("title", "subtitle", "author", "credit"):
        if field in want:
            wanted = want[field]
            any_of = wanted["any"] if isinstance(wanted, dict) else [wanted]
            right = any(_plain(one) == _plain(got[field]) for one in any_of)
            yield f"{field}: {got[field]!r}, and should be {wanted!r}", right


def _sections(got: dict[str, Any], want: Expected) -> Iterator[tuple[str, bool]]:
    titled = {_heading(s["title"]): s["points"] for s in got["sections"] if s["title"]}
    for title in want["sections"]:
        yield f"no section {title!r}", _heading(title) in titled
    known = {_heading(title) for title in (*want["sections"], *want.get("sections_may", []))}
    yield f"other sections: {titled.keys() - known}", titled.keys() <= known
    for title, count in want.get("points", {}).items():
        found = titled.get(_heading(title), [])
        yield f"points of {title!r}: {found}, and should be {count}", len(found) == count


def _sayings(got: dict[str, Any], want: Expected) -> Iterator[tuple[str, bool]]:
    for one in want["sayings"]:
        if not one.get("optional"):
            yield f"no saying: {one}", any(_is_said(one, said) for said in got["sayings"])


def _false(got: dict[str, Any], want: Expected) -> list[str]:
    return [
        f"{said['speaker'] or said['trade']} never said {said['words']!r}"
        for said in got["sayings"]
        if not any(_is_said(one, said) for one in want["sayings"])
    ]


def _tips(got: dict[str, Any], want: Expected) -> Iterator[tuple[str, bool]]:
    for begin in want.get("tips", []):
        yield f"no tip {begin!r}", any(_heading(t).startswith(_heading(begin)) for t in got["tips"])
    text = _plain(json.dumps([got[k] for k in ("sections", "tips", "related")], ensure_ascii=False))
    for words in want.get("left_out", []):
        yield f"it has {words!r}", _plain(words) not in text


def _related(got: dict[str, Any], want: Expected) -> Iterator[tuple[str, bool]]:
    posts = {_plain(post["title"]): post for post in got["related"]}
    for one in want["related"]:
        post = posts.pop(_plain(one["title"]), {})
        right = all(_told(post.get(field)) == _told(value) for field, value in one.items())
        yield f"related: {post}, and should be {one}", right
    yield f"other related posts: {[*posts]}", not posts


def _is_said(want: Expected, said: dict[str, Any]) -> bool:
    words, trade = _plain(said["words"]).strip('" '), said["trade"].casefold()
    wanted = want["trade"]
    traded = wanted is None or trade == wanted or trade.endswith(f" {wanted}")
    ends = _plain(want["ends"]).rstrip(".,")
    return (
        traded
        and want["speaker"] == said["speaker"]
        and words.startswith(_plain(want["starts"]).strip('" '))
        and words.rstrip(".,").endswith(ends)
    )


def _told(value: object) -> object:
    return [_plain(v) for v in value] if isinstance(value, list) else _plain(value)


def _heading(text: str) -> str:
    """A heading without its number and its stop."""
    bare = re.sub(r"^\s*(?:\d{1,2}[.)]|[-•#]+)\s+", "", _plain(text))
    return bare.rstrip(" .:").casefold()


def _plain(text: object) -> str:
    straight = str.maketrans("“”„«»\u2018\u2019\u201a`", '"""""\'\'\'\'')
    return " ".join(unicodedata.normalize("NFC", str(text)).translate(straight).split())
