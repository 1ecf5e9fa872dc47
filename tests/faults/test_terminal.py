"""Unusual input of terminals, and editors that misbehave: the program continues."""

import os
import select
import signal
import sys
import termios
from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from callbacktui.store.repository import Repository
from callbacktui.tui.runtime.terminal_driver import InputText
from tests.faults.window import Window, can

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a pty")


def script(path: Path, code: str) -> str:
    path.write_text(f"#!{sys.executable}\nimport os, signal, sys, pathlib, time\n{code}\n")
    path.chmod(0o755)
    return str(path)


def editors(folder: Path, kind: str) -> tuple[str, str]:
    """A misbehaving editor, and the message about it."""
    match kind:
        case "nonexistent":
            return str(folder / "gone"), "cannot be run"
        case "a folder":
            return str(folder), "cannot be run"
        case "not executable":
            (folder / "plain").write_text("no program")
            return str(folder / "plain"), "cannot be run"
        case "no program":
            (folder / "odd").write_text("\x00\x01")
            (folder / "odd").chmod(0o755)
            return str(folder / "odd"), "cannot be run"
        case "killed":
            code = "os.system('stty raw -echo'); os.kill(os.getpid(), signal.SIGKILL)"
            return script(folder / "killed", code), "stopped by signal 9"
    code = (
        "os.kill(os.getpid(), signal.SIGSTOP)\n"
        "pathlib.Path(sys.argv[-1]).write_text('written after')"
    )
    return script(folder / "suspended", code), "takes it back"


@pytest.mark.parametrize(
    "kind", ["nonexistent", "a folder", "not executable", "no program", "killed", "suspended"]
)
def test_failing_editor_returns_to_the_desk(db: Path, tmp_path: Path, kind: str) -> None:
    editor, words = editors(tmp_path, kind)
    with Window(db, VISUAL=editor) as window:
        window.until("help", "Hedda")
        window.type("E")
        window.until(*words.split())
        window.quiet()
        window.type("q")
        assert window.gone()[0] == 0
        assert termios.tcgetattr(window.slave) == window.modes
    repository = Repository.open(db)
    (kept,) = repository.load()
    repository.close()
    assert kept.notes == ("written after" if kind == "suspended" else "")


def send(window: Window, data: bytes) -> None:
    window.said = b""
    os.write(window.master, data)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b"\xe9",
        b"\xc3",
        b"\xe9\xe9\xe9",
        b"\x1b[M \xa0!",
        b"\x1b[M\xc3\xa9\xa9",
        b"\xf5" * 99,
    ],
    ids=["0xff", "latin-1 é", "half", "latin-1 éé", "old mouse", "old mouse as é", "many"],
)
def test_invalid_bytes_do_not_end_the_program(db: Path, data: bytes) -> None:
    with Window(db) as window:
        window.until("help", "Hedda")
        send(window, data)
        send(window, b"n")
        window.until("Enter", "full form")
        send(window, data)
        window.type("Zerbinetta")
        window.until("Zerbinetta")
        window.tell(signal.SIGTERM)
        assert window.gone()[0] == 128 + signal.SIGTERM


def test_old_style_mouse_reports_are_not_typed_text() -> None:
    for column in range(33, 256):
        text = InputText()
        report = b"\x1b[M " + bytes((column, 0x64))
        assert text.read(b"a" + report[:4]) + text.read(report[4:] + b"b") == "ab"
        assert (
            InputText().read(b"a" + report + b"\xff" + report + b"b")
            == "a\N{REPLACEMENT CHARACTER}b"
        )


def test_characters_split_over_reads_are_joined() -> None:
    text = InputText()
    assert "".join(text.read(bytes((byte,))) for byte in "é日👩‍🎤".encode()) == "é日👩‍🎤"


@pytest.mark.parametrize("size", [1, 2, 7, 4096])
def test_escape_character_in_a_paste_is_no_key(size: int) -> None:
    typed = b"a\x1b[A\x1b[200~Dear \x1b[31mNina\x1b, dq\x1b[20\r\x1b\x1b[201~b\x1b[B"
    text, parser = InputText(), XTermParser()
    reads = [text.read(typed[at : at + size]) for at in range(0, len(typed), size)]
    found = [message for words in filter(None, reads) for message in parser.feed(words)]
    keys = [message.key for message in found if isinstance(message, Key)]
    pastes = [message.text for message in found if isinstance(message, Paste)]
    assert keys == ["a", "up", "b", "down"]
    assert pastes == ["Dear \u241b[31mNina\u241b, dq\u241b[20\r\u241b"]


@pytest.mark.parametrize("pasted", ["Add dear quiet", "q and quit", "due soon: q", "d1 d2\rq\r"])
def test_unbracketed_paste_is_not_run_as_commands(db: Path, pasted: str) -> None:
    with Window(db) as window:
        window.until("help", "Hedda")
        window.type(pasted)
        window.until("paste")
        assert not can(window.master, select.POLLHUP, 0.2)
        window.type("?")
        window.until("One", "up.")
        window.tell(signal.SIGTERM)
        assert window.gone()[0] == 128 + signal.SIGTERM
    repository = Repository.open(db)
    assert [audition.project for audition in repository.load()] == ["Hedda Gabler"]
    repository.close()


def test_typed_ahead_line_is_saved(db: Path) -> None:
    with Window(db) as window:
        window.until("help", "Hedda")
        window.type("nZerbinetta, Ariadne\r")
        window.until("Ariadne")
        window.type("q")
        assert window.gone()[0] == 0
    repository = Repository.open(db)
    assert "Ariadne" in {audition.project for audition in repository.load()}
    repository.close()


def test_dumb_terminal_is_told_which_commands_work(db: Path) -> None:
    with Window(db, TERM="dumb") as window:
        window.until("TERM is dumb", "TERM=xterm-256color")
        assert window.gone()[0] == 2
        assert b"\x1b[" not in window.said
