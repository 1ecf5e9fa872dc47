"""Changes of records, grouped into steps, and how they are undone."""

from collections.abc import Callable, Sequence

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.contact import Contact
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.piece import Piece
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.revert import fields_left, revert_change

Record = Audition | ImportedPage | Practice | Contact | BookOut | MoneyEntry | Piece
"""Any record that the store keeps."""

GetRecord = Callable[[type[Record], str], Record | None]
"""Returns the current record of a kind with an id, or `None`."""


class Change(Value, frozen=True, kw_only=True):
    """One record, before and after.

    `before` is `None` for an addition and `after` is `None` for a removal, so the inverse is
    always the same two values swapped.
    """

    before: Record | None
    after: Record | None

    @property
    def id(self) -> str:
        """The id of the record."""
        record = self.after or self.before
        return record.id if record else ""

    @property
    def kind(self) -> type[Record]:
        """The type of the record."""
        record = self.after or self.before
        return type(record) if record else Audition

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(before=self.after, after=self.before)


class EditedSince(ValueError):
    """Undo or redo would remove a record that was edited elsewhere since."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = tuple(records)
        super().__init__(
            f"{self.records[0].name} was changed elsewhere in the meantime. Nothing was undone; "
            "the same key again asks about it."
        )


class Step(Value, frozen=True, kw_only=True):
    """The changes that one key made, which are saved and undone together, and their summary."""

    summary: str
    changes: tuple[Change, ...]

    @property
    def inverse(self) -> "Step":
        """The step that undoes this one, last change first."""
        return Step(summary=self.summary, changes=tuple(c.inverse for c in reversed(self.changes)))

    def undo_changes(self, get_current: GetRecord) -> list[Change]:
        """Return the changes that undo this step in the current records, keeping later edits."""
        found = []
        for change in reversed(self.changes):
            now = get_current(change.kind, change.id)
            found.append(Change(before=now, after=revert(change, now)))
        return found

    def edited_since(self, get_current: GetRecord) -> tuple[Record, ...]:
        """Return the records that undoing this step removes though they were edited since."""
        added = [change for change in self.changes if change.before is None]
        found = [(change.after, get_current(change.kind, change.id)) for change in added]
        return tuple(now for after, now in found if now and now != after)

    def is_undone_by(self, made: "Step") -> bool:
        """Return whether the step `made` undid all of this one: nothing was edited since."""
        now = {(change.kind, change.id): change.after for change in made.changes}
        return all(
            (key := (change.kind, change.id)) in now and now[key] == change.before
            for change in self.changes
        )


def revert(change: Change, now: Record | None) -> Record | None:
    """Undo one change in the record as it is `now`, keeping later edits.

    Each field that still has the value the change gave it gets its old value; fields edited
    since keep theirs. Undoing a removal restores the record, undoing an addition removes it, and
    a record that was removed since stays removed.
    """
    if change.after is None:
        return now or change.before
    if change.before is None or now is None:
        return None
    back: Record = revert_change(change.before, change.after, now).value
    return back


def fields_changed_since(change: Change, now: Record | None) -> tuple[str, ...]:
    """Return the fields that undoing a change leaves alone because they were edited since."""
    if change.before is None or change.after is None or now is None:
        return ()
    return fields_left(change.before, change.after, now)
