import datetime as dt
from pathlib import Path

import pytest

from callbacktui.store.base.errors import StoreWriteFailed
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.drafts import Drafts

AT = dt.datetime(2026, 3, 5, 19, 30, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(minutes=5)


def test_draft_is_kept_until_dropped(tmp_path: Path) -> None:
    Drafts(tmp_path).keep("audition/new", {"role": "Nina", "notes": "a\nb\0👩‍🎤"}, AT)
    Drafts(tmp_path).keep("audition/new", {"role": "Masha"}, LATER)
    draft = Drafts(tmp_path).get("audition/new")
    assert draft is not None
    assert (draft.key, draft.at, draft.fields) == ("audition/new", LATER, {"role": "Masha"})
    Drafts(tmp_path).drop("audition/new")
    Drafts(tmp_path).drop("audition/new")
    assert Drafts(tmp_path).get("audition/new") is None


def test_drafts_are_listed_latest_first(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    assert drafts.all() == []
    drafts.keep("first", {}, AT)
    drafts.keep("second", {}, LATER)
    drafts.keep("without a zone", {}, dt.datetime(2020, 1, 1))
    assert [draft.key for draft in drafts.all()] == ["second", "first", "without a zone"]


@pytest.mark.parametrize("key", ["../../escape", "/etc/passwd", "a\0b", "x" * 999, "", "\ud800"])
def test_draft_key_is_never_used_as_a_path(tmp_path: Path, key: str) -> None:
    Drafts(tmp_path / "state").keep(key, {"field": "half \udcff"}, AT)
    assert Drafts(tmp_path / "state").get(key) is not None
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert [p.parent for p in files] == [tmp_path / "state" / "drafts"]
    assert files[0].stat().st_mode & 0o777 == 0o600


def test_damaged_draft_is_set_aside(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.keep("whole", {}, AT)
    drafts.keep("damaged", {}, AT)
    damaged = drafts._file("damaged")
    damaged.write_bytes(b'{"key":')
    assert [draft.key for draft in drafts.all()] == ["whole"]
    assert damaged.with_suffix(".damaged").read_bytes() == b'{"key":'
    assert drafts.get("damaged") is None


def test_failed_draft_leaves_the_earlier_one(tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, fd: int, data: memoryview) -> int:
            raise OSError(28, "No space left on device")

    Drafts(tmp_path).keep("key", {"role": "Nina"}, AT)
    with pytest.raises(StoreWriteFailed, match="disk is full"):
        Drafts(tmp_path, Full()).keep("key", {"role": "Masha"}, LATER)
    draft = Drafts(tmp_path).get("key")
    assert draft is not None
    assert draft.fields == {"role": "Nina"}
