"""One audition with all that the rest of the history says about it."""

from collections.abc import Iterable

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.standing import Standing, standing
from callbacktui.domain.text import folded
from callbacktui.domain.value import Value


class Dossier(Value, frozen=True, kw_only=True):
    """An audition, where it stands, and what its office and its past have to say.

    `office_before` are the earlier auditions for the same casting office, newest first.
    """

    audition: Audition
    standing: Standing
    now: DateTime
    office_before: tuple[Audition, ...] = ()
    came_from: Audition | None = None

    @property
    def office_line(self) -> str:
        """The office's history in words, numerator and denominator: "4th time; …"."""
        if not self.audition.office:
            return ""
        if not self.office_before:
            return "first time"
        before = len(self.office_before)
        called = sum(a.stage.rank >= Stage.CALLBACK.rank for a in self.office_before)
        times = "once" if before == 1 else f"{before} times"
        return f"read for {times} before, {called} of {before} went further"


def dossier(
    audition: Audition, auditions: Iterable[Audition], now: DateTime, windows: Windows
) -> Dossier:
    """Gather what all `auditions` say about one of them."""
    office = folded(audition.office)
    day = audition.first_day
    before: list[Audition] = []
    came_from = None
    for other in auditions:
        if other.id == audition.came_from:
            came_from = other
        if not office or other.id == audition.id or folded(other.office) != office:
            continue
        if day is None or (other.first_day is not None and other.first_day <= day):
            before.append(other)
    before.sort(key=lambda a: (a.first_day is not None, a.first_day, a.id), reverse=True)
    return Dossier(
        audition=audition,
        standing=standing(audition, now, windows),
        now=now,
        office_before=tuple(before),
        came_from=came_from,
    )
