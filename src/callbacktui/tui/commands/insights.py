"""The commands of Insights."""

from typing import Final

from callbacktui.tui.commands.command import Command, Place

INSIGHTS: Final = (
    Command("question_up", "k,up", "Up", "The question above.", Place.INSIGHTS,
            action="question(-1)"),
    Command("question_down", "j,down", "Down", "The question below.", Place.INSIGHTS,
            action="question(1)", short="question"),
    Command("answer_down", "space,pagedown,J", "On", "The answer, a page down.",
            Place.INSIGHTS, action="answer(1)", short="more of the answer"),
    Command("answer_up", "pageup,K", "Back", "A page up.", Place.INSIGHTS,
            action="answer(-1)"),
    Command("answer_copy", "y", "Copy", "The answer, on the clipboard.", Place.INSIGHTS,
            short="copy"),
)  # fmt: skip
"""Commands of Insights."""
