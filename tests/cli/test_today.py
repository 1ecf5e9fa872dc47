"""`today` tells what is due: in words, in one line, and as JSON."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_due_items_are_listed_in_order_in_words_and_json(run: Run) -> None:
    assert run("today").stdout == "Nothing is due.\n"
    run("add", "Nina, The Seagull @Harbor Casting tue 3pm")
    tape = run("add", "Ophelia, Hamlet @Kestrel !tape due tomorrow noon").stdout.split()[0]
    run("add", "Vera, A Month in the Country @Kestrel 22 dec 3pm")
    assert run("today").stdout.splitlines() == [
        "This week",
        "  tomorrow 12:00 tape due: Ophelia, Hamlet",
        "  Tue 15:00 audition: Nina, The Seagull",
    ]
    assert "22 Dec 15:00 audition: Vera" in run("today", "--days", "60").stdout
    first, second = json.loads(run("today", "--json").stdout)
    assert first == {
        "kind": "tape_due",
        "at": "2026-11-23T12:00:00+00:00",
        "zone": "Europe/London",
        "audition": first["audition"],
        "title": "Ophelia, Hamlet",
        "what": "tape due",
        "said_by": "",
        "state": "",
        "was": None,
        "payment": None,
    }
    assert first["audition"].startswith(tape[:4])
    assert second["kind"] == "appointment"


def test_moved_time_is_shown_with_the_earlier_one(run: Run, tmp_path: Path) -> None:
    run("add", "callback Nina, The Seagull @Kestrel tue 3pm")
    mail = "Your callback for the role of NINA in THE SEAGULL has moved to Wed 11/25 at 4pm."
    (tmp_path / "mail.txt").write_text(mail, encoding="utf-8")
    run("paste", str(tmp_path / "mail.txt"), "--yes")
    assert "callback: Nina, The Seagull, was Tue 15:00" in run("today").stdout
    [item] = json.loads(run("today", "--json").stdout)
    assert (item["at"][:16], item["was"][:16]) == ("2026-11-25T16:00", "2026-11-24T15:00")


def test_short_form_is_one_line_or_nothing(run: Run) -> None:
    assert run("today", "--short").stdout == ""
    run("add", "Vera, A Month in the Country @Kestrel 22 dec 3pm")
    assert run("today", "--short").stdout == ""
    for part in ("One", "Two", "Three"):
        run("add", f"{part}, Hamlet @Kestrel !tape due tomorrow noon")
    (line,) = run("today", "--short").stdout.splitlines()
    assert line.count("tape due") == 2
    assert line.endswith("1 more")


def test_late_payment_is_shown_with_the_command_to_note_it(run: Run) -> None:
    made = run("money", "add", "income", "$1200", "--payer", "Kestrel", "--due", "3 nov 2026")
    id_ = made.stdout.strip()
    said = "3 Nov Kestrel $1200: Kestrel, expected 3 Nov, not noted as paid"
    listed = run("today").stdout.splitlines()[1]
    line, _, command = listed.strip().partition("; if it came: callbacktui ")
    assert line == said
    assert run("today", "--plain").stdout.strip() == f"Before anything else: {listed.strip()}"
    assert run("today", "--short").stdout.strip() == said
    [item] = json.loads(run("today", "--json").stdout)
    assert (item["kind"], item["at"], item["payment"]) == ("payment", "2026-11-03", id_)
    run(*command.split())
    assert run("today").stdout == "Nothing is due.\n"
