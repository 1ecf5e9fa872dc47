"""The contract with TinyDB 4.9: its methods work, and all writes go through `_update_table`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import where
from tinydb.table import Document, Table

from callbacktui.store.base.errors import RecordRefused
from callbacktui.store.engine.tinydb_table import DurableDB, DurableTable
from tests.factories import present
from tests.store.stock import document

A, B = {"id": "a", "n": 1, "in": {"deep": 1}}, {"id": "b", "n": 2}
C, D = document({"id": "c", "n": 3}, "c"), document({"id": "d", "n": 4}, "d")


@pytest.fixture
def db(tmp_path: Path) -> DurableDB:
    db = DurableDB(tmp_path / "auditions.json")
    db.kept("auditions").commit({"a": A, "b": B})
    return db


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Records each call of `_update_table`."""
    seen: list[str] = []
    funnel = DurableTable._update_table

    def counted(self: DurableTable, updater: Any) -> None:
        seen.append(self.name)
        funnel(self, updater)

    monkeypatch.setattr(DurableTable, "_update_table", counted)
    return seen


def bump(record: Any) -> None:
    record["in"]["deep"] = 9


WRITES: dict[str, tuple[Callable[[Any], object], object, dict[str, Any]]] = {
    "insert": (lambda t: t.insert(C), "c", {"a": A, "b": B, "c": C}),
    "insert_multiple": (
        lambda t: t.insert_multiple([C, D]), ["c", "d"], {"a": A, "b": B, "c": C, "d": D}),
    "update all": (
        lambda t: t.update({"n": 7}), ["a", "b"], {"a": A | {"n": 7}, "b": B | {"n": 7}}),
    "update where": (
        lambda t: t.update({"n": 7}, where("n") == 2), ["b"], {"a": A, "b": B | {"n": 7}}),
    "update ids": (
        lambda t: t.update({"n": 7}, doc_ids=["a"]), ["a"], {"a": A | {"n": 7}, "b": B}),
    "update in depth": (
        lambda t: t.update(bump, doc_ids=["a"]), ["a"], {"a": A | {"in": {"deep": 9}}, "b": B}),
    "update_multiple": (
        lambda t: t.update_multiple([({"n": 5}, where("n") == 1), ({"n": 6}, where("n") == 2)]),
        ["a", "b"], {"a": A | {"n": 5}, "b": B | {"n": 6}}),
    "upsert known": (
        lambda t: t.upsert({"n": 7}, where("id") == "a"), ["a"], {"a": A | {"n": 7}, "b": B}),
    "remove where": (lambda t: t.remove(where("n") == 1), ["a"], {"b": B}),
    "remove ids": (lambda t: t.remove(doc_ids=["b", "x"]), ["b"], {"a": A}),
    "truncate": (lambda t: t.truncate(), None, {}),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITES)
def test_every_write_goes_through_update_table_once(
    db: DurableDB, passed: list[str], tmp_path: Path, name: str
) -> None:
    write, answer, expected = WRITES[name]
    seq = present(db.file.meta).seq
    assert write(db.kept("auditions")) == answer
    assert passed == ["auditions"]
    assert present(db.file.meta).seq == seq + 1
    again = DurableDB(tmp_path / "auditions.json").table("auditions")
    assert {str(doc.doc_id): dict(doc) for doc in again} == expected


def test_upsert_of_a_new_record_writes_once(db: DurableDB, passed: list[str]) -> None:
    seq = present(db.file.meta).seq
    table: Any = db.kept("auditions")
    assert table.upsert(C) == ["c"]
    assert len(passed) == 2
    assert present(db.file.meta).seq == seq + 1


def test_every_public_method_of_tinydb_is_covered_here() -> None:
    reads = {"all", "search", "get", "contains", "count", "clear_cache", "name", "storage"}
    knobs = {"document_class", "document_id_class", "query_cache_class"}
    writes = {name.split()[0] for name in WRITES}
    public = {name for name in vars(Table) if not name.startswith("_")}
    assert public - knobs - {"default_query_cache_capacity"} == reads | writes


def test_reading_methods_follow_tinydb(db: DurableDB) -> None:
    table: Any = db.kept("auditions")
    assert [doc.doc_id for doc in table.all()] == ["a", "b"]
    assert len(table) == table.count(where("n") > 0) == 2
    assert table.get(doc_id="a") == A
    assert table.get(where("n") == 2) == B
    assert table.get(doc_ids=["b"]) == [B]
    assert table.get(doc_id="x") is None
    assert table.contains(doc_id="b")
    assert table.search(where("n") == 1)[0].doc_id == "a"
    assert db.tables() == {"auditions"}


def test_query_results_are_independent_copies(db: DurableDB) -> None:
    table: Any = db.kept("auditions")
    for ask in (table.all, lambda: table.search(where("id") == "a")):
        ask()[0]["in"]["deep"] = "scribbled"
        assert ask()[0] == A


def test_tables_can_be_dropped(db: DurableDB, tmp_path: Path) -> None:
    db.kept("contacts").insert(document({"id": "x"}, "x"))
    db.drop_table("auditions")
    assert DurableDB(tmp_path / "auditions.json").tables() == {"contacts"}
    db.drop_tables()
    assert DurableDB(tmp_path / "auditions.json").tables() == set()


def test_unsupported_methods_raise_clear_errors(db: DurableDB) -> None:
    table: Any = db.kept("auditions")
    with pytest.raises(ValueError, match="brings its own id"):
        table.insert({"id": "x"})
    with pytest.raises(ValueError, match="brings its own id"):
        table.insert_multiple([{"id": "x"}])
    with pytest.raises(ValueError, match="already exists"):
        table.insert(document(A, "a"))
    with pytest.raises(RecordRefused, match='"id"'):
        table.update({"id": "another"}, doc_ids=["a"])
    with pytest.raises(TypeError, match="is text"):
        table.insert(Document({"id": 5}, 5))
    with pytest.raises(ValueError, match="own table"):
        db.kept("_meta").commit({"1": {"id": "1"}})
    assert [dict(doc) for doc in table] == [A, B]


def test_failing_updater_changes_nothing(db: DurableDB) -> None:
    def fall(record: Any) -> None:
        record["n"] = 99
        raise KeyError("in the middle")

    table = db.kept("auditions")
    with pytest.raises(KeyError):
        table.update(fall)
    assert table.all() == [A, B]
