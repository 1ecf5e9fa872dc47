"""The command palette: the commands that can run now, and every audition by name."""

from collections.abc import Callable
from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher

from callbacktui.tui.commands.command import Command, Place
from callbacktui.tui.commands.keymap import all_key_words
from callbacktui.tui.commands.registry import PROGRAM
from callbacktui.tui.commands.search_words import OTHER_WORDS, SHELL, begins
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.palette_screen import highlighted
from callbacktui.tui.desk.saved_views import saved_views
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.library.reader_screen import ReaderScreen
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.shell.command_availability import why_unavailable

_AT_MOST = 30
_MOVES = frozenset({Place.BROWSING, Place.SCROLLING, Place.READING})
"""Where the keys only move about in what a dialog shows."""
_NAMED, _OTHER_WORD, _IN_SHELL, _LETTERS, _DESCRIBED = 5, 4, 3, 2, 1
"""Ranks of a match: the name's words, a synonym, a shell command, letters of the name, the rest."""


class DeskPalette(Provider):
    """Offers the commands of the current screen, and auditions to go to."""

    async def discover(self) -> Hits:
        """Yield every command that can run now."""
        for command in self._able():
            yield DiscoveryHit(
                _title(command), self._runs(command), command.name, help=_plain(command.about)
            )

    async def search(self, query: str) -> Hits:
        """Yield the matching commands and auditions, best match first."""
        matcher = self.matcher(query)
        for command in self._able():
            score = _score(matcher, command.name, OTHER_WORDS.get(command.id, ""), command.about)
            if score:
                title, help_ = _title(command, matcher), _plain(command.about)
                yield Hit(score, title, self._runs(command), command.name, help=help_)
        screen = self.screen
        if isinstance(screen, BaseScreen):
            for known in SHELL:
                if begins(f"{known.name} {known.words}", query):
                    title = Content.assemble(highlighted(matcher, known.name), "  in the shell")
                    run = partial(screen.say, f"In the shell: {known.usage}")
                    about = _plain(f"{known.usage}: {known.about}")
                    score = _NAMED if begins(known.name, query) else _IN_SHELL
                    yield Hit(score, title, run, known.name, help=about)
        desk = self._desk
        if desk is None:
            return
        for name, text in saved_views(desk.session.memory).items():
            if score := _score(matcher, name, "view filter"):
                title = Content.assemble("View ", highlighted(matcher, name))
                yield Hit(score, title, partial(desk.use_filter, text), name, help=_plain(text))
        scored = ((_score(matcher, a.name), a) for a in desk.session.ledger.all())
        near = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        for score, audition in near[:_AT_MOST]:
            yield Hit(
                score,
                Content.assemble("Go to ", highlighted(matcher, audition.name)),
                partial(desk.show, audition.id),
                audition.name,
                help=_plain(audition.office or audition.stage_word),
            )

    @property
    def _desk(self) -> DeskScreen | None:
        return self.screen if isinstance(self.screen, DeskScreen) else None

    def _able(self) -> list[Command]:
        screen = self.screen
        if not isinstance(screen, BaseScreen):
            here = screen.offered if isinstance(screen, Dialog | ReaderScreen) else ()
            acts = [command for command in here if command.place not in _MOVES]
            return [*acts, *(command for command in PROGRAM if command.action.startswith("app."))]
        return [
            command
            for command in screen.offered
            if command.id not in {"palette", screen.NAV_COMMAND}
            and why_unavailable(command, screen) is None
        ]

    def _runs(self, command: Command) -> Callable[[], object]:
        return partial(self.screen.run_action, command.does)


def _score(matcher: Matcher, name: str, other_words: str = "", about: str = "") -> float:
    """Return the rank of a match, and within it how near the name comes; 0 without a match."""
    letters = matcher.match(name)
    ranks = (
        (_NAMED, begins(name, matcher.query)),
        (_OTHER_WORD, begins(other_words, matcher.query)),
        (_LETTERS, letters > 0),
        (_DESCRIBED, begins(about, matcher.query)),
    )
    rank = next((rank for rank, matches in ranks if matches), 0)
    return rank and rank + letters / (letters + 1)


def _title(command: Command, matcher: Matcher | None = None) -> Content:
    name = highlighted(matcher, command.name) if matcher else Content(command.name)
    keys = all_key_words(command.keys)
    return Content.assemble(name, (f"  {keys}", "$next") if keys else "")


def _plain(text: str) -> str:
    """Return a help text that is not parsed: Textual reads a `str` as markup, `Content` not."""
    return cast("str", Content(text))
