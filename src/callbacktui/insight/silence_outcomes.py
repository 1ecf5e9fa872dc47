"""How silences of that many days ended before: at this office, and for this kind of work."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Self

from callbacktui.domain.audition import Audition
from callbacktui.domain.days_to_callback import first_read
from callbacktui.domain.enums import Medium
from callbacktui.domain.settled_reads import is_waiting
from callbacktui.domain.silence import After, Phase, Silence
from callbacktui.domain.text import count_of, fold
from callbacktui.insight.aalen_johansen import End, Wait
from callbacktui.insight.counting import wait_of
from callbacktui.insight.proportion import Proportion


class SilenceRecord:
    """The waits that have ended, by office and by medium, of the auditions of one moment."""

    def __init__(self, auditions: Iterable[Audition] = (), before: Self | None = None) -> None:
        """Count `auditions`; what the record `before` knows is not counted again."""
        known = before._waits if before else {}
        self._waits: dict[str, tuple[Audition, Wait | None]] = {}
        self._offices: dict[str, list[Wait]] = defaultdict(list)
        self._media: dict[Medium, list[Wait]] = defaultdict(list)
        for audition in auditions:
            kept = known.get(audition.id)
            wait = kept[1] if kept and kept[0] is audition else _ended_wait(audition)
            self._waits[audition.id] = audition, wait
            if wait:
                self._media[audition.medium].append(wait)
            if wait and audition.office:
                self._offices[fold(audition.office)].append(wait)

    def sentence(self, audition: Audition, silence: Silence) -> str:
        """Say how often word for the actor still came after a silence this long; empty if unknown.

        Only of a first read that waits. There are only counts, each with its base: the waits that
        went on beyond this day and have ended. What is open or was let rest is in neither.
        """
        if silence.after is not After.READ or silence.phase is Phase.PAUSED:
            return ""
        office = _after(self._offices.get(fold(audition.office), ()), silence.day)
        medium = _after(self._media.get(audition.medium, ()), silence.day)
        parts = []
        if office.n:
            parts.append(f"from {audition.office} in {_counts(office)}")
        if medium.n and audition.medium is not Medium.OTHER:
            parts.append(f"for {audition.medium.word} in {_counts(medium)}")
        days = f"{count_of(silence.day, 'day')}"
        words = f"After {days} of silence, word still came {', and '.join(parts)}."
        return words if parts else ""


def _counts(late: Proportion) -> str:
    return f"{late.k:,} of {late.n:,}"


def _after(waits: Iterable[Wait], day: int) -> Proportion:
    later = [wait.end for wait in waits if wait.days > day]
    return Proportion("late_word", later.count(End.FOR), len(later))


def _ended_wait(audition: Audition) -> Wait | None:
    given = None if is_waiting(audition) else first_read(audition)
    return wait_of(audition, given) if given else None
