"""The frame of a dialog: it scrolls, and a screenful of it is what stands above its foot."""

from textual.containers import VerticalScroll


class Frame(VerticalScroll):
    """Textual's screenful counts the docked foot too, which would leave lines out at each page."""

    def action_page_up(self) -> None:
        """A screenful up."""
        self.scroll_relative(y=-self._screenful)

    def action_page_down(self) -> None:
        """A screenful down."""
        self.scroll_relative(y=self._screenful)

    @property
    def _screenful(self) -> int:
        feet = sum(foot.outer_size.height for foot in self.query(".foot"))
        return max(1, self.scrollable_content_region.height - feet)
