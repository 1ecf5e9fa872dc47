"""Names that look like the same: proposed, and never taken for the same by themselves."""

from typing import Final

import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.contact import Contact, ContactKind, contact_id
from callbacktui.domain.enums import Source
from callbacktui.domain.people import people_of
from callbacktui.domain.same_names import look_alike, same_people
from tests.factories import audition

OFFICES: Final = (
    ("Harbor Casting", "Harbour Casting"), ("Telsey Office", "The Telsey Office"),
    ("Telsey Office", "Telsey & Company"), ("Kestrel Casting", "Kestrel"),
    ("Kestrel Casting", "Kestral Casting"), ("Two Lanterns Casting", "Two Lanterns"),
    ("Two Lanterns Casting", "2 Lanterns Casting"),
    ("Thimble & Daughters", "Thimble and Daughters"),
    ("Thimble & Daughters", "Thimble + Daughters"),
    ("Thimble & Daughters", "Thimble Daughters Ltd"),
    ("Jen Rudin Casting", "JRC"), ("Jen Rudin Casting", "Jenn Rudin Casting"),
    ("Jen Rudin Casting", "Rudin Casting, Jen"), ("Quill Street Casting", "Quill St. Casting"),
    ("Quill Street Casting", "Quillstreet Casting"), ("Old Weathervane", "Old Weather Vane"),
    ("Old Weathervane", "Old Wethervane Casting"), ("Ninth Umbrella", "9th Umbrella"),
    ("Ninth Umbrella", "Nineth Umbrella"), ("Ninth Umbrella", "Ninth Umbrela Casting"),
    ("Saltcellar Casting", "Salt Cellar Casting"), ("Paper Kite Casting", "Paperkite"),
    ("Paper Kite Casting", "Paper Kite Casting LLC"), ("Gantry Casting", "Gantry Casting Inc."),
    ("Marsh Row", "Marsh Row Talent"), ("O'Hara Casting", "OHara Casting"),
    ("O'Hara Casting", "O Hara Casting"), ("Abernathy-Finch Casting", "Abernathy Finch"),
    ("Abernathy-Finch Casting", "Abernathy/Finch Casting"), ("Casting by Lund", "Lund Casting"),
)  # fmt: skip
PERSONS: Final = (
    ("Jen Rudin", "Jenn Rudin"), ("Jen Rudin", "Jennifer Rudin"), ("Jen Rudin", "J. Rudin"),
    ("Elizabeth Moss", "Liz Moss"), ("Elizabeth Moss", "Beth Moss"),
    ("Robert Okafor", "Bob Okafor"),
    ("William Hart", "Will Hart"), ("William Hart", "Bill Hart"), ("Katherine Vale", "Kate Vale"),
    ("Catherine Vale", "Katherine Vale"), ("Mara Lind", "Lind, Mara"), ("Mara Lind", "Mara Lindt"),
    ("Mara Lind", "Mara Linde"), ("Mara Lind", "M. Lind"), ("Ignatius Bell", "Ignatious Bell"),
    ("Ignatius Bell", "Ignatius Bel"), ("Zoë Abernathy-Finch", "Zoe Abernathy Finch"),
    ("Zoë Abernathy-Finch", "Zoe Abernathy-Finsh"), ("Hollis Grant", "Hollis"),
    ("Hollis Grant", "Holis Grant"), ("Cass Thimble", "Cassandra Thimble"),
    ("Cass Thimble", "Cas Thimble"), ("Ann Lee", "Ann Li"), ("Steven O'Brien", "Stephen O'Brien"),
    ("Steven O'Brien", "Steven OBrien"), ("Mikhail Petrov", "Michail Petrov"),
    ("Sofia Reyes", "Sophia Reyes"), ("Jon Park", "John Park"), ("Thomas Wren", "Tom Wren"),
    ("Priya Raman", "Priya Ramen"),
)  # fmt: skip
DIFFERENT: Final = (
    ("Ann Lee", "Dan Lee"), ("Mara Lind", "Mark Lane"), ("John Smith", "Jane Smith"),
    ("Cass Thimble", "Cass Turner"), ("Tom Wren", "Tom Hart"), ("Peter Bell", "Ignatius Bell"),
    ("Jo Park", "Lee Park"), ("Sam Nelson", "Sam Neill"), ("Ray Reese", "Roy Rogers"),
)  # fmt: skip
OFFICES_APART: Final = (
    ("Harbor Casting", "Arbor Street Casting"), ("Two Lanterns Casting", "Three Kites Casting"),
    ("Kestrel Casting", "Gantry Casting"), ("North Office", "South Office"),
    ("Paper Kite Casting", "Paper Moon Casting"), ("Old Mill", "Old Weathervane"),
)  # fmt: skip


def here(name: str, number: int, *, office: bool) -> Audition:
    named = {"office": name} if office else {"office": "", "people": (name,)}
    return audition(id=f"a{number}", **named)


def test_spelling_variants_are_proposed_but_never_linked() -> None:
    proposed = 0
    for office, pairs in ((True, OFFICES), (False, PERSONS)):
        for one, other in pairs:
            people = people_of([here(one, 1, office=office), here(other, 2, office=office)])
            assert len(people) == 2, (one, other)
            assert all(len(person.auditions) == 1 for person in people)
            proposed += bool(same_people(people))
    assert len(OFFICES) + len(PERSONS) == 60
    assert proposed >= 54, proposed


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_people_sharing_a_name_part_are_not_proposed(one: str, other: str) -> None:
    assert not look_alike(one, other, is_office=False)


@pytest.mark.parametrize(("one", "other"), OFFICES_APART)
def test_offices_that_share_a_word_are_not_proposed(one: str, other: str) -> None:
    assert not look_alike(one, other, is_office=True)


def test_case_accents_and_quotes_are_ignored() -> None:
    names = ("Zoë O\u2019Hara", "ZOE O'HARA", "zoe o'hara")
    (person,) = people_of([here(name, n, office=False) for n, name in enumerate(names)])
    assert len(person.auditions) == 3
    assert not person.aliases


@pytest.mark.parametrize(
    ("names", "proposed"),
    [
        (("Kate", "Kate Morrow"), {("Kate", "Kate Morrow")}),
        (("Jo", "Jo Park"), {("Jo", "Jo Park")}),
        (("Jo", "Jo Park", "Ann Lee"), {("Jo", "Jo Park")}),
        (("Jo", "Jo Park", "Jo Lane"), set()),
        (("Jo", "Mia Jo"), set()),
        (("Jo", "Joanna Park"), set()),
    ],
)
def test_a_first_name_alone_is_proposed_if_one_rep_is_called_so(
    names: tuple[str, ...], proposed: set[tuple[str, str]]
) -> None:
    people = people_of([audition(id=name, office="", rep=name) for name in names])
    assert len(people) == len(names)
    assert {tuple(sorted(p.name for p in pair)) for pair in same_people(people)} == proposed


def test_an_agent_and_a_manager_are_both_reps() -> None:
    auditions = [
        audition(id="agent", office="", rep="Jo", source=Source.AGENT),
        audition(id="manager", office="", rep="Jo Park", source=Source.MANAGER),
    ]
    assert len(same_people(people_of(auditions))) == 1


def test_a_short_first_name_of_somebody_with_another_part_is_not_proposed() -> None:
    auditions = [
        audition(id="rep", office="", rep="Jo"),
        audition(id="director", office="", director="Jo Park"),
    ]
    assert not same_people(people_of(auditions))


def test_office_and_person_are_never_merged() -> None:
    people = people_of([here("Mara Lind", 1, office=True), here("Mara Lind", 2, office=False)])
    assert len(people) == 2
    assert not same_people(people)


def test_people_held_apart_are_not_proposed_again() -> None:
    auditions = [here("Harbor Casting", 1, office=True), here("Harbour Casting", 2, office=True)]
    ((one, other),) = same_people(people_of(auditions))
    apart = Contact(id=one.id, name=one.name, kind=ContactKind.CASTING_OFFICE, apart=(other.id,))
    assert not same_people(people_of(auditions, [apart]))


def test_similar_names_are_found_without_comparing_all_pairs() -> None:
    """A typo in any of many names is found: the names share the rest of a word."""
    names = ["Barwin Casting", "Corwin Casting", "Denley Casting", "Falwin Casting"]
    typed = [name.replace("w", "v") for name in names if "w" in name]
    auditions = [here(name, n, office=True) for n, name in enumerate([*names, *typed])]
    pairs = {frozenset((a.name, b.name)) for a, b in same_people(people_of(auditions))}
    assert {frozenset((name, name.replace("w", "v"))) for name in names if "w" in name} <= pairs


def test_contact_ids_are_the_same_on_every_computer() -> None:
    assert contact_id("Mara Lind", is_office=False) == contact_id("MARA LIND", is_office=False)
    assert contact_id("Mara Lind", is_office=False) != contact_id("Mara Lind", is_office=True)
