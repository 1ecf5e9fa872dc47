"""Bookings on the command line: their terms, their payments, and the day they wrapped."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def job(run: Run) -> str:
    """Return the id of an audition that is booked."""
    id_ = run("add", "Nina, The Seagull thu 3pm").stdout.strip()
    run("move", id_, "auditioned", "--yes")
    run("move", id_, "booked")
    return id_


def test_booking_terms_are_saved_and_listed_with_payments(run: Run, job: str) -> None:
    terms = ("--work", "14-18 Dec", "--more", "20 Jan", "--more", "22 jan", "--fee", "$1,200")
    where = ("--fitting", "mon 10am", "--fitting-place", "Angels, Hendon", "--commission", "12.5")
    assert run("booking", "set", job, *terms, *where, "--firm-by", "contract").returncode == 0
    run("money", "add", "income", "$1200", "--category", "fee", "--audition", job)
    [kept] = json.loads(run("booking", "--json").stdout)
    assert (kept["audition"], kept["firm_by"], kept["commission_percent"]) == (
        job,
        "contract",
        12.5,
    )
    assert [one["from"] for one in kept["more_dates"]] == ["2027-01-20", "2027-01-22"]
    assert kept["fee"] == {"amount": "1200", "currency": "$", "said": "$1,200"}
    assert [one["amount"] for one in kept["payments"]] == ["1200"]
    listed = run("booking").stdout
    assert "14 to 18 Dec 2026, 20 Jan 2027, 22 Jan 2027  fitting tomorrow 10:00" in listed
    assert "fitting: Nina, The Seagull" in run("today").stdout
    run("export", "-o", "all.json")
    run("--db", "other.json", "import", "all.json", "--yes")
    assert json.loads(run("--db", "other.json", "booking", "--json").stdout) == [kept]


def test_fitting_hour_without_a_zone_keeps_the_zone_it_had(run: Run, job: str) -> None:
    run("booking", "set", job, "--fitting", "mon 10am PT")
    run("booking", "set", job, "--fitting", "mon 11am")
    [booking] = json.loads(run("booking", "--json").stdout)
    assert booking["fitting"] == "2026-11-23T11:00:00-08:00"


def test_job_can_be_wrapped_only_after_its_last_day(run: Run, job: str) -> None:
    run("booking", "set", job, "--work", "14-18 Dec")
    early = run("booking", "wrap", job)
    assert (early.returncode, "still to come" in early.stderr) == (1, True)
    run("booking", "set", job, "--work", "14-18 Nov", "--more", "20 Nov 2026")
    assert "wrapped Fri 20 Nov" in run("booking", "wrap", job).stderr
    assert json.loads(run("booking", "--json").stdout) == []
    [kept] = json.loads(run("booking", "list", "--all", "--json").stdout)
    assert (kept["wrapped_on"], kept["stage"]) == ("2026-11-20", "wrapped")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Say what to write down"),
        (("--fee", "$12oo"), "--fee: “$12oo” has letters among its figures. Write $1200"),
        (("--commission", "101"), "--commission: “101” isn't a number from 0 to 100"),
        (("--work", "18-14 Dec"), "--work: The end, 14 Dec 2026, is before the start"),
        (("--more", "some time"), "--more: “some time” names no days for sure"),
        (("--fitting", "31 feb"), "--fitting: "),
    ],
)
def test_bad_input_is_refused_with_a_fix_and_changes_nothing(
    run: Run, job: str, words: tuple[str, ...], says: str
) -> None:
    before = run("show", job, "--json").stdout
    done = run("booking", "set", job, *words)
    assert (done.returncode, says in done.stderr) == (1, True), done.stderr
    assert run("show", job, "--json").stdout == before


def test_terms_are_refused_if_not_booked(run: Run) -> None:
    id_ = run("add", "Nina, The Seagull thu 3pm").stdout.strip()
    refused = run("booking", "set", id_, "--fee", "$1")
    assert (refused.returncode, "isn't booked" in refused.stderr) == (1, True)


def test_fitting_during_a_hold_is_due_but_not_a_booking(run: Run) -> None:
    run("add", "Nina, The Seagull on hold dec 16, fitting dec 14 3pm")
    assert json.loads(run("booking", "list", "--json").stdout) == []
    assert "fitting: Nina, The Seagull" in run("today", "--days", "30").stdout


def test_the_terms_are_said_as_they_were_understood(run: Run, job: str) -> None:
    terms = ("--work", "14-18 Dec", "--more", "20 Jan", "--more", "22 jan", "--fee", "$1,200")
    said = run("booking", "set", job, *terms, "--fitting", "mon 10am", "--commission", "12.5")
    words = said.stderr.replace("\n", " ")
    for fact in (
        "work dates 14 to 18 Dec 2026",
        "more dates 20 Jan 2027, 22 Jan 2027",
        "fee $1,200",
        "fitting Mon 23 Nov, 10:00",
        "commission 12.5%",
    ):
        assert fact in words, words
