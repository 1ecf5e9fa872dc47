"""Synonyms for commands, as an actor may type them into the palette."""

import re
from typing import Final

import msgspec

OTHER_WORDS: Final = {
    "new": "add create audition submit tape",
    "invitation": "paste mail email eml message clipboard",
    "import": "csv xlsx xls ods json spreadsheet excel bring in auditions open file table",
    "next_stage": "move stage callback hold pin booked offer audition done",
    "reflect": "review rate debrief journal look back",
    "close": "reject passed release end over ghosted cancel canceled withdraw job role cut",
    "callback": "second round chemistry read producer session",
    "edit": "change fields details correct agent rep rename",
    "edit_round": "appointment date time place sides self-tape",
    "receipt": "sent tape upload opened receipt confirm answer avail hold released pin lapsed "
    "first refusal thank you wrapped",
    "change_time": "moved extended deadline reschedule later appointment audition callback pushed",
    "filter": "find search list show only",
    "views": "saved filters named keep view",
    "sweep": "quiet silence tidy clean up old",
    "rest": "let go ghosted silence close all batch",
    "heard": "feedback answer reply response news notes from casting",
    "remove": "delete trash",
    "removed": "deleted trash restore undelete",
    "undo": "take back revert",
    "notes": "editor vim write",
    "tags": "labels",
    "copy": "clipboard share",
    "qr": "qr code phone send scan camera barcode calendar link address",
    "to_calendar": "calendar ics event outlook phone export add",
    "card": "door callback prepare wore sides address where who",
    "read_tip": "tip advice article",
    "quiet_tips": "mute hide tips",
    "history": "changes log versions",
    "practice": "class classes coaching workshop log training",
    "bookouts": "away vacation holiday unavailable conflict clash dates avail bookout book out",
    "money": "expenses miles mileage income taxes commission paid invoice receipts log",
    "pieces": "song songs monologue monologues scene book repertoire headshot headshots reel reels "
    "resume look outfit materials used worn",
    "payment": "paid fee income invoice due money residuals commission",
    "export": "csv json xlsx excel workbook markdown html print page spreadsheet ics calendar "
    "save as download agent rep",
    "settings": "config configuration preferences options theme zone dates order windows wait",
    "backups": "backup restore keep copy",
    "pane_list": "list auditions show",
    "pane_detail": "show open details",
    "room_desk": "home auditions list",
    "room_library": "advice articles voices quotes glossary read import article page",
    "library_bring_in": "import add article html markdown",
    "room_people": "contacts casting directors agents offices network fans remembered",
    "person_join": "merge duplicate same alias",
    "person_part": "split unmerge separate",
    "person_edit": "rename contact alias",
    "person_remove": "delete contact forget",
    "theme": "colors colours look dark light contrast appearance",
    "quiet_numbers": "quiet mode statistics counts percent calm",
    "notices": "doctor warnings repairs news sync",
    "help": "keys shortcuts manual",
    "suspend": "shell terminal background",
    "quit": "exit leave close",
}
"""Synonyms by command id, separated by spaces."""


class ShellCommand(msgspec.Struct, frozen=True):
    """A command of the command line; `words` find it in the palette, `usage` is how to run it."""

    name: str
    words: str
    usage: str
    about: str


SHELL: Final = (
    ShellCommand("Read an invitation", "paste invitation mail eml email message",
                 "callbacktui paste FILE", "The text of a mail, an .eml or an .ics file."),
    ShellCommand("The pocket", "pocket phone calendar ics caldav khal vdirsyncer syncthing sync",
                 "callbacktui pocket", "A calendar and a page for the phone, as files."),
    ShellCommand("All settings", "settings config configuration preferences options keys edit set",
                 "callbacktui config edit", "Opens the settings file; config set sets one."),
    ShellCommand("Where the files are", "where files paths data settings",
                 "callbacktui where", "Names the data file, the settings and the state folder."),
    ShellCommand("Doctor", "doctor check repair damage health mend",
                 "callbacktui doctor", "Looks at the data file and all around it."),
    ShellCommand("Demo", "demo example sample try career",
                 "callbacktui demo", "A made-up career to look around in."),
    ShellCommand("Sheet for the accountant", "taxes accountant money expenses csv export",
                 "callbacktui money export -o FILE", "A row for each expense, drive and payment."),
    ShellCommand("Pieces for scripts", "pieces songs monologues headshots reels looks list json",
                 "callbacktui pieces list", "Where each was used; pieces use notes it for one."),
    ShellCommand("Use of a commercial", "usage commercial cycle fee exclusive renew stub letter",
                 "callbacktui usage list", "Cycles, the end of use, the days to write about it."),
    ShellCommand("Jobs", "booking job fitting work dates pickup fee commission wrap wrapped",
                 "callbacktui booking list", "What is booked, its terms and its payments."),
    ShellCommand("Holds", "hold holds pin pinned avail first refusal released answer ask rep note",
                 "callbacktui hold list", "What is held, in their words; hold note asks the rep."),
    ShellCommand("In a browser", "browser web serve tab chrome firefox page",
                 "callbacktui serve", "This program in a tab, on this computer alone."),
    ShellCommand("Encrypted backup", "encrypt backup password passphrase usb copy",
                 "callbacktui backup create -o FILE --encrypt", "An encrypted copy to take along."),
    ShellCommand("Manual pages", "man manual pages documentation",
                 "callbacktui man", "Writes a page for each command of the shell."),
    ShellCommand("A page for your rep", "rep agent manager page report one sheet fans",
                 "callbacktui rep --format html -o rep.html", "One page; no word under NDA."),
    ShellCommand("A year in review", "year review annual summary look back",
                 "callbacktui year", "How much there was, of what kind, for which offices."),
    ShellCommand("Lists for scripts", "list show json script print move reopen tip completion",
                 "callbacktui --help", "Every command for scripts and other programs."),
)  # fmt: skip


_FILLERS: Final = frozenset(
    {
        *("a", "an", "and", "be", "can", "did", "do", "does", "for", "from", "get", "got", "has"),
        *(
            "have",
            "how",
            "i",
            "in",
            "is",
            "it",
            "me",
            "my",
            "of",
            "on",
            "so",
            "that",
            "the",
            "this",
        ),
        *("to", "was", "we", "what", "when", "where", "which", "who", "with", "you", "your"),
    }
)
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ing|ed|s)$")


def begins(words: str, query: str) -> bool:
    """Return whether each typed word, but for its ending, is the beginning of one of `words`.

    "How do I" and other words that say nothing are left out, unless nothing else was typed.
    """
    there = words.casefold().split()
    typed = [word.strip("?!.,") for word in query.casefold().split()]
    asked = [word for word in typed if word not in _FILLERS] or typed
    return bool(asked) and all(
        any(word.startswith((a, _ENDING.sub("", a))) for word in there) for a in asked
    )
