"""A room with a tip in it: what is shown when, what was shown before, and the shelf behind it."""

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING

from pendulum import DateTime
from textual import work
from textual.reactive import reactive

from callbacktui.advice.tips.tip import Tip
from callbacktui.domain.audition import Audition
from callbacktui.tui.shell.base_screen import BaseScreen

if TYPE_CHECKING:
    from callbacktui.advice.library.library import Library
    from callbacktui.advice.library.term_spotting import TermSpotter
    from callbacktui.tui.desk.tip_service import TipService


class TippedRoom(BaseScreen):
    """Keeps the tip that is shown; a room that is one calls `advise` when its moment changes."""

    tip: reactive[Tip | None] = reactive(None, init=False)
    hushed: reactive[bool] = reactive(False, init=False)
    lexicon: reactive["TermSpotter | None"] = reactive(None, init=False)

    def on_unmount(self) -> None:
        """What was shown is remembered."""
        self.tips.keep()

    @cached_property
    def tips(self) -> "TipService":
        """What is shown when, and what has been; it comes after the list."""
        from callbacktui.tui.desk.tip_service import TipService

        place = self.workplace
        return TipService(place.memory, place.config, place.repository)

    @property
    def library(self) -> "Library":
        """The shelf of articles."""
        return self.tips.library

    @work(group="idle", thread=True)
    def fetch_tips(self) -> None:
        """Put the actor's own pages on the shelf, while nothing else is asked of the program."""
        self.tips.fetch()

    @work(group="words")
    async def learn_words(self) -> None:
        """Read in the words that the glossary explains; the list comes without them."""
        library = self.library

        def learned() -> "TermSpotter":
            from callbacktui.advice.library.term_spotting import TermSpotter

            return TermSpotter(library.glossary)

        self.lexicon = await asyncio.to_thread(learned)

    def advise(self, audition: Audition | None, now: DateTime) -> None:
        """Choose the tip for what is under the cursor."""
        self.hushed = self.tips.are_quiet
        self.tip = self.tips.choose(audition, self.workplace.ledger.all(), now)

    def put_off_tip(self) -> None:
        """Let the tip that is shown rest, and show another."""
        if self.tip:
            self.tips.put_off(self.tip, self.now())
            self.refresh_data()

    def hush_tips(self) -> None:
        """No tips from now on, or tips again."""
        self.tips.hush()
        self.refresh_data()
