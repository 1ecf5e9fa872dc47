"""The first list decodes what is open, counts the others, and reads them once it is drawn."""

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.widgets import Static

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import rows_of
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import Group
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from callbacktui.store import record_table
from callbacktui.store.format.codec import value_of
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.tui.components.message_dialog import NotesDialog
from tests.factories import NOW, audition, span
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import CLOSED, SEVERAL, TAPE, desk, lines, listed, shown, typed

SIZE = (140, 40)
CAREER = make_career(300, 7, NOW, open_material())


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the records that are decoded; the others are not read by themselves."""
    ids: list[str] = []

    def noted(kind: type[Audition], record_id: str, line: bytes) -> Audition:
        ids.append(record_id)
        return value_of(kind, record_id, line)

    monkeypatch.setattr(record_table, "value_of", noted)
    monkeypatch.setattr("callbacktui.tui.desk.screen._DRAWN", 3600)
    return ids


async def read_the_rest(app: App[None]) -> None:
    await desk(app)._read_the_rest().wait()
    desk(app)._mark_terms()


def text(app: App[None]) -> str:
    return "\n".join(lines(app))


def foot(app: App[None]) -> str:
    return str(listed(app).border_subtitle)


async def test_first_list_decodes_only_open_auditions(
    make_app: MakeApp, decoded: list[str]
) -> None:
    app = make_app(CAREER)
    still_open = [audition.id for audition in CAREER if audition.is_open]
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        ended = rows_of(listed(app).board, Group.CLOSED)
        assert len(ended) == len(CAREER) - len(still_open)
        assert "300 of 300" in foot(app)
        assert sorted(decoded) == sorted(still_open)
        before = lines(app)
        await read_the_rest(app)
        await shown(pilot)
        assert lines(app) == before
        assert sorted(decoded) == sorted(audition.id for audition in CAREER)


async def test_unfolding_or_filtering_at_once_shows_everything(
    make_app: MakeApp, decoded: list[str]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert CLOSED.id not in decoded
        await seen(pilot, "/")
        await typed(pilot, "is:closed")
        await seen(pilot)
        assert CLOSED.project in text(app)
        await read_the_rest(app)
        await shown(pilot)
        assert CLOSED.project in text(app)


@pytest.mark.parametrize("disposition", ["open", "passed_told"])
async def test_unreadable_record_is_reported_after_all_are_read(
    make_app: MakeApp, disposition: str
) -> None:
    app = make_app(SEVERAL)
    file = app.session.repository._db.file
    odd = {"id": "odd", "project": 7, "disposition": disposition}
    file.commit({"auditions": TableEdit(puts={"odd": odd})})
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        assert isinstance(app.screen, NotesDialog)
        assert "odd" in "".join(str(note.content) for note in app.screen.query(Static))
        await seen(pilot, "escape")
        assert "6 of 6" in foot(app)
        assert "Closed 1" in text(app)


async def test_unreadable_record_is_reported_even_if_read_earlier(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(SEVERAL)
    file = app.session.repository._db.file
    odd = {"id": "odd", "project": 7, "disposition": "passed_told"}
    file.commit({"auditions": TableEdit(puts={"odd": odd})})
    app = make_app()
    monkeypatch.setattr("callbacktui.tui.desk.screen._DRAWN", 3600)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.session.ledger.all()
        desk(app)._get_on()
        await shown(pilot)
        assert isinstance(app.screen, NotesDialog)
        await seen(pilot, "escape")
        assert "6 of 6" in foot(app)


async def test_report_of_unreadable_records_waits_for_the_current_message(
    make_app: MakeApp, decoded: list[str]
) -> None:
    app = make_app(SEVERAL)
    file = app.session.repository._db.file
    odd = {"id": "odd", "project": 7, "disposition": "passed_told"}
    file.commit({"auditions": TableEdit(puts={"odd": odd})})
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await seen(pilot, "f1")
        on_top = app.screen
        assert on_top is not desk(app)
        await read_the_rest(app)
        await seen(pilot)
        assert app.screen is on_top
        await seen(pilot, "escape")
        await shown(pilot)
        assert isinstance(app.screen, NotesDialog)


async def test_clash_with_a_closed_job_appears_after_all_are_read(
    make_app: MakeApp, decoded: list[str]
) -> None:
    done_job = audition(
        id="job",
        project="Bright Soda",
        product_category="soda",
        stage=Stage.WRAPPED,
        disposition=Disposition.COMPLETED,
        booking=Booking(exclusive=span("1 Nov-31 Dec")),
    )
    rival = replace(TAPE, product_category="soda")
    app = make_app([rival, done_job])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert not listed(app).clashing
        await read_the_rest(app)
        await shown(pilot)
        assert listed(app).clashing == {"tape", "job"}
