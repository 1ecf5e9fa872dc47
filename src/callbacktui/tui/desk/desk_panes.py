"""What the desk shows beside the list: two panes, two overviews and the tip."""

import asyncio
from collections.abc import Collection, Sequence
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import rows_of
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.status import Group
from callbacktui.insight.silence_outcomes import SilenceRecord
from callbacktui.tui.components.coming_weeks_view import write_weeks
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import Pane, StillPane, Write
from callbacktui.tui.desk.fold_view import fold_writer
from callbacktui.tui.desk.list_model import ListSnapshot
from callbacktui.tui.desk.now_line import NowLine
from callbacktui.tui.desk.side_panes import side_panes
from callbacktui.tui.desk.tip_card import TipCard
from callbacktui.tui.desk.tip_controller import TipController
from callbacktui.tui.desk.waits_view import write_waits
from callbacktui.tui.shell.base_screen import BaseScreen

_OTHER_LINES: Final = 41
"""Lines of a wide window that are not for waits: the look back, the weeks and the tip need them."""

_MOST_WAITS: Final = 16
_HIGH: Final = 54
"""From this many lines on, there is room for more weeks."""


class DeskPanes:
    """Fills the widgets beside the list on the desk's screen.

    What all auditions tell is counted once for each change; until then, the panes do without.
    """

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen
        self._silences: SilenceRecord | None = None
        self._counted: Collection[Audition] | None = None

    def show_selected(
        self, audition: Audition | None, snapshot: ListSnapshot, folded: Group | None
    ) -> None:
        """Show the audition under the cursor in the panes, or what is in a `folded` group."""
        screen, session = self._screen, self._screen.session
        about = audition.id if audition else ""
        context = session.context_of(audition, snapshot.now) if audition else None
        shown = side_panes(context, screen.keys, screen.clashes, self._silences)
        detail = shown.detail
        if folded:
            detail = self._folded_writer(folded, snapshot), folded.word
        screen.query_one("#detail", Pane).show(*detail, about)
        screen.query_one("#reflection", Pane).show(*shown.reflection, about)
        screen.query_one(NowLine).cursor = about

    def _folded_writer(self, group: Group, snapshot: ListSnapshot) -> Write:
        session = self._screen.session
        return fold_writer(
            rows_of(snapshot.shown, group),
            session.ledger.all(),
            snapshot.now,
            self._screen.keys["open"],
            numbers_hidden=session.numbers.are_hidden,
        )

    def show_overviews(self, snapshot: ListSnapshot, bookouts: Sequence[BookOut]) -> None:
        """Show the waits and the weeks; they are written once the window is wide enough."""
        height = self._screen.size.height

        def waits(writer: LineWriter) -> None:
            most = max(3, min(_MOST_WAITS, height - _OTHER_LINES))
            write_waits(writer, snapshot.whole, most)

        def weeks(writer: LineWriter) -> None:
            shown = 8 if height >= _HIGH else 6
            write_weeks(writer, snapshot.whole, snapshot.now, bookouts, shown)

        self._screen.query_one("#waits", StillPane).show(waits, "All that is out")
        self._screen.query_one("#weeks", StillPane).show(weeks, "The weeks")

    def show_tip(self, tips: TipController) -> None:
        """Show the tip that was chosen last."""
        card = self._screen.query_one(TipCard)
        card.numbers_hidden = self._screen.session.numbers.are_hidden
        card.tip, card.tips_off = tips.tip, tips.are_off

    def has_counted(self, auditions: Collection[Audition]) -> bool:
        """True if what these auditions tell is counted already."""
        return auditions is self._counted

    async def count(self, auditions: Collection[Audition], tips: TipController) -> None:
        """Count what all auditions tell of silences, and for tips, in a thread."""
        self._silences = await asyncio.to_thread(SilenceRecord, auditions, self._silences)
        await asyncio.to_thread(tips.count, auditions)
        self._counted = auditions
