"""The lines of a data file are cut out of its bytes when they are needed, and are not copied."""

import tracemalloc
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.store.format.data_file_format import (
    Meta,
    Tables,
    body_of,
    data_file_bytes,
    digest_of,
    read_file,
)
from callbacktui.store.format.lazy_lines import LazyLines

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_RECORDS = st.dictionaries(_TEXTS.filter(bool), _TEXTS, max_size=5)


def _lines(records: dict[str, str]) -> dict[str, bytes]:
    return {
        key: b'"%d":%b' % (number, msgspec.json.encode({"id": key, "notes": notes}))
        for number, (key, notes) in enumerate(records.items())
    }


def _file(tables: dict[str, dict[str, bytes]], body: bytes = b"") -> bytes:
    body = body or body_of(tables)
    meta = Meta(
        db_id="d", device="a", seq=1, saved="2026-11-21T14:00:00+00:00",
        count=sum(map(len, tables.values())), sha256=digest_of(body), written_by="0",
    )  # fmt: skip
    return data_file_bytes(meta, body)


def _read(data: bytes) -> Tables:
    return read_file(Path("auditions.json"), data)[1]


@given(st.dictionaries(st.sampled_from(["auditions", "people", "pieces"]), _RECORDS))
def test_lines_read_back_as_written(records: dict[str, dict[str, str]]) -> None:
    tables = {name: _lines(some) for name, some in records.items()}
    found = _read(_file(tables))
    assert found == tables
    assert [list(lines) for lines in found.values()] == [list(lines) for lines in tables.values()]
    assert body_of(found) == body_of(tables)


def test_lines_are_not_copied_until_needed() -> None:
    data = _file({"auditions": _lines({str(n): "word " * 400 for n in range(300)})})
    tracemalloc.start()
    try:
        lines = _read(data)["auditions"]
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(lines) == 300
    assert taken < len(data) / 5


def test_copy_is_independent() -> None:
    one = _read(_file({"auditions": _lines({"a": "first", "b": "second"})}))["auditions"]
    other = one.copy()
    other["a"] = b'"0":{"id":"a"}'
    del other["b"]
    assert dict(other) == {"a": b'"0":{"id":"a"}'}
    assert dict(one) == _lines({"a": "first", "b": "second"})
    assert "b" not in other
    assert len(one) == 2


def test_moved_checksum_is_removed_from_the_record() -> None:
    body = b'"auditions":{\n"1":{"id":"a","_sum":"00000000","notes":"n"},\n"2":{"id":"b"}\n}}\n'
    found = _read(_file({"auditions": _lines({"a": "", "b": ""})}, body))
    assert found == {"auditions": {"a": b'"1":{"id":"a","notes":"n"}', "b": b'"2":{"id":"b"}'}}


def test_lines_without_a_file_work_like_a_dict() -> None:
    lines = LazyLines()
    assert (len(lines), "a" in lines) == (0, False)
    lines["a"] = b'"1":{"id":"a"}'
    assert lines == {"a": b'"1":{"id":"a"}'}
