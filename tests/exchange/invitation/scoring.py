"""Holds a reading against what a careful person reads from the same mail."""

import datetime as dt
import json
import re
import unicodedata
from pathlib import Path
from typing import Any, Final, NamedTuple

import pendulum

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.exchange.invitation.reading_result import Reading

DATA: Final = Path(__file__).parent / "data"
_DATES: Final = {"at", "due_at", "shoot_from", "shoot_to", "decision_by"}
_TERMS: Final = {"kind_of_round", "format", "medium", "size", "union", "source"}
_AT_LEAST: Final = {"place", "specs", "rate", "usage", "sides", "pages", "rep", "platform"}

Expected = dict[str, Any]


class Score(NamedTuple):
    """How many fields there are, how many are right, and what is wrong or missed in words."""

    all: int
    right: int
    wrong: list[str]
    missed: list[str]


def expectations(folder: str) -> dict[str, Expected]:
    """Return what is expected of each mail in a folder."""
    text = (DATA / folder / "expected.json").read_text(encoding="utf-8")
    found: dict[str, Expected] = json.loads(text)
    return found


def read_mail(folder: str, name: str, expected: Expected) -> Reading:
    """Read a mail as `paste` would, at the time that is expected of it."""
    zone = expected["zone"]
    received = _time(expected["received"], zone)
    return read_invitation(
        (DATA / folder / name).read_bytes(),
        _time(expected.get("now") or expected["received"], zone),
        received=received if name.endswith(".txt") else None,
        order=DateOrder(expected.get("date_order", "mdy")),
    )


def score(reading: Reading, expected: Expected) -> Score:
    """Compare a reading with what is expected; asking where there is a sure answer is a miss."""
    said = {one.field: one.plain for one in reading.said}
    asked = {one.field for one in reading.questions}
    unsure, may = set(expected["unsure"]), expected.get("may", {})
    wanted = {"kind": expected["kind"], **expected["fields"]}
    wrong: list[str] = []
    missed: list[str] = []
    right = 0
    for field, want in wanted.items():
        got = reading.kind.value if field == "kind" else said.get(field)
        if got is None:
            ok = field in asked and field in unsure
            missed += [] if ok else [f"{field}: wanted {want!r}"]
            right += ok
        elif _is_one_of(field, want, got):
            right += 1
        else:
            wrong.append(f"{field}: wanted {want!r}, got {got!r}")
    for field in [*(unsure - set(wanted)), *expected["not_said"]]:
        if field in said and not _is_one_of(field, may.get(field, []), said[field]):
            wrong.append(f"{field}: got {said[field]!r}")
        right += field in asked or field in reading.not_said
    for field in said.keys() - wanted.keys() - unsure - set(expected["not_said"]):
        strict = expected["kind"] == "other" or field in _DATES | _TERMS
        if strict and not _is_one_of(field, may.get(field, []), said[field]):
            wrong.append(f"{field}: got {said[field]!r}, which was not said")
        if any(
            _is_one_of(field, bad, said[field])
            for bad in expected.get("must_not", {}).get(field, [])
        ):
            wrong.append(f"{field}: got {said[field]!r}")
    count = len(wanted) + len(unsure - set(wanted)) + len(expected["not_said"])
    return Score(count, right, wrong, missed)


def _is_one_of(field: str, want: Any, got: str) -> bool:
    if isinstance(want, list):
        return any(_is_one_of(field, one, got) for one in want)
    if field in _DATES:
        return _moment(want) == _moment(got)
    expected, given = _plain(want), _plain(got)
    return expected == given or (field in _AT_LEAST and expected in given)


def _moment(value: str) -> dt.date | dt.datetime:
    return dt.date.fromisoformat(value) if len(value) == 10 else dt.datetime.fromisoformat(value)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\"'\u2018-\u201f.,;:()_\u2010-\u2015-]", "", folded)


def _time(said: Any, zone: str) -> pendulum.DateTime:
    return pendulum.instance(dt.datetime.fromisoformat(said)).in_timezone(zone)
