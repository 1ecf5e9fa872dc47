import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from callbacktui.store.base.errors import (
    RecordRefused,
    StoreChangedOutside,
    StoreDamaged,
    StoreForeign,
    StoreNewer,
    StoreUnreadable,
    StoreWriteFailed,
)
from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.format.data_file_format import data_file_bytes, digest_of, meta_if_whole
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.format.migrations import SCHEMA
from callbacktui.store.format.record_line import number_of
from callbacktui.store.io.disk import Disk
from tests.store.stock import of_schema, records, unstamped

Record = Mapping[str, object]

NINA: Record = {"id": "a", "project": "The Seagull", "role": "Nina", "tags": ["theatre"]}
HEDDA: Record = {
    "id": "b",
    "project": "Hedda",
    "rounds": [{"id": "r1", "takes": 3}],
    "from_later": {"x": 1},
}


def put(storage: FileStorage, *records: Record) -> None:
    storage.commit({"auditions": TableEdit(puts={str(r["id"]): r for r in records})})


def kept(path: Path) -> dict[str, object]:
    tables = FileStorage(path).read() or {}
    return dict(tables.get("auditions", {}))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "auditions.json"


@pytest.fixture
def storage(path: Path) -> FileStorage:
    storage = FileStorage(path)
    put(storage, NINA, HEDDA)
    return storage


def test_opening_a_missing_file_creates_nothing(path: Path) -> None:
    assert FileStorage(path).read() is None
    assert not path.parent.exists()


def test_puts_and_removals_are_saved(storage: FileStorage, path: Path) -> None:
    assert kept(path) == {"a": NINA, "b": HEDDA}
    storage.commit({"auditions": TableEdit(puts={"c": {"id": "c"}}, removals=["a", "never there"])})
    assert kept(path) == {"b": HEDDA, "c": {"id": "c"}}


def test_plain_json_and_tinydb_can_read_the_file(storage: FileStorage, path: Path) -> None:
    assert records(path) == [NINA, HEDDA]
    with TinyDB(path, access_mode="r") as stock:
        assert [unstamped(d) for d in stock.table("auditions").all()] == [NINA, HEDDA]
        assert stock.table("_meta").all()[0]["format"] == "callbacktui"
        assert unstamped(stock.table("auditions").get(doc_id=2)) == HEDDA


def test_every_record_is_one_line_of_json(storage: FileStorage, path: Path) -> None:
    put(storage, {"id": "c", "notes": "two\nlines\u2028three"})
    lines = path.read_bytes().split(b"\n")
    assert [json.loads(line.rstrip(b",").split(b":", 1)[1])["id"] for line in lines[2:5]] == [
        "a",
        "b",
        "c",
    ]


def test_line_numbers_are_stable_and_unique(storage: FileStorage, path: Path) -> None:
    storage.commit({"auditions": TableEdit(removals=["a"])})
    put(storage, {"id": "c"}, {"id": "b", "project": "Hedda Gabler"})
    assert {k: number_of(line) for k, line in FileStorage(path).lines("auditions").items()} == {
        "b": 2,
        "c": 3,
    }


def test_file_is_private_and_a_changed_mode_is_kept(storage: FileStorage, path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.chmod(0o640)
    put(storage, {"id": "c"})
    assert path.stat().st_mode & 0o777 == 0o640


def test_saving_through_a_link_keeps_the_link(
    tmp_path: Path, path: Path, storage: FileStorage
) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    put(FileStorage(link), {"id": "c"})
    assert link.is_symlink()
    assert "c" in kept(path)


def test_dangling_link_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "unplugged" / "auditions.json")
    with pytest.raises(StoreUnreadable, match="links to"):
        FileStorage(link)


def test_stored_values_are_never_shared_with_callers(storage: FileStorage) -> None:
    mine: dict[str, object] = {"id": "c", "tags": ["film"]}
    put(storage, mine)
    mine["tags"] = "changed after the save"
    tables = storage.read()
    assert tables is not None
    tables["auditions"]["c"]["tags"].append("changed after reading")
    assert (storage.read() or {})["auditions"]["c"]["tags"] == ["film"]


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        {"a set"},
        ("a", "tuple"),
        {1: "a number for a key"},
        b"bytes",
        "half a character \ud800",
        object(),
        2 + 3j,
    ],
)
def test_values_without_exact_json_are_refused_before_writing(
    storage: FileStorage, path: Path, value: object
) -> None:
    before = path.read_bytes()
    with pytest.raises(RecordRefused, match="cannot be kept"):
        put(storage, {"id": "c"}, {"id": "d", "rounds": [value]})
    assert path.read_bytes() == before
    assert set((storage.read() or {})["auditions"]) == {"a", "b"}


def test_endlessly_nested_record_is_refused(storage: FileStorage) -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(RecordRefused, match="nested"):
        put(storage, {"id": "c", "notes": endless})


@pytest.mark.parametrize("record", [{}, {"id": "another"}, {"id": 3}, {"id": "c", "_stamps": {}}])
def test_record_with_a_wrong_id_or_reserved_fields_is_refused(
    storage: FileStorage, record: dict[str, object]
) -> None:
    with pytest.raises(RecordRefused, match=r"the field|its field"):
        storage.commit({"auditions": TableEdit(puts={"c": record})})


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | texts | st.sampled_from(["\0", "👩‍🎤🏳️‍🌈", "\u202e\u0627\u0628\u062c", "[/", "\r\n\u2028"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(
    table=st.dictionaries(texts, values, max_size=4),
    name=texts.filter(lambda t: t not in {"_meta", "removed"}),
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plain_value_round_trips(tmp_path: Path, table: dict[str, object], name: str) -> None:
    path = tmp_path / "any.json"
    path.unlink(missing_ok=True)
    kept = {key: {"id": key, "value": value} for key, value in table.items()}
    FileStorage(path).commit({name: TableEdit(puts=kept)})
    found = (FileStorage(path).read() or {}).get(name, {})
    assert json.dumps(dict(found)) == json.dumps(kept)
    if table:
        assert json.dumps(records(path, name)) == json.dumps(list(kept.values()))


def test_save_without_changes_writes_nothing(storage: FileStorage, path: Path) -> None:
    before = path.stat().st_ino
    put(storage, dict(NINA))
    storage.commit({"auditions": TableEdit(removals=["never there"])})
    assert path.stat().st_ino == before


def test_many_records_are_saved_in_one_write(path: Path) -> None:
    storage = FileStorage(path)
    put(storage, *({"id": str(n)} for n in range(200)))
    assert storage.meta is not None
    assert (storage.meta.seq, storage.meta.count) == (1, 200)


def altered(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))


@pytest.mark.parametrize("form", ["our line", "another layout"])
def test_newer_schema_is_refused_and_untouched(storage: FileStorage, path: Path, form: str) -> None:
    path.write_bytes(of_schema(path.read_bytes(), SCHEMA + 1))
    if form == "another layout":
        path.write_text(json.dumps(json.loads(path.read_bytes()), indent=2))
    data, known = path.read_bytes(), path.stat()
    with pytest.raises(StoreNewer, match=r"written by version 0\.1") as refusal:
        FileStorage(path)
    assert "Update" in refusal.value.mend
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (data, known.st_mtime_ns)


def renumbered(data: bytes) -> bytes:
    """Return a data file with a correct checksum but an invalid format."""
    meta = meta_if_whole(data)
    assert meta is not None
    body = data.partition(b"\n")[2].replace(b'"1":{', b'"one":{')
    return data_file_bytes(msgspec.structs.replace(meta, sha256=digest_of(body)), body)


def miscounted(data: bytes) -> bytes:
    """Return a file whose header and records are whole, but do not agree on how many there are."""
    meta = meta_if_whole(data)
    assert meta is not None
    return data_file_bytes(msgspec.structs.replace(meta, count=3), data.partition(b"\n")[2])


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "emptied": (lambda d: b"", "0 bytes"),
    "cut short": (lambda d: d[:-20], "1 records can still be read of the 2"),
    "cut in the head": (lambda d: d[:30], "not whole JSON"),
    "garbage": (lambda d: os.urandom(500), "not whole JSON"),
    "zeros": (lambda d: bytes(len(d)), "not whole JSON"),
    "a flipped bit": (lambda d: d.replace(b"Nina", b"Nhna"), "checksum"),
    "a line gone": (lambda d: b"\n".join(d.split(b"\n")[:2] + d.split(b"\n")[3:]), "checksum"),
    "windows line ends": (lambda d: d.replace(b"\n", b"\r\n"), "checksum"),
    "a byte order mark": (lambda d: b"\xef\xbb\xbf" + d, "first line"),
    "laid out anew": (lambda d: json.dumps(json.loads(d), indent=1).encode(), "checksum"),
    "a wrong count": (lambda d: d.replace(b'"count":2', b'"count":3'), "first line"),
    "a record too few": (miscounted, "should hold 3 records and holds 2"),
    "a key that is no number": (renumbered, "not in the form"),
    "deep nesting": (lambda d: b"[" * 99_999, "not whole JSON"),
    "a sign-in page": (lambda d: b"<!doctype html><title>Sign in</title>", "not whole JSON"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damaged_file_is_refused_and_untouched(storage: FileStorage, path: Path, kind: str) -> None:
    damage, words = DAMAGE[kind]
    data = damage(path.read_bytes())
    path.write_bytes(data)
    with pytest.raises(StoreDamaged, match=words):
        FileStorage(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("text", ["[]", "3", "{}", '{"_default":{"1":{"a":1}}}', '{"_meta":[]}'])
def test_foreign_file_is_refused_and_untouched(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(StoreForeign, match="another program"):
        FileStorage(path)
    assert path.read_text() == text


@given(at=st.integers(0, 10_000), flip=st.integers(1, 255))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_changed_byte_is_detected(tmp_path: Path, at: int, flip: int) -> None:
    path = tmp_path / "fuzzed.json"
    path.unlink(missing_ok=True)
    put(FileStorage(path), NINA, HEDDA)
    data = bytearray(path.read_bytes())
    head = data.index(b"\n") + 1
    data[head + at % (len(data) - head)] ^= flip
    path.write_bytes(data)
    with pytest.raises(StoreDamaged):
        FileStorage(path)


@pytest.mark.parametrize("kind", ["folder", "pipe", "under a file"])
def test_special_files_are_not_opened(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "odd"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.touch()
        path /= "auditions.json"
    with pytest.raises(StoreUnreadable):
        FileStorage(path)


def test_externally_changed_file_is_not_overwritten(storage: FileStorage, path: Path) -> None:
    other = FileStorage(path)
    put(other, {"id": "theirs"})
    data = path.read_bytes()
    with pytest.raises(StoreChangedOutside, match="another program"):
        put(storage, {"id": "mine"})
    assert path.read_bytes() == data
    assert "mine" not in (storage.read() or {})["auditions"]


def test_newly_appeared_file_is_not_overwritten(path: Path) -> None:
    storage = FileStorage(path)
    put(FileStorage(path), NINA)
    with pytest.raises(StoreChangedOutside):
        put(storage, HEDDA)
    assert kept(path) == {"a": NINA}


def test_deleted_file_is_not_recreated_by_a_save(storage: FileStorage, path: Path) -> None:
    path.unlink()
    with pytest.raises(StoreChangedOutside, match="no longer there"):
        put(storage, {"id": "c"})
    assert not path.exists()


def test_file_with_unchanged_content_is_still_accepted(storage: FileStorage, path: Path) -> None:
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    put(storage, {"id": "c"})
    assert "c" in kept(path)


def test_write_protected_file_is_not_replaced(storage: FileStorage, path: Path) -> None:
    class Refusing(Disk):
        def may_write(self, path: Path) -> bool:
            return False

    data = path.read_bytes()
    with pytest.raises(StoreWriteFailed, match="not yours"):
        put(FileStorage(path, disk=Refusing()), {"id": "c"})
    assert path.read_bytes() == data


@pytest.mark.skipif(sys.platform == "win32", reason="names with control characters")
def test_control_characters_in_the_path_are_escaped_in_messages(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31m\u202etxt"
    path.touch()
    with pytest.raises(StoreDamaged) as refusal:
        FileStorage(path)
    assert "\x1b" not in str(refusal.value)
    assert "\u202e" not in str(refusal.value)
