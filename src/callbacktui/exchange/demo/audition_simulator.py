"""Simulates one made-up audition, using only legal moves, each on its own day."""

import datetime as dt
from random import Random
from typing import Final

import pendulum
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.enums import Format, OffBook, RoundKind, Source
from callbacktui.domain.ids import ENTROPY_BYTES, record_id
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import read_money
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Move, Stage
from callbacktui.domain.stage_effects import add_round, with_round
from callbacktui.exchange.demo.load_demo_data import Material
from callbacktui.exchange.demo.plots import Beat, Plot
from callbacktui.exchange.demo.production_picker import Deal
from callbacktui.exchange.demo.reflections import make_reflection, reflects_on_read
from callbacktui.exchange.demo.replies import close_as_passed, fill_in_booking, fill_in_hold

_MORNING: Final = 9
_MIDDAY: Final = 11
_AFTERNOON: Final = 16
_EVENING: Final = 20
_APPOINTMENTS: Final = ((10, 30), (11, 15), (13, 0), (14, 40), (15, 30))
_BEYOND_A_READ: Final = {Stage.CALLBACK, Stage.TEST, Stage.HOLD, Stage.OFFER, Stage.BOOKED}
_SATURDAY: Final = 5


class CareerSimulator:
    """Simulates the plot of one audition.

    `last_day`, in the actor's time `zone`, is the day from which the beats count back; `stretch`
    (1 or more) multiplies the days between beats.
    """

    def __init__(
        self,
        material: Material,
        chance: Random,
        deal: Deal,
        *,
        zone: str,
        last_day: dt.date,
        stretch: float = 1.0,
    ) -> None:
        self._material = material
        self._chance = chance
        self._deal = deal
        self._zone = zone
        self._last_day = last_day
        self._stretch = stretch

    def day(self, ago: int) -> dt.date:
        """Return the calendar day of a beat that is `ago` days before the last day."""
        return self._last_day - dt.timedelta(days=int(ago * self._stretch))

    def simulate(self, plot: Plot, after: Audition | None = None) -> Audition:
        """Simulate the plot from its first beat, or from the call-in that `after` led to."""
        beats = plot.beats
        if after:
            beats = beats[next(i for i, b in enumerate(beats) if b.to is Stage.REQUESTED) :]
        first = self._at(beats[0].ago if beats else 1, _MORNING)
        audition = self._begin(first, after)
        for index, beat in enumerate(beats):
            asked_on = any(later.to in _BEYOND_A_READ for later in beats[index + 1 :])
            audition = self._step(audition, beat, asked_on=asked_on)
        return audition

    def _begin(self, now: DateTime, after: Audition | None) -> Audition:
        chance, material, work, part = (
            self._chance,
            self._material,
            self._deal.production,
            self._deal.part,
        )
        id_ = record_id(int(now.timestamp() * 1000), chance.randbytes(ENTROPY_BYTES))
        source = chance.choice((Source.AGENT, Source.AGENT, Source.MANAGER, Source.SELF))
        rep = {Source.AGENT: material.agent, Source.MANAGER: material.manager}.get(source, "")
        begun = moves.next_call_in(after, id_, now) if after else Audition(id=id_, project="")
        return replace(
            begun,
            project=work.project,
            medium=work.medium,
            subtype=work.subtype,
            network_brand=work.network_brand,
            product_category=work.product_category,
            union=work.union,
            director=work.director,
            place=work.place,
            rate=read_money(work.rate),
            shoot_dates=read_span(work.shoot_dates, today(now)),
            role=part.role,
            size=part.size,
            breakdown=part.breakdown,
            source=Source.REPEAT_CALL_IN if after else source,
            rep=rep,
            platform="" if rep or after else chance.choice(material.platforms),
            office=self._deal.office.name,
            people=(chance.choice(self._deal.office.people),),
            tags=(chance.choice(material.tags),) if chance.random() < 0.25 else (),
            notes=chance.choice(material.notes) if chance.random() < 0.5 else "",
            added_at=Moment.of(now),
        )

    def _step(self, audition: Audition, beat: Beat, *, asked_on: bool) -> Audition:
        if beat.to is None:
            return self._give(audition, self._at(beat.ago, _EVENING), asked_on=asked_on)
        if beat.form:
            return self._ask(audition, beat, beat.to)
        hour = _MORNING if beat.to is Stage.SUBMITTED else _AFTERNOON
        return self._reply(audition, beat.to, self._at(beat.ago, hour))

    def _ask(self, audition: Audition, beat: Beat, to: Move) -> Audition:
        """Add the round that is asked for, with its appointment or deadline."""
        now = self._at(beat.ago, _MIDDAY)
        if to is audition.stage:
            asked = add_round(audition, RoundKind.AUDITION, now)
        else:
            asked = moves.move(audition, to, now)
        pending = asked.pending
        return with_round(asked, self._arrange(pending, beat)) if pending else asked

    def _arrange(self, pending: Round, beat: Beat) -> Round:
        chance, office = self._chance, self._deal.office
        wardrobe = self._material.wardrobe(self._deal.production.medium)
        arranged = replace(
            pending,
            format=beat.form,
            people=pending.people or (chance.choice(office.people),),
            wore=pending.wore or chance.choice(wardrobe),
        )
        day = self.day(beat.meet)
        if beat.form is Format.SELF_TAPE:
            due = Moment(day=day, time=dt.time(12), zone=office.zone)
            return replace(arranged, due_at=due, reader=chance.choice(self._material.readers))
        if day.weekday() >= _SATURDAY and beat.meet < 0:
            day += dt.timedelta(days=7 - day.weekday())
        time = dt.time(*chance.choice(_APPOINTMENTS))
        place = office.name if beat.form is Format.IN_PERSON else ""
        return replace(arranged, at=Moment(day=day, time=time, zone=self._zone), place=place)

    def _give(self, audition: Audition, now: DateTime, *, asked_on: bool) -> Audition:
        """Give the round and, about every other time, add a reflection the same evening."""
        chance, material = self._chance, self._material
        given = moves.give(audition, now)
        read = given.last_done
        if read is None:
            return given
        tape = read.format is Format.SELF_TAPE
        read = replace(
            read,
            choices=chance.choice(material.choices),
            redirects="" if tape else chance.choice(("", *material.redirects)),
            takes=chance.randint(2, 9) if tape else None,
            prep_minutes=chance.choice((45, 60, 90, 120, 150)),
            off_book=chance.choice((OffBook.YES, OffBook.YES, OffBook.MOSTLY)),
        )
        if reflects_on_read(chance):
            back = make_reflection(read, material, chance, Moment.of(now), asked_on=asked_on)
            read = replace(read, reflection=back)
        return with_round(given, read)

    def _reply(self, audition: Audition, to: Move, now: DateTime) -> Audition:
        """Make a move that asks for no round, and fill in what casting says with it."""
        if to is Disposition.PASSED_TOLD:
            return close_as_passed(audition, self._material, self._chance, now)
        moved = moves.move(audition, to, now)
        match to:
            case Stage.HOLD:
                return fill_in_hold(moved, self._deal.hold, today(now))
            case Stage.BOOKED:
                return fill_in_booking(moved, self._chance)
            case _:
                return moved

    def _at(self, ago: int, hour: int) -> DateTime:
        day = self.day(ago)
        minute = self._chance.randrange(0, 60, 5)
        return pendulum.datetime(day.year, day.month, day.day, hour, minute, tz=self._zone)
