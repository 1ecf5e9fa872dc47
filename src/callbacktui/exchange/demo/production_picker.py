"""Picks the production, role and casting office of each made-up audition."""

from collections.abc import Iterator
from itertools import cycle
from random import Random
from typing import NamedTuple

from callbacktui.domain.enums import Medium
from callbacktui.domain.stage import Stage
from callbacktui.exchange.demo.load_demo_data import HoldWords, Material, Office, Part, Production
from callbacktui.exchange.demo.plots import Plot


class Deal(NamedTuple):
    """A role, and the office that casts it; `hold` is how the office would word a hold."""

    office: Office
    production: Production
    part: Part
    hold: HoldWords


class RoleDealer:
    """Deals roles like cards: none twice before all were dealt; a production keeps its office."""

    def __init__(self, material: Material, chance: Random) -> None:
        self._material = material
        self._chance = chance
        self._decks: dict[Medium, Iterator[tuple[Production, Part]]] = {}
        self._offices: dict[str, Office] = {}
        self._holds = cycle(material.holds)

    def deal(self, plot: Plot) -> Deal:
        """Return a role that suits the plot."""
        medium = self._chance.choice(plot.media)
        production, part = next(self._decks.setdefault(medium, self._deck(medium)))
        office = self._offices.get(production.project) or self._office(production)
        holds = any(beat.to is Stage.HOLD for beat in plot.beats)
        hold = next(self._holds) if holds else self._material.holds[0]
        return Deal(office, production, part, hold)

    def _deck(self, medium: Medium) -> Iterator[tuple[Production, Part]]:
        made = [p for p in self._material.productions if p.medium is medium]
        cards = [(production, part) for production in made for part in production.roles]
        while True:
            self._chance.shuffle(cards)
            yield from cards

    def _office(self, production: Production) -> Office:
        offices = self._material.offices
        suited = [office for office in offices if production.medium in office.media]
        office = self._chance.choice(suited or offices)
        self._offices[production.project] = office
        return office
