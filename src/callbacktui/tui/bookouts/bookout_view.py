"""One book-out written as lines."""

from collections.abc import Iterator, Sequence

from pendulum import DateTime
from rich.text import Text

from callbacktui.domain.bookout import BookOut
from callbacktui.domain.clash_words import clash_words
from callbacktui.domain.clashes import Clash
from callbacktui.domain.dates.formatting import format_day, in_words
from callbacktui.domain.moment import today
from callbacktui.tui.components.line_writer import Fact, LineWriter
from callbacktui.tui.theme.styles import Styles


def write_bookout(
    writer: LineWriter, bookout: BookOut, clashes: Sequence[Clash], now: DateTime
) -> None:
    """Write when it is, what it meets, why, how firm it is, and who was told."""
    days, day = bookout.span.days, today(now)
    writer.text(bookout.time_out.words(now), writer.styles.strong)
    if days:
        far = "going on" if days.first < day <= days.last else in_words((days.first - day).days)
        writer.text(far, writer.styles.muted)
    writer.gap()
    writer.facts(_facts(bookout, clashes, now, writer.styles))


def _facts(
    bookout: BookOut, clashes: Sequence[Clash], now: DateTime, styles: Styles
) -> Iterator[Fact]:
    for clash in clashes:
        if clash.is_about(bookout.id):
            yield "Clash", Text(clash_words(clash, bookout.id, now), styles.error)
    if bookout.why:
        yield "Why", bookout.why
    yield "How firm", bookout.firmness.word
    for told in bookout.told:
        yield "Told", f"{told.who}, {format_day(told.on, today(now))}"
    if not bookout.told:
        yield "Told", "nobody yet"
