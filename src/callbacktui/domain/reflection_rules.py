"""Rules of reflections: when one may be written or changed, and when a result locks it."""

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment
from callbacktui.domain.reflection import Addendum, Reflection, SecondLook
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.stage_effects import with_round
from callbacktui.domain.text import clean


class CannotReflect(ValueError):
    """A reflection that cannot be saved; says why, and what is possible instead."""


def add_reflection(
    audition: Audition, round_id: str, reflection: Reflection, now: DateTime
) -> Audition:
    """Set the reflection of one round; a blank one removes it.

    A reflection written after the result is marked as such; the time it was first made stays.

    Raises:
        CannotReflect: if the round no longer exists, or a result has locked its reflection.
    """
    read = _round(audition, round_id)
    before = read.reflection
    if before and before.is_locked:
        raise CannotReflect(
            f"The look back on {audition.name} stays as it was when the result came. "
            "A later thought can be added to it."
        )
    whole = replace(
        reflection,
        felt_good=clean(reflection.felt_good).strip(),
        felt_off=clean(reflection.felt_off).strip(),
        next_time=clean(reflection.next_time).strip(),
        addenda=before.addenda if before else (),
        second_looks=before.second_looks if before else (),
        made_at=(before and before.made_at) or Moment.of(now),
        locked_before_result=_lock(audition, read),
    )
    kept = None if is_blank(whole) else whole
    return with_round(audition, replace(read, reflection=kept))


def add_addendum(audition: Audition, round_id: str, text: str, now: DateTime) -> Audition:
    """Add a dated later thought to a reflection; blank text adds nothing.

    Raises:
        CannotReflect: if there is no reflection to add to.
    """
    read, reflection = _written(audition, round_id)
    if not (said := clean(text).strip()):
        return audition
    addenda = (*reflection.addenda, Addendum(at=Moment.of(now), text=said))
    return with_round(audition, replace(read, reflection=replace(reflection, addenda=addenda)))


def add_second_look(audition: Audition, round_id: str, look: SecondLook) -> Audition:
    """Add the marks of a second look to a reflection; one without a mark adds nothing.

    Raises:
        CannotReflect: if there is no reflection to add to.
    """
    read, reflection = _written(audition, round_id)
    if look == SecondLook(at=look.at):
        return audition
    looks = (*reflection.second_looks, look)
    return with_round(audition, replace(read, reflection=replace(reflection, second_looks=looks)))


def result_known(audition: Audition, read: Round) -> bool:
    """True if the actor knows the result of `read`: an ending, a hold or more, a further round."""
    if not audition.is_open or audition.stage.rank >= Stage.HOLD.rank:
        return True
    place = next((n for n, r in enumerate(audition.rounds) if r.id == read.id), 0)
    if any(not r.kind.is_first for r in audition.rounds[place + 1 :]):
        return True
    went_on = any(not r.kind.is_first for r in audition.rounds[: place + 1])
    reached = audition.stage.rank >= Stage.CALLBACK.rank
    return reached and not went_on and not audition.straight_to_callback


def is_blank(reflection: Reflection) -> bool:
    """True if no question was answered and nothing was written."""
    return replace(reflection, made_at=None, locked_before_result=None) == Reflection()


def _lock(audition: Audition, read: Round) -> bool | None:
    """Return false if a result is known, or was when this reflection was first written."""
    written_after = read.reflection and read.reflection.locked_before_result is False
    return False if written_after or result_known(audition, read) else None


def _written(audition: Audition, round_id: str) -> tuple[Round, Reflection]:
    read = _round(audition, round_id)
    if read.reflection is None:
        raise CannotReflect(f"There is no look back on {audition.name} to add to yet.")
    return read, read.reflection


def _round(audition: Audition, round_id: str) -> Round:
    for read in audition.rounds:
        if read.id == round_id:
            return read
    raise CannotReflect(f"The round is no longer part of {audition.name}.")
