"""A data file that has disappeared is reported and restored, not silently started over."""

from pathlib import Path

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from tests.faults.operations import ALL, Home


def test_missing_data_file_is_reported_and_restored(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.furnish()
    home.path.unlink()
    repository = home.open()
    assert frozenset(repository.load()) == ALL
    assert any("not there" in words for words in repository.notices)
    repository.close()
    assert home.found() == ALL


def test_missing_file_of_a_new_store_is_an_empty_store(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").emptied()
    for _ in range(2):  # the second time, there is a state folder from the first
        repository = home.open()
        assert not repository.load()
        assert not repository.notices
        repository.close_at_once()


def test_missing_data_file_with_many_records_asks_first(tmp_path: Path) -> None:
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
