"""Money on the command line."""

import csv
import datetime as dt
import json
from pathlib import Path

import pytest
import python_calamine

from tests.cli.conftest import Run


def test_money_is_added_summed_exported_and_removed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('tax_year = "6 Apr"\n[mile_rates]\n"2026/27" = "£0.45"\n')
    own = ("--config", str(tmp_path / "own.toml"))
    about = run("add", "Nina, The Seagull thu 3pm").stdout.strip()
    fee = ("--category", "fee", "--commission", "10%", "--due", "1 dec", "--audition", about[:18])
    made = json.loads(run("money", "add", "income", "£750", *fee, "--json").stdout)
    assert (made["net"], made["audition"], made["due_on"]) == ("675.00", about, "2026-12-01")
    run("money", "add", "expense", "£40", "--category", "classes", "--on", "3 apr")
    run("money", "add", "mileage", "20", "--for", "callback", "--from", "Camden", "--to", "Soho")
    listed = run(*own, "money").stdout
    assert "20 miles at 0.45  £9" in listed
    assert listed.index("2026/27, GBP") < listed.index("2025/26, GBP")
    this_year = json.loads(run(*own, "money", "list", "--year", "2026/27", "--json").stdout)
    [sums] = this_year["years"]
    assert (sums["gross"], sums["due"], sums["miles_at_rate"]) == ("750", "750", "9.00")
    assert len(this_year["entries"]) == 2
    sheet = run(*own, "money", "export", "--year", "2025/26").stdout.splitlines()
    assert len(sheet) == 2
    assert sheet[1].startswith("2025/26,2026-04-03,expense,classes,,GBP,40,")
    run(*own, "money", "export", "-o", "money.csv")
    assert "Nina, The Seagull" in (tmp_path / "money.csv").read_text(encoding="utf-8-sig")
    run(*own, "money", "export", "-o", "money.xlsx")
    book = python_calamine.load_workbook(tmp_path / "money.xlsx").get_sheet_by_name("Money")
    income = next(row for row in book.to_python() if row[2] == "income")
    assert (income[6], income[8], income[9]) == (750, 675, dt.date(2026, 12, 1))
    again = run(*own, "money", "export", "-o", "money.csv")
    assert again.returncode == 1
    assert "still has it" in run("money", "remove", made["id"]).stderr
    assert len(json.loads(run("money", "--json").stdout)["entries"]) == 2


def test_payment_is_one_entry_when_due_and_when_paid(run: Run) -> None:
    about = run("add", "Nina, The Seagull thu 3pm").stdout.strip()
    fee = ("money", "add", "income", "£750", "--category", "fee", "--audition", about)
    id_ = run(*fee, "--commission", "10", "--due", "1 dec").stdout.strip()
    assert "fee £750, due Tue 1 Dec, £675 net" in run("show", about).stdout
    twice = run(*fee, "--paid", "yesterday")
    assert (twice.returncode, f"money paid {id_} notes" in twice.stderr) == (1, True)
    assert run(*fee[:-2], "--audition", about, "--category", "second half").returncode == 0
    late = run("money", "paid", id_, "--on", "tomorrow")
    assert (late.returncode, "still to come" in late.stderr) == (1, True)
    run("money", "paid", id_, "--on", "yesterday", "--net", "£670.50")
    [shown] = [
        one
        for one in json.loads(run("show", about, "--json").stdout)["payments"]
        if one["id"] == id_
    ]
    assert (shown["paid_on"], shown["net"]) == ("2026-11-21", "670.50")
    spent = run("money", "add", "expense", "£4").stdout.strip()
    assert "only income" in run("money", "paid", spent).stderr


def test_pay_stub_lines_are_checked_saved_and_exported(run: Run, tmp_path: Path) -> None:
    stub = ("--line", "session fee $783.10", "--line", "use fee $1200", "--line", "commission $198")
    wrong = run("money", "add", "income", "$2000", *stub)
    assert (wrong.returncode, "come to $1,983.10 before" in wrong.stderr) == (1, True)
    made = json.loads(run("money", "add", "income", "$1983.10", *stub, "--json").stdout)
    assert made["lines"][0] == {"what": "session fee", "amount": "783.10", "currency": "$"}
    assert (made["commission"], made["net"]) == ("198", "1785.10")
    run("money", "add", "income", "$500", "--line", "use fee $500")
    for bad, says in (("session fee", "has no amount"), ("session fee $5O", "letters among")):
        refused = run("money", "add", "income", "$5", "--line", bad)
        assert (refused.returncode, says in refused.stderr) == (1, True)
    assert run("money", "add", "expense", "$5", "--line", "use fee $5").returncode == 1
    table = [*csv.DictReader(run("money", "export").stdout.splitlines())]
    amounts = [(row["Stub: session fee"], row["Stub: use fee"]) for row in table]
    assert sorted(amounts) == [("", "500"), ("783.10", "1200")]
    run("money", "export", "-o", "money.xlsx")
    book = python_calamine.load_workbook(tmp_path / "money.xlsx").get_sheet_by_name("Money")
    header, *rows = book.to_python()
    uses = [row[header.index("Stub: use fee")] for row in rows]
    assert sorted(uses) == [500, 1200]
    again = run("export", "-o", "all.json")
    run("money", "remove", made["id"])
    assert again.returncode == run("import", "all.json", "--yes").returncode == 0
    [back] = [e for e in json.loads(run("money", "--json").stdout)["entries"] if e["lines"][1:]]
    assert back == made


def test_exported_money_can_be_imported_again(run: Run) -> None:
    run("money", "add", "expense", "$40.50", "--for", "headshots")
    kept = run("money", "--json").stdout
    run("export", "-o", "all.json")
    run("money", "remove", json.loads(kept)["entries"][0]["id"])
    assert run("import", "all.json", "--yes").returncode == 0
    assert run("money", "--json").stdout == kept


def test_recent_due_date_is_not_taken_as_next_year(run: Run) -> None:
    run("money", "add", "income", "$40", "--due", "20 nov")
    [kept] = json.loads(run("money", "--json").stdout)["entries"]
    assert kept["due_on"][5:] == "11-20"
    assert kept["due_on"][:4] == "2026"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("add", "expense", "lots"), 1, "Write $40"),
        (("add", "expense", "$4O"), 1, "letters among its figures"),
        (("add", "expense", "-5"), 2, ""),
        (("add", "mileage", "far"), 1, "isn't a number from 0 to 100,000"),
        (("add", "income", "$1", "--commission", "101"), 1, "from 0 to 100"),
        (("add", "expense", "$1", "--commission", "10"), 1, "belongs to income"),
        (("add", "expense", "$1", "--to", "Soho"), 1, "belongs to mileage"),
        (("add", "income", "$1", "--due", "the 40th"), 1, "--due"),
        (("add", "expense", "$1", "--audition", "zzz"), 1, "callbacktui list"),
        (("add", "income", "$1,000,000,000,000,000,000", "--commission", "10"), 1, "too large"),
        (("add", "income", "$1300", "--net", "$2000"), 1, "$2000 net is more than $1300 gross"),
        (("add", "income", "$250 a day"), 1, "a rate, no sum"),
        (("add", "loan", "$1"), 2, "expense"),
        (("remove", "zzz"), 1, "money list"),
    ],
)
def test_bad_money_entry_names_the_field(
    run: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    done = run("money", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr
