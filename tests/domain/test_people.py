"""Offices and people as auditions name them; joined, parted and renamed only by the actor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.contact import Contact, ContactKind, contact_id
from callbacktui.domain.people import Person, people_of, replace_name
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.domain.text import fold
from tests.factories import TODAY, audition, done, read_on

NAMES = st.sampled_from(["Mara", "mara", "Mára", "Bo Li", "Kestrel", "Gantry", "", "Ann, reader"])
AUDITIONS = st.lists(
    st.builds(
        lambda office, rep, people, reader: audition(
            office=office, rep=rep, people=people, rounds=(done(reader=reader),)
        ),
        NAMES, NAMES, st.tuples(NAMES, NAMES), NAMES,
    ),
    max_size=6,
)  # fmt: skip


def numbered(auditions: list[Audition]) -> list[Audition]:
    return [replace(one, id=f"a{n}") for n, one in enumerate(auditions)]


def named(people: tuple[Person, ...], name: str) -> Person:
    return next(person for person in people if name in person.names)


def test_each_field_names_a_person_with_a_part() -> None:
    one = audition(
        office="Kestrel",
        rep="Hollis",
        director="Noor",
        producers=("Ida",),
        people=("Cass, casting director", "Bell, casting associate", "Win"),
        rounds=(done(reader="Teddy", people=("Noor",)),),
    )
    lesson = Practice(id="p", date=TODAY, kind=PracticeKind.COACHING, who="Ann Lee")
    kinds = {p.name: p.kind.value for p in people_of([one], practice=[lesson])}
    assert kinds == {
        "Kestrel": "casting_office", "Hollis": "agent", "Noor": "director", "Ida": "producer",
        "Cass": "casting_director", "Bell": "associate", "Win": "other", "Teddy": "reader",
        "Ann Lee": "coach",
    }  # fmt: skip


@given(AUDITIONS)
def test_every_person_is_listed_once_with_all_auditions(found: list[Audition]) -> None:
    auditions = numbered(found)
    people = people_of(auditions)
    assert len({p.id for p in people}) == len(people)
    for one in auditions:
        if one.office:
            (owner,) = [p for p in people if p.kind.is_office
                        and fold(one.office) in map(fold, p.names)]  # fmt: skip
            assert one in owner.auditions


def test_joined_contacts_are_one_and_can_be_parted() -> None:
    auditions = [audition(id="a", office="Harbor"), audition(id="b", office="Harbour")]
    kept = contact_id("Harbor", is_office=True)
    other = Contact(
        id=contact_id("Harbour", is_office=True), name="Harbour", same_as=kept,
        kind=ContactKind.CASTING_OFFICE, notes="by the river",
    )  # fmt: skip
    (one,) = people_of(auditions, [other])
    assert (one.id, one.name, one.aliases) == (kept, "Harbor", ("Harbour",))
    assert len(one.auditions) == 2
    assert one.joined == (other,)
    two = people_of(auditions, [replace(other, same_as="")])
    assert [(p.name, len(p.auditions)) for p in two] == [("Harbor", 1), ("Harbour", 1)]
    assert two[1].record.notes == "by the river"


def test_contacts_joined_in_a_circle_are_still_listed() -> None:
    one = Contact(id="1", name="A", same_as="2")
    other = Contact(id="2", name="B", same_as="1")
    assert {name for p in people_of([audition()], [one, other]) for name in p.names} >= {"A", "B"}


def test_alias_refers_to_the_contact() -> None:
    hollis = Contact(id="h", name="Hollis Grant", kind=ContactKind.AGENT, aliases=("Hollis",))
    (rep,) = people_of([audition(office="", rep="hollis")], [hollis])
    assert (rep.id, rep.name, len(rep.auditions)) == ("h", "Hollis Grant", 1)


def test_renaming_updates_every_field_and_keeps_the_job() -> None:
    one = audition(
        office="Mara", rep="Mara", director="MARA", producers=("Mara", "Ida"),
        people=("Mara, session director",), rounds=(done(reader="Mara", people=("Bo", "Mara")),),
    )  # fmt: skip
    mara = next(p for p in people_of([one]) if p.name == "Mara" and not p.kind.is_office)
    new = replace_name(one, mara, "Mara Lind")
    assert (new.office, new.rep, new.director) == ("Mara", "Mara Lind", "Mara Lind")
    assert new.producers == ("Mara Lind", "Ida")
    assert new.people == ("Mara Lind, session director",)
    assert (new.rounds[0].reader, new.rounds[0].people) == ("Mara Lind", ("Bo", "Mara Lind"))
    there = people_of([one])
    assert replace_name(one, named(there, "Ida"), "Ida B.").producers == ("Mara", "Ida B.")


def test_renamed_contact_does_not_match_its_old_name() -> None:
    renamed_one = Contact(id=contact_id("Old", is_office=False), name="New")
    people = people_of([audition(office="", rep="Old")], [renamed_one])
    assert [p.name for p in people] == ["New", "Old"]
    assert len({p.id for p in people}) == 2


@pytest.mark.parametrize("said", ["Anna Kim (director)", "Anna Kim (director), client"])
def test_job_title_in_brackets_is_not_part_of_the_name(said: str) -> None:
    read = read_on(3, id="a", office="", rounds=(done(3, people=("Anna Kim", said)),))
    [anna] = people_of([read])
    assert (anna.names, anna.kind) == (("Anna Kim",), ContactKind.DIRECTOR)
    renamed = replace_name(read, anna, "Anna Kimble")
    assert renamed.rounds[0].people[0] == "Anna Kimble"
    assert renamed.rounds[0].people[1].startswith("Anna Kimble, director")
    [actor] = people_of([read_on(3, office="", rounds=(done(3, people=("Bo (Beau) Lee",)),))])
    assert actor.names == ("Bo (Beau) Lee",)
