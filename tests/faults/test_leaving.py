"""SIGTERM, SIGHUP, a lost terminal: the draft is saved, the lock released, nothing spins."""

import os
import select
import signal
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from callbacktui.store.io.drafts import Draft, Drafts
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.repository import Repository
from tests.faults.window import LEAVING, Window, can

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

AT_MOST_COMPUTED = 1.0
BLOCKING = 2.0
LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")
"""The sequences that reset alternate screen, cursor, mouse and bracketed paste."""

SLOW = """
import sys, time
from pathlib import Path
from callbacktui.store.journal.journal import Journal
mark, seconds = Path(sys.argv.pop()), float(sys.argv.pop())
append = Journal.append
def slow(journal, entry):
    mark.touch()
    time.sleep(seconds)
    append(journal, entry)
Journal.append = slow
from callbacktui.cli import main
main()
"""


def drafts(db: Path) -> list[Draft]:
    return Drafts(state_folder(db)).all()


def until(there: Callable[[], bool], within: float = LEAVING) -> None:
    deadline = time.monotonic() + within
    while not there() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert there()


def quick_line(window: Window) -> None:
    window.until("help", "Hedda")
    window.type("n")
    window.until("Enter", "full form")
    window.type("Zerbinetta, Ariadne")
    window.until("Zerbinetta", "Ariadne")


def form(window: Window) -> None:
    window.until("help", "Hedda")
    window.type("e")
    window.until("ctrl+s", "next field")
    window.type(" or Zerbinetta")
    window.until("Zerbinetta")


@pytest.mark.parametrize("typing", [quick_line, form])
@pytest.mark.parametrize("event", [signal.SIGHUP, signal.SIGTERM, None])
def test_draft_is_saved_when_the_program_is_terminated(
    db: Path, typing: Callable[[Window], None], event: signal.Signals | None
) -> None:
    with Window(db) as window:
        typing(window)
        before = window.computed()
        window.tell(event) if event else window.hang_up()
        code, computed = window.gone()
    assert code == 128 + (event or signal.SIGHUP)
    assert computed - before < AT_MOST_COMPUTED
    (draft,) = drafts(db)
    assert "Zerbinetta" in " ".join(draft.fields.values())
    repository = Repository.open(db)  # nobody has the lock
    repository.close()
    with Window(db) as again:
        again.until("help", "Hedda")
        again.type("n" if typing is quick_line else "e")
        again.until("What you typed", "is back", "Zerbinetta")


def test_terminal_modes_are_restored(db: Path) -> None:
    with Window(db) as window:
        quick_line(window)
        assert termios.tcgetattr(window.slave) != window.modes
        window.tell(signal.SIGTERM)
        window.gone()
        assert termios.tcgetattr(window.slave) == window.modes
        assert all(order in window.said for order in LEFT)


def test_ignored_hangup_does_not_quit_but_a_closed_terminal_does(db: Path) -> None:
    def ignore() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with Window(db, first=ignore) as window:
        quick_line(window)
        window.tell(signal.SIGHUP)
        window.type(" @Bacchus")
        window.until("Bacchus")
        window.hang_up()
        window.gone()
    assert "Bacchus" in drafts(db)[0].fields["line"]


def test_terminal_closed_while_idle_ends_the_program(
    db: Path,
) -> None:
    with Window(db) as window:
        window.until("help", "Hedda")
        window.quiet()
        before = window.computed()
        window.hang_up()
        _, computed = window.gone()
    assert computed - before < AT_MOST_COMPUTED
    Repository.open(db).close()


def test_blocked_terminal_does_not_prevent_leaving(db: Path) -> None:
    with Window(db) as window:
        quick_line(window)
        deadline = time.monotonic() + BLOCKING
        while time.monotonic() < deadline:  # it draws, but nobody reads its output
            if can(window.master, select.POLLOUT, 0.02):
                os.write(window.master, b"\x7fxy" * 20)
        window.tell(signal.SIGTERM)
        window.gone(reading=False)
    assert "Zerbinetta" in drafts(db)[0].fields["line"]
    Repository.open(db).close()


def test_draft_is_saved_after_a_pause_in_typing(db: Path) -> None:
    with Window(db) as window:
        quick_line(window)
        until(lambda: bool(drafts(db)))
        window.process.kill()
        window.gone()
    assert drafts(db)[0].fields == {"line": "Zerbinetta, Ariadne"}
    Repository.open(db).close()


@pytest.mark.parametrize(("seconds", "is_in_time"), [(0.4, True), (60, False)])
def test_save_in_progress_finishes_or_is_not_acknowledged(
    db: Path, tmp_path: Path, seconds: float, is_in_time: bool
) -> None:
    mark = tmp_path / "saving"
    with Window(db, str(seconds), str(mark), program=("-c", SLOW)) as window:
        quick_line(window)
        until(lambda: bool(drafts(db)))
        window.type("\r")
        until(mark.exists)
        window.tell(signal.SIGTERM)
        window.gone()
        assert is_in_time or "Kept" not in window.words
    repository = Repository.open(db)
    is_kept = "Ariadne" in [audition.project for audition in repository.load()]
    repository.close()
    assert (is_kept, bool(drafts(db))) == (is_in_time, not is_in_time)


def test_suspended_program_can_be_resumed(db: Path) -> None:
    with Window(db) as window:
        window.until("help", "Hedda")
        window.type("\x1a")
        window.stopped()
        assert termios.tcgetattr(window.slave) == window.modes
        window.type("")
        window.tell(signal.SIGCONT)
        window.until("help", "Hedda")
        window.type("n")
        window.until("Enter", "full form")
        window.tell(signal.SIGTERM)
        assert window.gone()[0] == 128 + signal.SIGTERM
