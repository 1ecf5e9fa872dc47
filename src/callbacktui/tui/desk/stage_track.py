"""The stages from submission to booking, drawn on one line of any width."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Status
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.status_kind import status_kind
from callbacktui.tui.theme.styles import Styles

_STOPS: Final = tuple(s for s in Stage if s not in {Stage.CONSIDERING, Stage.WRAPPED})

_TESTS: Final = {RoundKind.STUDIO_TEST, RoundKind.NETWORK_TEST, RoundKind.SCREEN_TEST}
_FIRST: Final = {RoundKind.AUDITION, RoundKind.PRE_READ, RoundKind.RETAPE}


class StageTrack:
    """The stages of an audition as a line of signs, with as many words as fit.

    A callback, test or hold that did not happen is not drawn as passed.
    """

    def __init__(self, audition: Audition, stands: Status, inks: Styles, glyphs: Glyphs) -> None:
        self._stage = audition.stage
        self._skipped = _skipped(audition)
        self._ink = inks.of_kind(status_kind(stands.group, audition))
        self._inks = inks
        self._glyphs = glyphs

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Take all the available width."""
        return Measurement(len(_STOPS), options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw all words if they fit, else those near the current stage, else one."""
        for text in self._attempts():
            if cell_len(text.plain) <= options.max_width:
                yield text
                return
        yield Text(self._stage.word, self._ink)

    def _attempts(self) -> Iterator[Text]:
        here = max(0, self._stage.rank - Stage.SUBMITTED.rank)
        yield self._drawn(range(len(_STOPS)))
        yield self._drawn(range(here - 1, here + 2))
        yield self._drawn(range(here, here + 1))

    def _drawn(self, worded: range) -> Text:
        text = Text(no_wrap=True)
        for place, stop in enumerate(_STOPS):
            reached = stop.rank <= self._stage.rank
            here = stop is self._stage or (stop is Stage.BOOKED and self._stage is Stage.WRAPPED)
            if place:
                joint = self._glyphs.track if reached else self._glyphs.gap
                text.append(joint * 2, self._ink if reached else self._inks.line)
            passed = reached and stop not in self._skipped
            sign = self._glyphs.here if here else self._glyphs.reached
            text.append(
                sign if passed else self._glyphs.ahead, self._ink if passed else self._inks.line
            )
            if place in worded:
                style = self._ink if passed else self._inks.muted
                text.append(f" {stop.word} ", style + self._inks.strong if here else style)
        return text


def _skipped(audition: Audition) -> set[Stage]:
    """Return the optional stages that the audition went past without."""
    kinds = {read.kind for read in audition.rounds}
    known = {Stage(event.after) for event in audition.events if event.what == "stage"}
    known |= {Stage.TEST} if kinds & _TESTS else set()
    known |= {Stage.CALLBACK} if kinds - _TESTS - _FIRST else set()
    known |= {Stage.HOLD} if audition.holds else set()
    return {Stage.CALLBACK, Stage.TEST, Stage.HOLD} - known - {audition.stage}
