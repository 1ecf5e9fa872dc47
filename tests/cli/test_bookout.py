"""Book-outs and clashes on the command line."""

import json

import pytest

from tests.cli.conftest import Run

MEETS = "14 Dec: your book-out (family) meets the audition for Nina, The Seagull, 15:00"


def test_book_out_is_added_listed_written_up_and_removed(run: Run) -> None:
    done = run("bookout", "add", "24-27", "Dec", "--why", "family", "--firm", "for a booking")
    id_ = done.stdout.strip()
    assert "24 to 27 Dec 2026" in done.stderr
    assert "24 to 27 Dec 2026  family  would move for a booking  not told yet" in (
        run("bookout", "list").stdout
    )
    note = run("bookout", "note").stdout
    assert "24 to 27 Dec 2026 (I can move this for a booking)" in note
    assert "family" not in note
    told = run("bookout", "tell", id_[:18], "--who", "Hollis", "--on", "yesterday")
    assert told.stdout == "Hollis knows of 24 to 27 Dec 2026.\n"
    [kept] = json.loads(run("bookout", "--json").stdout)
    assert (kept["from"], kept["to"], kept["hours"]) == ("2026-12-24", "2026-12-27", None)
    assert (kept["firmness"], kept["told"]) == ("booking", [{"who": "Hollis", "on": "2026-11-21"}])
    assert run("bookout", "note").returncode == 1
    assert "still has it" in run("bookout", "remove", id_).stderr
    assert json.loads(run("bookout", "list", "--json").stdout) == []


def test_repeating_book_outs_are_previewed_and_saved_separately(run: Run) -> None:
    line = ("bookout", "add", "every Fri/Sat 6-10 pm for 4 weeks")
    looked = run(*line, "--dry-run")
    assert looked.stdout == ""
    assert looked.stderr.count("18:00-22:00") == 8
    assert json.loads(run("bookout", "list", "--json").stdout) == []
    assert len(run(*line).stdout.split()) == 8
    first = json.loads(run("bookout", "list", "--json").stdout)[0]
    assert first["hours"] == {"from": "18:00:00", "to": "22:00:00"}
    assert first["zone"] == "Europe/London"


def test_clash_is_printed_at_once_and_clashes_exits_1(run: Run) -> None:
    quiet = run("clashes")
    assert (quiet.returncode, quiet.stdout) == (0, "Nothing clashes.\n")
    audition = run("add", "Nina, The Seagull 14 dec 3pm").stdout.strip()
    added = run("bookout", "add", "14-18 Dec", "--why", "family")
    assert "Clash 14 Dec: the audition for Nina, The Seagull, 15:00." in added.stderr
    found = run("clashes")
    assert (found.returncode, found.stdout) == (1, f"{MEETS}\n")
    documented = run("clashes", "--json")
    assert documented.returncode == 1
    [clash] = json.loads(documented.stdout)
    assert clash == {
        "a": {
            "kind": "bookout",
            "id": added.stdout.strip(),
            "title": "book-out (family)",
            "from": "2026-12-14",
            "to": "2026-12-18",
        },
        "b": {
            "kind": "appointment",
            "id": audition,
            "title": "Nina, The Seagull",
            "from": "2026-12-14T15:00:00+00:00",
            "to": "2026-12-14T16:00:00+00:00",
        },
        "days": ["2026-12-14"],
    }


def test_today_shows_book_outs_and_clashes_without_the_reason(run: Run) -> None:
    run("add", "Nina, The Seagull 24 nov 3pm")
    run("bookout", "add", "24-26 Nov", "--why", "surgery")
    items = json.loads(run("today", "--json").stdout)
    kinds = {item["kind"]: item for item in items}
    assert kinds["bookout"]["state"] == "not told yet"
    assert kinds["clash"]["what"] == "meets your book-out"
    assert kinds["clash"]["audition"] == kinds["appointment"]["audition"]
    assert "surgery" not in json.dumps(items)


def test_exported_book_outs_can_be_imported_again(run: Run) -> None:
    run("bookout", "add", "14 Dec morning", "--why", "dentist")
    kept = run("bookout", "list", "--json").stdout
    run("export", "-o", "all.json")
    run("bookout", "remove", json.loads(kept)[0]["id"])
    assert run("import", "all.json", "--yes").returncode == 0
    assert run("bookout", "list", "--json").stdout == kept


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("add", "27 Dec to 24 Dec"), 1, "before the start"),
        (("add", "20 Dec 2026 to 24 Jan 2028"), 1, "401 days"),
        (("add", "14 Dec half day"), 1, "Write 14 Dec morning"),
        (("add", "soon"), 1, "Write 24-27 Dec"),
        (("add", "24 Dec", "--firm", "perhaps"), 2, "fixed, booking, anything"),
        (("tell", "zzz", "--who", "Ann"), 1, "bookout list"),
        (("tell", "zzz"), 2, "--who"),
        (("remove", "zzz"), 1, "bookout list"),
    ],
)
def test_bad_book_out_is_refused_with_an_example(
    run: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    done = run("bookout", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr


def test_read_only_mode_saves_no_book_out(run: Run) -> None:
    run("bookout", "add", "24 Dec")
    assert run("--read-only", "bookout", "add", "25 Dec").returncode != 0
    assert len(json.loads(run("bookout", "list", "--json").stdout)) == 1
