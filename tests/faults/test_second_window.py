"""Two windows on one file: the second one says who has it, opens read-only, or waits."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.faults.window import Window

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a terminal")


def test_lock_holder_is_named_if_stopped_and_gone_if_killed(db: Path) -> None:
    with Window(db) as holder, Window(db, start=False) as second:
        holder.until("help", "Hedda")
        holder.tell(signal.SIGSTOP)
        holder.stopped()
        second.start()
        second.until(f"Process {holder.process.pid} on this computer", "since today", "fg in its")
        second.type("t")
        second.until("Still open in another window")
        holder.process.kill()
        holder.gone()
        second.type("t")
        second.until("help", "Hedda", "saved")
        second.type("n")
        second.until("full form")
        second.type("Zerbinetta, Ariadne\r")
        second.until("Saved Zerbinetta")


def test_second_window_can_look_and_changes_nothing(db: Path) -> None:
    with Window(db) as holder, Window(db, start=False) as second:
        holder.until("help", "Hedda")
        before = db.read_bytes()
        second.start()
        second.until("Look only")
        second.type("l")
        second.until("READ ONLY", "another window", "Hedda")
        second.type("d")
        second.until("Nothing can be changed here")
        second.type("q")
        assert second.gone()[0] == 0
        assert db.read_bytes() == before
        holder.type("d")
        holder.until("Removed Hedda")


def test_read_only_window_follows_the_changes(db: Path) -> None:
    with Window(db) as holder, Window(db, start=False) as second:
        holder.until("help", "Hedda")
        second.start()
        second.until("Look only")
        second.type("l")
        second.until("READ ONLY", "another window", "Hedda")
        second.quiet()
        second.said = b""
        holder.type("n")
        holder.until("full form")
        holder.type("Zerbinetta, Ariadne\r")
        second.until("Zerbinetta")


def test_quitting_the_second_window_leaves_the_first_alone(db: Path) -> None:
    with Window(db) as holder, Window(db, start=False) as second:
        holder.until("help", "Hedda")
        second.start()
        second.until("Quit")
        second.tell(signal.SIGTERM)
        assert second.gone()[0] == 128 + signal.SIGTERM
        os.kill(holder.process.pid, 0)
        holder.type("d")
        holder.until("Removed Hedda")
