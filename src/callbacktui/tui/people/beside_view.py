"""What stands beside a story in a very wide window: what is known, and who shares auditions."""

from typing import Final

from pendulum import DateTime

from callbacktui.domain.text import count_of
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.people.roster import Entry, Item, Roster
from callbacktui.tui.people.story_view import write_known

_MOST: Final = 24


def write_beside(
    writer: LineWriter, item: Item, roster: Roster, now: DateTime, *, numbers_hidden: bool = False
) -> None:
    """Write what is known of one person, and who else is on the same auditions."""
    if item.other is None:  # else the story has it for both
        write_known(writer, item.one, now, numbers_hidden=numbers_hidden)
    shared = _on_the_same(item.one, roster)
    if not shared:
        if not writer.lines:
            writer.text("Nothing more is known of them yet.", writer.styles.muted)
        return
    writer.heading(f"On auditions with {item.one.person.name}")
    for count, entry in shared[:_MOST]:
        end = "" if numbers_hidden else count_of(count, "audition")
        name = ", ".join(filter(None, (entry.person.name, entry.person.kind_word)))
        writer.between(name, end, writer.styles.text, writer.styles.muted)
    if (left := len(shared) - _MOST) > 0 and not numbers_hidden:
        writer.text(f"{left} more", writer.styles.muted)


def _on_the_same(one: Entry, roster: Roster) -> list[tuple[int, Entry]]:
    """Return who is on auditions that `one` is on, and on how many, the most first."""
    ids = {audition.id for audition in one.person.auditions}
    others = (item.one for item in (*roster.offices, *roster.people))
    counted = [
        (sum(audition.id in ids for audition in entry.person.auditions), entry)
        for entry in others
        if entry.person.id != one.person.id
    ]
    return sorted((pair for pair in counted if pair[0]), key=lambda pair: -pair[0])
