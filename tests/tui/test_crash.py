"""A fault of the program: no word of the actor's is shown, and none that was typed is lost."""

import pytest

from callbacktui.tui.crash import crash_report
from tests.tui.conftest import MakeApp
from tests.tui.desks import SEVERAL, desk, shown, typed


def test_a_report_names_places_and_no_values() -> None:
    secret = "what I wrote"
    try:
        raise ValueError(secret)
    except ValueError as error:
        report = crash_report(error)
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert secret not in report


async def test_the_program_says_what_happened_without_the_actors_words(
    make_app: MakeApp, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app(SEVERAL)

    def fault() -> None:
        raise RuntimeError(app.workplace.ledger.all()[0].project)

    async def run() -> None:
        async with app.run_test() as pilot:
            desk(app).call_later(fault)
            await pilot.pause()

    with pytest.raises(RuntimeError):
        await run()
    said = capsys.readouterr().err
    assert "stopped" in said
    assert "Seagull" not in said


async def test_what_was_being_typed_is_offered_after_a_fault(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)

    def fault() -> None:
        raise RuntimeError

    async def run() -> None:
        async with app.run_test(size=(120, 36)) as pilot:
            await shown(pilot)
            await pilot.press("e")
            await pilot.pause()
            await typed(pilot, " or The Lake")
            desk(app).call_later(fault)
            await pilot.pause()

    with pytest.raises(RuntimeError):
        await run()
    (draft,) = app.workplace.drafts.all()
    assert "The Seagull or The Lake" in draft.fields.values()
