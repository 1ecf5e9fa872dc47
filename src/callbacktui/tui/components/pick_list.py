"""A list to pick from that takes its keys in a window of any size."""

from textual.events import Click
from textual.widgets import OptionList


class PickList(OptionList):
    """An option list whose page keys do nothing while it has no room; Textual's raise then.

    A double click picks once: its second half would answer the question that comes next.
    """

    def on_click(self, event: Click) -> None:
        if event.chain > 1:
            event.prevent_default()

    def action_page_up(self) -> None:
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
