"""Reading an invitation on the command line, and keeping it."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NOW, Run
from tests.exchange.invitation.scoring import DATA

GIVEN = DATA / "given"
APPOINTMENT = str(GIVEN / "02-agent-gmail-forward.txt")
MAIL = "Self-tape for KETTLE, role of NINA (co-star). Due Friday 11/27 at noon.\n\nHarbor Casting\n"


def write(folder: Path, text: str, name: str = "mail.txt") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def listed(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("list", "--json").stdout)
    return found


def test_dry_run_prints_the_reading_and_saves_nothing(run: Run) -> None:
    received = ("--received", "2026-12-01T08:12-05:00")
    done = run("paste", APPOINTMENT, *received, "--dry-run", "--json")
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    assert list(reading) == [
        "kind",
        "fields",
        "unsure",
        "not_said",
        "unread",
        "nda",
        "unplaced",
        "other_matter",
        "repeats",
        "matches",
    ]
    assert reading["kind"] == "appointment"
    assert all(set(one) == {"field", "value", "words"} for one in reading["fields"])
    assert {"field": "role", "value": "AGNES", "words": "AGNES"} in reading["fields"]
    assert listed(run) == []


def test_hour_without_a_zone_is_marked(run: Run, tmp_path: Path) -> None:
    assert "no zone said" in run("paste", write(tmp_path, MAIL), "--dry-run").stdout
    zoned = write(tmp_path, MAIL.replace("noon", "noon ET"))
    assert "no zone said" not in run("paste", zoned, "--dry-run").stdout


def test_reading_is_only_printed_without_a_terminal(run: Run, tmp_path: Path) -> None:
    done = run("paste", write(tmp_path, MAIL))
    assert done.returncode == 0, done.stderr
    assert "NINA" in done.stdout
    assert "--yes" in done.stderr
    assert listed(run) == []


def test_yes_saves_what_was_read_with_the_mail_in_one_step(run: Run, tmp_path: Path) -> None:
    done = run("paste", write(tmp_path, MAIL), "--yes")
    assert done.returncode == 0, done.stderr
    [kept] = listed(run)
    assert (kept["project"], kept["role"], kept["office"]) == ("KETTLE", "NINA", "Harbor Casting")
    assert (kept["stage"], kept["size"]) == ("requested", "costar")
    assert MAIL.strip() in kept["notes"]
    assert kept["rounds"][0]["due_at"] == "2026-11-27T12:00:00+00:00"


def test_confirm_by_time_is_saved_and_shown_in_today(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path, f"{MAIL}\nPlease confirm by Wednesday 11/25 at 5pm.\n")
    assert run("paste", name, "--yes").returncode == 0
    [kept] = listed(run)
    assert kept["rounds"][0]["confirm_by"] == "2026-11-25T17:00:00+00:00"
    due = json.loads(run("today", "--json").stdout)
    assert [one["at"] for one in due if one["kind"] == "confirm_by"] == [
        "2026-11-25T17:00:00+00:00"
    ]


def test_pasting_the_same_mail_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path, MAIL)
    run("paste", name, "--yes")
    before = listed(run)
    again = run("paste", name, "--yes")
    assert again.returncode == 1
    assert "already" in again.stderr
    assert listed(run) == before


def test_open_question_exits_3_and_is_printed(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path, MAIL.replace("Friday 11/27", "Friday 11/28"))
    looked = run("paste", name)
    assert looked.returncode == 3
    assert "due" in looked.stderr
    kept = run("paste", name, "--yes", "--json")
    assert kept.returncode == 3
    [found] = listed(run)
    assert found["id"] == json.loads(kept.stdout)["kept"]
    assert "due_at" not in found["rounds"][0]


def test_change_is_shown_with_old_and_new_values(run: Run, tmp_path: Path) -> None:
    run("paste", write(tmp_path, MAIL), "--yes")
    news = (
        "Subject: KETTLE: deadline extended\n\nThe deadline for NINA is now Monday 11/30 at noon."
    )
    done = run("paste", write(tmp_path, f"{news}\n\nHarbor Casting\n", "news.txt"), "--yes")
    assert done.returncode == 0, done.stderr
    assert "Fri 27 Nov" in done.stdout
    assert "Mon 30 Nov" in done.stdout
    [kept] = listed(run)
    assert kept["rounds"][0]["due_at"] == "2026-11-30T12:00:00+00:00"
    first, second = kept["rounds"][0]["told_times"]
    assert (first["told_by"], first["at"][:10]) == ("Harbor Casting", "2026-11-27")
    assert second["at"] == kept["rounds"][0]["due_at"]
    assert "Monday 11/30 at noon" in second["said"]


def test_rejection_before_the_audition_keeps_the_mail_and_the_stage(
    run: Run, tmp_path: Path
) -> None:
    run("paste", write(tmp_path, MAIL), "--yes")
    no = "Subject: KETTLE\n\nThey are going another way for NINA.\n\nHarbor Casting\n"
    done = run("paste", write(tmp_path, no, "no.txt"), "--yes")
    assert "stays at requested" in done.stderr
    [kept] = listed(run)
    assert (kept["stage"], kept["disposition"]) == ("requested", "open")
    assert "another way" in kept["notes"]


def test_same_title_alone_is_not_a_match(run: Run, tmp_path: Path) -> None:
    run("paste", write(tmp_path, MAIL), "--yes")
    other = MAIL.replace("Harbor Casting", "Tall Pine Casting")
    found = run("paste", write(tmp_path, other, "other.txt"), "--dry-run", "--json")
    assert json.loads(found.stdout)["matches"] == []


def test_mail_without_an_office_matches_by_project_and_role(run: Run, tmp_path: Path) -> None:
    run("paste", write(tmp_path, MAIL), "--yes")
    [kept] = listed(run)
    bare = "Callback for Kettle, role of Nina: Monday 11/30 at 3pm."
    found = json.loads(run("paste", write(tmp_path, bare, "b.txt"), "--dry-run", "--json").stdout)
    assert found["matches"] == [{"id": kept["id"], "why": "the same project and role"}]
    for other in (bare.replace("Nina", "Masha"), bare.replace("Kettle", "Harvest")):
        name = write(tmp_path, other, "other.txt")
        assert json.loads(run("paste", name, "--dry-run", "--json").stdout)["matches"] == []


def test_open_audition_is_matched_before_a_closed_one(run: Run, tmp_path: Path) -> None:
    run("paste", write(tmp_path, MAIL), "--yes")
    [first] = listed(run)
    run("close", first["id"], "cancelled")
    second = run("add", f"{first['role']}, {first['project']} @Harbor Casting").stdout.strip()
    bare = f"Callback for {first['project']}, role of {first['role']}: Monday 11/30 at 3pm."
    done = run("paste", write(tmp_path, bare, "b.txt"), "--yes")
    assert "the other one is closed" in done.stderr
    assert {one["id"]: one["stage"] for one in listed(run)}[second] == "callback"


def test_round_option_selects_between_two_rounds(run: Run, tmp_path: Path) -> None:
    id_ = run("add", "Nina, Kettle @Harbor Casting thu 3pm").stdout.strip()
    back = "Callback for KETTLE, role of NINA: Monday 11/30 at 3pm.\n\nHarbor Casting"
    assert run("paste", write(tmp_path, back), "--yes").returncode == 0
    moved = "KETTLE, role of NINA: your time has moved to Tue Dec 1, 4pm.\n\nHarbor Casting"
    name = write(tmp_path, moved, "moved.txt")
    asked = run("paste", name, "--yes")
    assert (asked.returncode, "--round 1 or --round 2 says which it is" in asked.stderr) == (
        1,
        True,
    )
    beyond = run("paste", name, "--yes", "--round", "3")
    assert (beyond.returncode, "no round 3" in beyond.stderr) == (1, True)
    before = listed(run)[0]["rounds"]
    assert run("paste", name, "--yes", "--round", "2").returncode == 0
    [kept] = listed(run)
    first, second = kept["rounds"]
    assert (kept["id"], first) == (id_, before[0])
    assert (second["kind"], second["at"][:16]) == ("callback", "2026-12-01T16:00")


def test_round_option_needs_an_existing_audition(run: Run, tmp_path: Path) -> None:
    done = run("paste", write(tmp_path, MAIL), "--yes", "--round", "1")
    assert (done.returncode, "one audition that is here" in done.stderr) == (2, True)
    assert listed(run) == []


def test_calendar_event_is_matched_by_its_id(run: Run, tmp_path: Path) -> None:
    hold = str(GIVEN / "15-whole-days-hold.ics")
    assert run("paste", hold, "--yes").returncode == 0
    [kept] = listed(run)
    assert kept["stage"] == "hold"
    assert kept["holds"][0]["dates"] == {
        "from": "2026-12-08",
        "to": "2026-12-10",
        "said": "8 to 10 Dec 2026",
    }
    found = json.loads(run("paste", hold, "--dry-run", "--json").stdout)
    assert found["matches"] == [{"id": kept["id"], "why": "the same calendar event"}]


def test_request_behind_a_login_is_saved_with_its_link(run: Run) -> None:
    done = run("paste", str(GIVEN / "25-behind-the-login.txt"), "--yes")
    assert done.returncode == 0, done.stderr
    [kept] = listed(run)
    assert kept["project"] == "Request from Open Door Casting"
    assert kept["rounds"][0]["url"] == "https://app.castingapp.example/r/7f0c2e"


@pytest.mark.parametrize("name", ["21-workshop-newsletter.txt", "11-released.txt"])
def test_unusable_mail_is_reported_and_not_saved(name: str, run: Run) -> None:
    done = run("paste", str(GIVEN / name), "--yes")
    assert done.returncode == 1
    assert "Nothing was kept" in done.stderr
    assert listed(run) == []


def test_mail_can_be_piped_in(env: dict[str, str], tmp_path: Path) -> None:
    called = [sys.executable, "-m", "callbacktui", "--now", NOW, "paste", "-", "--yes"]
    done = subprocess.run(called, env=env, cwd=tmp_path, input=MAIL, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert "Kept NINA, KETTLE" in done.stderr


class Terminal:
    """Runs a command at a terminal of its own, with a mail in the pipe, as a mail program does."""

    def __init__(self, env: dict[str, str], folder: Path) -> None:
        self._env = env | {"TERM": "xterm-256color"}
        self._folder = folder

    def __call__(self, mail: bytes, typed: str) -> tuple[int, str]:
        """Return the exit code, and what is on screen after these lines were typed."""
        screen, own = pty.openpty()
        start = (
            "import fcntl, os, runpy, sys, termios; os.setsid();"
            "fcntl.ioctl(2, termios.TIOCSCTTY, 0);"
            f"sys.argv = ['callbacktui', '--now', {NOW!r}, 'paste'];"
            "runpy.run_module('callbacktui', run_name='__main__')"
        )
        with subprocess.Popen(
            [sys.executable, "-c", start],
            env=self._env,
            cwd=self._folder,
            stdin=subprocess.PIPE,
            stdout=own,
            stderr=own,
        ) as running:
            os.close(own)
            os.write(screen, typed.encode())
            if running.stdin:
                running.stdin.write(mail)
                running.stdin.close()
            seen = b""
            with contextlib.suppress(OSError), os.fdopen(screen, "rb", 0) as shown:
                while some := shown.read(4096):
                    seen += some
            return running.wait(60), seen.decode()


def test_piped_mail_is_confirmed_at_the_terminal(
    run: Run, env: dict[str, str], tmp_path: Path
) -> None:
    code, seen = Terminal(env, tmp_path)(MAIL.encode(), "y\n")
    assert code == 0, seen
    assert "Keep NINA, KETTLE? [y/N]" in seen
    assert [kept["project"] for kept in listed(run)] == ["KETTLE"]


def test_open_question_can_be_answered_at_the_terminal(
    run: Run, env: dict[str, str], tmp_path: Path
) -> None:
    mail = MAIL.replace("Friday 11/27", "Friday 11/28").encode()
    code, seen = Terminal(env, tmp_path)(mail, "9\n2\ny\n")
    assert code == 0, seen
    assert seen.count("1 to 2, or Enter to leave it open:") == 2, "9 is none of them"
    [kept] = listed(run)
    assert kept["rounds"][0]["due_at"] == "2026-11-27T12:00:00+00:00"


def test_no_at_the_terminal_saves_nothing(run: Run, env: dict[str, str], tmp_path: Path) -> None:
    code, seen = Terminal(env, tmp_path)(MAIL.encode(), "n\n")
    assert code == 0
    assert "Nothing was kept." in seen
    assert "--yes" not in seen
    assert listed(run) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nowhere.txt"], 1),
        (["-"], 1),
        (["mail.txt", "--received", "yesterday"], 2),
        (["broken.ics"], 1),
    ],
)
def test_wrong_usage_is_reported_without_a_traceback(
    arguments: list[str], code: int, run: Run, tmp_path: Path
) -> None:
    write(tmp_path, MAIL)
    write(tmp_path, "BEGIN:VCALENDAR\nVERSION:2.0\n", "broken.ics")
    done = run("paste", *arguments, "--yes")
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_second_matter_in_a_mail_is_reported_and_closes_nothing(run: Run, tmp_path: Path) -> None:
    run("add", "Pat, Slow Horses @Jo Bloggs Casting heavy pencil 11-14 jan")
    run("add", "Workshop @NT pencil 7-9 dec")
    mail = (
        "Subject: Avail check - Slow Horses\n\nAvail check for Slow Horses, 11, 12 + 14 Jan.\n"
        "Also, you're released from the Workshop.\n"
    )
    done = run("paste", write(tmp_path, mail), "--yes")
    assert done.returncode == 3, done.stderr
    assert "Also, you're released from the Workshop." in done.stdout
    assert [one["disposition"] for one in listed(run)] == ["open", "open"]
