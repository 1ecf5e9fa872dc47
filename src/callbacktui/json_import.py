"""Import the JSON that an export wrote: what in it is new, the same or changed here."""

from typing import NamedTuple

from callbacktui.domain.change import Record
from callbacktui.exchange.json_document import ImportComparison, ImportedDocument, compare_import
from callbacktui.session import Session


class DocumentComparison(NamedTuple):
    """The comparison of each table of a document with what is here."""

    tables: tuple[ImportComparison, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many records are new, the same and changed."""
        return {
            "new": sum(len(table.new) for table in self.tables),
            "same": sum(table.same for table in self.tables),
            "changed": sum(len(table.changed) for table in self.tables),
        }

    @property
    def arriving(self) -> list[Record]:
        """The records that are new or changed."""
        return [record for table in self.tables for record in (*table.new, *table.changed)]

    @property
    def words(self) -> str:
        """The counts in words: "3 new, 12 same, 0 changed"."""
        return ", ".join(f"{number} {word}" for word, number in self.counts.items())


def compare_document(brought: ImportedDocument, session: Session) -> DocumentComparison:
    """Compare the records of a document with those that are here."""
    repository = session.repository
    return DocumentComparison(
        (
            compare_import(brought.auditions, session.ledger.all()),
            compare_import(brought.pages, repository.pages.all()),
            compare_import(brought.practice, repository.practice.all()),
            compare_import(brought.contacts, repository.contacts.all()),
            compare_import(brought.bookouts, repository.bookouts.all()),
            compare_import(brought.money, repository.money.all()),
            compare_import(brought.pieces, repository.pieces.all()),
        )
    )
