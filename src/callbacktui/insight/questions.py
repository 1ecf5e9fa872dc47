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

_HOW: Final = {
    "called_in_again": (
        "An office counts once it calls you in for a second project. A submission is "
        "settled once it got you called in, or was closed."
    ),
    "called_back": (
        "Each line is counted on its own: an audition counts once it got that far or no longer "
        "can, and is open until then. A job without a callback doesn't count as a callback. "
        "Submissions stay out, and so does what you stepped away from or let rest."
    ),
    "word": (
        "Days run from the first audition to the yes or the no. If you are still waiting, or let "
        "it go, all that is known is that no word had come by then, so nothing is said about the "
        "days after that."
    ),
    "dry_spell": (
        f"Going further means {_FURTHER}. Auditions are counted in date order; one without a known "
        "date stays out, and one that went further counts even if it is still open. The two "
        "numbers come from the low and the high end of your rate; they say nothing about your next "
        "audition."
    ),
    "change": (
        "These are your own marks, not results. Taking direction counts only if you were given "
        "any, and a gut feeling only if you noted it before you knew."
    ),
}
"""How each question is counted, as the actor reads it."""


class Answer(NamedTuple):
    """One question and its answer.

    `counted` are the ids of the auditions it is counted from, and `about` says in a few words which
    these are. `steps` is the estimate from day to day, if the question is how late an answer comes.
    """

    id: str
    sentence: str
    proportions: tuple[Proportion, ...]
    counted: tuple[str, ...]
    about: str = ""
    notes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def title(self) -> str:
        return TITLES[self.id]

    @property
    def how(self) -> str:
        """How it is counted, and what a range is if it has one."""
        has_range = any(counted.interval for counted in self.proportions)
        return f"{_HOW[self.id]} {_RANGE}" if has_range else _HOW[self.id]

    @property
    def counted_words(self) -> str:
        """How many auditions it is about: "34 first auditions, settled or open"."""
        many = self.about
        one = re.sub(r"\b(time|audition)s\b", r"\1", many)
        return count_of(len(self.counted), one, many)


def answer(id_: str, auditions: Sequence[Audition], today: dt.date) -> Answer:
    """Answer the question with this id, from these auditions as of `today`."""
    return _ANSWERS[id_](auditions, today)


def answers(auditions: Sequence[Audition], today: dt.date) -> tuple[Answer, ...]:
    """Answer the five questions, from these auditions as of `today`."""
    return tuple(answer(id_, auditions, today) for id_ in TITLES)


def _called_in_again(auditions: Sequence[Audition], today: dt.date) -> Answer:
    by_office: dict[str, list[Audition]] = defaultdict(list)
    for audition in auditions:
        if audition.office and audition.stage.rank >= Stage.REQUESTED.rank:
            by_office[fold(audition.office)].append(audition)
    projects = {
        office: len({fold(a.project) for a in those}) for office, those in by_office.items()
    }
    again = sorted(office for office, count in projects.items() if count > 1)
    offices = Proportion("called_in_again", len(again), len(by_office))
    submissions = _called_in(auditions)
    most = sorted(again, key=lambda office: -projects[office])[:_FEW]
    return Answer(
        "called_in_again",
        _offices_sentence(offices) + _submissions_sentence(submissions),
        (offices, submissions, *by_group(_called_in, auditions, lambda a: a.rep)),
        counted=tuple(a.id for those in by_office.values() for a in those),
        about="times these offices called you in",
        notes=tuple(_office_line(by_office[office]) for office in most),
    )


def _offices_sentence(offices: Proportion) -> str:
    if not offices.n:
        return _NOT_ENOUGH
    if not offices.k:
        each = "each " if offices.n > 1 else ""
        return f"{count_of(offices.n, 'office')} called you in, for one project {each}so far."
    if offices.n == 1:
        return "One office called you in, and again for another project."
    them = f"All {offices.n:,}" if offices.k == offices.n else f"{offices.k:,} of {offices.n:,}"
    return f"{them} offices called you in again, for another project."


def _submissions_sentence(submissions: Proportion) -> str:
    if not submissions.n:
        return ""
    got = f"{capitalized(submissions.hits)} of {submissions.n:,} {submissions.what}"
    still_open = f" {submissions.still_open}." if submissions.open else ""
    return f" {got} got you called in{submissions.in_brackets}.{still_open}"


def _called_in(auditions: Sequence[Audition], group: str = "") -> Proportion:
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
    still_open = f" {back.still_open}." if back.open else ""
    sentence = f"{led_to_callback(back)}.{_others(back)}{still_open}" if back.n else _NOT_ENOUGH
    return Answer(
        "called_back",
        sentence,
        (back, few, booked, from_callback, from_hold, *by_medium),
        counted=tuple(a.id for a in auditions if was_read(a)),
        about="first auditions, settled or open",
        notes=(*_most_callbacks(auditions), *_difference(by_medium)),
    )


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
    known = [(a.id, wait) for a in auditions if (wait := wait_of(a, today))]
    waits = [wait for _, wait in known]
    went_further = [wait.days for wait in waits if wait.end is End.FOR]
    sentence = _NOT_ENOUGH
    if len(went_further) >= COUNTS_ONLY:
        further = f"{len(went_further):,} of {len(waits):,} auditions went further so far"
        half = round(median(went_further))
        sentence = f"{further}, half of those by day {half}.{_after_window(waits)}"
    return Answer(
        "word",
        sentence,
        (_late_word(auditions),),
        counted=tuple(id_ for id_, _ in known),
        about="auditions whose wait is known",
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
    rate = Proportion("went_further", sum(a.went_further for a in settled), len(settled))
    run = run_without_callback(settled)
    return Answer(
        "dry_spell",
        _dry_spell_sentence(settled, run, rate) if settled else _NOT_ENOUGH,
        (rate,),
        counted=tuple(a.id for a in settled[-run:]) if run else (),
        about=f"latest settled auditions without {_FURTHER}",
    )


def _dry_spell_sentence(settled: Sequence[Audition], run: int, rate: Proportion) -> str:
    if run < _A_RUN and not rate.k:
        return f"With {count_of(rate.n, 'settled audition')} it is too early to call it one."
    if run < _A_RUN:
        last = settled[-run - 1]
        where = "reached a callback" if last.was_called_back else f"went straight to {STRAIGHT_TO}"
        return f"You are not in one: your {_ORDINALS[run]} settled audition {where}."
    in_a_row = f"settled auditions in a row without {_FURTHER}"
    if rate.n < 2 * COUNTS_ONLY:
        return f"{run} {in_a_row}, of {rate.n} in all: too early to tell anything from it."
    chances = sorted(run_somewhere(p, rate.n, run) for p in wilson(rate.k, rate.n))
    low, high = (round(chance * 100) for chance in chances)
    return (
        f"{run:,} {in_a_row}. Of 100 actors with {rate.n:,} auditions and your rate, "
        f"{_of_hundred(low, high)} would have a run that long somewhere, by chance alone."
    )


def _of_hundred(low: int, high: int) -> str:
    """Return how many of a hundred; none is only rounded, so it is called fewer than one."""
    if not high:
        return "fewer than one"
    return f"{high}" if low == high else f"{low} to {high}" if low else f"up to {high}"


def _change(auditions: Sequence[Audition], today: dt.date) -> Answer:
    reflected = [
        (read.done_at.day, read.reflection, audition)
        for audition in auditions
        for read in audition.rounds
        if read.done_at and read.reflection
    ]
    reflected.sort(key=lambda entry: entry[0])
    looks = [look for _, look, _ in reflected]
    pacing = [look.pacing for look in looks if look.pacing is not None]
    good = Proportion("good_pace", pacing.count(0), len(pacing))
    rushed = Proportion("rushed", sum(p < 0 for p in pacing), len(pacing))
    dragged = Proportion("dragged", sum(p > 0 for p in pacing), len(pacing))
    gave = Counter(look.gave_my_audition for look in looks if look.gave_my_audition)
    gave_it = Proportion("gave_my_audition", gave[Gave.YES], gave.total())
    gut = _gut(reflected)
    parts = (_hunch(looks), _pace(rushed, dragged), _gut_sentence(gut))
    notes = [
        f"{format_date(day, year=True)}, {audition.name}: {look.next_time}"
        for day, look, audition in reversed(reflected)
        if look.next_time
    ]
    return Answer(
        "change",
        " ".join(filter(None, parts)),
        (gave_it, gut, good, rushed, dragged),
        counted=tuple(dict.fromkeys(audition.id for _, _, audition in reflected)),
        about="auditions with a reflection",
        notes=tuple(notes[:_FEW]),
    )


def _hunch(looks: Sequence[Reflection]) -> str:
    """Say which mark was lowest in the last reflections, as a hunch, and what became of it."""
    if len(looks) < _FEW:
        return _NOT_ENOUGH
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


def _pace(rushed: Proportion, dragged: Proportion) -> str:
    """Say how it felt, if most of the reflections say the same."""
    if rushed.n >= _FEW and rushed.k * 2 > rushed.n:
        return f"You felt rushed in {rushed.counts}."
    if dragged.n >= _FEW and dragged.k * 2 > dragged.n:
        return f"You felt it dragged in {dragged.counts}."
    return ""


def _gut(reflected: Sequence[tuple[dt.date, Reflection, Audition]]) -> Proportion:
    """Count the settled reads that the gut called likely, and those that went further."""
    settled = [
        audition
        for _, look, audition in reflected
        if look.is_locked and look.gut is Gut.LIKELY and not is_waiting(audition)
    ]
    return Proportion("gut_likely", sum(a.went_further for a in settled), len(settled))


def _gut_sentence(gut: Proportion) -> str:
    return f"Of {gut.n:,} {gut.what}, {gut.hits} went further." if gut.n >= _GUT_FROM else ""


def _office_line(those: Sequence[Audition]) -> str:
    projects = count_of(len({fold(a.project) for a in those}), "project")
    last = max((day for a in those if (day := first_read(a))), default=None)
    seen = f", last in {last:%B %Y}" if last else ""
    return f"{those[0].office}: {projects}, {count_of(len(those), 'time')} called in{seen}"


_ANSWERS: Final[dict[str, Callable[[Sequence[Audition], dt.date], Answer]]] = {
    "called_in_again": _called_in_again,
    "called_back": _called_back,
    "word": _word,
    "dry_spell": _dry_spell,
    "change": _change,
}
