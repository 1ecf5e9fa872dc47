"""A minimal Textual program: one text, a list of fifty items, and a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, OptionList, Static


class Bare(App[None]):
    """The baseline for the benchmarks of start time and key echo."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Static("A bare program")
        yield OptionList(*(f"Option {n}" for n in range(50)))
        yield Footer()


if __name__ == "__main__":
    Bare().run()
