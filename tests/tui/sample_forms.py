"""Forms to test with, and helpers that read what they show."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.domain.base_classes import Value
from callbacktui.domain.enums import Medium
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS
from callbacktui.tui.forms.collapsible import Collapsible
from callbacktui.tui.forms.field_row import FieldRow
from callbacktui.tui.forms.form_screen import FormScreen
from tests.factories import audition
from tests.tui.host_app import Host, session

KEY = "audition a1"
NINA = audition(role="Nina", project="The Seagull", medium=Medium.THEATRE)


class Kept:
    """Records the fields that a form saves, and returns a prepared answer."""

    def __init__(self, answer: str | None = None) -> None:
        self.changed: list[dict[str, object]] = []
        self.answer = answer

    async def __call__(self, changed: Mapping[str, object]) -> str | None:
        self.changed.append(dict(changed))
        return self.answer


def form(
    state: Path,
    keep: Kept,
    record: Value = NINA,
    fields: tuple[Field, ...] = AUDITION_FIELDS,
    **more: Any,
) -> Host:
    place = session(state)
    title = "Edit [/ [lead]"
    screen = FormScreen(title, fields, record, draft_key=KEY, keep=keep, session=place, **more)
    return Host(screen)


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def row(host: Host, name: str) -> FieldRow:
    return next(row for row in host.shown.query(FieldRow) if row.field.name == name)


def note(host: Host, name: str) -> str:
    return str(row(host, name).query_one(".note", Static).render())


def focused(host: Host) -> str:
    found = next(r for r in host.shown.query(FieldRow) if r.has_focus_within)
    return found.field.name


def foot(host: Host, which: str) -> str:
    line = host.shown.query_one(f".{which}", Static)
    return str(line.render()) if line.display else ""


async def unfold_all(host: Host, pilot: Pilot[None]) -> None:
    for fold in host.shown.query(Collapsible):
        fold.folded = False
    await settled(pilot)
