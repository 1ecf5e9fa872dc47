"""The uses of a piece drawn as text."""

from collections.abc import Sequence

from pendulum import DateTime

from callbacktui.domain.piece_uses import Use, came_of, used_words
from callbacktui.domain.status import short_day
from callbacktui.tui.components.line_writer import LineWriter


def write_uses(writer: LineWriter, uses: Sequence[Use], now: DateTime, *, quiet: bool) -> None:
    """Write how often it was used, and each use: day, audition, office, and how it went.

    What they said at that audition follows; it may be about something else there. While `quiet`,
    nothing is counted.
    """
    styles = writer.styles
    writer.heading("Where it was used", ("", used_words(uses, now, quiet=quiet)))
    for use in uses:
        writer.gap()
        day = short_day(use.day, now) if use.day else "no day yet"
        writer.between(use.audition.name, day, styles.text, styles.muted)
        came = came_of(use.audition)
        about = (use.audition.office, came if use.is_over else f"{came}, still to come")
        writer.text(f" {writer.glyphs.separator} ".join(filter(None, about)), styles.muted)
        for said in use.said:
            writer.point(f"“{said}”")
