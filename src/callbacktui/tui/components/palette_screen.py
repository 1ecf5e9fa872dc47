"""A command palette that takes its keys in a window of any size and says when nothing is found."""

from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets.option_list import Option

NOTHING_FOUND = "Nothing found"


class SearchPalette(CommandPalette):
    """Textual's palette, with a row for a search that finds nothing."""

    def _action_command_list(self, action: str) -> None:
        # Textual's page keys raise while the list has no room.
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        if search_value:
            nothing = Option(NOTHING_FOUND, id=self._NO_MATCHES, disabled=True)
            self.query_one(CommandList).add_option(nothing)
            self._list_visible = True


def highlighted(matcher: Matcher, text: str) -> Content:
    """Return `text` with the letters that match; unlike Textual's, it parses no markup."""
    content = Content(text)
    for place in matcher.fuzzy_search.match(matcher.query, text)[1]:
        content = content.stylize("bold underline $next", place, place + 1)
    return content
