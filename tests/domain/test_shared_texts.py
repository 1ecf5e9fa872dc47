"""Names that come again in many auditions are kept once in memory."""

import msgspec

from callbacktui.domain.audition import Audition
from tests.factories import asked, audition


def test_repeated_names_are_shared_objects() -> None:
    made = audition(office="Harbor Casting", people=("Ada Lin",), rounds=(asked(place="Pier 4"),))
    one, other = (msgspec.json.decode(msgspec.json.encode(made), type=Audition) for _ in range(2))
    assert one == other == made
    assert one.office is other.office
    assert one.people[0] is other.people[0]
    assert one.rounds[0].place is other.rounds[0].place
