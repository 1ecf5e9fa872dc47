"""Five questions about the actor's own record: each a sentence, and the proportions behind it."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.days_to_callback import first_read
from callbacktui.domain.lowest_mark import hunch
from callbacktui.domain.name_list import list_words
from callbacktui.domain.reflection import Gave, Gut, Reflection
from callbacktui.domain.settled_reads import (
    is_waiting,
    run_without_callback,
    settled_reads,
    was_read,
)
from callbacktui.domain.stage import STRAIGHT_TO, Disposition, Stage
from callbacktui.domain.text import capitalized, count_of, fold
from callbacktui.insight.aalen_johansen import End, Step, Wait, incidence, still_comes
from callbacktui.insight.counting import (
    by_group,
    callback_rate,
    led_to_callback,
    proportion,
    reached,
    wait_of,
    was_submitted,
)
from callbacktui.insight.dry_spell_chance import run_somewhere
from callbacktui.insight.proportion import (
    COUNTS_ONLY,
    PERCENT_FROM,
    Proportion,
    differ,
    percent_words,
    wilson,
)

_LET_GO: Final = 14
"""Days of silence after which it is fair to let go, by default."""

_FEW: Final = 5
_GUT_FROM: Final = 8
_A_RUN: Final = 3
"""Fewer reads without a callback are no dry spell."""

_GONE: Final = Disposition.PRESUMED_PASSED.value
_OWN_STEPS: Final = {Stage.CONSIDERING, Stage.SUBMITTED, Stage.AUDITIONED}
_WORD: Final = {
    *(stage.value for stage in Stage if stage not in _OWN_STEPS),
    *(end.value for end in Disposition if end.theirs),
}
"""Stages and ends that nobody reaches without word from casting."""

_FURTHER: Final = "a callback, a hold or a job"
_ORDINALS: Final = ("last", "second to last", "third to last")
_RANGE: Final = (
    "The range beside a number is where your own rate most likely is, allowing for chance."
)
_NOT_ENOUGH: Final = "Not enough of your own yet."


TITLES: Final = {
    "called_in_again": "How often are you called in again?",
    "called_back": "Who calls you back?",
    "word": "How late do you still hear back?",
    "dry_spell": "Are you in a dry spell?",
    "change": "What did you want to change? What changed?",
}
"""The questions by their ids, in order."""


class Answer(NamedTuple):
    """One question and its answer.

    `how` says how it is counted, `counted` are the ids of the auditions that were, and `about` says
    in a few words which these are. `steps` is the estimate from day to day, if the question is how
    late an answer comes.
    """

    id: str
    sentence: str
    proportions: tuple[Proportion, ...]
    how: str
    counted: tuple[str, ...]
    about: str = ""
    notes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def title(self) -> str:
        return TITLES[self.id]

    @property
    def counted_words(self) -> str:
        """How many auditions it is about: "34 first auditions, settled or open"."""
        many = self.about
        one = re.sub(r"\b(time|audition)s\b", r"\1", many)
        return count_of(len(self.counted), one, many)


def answer(id_: str, auditions: Sequence[Audition], today: dt.date) -> Answer:
    """Answer the question with this id, from these auditions as of `today`."""
    found = _ASK[id_](auditions, today)
    if any(counted.interval for counted in found.proportions):
        return found._replace(how=f"{found.how} {_RANGE}")
    return found


def answers(auditions: Sequence[Audition], today: dt.date) -> tuple[Answer, ...]:
    """Answer the five questions, from these auditions as of `today`."""
    return tuple(answer(id_, auditions, today) for id_ in TITLES)


def _called_in_again(auditions: Sequence[Audition], today: dt.date) -> Answer:
    offices: dict[str, list[Audition]] = defaultdict(list)
    for audition in auditions:
        if audition.office and audition.stage.rank >= Stage.REQUESTED.rank:
            offices[fold(audition.office)].append(audition)
    projects = {office: {fold(a.project) for a in those} for office, those in offices.items()}
    again = [office for office, names in projects.items() if len(names) > 1]
    loyal = Proportion("called_in_again", len(again), len(offices))
    call_in = _asked_in(auditions)
    sentence = _NOT_ENOUGH
    if offices:
        them = f"All {loyal.n:,}" if loyal.k == loyal.n > 1 else f"{loyal.k:,} of {loyal.n:,}"
        sentence = f"{them} offices called you in again, for another project."
        if loyal.n == loyal.k == 1:
            sentence = "One office called you in, and again for another project."
        if not loyal.k:
            each = "each " if loyal.n > 1 else ""
            sentence = f"{count_of(loyal.n, 'office')} called you in, for one project {each}so far."
    if call_in.n:
        got = f"{capitalized(call_in.hits)} of {call_in.n:,} {call_in.what} got you called in"
        still_open = f" {call_in.still_open}." if call_in.open else ""
        sentence += f" {got}{call_in.in_brackets}.{still_open}"
    most = sorted(again, key=lambda office: (-len(projects[office]), office))[:_FEW]
    notes = tuple(_office_line(offices[office]) for office in most)
    how = (
        "An office counts once it calls you in for a second project. A submission is "
        "settled once it got you called in, or was closed."
    )
    counted = tuple(a.id for those in offices.values() for a in those)
    by_rep = by_group(_asked_in, auditions, lambda a: a.rep)
    all_ = (loyal, call_in, *by_rep)
    about = "times these offices called you in"
    return Answer("called_in_again", sentence, all_, how, counted, about, notes)


def _asked_in(auditions: Sequence[Audition], group: str = "") -> Proportion:
    return proportion("call_in_rate", auditions, was_submitted, reached(Stage.REQUESTED), group)


def _called_back(auditions: Sequence[Audition], today: dt.date) -> Answer:
    back = callback_rate(auditions)
    few = proportion("final_few_rate", auditions, was_read, reached(Stage.TEST))
    booked = proportion("booking_rate", auditions, was_read, reached(Stage.BOOKED))
    from_callback = proportion(
        "callback_to_booking", auditions, lambda a: a.was_called_back, reached(Stage.BOOKED)
    )
    held = [a for a in auditions if a.holds or a.stage is Stage.HOLD]
    from_hold = proportion("hold_to_booking", held, lambda _: True, reached(Stage.BOOKED))
    by_medium = by_group(callback_rate, auditions, lambda a: a.medium.word)
    if back.n:
        still_open = f" {back.still_open}." if back.open else ""
        sentence = f"{led_to_callback(back)}.{_others(back)}{still_open}"
    else:
        sentence = _NOT_ENOUGH
    how = (
        "Each line is counted on its own: an audition counts once it got that far or no longer "
        "can, and is open until then. A job without a callback doesn't count as a callback. "
        "Submissions stay out, and so does what you stepped away from or let rest."
    )
    counted = tuple(a.id for a in auditions if was_read(a))
    all_ = (back, few, booked, from_callback, from_hold, *by_medium)
    about = "first auditions, settled or open"
    notes = (*_most_callbacks(auditions), *_difference(by_medium))
    return Answer("called_back", sentence, all_, how, counted, about, notes)


def _most_callbacks(auditions: Sequence[Audition]) -> Iterator[str]:
    """Yield the offices that called the actor back most often."""
    by_office = by_group(callback_rate, auditions, lambda a: a.office)
    for one in sorted((one for one in by_office if one.k), key=lambda one: -one.k)[:_FEW]:
        settled = count_of(one.n, "settled audition")
        yield f"{one.group}: {count_of(one.k, 'callback')} from {settled}{one.in_brackets}"


def _others(back: Proportion) -> str:
    """Say what became of the settled auditions without a callback."""
    told = back.n - back.k - back.straight - back.presumed
    ends = (
        (back.straight, f"went straight to {STRAIGHT_TO}"),
        (back.presumed, "ended in silence"),
        (told, "ended another way"),
    )
    others = f"Of the other {back.n - back.k:,}, " if back.k else ""
    if back.k and back.n - back.k == 1:
        return f" The other one {next(end for count, end in ends if count)}."
    words = list_words([f"{count:,} {end}" for count, end in ends if count])
    return f" {others}{words}." if words else ""


def _difference(groups: Sequence[Proportion]) -> Iterator[str]:
    """Yield whether the two largest kinds of work surely differ; one comparison, and no more."""
    if len(groups) < 2 or not differ(*groups[:2]):
        return
    more, fewer = sorted(groups[:2], key=lambda p: p.k / p.n, reverse=True)
    yield (
        f"You are called back more often for {more.group} ({more.counts}) than for {fewer.group} "
        f"({fewer.counts}); chance alone hardly explains it."
    )


def _word(auditions: Sequence[Audition], today: dt.date) -> Answer:
    found = [(a, wait) for a in auditions if (wait := wait_of(a, today))]
    waits = [wait for _, wait in found]
    late = _late_word(auditions)
    came = sorted(wait.days for wait in waits if wait.end is End.FOR)
    sentence = _NOT_ENOUGH
    if len(came) >= COUNTS_ONLY:
        half = round(median(came))
        further = f"{len(came):,} of {len(waits):,} auditions went further so far"
        sentence = f"{further}, half of those by day {half}.{_after_window(waits)}"
    how = (
        "Days run from the first audition to the yes or the no. If you are still waiting, or let "
        "it go, all that is known is that no word had come by then, so nothing is said about the "
        "days after that."
    )
    counted = tuple(a.id for a, _ in found)
    return Answer(
        "word",
        sentence,
        (late,),
        how,
        counted,
        "auditions whose wait is known",
        steps=tuple(step for step in incidence(waits) if step.day <= _LET_GO * 2),
    )


def _after_window(waits: Sequence[Wait]) -> str:
    chance, at_risk = still_comes(waits, _LET_GO)
    later = sum(wait.days > _LET_GO and wait.end is End.FOR for wait in waits)
    if at_risk < COUNTS_ONLY:
        return f" Too few waited longer than day {_LET_GO} to say more."
    still = Proportion("went_further", later, at_risk)
    got = f"{still.hits} went further after that{'' if later else still.in_brackets}."
    words = f" Of the {at_risk:,} still silent on day {_LET_GO}, {got}"
    words += "" if later else " That is your record so far, not a rule."
    if later and at_risk >= PERCENT_FROM:
        share = percent_words(chance)
        about = share if " " in share else f"about {share}"
        words += f" Going by your own record, the chance is {about}."
    return words


def _late_word(auditions: Sequence[Audition]) -> Proportion:
    """Count what was let go, and of it what was reopened after that and had word."""
    let_go = [a for a in auditions if any(e.after == _GONE for e in a.events)]
    return Proportion("late_word", sum(map(_heard_after_all, let_go)), len(let_go))


def _heard_after_all(audition: Audition) -> bool:
    """True if word came once it was let go and reopened: a stage, a told end, or the day of it."""
    events = audition.events
    turns = (n for n, e in enumerate(events) if (e.what, e.before) == ("reopened", _GONE))
    if (back := next(turns, None)) is None:
        return False
    gone = max((e.at.day for e in events[:back] if e.after == _GONE), default=None)
    heard = audition.heard_on
    return (gone is not None and heard is not None and heard > gone) or any(
        e.what in {"stage", "closed"} and e.after in _WORD for e in events[back:]
    )


def _dry_spell(auditions: Sequence[Audition], today: dt.date) -> Answer:
    settled = settled_reads(auditions)
    called = [audition.went_further for audition in settled]
    run = run_without_callback(settled)
    total, hits = len(called), sum(called)
    if not settled:
        sentence = _NOT_ENOUGH
    elif run < _A_RUN and not hits:
        sentence = f"With {count_of(total, 'settled audition')} it is too early to call it one."
    elif run < _A_RUN:
        last = settled[-run - 1]
        where = "reached a callback" if last.was_called_back else f"went straight to {STRAIGHT_TO}"
        sentence = f"You are not in one: your {_ORDINALS[run]} settled audition {where}."
    elif total < 2 * COUNTS_ONLY:
        sentence = (
            f"{run} settled auditions in a row without {_FURTHER}, of {total} in all: too early "
            "to tell anything from it."
        )
    else:
        ends = wilson(hits, total)
        chances = sorted(run_somewhere(p, total, run) for p in ends)
        low, high = (round(chance * 100) for chance in chances)
        sentence = (
            f"{run:,} settled auditions in a row without {_FURTHER}. Of 100 actors with "
            f"{total:,} auditions and your rate, {_of_hundred(low, high)} would have a run that "
            "long somewhere, by chance alone."
        )
    how = (
        f"Going further means {_FURTHER}. Auditions are counted in date order; one without a known "
        "date stays out, and one that went further counts even if it is still open. The two "
        "numbers come from the low and the high end of your rate; they say nothing about your next "
        "audition."
    )
    rate = Proportion("went_further", hits, total)
    counted = tuple(a.id for a in settled[-run:]) if run else ()
    about = f"latest settled auditions without {_FURTHER}"
    return Answer("dry_spell", sentence, (rate,), how, counted, about)


def _of_hundred(low: int, high: int) -> str:
    """Return how many of a hundred; none is only rounded, so it is called fewer than one."""
    if not high:
        return "fewer than one"
    return f"{high}" if low == high else f"{low} to {high}" if low else f"up to {high}"


def _change(auditions: Sequence[Audition], today: dt.date) -> Answer:
    found = [
        (read.done_at.day, read.reflection, audition)
        for audition in auditions
        for read in audition.rounds
        if read.done_at and read.reflection
    ]
    found.sort(key=lambda entry: entry[0])
    looks = [look for _, look, _ in found]
    notes = [
        f"{format_date(day, year=True)}, {audition.name}: {look.next_time}"
        for day, look, audition in reversed(found)
        if look.next_time
    ][:_FEW]
    pacing = [look.pacing for look in looks if look.pacing is not None]
    good = Proportion("good_pace", pacing.count(0), len(pacing))
    rushed = Proportion("rushed", sum(p < 0 for p in pacing), len(pacing))
    dragged = Proportion("dragged", sum(p > 0 for p in pacing), len(pacing))
    gave = Counter(look.gave_my_audition for look in looks if look.gave_my_audition)
    gave_it = Proportion("gave_my_audition", gave[Gave.YES], gave.total())
    parts = [_NOT_ENOUGH] if len(looks) < _FEW else [_hunch(looks)]
    if len(pacing) >= _FEW and rushed.k * 2 > rushed.n:
        parts.append(f"You felt rushed in {rushed.counts}.")
    elif len(pacing) >= _FEW and dragged.k * 2 > dragged.n:
        parts.append(f"You felt it dragged in {dragged.counts}.")
    gut = _gut(found)
    if gut.n >= _GUT_FROM:
        parts.append(f"Of {gut.n:,} {gut.what}, {gut.hits} went further.")
    how = (
        "These are your own marks, not results. Taking direction counts only if you were given "
        "any, and a gut feeling only if you noted it before you knew."
    )
    counted = tuple(dict.fromkeys(audition.id for _, _, audition in found))
    return Answer(
        "change",
        " ".join(parts),
        (gave_it, gut, good, rushed, dragged),
        how,
        counted,
        "auditions with a reflection",
        tuple(notes),
    )


def _hunch(looks: Sequence[Reflection]) -> str:
    """Say which mark was lowest in the last reflections, as a hunch, and what became of it."""
    found = hunch(looks)
    if found is None:
        return "Nothing stands out as the lowest in your last five reflections."
    middle = f"{found.middle:g}"
    words = (
        f"Just a hunch: in your last five reflections your lowest mark was for {found.words}, "
        f"typically {middle} out of 5"
    )
    if found.before is None:
        return f"{words}."
    if found.before == found.middle:
        return f"{words}, as in the five before."
    return f"{words}; in the five before it was {found.before:g}."


def _gut(found: Sequence[tuple[dt.date, Reflection, Audition]]) -> Proportion:
    """Count the settled reads that the gut called likely, and those that went further."""
    settled = [
        audition
        for _, look, audition in found
        if look.is_locked and look.gut is Gut.LIKELY and not is_waiting(audition)
    ]
    return Proportion("gut_likely", sum(a.went_further for a in settled), len(settled))


def _office_line(those: Sequence[Audition]) -> str:
    projects = count_of(len({fold(a.project) for a in those}), "project")
    last = max((day for a in those if (day := first_read(a))), default=None)
    seen = f", last in {last:%B %Y}" if last else ""
    return f"{those[0].office}: {projects}, {count_of(len(those), 'time')} called in{seen}"


_ASK: Final[dict[str, Callable[[Sequence[Audition], dt.date], Answer]]] = {
    "called_in_again": _called_in_again,
    "called_back": _called_back,
    "word": _word,
    "dry_spell": _dry_spell,
    "change": _change,
}
