"""Feedback and follow-ups: their keys, forms and undo, and the tips about them."""

from textual.widgets import OptionList, Static

from callbacktui.domain.enums import FollowUpKind
from callbacktui.domain.holds_and_bookings import Feedback, FollowUp
from callbacktui.domain.stage import Disposition, Reason
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.forms.form_screen import FormScreen
from tests.factories import TODAY, days_ago, read_on
from tests.tui.actions import done_with, kept, seen, until_form, write
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import desk, shown

READ = read_on(5, rep="Sam")
BEFORE = read_on(90, id="b1", disposition=Disposition.PASSED_TOLD)
SAID = Feedback(text="They loved the second take.", via="Sam", on=days_ago(1))


async def test_feedback_is_saved_and_undone(make_app: MakeApp) -> None:
    app = make_app([READ])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("f")
        await until_form(pilot)
        write(app, "text", "They loved the second take.")
        write(app, "via", "Sam")
        write(app, "reason", Reason.SCHEDULE)
        await done_with(pilot, "ctrl+s")
        [told] = kept(app, "a1").feedback
        assert (told.text, told.via) == ("They loved the second take.", "Sam")
        assert (told.reason, told.on) == (Reason.SCHEDULE, TODAY)
        await done_with(pilot, "u")
        assert kept(app, "a1").feedback == ()


async def test_empty_feedback_is_refused_at_its_field(make_app: MakeApp) -> None:
    app = make_app([READ])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("f")
        await until_form(pilot)
        await seen(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen)
        assert kept(app, "a1").feedback == ()


async def test_wanted_feedback_is_later_asked_and_answered(make_app: MakeApp) -> None:
    app = make_app([READ, BEFORE])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "F", "enter")
        await until_form(pilot)
        await done_with(pilot, "ctrl+s")
        [wish] = kept(app, "a1").follow_ups
        assert (wish.kind, wish.state) == (FollowUpKind.FEEDBACK_REQUEST, "wanted")
        await seen(pilot, "F")
        assert isinstance(app.screen, ChoiceDialog)
        await seen(pilot, "down", "down", "enter")
        await until_form(pilot)
        write(app, "sent_on", "yesterday")
        write(app, "answered_on", "today")
        await done_with(pilot, "ctrl+s")
        [asked] = kept(app, "a1").follow_ups
        assert (asked.sent_on, asked.answered_on) == (days_ago(1), TODAY)
        assert asked.state == "answered"


async def test_follow_up_is_removed_and_undone(make_app: MakeApp) -> None:
    thanks = FollowUp(kind=FollowUpKind.THANK_YOU, sent_on=days_ago(2))
    app = make_app([read_on(5, feedback=(SAID, Feedback(text="Older.")), follow_ups=(thanks,))])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "f", "end", "enter")
        await done_with(pilot, "enter")
        assert kept(app, "a1").feedback == (Feedback(text="Older."),)
        await done_with(pilot, "u")
        assert SAID in kept(app, "a1").feedback
        assert kept(app, "a1").follow_ups == (thanks,)


async def test_noted_feedback_wish_shows_its_tip(make_app: MakeApp) -> None:
    earlier = [read_on(60 + n, id=f"b{n}", disposition=Disposition.PASSED_TOLD) for n in range(5)]
    app = make_app([read_on(5, rep=""), *earlier])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "F", "end", "enter")
        await until_form(pilot)
        write(app, "kind", FollowUpKind.FEEDBACK_REQUEST)
        await done_with(pilot, "ctrl+s")
        await shown(pilot)
        tip = desk(app).tips.tip
        assert tip
        assert tip.reason == "because you noted that you'd like feedback"


async def test_discouraged_follow_up_is_not_offered_and_explained(
    make_app: MakeApp,
) -> None:
    app = make_app([read_on(5)])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "F")
        dialog = app.screen
        assert isinstance(dialog, ChoiceDialog)
        offered = [option.prompt for option in dialog.query_one(OptionList).options]
        assert [str(prompt).split("  ")[1].strip() for prompt in offered] == [
            "Update",
            "One that was sent…",
        ]
        said = str(dialog.query_one(".words", Static).content)
        assert "Thank you: after a first audition none is sent" in said
        assert "Role status: nobody asks casting" in said
        assert "Feedback request: it is asked for through an agent" in said
