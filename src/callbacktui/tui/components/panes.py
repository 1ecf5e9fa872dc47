"""The panes of a room, side by side; one of them is in front."""

from textual import events
from textual.containers import Container
from textual.reactive import reactive


class Panes(Container):
    """Keeps which of its panes is in front; the style sheet shows that one where room is short.

    Panes are the children that take the focus, in their order; `zoomed` gives the one in front
    all the room.
    """

    front: reactive[int] = reactive(0)
    zoomed: reactive[bool] = reactive(False, toggle_class="-zoomed")

    def watch_front(self, front: int) -> None:
        """Tell the style sheet."""
        for place in range(len(self.children)):
            self.set_class(place == front, f"-front-{place}")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Wherever the focus went, by mouse or by key, that pane is in front."""
        if event.widget in self.children:
            self.front = self.children.index(event.widget)

    def go(self, place: int) -> None:
        """Bring the pane at `place` to the front and give it the keys."""
        self.front = place
        self.children[place].focus()

    def step(self, by: int, *, round_and_round: bool = False) -> None:
        """Go to a pane beside this one; past the last to the first only `round_and_round`."""
        count = sum(child.can_focus for child in self.children)
        to = self.front + by
        self.go(to % count if round_and_round else max(0, min(count - 1, to)))
