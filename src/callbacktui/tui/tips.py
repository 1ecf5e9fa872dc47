"""Which tip the desk shows, and what it has shown before."""

from collections.abc import Collection
from functools import cached_property

import msgspec
from pendulum import DateTime

from callbacktui.advice.context import Career, Context, career
from callbacktui.advice.library import Library, open_library
from callbacktui.advice.moments import choose
from callbacktui.advice.shown import Shown
from callbacktui.advice.tip import Tip
from callbacktui.domain.audition import Audition
from callbacktui.domain.silence import Windows
from callbacktui.store.memory import Memory
from callbacktui.store.pages import Pages

_REMEMBERED_AS = "tips"


class Tips:
    """Chooses a tip for an audition, and keeps what was shown from one evening to the next."""

    def __init__(self, memory: Memory, windows: Windows, pages: Pages) -> None:
        self._memory = memory
        self._pages = pages
        self._windows = windows
        self._shown = _remembered(memory)
        self._counted: Collection[Audition] = ()
        self._career = Career()

    @cached_property
    def library(self) -> Library:
        """The shelf of articles, opened at the first tip."""
        return open_library()

    def context(
        self, audition: Audition | None, auditions: Collection[Audition], now: DateTime
    ) -> Context:
        """What tips are chosen by; unchanged `auditions` are not counted again."""
        if auditions is not self._counted:
            self._counted, self._career = auditions, career(auditions)
        return Context(now=now, audition=audition, windows=self._windows, career=self._career)

    def choose(
        self,
        audition: Audition | None,
        auditions: Collection[Audition],
        now: DateTime,
    ) -> Tip | None:
        """The tip for what is under the cursor."""
        context = self.context(audition, auditions, now)
        tip = choose(context, self._shown, self.library.voices)
        if tip:
            self._shown = self._shown.after(tip, context)
        return self._own(tip, context)

    def fetch(self) -> None:
        """Put the actor's own pages on the shelf; it takes its time, so not on the event loop."""
        self.library.put(self._pages.all())

    def _own(self, tip: Tip | None, context: Context) -> Tip | None:
        if not self.library.passages:
            return tip
        from callbacktui.advice.own_tips import instead  # only where there are own pages

        return instead(tip, context, self._shown, self.library.passages)

    def put_off(self, tip: Tip, now: DateTime) -> None:
        """This one another time."""
        self._shown = self._shown.another_time(tip.rule, now)
        self.keep()

    def keep(self) -> None:
        """Write down what was shown; nothing is lost where that fails."""
        self._memory.put(_REMEMBERED_AS, msgspec.to_builtins(self._shown))


def _remembered(memory: Memory) -> Shown:
    try:
        return msgspec.convert(memory.get(_REMEMBERED_AS, {}), Shown)
    except msgspec.ValidationError:
        return Shown()
