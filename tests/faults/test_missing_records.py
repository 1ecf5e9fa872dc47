"""A data file that has disappeared is reported and restored, not silently started over."""

from pathlib import Path

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from tests.faults.operations import ALL, Home


def test_a_file_that_is_gone_is_said_and_brought_back(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.furnish()
    home.path.unlink()
    repository = home.open()
    assert frozenset(repository.load()) == ALL
    assert any("not there" in words for words in repository.notices)
    repository.close()
    assert home.found() == ALL


def test_a_file_that_never_was_is_a_new_start(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").emptied()
    for _ in range(2):  # the second time, there is a state folder from the first
        repository = home.open()
        assert not repository.load()
        assert not repository.notices
        repository.close_at_once()


def test_a_file_that_is_gone_with_many_records_is_asked_about_first(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.furnish()
    repository = home.open()
    more = [Change(before=None, after=Audition(id=f"m{n}", project="Lear")) for n in range(9)]
    repository.write(more)
    held = len(repository.load())
    repository.close()
    home.path.unlink()
    repository = home.open()
    assert repository.question
    assert "not there any more" in repository.question.asked
    assert repository.load() == []
    repository.resolve_data_loss(keep_mine=True)
    assert len(repository.load()) == held
    repository.close()
    assert home.path.exists()
