"""The commands of all dialogs, and of those that ask, scroll or list something."""

from typing import Final

from msgspec.structs import replace

from callbacktui.tui.commands.command import Command, Place

BACK: Final = Command("dialog_back", "escape", "Back", "One step back, without an answer.",
                      Place.DIALOG, short="back", action="leave")  # fmt: skip

DIALOG: Final = (BACK,)
"""Commands of every dialog."""

CHOICE: Final = (
    Command("choice_pick", "enter", "Pick", "The answer under the cursor; its letter picks, too.",
            Place.CHOICE, short="or a letter picks", action="pick"),
    Command("choice_down", "j", "Down", "The next answer.", Place.CHOICE, action="down"),
    Command("choice_up", "k", "Up", "The answer before.", Place.CHOICE, action="up"),
)  # fmt: skip
"""Commands of a dialog with several answers."""

CHOICE_WITHOUT_LETTERS: Final = (
    replace(CHOICE[0], about="The answer under the cursor.", short="pick"),
    *CHOICE[1:],
)
"""The same for a question that comes up by itself."""

CONFIRM: Final = (
    Command("confirm_no", "n", "No", "The safe answer; nothing happens.", Place.CONFIRM,
            action="dismiss(False)"),
    Command("confirm_yes", "y", "Yes", "Go on with it.", Place.CONFIRM, action="dismiss(True)"),
    Command("confirm_before", "left,up,h,k", "Answer before", "The focus goes one back.",
            Place.CONFIRM, action="app.focus_previous"),
    Command("confirm_next", "right,down,l,j", "Next answer", "The focus goes one on.",
            Place.CONFIRM, action="app.focus_next"),
)  # fmt: skip
"""Commands of a dialog with two answers."""

SCROLLING: Final = (
    Command("text_down", "j", "Down", "A line down.", Place.SCROLLING,
            action="focused.scroll_down"),
    Command("text_up", "k", "Up", "A line up.", Place.SCROLLING, action="focused.scroll_up"),
    Command("text_page_down", "space", "Page down", "Page down.", Place.SCROLLING,
            action="focused.page_down"),
    Command("text_page_up", "pageup", "Page up", "Page up.", Place.SCROLLING,
            action="focused.page_up"),
    Command("text_first", "g", "Top", "The first line.", Place.SCROLLING,
            action="focused.scroll_home"),
    Command("text_last", "G", "Bottom", "The last line.", Place.SCROLLING,
            action="focused.scroll_end"),
    Command("text_close", "q", "Back", "To where you were; the program stays open.",
            Place.SCROLLING, action="leave"),
)  # fmt: skip
"""Commands of a dialog with a long text."""

HELP: Final = (
    Command("help_search", "slash", "Search", "Words to look for among all keys.", Place.HELP,
            short="search", action="search"),
)  # fmt: skip
"""More commands of the help, which also scrolls; the key that opened it closes it."""

NOTICES: Final = (
    Command("notices_read", "enter", "Read", "Close them; the palette has them again.",
            Place.NOTICES, short="read", action="leave"),
)  # fmt: skip
"""More commands of the notices, which also scroll."""

CARD: Final = (
    Command("card_copy", "y", "Copy", "The whole card, on the clipboard.", Place.CARD,
            short="copy", action="screen.dismiss('copy')"),
    Command("card_round", "R", "Edit the round", "What is not noted is put in there.", Place.CARD,
            short="edit the round", action="screen.dismiss('edit_round')"),
)  # fmt: skip
"""Commands of the card."""

QR: Final = (
    Command("qr_event", "e", "The event", "A code that adds the event to the phone's calendar.",
            Place.QR, short="event", action="screen.part('EVENT')"),
    Command("qr_link", "l", "The link", "A code that opens the link of the audition.", Place.QR,
            short="link", action="screen.part('LINK')"),
    Command("qr_place", "p", "The address", "A code with the address, to look it up.", Place.QR,
            short="address", action="screen.part('PLACE')"),
    Command("qr_calendar", "O", "To the calendar", "Hands the event to this computer's calendar.",
            Place.QR, short="to the calendar", action="screen.dismiss('to_calendar')"),
)  # fmt: skip
"""Commands of the QR code."""

BROWSING: Final = (
    Command("list_down", "j", "Down", "A line down, in the list or beside it.", Place.BROWSING,
            action="move(1)"),
    Command("list_up", "k", "Up", "A line up.", Place.BROWSING, action="move(-1)"),
    Command("list_first", "g", "Top", "The first line.", Place.BROWSING, action="move(-1000000)"),
    Command("list_last", "G", "Bottom", "The last line.", Place.BROWSING, action="move(1000000)"),
    Command("list_other_side", "tab", "Other side", "From the list to the page beside it.",
            Place.BROWSING, short="to the other side", action="app.focus_next"),
    Command("list_close", "q", "Back", "To the desk; the program stays open.",
            Place.BROWSING, action="leave"),
)  # fmt: skip
"""Commands of a dialog with a list and the details of a line."""
