"""Import the JSON that an export wrote: what in it is new, the same or changed here."""

from typing import Final, NamedTuple

from callbacktui.domain.change import Record
from callbacktui.exchange.json_document import ImportComparison, ImportedDocument, compare_import
from callbacktui.session import Session

_MOST_NAMED: Final = 5


class DocumentComparison(NamedTuple):
    """The comparison of each table of a document with what is here."""

    tables: tuple[ImportComparison, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many records are new, the same, changed in the document, and changed here since."""
        return {
            "new": sum(len(table.new) for table in self.tables),
            "same": sum(table.same for table in self.tables),
            "changed": sum(len(table.changed) for table in self.tables),
            "changed_here": len(self.changed_here),
        }

    @property
    def changed_here(self) -> list[Record]:
        """The records that were changed here after the export; they stay as they are."""
        return [record for table in self.tables for record in table.changed_here]

    @property
    def arriving(self) -> list[Record]:
        """The records that are new or changed."""
        return [record for table in self.tables for record in (*table.new, *table.changed)]

    @property
    def words(self) -> str:
        """The counts in words: "3 new, 12 same, 0 changed, 2 changed here since"."""
        counts = self.counts
        newer = counts.pop("changed_here")
        words = ", ".join(f"{number} {word}" for word, number in counts.items())
        return f"{words}, {newer} changed here since" if newer else words


def compare_document(brought: ImportedDocument, session: Session) -> DocumentComparison:
    """Compare the records of a document with those that are here."""
    repository = session.repository
    exported_at = brought.exported_at

    def is_newer(record: Record) -> bool:
        changed_at = repository.changed_at(record) if exported_at else None
        return bool(exported_at and changed_at and changed_at > exported_at)

    return DocumentComparison(
        (
            compare_import(brought.auditions, session.ledger.all(), is_newer),
            compare_import(brought.pages, repository.pages.all(), is_newer),
            compare_import(brought.practice, repository.practice.all(), is_newer),
            compare_import(brought.contacts, repository.contacts.all(), is_newer),
            compare_import(brought.bookouts, repository.bookouts.all(), is_newer),
            compare_import(brought.money, repository.money.all(), is_newer),
            compare_import(brought.pieces, repository.pieces.all(), is_newer),
        )
    )


def import_notes(brought: ImportedDocument, compared: DocumentComparison) -> list[str]:
    """Say what of a document stays out: what is newer here, and what this version lacks."""
    notes = []
    if newer := compared.changed_here:
        named = "; ".join(record.name for record in newer[:_MOST_NAMED])
        more = f"; and {len(newer) - _MOST_NAMED} more" if len(newer) > _MOST_NAMED else ""
        notes.append(f"Changed here after that export, so it stays as it is: {named}{more}.")
    if brought.unknown:
        notes.append(f"This version does not know, and leaves out: {', '.join(brought.unknown)}.")
    return notes
