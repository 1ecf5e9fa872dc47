"""The choice of the tip that the desk shows, and the history of those shown."""

import asyncio
from collections.abc import Collection, Mapping
from functools import cached_property

from pendulum import DateTime

from callbacktui.advice.library.library import Library, open_library
from callbacktui.advice.library.term_spotting import TermSpotter
from callbacktui.advice.tips.context import Career, Context, recent_practice, summarize_career
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.advice.tips.tip import Tip
from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.repository import Repository
from callbacktui.tip_history import load_tip_history, save_tip_history

_QUIET = "quiet_tips"


class TipController:
    """Chooses the tip for an audition, and remembers what was shown after the program ends."""

    tip: Tip | None = None
    """The tip that is shown."""

    def __init__(self, memory: Preferences, config: Config, repository: Repository) -> None:
        self._memory = memory
        self._repository = repository
        self._windows = config.silence
        self._are_off = memory.get(_QUIET, config.quiet_tips)
        self._shown = load_tip_history(memory)
        self._counted: Collection[Audition] = ()
        self._career = Career()

    @cached_property
    def library(self) -> Library:
        """The library, opened at the first tip."""
        return open_library()

    @property
    def are_off(self) -> bool:
        """True while tips are off; the settings decide until the actor does."""
        return self._are_off

    def toggle(self) -> None:
        """Turn tips off or on again; the choice is remembered."""
        self._are_off = not self._are_off
        self._memory.put(_QUIET, self._are_off)

    def count(self, auditions: Collection[Audition]) -> None:
        """Count what all auditions tell, unless that is known; slow if there are thousands."""
        if auditions is not self._counted:
            self._career = summarize_career(auditions)
            self._counted = auditions

    def context(
        self, audition: Audition | None, auditions: Collection[Audition], now: DateTime
    ) -> Context:
        """Return the context that tips are chosen by; unchanged `auditions` are not recounted."""
        self.count(auditions)
        return Context(
            now=now,
            audition=audition,
            windows=self._windows,
            career=self._career,
            practice=recent_practice(self._repository.practice.all()),
        )

    def advise(
        self, audition: Audition | None, auditions: Collection[Audition], now: DateTime
    ) -> None:
        """Choose the tip for the audition under the cursor; none while tips are off."""
        context = self.context(audition, auditions, now)
        self.tip = None if self._are_off else self._choose(context)

    def _choose(self, context: Context) -> Tip | None:
        tip = choose_tip(context, self._shown, self.library.voices)
        if tip:
            self._shown = self._shown.after_showing(tip, context)
        return self._own(tip, context)

    def fetch(self) -> None:
        """Load the imported pages into the library; slow, so not on the event loop."""
        self.library.set_pages(self._repository.pages.all())

    async def find_terms(self) -> TermSpotter:
        """Read the glossary in a thread, and return what finds its terms in a text."""
        library = self.library
        return await asyncio.to_thread(lambda: TermSpotter(library.glossary))

    def _own(self, tip: Tip | None, context: Context) -> Tip | None:
        if not self.library.passages:
            return tip
        from callbacktui.advice.pages.page_tips import replace_tip  # only for imported pages

        return replace_tip(tip, context, self._shown, self.library.passages)

    @property
    def read_for(self) -> Mapping[str, Collection[str]]:
        """For each article, the ids of the auditions it was shown for, latest last."""
        return self._shown.read_for

    def put_off(self, now: DateTime) -> None:
        """Do not show the current tip again for a week."""
        if self.tip:
            self._shown = self._shown.dismiss(self.tip.rule, now)
            self.keep()

    def keep(self) -> None:
        """Save the history of tips; if that fails, nothing important is lost."""
        save_tip_history(self._memory, self._shown)
