"""Reads what else an invitation tells: link, passcode, sides, specs, rate, usage and product."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.labels import field_of, labelled
from callbacktui.exchange.invitation.reading_result import NO_SIDES, Found, Said

_I: Final = re.IGNORECASE
URL: Final = re.compile(r"https?://[^\s<>\"')\]]+")
_MEETING: Final = re.compile(
    r"zoom|meet\.|teams|webex|skype|whereby|gotomeet|jitsi|facetime|hangout", _I
)
_SEND: Final = re.compile(
    r"upload|submit|dropbox|wetransfer|hightail|drop\b|request|vimeo|drive\.|box\.|wipster|cast|tape|self|/r/|/u/|send|invit|message|view|see it|open|details",
    _I,
)
_NOT_LINK: Final = re.compile(
    r"unsubscribe|opt out|preferences|confirm|declin|privacy|terms|help|can't make|facebook|instagram|twitter|linkedin|imdb|maps|website|www\.[\w-]+\.(?:com|co\.uk|example)/?$",
    _I,
)
_MAP: Final = re.compile(r"\bmaps?\b|goo\.gl", _I)
_SIDES: Final = re.compile(r"\bsides\b|\bscript\b|\bscenes?\b|\bpages\b|\bmonologues?\b", _I)
_FILE: Final = re.compile(r"[\w()&'+.-]*[\w)]\.(?:pdf|docx?|fdx|rtf|pages|txt)\b", _I)
_PAGES: Final = re.compile(
    r"\b(?:pp?\.?|pages?|pgs?\.?)(?: numbers?| nos?\.?)? ?(?P<pages>\d{1,3}(?:[a-c])?(?:\s*(?:-|to|,|and|&)\s*\d{1,3}[a-c]?\b)*)",
    _I,
)
_PASS: Final = re.compile(
    r"\b(?:pass ?code|pass ?word|access code|pin(?: code)?|pw|pwd)\b\s*(?:is|:|=|-)?\s*(?P<code>[\w!@#$%^&*-]*\d[\w!@#$%^&*-]*|[\w!@#$%^&*-]{3,24})",
    _I,
)
_SPECS: Final = re.compile(
    r"\b(?:landscape|portrait|horizontal(?:ly)?|vertical(?:ly)?|framing|framed?|frame it|slates?|ident|mp4|mov\b|1080p?|720p|4k\b|one file|two files|single file|full[- ]body|full[- ]length|close-?up|head and shoulders|chest up|waist up|medium shot|mid-?shot|wide shot|resolution|\d+ ?(?:mb|gb)|plain (?:back|wall)|neutral back|eyeline|file name|naming|label (?:your|the) file|h\.?264)\b",
    _I,
)
_MONEY: Final = re.compile(
    r"(?:[$\u00a3\u20ac] ?\d[\d,.]*(?:k|/\w+)?|\bscale ?\+ ?\d+|\bscale plus (?:ten|\d+)|\bEquity minimum\b|\b\d[\d,]* (?:dollars|pounds|euros?)\b|\b(?:USD|GBP|EUR) ?\d[\d,]*)",
    _I,
)
_NOT_FEE: Final = re.compile(
    r"\bparking|\bfine\b|\bpenalty|\bticket|\bsave\b|\bdeposit|\bparking\b|\bslot", _I
)
_WEAR: Final = re.compile(
    r"(?:^|[,.;:] ?|\b(?:please|pls|to|should|can you|and|you'll|kindly) )(?:just )?(?:wear|dress(?= (?:in|as|for|like|casual|smart|warm))|come in(?= (?:[\w-]+ ){0,3}(?:clothes|clothing|attire|costume|wear|outfit)\b)|bring and wear) (?P<wear>(?!your heart)[^.;!?]{3,200})"
    r"|\bwardrobe(?: (?:is|should be|can be|will be)|,| -) (?P<wear2>[a-z][^.;!?]{3,200})"
    r"|\bwhat to wear: ?(?P<wear3>[^.;!?]{3,200})",
    _I,
)
_NEXT_MATTER: Final = re.compile(
    r"[.;!] +(?=(?:[\w']+ ){0,3}(?:sides|script|pages?|improv\w*|slates?|conflicts?|confirm|park(?:ing)?"
    r"|arrive|reply|rsvp|r\u00e9sum\u00e9|resume|headshots?|shoots?|callbacks?|zoom|rate|session|reader"
    r"|prepare|memoriz\w+)\b)",
    _I,
)
"""What may stand after what to wear, on its line: "No sides", "Please confirm"."""

_FITS: Final = re.compile(
    r"\d{1,2}(?::\d\d| ?[ap]\.?m\b|/\d)|\bfitting\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    _I,
)
"""Wardrobe with one of these is a fitting, and nothing to wear."""

_TO_COME: Final = re.compile(
    r"(?:tb[acd]|to follow|to come|n/?a|none|see (?:below|attached))\W*", _I
)
_WHO: Final = r"(?P<who>[A-Z\u00c0-\u00de][\w'-]+(?: [A-Z\u00c0-\u00de][\w'-]+){1,2})"
_READER: Final = re.compile(
    rf"\b(?:[Rr]eader|[Ss]cene partner) (?:is|will be) {_WHO}|\b(?:[Rr]eading|read) with {_WHO.replace('who', 'who2')}"
)
_DIRECTOR: Final = re.compile(
    rf"(?<!asting )\b[Dd]irector(?:,| is| will be) {_WHO}|\b[Dd]irected by {_WHO.replace('who', 'who2')}"
)
_OFFICES: Final = (
    r"(?:clients?|agency|producers?|director|creatives?|creative team|network|studio|showrunner"
    r"|writers?|playwright|composer|choreographer|EPs?|execs?|executives)"
)
_ROOM_LABEL: Final = re.compile(
    r"(?:who(?:'s| is| will be) )?(?:in the room|on the (?:call|zoom)|present|attending|attendees)",
    _I,
)
_NAMED: Final = _WHO.replace("(?P<who>", "(?:")
_IN_ROOM: Final = re.compile(
    rf"\b(?i:{_OFFICES}\b[^.!?;]{{0,60}}?(?: will| are| is|'ll)(?: all| both| also)?(?: be)?"
    r" (?:(?:on(?: the (?:call|zoom|line))?|there)\W*$|present\b|in the (?:room|session)\b|joining\b|attending\b|join\b|attend\b|watching\b|sitting in\b))"
    rf"|^(?:[Yy]ou(?:'ll| will) be )?[Ww]ith {_NAMED}(?: \((?i:{_OFFICES})[^)]*\)|(?:,| and| &) {_NAMED})"
)
"""A sentence that says who will be in the room: "Client + agency will be on."."""

_CASTS: Final = re.compile(r"\bcasting (?:director|associate|assistant)\b", _I)
_TERMS: Final = re.compile(r"(?:product )?conflicts?|exclusiv(?:e|ity)|competitive", _I)
_NDA: Final = re.compile(
    r"[^.!?\n]*(?<!\bno )(?<!\bwithout )(?<!\bwithout an )(?:\bNDA\b|\bnon-?disclosure\b)[^.!?\n]*",
    re.IGNORECASE,
)
_OF_DAYS: Final = re.compile(
    r"\b\d{1,2}(?:/\d|(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d",
    _I,
)
_PERSON: Final = re.compile(r"[A-Z\u00c0-\u00de][\w'.-]+(?: |$|,)")
_PRODUCT: Final = re.compile(
    r"\b(?:the|an?) (?P<product>[a-z][a-z'-]+(?: [a-z][a-z'-]+){0,2}) (?:spot|commercial|advert|campaign|ad)\b(?! campaign)"
)
_NOT_PRODUCT: Final = re.compile(
    r"\b(?:new|national|regional|online|tv|union|non-union|big|next|same|whole|second|first|other|radio|digital|web|our|comedy|fun|print|sag-aftra|local|internet|last|previous|funny|holiday|christmas|global|worldwide)\b",
    _I,
)


def details_of(clauses: Iterable[Clause]) -> list[Said]:
    """Return the details that are in a letter, other than the place of the read."""
    clauses = tuple(clauses)
    found = [
        _passcode(clauses),
        *_sides(clauses),
        _specs(clauses),
        _rate(clauses),
        _labelled_text(clauses, "usage"),
        _product(clauses),
        _wear(clauses),
        _person(clauses, "reader", "reader", _READER),
        _person(clauses, "film_director", "director", _DIRECTOR),
    ]
    return [said for said in found if said]


def link_of(clauses: Iterable[Clause], location: str = "") -> Said | None:
    """Return the address to join, to upload to, or to look at; never one to confirm or decline.

    One that is the `location` of a calendar event comes before all but that of a meeting.
    """
    joins = url_in(location)
    best: tuple[int, str, str] = (3, joins, joins) if joins else (0, "", "")
    for clause in clauses:
        for match in URL.finditer(clause.text):
            url = match[0].rstrip(".,;:!?")
            before = clause.text[: match.start()]
            near = f"{clause.label} {before[-60:]}"
            last_words = re.split(r"https?://\S+", near)[-1]
            if _NOT_LINK.search(last_words) or re.search(
                r"unsub(?:scribe)?\b|opt-?out|/x/|decline|preferences|privacy", url, _I
            ):
                continue
            if _SIDES.search(last_words) and not re.search(r"upload|submit|send", last_words, _I):
                continue
            rank = 1
            if _MEETING.search(url) or _MEETING.search(last_words):
                rank = 4
            elif field_of(clause.label) == "link" or re.search(
                r"upload|submit|send|return", last_words, _I
            ):
                rank = 3
            elif _SEND.search(last_words) or _SEND.search(url):
                rank = 2
            if rank > best[0]:
                best = (rank, url, f"{clause.label}: {url}" if clause.label else url)
    return Said(field="link", value=best[1], words=best[2]) if best[0] else None


def url_in(location: str) -> str:
    """Return the address at which a virtual read is; that of a map is none."""
    found = URL.search(location)
    return found[0].rstrip(".,;:!?") if found and not _MAP.search(found[0]) else ""


def _passcode(clauses: tuple[Clause, ...]) -> Said | None:
    for clause in labelled(clauses, "passcode"):
        if re.fullmatch(r"\S{3,30}", clause.text.strip(" .")):
            return Said(
                field="passcode",
                value=clause.text.strip(" ."),
                words=f"{clause.label}: {clause.text}",
            )
    for clause in clauses:
        said = re.sub(
            r"https?://\S+", lambda one: "_" * len(one[0]), f"{clause.label}: {clause.text}"
        )
        if (found := _PASS.search(said)) and not re.fullmatch(
            r"is|will|for|the|your|needed|required|protected|_+|and|below|to", found["code"], _I
        ):
            return Said(field="passcode", value=found["code"].strip(".,"), words=found[0])
    return None


def _sides(clauses: tuple[Clause, ...]) -> list[Said]:
    found: list[Said] = []
    clauses = tuple(clause for clause in clauses if field_of(clause.label) != "present")
    named = labelled(clauses, "sides")
    said = [*named, *(c for c in clauses if c not in named)]
    for clause in said:
        whole = f"{clause.label} {clause.text}"
        if (file := _FILE.search(re.sub(r"https?://\S+", "", clause.text))) and not re.search(
            r"file ?name|name (?:it|your|the)|r\u00e9sum\u00e9|resume|release form|nda\b|directions|map",
            whole,
            _I,
        ):
            found.append(Said(field="sides", value=file[0].strip("("), words=whole.strip()))
            break
        if (
            _SIDES.search(whole)
            and (url := URL.search(clause.text))
            and not re.search(r"upload|submit", whole[: whole.find("http")], _I)
        ):
            found.append(Said(field="sides", value=url[0].rstrip(".,;"), words=whole.strip()))
            break
    if not found and named and len(named[0].text) <= 200:
        found.append(Said(field="sides", value=named[0].text.strip(" ."), words=named[0].text))
    elif not found:
        for clause in clauses:
            if not NO_SIDES.search(clause.text) and re.search(
                r"\bsides\b[^.]{0,40}\b(?:attached|enclosed|below|here|to (?:follow|come)|coming|on (?:the way|its way|their way)|in (?:your|the|ur) (?:inbox|email|mail|thread|link)|in ur inbox)\b"
                r"|\b(?:attach(?:ed|ing)|enclosed|sending|sent|emailed|here are)\b[^.]{0,40}\bsides\b|\b(?:new|revised|updated|corrected) sides\b"
                r"|\bsides\b (?:(?:are|r|is|will be|up|now|live|posted|uploaded|available) ){0,3}(?:on|via|thru|through|in|at) \w+",
                f"{clause.label}: {clause.text}" if clause.label else clause.text,
                _I,
            ):
                said_so = _part_with(clause.text, r"\bsides\b")
                found.append(Said(field="sides", value=said_so, words=clause.text))
                break
    pages = labelled(clauses, "pages")
    if pages and re.match(r"\d", pages[0].text):
        found.append(Said(field="pages", value=pages[0].text.strip(" ."), words=pages[0].text))
        return found
    for clause in clauses:
        text = re.sub(r"https?://\S+", "", clause.text)
        if (
            re.search(
                r"\bdo not\b|\bdon't\b|\bignore\b|\binstead of\b|\bskip\b|\bnot page", text, _I
            )
            or field_of(clause.label) == "place"
        ):
            continue
        if match := _PAGES.search(text):
            found.append(Said(field="pages", value=match["pages"].strip(), words=match[0]))
            break
    return found


def _part_with(text: str, word: str) -> str:
    """Return the sentence that has a word; of a long one, the part between commas."""
    for apart in (r"; |\. ", r"[,;] |\. "):
        parts = re.split(apart, text)
        part = next((one for one in parts if re.search(word, one, _I)), text)
        if len(part) <= 60:
            break
    return part.strip(" .")


def _specs(clauses: tuple[Clause, ...]) -> Said | None:
    for number, clause in enumerate(clauses):
        if not _SPECS.search(clause.text) or _FILE.fullmatch(clause.text) or "http" in clause.text:
            continue
        if field_of(clause.label) in {"sides", "role", "place", "rate", "project"}:
            continue
        said = [clause.text]
        for after in clauses[number + 1 : number + 3]:
            if after.line != clause.line or not _SPECS.search(after.text):
                break
            said.append(after.text)
        return Said(field="specs", value=" ".join(said)[:600], words=clause.text)
    return None


def _rate(clauses: tuple[Clause, ...]) -> Said | None:
    for clause in labelled(clauses, "rate"):
        if re.search(r"\d|scale|minimum|unpaid|deferred|copy|expenses|favou?red", clause.text, _I):
            return Said(
                field="rate", value=clause.text.strip(" ."), words=f"{clause.label}: {clause.text}"
            )
    for clause in clauses:
        if (money := _MONEY.search(clause.text)) and not _NOT_FEE.search(clause.text):
            part = re.split(r"\. (?=[A-Z])|; ", clause.text[money.start() :])[0]
            return Said(field="rate", value=part[:120].strip(" .,"), words=clause.text)
    return None


def _labelled_text(clauses: tuple[Clause, ...], field: str) -> Said | None:
    for clause in labelled(clauses, field):
        if clause.label.lower() == "run" and _OF_DAYS.search(clause.text):
            continue  # that of a play
        if len(clause.text) <= 300 and not re.fullmatch(r"tb[acd]|n/?a", clause.text, _I):
            return Said(
                field=field, value=clause.text.strip(" ."), words=f"{clause.label}: {clause.text}"
            )
    return None


def _wear(clauses: tuple[Clause, ...]) -> Said | None:
    """Return what to wear; "Wardrobe: Friday at 3" is a fitting."""
    for clause in labelled(clauses, "wore"):
        if not _FITS.search(_worn(clause.text)) and not _TO_COME.fullmatch(clause.text):
            words = f"{clause.label}: {clause.text}"
            return Said(field="wore", value=_worn(clause.text)[:300], words=words)
    for clause in clauses:
        said = f"{clause.label}: {clause.text}" if clause.label else clause.text
        if found := _WEAR.search(said):
            wear = next(filter(None, found.groups()))
            if not _FITS.search(wear):
                return Said(field="wore", value=wear.strip(" .,"), words=said)
    return None


def _worn(text: str) -> str:
    """Return what is to be worn, without the sentences after it on another matter."""
    return _NEXT_MATTER.split(text)[0].strip(" .")


def _person(
    clauses: tuple[Clause, ...], label: str, field: str, in_words: re.Pattern[str]
) -> Said | None:
    for clause in labelled(clauses, label):
        if _PERSON.match(clause.text) and not _TO_COME.fullmatch(clause.text):
            name = re.split(r" - |; | \(|\. (?=[A-Z])", clause.text)[0].strip(" .,")
            if field == "director" and _CASTS.search(name):
                continue
            return Said(field=field, value=name, words=f"{clause.label}: {clause.text}")
    for clause in clauses:
        found = in_words.search(clause.text)
        name = (found["who"] or found["who2"]) if found else ""
        if name and not (field == "director" and _CASTS.match(name)):
            return Said(field=field, value=name, words=clause.text)
    return None


def _product(clauses: tuple[Clause, ...]) -> Said | None:
    if said := _labelled_text(clauses, "product_category"):
        return said
    for clause in clauses:
        if (found := _PRODUCT.search(clause.text)) and not _NOT_PRODUCT.search(found["product"]):
            return Said(field="product_category", value=found["product"], words=found[0])
    return None


def terms_left(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Return the terms that have no field: "Conflicts: automotive, 1 yr"."""
    return tuple(f"{one.label}: {one.text}" for one in clauses if _TERMS.fullmatch(one.label))


def people_left(clauses: Iterable[Clause], found: Iterable[Found | None]) -> tuple[str, ...]:
    """Return the sentences that say who will be in the room, unless they were read as a field."""
    used = "\n".join(one.words for one in found if one)
    return tuple(
        f"{one.label}: {one.text}" if one.label else one.text
        for one in clauses
        if (_ROOM_LABEL.fullmatch(one.label) or _IN_ROOM.search(one.text)) and one.text not in used
    )


def words_of_nda(text: str) -> str:
    """Return the sentence that speaks of an NDA, unless it says that there is none."""
    found = _NDA.search(text)
    return found[0].strip() if found else ""
