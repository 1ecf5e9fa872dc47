"""A change to what is kept, and the way back from it."""

from collections.abc import Callable

from callbacktui.domain.audition import Audition
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.practice import Practice
from callbacktui.domain.revert import fields_left, revert_change
from callbacktui.domain.value import Value

Record = Audition | ImportedPage | Practice
"""What a change may concern."""

GetRecord = Callable[[type[Record], str], Record | None]
"""The record of a kind and an id as it stands now, or none."""


class Change(Value, frozen=True, kw_only=True):
    """One record, before and after.

    `before` is `None` for an addition and `after` is `None` for a removal, so the
    way back is always the same two values the other way round.
    """

    before: Record | None
    after: Record | None

    @property
    def id(self) -> str:
        """The record it concerns."""
        record = self.after or self.before
        return record.id if record else ""

    @property
    def kind(self) -> type[Record]:
        """What kind of record it concerns."""
        record = self.after or self.before
        return type(record) if record else Audition

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(before=self.after, after=self.before)


class Step(Value, frozen=True, kw_only=True):
    """What one key did: its changes, which stand or fall together, and its name."""

    summary: str
    changes: tuple[Change, ...]

    @property
    def inverse(self) -> "Step":
        """The step that takes this one back, last change first."""
        return Step(summary=self.summary, changes=tuple(c.inverse for c in reversed(self.changes)))

    def back_from(self, stands: GetRecord) -> list[Change]:
        """Return what takes it back from how things stand, whatever came after it."""
        found = []
        for change in reversed(self.changes):
            now = stands(change.kind, change.id)
            found.append(Change(before=now, after=revert(change, now)))
        return found


def revert(change: Change, now: Record | None) -> Record | None:
    """Return the record as it stands `now` without one change, whatever came after it.

    Every field that still is as the change left it goes back; what was changed since stays.
    A removal taken back brings the record, an addition taken back removes it, and a record
    that is gone stays gone.
    """
    if change.after is None:
        return now or change.before
    if change.before is None or now is None:
        return None
    back: Record = revert_change(change.before, change.after, now).value
    return back


def fields_changed_since(change: Change, now: Record | None) -> tuple[str, ...]:
    """Return the fields that taking a change back leaves, since they were changed after it."""
    if change.before is None or change.after is None or now is None:
        return ()
    return fields_left(change.before, change.after, now)
