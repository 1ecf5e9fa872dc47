"""Two names for one, two after all, and a new name for one in all auditions."""

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.contact import Contact, ContactKind
from callbacktui.domain.merge_or_split_names import hold_apart, join, part, rename, why_not_named
from callbacktui.domain.people import Person, people_of
from callbacktui.domain.same_names import same_people
from tests.factories import audition

TWO = [audition(id="a", office="Harbor"), audition(id="b", office="Harbour")]


def contacts(*saved: Contact | Audition) -> list[Contact]:
    return [one for one in saved if isinstance(one, Contact)]


def test_joined_people_can_be_parted_again() -> None:
    before = people_of(TWO)
    kept = contacts(*join(*before))
    (one,) = people_of(TWO, kept)
    assert one.names == ("Harbor", "Harbour")
    by_id = {c.id: c for c in (*kept, *part(one))}
    after = people_of(TWO, [*by_id.values()])
    assert [(p.id, p.names, p.auditions) for p in after] == [
        (p.id, p.names, p.auditions) for p in before
    ]
    assert not same_people(after)  # not proposed again


def test_joining_overrides_holding_apart() -> None:
    one, other = people_of(TWO)
    apart = people_of(TWO, hold_apart(one, other))
    assert not same_people(apart)
    (whole,) = people_of(TWO, contacts(*join(*apart)))
    assert whole.record.apart == ()


def test_rename_updates_all_auditions_and_keeps_the_old_name_as_alias() -> None:
    thirty = [audition(id=f"a{n}", rep="Hollis", office="") for n in range(30)]
    (hollis,) = people_of([*thirty])
    saved = rename(hollis, replace(hollis.record, name="Hollis Grant"), thirty)
    assert sum(isinstance(one, Audition) and one.rep == "Hollis Grant" for one in saved) == 30
    (kept,) = contacts(*saved)
    assert (kept.id, kept.aliases, kept.kind) == (hollis.id, ("Hollis",), ContactKind.AGENT)
    late = audition(id="late", rep="hollis", office="")  # as from a sheet
    (again,) = people_of([one for one in saved if isinstance(one, Audition)] + [late], [kept])
    assert (again.name, len(again.auditions)) == ("Hollis Grant", 31)


def test_editing_a_contact_without_a_new_name_changes_no_audition() -> None:
    (one, _) = people_of(TWO)
    assert rename(one, replace(one.record, city="Leeds"), TWO) == (
        replace(one.record, city="Leeds"),
    )


def test_new_contact_has_no_empty_alias() -> None:
    nobody = Person("new", ContactKind.OTHER, ("",), None, (), ())
    made = replace(nobody.record, name="Joan Sykes", aliases=("Joanie",))
    assert rename(nobody, made, TWO) == (made,)


def test_name_of_another_contact_is_refused() -> None:
    people = people_of(TWO)
    assert "join the two" in why_not_named(people[0], "HARBOUR", people)
    assert why_not_named(people[0], "harbor", people) == ""
    assert why_not_named(people[0], "Harbor Casting", people) == ""
