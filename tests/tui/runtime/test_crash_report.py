"""After an error in the program nothing the actor wrote is shown, and nothing typed is lost."""

import pytest

from callbacktui.domain.audition import Audition
from callbacktui.tui.runtime.crash_report import crash_report
from tests.factories import done, read_on, reflection
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import REFLECTED, SEVERAL, desk, shown, typed

LOCKED = read_on(
    2, id="locked", rounds=(done(2, reflection=reflection(locked_before_result=True)),)
)


def test_crash_report_has_locations_but_no_values() -> None:
    secret = "what I wrote"
    try:
        raise ValueError(secret)
    except ValueError as error:
        report = crash_report(error)
    assert "ValueError" in report
    assert "test_crash_report.py" in report
    assert secret not in report


async def test_crash_message_contains_no_user_text(
    make_app: MakeApp, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app(SEVERAL)

    def fault() -> None:
        raise RuntimeError(app.session.ledger.all()[0].project)

    async def run() -> None:
        async with app.run_test() as pilot:
            desk(app).call_later(fault)
            await pilot.pause()

    with pytest.raises(RuntimeError):
        await run()
    said = capsys.readouterr().err
    assert "stopped" in said
    assert "Seagull" not in said


@pytest.mark.parametrize(
    ("door", "seen"),
    [
        ("e", SEVERAL[0]),
        ("n", SEVERAL[0]),
        ("R", SEVERAL[0]),
        ("number_sign", SEVERAL[0]),
        ("r", REFLECTED),
        ("r", LOCKED),
    ],
    ids=["form", "quick line", "round", "tags", "reflection", "later thought"],
)
async def test_draft_is_offered_after_a_crash(make_app: MakeApp, door: str, seen: Audition) -> None:
    app = make_app([seen])

    def fault() -> None:
        raise RuntimeError

    async def run() -> None:
        async with app.run_test(size=(120, 36)) as pilot:
            await shown(pilot)
            await pilot.press(door)
            while app.screen is desk(app):
                await pilot.pause(0.01)
            await pilot.pause()
            place = app.screen.query("Input, TextArea").first()
            place.focus()
            await pilot.pause()
            await pilot.press("end")
            await typed(pilot, " Lake")
            desk(app).call_later(fault)
            await pilot.pause()

    with pytest.raises(RuntimeError):
        await run()
    (draft,) = app.session.drafts.all()
    assert "Lake" in " ".join(draft.fields.values())
