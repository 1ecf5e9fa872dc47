"""The form of a new audition, which has the fields of its first round as well."""

from typing import Any, Final, Self

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.stage_effects import round_id
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS
from callbacktui.tui.forms.round_fields import ROUND_FIELDS


class NewAudition(Audition, frozen=True, kw_only=True):
    """An audition before it is saved; `read` is its first round, if it has one."""

    read: Round | None = None

    @classmethod
    def of(cls, audition: Audition) -> Self:
        """Create one from `audition`, with its first round taken out."""
        read = audition.rounds[0] if audition.rounds else None
        return cls(**{**_parts(audition), "rounds": (), "read": read})

    def audition(self, now: DateTime) -> Audition:
        """Return the audition to save: a future read was requested, a past one was given."""
        parts = _parts(self)
        parts.pop("read")
        audition, read = Audition(**parts), self.read
        if read is None:
            return audition
        is_past = read.at is not None and read.at.instant < now
        asked = Stage.AUDITIONED if is_past else Stage.REQUESTED
        stage = asked if audition.stage.rank < asked.rank else audition.stage
        given = replace(
            read,
            id=read.id or round_id(now, 1),
            received_at=read.received_at or (None if is_past else Moment.of(now)),
            done_at=read.done_at or (read.at if is_past else None),
        )
        heard = audition.heard_on or (None if is_past else today(now))
        return replace(audition, rounds=(given,), stage=stage, heard_on=heard)


def _parts(audition: Audition) -> dict[str, Any]:
    return {name: getattr(audition, name) for name in audition.__struct_fields__}


def _read_fields() -> tuple[Field, ...]:
    wanted = {"at": "Audition on", "due_at": "Tape due by", "format": "How", "place": "Where"}
    return tuple(
        replace(
            field,
            name=f"read.{field.name}",
            label=wanted[field.name],
            group=AUDITION_FIELDS[0].group,
            near=frozenset(),
            turns=False,
        )
        for field in ROUND_FIELDS
        if field.name in wanted
    )


NEW_FIELDS: Final = (
    *(f for f in AUDITION_FIELDS if f.group == AUDITION_FIELDS[0].group),
    *_read_fields(),
    *(f for f in AUDITION_FIELDS if f.group != AUDITION_FIELDS[0].group),
)
"""The fields of an audition, and when and how its first round is."""
