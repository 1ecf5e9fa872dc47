"""The table of auditions: its records as auditions, and auditions as what is put in it."""

from callbacktui.domain.audition import Audition
from callbacktui.store.codec import audition_of, json_of_audition
from callbacktui.store.errors import RecordRefused
from callbacktui.store.names import AUDITIONS
from callbacktui.store.steps import audition_from
from callbacktui.store.table import KeptDB


class AuditionTable:
    """One table; `unread` names the records that `all` could not read, with the reason."""

    def __init__(self, db: KeptDB) -> None:
        self.kept = db.kept(AUDITIONS)
        self._file = db.file
        self.unread: list[tuple[str, str]] = []

    def all(self) -> list[Audition]:
        """Return every audition that can be read, in the order of the file."""
        self.unread = []
        found = []
        for record_id, line in self.kept.lines.items():
            try:
                found.append(audition_of(record_id, line))
            except ValueError as error:
                self.unread.append((record_id, str(error)))
        return found

    def get(self, record_id: str) -> Audition | None:
        """Return one audition; none where there is none, or where it cannot be read."""
        try:
            return audition_from(record_id, self.kept.json(record_id))
        except ValueError:
            return None

    def json(self, audition: Audition) -> bytes:
        """Return an audition as JSON, with what only its record so far knows of.

        Raises `RecordRefused` where that record cannot be read, or a text cannot be written.
        """
        # A removal that is undone brings back what only the removed record knew.
        earlier = self.kept.json(audition.id) or self._file.removed(AUDITIONS, audition.id)
        try:
            return json_of_audition(audition, earlier)
        except UnicodeEncodeError:
            raise RecordRefused(audition.id, "a text in it holds half of a character") from None
        except ValueError as error:
            raise _unread(audition.id, error) from error

    def refuse_unread(self, record_id: str) -> None:
        """Raise `RecordRefused` where a record cannot be read, and so is not to be touched."""
        try:
            audition_from(record_id, self.kept.json(record_id))
        except ValueError as error:
            raise _unread(record_id, error) from error


def _unread(record_id: str, error: ValueError) -> RecordRefused:
    return RecordRefused(record_id, f"what is kept under that id cannot be read, {error}")
