"""The least a Textual program can be: one text, a list of fifty, a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, OptionList, Static


class Bare(App[None]):
    """The baseline of every figure about starting and answering."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Three widgets."""
        yield Static("A bare program")
        yield OptionList(*(f"Option {n}" for n in range(50)))
        yield Footer()


if __name__ == "__main__":
    Bare().run()
