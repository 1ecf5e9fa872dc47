"""One entry of the money written as lines."""

from pendulum import DateTime

from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.money_entry_words import format_amount
from callbacktui.domain.text import capitalized
from callbacktui.tui.components.filled_fields import field_facts
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.money.fields import money_fields


def write_entry(writer: LineWriter, entry: MoneyEntry, about: str, now: DateTime) -> None:
    """Write all that is known of an entry; `about` is the name of its audition, if it has one."""
    writer.text(entry.name, writer.styles.strong)
    writer.gap()
    facts = [*field_facts(money_fields(entry.kind, {}), entry, now, {"net", "audition", "lines"})]
    facts += [(capitalized(line.what), line.amount.words) for line in entry.lines]
    if (net := entry.net_amount) is not None:
        facts.append(("Net", format_amount(net, entry.currency)))
    elif entry.net:
        facts.append(("Net", entry.net.words))
    if about:
        facts.append(("Audition", about))
    writer.facts(facts)
