"""Finds a record by its id, or by a unique beginning of the id, and a round by its number."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from callbacktui.cli.errors import CommandError
from callbacktui.domain.audition import Audition
from callbacktui.domain.round import Round
from callbacktui.domain.text import count_of
from callbacktui.ledger import Ledger

_SHOWN_AT_MOST = 5


class _Named(Protocol):
    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=_Named)


def find_audition(ledger: Ledger, prefix: str) -> Audition:
    """Return the audition whose id begins with `prefix`.

    Raises:
        CommandError: if there is none, or more than one.
    """
    return find_by_prefix({audition.id: audition for audition in ledger.all()}, prefix, "list")


def find_round_by_number(audition: Audition, number: int) -> Round:
    """Return the round with that number, counted from 1.

    Raises:
        CommandError: if there are fewer.
    """
    if number > len(audition.rounds):
        count = count_of(len(audition.rounds), "round")
        raise CommandError(f"{audition.name} has {count}, and no round {number}.")
    return audition.rounds[number - 1]


def find_by_prefix(records: Mapping[str, T], prefix: str, listing: str) -> T:
    """Return the record whose id begins with `prefix`; `listing` is the command that lists ids.

    Raises:
        CommandError: if there is none, or more than one.
    """
    said = prefix.strip().lower()
    if said in records:
        return records[said]
    matching = [id_ for id_ in records if said and id_.startswith(said)]
    if not matching:
        raise CommandError(f"Nothing has the id {prefix!r}. callbacktui {listing} shows every id.")
    if len(matching) > 1:
        some = [f"{id_}  {records[id_].name}" for id_ in matching[:_SHOWN_AT_MOST]]
        raise CommandError("\n".join([f"{len(matching)} ids begin with {prefix!r}:", *some]))
    return records[matching[0]]
