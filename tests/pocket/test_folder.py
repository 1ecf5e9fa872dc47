"""The folder of the pocket: what is written, what is never touched, and what is asked first."""

import errno
import os
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.ics.writer import event_in, is_cancelled, uid_of
from callbacktui.pocket.contents import make_pocket
from callbacktui.pocket.folder import CALENDAR, MARKER, PAGE, WHOLE, PocketFolder
from callbacktui.pocket.result import PocketError, PocketQuestion, Written
from callbacktui.store.io.disk import Disk
from tests.factories import NOW, asked, audition, later, moment, span
from tests.faults.disks import FailingDisk

EDITS = int(os.environ.get("CALLBACKTUI_POCKET_EDITS", "40"))

Write = Callable[..., Written]


def ahead(number: int = 0, **fields: Any) -> Audition:
    read = asked(at=moment(number + 2, 15))
    return audition(**{"id": f"a{number}", "stage": Stage.REQUESTED, "rounds": (read,), **fields})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pocket"


@pytest.fixture
def write(folder: Path) -> Write:
    """Return a function that writes auditions to the folder, as one computer does."""
    wrote = []

    def call(
        *auditions: Audition,
        now: DateTime = NOW,
        writer: str = "mine",
        disk: Disk | None = None,
        **how: Any,
    ) -> Written:
        pocket = make_pocket(auditions, (), now, Windows())
        known = writer in wrote
        done = PocketFolder(folder, writer, is_known=known, disk=disk).write(
            pocket.entries, pocket.page, now, **how
        )
        wrote.append(writer)
        return done

    return call


def events(folder: Path) -> dict[str, bytes]:
    """Return the files of the calendar by their name."""
    return {file.name: file.read_bytes() for file in sorted((folder / CALENDAR).iterdir())}


def test_pocket_has_event_files_a_calendar_and_a_page(write: Write, folder: Path) -> None:
    assert write(ahead(0), ahead(1)) == Written(folder, 2, 6, 0)
    assert len(events(folder)) == 2
    for name, data in events(folder).items():
        assert name == f"{uid_of(event_in(data))}.ics"
        assert event_in(data) in (folder / WHOLE).read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == [MARKER, CALENDAR, WHOLE, PAGE]
    modes = {path: path.stat().st_mode & 0o777 for path in folder.rglob("*")}
    assert all(mode == (0o700 if path.is_dir() else 0o600) for path, mode in modes.items())
    assert folder.stat().st_mode & 0o777 == 0o700


def test_unchanged_files_are_not_written(write: Write, folder: Path) -> None:
    write(ahead(0), ahead(1))
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.name != PAGE}
    assert write(ahead(0), ahead(1), now=later(0).add(minutes=9)).written == 1  # the page
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.name != PAGE} == before


def test_other_files_are_never_touched(write: Write, folder: Path) -> None:
    (folder / CALENDAR).mkdir(parents=True)
    others = {
        folder / "photo.jpg": b"x",
        folder / CALENDAR / "dentist.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        folder / CALENDAR / f"callbacktui-{'0' * 8}-0000-8000-8000-{'0' * 12}.ics": b"not ours",
    }
    for file, data in others.items():
        file.write_bytes(data)
    done = write(ahead(0))
    write(now=later(90))
    assert {file: file.read_bytes() for file in others} == others
    assert "stays as it is" in done.notices[0]


@pytest.mark.parametrize("name", [WHOLE, PAGE])
def test_foreign_file_with_our_name_is_not_overwritten(
    write: Write, folder: Path, name: str
) -> None:
    folder.mkdir()
    (folder / name).write_text("my own", "utf-8")
    with pytest.raises(PocketError, match="was not written by callbacktui"):
        write(ahead(0))
    assert (folder / name).read_text("utf-8") == "my own"


def test_cancelled_event_stays_for_thirty_days(write: Write, folder: Path) -> None:
    far = ahead(60)
    write(far)
    off = replace(far, disposition=Disposition.CANCELLED)
    write(off, now=later(1))
    [cancelled] = events(folder).values()
    assert is_cancelled(cancelled)
    write(off, now=later(31))
    assert list(events(folder).values()) == [cancelled]
    assert b"CANCELLED" in (folder / WHOLE).read_bytes()
    assert write(off, now=later(32)).removed == 1
    assert not events(folder)
    assert b"VEVENT" not in (folder / WHOLE).read_bytes()


def test_past_event_stays_for_thirty_days(write: Write, folder: Path) -> None:
    write(ahead(0))  # in two days
    given = audition(id="a0", rounds=(asked(at=moment(2, 15), done_at=moment(2, 15)),))
    before = events(folder)
    write(given, now=later(3))
    assert events(folder) == before
    write(given, now=later(32))
    assert events(folder) == before
    assert write(given, now=later(33)).removed == 1


def test_no_event_is_cancelled_while_a_record_is_unreadable(write: Write, folder: Path) -> None:
    write(ahead(0), ahead(1))
    before = events(folder)
    write(ahead(0), cancels=False)
    assert events(folder) == before


def test_emptied_folder_asks_first(write: Write, folder: Path) -> None:
    write(ahead(0))
    for file in (folder / CALENDAR).iterdir():
        file.unlink()
    with pytest.raises(PocketQuestion, match="was emptied"):
        write(ahead(0))
    (folder / MARKER).unlink()
    with pytest.raises(PocketQuestion, match="was emptied"):
        write(ahead(0))
    assert not events(folder)
    assert write(ahead(0), again=True).events == len(events(folder)) == 1


def test_missing_folder_asks_first(write: Write, folder: Path) -> None:
    write(ahead(0))
    folder.rename(folder.with_name("unplugged"))
    with pytest.raises(PocketQuestion, match="is gone"):
        write(ahead(0))
    assert not folder.exists()
    write(ahead(0), again=True)
    assert len(events(folder)) == 1


def test_folder_of_another_computer_asks_first(write: Write, folder: Path) -> None:
    write(ahead(0), ahead(1))
    before = events(folder)
    with pytest.raises(PocketQuestion, match="Another computer"):
        write(ahead(0), writer="other")
    assert events(folder) == before
    write(ahead(0), ahead(1), writer="other", again=True)
    assert events(folder) == before  # the same records give the same bytes
    with pytest.raises(PocketQuestion, match="Another computer"):
        write(ahead(0))


def test_linked_folder_is_refused(write: Write, folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    folder.symlink_to(real)
    with pytest.raises(PocketError, match=f"is a link.*{real}"):
        write(ahead(0))
    folder.unlink()
    folder.mkdir()
    (folder / CALENDAR).symlink_to(real)
    with pytest.raises(PocketError, match="is a link"):
        write(ahead(0))
    (folder / CALENDAR).unlink()
    (folder / PAGE).symlink_to(real / "victim")
    with pytest.raises(PocketError, match="stays as it is"):
        write(ahead(0))
    assert not list(real.iterdir())


def test_linked_event_file_is_left_alone(write: Write, folder: Path, tmp_path: Path) -> None:
    write(ahead(0))
    [name] = events(folder)
    (folder / CALENDAR / name).rename(tmp_path / "event")
    (folder / CALENDAR / name).symlink_to(tmp_path / "event")
    data = (tmp_path / "event").read_bytes()
    done = write(ahead(0, rounds=(asked(at=moment(9)),)), ahead(1), again=True)
    assert done.notices
    assert (tmp_path / "event").read_bytes() == data


def test_folder_is_created_but_not_its_parent(tmp_path: Path) -> None:
    pocket = make_pocket([ahead()], (), NOW, Windows())
    missing = PocketFolder(tmp_path / "usb" / "pocket", "mine", is_known=False)
    with pytest.raises(PocketError, match="There is no folder"):
        missing.write(pocket.entries, pocket.page, NOW)
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(PocketError, match="is not a folder"):
        PocketFolder(tmp_path / "file", "mine", is_known=False).write((), "", NOW)


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "only be read"), (errno.EIO, "fault")],
)
def test_disk_fault_at_any_call_is_reported_and_leaves_complete_files(
    write: Write, folder: Path, code: int, words: str
) -> None:
    number = 0
    while True:
        disk = FailingDisk()
        disk.arm(number, code, forever=True)
        number += 1
        said = _failure(write, disk)
        assert not said or words in said
        for data in events(folder).values() if (folder / CALENDAR).exists() else ():
            assert not data or event_in(data)
        if len(disk.calls) < number:
            break
    assert number > 20
    assert len([name for name in events(folder) if name.endswith(".ics")]) == 2


def _failure(write: Write, disk: Disk) -> str:
    try:
        write(ahead(0), ahead(1), disk=disk, again=True)
    except PocketError as error:
        return str(error)
    return ""


class Unsynced(Disk):
    """Does not wait for the disk."""

    def fsync(self, fd: int) -> None:
        pass


def _edited(kept: dict[str, Audition], chance: random.Random, now: DateTime) -> set[str]:
    """Make one edit of one audition, and return the ids of those that changed."""
    id_ = f"a{chance.randrange(12)}"
    one = kept.get(id_)
    if one is None or chance.random() < 0.05:
        kept[id_] = ahead(id=id_, rounds=(), project=f"Play {id_}")
        return {id_}
    if chance.random() < 0.06:
        del kept[id_]
        return {id_}
    day = Moment.on(now.date().add(days=chance.randrange(1, 60)), now.timezone_name or "")
    zone = chance.choice(("America/New_York", "Europe/Berlin", "Australia/Lord_Howe"))
    when = replace(day, time=moment(0, chance.randrange(24)).time, zone=zone)
    rounds = one.rounds or (asked(id="r1"),)
    edits: list[dict[str, Any]] = [
        {"project": f"Play {chance.randrange(99)}"},
        {"notes": "nothing that a calendar shows"},
        {"nda": not one.nda},
        {"rounds": (replace(rounds[0], at=when), *rounds[1:])},
        {"rounds": (replace(rounds[0], due_at=when), *rounds[1:])},
        {"rounds": (*rounds[:2], asked(id=f"r{len(rounds[:2]) + 1}", at=when))},
        {"rounds": (replace(rounds[0], done_at=Moment.of(now)), *rounds[1:])},
        {"disposition": Disposition.CANCELLED if one.is_open else Disposition.OPEN},
        {"holds": (Hold(id="h1", dates=span("14-18 Dec"), word_used=f"pin {when.day}"),)},
    ]
    kept[id_] = replace(one, **chance.choice(edits))
    return {id_}


def test_random_edits_keep_ids_and_write_only_changes(write: Write, folder: Path) -> None:
    """`CALLBACKTUI_POCKET_EDITS=1000` makes as many edits."""
    chance, now = random.Random(16), NOW
    kept = {id_: ahead(n, id=id_) for n, id_ in enumerate(f"a{n}" for n in range(8))}
    write(*kept.values(), now=now)
    for _ in range(EDITS):
        before, before_entries = events(folder), _entries(kept, now)
        now = now.add(minutes=chance.randrange(1, 600))
        _edited(kept, chance, now)
        wanted = _entries(kept, now)
        write(*kept.values(), now=now, disk=Unsynced())
        after = events(folder)
        uids = [uid_of(event_in(data)) for data in after.values()]
        assert [f"{uid}.ics" for uid in uids] == list(after)
        assert {f"{uid}.ics" for uid in wanted} <= set(after)
        whole = (folder / WHOLE).read_bytes()
        assert sorted(re.findall(rb"^UID:([\w-]+)", whole, re.MULTILINE)) == sorted(
            uid.encode() for uid in uids
        )
        for uid, entry in wanted.items():
            name = f"{uid}.ics"
            assert not is_cancelled(after[name])
            if before_entries.get(uid) == entry and name in before:
                assert after[name] == before[name]
        for name in after.keys() & before.keys():
            if after[name] != before[name]:
                assert _sequence(after[name]) == _sequence(before[name]) + 1


def _entries(kept: dict[str, Audition], now: DateTime) -> dict[str, Any]:
    found = make_pocket(tuple(kept.values()), (), now, Windows()).entries
    return {entry.uid: entry for entry in found}


def _sequence(data: bytes) -> int:
    [found] = re.findall(rb"^SEQUENCE:(\d+)", data, re.MULTILINE)
    return int(found)


def test_damaged_marker_file_is_ignored(write: Write, folder: Path) -> None:
    write(ahead(0))
    (folder / MARKER).write_bytes(b"\xff{")
    write(ahead(0))
    assert msgspec.json.decode((folder / MARKER).read_bytes()) == {"writer": "mine", "events": 1}
