"""Whole mails: twenty-five that were given, and our own of the same kinds in other words."""

import pytest

from tests.exchange.invitation.scoring import Score, expectations, read_mail, score

ALL = [(folder, name) for folder in ("given", "own") for name in expectations(folder)]


def scored(folder: str, name: str) -> Score:
    expected = expectations(folder)[name]
    return score(read_mail(folder, name, expected), expected)


def test_there_are_mails_of_every_kind() -> None:
    kinds = {
        entry["kind"] for folder in ("given", "own") for entry in expectations(folder).values()
    }
    assert len(kinds) == 11
    assert len(expectations("given")) == 25


@pytest.mark.parametrize(("folder", "name"), ALL)
def test_nothing_is_read_that_is_not_there(folder: str, name: str) -> None:
    assert scored(folder, name).wrong == []


@pytest.mark.parametrize("folder", ["given", "own"])
def test_nearly_everything_that_is_there_is_read(folder: str) -> None:
    scores = [scored(folder, name) for name in expectations(folder)]
    missed = [words for one in scores for words in one.missed]
    assert sum(one.right for one in scores) >= 0.98 * sum(one.all for one in scores), missed
