"""Reads an invitation: what it is about, what it says for sure, and what it leaves open."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import Medium, RoundKind
from callbacktui.exchange.invitation.assign_times_to_fields import Scheduler
from callbacktui.exchange.invitation.calendar_event import CalendarEvent, read_event
from callbacktui.exchange.invitation.clauses import join_lines, split_clauses, straight
from callbacktui.exchange.invitation.details import (
    details_of,
    link_of,
    people_left,
    terms_left,
    words_of_nda,
)
from callbacktui.exchange.invitation.found_fields import asked_if_day, names_found, settled
from callbacktui.exchange.invitation.invited_to_callbacks import (
    invites_to_callbacks,
    with_callbacks,
)
from callbacktui.exchange.invitation.kind import (
    is_only_tape,
    is_open_offer,
    is_put_off,
    is_tape,
    kind_of,
    moved_round,
    off_until,
)
from callbacktui.exchange.invitation.kind_of_work import size_of_roles, union_of_work, work_of
from callbacktui.exchange.invitation.labels import KNOWN, field_of
from callbacktui.exchange.invitation.later_rounds import first_round, later_round, round_named
from callbacktui.exchange.invitation.letters import Letter, passed_on, split_letters, word_came
from callbacktui.exchange.invitation.listed_roles import listed_jobs, listed_roles
from callbacktui.exchange.invitation.mail import Mail, open_mail
from callbacktui.exchange.invitation.moved_times import find_old_time, grants_more_time
from callbacktui.exchange.invitation.order_of_dates import order_in
from callbacktui.exchange.invitation.people import find_people
from callbacktui.exchange.invitation.place_and_format import HAS_PLACE, find_format, find_place
from callbacktui.exchange.invitation.project_and_role import find_titles
from callbacktui.exchange.invitation.reading_result import Kind, Question, Reading, Said
from callbacktui.exchange.invitation.theatres import theatre_after
from callbacktui.exchange.invitation.time_mentions import Mention
from callbacktui.exchange.invitation.times_in_letter import (
    Page,
    read_page,
    sets_deadline,
    sets_hour,
    with_deadlines,
)
from callbacktui.exchange.invitation.two_matters import part_matters
from callbacktui.exchange.invitation.work_in_letter import moved_days
from callbacktui.exchange.invitation.zones import clock_of, is_home_clock

_WITH_TERMS: Final = {
    Kind.REQUEST,
    Kind.APPOINTMENT,
    Kind.CALLBACK,
    Kind.AVAIL,
    Kind.HOLD,
    Kind.BOOKING,
    Kind.CHANGE,
}
_NEW_DAY: Final = re.compile(
    r"\b(?:to|until|till|now|new (?:date|time|day|slot)(?: is| will be)?)\W*(?:on )?$",
    re.IGNORECASE,
)
_SHORT_ANSWER: Final = 200
_MOST_READ: Final = 20_000
_LONGEST_LINE: Final = 3_000
_LONGEST_RUN: Final = 300
_RUN: Final = re.compile(r"\S{300,}")


def read_invitation(
    data: bytes,
    now: DateTime,
    *,
    received: DateTime | None = None,
    order: DateOrder = DateOrder.MDY,
) -> Reading:
    """Read the bytes of a mail, a message or a calendar file.

    `received` is when it came, if the file does not say it; else it is read as written `now`.

    Raises:
        MailError: if it cannot be read at all; says why and what to do.
    """
    mail = open_mail(data)
    home = zone_of(now)
    event = read_event(mail.calendar, home) if mail.calendar else None
    if event and not mail.text.strip():
        mail = _mail_of(mail, event)
    written = mail.written or received or (event.written if event else None) or now
    if mail.written and not written.utcoffset():
        written = written.in_timezone(home)
    is_known = bool(mail.written or received or (event and event.written))
    body = replace(mail, text=_readable(mail.text))
    letters = split_letters(body, written, order, is_known=is_known)
    told = order_in(f"{one.subject}\n{one.text}" for one in letters)
    if mail.written:
        sent = replace(letters[0], offset=mail.written.strftime("%z"))
        letters = (sent, *letters[1:])
    letters = tuple(_with_clock(one, home) for one in letters)
    pages = tuple(_page(one, told, order) for one in letters)
    only, other = part_matters(letters[0], pages[0])
    if other:
        letters, pages = (only, *letters[1:]), (_page(only, told, order), *pages[1:])
    reading = _Reader(letters, pages, event, now).read()
    text = _kept_text(mail, event)
    return replace(
        reading,
        other_matter=other,
        text=text,
        is_offer=reading.kind is Kind.BOOKING and is_open_offer(text),
        is_on_home_clock=all(_is_at_home(one, home) for one in letters[: passed_on(letters) + 1]),
        written=word_came(letters),
        repeats=event.repeats if event else "",
        uid=event.uid if event else "",
        message_id=mail.message_id,
    )


def _with_clock(letter: Letter, home: str) -> Letter:
    """Return a letter with the zone in which it was written, if its head tells another one."""
    if not letter.offset:
        return letter
    words = f"{letter.sender}\n{letter.text}"
    return replace(letter, clock=clock_of(letter.offset, words, home, letter.written))


def _is_at_home(letter: Letter, home: str) -> bool:
    """Return whether a letter was written on the actor's own clock, by its head or its words."""
    words = f"{letter.sender}\n{letter.text}"
    return is_home_clock(letter.offset, words, home, letter.written)


def _page(letter: Letter, told: DateOrder | None, usual: DateOrder) -> Page:
    """Return the times in a letter, read in the order that it or its mail tells, else the usual."""
    proven = order_in([letter.text]) or told
    clauses = split_clauses(letter.text, KNOWN)
    page = read_page(letter, clauses, proven or usual, is_proven=proven is not None)
    is_due = is_only_tape(letter.subject, letter.text) and not sets_deadline(page)
    return with_deadlines(page) if is_due else page


def _readable(text: str) -> str:
    """Return the part of a text that is read: the words of a mail, not a file pasted into it."""
    lines = text[:_MOST_READ].split("\n")
    return "\n".join(
        _RUN.sub(lambda run: run[0][:_LONGEST_RUN], line[:_LONGEST_LINE]) for line in lines
    )


class _Reader:
    """Reads the letters of one invitation, the newest first."""

    def __init__(
        self,
        letters: tuple[Letter, ...],
        pages: tuple[Page, ...],
        event: CalendarEvent | None,
        now: DateTime,
    ) -> None:
        self._letters = letters
        self._event = event
        self._now = now
        clauses = tuple(page.clauses for page in pages)
        self._people = find_people(letters, clauses)
        by_rep = bool(self._people.rep) and bool(self._people.source != "self")
        outer = by_rep and self._people.rep in {letters[0].name, *self._people.names}
        self._pages = (replace(pages[0], by_rep=outer), *pages[1:])
        is_called_back = later_round(straight(letters[0].subject)) and not sets_hour(pages[0])
        if is_called_back or any(invites_to_callbacks(clause.text) for clause in clauses[0]):
            self._pages = (with_callbacks(self._pages[0]), *pages[1:])
        self._grants_time = (
            len(letters) > 1
            and not letters[0].is_forwarded
            and grants_more_time(letters[0].text, letters[1].text)
        )
        if self._grants_time:
            self._pages = (with_deadlines(self._pages[0]), *self._pages[1:])
        self._whole = tuple(clause for some in clauses for clause in some)
        self._subject = straight(letters[0].subject)
        self._lines = tuple(line for one in letters for line in join_lines(one.text, KNOWN))

    def read(self) -> Reading:
        kind = self._kind()
        if kind is Kind.OTHER:
            answered = self._answered()
            return answered.read() if answered else Reading(kind=kind, written=self._now)
        people = self._people
        titles = listed_jobs(self._lines, people) or find_titles(
            self._letters,
            tuple(page.clauses for page in self._pages),
            people,
            listed_roles(self._lines, people),
        )
        found: list[Said | Question | None] = [*names_found(titles, people)]
        is_one = (
            len(titles.projects) < 2 or titles.is_doubtful
        )  # of several, each has an office and terms of its own
        if not is_one:
            found = [one for one in found if one and one.field != "office"]
        text = self._text()
        theatre = theatre_after(titles.projects[0], text) if is_one and titles.projects else None
        found.append(theatre)
        location = self._event.location if self._event else ""
        live = kind in HAS_PLACE and is_one
        place = find_place(self._pages, self._event) if live else None
        if place and place.plain.lower() in {project.lower() for project in titles.projects}:
            place = None  # "Nora in Glass House"
        if kind in _WITH_TERMS and is_one:
            found += [
                work_of(self._whole, self._subject, (*titles.projects, *titles.roles))
                or (theatre and replace(theatre, field="medium", value=Medium.THEATRE.value)),
                size_of_roles(self._whole, titles.roles),
                union_of_work(self._whole, self._subject, zone_of(self._now)),
                link_of(self._whole, location) if kind in {*HAS_PLACE, Kind.REQUEST} else None,
                *details_of(self._whole),
            ]
        later = _ROUND_OF[kind](text) if kind in _ROUND_OF else None
        tape = is_tape(self._newest()) and kind in {Kind.REQUEST, Kind.CALLBACK, Kind.CHANGE}
        found += self._times(kind, place.plain if place else "", is_tape=tape, is_one=is_one)
        if later := self._round_at(found) or later if later else None:
            found.append(Said(field="kind_of_round", value=later.value, words=later.word))
        fields = {one.field for one in found if one}
        if tape and "at" not in fields and "due_at" in fields:
            place = None  # a tape is sent from anywhere
        found += [place, find_format(kind, text, place, found, location) if is_one else None]
        off = self._off_days() if self._is_put_off(kind) else None
        if off is not None:
            found = [one for one in found if one and one.field not in {"at", "due_at"}]
        elif kind is Kind.CHANGE and is_put_off(self._text()):
            found = [asked_if_day(one) for one in found]
        reading = settled(kind, found, self._now)
        if off is not None:
            day = off[0] if len(off) == 1 else None
            reading = replace(reading, is_put_off=True, off_day=day)
        if kind is Kind.CHANGE:
            reading = replace(reading, moved_days=moved_days(self._pages[0]))
        left = Scheduler(self._pages, kind, self._now, "").unplaced(found)
        left += terms_left(self._whole) if kind in _WITH_TERMS else ()
        nda = words_of_nda(self._text())
        left += people_left(self._whole, found) if live and not nda else ()
        return replace(reading, unplaced=tuple(dict.fromkeys(left)), nda=nda)

    def _answered(self) -> "_Reader | None":
        """Return the reader of the mail that a few words such as "Got it, thanks" answer."""
        answer, *letters = self._letters
        if not letters or answer.is_forwarded or len(answer.text) > _SHORT_ANSWER:
            return None
        subject = letters[0].subject or re.sub(r"(?i)^\s*(?:re\s*:\s*)+", "", answer.subject)
        letters[0] = replace(letters[0], subject=subject, to=letters[0].to or answer.sender)
        return _Reader(tuple(letters), self._pages[1:], self._event, self._now)

    def _text(self) -> str:
        """Return the newest letter, and what it passes on, as one text."""
        some = list(self._letters[: passed_on(self._letters) + 1])
        if len(some) == 1 and len(some[0].text) < 200:
            some += self._letters[1:2]
        subject = next((one.subject for one in self._letters if one.subject), "")
        return "\n".join([straight(subject), *(straight(one.text) for one in some)])

    def _newest(self) -> str:
        return (
            f"{self._subject}\n{straight(self._letters[0].text)}"
            if not self._letters[0].is_forwarded
            else self._text()
        )

    def _kind(self) -> Kind:
        if self._event and self._event.is_cancelled:
            return Kind.CANCEL
        passed = self._letters[0].is_forwarded and len(self._letters) > 1
        pages = self._pages[: passed_on(self._letters) + 1]
        body = "\n".join(_own_words(page) for page in pages)
        labels = {field_of(clause.label) for page in pages for clause in page.clauses}
        kind = kind_of(
            self._subject,
            body,
            has_hour=any(map(sets_hour, pages)) or bool(self._event and self._event.at),
            has_due=any(map(sets_deadline, pages)),
            is_labelled=len(labels & {"role", "project", "office", "director"}) > 1,
            is_reply=len(self._letters) > 1 and not passed,
            is_moved=(self._grants_time and any(map(sets_deadline, pages)))
            or any(find_old_time(clause.text) for page in pages for clause in page.clauses),
        )
        event = self._event
        if event and event.first_day and kind in {Kind.APPOINTMENT, Kind.OTHER, Kind.REQUEST}:
            return Kind.HOLD if kind is not Kind.REQUEST else kind
        return kind

    def _is_put_off(self, kind: Kind) -> bool:
        """Whether the time is taken back, a new one is to come, and none is given yet."""
        is_off = kind is Kind.CHANGE and is_put_off(self._text())
        return is_off and not any(_is_new_time(m) for m in self._pages[0].mentions)

    def _off_days(self) -> list[dt.date]:
        """Return the days that are off."""
        return list(
            {m.days.first: m for m in self._pages[0].mentions if m.days and m.hour}
            or {m.days.first: m for m in self._pages[0].mentions if m.days and m.purpose != "skip"}
        )

    def _round_at(self, found: list[Said | Question | None]) -> RoundKind | None:
        """Return the kind of later round that stands beside the time of the read."""
        at = next((one for one in found if isinstance(one, Said) and one.field == "at"), None)
        near = [
            f"{m.clause.label}: {m.clause.text.partition(m.words)[0]}"
            for page in self._pages
            for m in page.mentions
            if at and m.words == at.words
        ]
        return next((kind for text in near if (kind := round_named(text))), None)

    def _times(
        self, kind: Kind, place: str, *, is_tape: bool, is_one: bool
    ) -> list[Said | Question]:
        scheduler = Scheduler(self._pages, kind, self._now, place, is_one=is_one)
        found = scheduler.all(is_tape=is_tape)
        event = self._event
        if event is None:
            return found
        words = event.summary
        if event.at and kind in {Kind.APPOINTMENT, Kind.CALLBACK, Kind.CHANGE, Kind.CANCEL}:
            found = [one for one in found if one.field != "at"]
            if event.more_times or event.is_doubtful:
                choices = (event.at, *event.more_times)
                found.append(Question(field="at", choices=choices, words=words))
            else:
                found.append(Said(field="at", value=event.at, words=words))
        elif event.at and kind is Kind.REQUEST:
            if not any(one.field == "due_at" for one in found):
                found.append(Said(field="due_at", value=event.at, words=words))
        elif kind in {Kind.HOLD, Kind.AVAIL, Kind.BOOKING}:
            first = event.first_day or (event.at.day if event.at else None)
            last = event.last_day or first
            if first and last:
                found = [one for one in found if not one.field.startswith("shoot")]
                found.append(Said(field="shoot_from", value=first, words=words))
                found += [Said(field="shoot_to", value=last, words=words)] if last > first else []
        return found


def _is_new_time(mention: Mention) -> bool:
    """Whether a time is not the one that is taken back: it stands in another sentence, or after "to"."""
    if mention.purpose not in {"at", "later", "due", "weak", ""} or not (
        mention.days or mention.hour
    ):
        return False
    before, _, _ = mention.clause.text.partition(mention.words)
    if off_until(mention.clause.text) < 0:
        return bool(mention.hour) or bool(_NEW_DAY.search(before or mention.clause.label))
    return bool(_NEW_DAY.search(before))


_ROUND_OF: Final[dict[Kind, Callable[[str], RoundKind | None]]] = {
    Kind.REQUEST: first_round,
    Kind.APPOINTMENT: first_round,
    Kind.CALLBACK: later_round,
    Kind.CHANGE: moved_round,
}


def _own_words(page: Page) -> str:
    """Return the words of a letter without its labelled names, which are no sign of its kind."""
    names = {"project", "role", "office", "director", "rep", "talent"}
    return "\n".join(
        f"{clause.label}: {clause.text}" if clause.label else clause.text
        for clause in page.clauses
        if field_of(clause.label) not in names
    )


def _mail_of(mail: Mail, event: CalendarEvent) -> Mail:
    """Return a mail with the words of a calendar event."""
    return replace(
        mail,
        sender=mail.sender or event.organizer,
        to=mail.to or event.attendee,
        subject=mail.subject or event.summary,
        text=event.description,
    )


def _kept_text(mail: Mail, event: CalendarEvent | None) -> str:
    lines = [f"Subject: {mail.subject}"] if mail.subject and mail.is_file else []
    if event and event.at:
        lines.append(event.location)
    return "\n".join([*lines, mail.text]).strip()
