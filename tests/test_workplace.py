"""The workplace: what opening it says of a data file that was here once."""

from contextlib import closing
from pathlib import Path

import pytest

from callbacktui.config import Config
from callbacktui.domain.change import Change
from callbacktui.workplace import open_workplace
from tests.make import NOW, audition


def test_a_file_that_is_gone_is_no_new_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    file = tmp_path / "auditions.json"
    with closing(open_workplace(file, Config(), lambda: NOW)) as place:
        assert place.repository.notices == []
        place.repository.write([Change(before=None, after=audition())])
        kept = place.repository.back_up(NOW)
    with closing(open_workplace(file, Config(), lambda: NOW)) as place:
        assert place.repository.notices == []
    file.unlink()
    with closing(open_workplace(file, Config(), lambda: NOW)) as place:
        [notice] = place.repository.notices
    assert f"{file} is gone" in notice
    assert kept.name in notice
