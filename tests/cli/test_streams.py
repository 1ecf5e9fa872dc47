"""Output that cannot be written, or not in UTF-8, ends in a message, never in a traceback."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Run

COMMANDS = [
    ["list"],
    ["list", "--json"],
    ["export"],
    ["export", "--format", "csv"],
    ["where"],
    ["--help"],
    ["advice", "list"],
]


def shell(line: str, env: dict[str, str], folder: Path) -> "subprocess.CompletedProcess[bytes]":
    """Run a line of shell in which `ct` runs the program."""
    program = f"{sys.executable} -m callbacktui --now {NOW}"
    return subprocess.run(
        ["bash", "-c", f"ct() {{ {program} \"$@\"; }}; {line}"],
        cwd=folder, env=env, capture_output=True, timeout=60,
    )  # fmt: skip


@pytest.fixture
def desk(run: Run, env: dict[str, str], tmp_path: Path) -> tuple[dict[str, str], Path]:
    for project in ("Zoë\u2019s Café → Tokyo 東京…", "Hedda Gabler"):
        assert run("add", f"Nina, {project}").returncode == 0
    return env, tmp_path


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1", "cp1252"])
def test_text_survives_other_encodings_and_data_is_always_utf8(
    desk: tuple[dict[str, str], Path], encoding: str
) -> None:
    env, folder = desk
    env = env | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    listed = shell("ct list", env, folder)
    assert (listed.returncode, b"Traceback" in listed.stderr) == (0, False)
    text = listed.stdout.decode(encoding)
    assert "Tokyo ??" in text
    assert ("Zoë" if encoding != "ascii" else "Zoe") in text
    for line in ("ct list --json", "ct export"):
        done = shell(line, env, folder)
        assert done.returncode == 0
        assert "東京" in json.dumps(json.loads(done.stdout.decode()), ensure_ascii=False)
    done = shell("ct export --format csv", env, folder)
    assert any(
        "東京" in cell for row in csv.reader(done.stdout.decode().splitlines()) for cell in row
    )
    shown = shell("ct add 'Ona, Déjà 東京'", env, folder)
    assert (shown.returncode, b"Traceback" in shown.stderr) == (0, False)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_unwritable_output_is_reported(
    desk: tuple[dict[str, str], Path], command: list[str]
) -> None:
    env, folder = desk
    line = " ".join(["ct", *command])
    for where in ("> /dev/full", ">&-"):
        done = shell(f"{line} {where}", env, folder)
        assert done.returncode == 3
        assert b"Traceback" not in done.stderr
        assert b"The output could not be written" in done.stderr


@pytest.mark.parametrize("command", ["add 'Ona, Macbeth'", "add 'Ona, Macbeth' --json"])
def test_saved_change_exits_0_even_if_output_fails(
    desk: tuple[dict[str, str], Path], command: str
) -> None:
    env, folder = desk
    done = shell(f"ct {command} > /dev/full", env, folder)
    assert done.returncode == 0
    assert b"The change itself is kept." in done.stderr
    assert b"Macbeth" in shell("ct list", env, folder).stdout


def test_piped_calendar_has_crlf_line_ends(
    desk: tuple[dict[str, str], Path],
) -> None:
    env, folder = desk
    made = shell("ct export --format ics", env, folder).stdout
    assert made.startswith(b"BEGIN:VCALENDAR\r\n")
    assert made.count(b"\n") == made.count(b"\r\n")


@pytest.mark.parametrize("line", ["ct list < /dev/null", "ct list <&-", "ct <&-", "ct list 2>&-"])
def test_closed_stdin_or_stderr_is_tolerated(desk: tuple[dict[str, str], Path], line: str) -> None:
    env, folder = desk
    done = shell(line, env, folder)
    assert done.returncode == (2 if line == "ct <&-" else 0)
    assert b"Traceback" not in done.stderr
    assert line == "ct <&-" or b"Hedda" in done.stdout


def test_opened_files_never_reuse_a_closed_standard_stream(
    desk: tuple[dict[str, str], Path],
) -> None:
    env, folder = desk
    done = shell("ct add 'Thea, Hedda' <&- >&- 2>&-; ct list", env, folder)
    assert b"Thea" in done.stdout
    assert b"damaged" not in done.stderr
    json.loads((folder / "auditions.json").read_bytes())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_closed_pipe_does_not_exit_1(desk: tuple[dict[str, str], Path], command: list[str]) -> None:
    env, folder = desk
    line = " ".join(["ct", *command])
    done = shell(f"{line} | exec 0<&-; echo ${{PIPESTATUS[0]}}", env, folder)
    assert done.stdout.split()[-1] in {b"0", b"141"}
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_pipe_that_reads_one_line_gets_it(desk: tuple[dict[str, str], Path]) -> None:
    env, folder = desk
    done = shell("ct list | head -1; echo ${PIPESTATUS[0]}", env, folder)
    assert done.stdout.split()[-1] in {b"0", b"141"}
    assert os.linesep.encode() in done.stdout
