"""What matters of an item of Today is on its two lines, however narrow they are."""

import datetime as dt

from callbacktui.domain.agenda import AgendaItem, AgendaKind
from callbacktui.domain.moment import Moment
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.glyphs import FINE
from callbacktui.tui.today.agenda_view import agenda_lines
from tests.factories import NOW, audition
from tests.tui.desk.drawing import STYLES, plain

AT = Moment.on(dt.date(2026, 12, 14), "America/New_York")
KEYS = {"agenda_given": "S", "agenda_open": "Enter"}


def drawn(item: AgendaItem, width: int = 62) -> list[str]:
    writer = LineWriter(width, STYLES, FINE)
    agenda_lines([item], NOW, writer, counts=True, keys=KEYS)
    return [" ".join(plain(line).split()) for line in writer.lines[-2:]]


def test_clash_partner_is_shown_before_the_project() -> None:
    of = audition(role="Early Riser", project="Brindle Oats: Early Bird", office="Two Lanterns")
    what = "meets “on avail” Surveyor Lund, The Cartographers"
    item = AgendaItem(AgendaKind.CLASH, of.name, of, AT, what, "clash", of="x")
    above, below = drawn(item)
    assert above.endswith("Early Riser clash")
    assert below.startswith("meets “on avail” Surveyor Lund")


def test_book_out_shows_its_days_once() -> None:
    item = AgendaItem(
        AgendaKind.BOOKOUT, "Mon 14 Dec", None, AT, "book-out", "not told yet", of="x"
    )
    above, below = drawn(item)
    assert above.endswith("Book-out not told yet")
    assert below == "Mon 14 Dec"
