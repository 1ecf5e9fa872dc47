"""The commands of forms, of dialogs with one line, and of the reflection."""

from typing import Final

from callbacktui.domain.reflection import Gave, Gut
from callbacktui.tui.commands.command import Change, Command, Place

SAVE: Final = Change("form_save", "ctrl+s", "Save", "From any field.", Place.FORM, short="save",
                     action="save", priority=True)  # fmt: skip
THROW_AWAY: Final = Command("draft_throw_away", "ctrl+t", "Throw the draft away",
                            "What was typed another time and came back.", Place.FORM,
                            action="throw_away")  # fmt: skip

FORM: Final = (
    SAVE,
    Command("form_next", "tab", "Next field", "The focus goes one on.", Place.FORM,
            short="next field", action="app.focus_next"),
    Command("form_before", "shift+tab", "Field before", "The focus goes one back.", Place.FORM,
            action="app.focus_previous"),
    THROW_AWAY,
)  # fmt: skip
"""Commands of a form, whichever field has the focus."""

FIELD: Final = (
    Command("field_next", "down", "Next field", "From a line to what is below it.", Place.FIELD,
            action="app.focus_next"),
    Command("field_before", "up", "Field before", "From a line to what is above it.", Place.FIELD,
            action="app.focus_previous"),
)  # fmt: skip
"""Commands of a field of one line."""

SELECT: Final = (
    Command("field_choices", "enter,space", "Choices", "Opens the words to choose from.",
            Place.FIELD, action="show_overlay"),
)  # fmt: skip
"""More commands of a field with a few words to choose from."""

FOLD: Final = (
    Command("field_fold", "enter,space", "Fold or unfold", "The part of the form under a title.",
            Place.FIELD, action="fold"),
)  # fmt: skip
"""More commands of the title of a folded part."""

LINE: Final = (
    Change("line_save", "enter,ctrl+s", "Save the line", "Or say what's wrong with it.", Place.LINE,
           short="save", action="save"),
    THROW_AWAY,
)  # fmt: skip
"""Commands of a dialog with one line."""

QUICK_ADD: Final = (
    Change("quick_save", "enter,ctrl+s", "Save", "The audition, as the line reads it.",
           Place.QUICK_ADD, short="save", action="save"),
    Command("quick_form", "tab", "Full form", "With everything that the line said so far.",
            Place.QUICK_ADD, short="full form", action="form", priority=True),
    THROW_AWAY,
)  # fmt: skip
"""Commands of the quick line."""

PASTING: Final = (
    Command("paste_read", "ctrl+s", "Read it", "What it says is shown before anything is kept.",
            Place.PASTING, short="read it", action="read", priority=True),
    Command("paste_file", "ctrl+o", "A file", "The text of a mail, an .eml or an .ics file.",
            Place.PASTING, short="a file", action="file", priority=True),
    THROW_AWAY,
)  # fmt: skip
"""Commands of the dialog into which an invitation is pasted."""

INVITATION: Final = (
    Command("invitation_confirm", "enter", "That is right",
            "And on to the next; a question shows its answers.", Place.INVITATION,
            short="OK, next", action="confirm"),
    Command("invitation_empty", "x", "Leave it empty", "Pressed again, what the mail says.",
            Place.INVITATION, short="empty", action="empty"),
    Command("invitation_edit", "e", "Edit", "Write it as it should be.", Place.INVITATION,
            short="edit", action="edit"),
    SAVE,
    THROW_AWAY,
)  # fmt: skip
"""Commands of the reading of an invitation."""

ROUND: Final = (SAVE, THROW_AWAY)
"""Commands of a dialog about a round."""

REFLECT: Final = (
    SAVE,
    Command("reflect_next", "tab", "Next question", "The focus goes one on.", Place.REFLECTING,
            short="next", action="app.focus_next"),
    THROW_AWAY,
)  # fmt: skip
"""Commands of the reflection, whichever question has the focus."""

ANSWER_KEYS: Final = frozenset({*"012345", "n", *(word.word[0] for word in (*Gave, *Gut))})
"""The keys that answer a question of the reflection."""

SCALE: Final = (
    Command("scale_less", "left", "One step down", "Along the answers.", Place.REFLECTING,
            action="step(-1)"),
    Command("scale_more", "right", "One step up", "The other way.", Place.REFLECTING,
            action="step(1)"),
    Command("scale_clear", "backspace,delete", "No answer", "Takes the answer away.",
            Place.REFLECTING, action="clear"),
    Command("scale_before", "up,k", "Question before", "One up.", Place.REFLECTING,
            action="app.focus_previous"),
    Command("scale_next", "down,j,enter", "Question after", "One down.", Place.REFLECTING,
            action="app.focus_next"),
)  # fmt: skip
"""Commands of a question of the reflection."""
