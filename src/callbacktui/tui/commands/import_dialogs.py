"""The commands of an import: where a file is chosen, and where its reading is shown."""

from typing import Final

from callbacktui.tui.commands.command import Command, Place

FILE: Final = (
    Command("file_take", "ctrl+s", "Read it", "The file that the line names.", Place.FILE,
            short="read it", action="take", priority=True),
)  # fmt: skip
"""Commands of the dialog in which a file is chosen."""

FOLDER: Final = (
    Command("file_up", "backspace", "Folder above", "The folder that this one is in.", Place.FILE,
            short="folder above", action="navigate_up"),
)  # fmt: skip
"""More commands in the list of files."""

IMPORT: Final = (
    Command("import_mend", "enter,e", "Mend", "Say what this column or this word means.",
            Place.IMPORT, short="mend", action="mend"),
    Command("import_notes", "x", "To the notes", "Keep it in the notes, whatever it means.",
            Place.IMPORT, short="to the notes", action="to_notes"),
    Command("import_found", "backspace,delete", "As it was found", "Forget what was said of it.",
            Place.IMPORT, short="as found", action="as_found"),
    Command("import_keep", "ctrl+s", "Keep it", "What is new, and what has changed in the sheet.",
            Place.IMPORT, short="keep", action="save", priority=True),
)  # fmt: skip
"""Commands of the preview of an import."""
