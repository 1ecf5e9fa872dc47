"""The palette of themes: it previews the highlighted one, and keeps the one that is chosen."""

from collections.abc import Callable
from functools import partial
from typing import Final, cast

from textual.await_complete import AwaitComplete
from textual.command import Command as Row
from textual.command import CommandList, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import OptionList

from callbacktui.theme_names import OWN_THEMES, THEME_NAMES
from callbacktui.tui.components.palette_screen import SearchPalette, highlighted

ORDER: Final = (*OWN_THEMES, *sorted(THEME_NAMES.difference(OWN_THEMES)))
"""Our own themes, then Textual's by name."""


class ThemePalette(SearchPalette):
    """Previews themes, and calls `choose` with the chosen one; the one in force has the `tick`."""

    def __init__(self, in_force: str, choose: Callable[[str], object], tick: str) -> None:
        super().__init__([_Themes], placeholder="A theme by its name")
        self.in_force = in_force
        self.choose = choose
        self.tick = tick

    def on_mount(self) -> None:
        """Follow the theme, which Textual leaves to the screens below a modal one."""
        follow = self.app.stylesheet.update
        self.app.theme_changed_signal.subscribe(self, lambda _: follow(self))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Preview the theme under the highlight."""
        if event.option_index == event.option_list.highlighted and isinstance(event.option, Row):
            self.app.theme = event.option.hit.text or self.in_force

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it; without a choice, the theme is what it was."""
        if self._selected_command is None:
            self.app.theme = self.in_force
        return super().dismiss(result)

    def _refresh_command_list(
        self, command_list: CommandList, commands: list[Row], clear_current: bool
    ) -> None:
        super()._refresh_command_list(command_list, commands, clear_current)
        if all(isinstance(row.hit, DiscoveryHit) for row in commands):
            names = [row.hit.text for row in commands]
            command_list.highlighted = names.index(self.in_force) if self.in_force in names else 0


class _Themes(Provider):
    """Offers the themes to a `ThemePalette`."""

    async def discover(self) -> Hits:
        for name in ORDER:
            yield DiscoveryHit(self._title(Content(name), name), self._chooses(name), name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name in ORDER:
            if (score := matcher.match(name)) > 0:
                title = self._title(highlighted(matcher, name), name)
                yield Hit(score, title, self._chooses(name), name)

    @property
    def _palette(self) -> ThemePalette:
        return cast("ThemePalette", self.app.screen)

    def _title(self, title: Content, name: str) -> Content:
        sign = self._palette.tick if name == self._palette.in_force else " "
        return Content.assemble(f"{sign} ", title)

    def _chooses(self, name: str) -> Callable[[], object]:
        return partial(self._palette.choose, name)
