"""The panes of a screen, side by side; one of them is in front."""

from textual import events
from textual.containers import Container
from textual.reactive import reactive


class Panes(Container):
    """Tracks the pane in front; in a narrow window the style sheet shows only that one.

    The panes are the focusable children, in order; `zoomed` gives the one in front all the space.
    """

    DEFAULT_CLASSES = "-front-0"

    front: reactive[int] = reactive(0)
    zoomed: reactive[bool] = reactive(False, toggle_class="-zoomed")

    def watch_front(self, front: int) -> None:
        """Set the class that the style sheet looks at."""
        for place in range(len(self.children)):
            self.set_class(place == front, f"-front-{place}")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the pane that got the focus to the front."""
        if event.widget in self.children:
            self.front = self.children.index(event.widget)

    def go(self, place: int) -> None:
        """Bring the pane at `place` to the front and focus it."""
        self.front = place
        self.children[place].focus()

    def step(self, by: int, *, round_and_round: bool = False) -> None:
        """Go `by` panes on; past the ends only with `round_and_round`."""
        count = sum(child.can_focus for child in self.children)
        to = self.front + by
        self.go(to % count if round_and_round else max(0, min(count - 1, to)))
