"""What leads back and aside: history, what was removed, backups, practice, export."""

from typing import Final

from callbacktui.tui.command import Command, Need

PAST: Final = (
    Command("history", "v", "History", "What changed when; any of it can be taken back by itself.",
            needs=Need.AUDITION),
    Command("removed", "minus", "Lately removed", "What was taken out, and the way back for it."),
    Command("practice", "p", "Practice", "Classes, coaching, mock tapes, and other work of yours."),
    Command("export", "", "Export", "Write everything into a new file, as JSON or CSV."),
    Command("backups", "0", "Backups", "What each one holds; going back to one, making one now."),
)  # fmt: skip
"""What the desk does about earlier evenings, and beside the auditions."""
