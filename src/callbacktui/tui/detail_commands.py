"""What can be done in the detail: going through the trade's words in it, and looking one up."""

from typing import Final

from callbacktui.tui.command import Command, Place

DETAIL: Final = (
    Command("word", "question_mark", "What the word means", "The marked word, in the glossary; "
            "where none is marked, the help.", Place.DETAIL, action="focused.look_up"),
    Command("word_next", "right_square_bracket", "Next word", "The next word with a line under it.",
            Place.DETAIL, action="focused.next_word(1)"),
    Command("word_before", "left_square_bracket", "Word before", "The one before.", Place.DETAIL,
            action="focused.next_word(-1)"),
)  # fmt: skip
"""What the detail does with its keys; `?` is the help where no word is marked."""
