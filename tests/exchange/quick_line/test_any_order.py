"""Role and project, then the other parts in any order: no part takes words of another."""

from typing import Final

import pendulum
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.exchange.quick_line.parser import read_line

NOW: Final = pendulum.datetime(2026, 12, 2, 10, 30, tz="America/New_York")
ROLES: Final = (
    "Nina",
    "Cop #2",
    "Mrs. March",
    "Officer Noon",
    "June",
    "Coach's Wife",
    "Agent Cole",
)
PROJECTS: Final = (
    *("The Morning Show", "May December", "Friday Night Lights", "Hold the Dark", "Station 19"),
    *("9-1-1", "1923", "Saturday Night", "The Lead", "42nd Street", "Darkness at Noon"),
)
TIMES: Final = {
    "tmrw 3pm": "2026-12-03T15:00",
    "thurs @ 2:15": "2026-12-03T14:15",
    "12/4 11:40a": "2026-12-04T11:40",
    "mon noon": "2026-12-07T12:00",
    "dec 9 at 4:30p": "2026-12-09T16:30",
    "wed the 9th 10am": "2026-12-09T10:00",
    "14:20 on fri": "2026-12-04T14:20",
}
OFFICES: Final = ("Telsey", "Bowling/Miscia", "Farrow & Lund Casting")
KINDS: Final = {
    "callback": "callback",
    "cb": "callback",
    "chem read": "chemistry_read",
    "producer session": "producer_session",
}
SIZES: Final = {"co-star": "costar", "recurring": "recurring", "u/s": "understudy"}
FORMATS: Final = {"zoom": "virtual_live", "in person": "in_person"}


@given(data=st.data())
def test_parts_are_read_in_any_order(data: st.DataObject) -> None:
    role, project, time, office, kind, size, read_as = (
        data.draw(st.sampled_from(tuple(known)))
        for known in (ROLES, PROJECTS, TIMES, OFFICES, KINDS, SIZES, FORMATS)
    )
    parts = data.draw(st.permutations([time, f"@{office}", kind, size, read_as]))
    join = data.draw(st.sampled_from((" ", ", ", " - ", " | ")))
    line = read_line(join.join([f"{role}, {project}", *parts]), NOW)
    audition = line.filled_in("one", NOW)
    (given_round,) = audition.rounds
    at = given_round.at
    assert (audition.role, audition.project, audition.office) == (role, project, office)
    assert at is not None
    assert at.time is not None
    assert f"{at.day}T{at.time:%H:%M}" == TIMES[time]
    assert (given_round.kind.value, str(given_round.format)) == (KINDS[kind], FORMATS[read_as])
    assert (str(audition.size), line.unread) == (SIZES[size], ())
