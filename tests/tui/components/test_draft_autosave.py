"""What is typed is saved, even if the program ends between the pause and the save."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from textual.widget import Widget

from callbacktui.store.io.drafts import Drafts
from callbacktui.tui.components.draft_autosave import DraftAutosave
from tests.factories import NOW


class Ending:
    """The screen of a program that is ending: timers fire at once, workers never run."""

    def set_timer(self, _: float, then: Callable[[], None]) -> None:
        then()

    def run_worker(self, work: Coroutine[Any, Any, None], **_: Any) -> None:
        work.close()


ENDING = cast("Widget", Ending())


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path)


@pytest.fixture
def drafting(drafts: Drafts) -> DraftAutosave:
    return DraftAutosave(drafts, "new", lambda: NOW, lambda: {"project": "Swan Lake"})


async def test_draft_is_saved_even_if_the_worker_never_ran(
    drafts: Drafts, drafting: DraftAutosave
) -> None:
    drafting.touch(ENDING, pytest.fail)
    assert drafts.all() == []
    await drafting.close()
    assert [draft.fields for draft in drafts.all()] == [{"project": "Swan Lake"}]


async def test_draft_is_saved_immediately_on_shutdown(
    drafts: Drafts, drafting: DraftAutosave
) -> None:
    drafting.touch(ENDING, pytest.fail)
    drafting.keep_at_once()
    assert [draft.fields for draft in drafts.all()] == [{"project": "Swan Lake"}]


async def test_saved_draft_is_not_saved_again(drafts: Drafts, drafting: DraftAutosave) -> None:
    drafting.touch(ENDING, pytest.fail)
    await drafting.keep()
    drafts.drop("new")
    await drafting.close()
    drafting.keep_at_once()
    assert drafts.all() == []


async def test_closing_the_form_waits_for_a_slow_draft_save(
    drafts: Drafts, drafting: DraftAutosave, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, is_closed = drafts.keep, Event()

    def keep_late(*draft: Any) -> None:
        is_closed.wait(0.2)
        keep(*draft)

    monkeypatch.setattr(drafts, "keep", keep_late)
    drafting.touch(ENDING, pytest.fail)
    keeping = asyncio.create_task(drafting.keep())
    await asyncio.sleep(0)
    await drafting.close()
    is_closed.set()
    assert [draft.fields for draft in drafts.all()] == [{"project": "Swan Lake"}]
    assert await keeping == ""
