"""Which read is meant: "Nina, The Seagull · callback, Thu 12 Nov"."""

from rich.cells import cell_len

from callbacktui.domain.audition import Audition
from callbacktui.domain.round import Round
from callbacktui.tui.glyphs import Glyphs
from callbacktui.tui.views.row import cut


def round_title(audition: Audition, read: Round, glyphs: Glyphs, width: int) -> str:
    """Audition and round in `width` cells; the name may be cut, the round never."""
    when = read.when
    day = f", {when.day:%a} {when.day.day} {when.day:%b}" if when else ""
    tail = f" {glyphs.separator} {read.kind.word}{day}"
    return cut(audition.name, max(0, width - cell_len(tail)), glyphs) + tail
