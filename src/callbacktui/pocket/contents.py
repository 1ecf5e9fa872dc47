"""What the pocket holds: the entries of the calendar, and the page with the next cards."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.agenda import AgendaItem, AgendaKind, agenda
from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import AuditionContext, History, context_of
from callbacktui.domain.board import board
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.dates.formatting import format_both_clocks, format_moment
from callbacktui.domain.door_card import Card, make_card
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.silence import Windows
from callbacktui.exchange.ics.entries import UNDER_NDA, CalendarEntry, coming_entries
from callbacktui.exchange.phone_page_html import today_html

_CARDS: Final = 3


class PocketContents(NamedTuple):
    """The entries of the calendar, and the page."""

    entries: tuple[CalendarEntry, ...]
    page: str


def make_pocket(
    auditions: Sequence[Audition],
    bookouts: Sequence[BookOut],
    now: DateTime,
    windows: Windows,
    money: Collection[MoneyEntry] = (),
    *,
    numbers_hidden: bool = False,
) -> PocketContents:
    """Make the calendar and the page; of an audition under NDA they say when, and no name.

    With `numbers_hidden` nothing is counted on the page.
    """
    told = tuple(map(_without_names, auditions))
    there = board(told, now, windows)
    items = agenda(there, now, bookouts, money, counts=not numbers_hidden)
    cards = next_cards(items, told, now, windows, numbers_hidden=numbers_hidden)
    entries = coming_entries(there, now, bookouts, money)
    return PocketContents(entries, today_html(items, cards, now))


def next_cards(
    items: Iterable[AgendaItem],
    auditions: Sequence[Audition],
    now: DateTime,
    windows: Windows,
    *,
    numbers_hidden: bool = False,
) -> tuple[Card, ...]:
    """Return the cards of the next three reads and tapes that are ahead."""
    reads = {AgendaKind.APPOINTMENT, AgendaKind.TAPE_DUE}
    ahead = {
        item.audition.id: item.audition
        for item in items
        if item.kind in reads and item.audition and not item.is_past(now)
    }
    history = History(tuple(auditions))
    found = (
        context_of(one, history, now, windows, numbers_hidden=numbers_hidden)
        for one in ahead.values()
    )
    cards = (_card(context, history) for context in found)
    return tuple(card for card in cards if card)[:_CARDS]


def _card(context: AuditionContext, history: History) -> Card | None:
    """Return the card with its date in full: the page may be read on a later day."""
    audition, now = context.audition, context.now
    card, read = make_card(context, history), audition.pending
    if card is None or read is None or read.when is None:
        return card
    date = format_moment(read.when, now).rpartition(", ")[0]  # without "tomorrow"
    when = ", ".join(filter(None, (date, format_both_clocks(read.when, now))))
    if audition.nda:
        return Card(card.kind, UNDER_NDA, "Under NDA, so all else stays in callbacktui.", when, ())
    return card._replace(when=when)


def _without_names(audition: Audition) -> Audition:
    """Return an audition under NDA as a clash or the card of another may name it."""
    if not audition.nda:
        return audition
    rounds = tuple(replace(read, redirects="", reflection=None) for read in audition.rounds)
    holds = tuple(replace(hold, word_used="") for hold in audition.holds)
    return replace(audition, project=UNDER_NDA, role="", feedback=(), rounds=rounds, holds=holds)
