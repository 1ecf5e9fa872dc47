"""The labels of casting platforms, and which field each of them is."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.exchange.invitation.clauses import Clause

_LABELS: Final = {
    "project": (
        "project, project name, project title, production, production title, production name, show"
        ", title, film, film title, series, series title, play, spot, job, job name, campaign"
        ", show title, project/show, working title, musical, game, programme"
    ),
    "role": (
        "role, role name, character, character name, part, your role, role/character, for role"
        ", for the role of, auditioning for, reading for, role requested, playing"
    ),
    "office": (
        "casting office, casting company, office, cast by, casting by, casting house, casting team"
        ", casting associates, requested by, request from, casting agency"
    ),
    "director": "casting director, casting directors, cd, casting, casting contact, cast. dir.",
    "medium": (
        "type, project type, production type, medium, category, job type, format, type of project"
        ", kind, genre, media, type of production, work type, contract type"
    ),
    "union": "union, union status, contract, agreement, union/contract, union contract, status",
    "size": "role type, role size, billing, size, size of role, type of role, role category",
    "rate": (
        "rate, pay, fee, fees, compensation, money, rate of pay, session fee, salary, wage, wages"
        ", pay rate, rates, payment, day rate, buyout, budget, rate/pay, remuneration, terms"
    ),
    "usage": "usage, use, usages, use/term, term, media usage, run, territory, licence, usage term",
    "product_category": "product, product category, category of product, client product, advertiser",
    "place": (
        "location, where, address, venue, place, studio, audition location, callback location"
        ", casting location, room, audition address, session location, recall venue, meeting place"
        ", at, recall location, casting studio, location of audition, audition venue"
    ),
    "link": (
        "link, upload, upload link, upload to, submit to, zoom, zoom link, meeting link, join"
        ", video link, submission link, upload here, submit here, join link, url, see it, view"
        ", join zoom, join zoom meeting, meet link, teams link, view request, tape link, return to"
        ", google meet, send to, dropbox, view it, read it, open it, details, view details"
    ),
    "passcode": "passcode, password, access code, pin, pass code, code, pw, zoom passcode",
    "sides": "sides, script, material, materials, sides/script, your sides, sides link, text",
    "pages": "pages, page, pp, sides pages, pages to prepare",
    "specs": (
        "instructions, what to tape, specs, tape specs, requirements, tape instructions, notes"
        ", self tape instructions, self-tape instructions, technical, tech specs, framing, format of tape"
        ", taping instructions, how to tape, how to film, filming instructions, note, shot, slate"
        ", technical requirements, please tape, guidelines, self-tape notes, submission instructions"
    ),
    "wore": (
        "wardrobe, what to wear, wear, please wear, attire, dress, dress code, clothes, clothing"
        ", costume, outfit, wardrobe notes, wardrobe note, suggested wardrobe, to wear"
    ),
    "reader": "reading with, reader, your reader, you read with, you'll read with, scene partner",
    "film_director": (
        "director, dir, dir., directed by, directors, film director, stage director, helmed by"
    ),
    "rep": "agent, rep, agency, representation, your agent, representative, manager, your rep, submitted by",
    "talent": (
        "talent, talent name, actor, artist, performer, performer name, name, actor name, for"
        ", talent/actor, to, model"
    ),
    "client": "client, the client, brand",
    "present": (
        "in the room, present, attending, in attendance, on the zoom, on the call, in the session"
        ", who's in the room, also in the room"
    ),
    "date": "date, day, audition date, session date, callback date, date of audition, recall date",
    "time": (
        "time, your time, slot, time slot, appointment time, start time, your slot, call time"
        ", audition time, session time, callback time, recall time, your appointment time"
    ),
}
FIELD_OF: Final = {
    word.strip(): field for field, words in _LABELS.items() for word in words.split(",")
}
"""The field of each label, in lower case."""

_OF_WHICH: Final = re.compile(
    r"^(?:(?:your|the|callback|audition|recall|session|appointment|casting|self[- ]?tape|tape|meeting) )+"
)
_DATES: Final = (
    "when, deadline, due, tape due, due date, date and time, date & time, date/time, shoot, shoots"
    ", shoot date, shoot dates, shoot date(s), work dates, filming, filming dates, callback, audition"
    ", session, appointment, recall, work, shooting, production dates, tape deadline, submission deadline"
    ", fitting, wardrobe, conflicts, posted, start date, wrap, rehearsals, performances, run, decision"
)
KNOWN: Final = frozenset({*FIELD_OF, *(word.strip() for word in _DATES.split(","))})
"""All labels that may stand alone on a line, above their value."""


def field_of(label: str) -> str:
    """Return the field of a label, empty if it is none of ours."""
    said = " ".join(re.sub(r"\(.*?\)|[*_#]", " ", label).lower().split())
    if found := FIELD_OF.get(said):
        return found
    return FIELD_OF.get(_OF_WHICH.sub("", said), "")


def labelled(clauses: Iterable[Clause], field: str) -> list[Clause]:
    """Return the values labelled as a field; all sentences of a line are one value."""
    found: list[Clause] = []
    for clause in clauses:
        if not clause.label or field_of(clause.label) != field:
            continue
        if found and not clause.starts and found[-1].line == clause.line:
            last = found.pop()
            found.append(
                Clause(text=f"{last.text} {clause.text}", label=last.label, line=last.line)
            )
        else:
            found.append(clause)
    return found
