"""From the desk to the phone, and to the calendar of this computer."""

import asyncio
from pathlib import Path

from callbacktui.domain.dates.formatting import format_moment
from callbacktui.domain.dates.spans import format_range
from callbacktui.domain.door_card import nearest_round
from callbacktui.domain.text import clean_line
from callbacktui.exchange.ics.entries import CalendarEntry, next_entry
from callbacktui.exchange.ics.writer import write_calendar, write_event
from callbacktui.store.base.errors import display_path, reason_of
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.state_folder import state_folder
from callbacktui.system_opener import open_file
from callbacktui.tui.desk.qr_screen import QrScreen, QrSubject
from callbacktui.tui.shell.command_availability import NOT_IN_BROWSER
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

_FILE = "event.ics"


async def qr(desk: CommandContext, about: CommandTarget) -> None:
    """Show a QR code of the next event; hand the event to the calendar if that is chosen."""
    audition = about.one
    if audition is None:
        return
    read, entry = nearest_round(audition), next_entry(audition)
    subject = QrSubject(
        title=clean_line(audition.name),
        when=_when(entry, desk),
        entry=entry,
        link=read.url.strip() if read else "",
        place=read.place.strip() if read else "",
    )
    if entry is None and not subject.link and not subject.place:
        desk.refuse(f"Nothing in it has a date yet; {desk.keys['edit_round']} adds one.")
        return
    answer = await desk.ask(QrScreen(subject, is_ascii=desk.session.config.ascii))
    if answer == "to_calendar" and desk.app.is_web:
        desk.refuse(NOT_IN_BROWSER)
    elif answer == "to_calendar":
        await to_calendar(desk, about)


async def to_calendar(desk: CommandContext, about: CommandTarget) -> None:
    """Hand the next event to the program that this system opens calendar files with."""
    audition = about.one
    entry = next_entry(audition) if audition else None
    if entry is None:
        desk.refuse(f"Nothing in it has a date yet; {desk.keys['edit_round']} adds one.")
        return
    data = write_calendar([write_event(entry, desk.now())])
    file = state_folder(desk.session.path) / _FILE
    try:
        is_open = await asyncio.to_thread(_write_and_open, file, data)
    except OSError as error:
        desk.say(f"The event could not be written: {reason_of(error)}.", failed=True)
        return
    if is_open:
        desk.say("Handed to the calendar of this computer.")
    else:
        desk.refuse(f"No program for calendars is found here. The event is in {display_path(file)}")


def _write_and_open(file: Path, data: bytes) -> bool:
    Disk().replace_atomically(file, data)
    return open_file(file)


def _when(entry: CalendarEntry | None, desk: CommandContext) -> str:
    """Return when an event is, in full."""
    if entry and entry.at:
        return format_moment(entry.at, desk.now())
    return format_range(entry.days) if entry and entry.days else ""
