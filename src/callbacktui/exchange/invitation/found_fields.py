"""Puts in order what was found in a mail: the names, and each field once."""

from pendulum import DateTime

from callbacktui.domain.moment import Moment
from callbacktui.exchange.invitation.people import People
from callbacktui.exchange.invitation.project_and_role import Titles
from callbacktui.exchange.invitation.reading_result import FIELDS, Kind, Question, Reading, Said


def names_found(titles: Titles, people: People) -> list[Said | Question | None]:
    """Return the fields that are names."""
    found: list[Said | Question | None] = []
    for field, names, words in (
        ("project", titles.projects, titles.project_words),
        ("role", titles.roles, titles.role_words),
        ("office", people.offices, people.office_words),
    ):
        is_open = titles.is_doubtful and field != "office"
        if len(names) == 1 and not is_open:
            found.append(Said(field=field, value=names[0], words=words))
        elif names:
            found.append(Question(field=field, choices=tuple(names[:12]), words=words))
    for field, value, words in (
        ("rep", people.rep, people.rep_words),
        ("source", people.source, people.source_words),
        ("platform", people.platform, people.platform),
    ):
        if value:
            found.append(Said(field=field, value=value, words=words))
    return found


def settled(kind: Kind, found: list[Said | Question | None], now: DateTime) -> Reading:
    """Return a reading with each field once; one that is asked about has no value."""
    said = [one for one in found if isinstance(one, Said)]
    asked = [one for one in found if isinstance(one, Question)]
    places = {name: number for number, name in enumerate(FIELDS)}
    said = sorted(
        {one.field: one for one in reversed(said)}.values(), key=lambda one: places[one.field]
    )
    open_ones = {one.field for one in asked}
    return Reading(
        kind=kind,
        said=tuple(one for one in said if one.field not in open_ones),
        questions=tuple(sorted(asked, key=lambda one: places[one.field])),
        written=now,
    )


def asked_if_day(found: Said | Question | None) -> Said | Question | None:
    """Return the day of a read without its hour as a question: "a new slot on Monday"."""
    is_day = isinstance(found, Said) and isinstance(found.value, Moment) and not found.value.time
    if not (found and isinstance(found, Said) and is_day and found.field == "at"):
        return found
    return Question(field="at", choices=(found.value,), words=found.words)
