"""Whole mails: twenty-five that were given, and our own of the same kinds in other words."""

import pendulum
import pytest

from callbacktui.exchange.invitation.reader import read_invitation
from tests.exchange.invitation.scoring import DATA, Score, expectations, read_mail, score

ALL = [(folder, name) for folder in ("given", "own") for name in expectations(folder)]


def scored(folder: str, name: str) -> Score:
    expected = expectations(folder)[name]
    return score(read_mail(folder, name, expected), expected)


def test_sample_mails_cover_every_kind() -> None:
    kinds = {
        entry["kind"] for folder in ("given", "own") for entry in expectations(folder).values()
    }
    assert len(kinds) == 11
    assert len(expectations("given")) == 25


@pytest.mark.parametrize(("folder", "name"), ALL)
def test_no_mail_is_misread(folder: str, name: str) -> None:
    assert scored(folder, name).wrong == []


@pytest.mark.parametrize(("folder", "name"), [one for one in ALL if one[1].endswith(".eml")])
def test_mbox_from_line_is_ignored(folder: str, name: str) -> None:
    mail = (DATA / folder / name).read_bytes()
    now = pendulum.datetime(2026, 12, 4, 8, tz="America/New_York")
    piped = b"From MAILER-DAEMON Sun Nov 29 00:33:03 2026\n" + mail
    assert read_invitation(piped, now) == read_invitation(mail, now)


@pytest.mark.parametrize("folder", ["given", "own"])
def test_almost_every_fact_of_the_mails_is_read(folder: str) -> None:
    scores = [scored(folder, name) for name in expectations(folder)]
    missed = [words for one in scores for words in one.missed]
    assert sum(one.right for one in scores) >= 0.98 * sum(one.all for one in scores), missed


@pytest.mark.parametrize(
    ("folder", "name", "by"),
    [
        ("given", "04-manager-text.txt", "2026-11-30"),
        ("given", "05-casting-networks-callback.txt", "2026-12-03T12:00:00-08:00"),
        ("own", "a02-apple-forward.txt", "2026-12-02T18:00:00-08:00"),
        ("own", "a05-platform-callback.txt", "2026-12-14T12:00:00-08:00"),
        ("own", "c05.txt", "2027-01-27T10:00:00-05:00"),
        ("own", "e05.txt", "2027-03-05T15:00:00-08:00"),
        ("own", "e10.txt", ""),
    ],
)
def test_confirm_by_time_of_a_mail_is_read(folder: str, name: str, by: str) -> None:
    assert read_mail(folder, name, expectations(folder)[name]).text_of("confirm_by") == by
