"""The commands of Today."""

from typing import Final

from callbacktui.tui.commands.command import Change, Command, Place
from callbacktui.tui.commands.desk import DESK

TODAY: Final = (
    Command("agenda_up", "k,up", "Up", "One thing up.", Place.TODAY, action="step_item(-1)"),
    Command("agenda_down", "j,down", "Down", "One thing down.", Place.TODAY,
            action="step_item(1)"),
    Command("agenda_first", "g,home", "Top", "The first thing.", Place.TODAY, action="first"),
    Command("agenda_last", "G,end", "Bottom", "The last thing.", Place.TODAY, action="last"),
    Command("agenda_open", "enter", "Open on the desk", "The desk, at this audition; or the sweep.",
            Place.TODAY, short="open"),
    Change("agenda_given", "S", "Sent, or given", "The tape is sent, or the read was given.",
           Place.TODAY, short="sent or given"),
    *(command for command in DESK if command.id in {"undo", "redo"}),
)  # fmt: skip
"""Commands of Today; undo and redo are those of the desk."""
