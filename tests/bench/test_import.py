"""Benchmarks a whole import of a large sheet against csv and json of the standard library.

Each run is a program of its own, counted in CPU time with all that it starts, and all take
turns. The results are ratios within one run; no time is asserted.
"""

import csv
import datetime as dt
import os
import random
import sys
from pathlib import Path

import pytest

ROWS = 20_000
TURNS = 5
BASE = """
import csv, json, sys
with open(sys.argv[1], newline="", encoding="utf-8") as sheet:
    rows = list(csv.DictReader(sheet))
with open(sys.argv[2], "w", encoding="utf-8") as kept:
    kept.write(json.dumps(rows))
"""
DATES = {
    "plain": ["%Y-%m-%d"],
    "messy": ["%m/%d/%y", "%b %d, %Y", "%m/%d/%Y", "%m/%d/%Y 2:30pm", "due %m/%d/%Y", "%d %B %Y"],
}
RESULTS = {
    "plain": ["booked", "callback", "no", ""],
    "messy": ["avail -> released", "booked :)", "CB", "no cb", "on hold / released", "", "ghosted"],
}


def write_sheet(path: Path, kind: str, count: int) -> None:
    """Write a sheet whose titles, roles and notes hardly repeat, as those of a long career."""
    pick = random.Random(7)
    with path.open("w", newline="", encoding="utf-8") as sheet:
        rows = csv.writer(sheet)
        rows.writerow(["Date", "Project", "Type", "Role", "Casting", "How", "Via", "Union",
                       "Wore", "Result", "Notes"])  # fmt: skip
        for n in range(count):
            day = dt.date(2006, 1, 3) + dt.timedelta(days=n * 7300 // count)
            rows.writerow([
                day.strftime(pick.choice(DATES[kind])),
                f"The {pick.choice(['Long', 'Small', 'Glass', 'Paper'])} Ferry {n // 3}",
                pick.choice(["Film", "TV", "Theatre", "Commercial", "Student Film"]),
                f"{pick.choice(['Nina', 'Nurse', 'Étienne', 'Dr. Lin'])} {n % 4001}",
                f"Casting Office {pick.randrange(300)}",
                pick.choice(["self tape", "in person", "zoom", "ST", "Self-Tape"]),
                pick.choice(["agent", "mgr", "self (AA)", "self - CN", "direct"]),
                pick.choice(["AEA", "SAG-AFTRA", "non union", ""]),
                pick.choice(["black tee", "blue dress", "green henley, jeans", ""]),
                pick.choice(RESULTS[kind]),
                pick.choice(["", f"asked to go again, {n}", f"felt good, “rushed” the top of {n}"]),
            ])  # fmt: skip


def spend(arguments: list[str], env: dict[str, str]) -> tuple[float, int]:
    """Run a program; return its CPU seconds and its peak memory in kilobytes."""
    quiet = [(os.POSIX_SPAWN_OPEN, out, os.devnull, os.O_WRONLY, 0) for out in (1, 2)]
    child = os.posix_spawn(sys.executable, [sys.executable, *arguments], env, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    assert status == 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss


@pytest.mark.parametrize("kind", ["plain", "messy"])
def test_import(kind: str, tmp_path: Path) -> None:
    sheet, single = tmp_path / "sheet.csv", tmp_path / "single.csv"
    write_sheet(sheet, kind, ROWS)
    write_sheet(single, kind, 1)
    base: list[tuple[float, int]] = []
    ours: list[tuple[float, int]] = []
    starts: list[tuple[float, int]] = []
    for turn in range(TURNS):
        here = tmp_path / f"{turn}"
        env = {**os.environ, "CALLBACKTUI_STATE": f"{here}", "HOME": f"{tmp_path}"}
        base.append(spend(["-c", BASE, f"{sheet}", f"{here}.base"], env))
        for file, taken in ((sheet, ours), (single, starts)):
            kept = f"{here}.{file.stem}.json"
            taken.append(
                spend(["-m", "callbacktui", "--db", kept, "import", f"{file}", "--yes"], env)
            )
    least, most, start = (min(taken)[0] for taken in (base, ours, starts))
    print(
        f"\n{ROWS:,} rows, {kind}: csv and json {ROWS / least:,.0f} rows a second of CPU,"
        f" ours {ROWS / most:,.0f} ({most / least:.1f}x; {start / least:.1f}x of it with one row),"
        f" peak {max(peak for _, peak in ours) / 1024:.0f} MB"
    )
