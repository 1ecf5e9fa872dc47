"""Pieces and materials on the command line."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def pieces(run: Run, *more: str) -> Any:
    return json.loads(run("pieces", "list", *more, "--json").stdout)


def test_song_is_added_used_changed_retired_and_removed(run: Run) -> None:
    about = run("add", "Grizabella, Cats @Harbor Casting thu 3pm").stdout.strip()
    song = ("pieces", "add", "song", "Memory", "--from", "Cats", "--length", "16 bars")
    made = json.loads(run(*song, "--since", "3 mar", "--json").stdout)
    id_ = made["id"]
    assert (made["kind"], made["from"], made["since"]) == ("song", "Cats", "2026-03-03")
    assert "noted at Grizabella" in run("pieces", "use", id_, about).stderr
    [kept] = pieces(run)
    assert [(use["audition"], use["is_over"]) for use in kept["uses"]] == [(about, False)]
    assert "Memory (Cats)  1 to come" in run("pieces").stdout
    renamed = run("pieces", "set", id_, "--title", "Memory, short", "--length", "", "--json")
    assert json.loads(renamed.stdout)["uses"][0]["audition"] == about
    assert json.loads(renamed.stdout)["length"] == ""
    assert "Memory, short" in run("show", about).stdout
    shown = run("pieces", "show", id_).stdout
    assert "Grizabella, Cats, Harbor Casting, requested" in shown
    run("pieces", "retire", id_, "--on", "yesterday")
    assert pieces(run) == []
    assert pieces(run, "--all")[0]["retired_on"] == "2026-11-21"
    run("pieces", "bring-back", id_)
    assert len(pieces(run, "--kind", "song")) == 1
    assert pieces(run, "--kind", "look") == []
    assert "still has it" in run("pieces", "remove", id_).stderr
    assert pieces(run, "--all") == []
    assert "Memory, short" in run("show", about).stdout


def test_looks_and_headshots_are_noted_on_the_audition(run: Run) -> None:
    about = run("add", "Nina, The Seagull thu 3pm").stdout.strip()
    look = run("pieces", "add", "look", "navy", "suit").stdout.strip()
    shot = run("pieces", "add", "headshot", "Smiling").stdout.strip()
    run("pieces", "use", look, about)
    run("pieces", "use", shot, about)
    shown = json.loads(run("show", about, "--json").stdout)
    assert (shown["rounds"][0]["wore"], shown["materials"]) == ("navy suit", "Smiling")


def test_use_of_a_piece_at_the_same_office_is_mentioned(run: Run) -> None:
    first = run("add", "Grizabella, Cats @Harbor Casting 19 nov 2026 3pm").stdout.strip()
    again = run("add", "Nina, The Seagull @Harbor Casting thu 3pm").stdout.strip()
    id_ = run("pieces", "add", "monologue", "Nina's last speech").stdout.strip()
    run("pieces", "use", id_, first)
    run("move", first, "auditioned")
    said = run("pieces", "use", id_, again).stderr
    assert "Harbor Casting saw Nina's last speech on" in said
    assert "(Grizabella, Cats)." in said


def test_exported_pieces_can_be_imported_again(run: Run) -> None:
    id_ = run("pieces", "add", "reel", "Drama reel", "--file", "https://x.test/r").stdout.strip()
    kept = run("pieces", "--json").stdout
    run("export", "-o", "all.json")
    run("pieces", "remove", id_)
    assert run("import", "all.json", "--yes").returncode == 0
    assert run("pieces", "--json").stdout == kept


def test_exported_table_has_one_row_per_piece_and_no_formulas(run: Run, tmp_path: Path) -> None:
    run("pieces", "add", "look", "=cmd|x", "--notes", "@SUM(1)", "--since", "3 mar")
    run("export", "--tables", "tables")
    [head, row] = csv.reader((tmp_path / "tables" / "pieces.csv").open(encoding="utf-8-sig"))
    cells = dict(zip(head, row, strict=True))
    assert (cells["kind"], cells["since"]) == ("look", "2026-03-03")
    assert not {cells["title"][0], cells["notes"][0]} & set("=@")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("add", "sonata", "x"), 2, "not one of song, monologue"),
        (("add", "song", " "), 1, "Write the title"),
        (("add", "song", "a; b"), 1, "without a semicolon"),
        (("add", "song", "A", "--since", "soonish"), 1, "--since"),
        (("set", "zz", "--key", "C"), 1, "pieces list --all shows every id"),
        (("use", "zz", "zz"), 1, "Nothing has the id"),
    ],
)
def test_bad_piece_is_refused_with_a_fix(
    run: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    refused = run("pieces", *words)
    assert (refused.returncode, refused.stdout) == (code, "")
    assert says in refused.stderr
    assert pieces(run, "--all") == []


def test_duplicate_titles_empty_changes_and_missing_rounds_are_refused(run: Run) -> None:
    id_ = run("pieces", "add", "song", "Memory").stdout.strip()
    assert "kept already" in run("pieces", "add", "monologue", "MEMORY").stderr
    assert "Say what to change" in run("pieces", "set", id_).stderr
    bare = run("add", "Nina, The Seagull").stdout.strip()
    assert "No round of Nina" in run("pieces", "use", id_, bare).stderr


def test_imported_sheet_adds_its_songs_and_monologues(run: Run, tmp_path: Path) -> None:
    run("pieces", "add", "song", "memory")
    (tmp_path / "mine.csv").write_text(
        "Date,Project,Role,Song,Monologue,Repertoire,Result\n"
        "3/2/2026,Cats,Grizabella,Memory,,,Callback\n"
        "4/2/2026,Hamlet,Ophelia,,The ring speech; Joan,Summertime,Passed\n"
        '5/2/2026,Rent,Mimi,"Out Tonight, Rent",none,,Passed\n'
    )
    done = run("import", "mine.csv", "--date-order", "dmy", "--yes")
    assert "New among your pieces: The ring speech, Joan." in done.stderr
    kept = {one["title"]: one["kind"] for one in json.loads(run("pieces", "--json").stdout)}
    assert kept == {"memory": "song", "The ring speech": "monologue", "Joan": "monologue"}
    brought = {a["project"]: a for a in json.loads(run("list", "--json").stdout)}
    performed = {name: a["rounds"][0].get("pieces", []) for name, a in brought.items()}
    assert performed == {
        "Cats": ["Memory"],
        "Hamlet": ["The ring speech", "Joan", "Summertime"],
        "Rent": [],
    }
    assert "Song: Out Tonight, Rent" in brought["Rent"]["notes"]
    assert "3 here already" in run("import", "mine.csv", "--date-order", "dmy", "--yes").stdout
    assert len(json.loads(run("pieces", "--json").stdout)) == 3
