"""The commands of the dialogs with a list: history, backups, practice, money, pieces and others.

Each of these dialogs says itself why it cannot run a command.
"""

from typing import Final

from callbacktui.tui.commands.command import Change, Command, Place

HISTORY: Final = (
    Change("history_take_back", "t", "Take back", "Just this change; later ones stay.",
           Place.HISTORY, short="take back", action="take_back"),
    Change("history_undo", "u", "Undo", "What was last taken back here.", Place.HISTORY,
           short="undo", action="undo"),
)  # fmt: skip
"""Commands of the history of one audition."""

REMOVED: Final = (
    Change("removed_bring_back", "enter,b", "Put back", "It is on the desk again.",
           Place.REMOVED, short="put back", action="bring_back"),
    Command("removed_history", "v", "Its history", "What changed before it was removed.",
            Place.REMOVED, short="its history", action="history"),
)  # fmt: skip
"""Commands of the list of removed auditions."""

BACKUPS: Final = (
    Change("backups_go_back", "enter,r", "Restore", "Asks first; undo takes it back.",
           Place.BACKUPS, short="restore", action="go_back"),
    Command("backups_make", "b", "Back up now", "Everything as it is at this moment.",
            Place.BACKUPS, short="back up now", action="back_up"),
)  # fmt: skip
"""Commands of the list of backups."""

REDO: Final = Change("list_redo", "ctrl+r", "Redo", "Redo what was undone.", Place.BROWSING,
                     action="redo")  # fmt: skip
"""A command of each dialog that lists the records of one kind."""

PRACTICE: Final = (
    Change("practice_new", "n", "New practice", "A class, coaching, a mock tape, work of yours.",
           Place.PRACTICE, short="new", action="new"),
    Change("practice_edit", "enter,e", "Edit practice", "Every field of it.", Place.PRACTICE,
           short="edit", action="edit"),
    Change("practice_remove", "d", "Remove practice", "Removed right away; undo puts it back.",
           Place.PRACTICE, short="remove", action="remove"),
    Change("practice_put_back", "u", "Undo", "The last change, wherever it was made.",
           Place.PRACTICE, short="undo", action="undo"),
    REDO,
)  # fmt: skip
"""Commands of the practice log."""

BOOKOUTS: Final = (
    Change("bookout_new", "n", "New book-out", "Days, half a day, some hours, days that repeat.",
           Place.BOOKOUTS, short="new", action="new"),
    Change("bookout_edit", "enter,e", "Edit book-out", "Its days, why, and how firm.",
           Place.BOOKOUTS, short="edit", action="edit"),
    Change("bookout_tell", "t", "Told", "Who was told of it; or of all that nobody was told of.",
           Place.BOOKOUTS, short="told", action="tell"),
    Command("bookout_note", "y", "Copy a note to your rep", "All that nobody was told of yet, "
            "without your reasons. Nothing is sent.", Place.BOOKOUTS, short="copy the note",
            action="copy_note"),
    Change("bookout_remove", "d", "Remove book-out", "Removed right away; undo puts it back.",
           Place.BOOKOUTS, short="remove", action="remove"),
    Change("bookout_put_back", "u", "Undo", "The last change, wherever it was made.",
           Place.BOOKOUTS, short="undo", action="undo"),
    REDO,
)  # fmt: skip
"""Commands of the book-outs."""

MONEY: Final = (
    Change("money_new", "n", "New entry", "An expense, miles, or income.", Place.MONEY,
           short="new", action="new"),
    Change("money_edit", "enter,e", "Edit entry", "Every field of it.", Place.MONEY,
           short="edit", action="edit"),
    Change("money_paid", "p", "It was paid", "The income came; it asks on what day.", Place.MONEY,
           short="paid", action="paid"),
    Change("money_remove", "d", "Remove entry", "Removed right away; undo puts it back.",
           Place.MONEY, short="remove", action="remove"),
    Change("money_put_back", "u", "Undo", "The last change, wherever it was made.",
           Place.MONEY, short="undo", action="undo"),
    REDO,
)  # fmt: skip
"""Commands of the money log."""

PIECES: Final = (
    Change("piece_new", "n", "New piece", "A song, a monologue, a scene, a headshot, a reel, a "
           "look.", Place.PIECES, short="new", action="new"),
    Change("piece_edit", "enter,e", "Edit piece", "Every field of it; auditions get a new title, "
           "too.", Place.PIECES, short="edit", action="edit"),
    Change("piece_retire", "r", "Retire, or bring back", "Out of use from today, or in use again; "
           "where it was used stays.", Place.PIECES, short="retire", action="retire"),
    Command("piece_auditions", "f", "Its auditions", "The desk shows those that name it.",
            Place.PIECES, short="auditions", action="auditions"),
    Change("piece_remove", "d", "Remove piece", "Removed right away; undo puts it back.",
           Place.PIECES, short="remove", action="remove"),
    Change("piece_put_back", "u", "Undo", "The last change, wherever it was made.",
           Place.PIECES, short="undo", action="undo"),
    REDO,
)  # fmt: skip
"""Commands of the pieces and materials."""

SWEEP: Final = (
    Change("sweep_let_go", "y", "Let it go", "No word came; one key reopens it.",
           Place.SWEEP, action="say('let_go')"),
    Change("sweep_wait", "w", "Wait longer", "It stays where it is.", Place.SWEEP,
           action="say('wait')"),
    Change("sweep_heard", "h", "Word came today", "The clock starts again.", Place.SWEEP,
           action="say('heard')"),
    Change("sweep_given", "g", "I did it", "You sent it in time, or went in.",
           Place.SWEEP, action="say('given')"),
    Change("sweep_take_back", "u", "Undo", "Takes the last answer back.", Place.SWEEP,
           action="take_back"),
    Command("sweep_done", "enter,q", "Done", "Back to the desk, once every question is answered.",
            Place.SWEEP, action="done"),
)  # fmt: skip
"""Commands of the sweep."""
