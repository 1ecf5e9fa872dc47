"""An app that no longer answers ends all the same, and what is typed in it is on disk."""

from threading import Event

from callbacktui.tui.leaving import Leaving
from tests.tui.conftest import MakeApp
from tests.tui.desks import SEVERAL, shown, typed

PATIENCE = 30.0


async def test_what_is_typed_is_kept_past_an_app_that_does_not_answer(make_app: MakeApp) -> None:
    app, over, codes = make_app(SEVERAL), Event(), list[int]()

    def end(code: int) -> None:
        codes.append(code)
        over.set()

    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("n")
        await pilot.pause()
        await typed(pilot, "Ariadne")
        leaving = Leaving(app, end)
        leaving.begin(15)
        leaving.begin(1)
        assert over.wait(PATIENCE)  # nothing else runs here meanwhile
        assert [draft.fields for draft in app.workplace.drafts.all()] == [{"line": "Ariadne"}]
        assert codes[0] == 128 + 15
