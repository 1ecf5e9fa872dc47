"""Chooses the times of an invitation: the read, the deadlines, the work and the decision."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_types import Value
from callbacktui.domain.dates.dst import fold_of, letters_at
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.dates.vocabulary import MONTH_OF, WEEKDAY_OF, DateOrder, MomentError
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.moment import Moment, today
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.confirm_words import Wanted
from callbacktui.exchange.invitation.date_words import Days
from callbacktui.exchange.invitation.hours import SEVERAL_ZONES
from callbacktui.exchange.invitation.letters import Letter, passed_on
from callbacktui.exchange.invitation.mentions import Mention, find_mentions
from callbacktui.exchange.invitation.reading_result import Kind, Question, Said
from callbacktui.exchange.invitation.zones import zone_for_all, zone_of_address, zone_of_place

_READS: Final = {Kind.APPOINTMENT, Kind.CALLBACK, Kind.CHANGE, Kind.CANCEL}
_TAPES: Final = {Kind.REQUEST, Kind.CHANGE, Kind.CALLBACK, Kind.APPOINTMENT}
_CLAIMS: Final = {Kind.AVAIL, Kind.HOLD, Kind.BOOKING}
_SILENT: Final = {Kind.RELEASE, Kind.PASS, Kind.OTHER, Kind.CANCEL}
_STALE: Final = re.compile(r"^\s*(?:re|aw|sv)\s*:", re.IGNORECASE)
_THEATRE: Final = re.compile(r"\brehears|\bperformances?\b|\btech\b|\bpreviews?\b", re.IGNORECASE)
_NOT_WORK: Final = re.compile(
    r"\bweather|\brain\b|\bcover day|\bcontingenc|\bfitting", re.IGNORECASE
)
_NOT_WORK_AFTER: Final = re.compile(
    r"\W*(?:is|are|as|=|would be)?\s*(?:an? |the )?(?:possible |only )?(?:weather|rain|cover|contingenc|fitting)"
    rf"(?!\w*(?: days?| dates?)?:? (?:is |on |the )?(?:\d|(?:{'|'.join(WEEKDAY_OF)}|{'|'.join(MONTH_OF)})\b))",
    re.IGNORECASE,
)
_FITTING: Final = re.compile(r"\bfittings?\b", re.IGNORECASE)
_AT_PLACE: Final = re.compile(r"[\s,;:-]*(?:at |@ ?)?(?P<place>\w.*\w)[\s.]*", re.DOTALL)
_UNTIL: Final = re.compile(r"\b(?:by|before|no later than|deadline|due)\W*$", re.IGNORECASE)
_BY: Final = re.compile(r"\b(?:by|before)\s*$", re.IGNORECASE)

_PUTS_RIGHT: Final = re.compile(r"\b(?:typo|correct|update|change|sorry)", re.IGNORECASE)
_SAME_DAY: Final = re.compile(r"\bsame (?:day|date)\b", re.IGNORECASE)

Found = Said | Question


class Page(Value, frozen=True, kw_only=True):
    """A letter with its clauses and the times in them."""

    letter: Letter
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    by_rep: bool = False


def read_page(letter: Letter, clauses: Iterable[Clause], order: DateOrder) -> Page:
    """Find the times in a letter and in its subject."""
    body = tuple(clauses)
    subject = () if _STALE.match(letter.subject) else (Clause(text=letter.subject, line=-9),)
    return Page(
        letter=letter,
        clauses=body,
        mentions=find_mentions((*subject, *body), letter.written, order),
    )


def sets_hour(page: Page) -> bool:
    """Whether a letter sets the hour of a read."""
    return any(
        m.hour and m.purpose in {"at", "later", ""} and (m.days or m.is_first)
        for m in page.mentions
    )


def sets_deadline(page: Page) -> bool:
    """Whether a letter sets a deadline for a tape."""
    return any(m.purpose in {"due", "wish"} for m in page.mentions)


class Scheduler:
    """Chooses the times of the letters of one invitation, the newest letter first."""

    def __init__(self, pages: tuple[Page, ...], kind: Kind, now: DateTime, place: str) -> None:
        self._pages = pages
        self._kind = kind
        self._home = zone_of(now)
        self._place = place

    def all(self, *, is_tape: bool) -> list[Found]:
        """Return the times that are sure, and questions for those that are not."""
        found: list[Found] = []
        if self._kind in _READS:
            found += self._moved_hour() or self._first("at", self._reads)
        if self._kind in _TAPES and (is_tape or self._kind in {Kind.REQUEST, Kind.CHANGE}):
            found += self._first("due_at", self._deadlines)
        if self._kind in _READS | _TAPES and self._kind not in _SILENT:
            found += self._confirmation()
        if self._kind not in _SILENT:
            found += self._work()
            found += self._fitting()
            found += self._decision()
        return found

    def _first(self, field: str, candidates: Callable[[Page], list[Mention]]) -> list[Found]:
        off: list[Mention] = []
        for page in self._pages:
            chosen = [m for m in candidates(page) if not any(_is_same_time(m, o) for o in off)]
            if chosen:
                found = self._settle(field, page, chosen)
                if found:
                    return found
            if self._kind is Kind.CHANGE:
                off += [m for m in page.mentions if m.purpose == "old"]
        return []

    def _moved_hour(self) -> list[Found]:
        """Return the read if a newer letter moves only its hour: "they pushed you to 3:45".

        Without "the same day" there, the older hour is a choice, too.
        """
        hours = [m for m in self._pages[0].mentions if m.hour and not m.days and m.purpose == "at"]
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
        same_day = _SAME_DAY.search(new.clause.text)
        return self._settle("at", page, [moved] if same_day else [moved, old])

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
        mine = [m for m in mine if not _is_gone(m, page)]
        whole = [m for m in mine if m.days and m.hour and m.hour.time]
        if whole:
            return whole
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
        return days if self._kind is not Kind.CANCEL else []

    def _is_plain_read(self, mention: Mention) -> bool:
        """Whether a time without a purpose is that of the read: it stands first, or whole."""
        label = mention.clause.label
        if label and not mention.hour and not _PUTS_RIGHT.search(label):
            return False
        if self._kind is Kind.CHANGE and mention.days:
            return True
        return bool(mention.days and mention.hour) or mention.is_first or mention.clause.line < 0

    def _deadlines(self, page: Page) -> list[Mention]:
        mine = [m for m in page.mentions if m.purpose == "due" and m.days and not _is_gone(m, page)]
        if not mine and self._kind is Kind.REQUEST:
            mine = [
                m
                for m in page.mentions
                if m.purpose in {"", "at"} and m.days and m.hour and _speaks_of_tape(m.clause)
            ]
            mine = [m for m in mine if not _is_gone(m, page)]
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
            asked = [
                m for m in page.mentions if m.answer is not Wanted.NO and not _is_gone(m, page)
            ]
            named = [m if m.days else _on_that_day(m, page) for m in asked]
            sure = all(m.answer is Wanted.YES and m.days for m in asked)
            if found := self._settle("confirm_by", page, named, is_sure=sure):
                return found
        return []

    def _settle(
        self, field: str, page: Page, mentions: list[Mention], *, is_sure: bool = True
    ) -> list[Found]:
        """Return the one time that the mentions name; a question if there are several."""
        choices: dict[str, Moment] = {}
        for_rep = [mention.is_for_rep for mention in mentions]
        doubtful = not is_sure or (field == "due_at" and any(for_rep) and not all(for_rep))
        for mention in mentions:
            moments, is_sure = self._moments(field, page, mention)
            doubtful = doubtful or not is_sure
            choices.update(
                (moment.instant.isoformat() if moment.time else moment.isoformat(), moment)
                for moment in moments
            )
        timed = {key: moment for key, moment in choices.items() if moment.time}
        if timed:
            on = {moment.day for moment in timed.values()}
            loose = {moment.day for moment in choices.values() if not moment.time}
            choices = timed if loose <= on else choices
        words = "; ".join(dict.fromkeys(mention.words for mention in mentions))
        values = tuple(choices.values())
        if not values:
            return []
        wish = all(mention.purpose == "wish" for mention in mentions)
        if len(values) > 1 and field == "due_at" and not doubtful:
            latest = max(values, key=lambda moment: moment.instant)
            return [Said(field=field, value=latest, words=words)]
        if len(values) > 1 or doubtful or wish:
            return [Question(field=field, choices=values, words=words)]
        return [Said(field=field, value=values[0], words=words)]

    def _moments(self, field: str, page: Page, mention: Mention) -> tuple[list[Moment], bool]:
        """Return the moments that a mention may mean, and whether that is certain."""
        hour = mention.hour
        if mention.days is None:
            return [], True
        days = list(dict.fromkeys((*mention.days.days, *mention.days.doubts)))
        if field == "due_at" and not mention.days.doubts:
            days = [mention.days.last]
        if mention.days.is_bare and mention.days.doubts and hour and hour.time:
            here = page.letter.written
            if dt.time(here.hour, here.minute) >= hour.time:
                days = list(mention.days.doubts)
        zones = self._zones(field, page, mention)
        if hour is None or hour.time is None:
            return [Moment.on(day, zones[0]) for day in days], len(days) == 1
        moments: list[Moment] = []
        sure = len(days) == 1
        clocks = [(hour.time, zone) for zone in zones]
        clocks += [(other.time, other.zone) for other in hour.others if other.time]
        for day in days:
            for time, zone in clocks:
                made, certain = _moment(day, time, zone, hour.letters)
                sure = sure and certain
                moments += made
        if hour.is_open and field in {"due_at", "confirm_by"} and not hour.zone:
            sure = False
        different = {moment.instant for moment in moments}
        if hour.others and len(different) <= len(days):
            keep = self._nearest(moments)
            return keep, sure
        return moments, sure and len(different) == 1

    def _nearest(self, moments: list[Moment]) -> list[Moment]:
        """Of equal instants, return the one on the actor's own clock if it is there."""
        kept: dict[DateTime, Moment] = {}
        for moment in moments:
            if moment.instant not in kept or moment.zone == self._home:
                kept[moment.instant] = moment
        return list(kept.values())

    def _zones(self, field: str, page: Page, mention: Mention) -> list[str]:
        """Return the zones that an hour may be in, the likeliest first."""
        if mention.hour and mention.hour.zone:
            return [mention.hour.zone]
        if mention.hour and (several := SEVERAL_ZONES.get(mention.hour.letters)):
            here = {zone_of_place(self._place), self._home}
            return [zone for zone in several if zone in here] or list(several)
        if said := zone_for_all(page.clauses):
            return [said]
        after = mention.clause.text
        if re.search(r"\byour time\b", after, re.IGNORECASE):
            return [self._home]
        if field == "at" and (there := zone_of_place(self._place)):
            return [there]
        there = next(
            (zone for p in self._pages if (zone := zone_of_address(p.clauses)) and not p.by_rep), ""
        )
        there = there or zone_of_address(page.clauses)
        if there and not self._place and _differs(there, self._home):
            return [self._home, there]
        if field == "confirm_by":
            there = there or zone_of_place(self._place) or ""
        if there and field in {"due_at", "confirm_by"} and _differs(there, self._home):
            return [self._home, there]
        return [self._home]

    def _work(self) -> list[Found]:
        """Return the first and the last day of the work."""
        for page in self._pages:
            groups = [m for m in page.mentions if m.days and self._is_work(m)]
            groups = [m for m in groups if not _is_gone(m, page)]
            groups = [m for m in groups if m.purpose or m.clause.label] or groups
            if not groups:
                continue
            days = [day for m in groups if m.days for day in m.days.days]
            words = "; ".join(dict.fromkeys(m.words for m in groups))
            if any(m.days and (m.days.is_either or m.days.doubts) for m in groups):
                doubts = [day for m in groups if m.days for day in m.days.doubts]
                choices = tuple(sorted({*days, *doubts}))
                return [Question(field="shoot_from", choices=choices, words=words)]
            found: list[Found] = [Said(field="shoot_from", value=min(days), words=words)]
            if max(days) > min(days):
                found.append(Said(field="shoot_to", value=max(days), words=words))
            if listed := _single_days(groups):
                found.append(Said(field="work_days", value=listed, words=words))
            return found
        return []

    def _fitting(self) -> list[Found]:
        """Return when and where the fitting of a job is."""
        if self._kind is not Kind.BOOKING:
            return []
        for page in self._pages:
            mine = [m for m in page.mentions if m.days and _FITTING.search(_led(m))]
            mine = [m for m in mine if not _is_gone(m, page)]
            if found := self._settle("fitting", page, mine):
                place = mine[0].clause.text.partition(mine[0].words)[2]
                if at := _AT_PLACE.fullmatch(place):
                    found.append(Said(field="fitting_place", value=at["place"], words=at["place"]))
                return found
        return []

    def unplaced(self, found: Iterable[Found | None]) -> tuple[str, ...]:
        """Return the sentences with a deadline that no field is for, word for word."""
        if self._kind in _SILENT:
            return ()
        used = "; ".join(one.words for one in found if one)
        return tuple(
            dict.fromkeys(
                f"{m.clause.label}: {m.clause.text}" if m.clause.label else m.clause.text
                for page in self._pages
                for m in page.mentions
                if (m.days or m.hour)
                and m.words not in used
                and not _is_gone(m, page)
                and (m.purpose == "due" or (m.purpose == "skip" and _is_until(m)))
            )
        )

    def _is_work(self, mention: Mention) -> bool:
        said = f"{mention.clause.label} {mention.clause.text}"
        near = said.split(mention.words)[0][-40:]
        if _NOT_WORK.search(re.split(r"[,;] (?=shoot|film)", near)[-1]):
            return False
        if _NOT_WORK_AFTER.match(said.partition(mention.words)[2]):
            return False
        if mention.purpose == "shoot":
            return not (mention.hour and self._kind in _READS and not mention.clause.label)
        if mention.purpose in {"skip", "at", "due"} and _THEATRE.search(said):
            return (
                bool(re.search(r"\b(?:closes|clos(?:ing|e)|until|ends?|to|runs?)\b", said))
                and not mention.hour
            )
        loose = not mention.hour and not _BY.search(said.partition(mention.words)[0])
        return self._kind in _CLAIMS and mention.purpose in {"", "at"} and loose

    def _decision(self) -> list[Found]:
        for page in self._pages:
            mine = [
                m
                for m in page.mentions
                if m.purpose == "decision" and m.days and not _is_gone(m, page)
            ]
            if not mine:
                continue
            days = list(
                dict.fromkeys(day for m in mine if m.days for day in (m.days.last, *m.days.doubts))
            )
            words = "; ".join(m.words for m in mine)
            if len(days) > 1:
                return [Question(field="decision_by", choices=tuple(days), words=words)]
            return [Said(field="decision_by", value=days[0], words=words)]
        return []


def _led(mention: Mention) -> str:
    """Return what stands before a time in its sentence."""
    before = mention.clause.text.partition(mention.words)[0]
    return f"{mention.clause.label}: {before}" if mention.clause.label else before


def _is_until(mention: Mention) -> bool:
    """Whether a time is one by which something has to be done."""
    return bool(_UNTIL.search(_led(mention)) or re.search(r"\bby\b", mention.words))


def _single_days(groups: list[Mention]) -> str:
    """Return the days of work if they are listed one by one, and not all in a row."""
    only = {m.days.days for m in groups if m.days and m.days.is_listed}
    if len(only) != 1 or any(m.days and m.days.days not in only for m in groups):
        return ""
    days = sorted(only.pop())
    whole = (days[-1] - days[0]).days + 1
    return ", ".join(Span.of(day, day).said for day in days) if whole > len(days) else ""


def _differs(one: str, other: str) -> bool:
    summer, winter = dt.date(2026, 7, 1), dt.date(2026, 1, 1)
    return any(
        Moment(day=day, time=dt.time(12), zone=one).instant
        != Moment(day=day, time=dt.time(12), zone=other).instant
        for day in (summer, winter)
    )


def _moment(day: dt.date, time: dt.time, zone: str, letters: str) -> tuple[list[Moment], bool]:
    """Return the moments that a wall time is; more than one, or another, where the clocks change."""
    if letters in {"GMT", "BST"} and letters not in letters_at(day, time, zone):
        off = 1 if letters == "GMT" else -1
        here = Moment(day=day, time=time, zone=zone)
        return [here, Moment.of(here.instant.add(hours=off))], False
    try:
        return [Moment(day=day, time=time, zone=zone, fold=fold_of(day, time, zone))], True
    except MomentError:
        both = [Moment(day=day, time=time, zone=zone, fold=fold) for fold in (0, 1)]
        return both, False


def _on_that_day(mention: Mention, page: Page) -> Mention:
    """Return an hour without a day as one on the day on which its letter was written."""
    day = today(page.letter.written)
    return replace(mention, days=Days(days=(day,), start=0, end=0))


def _is_gone(mention: Mention, page: Page) -> bool:
    """Whether a day had gone by when the letter was written."""
    return mention.days is not None and mention.days.last < today(page.letter.written)


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
