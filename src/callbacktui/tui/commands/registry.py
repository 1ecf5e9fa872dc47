"""Every command, once; what the desk runs is in `desk/actions/registry.py`.

Bindings, the footer, the palette and the help are all made from here.
"""

from typing import Final

from callbacktui.tui.commands.command import Command, Place
from callbacktui.tui.commands.desk import DESK, DETAIL, FILTER, LIST, PANES, TEXT_PANE
from callbacktui.tui.commands.dialogs import (
    BROWSING,
    CARD,
    CHOICE,
    CONFIRM,
    DIALOG,
    HELP,
    NOTICES,
    QR,
    SCROLLING,
)
from callbacktui.tui.commands.forms import (
    FIELD,
    FOLD,
    FORM,
    INVITATION,
    LINE,
    PASTING,
    QUICK_ADD,
    REFLECT,
    SCALE,
    SELECT,
)
from callbacktui.tui.commands.import_dialogs import FILE, FOLDER, IMPORT
from callbacktui.tui.commands.insights import INSIGHTS
from callbacktui.tui.commands.library import (
    FINDING,
    LIBRARY,
    READER,
    READING,
    SEARCHING,
    SHELF,
)
from callbacktui.tui.commands.list_dialogs import (
    BACKUPS,
    BOOKOUTS,
    HISTORY,
    MONEY,
    PIECES,
    PRACTICE,
    REMOVED,
    SWEEP,
)
from callbacktui.tui.commands.people import PEOPLE
from callbacktui.tui.commands.today import MONTH, TODAY

PROGRAM: Final = (
    Command(
        "palette",
        "ctrl+p,colon",
        "Palette",
        "Every command and every audition, by name.",
        Place.PROGRAM,
        action="app.command_palette",
    ),
    Command(
        "help",
        "question_mark,f1",
        "Help",
        "All keys, the pane you are in first.",
        Place.PROGRAM,
        short="help",
        action="help",
    ),
    Command(
        "theme",
        "",
        "Theme",
        "Ghostlight, matinee, contrast and more.",
        Place.PROGRAM,
        action="app.change_theme",
    ),
    Command(
        "quiet_numbers",
        "",
        "Hide numbers, or show them",
        "Counts, shares and chances of your own record, in the whole program.",
        Place.PROGRAM,
        action="quiet_numbers",
    ),
    Command(
        "notices",
        "",
        "Startup messages",
        "Repairs, and what another program wrote.",
        Place.PROGRAM,
        action="notices",
    ),
    Command(
        "suspend",
        "ctrl+z",
        "To the shell",
        "Set the program aside; fg comes back to it.",
        Place.PROGRAM,
        action="app.suspend_process",
    ),
    Command(
        "quit",
        "q,ctrl+q",
        "Quit",
        "Everything is saved already.",
        Place.PROGRAM,
        short="quit",
        action="app.quit",
    ),
)
"""Commands of the program itself."""

ROOMS: Final = (
    Command("room_desk", "A", "Desk", "Your auditions.", Place.ROOMS, action="room('room_desk')"),
    Command(
        "room_today",
        "T",
        "Today",
        "What is due now and in the days ahead.",
        Place.ROOMS,
        action="room('room_today')",
    ),
    Command(
        "room_people",
        "P",
        "People",
        "Offices and people: what came of them, and who remembers you.",
        Place.ROOMS,
        action="room('room_people')",
    ),
    Command(
        "room_insights",
        "I",
        "Insights",
        "Few questions about your own record, answered honestly.",
        Place.ROOMS,
        action="room('room_insights')",
    ),
    Command(
        "room_library",
        "L",
        "Library",
        "Articles, voices and the words of the business.",
        Place.ROOMS,
        action="room('room_library')",
    ),
)
"""Commands that switch screens, in the order of the top line."""

COMMANDS: Final = tuple(
    dict.fromkeys(
        (
            *DESK, *LIST, *DETAIL, *TEXT_PANE, *PANES, *FILTER,
            *SHELF, *LIBRARY, *SEARCHING, *READING, *FINDING, *READER, *TODAY, *MONTH, *INSIGHTS,
            *PEOPLE, *ROOMS, *PROGRAM,
            *HISTORY, *REMOVED, *BACKUPS, *PRACTICE, *BOOKOUTS, *MONEY, *PIECES, *BROWSING,
            *SWEEP,
            *FILE, *FOLDER, *IMPORT,
            *QUICK_ADD, *PASTING, *INVITATION, *FORM, *FIELD, *SELECT, *FOLD, *REFLECT, *SCALE,
            *LINE, *CHOICE, *CONFIRM, *SCROLLING, *HELP, *NOTICES, *CARD, *QR, *DIALOG,
        )
    )
)  # fmt: skip

_EVERY_DIALOG: Final = (*DIALOG, *(command for command in PROGRAM if command.id == "help"))

TOGETHER: Final = (
    (*DESK, *LIST, *PANES, *ROOMS, *PROGRAM),
    (*DESK, *DETAIL, *TEXT_PANE, *PANES, *ROOMS),
    (*DESK, *TEXT_PANE, *PANES, *ROOMS, *PROGRAM),
    FILTER,
    (*SHELF, *LIBRARY, *ROOMS, *PROGRAM),
    (*TODAY, *ROOMS, *PROGRAM),
    (*MONTH, *(command for command in TODAY if not command.action), *ROOMS, *PROGRAM),
    (*INSIGHTS, *ROOMS, *PROGRAM),
    (*PEOPLE, *ROOMS, *PROGRAM),
    SEARCHING,
    (*READING, *ROOMS, *PROGRAM),
    FINDING,
    (*READING, *READER),
    (*HISTORY, *BROWSING, *_EVERY_DIALOG),
    (*REMOVED, *BROWSING, *_EVERY_DIALOG),
    (*BACKUPS, *BROWSING, *_EVERY_DIALOG),
    (*PRACTICE, *BROWSING, *_EVERY_DIALOG),
    (*BOOKOUTS, *BROWSING, *_EVERY_DIALOG),
    (*MONEY, *BROWSING, *_EVERY_DIALOG),
    (*PIECES, *BROWSING, *_EVERY_DIALOG),
    (*SWEEP, *_EVERY_DIALOG),
    (*QUICK_ADD, *FIELD, *_EVERY_DIALOG),
    (*PASTING, *_EVERY_DIALOG),
    (*INVITATION, *BROWSING, *_EVERY_DIALOG),
    (*FILE, *FOLDER, *(c for c in BROWSING if c.id != "list_close"), *_EVERY_DIALOG),
    (*IMPORT, *BROWSING, *_EVERY_DIALOG),
    (*FORM, *FIELD, *SELECT, *_EVERY_DIALOG),
    (*FORM, *FIELD, *FOLD, *_EVERY_DIALOG),
    (*REFLECT, *SCALE, *_EVERY_DIALOG),
    (*LINE, *FIELD, *_EVERY_DIALOG),
    (*CHOICE, *_EVERY_DIALOG),
    (*CONFIRM, *_EVERY_DIALOG),
    (*SCROLLING, *HELP, *_EVERY_DIALOG),
    (*SCROLLING, *NOTICES, *_EVERY_DIALOG),
    (*CARD, *TEXT_PANE, *_EVERY_DIALOG),
    (*QR, *_EVERY_DIALOG),
)
"""Groups of commands active at the same time: within one, no key may be used twice."""

BY_ID: Final = {command.id: command for command in COMMANDS}
