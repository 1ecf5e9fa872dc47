"""The use of a job is put in on the desk, also of one that came in without any terms."""

import datetime as dt

from callbacktui.domain.enums import Medium
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.tui.forms.form_screen import FormScreen
from tests.factories import audition, days_ago, present
from tests.tui.actions import seen, until_form
from tests.tui.conftest import MakeApp
from tests.tui.practice.test_screen import write
from tests.tui.sample_desks import shown


async def test_usage_can_be_added_to_a_booked_job_without_terms(make_app: MakeApp) -> None:
    job = audition(
        id="spot",
        project="Oats",
        medium=Medium.COMMERCIAL,
        stage=Stage.BOOKED,
        heard_on=days_ago(3),
        disposition=Disposition.OPEN,
    )
    app = make_app((job,))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "e")
        await until_form(pilot)
        terms = {
            "booking.contract": "Commercials 2025",
            "booking.session_on": "3 mar 2026",
            "booking.use_kinds": "broadcast, Canada",
            "booking.is_exclusive": "yes",
            "booking.cycles": "1 Mar-30 May 2026, paid 3 Mar 2026",
            "booking.use_ends_on": "3 dec 2027",
        }
        await write(pilot, **terms)
        await pilot.press("ctrl+s")
        while isinstance(app.screen, FormScreen):
            await pilot.pause(0.01)
        kept = present(present(app.session.ledger.get("spot")).booking)
        assert (kept.contract, kept.use_kinds) == ("Commercials 2025", ("broadcast", "Canada"))
        assert (kept.is_exclusive, kept.use_ends_on) == (True, dt.date(2027, 12, 3))
