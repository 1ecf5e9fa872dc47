"""khal reads the pocket, and vdirsyncer carries it to a calendar server and on to a phone.

They are of the extra `pocket-tests`. They have sockets, on this machine alone; the program that
writes the pocket has none, here as everywhere.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from icalendar import Calendar

from callbacktui.domain.audition import Audition
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.pocket.contents import make_pocket
from callbacktui.pocket.folder import PocketFolder
from tests.factories import NOW, asked, audition, later, moment, span

_BIN: Final = Path(sys.executable).parent
_NEEDED: Final = ("khal", "vdirsyncer", "radicale")

pytestmark = pytest.mark.skipif(
    not all((_BIN / name).exists() for name in _NEEDED), reason="needs the extra pocket-tests"
)

_KHAL: Final = """\
[calendars]
[[auditions]]
path = {folder}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = America/New_York
default_timezone = America/New_York
[sqlite]
path = {database}
"""

_RADICALE: Final = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[rights]
type = owner_only
[storage]
filesystem_folder = {storage}
"""

_VDIRSYNCER: Final = """\
[general]
status_path = "{here}/status"
[pair home]
a = "pocket"
b = "server"
collections = null
[pair away]
a = "phone"
b = "server"
collections = null
[storage pocket]
type = "filesystem"
path = "{pocket}"
fileext = ".ics"
[storage phone]
type = "filesystem"
path = "{here}/phone"
fileext = ".ics"
[storage server]
type = "caldav"
url = "http://127.0.0.1:{port}/nina/auditions/"
username = "nina"
password = "x"
"""


def _ahead(id_: str, **fields: Any) -> Audition:
    read = asked(at=moment(3, 15), place="14 Candle Row")
    given = {"role": f"Role {id_}", "stage": Stage.REQUESTED, "rounds": (read,)}
    return audition(id=id_, **{**given, **fields})


def _write(folder: Path, *auditions: Audition, days: int = 0) -> None:
    now = later(days)
    pocket = make_pocket(auditions, (), now, Windows())
    PocketFolder(folder, "here", is_known=False).write(pocket.entries, pocket.page, now)


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.glob("*.ics")}


def _events(folder: Path) -> dict[str, Any]:
    events = [
        event for data in _files(folder).values() for event in Calendar.from_ical(data).events
    ]
    assert len({str(event["UID"]) for event in events}) == len(events)
    return {str(event["SUMMARY"]): event for event in events}


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which sockets are not denied, and home is a folder of the test."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return kept | {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "NO_PROXY": "*"}


def _run(env: dict[str, str], name: str, *arguments: str) -> str:
    done = subprocess.run(
        [str(_BIN / name), *arguments],
        env=env, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_khal_reads_every_event_at_its_time(tmp_path: Path, env: dict[str, str]) -> None:
    pocket = tmp_path / "pocket"
    summer = asked(id="r2", due_at=moment(200, 12, "Europe/Berlin"))
    holds = (Hold(id="h", word_used="pinned", dates=span("14-16 Dec")),)
    one = _ahead("one", rounds=(asked(at=moment(3, 15)), summer), holds=holds)
    _write(pocket, one, _ahead("secret", nda=True))
    settings = tmp_path / "khal.conf"
    database = tmp_path / "khal.db"
    settings.write_text(_KHAL.format(folder=pocket / "calendar", database=database), "utf-8")
    format_ = ["--format", "{start-long} {title} {status}", "--once"]
    said = _run(env, "khal", "-c", str(settings), "list", *format_, "2026-11-20", "300d")
    assert "2026-11-24 15:00 Audition: Role one, Hamlet CONFIRMED" in said
    assert "2027-06-09 06:00 Tape due: Role one, Hamlet CONFIRMED" in said
    assert "2026-12-14 “pinned”: Role one, Hamlet TENTATIVE" in said
    assert "2026-11-24 15:00 Audition CONFIRMED" in said
    assert "secret" not in said


@pytest.fixture
def server(tmp_path: Path, env: dict[str, str]) -> Iterator[int]:
    """Run a calendar server with one empty calendar on the loopback; return its port."""
    port = _free_port(env)
    calendar = tmp_path / "storage" / "collection-root" / "nina" / "auditions"
    calendar.mkdir(parents=True)
    (calendar / ".Radicale.props").write_text('{"tag": "VCALENDAR"}', "utf-8")
    settings = tmp_path / "radicale.conf"
    settings.write_text(_RADICALE.format(port=port, storage=tmp_path / "storage"), "utf-8")
    running = subprocess.Popen(
        [str(_BIN / "radicale"), "--config", str(settings)],
        env=env, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert running.stderr
        for line in running.stderr:
            if re.search("server ready", line, re.IGNORECASE):
                break
        yield port
    finally:
        running.kill()
        running.communicate()


def _free_port(env: dict[str, str]) -> int:
    ask = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"
    return int(subprocess.check_output([sys.executable, "-c", ask], env=env, text=True))


def test_vdirsyncer_syncs_the_pocket_with_a_server(
    tmp_path: Path, env: dict[str, str], server: int
) -> None:
    pocket, phone = tmp_path / "pocket", tmp_path / "phone"
    phone.mkdir()
    settings = tmp_path / "vdirsyncer.conf"
    filled = _VDIRSYNCER.format(here=tmp_path, pocket=pocket / "calendar", port=server)
    settings.write_text(filled, "utf-8")

    def sync() -> None:
        for _ in range(2):  # the phone's own changes come back with the second
            _run(env, "vdirsyncer", "-c", str(settings), "sync")

    one, two = _ahead("one"), _ahead("two", rounds=(asked(at=moment(60)),))
    _write(pocket, one, two)
    _run(env, "vdirsyncer", "-c", str(settings), "discover")
    before = _files(pocket / "calendar")
    sync()
    assert set(_events(phone)) == {"Audition: Role one, Hamlet", "Audition: Role two, Hamlet"}
    _write(pocket, one, two, days=1)
    sync()
    assert _files(pocket / "calendar") == before  # carried there and back, and nothing to write

    uid = _events(phone)["Audition: Role one, Hamlet"]["UID"]
    moved = _ahead("one", rounds=(asked(at=moment(5, 9), place="Studio 2"),))
    off = _ahead("two", rounds=two.rounds, disposition=Disposition.CANCELLED)
    _write(pocket, moved, off, days=1)
    sync()
    there = _events(phone)
    assert len(there) == 2
    event = there["Audition: Role one, Hamlet"]
    assert (event["UID"], event["LOCATION"], event["SEQUENCE"]) == (uid, "Studio 2", 1)
    assert event.decoded("DTSTART") == NOW.add(days=5).at(9)
    assert there["Audition: Role two, Hamlet"]["STATUS"] == "CANCELLED"

    again = _ahead("one", rounds=(asked(at=moment(50, 9)),))
    _write(pocket, again, off, days=40)
    sync()
    assert list(_events(phone)) == ["Audition: Role one, Hamlet"]
    assert _events(phone)["Audition: Role one, Hamlet"]["UID"] == uid
