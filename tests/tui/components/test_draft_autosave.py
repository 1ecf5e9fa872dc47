"""What is typed is saved, even if the program ends between the pause and the save."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from callbacktui.store.io.drafts import Drafts
from callbacktui.tui.components.draft_autosave import DraftAutosave
from tests.factories import NOW


class Ending:
    """The screen of a program that is ending: timers fire at once, workers never run."""

    def set_timer(self, _: float, then: Callable[[], None]) -> None:
        then()

    def run_worker(self, work: Coroutine[Any, Any, None], **_: Any) -> None:
        work.close()


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path)


@pytest.fixture
def drafting(drafts: Drafts) -> DraftAutosave:
    return DraftAutosave(drafts, "new", lambda: NOW, lambda: {"project": "Swan Lake"})


async def test_a_worker_that_never_ran_has_kept_nothing(
    drafts: Drafts, drafting: DraftAutosave
) -> None:
    drafting.touch(Ending(), pytest.fail)
    assert drafts.all() == []
    await drafting.close()
    assert [draft.fields for draft in drafts.all()] == [{"project": "Swan Lake"}]


async def test_nor_where_there_is_no_time_to_wait(drafts: Drafts, drafting: DraftAutosave) -> None:
    drafting.touch(Ending(), pytest.fail)
    drafting.keep_at_once()
    assert [draft.fields for draft in drafts.all()] == [{"project": "Swan Lake"}]


async def test_what_was_kept_is_not_kept_again(drafts: Drafts, drafting: DraftAutosave) -> None:
    drafting.touch(Ending(), pytest.fail)
    await drafting.keep()
    drafts.drop("new")
    await drafting.close()
    drafting.keep_at_once()
    assert drafts.all() == []
