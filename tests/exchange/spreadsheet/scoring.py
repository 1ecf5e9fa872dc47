"""Holds the reading of a sheet against that of a careful person: every fact that is expected."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pendulum
from msgspec import to_builtins
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.silence import Windows
from callbacktui.exchange.spreadsheet.column_mapping import column_labels, parse_override
from callbacktui.exchange.spreadsheet.header import find_layout
from callbacktui.exchange.spreadsheet.import_plan import plan_import
from callbacktui.exchange.spreadsheet.open_file import open_table
from callbacktui.exchange.spreadsheet.reading_summary import reading_document
from callbacktui.exchange.spreadsheet.sheet_to_auditions import read_table
from callbacktui.exchange.spreadsheet.types import Mending

DATA: Final = Path(__file__).parent / "data"
_OPEN_CALLS: Final = {"epa", "ecc", "open_call", "dance_call", "singing_call"}

Json = dict[str, Any]


class Fact(NamedTuple):
    """One fact: where it stands, what it should be, and what was read."""

    where: str
    want: Any
    got: Any
    is_right: bool


def expectations(folder: str) -> dict[str, Json]:
    """Return what is expected of each sheet in a folder."""
    text = (DATA / folder / "expected.json").read_text(encoding="utf-8")
    found: dict[str, Json] = json.loads(text)
    return found


def read(folder: str, name: str, expected: Json) -> Json:
    """Read a sheet as `import --dry-run --json` does, at the time that is expected of it."""
    now = pendulum.parse(expected["now"], tz=expected["zone"])
    assert isinstance(now, DateTime)
    table = open_table((DATA / folder / name).read_bytes(), Mending())
    labels = column_labels(find_layout(table.rows).headings)
    args = dict(_pairs(expected.get("args", [])))
    mending = Mending(
        columns=dict(parse_override(one, labels) for one in args.get("--map", [])),
        order=DateOrder(args["--date-order"][0]) if "--date-order" in args else None,
    )
    reading = read_table(table, now, mending=mending, name=Path(name).stem)
    plan = plan_import(reading, {}, now)
    document = to_builtins(reading_document(plan, reading, now, Windows(), kept=False))
    assert isinstance(document, dict)
    return document


def facts(expected: Json, look: Json) -> Iterator[Fact]:
    """Yield every fact that is expected of a sheet, with what was read."""
    rows, kept = expected["rows"], look["auditions"]
    yield _fact("rows kept", rows["kept"], len(kept))
    yield _fact("rows unreadable", rows["unreadable"], look["unreadable"])
    yield from _of_mapping(expected["mapping"], look["mapping"])
    left = list(kept)
    for want in expected["auditions"]:
        got = _best(want, left)
        if got:
            left.remove(got)
        yield from _of_audition(want["project"], want, got)


def _pairs(args: list[str]) -> Iterator[tuple[str, list[str]]]:
    for option in dict.fromkeys(args[::2]):
        yield option, [v for o, v in zip(args[::2], args[1::2], strict=True) if o == option]


def _fact(where: str, want: Any, got: Any) -> Fact:
    return Fact(where, want, got, same(want, got))


def _of_mapping(wanted: Json, given: Json) -> Iterator[Fact]:
    heads = {_plain(head): field for head, field in given.items()}
    for head, want in wanted.items():
        key = next((h for h in sorted(heads, key=len) if h.endswith(_plain(head))), None)
        choices = want["any"] if isinstance(want, dict) else [want]
        got = heads[key] if key else "no such column"
        right = got in choices or (got == "notes" and None in choices)
        yield Fact(f"column {head}", want, got, right)


def _best(want: Json, auditions: list[Json]) -> Json:
    named = [a for a in auditions if _plain(a["project"]) == _plain(want["project"])]

    def likeness(audition: Json) -> tuple[bool, int]:
        right = sum(fact.is_right for fact in _of_audition("", want, audition))
        return same(want.get("role"), audition.get("role")), right

    return max(named, key=likeness, default={})


def _of_audition(where: str, want: Json, got: Json) -> Iterator[Fact]:
    rounds = got.get("rounds") or []
    for field, value in want.items():
        if field in {"project", "written"}:
            continue
        if field == "rounds":
            if not value:
                yield Fact(f"{where} rounds", [], rounds, bool(got) and not rounds)
            yield from _of_rounds(where, value, rounds)
        elif field == "holds":
            holds = got.get("holds") or []
            for one in value:
                right = any(all(same(w, hold.get(f)) for f, w in one.items()) for hold in holds)
                yield Fact(f"{where} hold", one, holds, right)
        elif field == "notes_has":
            text = _plain("\n".join(_strings(got)))
            for words in value:
                yield Fact(f"{where} keeps", words, got.get("notes"), _plain(words) in text)
        else:
            told = _told(got, field)
            yield Fact(f"{where} {field}", value, told, bool(got) and same(value, told))


def _of_rounds(where: str, wanted: list[Json], given: list[Json]) -> Iterator[Fact]:
    left = [{**read, "when": _when(read)} for read in given]
    for number, want in enumerate(wanted, 1):
        best = max(left, key=lambda r: sum(same(w, r.get(f)) for f, w in want.items()), default={})
        left = [read for read in left if read is not best]
        for field, value in want.items():
            right = bool(best) and same(value, best.get(field))
            yield Fact(f"{where} round {number} {field}", value, best.get(field), right)


def _told(got: Json, field: str) -> Any:
    """Return what an audition says of a field; some stand on it or on one of its rounds."""
    rounds = got.get("rounds") or []
    if field == "given":
        return any(read.get("done_at") for read in rounds)
    if field == "undated":
        return not any(_when(read) for read in rounds)
    if field == "open_call":
        kinds = {read.get("kind") for read in rounds}
        return got.get("source") == "open_call" or bool(kinds & _OPEN_CALLS)
    return got.get(field) or next((read[field] for read in rounds if read.get(field)), None)


def _when(read: Json) -> str | None:
    return read.get("done_at") or read.get("at") or read.get("due_at")


def same(want: Any, got: Any) -> bool:
    """Whether what was read is what was expected: one of `any`, or anything but `not`."""
    if isinstance(want, dict) and "any" in want:
        return any(same(one, got) for one in want["any"])
    if isinstance(want, dict) and "not" in want:
        return got is not None and not same(want["not"], got)
    if want is None or got is None:
        return not want and not got
    if isinstance(want, bool):
        return want is got
    if isinstance(got, dict):  # days or money, with the words for them
        return any(same(want, got[key]) for key in ("said", "amount") if got.get(key))
    return _moment(want) == _moment(got) or _plain(want) == _plain(got)


def _moment(value: Any) -> Any:
    try:
        return pendulum.parse(value) if isinstance(value, str) and len(value) > 10 else value
    except ValueError:
        return value


def _plain(text: Any) -> str:
    told = unicodedata.normalize("NFC", str(text)).translate(
        str.maketrans("“”\u2018\u2019", "\"\"''")
    )
    return " ".join(told.split())


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _strings(item)
        case dict():
            yield from _strings(list(value.values()))
