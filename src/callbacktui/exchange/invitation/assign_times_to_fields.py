"""Chooses the times of an invitation: the read, the deadlines, the work and the decision."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.moment import Moment
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.confirm_words import Wanted
from callbacktui.exchange.invitation.days import Days
from callbacktui.exchange.invitation.letters import passed_on
from callbacktui.exchange.invitation.moment_resolver import MomentChooser
from callbacktui.exchange.invitation.reading_result import Found, Kind, Question, Said
from callbacktui.exchange.invitation.time_mentions import Mention
from callbacktui.exchange.invitation.times_in_letter import (
    Page,
    is_gone,
    on_that_day,
    with_next_year,
    words_before,
)
from callbacktui.exchange.invitation.times_to_choose import (
    combined,
    is_either,
    loose_hours,
    times_instead,
)
from callbacktui.exchange.invitation.work_in_letter import find_work, is_last_night

_READS: Final = {Kind.APPOINTMENT, Kind.CALLBACK, Kind.CHANGE, Kind.CANCEL}
_TAPES: Final = {Kind.REQUEST, Kind.CHANGE, Kind.CALLBACK, Kind.APPOINTMENT}
_CLAIMS: Final = {Kind.AVAIL, Kind.HOLD, Kind.BOOKING}
_ANSWERED: Final = {Kind.AVAIL, Kind.HOLD, Kind.BOOKING}
_READ_FOR: Final = {"", "at", "later", "weak"}
_SILENT: Final = {Kind.RELEASE, Kind.PASS, Kind.OTHER, Kind.CANCEL}
_MAY_BE_LATE: Final = {"at", "due_at", "shoot_from", "shoot_to"}
_WITH_FITTING: Final = {*_CLAIMS, Kind.CHANGE}
_PERHAPS: Final = re.compile(
    r"\b(?:if|would|may|might|possibl[ey]|(?<!time )tb[acd]|tentative(?:ly)?)\b", re.IGNORECASE
)
_FITTING: Final = re.compile(r"\bfittings?\b", re.IGNORECASE)
_FURTHER: Final = re.compile(
    r"\b(?:back-? ?up|weather|rain|cover|contingency|stand-?by|alternate|call-?backs?|recalls?|fittings?|wardrobe"
    r"|(?:table )?read-?(?:through)?s?|tests?|travel)\b",
    re.IGNORECASE,
)
"""What else has a day that no field is for."""

_TIMES: Final = {
    *("at", "due_at", "confirm_by", "shoot_from", "shoot_to", "work_days", "fitting"),
    "decision_by",
}
_GIVEN_UP: Final = re.compile(r"\b(?:instead of|rather than|not|was)(?: on)?\W*$", re.IGNORECASE)
_AT_PLACE: Final = re.compile(
    r"[\s,;:-]*(?:(?:at|in) |@ ?)?(?P<place>[A-Z\d].*?\w)(?:\. (?=[A-Z]).*|[\s.]*)", re.DOTALL
)
_NO_PLACE: Final = re.compile(
    r"\b(?:and|or|shoots?|shooting|films?|filming|hold|then|tb[acd])\b", re.IGNORECASE
)
_SESSION: Final = re.compile(r"(?:record(?:ing)? )?session\b", re.IGNORECASE)
"""The label of the days of a job of voice-over, for which a tape is asked."""

_UNTIL: Final = re.compile(r"\b(?:by|before|no later than|deadline|due)\W*$", re.IGNORECASE)

_PUTS_RIGHT: Final = re.compile(r"\b(?:typo|correct|update|change|sorry)", re.IGNORECASE)
_SAME_DAY: Final = re.compile(r"\bsame (?:day|date)\b", re.IGNORECASE)


class Scheduler:
    """Chooses the times of the letters of one invitation, the newest letter first."""

    def __init__(
        self,
        pages: tuple[Page, ...],
        kind: Kind,
        now: DateTime,
        place: str,
        *,
        is_one: bool = True,
    ) -> None:
        """Take the letters; if they are of several jobs and not of one, no time is that of all."""
        self._pages = pages
        self._kind = kind
        self._now = now
        self._place = place
        self._is_one = is_one
        self._moments = MomentChooser(pages, zone_of(now), place)

    def all(self, *, is_tape: bool) -> list[Found]:
        """Return the times that are sure, and questions for those that are not.

        A day without a year that had gone by is asked for, if the mail has no other one.
        """
        found = self._all(is_tape=is_tape)
        if self._kind in {*_SILENT, Kind.CANCEL}:
            return found
        fields = {one.field for one in found}
        late = Scheduler(
            tuple(map(with_next_year, self._pages)), self._kind, self._now, self._place
        )
        return found + [
            one
            for one in late._all(is_tape=is_tape)
            if isinstance(one, Question) and one.field in _MAY_BE_LATE - fields
        ]

    def _all(self, *, is_tape: bool) -> list[Found]:
        found: list[Found] = []
        if self._kind in _READS:
            found += self._moved_hour() or self._first("at", self._reads)
        if self._kind in _TAPES and (is_tape or self._kind in {Kind.REQUEST, Kind.CHANGE}):
            found += self._first("due_at", self._deadlines)
        if self._kind in _READS | _TAPES | _ANSWERED and self._kind not in _SILENT:
            found += self._confirmation()
        if self._kind not in _SILENT:
            found += find_work(self._pages, self._kind)
            found += self._fitting()
            found += self._decision()
        return found

    def _first(self, field: str, candidates: Callable[[Page], list[Mention]]) -> list[Found]:
        off: list[Mention] = []
        for page in self._pages:
            chosen = [m for m in candidates(page) if not any(_is_same_time(m, o) for o in off)]
            if chosen:
                is_sure = self._is_one or len(chosen) == 1
                found = self._moments.settle(field, page, chosen, is_sure=is_sure)
                if found:
                    return self._with_hour(field, found, candidates)
            if self._kind is Kind.CHANGE:
                off += [m for m in page.mentions if m.purpose == "old"]
        return []

    def _with_hour(
        self, field: str, found: list[Found], candidates: Callable[[Page], list[Mention]]
    ) -> list[Found]:
        """Return a day with the hour that another letter of the mail gives for that day."""
        [day] = found
        if not (isinstance(day, Said) and isinstance(day.value, Moment) and not day.value.time):
            return found
        for page in self._pages:
            timed = [
                m
                for m in candidates(page)
                if m.hour and m.hour.time and m.days and m.days.days == (day.value.day,)
            ]
            is_sure = self._kind is not Kind.CHANGE
            if hour := self._moments.settle(field, page, timed, is_sure=is_sure):
                return [replace(one, words=f"{day.words}; {one.words}") for one in hour]
        loose = loose_hours(self._pages[0], {"due"} if field == "due_at" else {"due", "at", ""})
        named = [replace(m, days=Days(days=(day.value.day,), start=0, end=0)) for m in loose]
        if field == "due_at" and (
            asked := self._moments.settle(field, self._pages[0], named, is_sure=False)
        ):
            return [replace(one, words=f"{day.words}; {one.words}") for one in asked]
        return found

    def _moved_hour(self) -> list[Found]:
        """Return the read if a newer letter moves only its hour: "they pushed you to 3:45".

        Without "the same day" there, the older hour is a choice, too.
        """
        hours = [
            m
            for m in self._pages[0].mentions
            if m.hour and not m.days and m.purpose in {"at", "later"}
        ]
        whole = [
            (page, m)
            for page in self._pages[1:]
            for m in self._reads(page)
            if m.days and m.hour and not m.days.doubts
        ]
        if self._kind is not Kind.CHANGE or len(hours) != 1 or not whole or self._days_of_first():
            return []
        (page, old), new = whole[0], hours[0]
        moved = replace(old, hour=new.hour, words=f"{new.words}; {old.words}")
        olds = {m.hour.time for m in self._pages[0].mentions if m.purpose == "old" and m.hour}
        is_that = old.hour is not None and old.hour.time in olds
        same_day = is_that or _SAME_DAY.search(new.clause.text)
        return self._moments.settle("at", page, [moved] if same_day else [moved, old])

    def _days_of_first(self) -> bool:
        return any(m.days for m in self._reads(self._pages[0]))

    def _reads(self, page: Page) -> list[Mention]:
        named = {"at", "later"} if self._kind is not Kind.APPOINTMENT else {"at"}
        mine = [m for m in page.mentions if m.purpose in named]
        mine += [m for m in page.mentions if m.purpose == "" and self._is_plain_read(m)]
        if self._kind is Kind.CHANGE:  # "it's 11:45, not 1:45, on Thursday"
            beside = [m for m in page.mentions if m.purpose == "" and m.hour and not m.days]
            mine += [m for m in beside if any(d.days and d.clause is m.clause for d in mine)]
        if self._kind is Kind.CANCEL:
            mine += [m for m in page.mentions if m.purpose == "old" and m.hour]
        mine = [m for m in mine if not is_gone(m, page)]
        whole = [m for m in mine if m.days and m.hour and m.hour.time]
        if whole:
            return [*whole, *times_instead(whole, page)]
        days = [m for m in mine if m.days]
        hours = [m for m in mine if m.hour and m.hour.time and not m.days]
        if (
            len({m.days.days for m in days if m.days}) == 1
            and len({m.hour.time for m in hours if m.hour}) == 1
        ):
            day, hour = days[0], hours[0]
            return [
                Mention(
                    purpose="at",
                    words=f"{day.words}, {hour.words}",
                    clause=hour.clause,
                    days=day.days,
                    hour=hour.hour,
                )
            ]
        if self._kind is Kind.CANCEL:
            return []
        if not days:
            beside = [
                m
                for m in page.mentions
                if m.days and not m.clause.label and (m.purpose == "" or _is_session(m))
            ]
            beside = [m for m in beside if not is_gone(m, page)]
            return combined(beside, hours or loose_hours(page, {"at", "later", ""}))
        return combined(days, hours or loose_hours(page, {"at", "later", ""})) or days

    def _is_plain_read(self, mention: Mention) -> bool:
        """Whether a time without a purpose is that of the read: it is first, or whole."""
        label = mention.clause.label
        if label and not mention.hour and not _PUTS_RIGHT.search(label):
            return False
        if (self._kind is Kind.CHANGE and mention.days) or is_either(mention):
            return True
        return bool(mention.days and mention.hour) or mention.is_first or mention.clause.line < 0

    def _deadlines(self, page: Page) -> list[Mention]:
        mine = [m for m in page.mentions if m.purpose == "due" and m.days and not is_gone(m, page)]
        mine = [m for m in mine if not is_last_night(m, page)]
        if not mine and self._kind is Kind.REQUEST:
            mine = [
                m
                for m in page.mentions
                if m.purpose in {"", "at"} and m.days and m.hour and _speaks_of_tape(m.clause)
            ]
            mine = [m for m in mine if not is_gone(m, page)]
        wishes = [m for m in page.mentions if m.purpose == "wish" and m.days and m.clause]
        if not mine and wishes and self._kind is Kind.REQUEST:
            return wishes
        if page.by_rep and (own := [m for m in mine if m.is_for_rep]):
            return own
        return mine

    def _confirmation(self) -> list[Found]:
        """Return the time to confirm by; one in an answered letter has had its answer."""
        letters = tuple(page.letter for page in self._pages)
        for page in self._pages[: passed_on(letters) + 1]:
            asked = [m for m in page.mentions if m.answer is not Wanted.NO and not is_gone(m, page)]
            named = [m if m.days else on_that_day(m, page) for m in asked]
            sure = all(m.answer is Wanted.YES and m.days for m in asked)
            if found := self._moments.settle("confirm_by", page, named, is_sure=sure):
                return found
        return []

    def _fitting(self) -> list[Found]:
        """Return when and where the fitting of a job is."""
        if self._kind not in _WITH_FITTING:
            return []
        for page in self._pages:
            mine = [
                m
                for m in page.mentions
                if m.days
                and m.purpose not in {"shoot", "decision", "old"}
                and m.answer is Wanted.NO
                and _FITTING.search(words_before(m))
                and not _GIVEN_UP.search(words_before(m))
            ]
            mine = [m for m in mine if not is_gone(m, page)]
            is_sure = not any(_PERHAPS.search(m.clause.text) for m in mine)
            if found := self._moments.settle("fitting", page, mine, is_sure=is_sure):
                place = mine[0].clause.text.partition(mine[0].words)[2]
                at = _AT_PLACE.fullmatch(place)
                if at and not _NO_PLACE.search(at["place"]):
                    found.append(Said(field="fitting_place", value=at["place"], words=at["place"]))
                return found
        return []

    def unplaced(self, found: Iterable[Found | None]) -> tuple[str, ...]:
        """Return the sentences with a deadline or an hour that no field is for, word for word."""
        if self._kind in _SILENT:
            return ()
        used = "; ".join(one.words for one in found if one and one.field in _TIMES)
        newest = self._pages[: passed_on(tuple(page.letter for page in self._pages)) + 1]
        return tuple(
            dict.fromkeys(
                f"{m.clause.label}: {m.clause.text}" if m.clause.label else m.clause.text
                for page in self._pages
                for m in page.mentions
                if (m.days or m.hour)
                and (not _is_in(m.words, used) or (self._is_of_work(m) and m.hour and m.hour.time))
                and not is_gone(m, page)
                and (
                    m.purpose == "due"
                    or (m.purpose == "skip" and _is_until(m))
                    or (page in newest and m.purpose in {"shoot", "skip"} and _has_moved(m, page))
                    or (page in newest and m.hour and m.hour.time and self._may_be_of_read(m))
                    or (page in newest and self._is_beside_work(m) and not _is_in(m.words, used))
                    or (page in newest and _is_of_more(m) and not _is_in(m.words, used))
                )
            )
        )

    def _is_of_work(self, mention: Mention) -> bool:
        """Whether a time is one of the work, which keeps its days and not its hours."""
        is_claim = self._kind in _CLAIMS and mention.answer is Wanted.NO
        is_fitting = _FITTING.search(words_before(mention))
        return mention.purpose == "shoot" or bool(
            is_claim and mention.purpose in {"", "at"} and not is_fitting
        )

    def _may_be_of_read(self, mention: Mention) -> bool:
        """Whether an hour may be one of the read, or is one of the work that has no day."""
        is_of_work = mention.purpose == "shoot" and not mention.days
        return mention.purpose in _READ_FOR or is_of_work

    def _is_beside_work(self, mention: Mention) -> bool:
        """Whether a day is one beside those of the work: "backup Thu 12/3"."""
        is_skipped = self._kind in _ANSWERED and mention.purpose == "skip"
        is_day = mention.days is not None and mention.answer is Wanted.NO
        if self._kind is Kind.REQUEST:
            return is_day and bool(_SESSION.match(mention.clause.label))
        return is_day and (is_skipped or self._is_of_work(mention))

    def _decision(self) -> list[Found]:
        for page in self._pages:
            mine = [
                m
                for m in page.mentions
                if m.purpose == "decision" and m.days and not is_gone(m, page)
            ]
            if not mine:
                continue
            days = list(
                dict.fromkeys(
                    day
                    for m in mine
                    if m.days
                    for day in (m.days.last, *m.days.doubts, *m.days.others)
                )
            )
            words = "; ".join(m.words for m in mine)
            if len(days) > 1:
                return [Question(field="decision_by", choices=tuple(days), words=words)]
            return [Said(field="decision_by", value=days[0], words=words)]
        return []


def _is_in(words: str, used: str) -> bool:
    """Whether the words of a time are among those used, and not a part of another time."""
    return bool(re.search(rf"(?<![\w:]){re.escape(words)}(?![\w:])", used))


def _is_of_more(mention: Mention) -> bool:
    """Whether a day is one of something further: a backup day, callbacks, a fitting."""
    is_loose = mention.purpose in {"skip", "shoot", ""} and mention.answer is Wanted.NO
    return bool(mention.days) and is_loose and bool(_FURTHER.search(words_before(mention)))


def _is_session(mention: Mention) -> bool:
    """Whether a span of hours is one within which the read will be: "runs from 10am to 6pm"."""
    return mention.purpose == "shoot" and mention.hour is not None


def _is_until(mention: Mention) -> bool:
    """Whether a time is one by which something has to be done."""
    return bool(_UNTIL.search(words_before(mention)) or re.search(r"\bby\b", mention.words))


def _has_moved(mention: Mention, page: Page) -> bool:
    """Whether the sentence of a time gives the old one, too."""
    return any(m.purpose == "old" and m.clause is mention.clause for m in page.mentions)


def _is_same_time(mention: Mention, other: Mention) -> bool:
    """Whether two letters speak of the same time: the same day, and no other hour."""
    if mention.days is None or other.days is None or mention.days.last != other.days.last:
        return False
    hours = {one.hour.time for one in (mention, other) if one.hour}
    return len(hours) < 2


def _speaks_of_tape(clause: Clause) -> bool:
    said = f"{clause.label} {clause.text}"
    return clause.line < 0 or bool(
        re.search(r"\btap(?:e|es|ing)\b|\bby\b|\bvideo\b", said, re.IGNORECASE)
    )
