"""The practice log: entries are added, edited, removed and put back, and nothing is lost."""

import json
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.domain.change import Change
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.domain.reflection import NONE_GIVEN
from callbacktui.domain.text import clean
from callbacktui.store.base.errors import StoreWriteFailed
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.field_types import FieldError
from callbacktui.tui.forms.collapsible import Collapsible
from callbacktui.tui.forms.field_row import FieldRow
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.practice.fields import PRACTICE_FIELDS
from callbacktui.tui.practice.screen import PracticeScreen
from tests.factories import NOW, days_ago, present
from tests.store.stock import unstamped
from tests.tui.conftest import MakeApp, look_only
from tests.tui.sample_desks import (
    HOSTILE,
    SEVERAL,
    detail_text,
    details_drawn,
    press,
    rows,
    shown,
    trouble,
)

WIDE = (120, 36)
CLASS = Practice(id="p1", date=days_ago(3), kind=PracticeKind.CLASS, who="Sam", minutes=90)
TAPE = Practice(id="p2", date=days_ago(9), kind=PracticeKind.MOCK_TAPE, note="Two takes, no stop.")


async def save(pilot: Pilot[None]) -> None:
    """Save the form, and wait until it is closed."""
    await pilot.press("ctrl+s")
    while isinstance(pilot.app.screen, FormScreen):
        await pilot.pause(0.01)
    await details_drawn(pilot)


async def write(pilot: Pilot[None], **texts: str) -> None:
    """Write into the fields of the open form, folded ones too."""
    for fold in pilot.app.screen.query(Collapsible):
        fold.folded = False
    rows = {row.field.name: row for row in pilot.app.screen.query(FieldRow)}
    while texts.keys() - rows.keys():  # what was folded is made once it is unfolded
        await pilot.pause(0.01)
        rows = {row.field.name: row for row in pilot.app.screen.query(FieldRow)}
    for name, text in texts.items():
        rows[name].rewrite(text)
    await pilot.pause()


def kept(app: CallbackApp) -> list[Practice]:
    return app.session.repository.practice.all()


def with_practice(make_app: MakeApp, *practices: Practice) -> CallbackApp:
    app = make_app(SEVERAL)
    app.session.repository.write([Change(before=None, after=p) for p in practices], "Kept")
    return app


async def test_practice_is_saved_as_written(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await press(pilot, "p")
        assert rows(app) == []
        assert "n makes the first entry" in detail_text(app)
        await press(pilot, "n")
        await write(pilot, kind="mock_tape", who="Sam Doe", minutes="40", direction="none given")
        await save(pilot)
        assert rows(app) == ["Sat 21 Nov  Mock tape with Sam Doe"]
    (practice,) = kept(app)
    assert (practice.kind, practice.who) == (PracticeKind.MOCK_TAPE, "Sam Doe")
    assert (practice.date, practice.minutes) == (NOW.date(), 40)
    assert practice.direction == NONE_GIVEN
    assert app.session.drafts.all() == []


async def test_practice_is_listed_newest_first_and_edited(make_app: MakeApp) -> None:
    app = with_practice(make_app, TAPE, CLASS)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "p")
        assert [line.split("  ")[1] for line in rows(app)] == ["Class with Sam", "Mock tape"]
        assert "90" in detail_text(app)
        await press(pilot, "j")
        assert "Two takes, no stop." in detail_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        await write(pilot, clarity="4", pacing="-1")
        await save(pilot)
        assert "a little rushed" in detail_text(app)
    edited = next(practice for practice in kept(app) if practice.id == "p2")
    assert (edited.clarity, edited.pacing, edited.note) == (4, -1, TAPE.note)
    assert CLASS in kept(app)


async def test_removed_practice_is_backed_up_and_restored(make_app: MakeApp) -> None:
    app = with_practice(make_app, TAPE, CLASS)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "p", "u")
        assert len(kept(app)) == 2
        assert "Nothing to undo" in str(app.screen.query_one(".hint", Static).content)
        await press(pilot, "d")
        assert kept(app) == [TAPE]
        assert "removal" in [b.before for b in app.session.repository.backups.all()]
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "p", "u")
        assert sorted(practice.id for practice in kept(app)) == ["p1", "p2"]
        assert CLASS in kept(app)


async def test_failed_save_keeps_the_form_and_the_draft(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = with_practice(make_app, CLASS)

    def full(*_: object) -> None:
        raise StoreWriteFailed(app.session.path, OSError(28, "full"))

    monkeypatch.setattr(app.session.repository, "write", full)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "p", "d")
        assert "the disk is full" in trouble(app)
        assert len(rows(app)) == 1
        await press(pilot, "e")
        await write(pilot, note="What I learned.")
        await pilot.press("ctrl+s")
        while not trouble(app):
            await pilot.pause(0.01)
        assert isinstance(app.screen, FormScreen)
        assert "the disk is full" in trouble(app)
    assert kept(app) == [CLASS]
    (draft,) = app.session.drafts.all()
    assert draft.fields["note"] == "What I learned."


async def test_read_only_practice_can_be_read(make_app: MakeApp) -> None:
    app = look_only(with_practice(make_app, CLASS).session)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "p")
        for key in ("n", "e", "d", "u", "enter"):
            await press(pilot, key)
            assert isinstance(app.screen, PracticeScreen)
            assert "Nothing can be changed here: as you asked" in trouble(app)
        assert "90" in detail_text(app)
    assert kept(app) == [CLASS]


async def test_unreadable_practice_is_reported_and_kept(make_app: MakeApp) -> None:
    app = with_practice(make_app, CLASS)
    later = {"id": "p9", "date": "2026-11-20", "kind": "table read"}
    app.session.repository._db.file.commit({"practice": TableEdit(puts={"p9": later})})
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "p")
        assert len(rows(app)) == 1
        said = str(app.screen.query_one(".hint", Static).content)
        assert said.startswith("1 record in the file cannot be read and stays there as it is: p9")
    record = app.session.repository._db.kept("practice").json("p9")
    assert unstamped(json.loads(present(record))) == later


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (80, 24), WIDE])
async def test_practice_text_is_never_parsed_as_markup(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    def spoiled(n: int, words: str) -> Practice:
        return Practice(
            id=f"h{n}", date=days_ago(n), kind=PracticeKind.COACHING, who=words, note=words
        )

    app = with_practice(make_app, *(spoiled(n, words) for n, words in enumerate(HOSTILE)))
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await press(pilot, "p")
        for words in HOSTILE:
            said = "".join(detail_text(app).split())
            assert "".join(clean(words).split())[:50] in said
            assert "\x07" not in said
            await press(pilot, "j")
        assert app.is_running


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("date", "", "Write the day; today will do."),
        ("clarity", "6", "Write a number from 1 to 5."),
        ("pacing", "-3", "Write a number from -2 to 2."),
        ("direction", "0", "Write a number from 1 to 5."),
        ("minutes", "1441", "Write a number from 0 to 1,440."),
    ],
)
def test_invalid_mark_is_refused(name: str, text: str, said: str) -> None:
    with pytest.raises(FieldError, match=said):
        _kind(name).read(text, NOW, DateOrder.MDY)


@pytest.mark.parametrize("name", [field.name for field in PRACTICE_FIELDS])
def test_saved_values_round_trip_through_the_form(name: str) -> None:
    whole = Practice(
        id="p3",
        date=days_ago(1),
        kind=PracticeKind.OWN_CONTENT,
        who="Ida",
        minutes=0,
        clarity=5,
        direction=NONE_GIVEN,
        pacing=-2,
        listening=1,
        myself=3,
        note="One\nand two",
        link="https://example.org/x",
    )
    value = getattr(whole, name)
    assert _kind(name).read(_kind(name).to_text(value, NOW), NOW, DateOrder.MDY) == value


def test_every_practice_field_is_in_the_form() -> None:
    assert {"id", *(field.name for field in PRACTICE_FIELDS)} == set(Practice.__struct_fields__)


def _kind(name: str) -> Any:
    return next(field.kind for field in PRACTICE_FIELDS if field.name == name)
