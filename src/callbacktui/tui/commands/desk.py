"""The commands of the desk: in the list, in the detail pane, on auditions and between panes."""

from typing import Final

from callbacktui.tui.commands.command import Change, Command, Place, Requirement

PAST: Final = (
    Command("history", "v", "History", "What changed when; any of it can be taken back by itself.",
            needs=Requirement.AUDITION),
    Command("removed", "minus", "Lately removed", "What was removed, and the way to put it back."),
    Command("practice", "p", "Practice", "Classes, coaching, mock tapes, and other work of yours."),
    Command("bookouts", "B", "Book-outs", "Days that you are away, who was told, what clashes."),
    Command("money", "K", "Money", "What you spent, drove and earned, by tax year."),
    Command("pieces", "U", "Pieces and materials", "Songs, monologues, headshots, reels, looks: "
            "where each was used."),
    Change("payment", "dollar_sign", "Payment", "For this audition: due, then paid; one entry of "
           "the money.", needs=Requirement.AUDITION),
    Command("export", "", "Export", "All, or what a filter picks, into a new file: a workbook, a "
            "page, JSON and more.", leaves=True),
    Command("settings", "", "Settings", "Theme, time zone, dates, how long a wait is usual."),
    Command("backups", "0", "Backups", "What each one holds; restoring one, making one now."),
)  # fmt: skip
"""Commands about history, backups, practice and export."""


DETAIL: Final = (
    Command("word", "question_mark", "What the word means", "The marked word, in the glossary; "
            "where none is marked, the help.", Place.DETAIL, action="focused.look_up"),
    Command("word_next", "right_square_bracket", "Next word", "The next word with a line under it.",
            Place.DETAIL, action="focused.next_word(1)"),
    Command("word_before", "left_square_bracket", "Word before", "The previous word.", Place.DETAIL,
            action="focused.next_word(-1)"),
)  # fmt: skip
"""Commands of the detail pane; `?` opens the help if no word is marked."""


LIST: Final = (
    Command("cursor_up", "k,up", "Up", "One audition up.", Place.LIST, action="cursor_up"),
    Command(
        "cursor_down", "j,down", "Down", "One audition down.", Place.LIST, action="cursor_down"
    ),
    Command("page_up", "pageup", "Page up", "One screen up.", Place.LIST, action="page_up"),
    Command(
        "page_down", "pagedown", "Page down", "One screen down.", Place.LIST, action="page_down"
    ),
    Command("first", "g,home", "Top", "The first audition.", Place.LIST, action="first"),
    Command("last", "G,end", "Bottom", "The last audition.", Place.LIST, action="last"),
    Command(
        "open",
        "enter",
        "Open",
        "Open the audition, or fold and unfold a group.",
        Place.LIST,
        action="open",
    ),
    Command(
        "mark",
        "m,space",
        "Mark",
        "Stage, close, edit, let rest, remove and tags then act on all that are marked.",
        Place.LIST,
        Requirement.AUDITION,
        action="mark",
    ),
    Command(
        "mark_all",
        "M",
        "Mark all",
        "All that the list shows, so all that pass the filter; pressed again, none.",
        Place.LIST,
        action="mark_all",
    ),
)
"""Commands of the audition list."""

DESK: Final = (
    Change(
        "new",
        "n",
        "New audition",
        "One quick line, read as you type, or on into the full form.",
        short="new",
    ),
    Change(
        "invitation",
        "i",
        "An invitation",
        "Paste a mail or name a file; what it says is shown before anything is kept.",
    ),
    Change(
        "import",
        "plus",
        "Import auditions",
        "A spreadsheet, or the JSON of an export; how it is read is shown and mended first.",
        leaves=True,
    ),
    Change(
        "next_stage",
        "s",
        "Next stage",
        "Go on from here; only the legal moves are offered.",
        needs=Requirement.PICKED,
        short="stage",
    ),
    Change(
        "reflect",
        "r",
        "Reflect",
        "Ninety seconds: five questions about the last audition.",
        needs=Requirement.AUDITION,
        short="reflect",
    ),
    Change(
        "close",
        "c",
        "Close",
        "It has ended: how, and why if anybody said.",
        needs=Requirement.OPEN,
        short="close",
    ),
    Change(
        "callback",
        "b",
        "Book a round",
        "A callback or another round; what was worn, the sides and the people come along.",
        needs=Requirement.OPEN_HERE,
        short="callback",
    ),
    Change(
        "edit",
        "e",
        "Edit",
        "Every field of the audition; or one field of all that are marked.",
        needs=Requirement.PICKED,
        short="edit",
    ),
    Command("filter", "slash", "Filter", "Words and terms pick auditions.", short="filter"),
    Command("views", "V", "Views", "Filters that you keep under a name; choose or remove one."),
    Change(
        "sweep",
        "w",
        "Sweep",
        "Every quiet audition, one question each.",
        needs=Requirement.QUIET,
        short="sweep",
    ),
    Change(
        "rest",
        "W",
        "Let rest",
        "Closed without a question, as no word came; reopening it takes one key.",
        needs=Requirement.OPEN,
    ),
    Change("undo", "u", "Undo", "Undo the last change.", needs=Requirement.UNDO, short="undo"),
    Change("redo", "ctrl+r", "Redo", "Redo what was undone.", needs=Requirement.REDO),
    Change(
        "edit_round",
        "R",
        "Edit the round",
        "When, where, who with, what you wore and chose; a hold, too.",
        needs=Requirement.AUDITION,
    ),
    Change(
        "reopen",
        "O",
        "Reopen",
        "Reopen a closed audition, at this stage or a later one.",
        needs=Requirement.CLOSED,
    ),
    Change(
        "heard",
        "H",
        "Word came",
        "They said something, or named a date to decide by: the clock starts over.",
        needs=Requirement.OPEN,
    ),
    Change(
        "receipt",
        "S",
        "Sent or answered",
        "Tape sent or opened, time confirmed, hold answered or over, thank-you or use letter "
        "sent, late payment in.",
        needs=Requirement.DUE_HERE,
    ),
    Change(
        "change_time",
        "C",
        "Change of time",
        "A new time for the audition, the tape or the answer to a hold, and who said so; the old "
        "one stays beside it.",
        needs=Requirement.OPEN_HERE,
    ),
    Change(
        "feedback",
        "f",
        "Feedback",
        "What somebody said about the audition, in their words.",
        needs=Requirement.AUDITION,
    ),
    Change(
        "follow_up",
        "F",
        "Follow-up",
        "A thank-you or a question: wanted, sent, answered.",
        needs=Requirement.AUDITION,
    ),
    Change(
        "called_in",
        "N",
        "Called in for something else",
        "A new audition that this one led to: same office and people.",
        needs=Requirement.AUDITION,
    ),
    Change(
        "remove",
        "d",
        "Remove",
        "Removed right away, no questions; undo puts it back.",
        needs=Requirement.PICKED,
    ),
    Change("tags", "number_sign", "Tags", "Your own words for it.", needs=Requirement.PICKED),
    Command(
        "card",
        "a",
        "The card",
        "What to know at the door: when, where, who, what you wore and did last time.",
        needs=Requirement.AUDITION,
    ),
    Command(
        "qr",
        "Q",
        "For the phone",
        "A QR code of the next event, its link or its address.",
        needs=Requirement.AUDITION,
    ),
    Command(
        "to_calendar",
        "",
        "To the calendar",
        "Hand the next event to the calendar of this computer.",
        needs=Requirement.AUDITION,
        leaves=True,
    ),
    Command("sort", "o", "Sort", "The order within each group."),
    Command(
        "copy",
        "y",
        "Copy a summary",
        "A few lines about it, on the clipboard.",
        needs=Requirement.AUDITION,
    ),
    Change(
        "notes",
        "E",
        "Notes in your editor",
        "Opens $EDITOR.",
        needs=Requirement.AUDITION,
        leaves=True,
    ),
    Command(
        "read_tip", "t", "Read the tip", "Its article, at the right section.", needs=Requirement.TIP
    ),
    Command(
        "later_tip",
        "x",
        "This tip another time",
        "It comes back after a week.",
        needs=Requirement.TIP,
    ),
    Command(
        "quiet_tips",
        "X",
        "Quiet, or tips again",
        "No tips on the desk, until this key is pressed again.",
    ),
    *PAST,
    Command(
        "go_to_next",
        "full_stop",
        "Go to what is next",
        "The cursor goes to the audition that the line on top is about.",
    ),
    Command("zoom", "z", "Zoom", "This pane over the whole screen, and back."),
)
"""Commands of the desk, in whatever pane the focus is."""

PANES: Final = (
    Command("pane_list", "1", "Auditions", "Go to the list.", Place.PANES, action="pane(0)"),
    Command("pane_detail", "2", "Detail", "Go to the detail.", Place.PANES, action="pane(1)"),
    Command(
        "pane_reflection", "3", "Reflection", "Go to the look back.", Place.PANES, action="pane(2)"
    ),
    Command("pane_right", "l,right", "Right", "The next pane.", Place.PANES, action="step(1)"),
    Command("pane_left", "h,left", "Left", "The pane before.", Place.PANES, action="step(-1)"),
    Command(
        "pane_next",
        "tab",
        "Next pane",
        "And from the last to the first.",
        Place.PANES,
        action="cycle(1)",
    ),
    Command(
        "pane_before",
        "shift+tab",
        "Pane before",
        "The previous pane.",
        Place.PANES,
        action="cycle(-1)",
    ),
    Command("back", "escape", "Back", "One step back; it never quits.", Place.PANES, action="back"),
)
"""Commands that move between panes."""

TEXT_PANE: Final = (
    Command("pane_down", "j", "Down", "A line down.", Place.TEXT_PANE, action="scroll_down"),
    Command("pane_up", "k", "Up", "A line up.", Place.TEXT_PANE, action="scroll_up"),
    Command("pane_top", "g", "Top", "The first line.", Place.TEXT_PANE, action="scroll_home"),
    Command("pane_bottom", "G", "Bottom", "The last line.", Place.TEXT_PANE, action="scroll_end"),
)
"""Commands of a pane with a text."""

FILTER: Final = (
    Command("filter_clear", "escape", "No filter", "The list shows everything again.",
            Place.FILTER, action="clear", short="no filter"),
    Command("filter_earlier", "up", "Earlier filter", "One that was used before.", Place.FILTER,
            action="recall(-1)", short="earlier"),
    Command("filter_later", "down", "Later filter", "Back to a later one.", Place.FILTER,
            action="recall(1)", short="later"),
    Command("filter_keep", "ctrl+s", "Keep this filter", "Under a name, among your views.",
            Place.FILTER, action="keep", short="keep it"),
)  # fmt: skip
"""Commands of the filter line."""
