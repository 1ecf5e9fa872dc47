"""Makes up a career for the demo: any number of invented auditions, up to now.

The same size, seed and time always give the same career, including the ids.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.moment import today
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.demo.audition_simulator import CareerSimulator
from callbacktui.exchange.demo.load_demo_data import Material
from callbacktui.exchange.demo.plots import CLOSED_PLOTS, OPEN_PLOTS, Plot
from callbacktui.exchange.demo.production_picker import RoleDealer

DEFAULT_SIZE: Final = 60
DEFAULT_SEED: Final = 7

_OPEN_SHARE: Final = 0.45
_BUSIEST_SHARE: Final = 0.05
_FIRST_DAYS: Final = 150
_DAYS_EACH: Final = 5
_LONGEST: Final = 6 * 365
_NEWEST_END: Final = 3
_LONGEST_STRETCH: Final = 1.6
_CALLED_IN_AGAIN: Final = 0.25


def make_career(size: int, seed: int, now: DateTime, material: Material) -> list[Audition]:
    """Make up `size` auditions up to `now`: closed ones by the day they ended, then open ones."""
    chance = Random(seed)
    company = RoleDealer(material, chance)
    zone = zone_of(now)
    open_count = _open_count(size)
    desk = []
    for number in range(open_count):
        plot = OPEN_PLOTS[number % len(OPEN_PLOTS)]
        # Each plot is used with its exact days once; after that, the days vary.
        stretch = 1.0 if number < len(OPEN_PLOTS) else chance.uniform(1, _LONGEST_STRETCH)
        deal = company.deal(plot)
        simulator = CareerSimulator(
            material, chance, deal, zone=zone, last_day=today(now), stretch=stretch
        )
        desk.append(simulator.simulate(plot))
    endings = _endings(size - open_count, size, chance)
    return [*_make_closed(endings, company, material, chance, now), *desk]


def _make_closed(
    endings: list[int], company: RoleDealer, material: Material, chance: Random, now: DateTime
) -> Iterator[Audition]:
    """Yield closed auditions in the order they ended; some of them led to a later call-in."""
    let_go: dict[str, Audition] = {}
    plots = _pick_plots(len(endings), chance)
    for ago, plot in zip(endings, plots, strict=True):
        deal = company.deal(plot)
        simulator = CareerSimulator(
            material,
            chance,
            deal,
            zone=zone_of(now),
            last_day=today(now) - dt.timedelta(days=ago),
            stretch=chance.uniform(1, _LONGEST_STRETCH),
        )
        earlier = let_go.get(deal.office.name)
        led_here = (
            earlier
            and _could_lead_to(plot, earlier, simulator)
            and chance.random() < _CALLED_IN_AGAIN
        )
        audition = simulator.simulate(plot, after=earlier if led_here else None)
        if audition.disposition in {Disposition.PASSED_TOLD, Disposition.PRESUMED_PASSED}:
            let_go[audition.office] = audition
        yield audition


def _could_lead_to(plot: Plot, earlier: Audition, simulator: CareerSimulator) -> bool:
    """Whether the office had closed `earlier`, after a read, before it asked for this one."""
    asked = next((beat for beat in plot.beats if beat.to is Stage.REQUESTED), None)
    if asked is None or earlier.last_done is None or earlier.closed_on is None:
        return False
    return earlier.closed_on < simulator.day(asked.ago)


def _endings(count: int, size: int, chance: Random) -> list[int]:
    """Draw how many days ago each closed audition ended, longest ago first."""
    span = min(_LONGEST, _FIRST_DAYS + _DAYS_EACH * size)
    return sorted((chance.randint(_NEWEST_END, span) for _ in range(count)), reverse=True)


def _pick_plots(count: int, chance: Random) -> list[Plot]:
    """Return `count` plots of closed auditions, in proportion to their weights, shuffled."""
    ends = list(accumulate(plot.weight for plot in CLOSED_PLOTS))
    places = [(number + 0.5) * ends[-1] / count for number in range(count)]
    plots = [
        next(p for p, end in zip(CLOSED_PLOTS, ends, strict=True) if place < end)
        for place in places
    ]
    chance.shuffle(plots)
    return plots


def _open_count(size: int) -> int:
    if size <= DEFAULT_SIZE:
        return min(size, max(1, round(size * _OPEN_SHARE)))
    return max(len(OPEN_PLOTS), round(size * _BUSIEST_SHARE))
