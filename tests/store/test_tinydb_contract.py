"""Stock TinyDB on a dict and ours on a file: the same calls, the same answers, the same records.

There is one intended difference: a write that changes nothing creates no empty table.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb import operations as op
from tinydb.queries import QueryInstance
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from callbacktui.store.engine.tinydb_table import DurableDB
from tests.store.stock import document, unstamped


class TextIds(Table):
    document_id_class: Any = str


class Stock(TinyDB):
    table_class: Any = TextIds


Call = Callable[[TinyDB], Any]
ids = st.sampled_from("abcd")
numbers = st.integers(0, 3)
tables = st.sampled_from(["_default", "auditions", "contacts"])
conditions: st.SearchStrategy[QueryInstance] = st.one_of(
    numbers.map(lambda n: where("n") == n),
    numbers.map(lambda n: where("n") > n),
    numbers.map(lambda n: ~(where("n") == n)),
    st.just(where("in").deep.exists()),
    ids.map(lambda i: where("id").one_of([i, "a"])),
)
documents = st.builds(
    lambda i, n, deep: document({"id": i, "n": n, **({"in": {"deep": n}} if deep else {})}, i),
    ids, numbers, st.booleans(),
)  # fmt: skip
changes = st.one_of(
    numbers.map(lambda n: {"n": n}),
    numbers.map(lambda n: op.set("n", n)),
    st.sampled_from(
        [
            op.increment("n"),
            op.decrement("n"),
            op.add("n", 2),
            op.subtract("n", 2),
            op.set("in", {"deep": 5}),
        ]
    ),
)


def on(table: str, method: str, *args: Any, **named: Any) -> Call:
    return lambda db: getattr(db.table(table), method)(*args, **named)


def some(method: str, *kinds: st.SearchStrategy[Any], **named: st.SearchStrategy[Any]) -> Any:
    """Draw the calls of one table method."""
    return st.builds(
        lambda t, a, n: on(t, method, *a, **n),
        tables,
        st.tuples(*kinds),
        st.fixed_dictionaries(named),
    )


calls = st.one_of(
    some("insert", documents),
    some("insert_multiple", st.lists(documents, max_size=3)),
    some("update", changes),
    some("update", changes, conditions),
    some("update", changes, doc_ids=st.lists(ids, max_size=2, unique=True)),
    some("update_multiple", st.lists(st.tuples(changes, conditions), max_size=2)),
    some("upsert", documents),
    some("upsert", documents, conditions),
    some("remove", conditions),
    some("remove", doc_ids=st.lists(ids, max_size=2, unique=True)),
    some("truncate"),
    some("all"),
    some("search", conditions),
    some("get", conditions),
    some("get", doc_id=ids),
    some("get", doc_ids=st.lists(ids, max_size=3)),
    some("contains", conditions),
    some("contains", doc_id=ids),
    some("count", conditions),
    st.just(lambda db: {name for name in db.tables() if len(db.table(name))}),
    tables.map(lambda t: lambda db: db.drop_table(t)),
    st.just(lambda db: db.drop_tables()),
    documents.map(lambda d: lambda db: db.insert(d)),
    conditions.map(lambda c: lambda db: db.search(c)),
    st.just(lambda db: (len(db), [dict(d) for d in db])),
    tables.map(lambda t: lambda db: (len(db.table(t)), [d.doc_id for d in db.table(t)])),
)


def answer(call: Call, db: TinyDB) -> object:
    try:
        found = call(db)
    except (KeyError, ValueError, RuntimeError) as refused:
        return type(refused)
    return (
        [(d.doc_id, d) for d in found] if isinstance(found, list) and _documents(found) else found
    )


def _documents(found: list[Any]) -> bool:
    return all(isinstance(one, Document) for one in found)


def contents(db: TinyDB) -> dict[str, dict[int, Any]]:
    """Return all records by table and id; empty tables are left out."""
    found = {name: {d.doc_id: dict(d) for d in db.table(name)} for name in db.tables()}
    return {name: rows for name, rows in found.items() if rows}


@given(made=st.lists(calls, max_size=12))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_calls_give_the_same_answers_as_tinydb(tmp_path: Path, made: list[Call]) -> None:
    path = tmp_path / "auditions.json"
    path.unlink(missing_ok=True)
    with Stock(storage=MemoryStorage) as stock, DurableDB(path) as ours:
        for call in made:
            was = answer(call, stock)
            assert answer(call, ours) == was
            assert contents(ours) == contents(stock)
        with DurableDB(path) as again:
            assert contents(again) == contents(stock)


def test_tinydb_reads_the_file_after_the_context_manager_exits(tmp_path: Path) -> None:
    with DurableDB(tmp_path / "auditions.json") as db:
        db.insert(document({"id": "a", "n": 1}, "a"))
    with TinyDB(tmp_path / "auditions.json", access_mode="r") as stock:
        assert [unstamped(d) for d in stock] == [{"id": "a", "n": 1}]


def test_query_results_do_not_change_with_later_saves(tmp_path: Path) -> None:
    with DurableDB(tmp_path / "auditions.json") as db:
        db.insert(document({"id": "a", "n": 1}, "a"))
        before = db.search(where("n") == 1)
        db.update({"n": 2})
        assert before == [{"id": "a", "n": 1}]
        assert db.search(where("n") == 1) == []
        with pytest.raises(KeyError):
            db.update(op.delete("never there"))
        assert db.all() == [{"id": "a", "n": 2}]
