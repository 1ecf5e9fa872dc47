"""Keys that would scroll a list move its cursor instead."""

from abc import abstractmethod

from textual.widget import Widget


class CursorKeys(Widget):
    """For a list with a cursor: arrows, page keys, Home and End move that, and the list follows."""

    @abstractmethod
    def step(self, by: int) -> None:
        """Move the cursor by some rows, within the ends."""

    def action_scroll_up(self) -> None:
        self.step(-1)

    def action_scroll_down(self) -> None:
        self.step(1)

    def action_page_up(self) -> None:
        self.step(-max(1, self.size.height - 1))

    def action_page_down(self) -> None:
        self.step(max(1, self.size.height - 1))

    def action_scroll_home(self) -> None:
        self.step(-self.virtual_size.height)

    def action_scroll_end(self) -> None:
        self.step(self.virtual_size.height)
