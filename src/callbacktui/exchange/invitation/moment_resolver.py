"""Makes moments of the times in a letter: on which day, by which clock, and whether that is sure."""

import datetime as dt
import re
from typing import Final

from pendulum import DateTime

from callbacktui.domain.dates.dst import fold_of, letters_at
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.moment import Moment, today
from callbacktui.exchange.invitation.hours import SEVERAL_ZONES, likely_time
from callbacktui.exchange.invitation.reading_result import Found, Question, Said
from callbacktui.exchange.invitation.time_mentions import Mention
from callbacktui.exchange.invitation.times_in_letter import Page
from callbacktui.exchange.invitation.zones import (
    zone_for_all,
    zone_of_address,
    zone_of_place,
    zones_of_place,
)

_THEIRS: Final = re.compile(
    r"\b(?:their|casting(?:'s)?|office|(?:the )?client's|production(?:'s)?|local) (?:local )?time\b",
    re.IGNORECASE,
)
_GERMAN: Final = re.compile(r"\d ?Uhr\b|\bum \d|\bbis (?:zum|\w+tag|\d)", re.IGNORECASE)
"""Words around an hour that may be one on a German clock."""

_COASTS: Final = ("America/Los_Angeles", "America/New_York", "Europe/London")
"""Where an office is likely to be that does not say it."""


class MomentChooser:
    """Chooses the moment of a field from the times that name it; `home` is the actor's zone."""

    def __init__(self, pages: tuple[Page, ...], home: str, place: str) -> None:
        self._pages = pages
        self._home = home
        self._place = place

    def settle(
        self, field: str, page: Page, mentions: list[Mention], *, is_sure: bool = True
    ) -> list[Found]:
        """Return the one time that the mentions name; a question if there are several."""
        choices: dict[str, Moment] = {}
        for_rep = [mention.is_for_rep for mention in mentions]
        doubtful = not is_sure or (field == "due_at" and any(for_rep) and not all(for_rep))
        for mention in mentions:
            moments, is_sure = self._moments(field, page, mention)
            is_adrift = page.letter.is_adrift and mention.days and mention.days.is_near
            doubtful = doubtful or not is_sure or bool(is_adrift) or mention.is_doubtful
            for moment in moments:  # one instant on two clocks is one choice
                same = moment.instant.in_timezone("UTC") if moment.time else moment
                choices.setdefault(same.isoformat(), moment)
        timed = {key: moment for key, moment in choices.items() if moment.time}
        if timed:
            on = {moment.day for moment in timed.values()}
            loose = {moment.day for moment in choices.values() if not moment.time}
            choices = timed if loose <= on else choices
        words = "; ".join(dict.fromkeys(mention.words for mention in mentions))
        here = page.letter.written
        values = tuple(sorted(choices.values(), key=lambda one: one.day < here.date()))
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
        if mention.days.others:  # the sooner of the days ahead is the likelier one
            here = today(page.letter.written)
            days = sorted({*days, *mention.days.others}, key=lambda day: (day < here, day))
        if mention.days.is_bare and mention.days.doubts and hour and hour.time:
            written = page.letter.written
            if dt.time(written.hour, written.minute) >= hour.time:
                days = list(mention.days.doubts)
        zones = self._zones(field, page, mention)
        if mention.days.figures and not (hour and hour.time):
            first, *further = mention.days.days
            at = [likely_time(figure, 0) for figure in mention.days.figures if figure < 24]
            timed = [made for time in at for made in _moment(first, time, zones[0], "")[0]]
            return [*timed, *(Moment.on(day, zones[0]) for day in (first, *further))], False
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

    def _their_zones(self, page: Page) -> list[str]:
        """Return the zones that an office may be in; one if it gives its place or its clock."""
        said = zone_of_place(self._place) or next(
            (zone for p in (page, *self._pages) if (zone := zone_of_address(p.clauses))), ""
        )
        named = [m.hour.zone for p in self._pages for m in p.mentions if m.hour and m.hour.zone]
        if said or named:
            return [said or named[0]]
        return list(dict.fromkeys((*_COASTS, self._home)))

    def _zones(self, field: str, page: Page, mention: Mention) -> list[str]:
        """Return the zones that an hour may be in, the likeliest first."""
        if mention.hour and mention.hour.zone:
            return [mention.hour.zone]
        if mention.hour and (several := SEVERAL_ZONES.get(mention.hour.letters)):
            here = {zone_of_place(self._place), self._home}
            return [zone for zone in several if zone in here] or list(several)
        if said := zone_for_all(page.clauses):
            return [said]
        if _GERMAN.search(mention.clause.text) and _differs("Europe/Berlin", self._home):
            return [self._home, "Europe/Berlin"]
        after = mention.clause.text
        if re.search(r"\byour time\b", after, re.IGNORECASE):
            return [self._home]
        if _THEIRS.search(after):
            return self._their_zones(page)
        if field == "at" and (zones := zones_of_place(self._place, self._home)):
            return zones
        there = next(
            (zone for p in self._pages if (zone := zone_of_address(p.clauses)) and not p.by_rep), ""
        )
        there = there or zone_of_address(page.clauses) or page.letter.clock
        if there and not self._place and _differs(there, self._home):
            return [self._home, there]
        if field == "confirm_by":
            there = there or zone_of_place(self._place) or ""
        if there and field in {"due_at", "confirm_by"} and _differs(there, self._home):
            return [self._home, there]
        return [self._home]


def _differs(one: str, other: str) -> bool:
    summer, winter = dt.date(2026, 7, 1), dt.date(2026, 1, 1)
    return any(
        Moment(day=day, time=dt.time(12), zone=one).instant
        != Moment(day=day, time=dt.time(12), zone=other).instant
        for day in (summer, winter)
    )


def _moment(day: dt.date, time: dt.time, zone: str, letters: str) -> tuple[list[Moment], bool]:
    """Return the moments that a wall time may be; two, or a shifted one, if the clocks change."""
    if letters in {"GMT", "BST"} and letters not in letters_at(day, time, zone):
        off = 1 if letters == "GMT" else -1
        here = Moment(day=day, time=time, zone=zone)
        return [here, Moment.of(here.instant.add(hours=off))], False
    try:
        return [Moment(day=day, time=time, zone=zone, fold=fold_of(day, time, zone))], True
    except MomentError:
        both = [Moment(day=day, time=time, zone=zone, fold=fold) for fold in (0, 1)]
        return both, False
