"""The commands of People."""

from typing import Final

from callbacktui.tui.commands.command import Change, Command, Place, Requirement
from callbacktui.tui.commands.desk import DESK

PEOPLE: Final = (
    Command("person_up", "k,up", "Up", "One up.", Place.PEOPLE, action="step_item(-1)"),
    Command("person_down", "j,down", "Down", "One down.", Place.PEOPLE, action="step_item(1)"),
    Command("person_first", "g,home", "Top", "The first.", Place.PEOPLE, action="first"),
    Command("person_last", "G,end", "Bottom", "The last.", Place.PEOPLE, action="last"),
    Command("person_open", "enter", "Their auditions", "The desk, with the auditions that name "
            "them.", Place.PEOPLE, Requirement.ITEM, short="their auditions"),
    Command("person_find", "slash", "Find", "Show only names with these letters; empty shows all.",
            Place.PEOPLE, short="find"),
    Command("person_fans", "f", "Fans", "Only those who called you in again, asked for you, or "
            "said something kind; and back.", Place.PEOPLE, short="your fans"),
    Change("person_edit", "e", "Edit", "All that you keep of them; a new name reaches all their "
           "auditions.", Place.PEOPLE, Requirement.ITEM, short="edit"),
    Change("person_new", "n", "New contact", "Somebody no audition names yet.", Place.PEOPLE,
           short="new"),
    Change("person_remove", "d", "Remove", "A contact that no audition names; undo puts it back.",
           Place.PEOPLE, Requirement.ITEM),
    Change("person_join", "plus", "Join", "Two names of one; both histories become one.",
           Place.PEOPLE, Requirement.ITEM, short="join"),
    Change("person_part", "x", "Part", "They are two: those that were joined, or look the same.",
           Place.PEOPLE, Requirement.ITEM, short="not the same"),
    Change("person_feedback", "F", "Ask for feedback", "A short note for your rep, if they know "
           "you; else what is usual instead.", Place.PEOPLE, Requirement.ITEM),
    Command("person_copy", "y", "Copy", "What is said of them, on the clipboard.", Place.PEOPLE,
            Requirement.ITEM),
    Command("story_down", "space,pagedown,J", "On", "Their story, a page down.", Place.PEOPLE,
            action="story(1)"),
    Command("story_up", "pageup,K", "Back", "A page up.", Place.PEOPLE, action="story(-1)"),
    *(command for command in DESK if command.id in {"undo", "redo"}),
)  # fmt: skip
"""Commands of People; undo and redo are those of the desk."""
