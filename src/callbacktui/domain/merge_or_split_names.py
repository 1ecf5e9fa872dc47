"""What the actor says of two names: one and the same, two after all, or a new name for one.

Each returns the records to save in one step; auditions keep the names that they were given, but for
a new name.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.contact import Contact
from callbacktui.domain.people import Person, replace_name
from callbacktui.domain.text import fold


def join(kept: Person, other: Person) -> tuple[Contact, ...]:
    """Make `other` the same as `kept`, which gives both its name."""
    mine, theirs = kept.record, other.record
    return (
        replace(mine, apart=_without(mine.apart, other.id)),
        replace(theirs, same_as=kept.id, apart=_without(theirs.apart, kept.id)),
    )


def part(person: Person) -> tuple[Contact, ...]:
    """Make those that were joined with `person` people of their own again, and hold them apart."""
    return tuple(
        replace(other, same_as="", apart=(*other.apart, person.id)) for other in person.joined
    )


def hold_apart(one: Person, other: Person) -> tuple[Contact, ...]:
    """Say that two are not the same, whatever their names look like."""
    return (replace(one.record, apart=(*one.record.apart, other.id)),)


def rename(
    person: Person, contact: Contact, auditions: Iterable[Audition]
) -> tuple[Contact | Audition, ...]:
    """Save `contact`, and call the person by its name in all auditions; the old names stay aliases.

    Without a new name, or an old one, only the contact is saved.
    """
    if person.name in {"", contact.name}:
        return (contact,)
    aliases = {fold(name): name for name in (*contact.aliases, person.name)}
    aliases.pop(fold(contact.name), None)
    kept = replace(contact, aliases=tuple(aliases.values()))
    ids = {audition.id for audition in person.auditions}
    named = (replace_name(a, person, contact.name) for a in auditions if a.id in ids)
    return (kept, *named)


def why_not_named(person: Person, name: str, people: Iterable[Person]) -> str:
    """Return why a person cannot be called `name`, empty if they can."""
    there = {fold(known): other for other in people for known in other.names
             if other.kind.is_office == person.kind.is_office}  # fmt: skip
    other = there.get(fold(name))
    if other is None or other.id == person.id:
        return ""
    return f"{other.name} is here already. If it is the same, join the two."


def _without(ids: tuple[str, ...], id_: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != id_)
