"""Takes the words of the trade out of a line, where they cannot be part of a name."""

import re
from typing import Final

from callbacktui.domain.dates.vocabulary import MONTH_OF
from callbacktui.domain.enums import Source
from callbacktui.exchange.quick_line.sheet import HOLE, UNREAD, Sheet, is_name
from callbacktui.exchange.quick_line.vocabulary import ANY, LETTERS, SURE, UNSURE, Term
from callbacktui.exchange.spreadsheet.synonyms import PLATFORMS

_JOINS: Final = {"for", "as", "in", "on", "with", "w/", "via", "thru", "through", "at", "by", "due"}
_OF_A_TITLE: Final = {"the", "my", "his", "her", "our", "your", "no"}
_SITES: Final = "|".join(
    re.escape(site) for site in sorted(PLATFORMS, key=len, reverse=True) if len(site) > 2
)
_PLATFORM = re.compile(
    rf"(?<![^\s\x00(,;])(?:(?:via|on|thru|through|from|off) (?P<site>{_SITES}|(?-i:AA|CN))"
    rf"|(?P<bare>actors access|casting networks|casting frontier|eco ?cast|breakdown express))"
    r"(?![^\s\x00),;:.])",
    re.IGNORECASE,
)
_REP = re.compile(r" (?P<name>[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|&))*)(?= *(?:\x00|:|@|$))")
_VIA = re.compile(
    r"(?<![^\s\x00,])(?:(?:via|thru) (?:[A-Z][\w'.&-]*(?: [A-Z&][\w'.&-]*)*|[a-z ]+)"
    r"|(?:through|from) my reps?)"
)
_WITH = re.compile(r"(?<![^\s\x00,])w/ ?[^\x00@]+")
_WHOM = re.compile(r"(?<=\x00 )with [A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*(?= for | ?\x00|$)")
_LATER = re.compile(r"(?<![^\s\x00,])booked(?= )|^offer(?: for)?(?= )")
_IN_WEEKS = re.compile(r" in (?:\d{1,3}|an?|two|three) (?:day|week|month)s?(?= *(?:[\x00@]|$))")
_SLASH = re.compile(r"(?=(?<!\S)([^\s/]+(?: [^\s/]+)?)/([^\s/,]+(?: [^\s/,]+)?))")
_TIMES: Final = (
    r"(?:(?:next|this|every|each|early|late|mid|end of|maybe|poss|possibly|sometime|tentatively) )*"
    r"(?:tues?|weds?|thur?s?|fri|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weeks?|weekend|month)"
)
_TAIL = re.compile(
    rf" (?:{_TIMES}|(?:next|early|mid|late) (?:mon|sat|sun|{'|'.join(sorted(MONTH_OF))})"
    r"|released|passed|wears?|brings?|tb[acd]|maybe|asap|prep|needs?|pls|please|parking|dress)"
    r"\b[^\x00@]*"
)
_SMALL_TAIL = re.compile(r" (?:tues|weds|thur?s?|fri)\b[^\x00@]*")


def take_platform(sheet: Sheet) -> None:
    """Take "on Actors Access" and the like."""
    for found in reversed(list(_PLATFORM.finditer(sheet.rest))):
        site = " ".join((found["site"] or found["bare"]).lower().split())
        sheet.take("platform", found.start(), found.end(), PLATFORMS[site])


def part_terms(sheet: Sheet) -> None:
    """Part "callback/chem read", but not "Gravedigger/Osric"."""
    for found in _SLASH.finditer(sheet.rest):
        left, right = (found[1], found[1].split()[-1]), (found[2], found[2].split()[0])
        if any(map(ANY.fullmatch, left)) and any(map(ANY.fullmatch, right)):
            place = found.start(2) - 1
            sheet.rest = f"{sheet.rest[:place]}{HOLE}{sheet.rest[place + 1 :]}"


def take_terms(sheet: Sheet, *, all_terms: bool) -> None:
    """Take the words of the trade, the longest first; the unsure ones only with `all_terms`."""
    terms = (*SURE, *UNSURE) if all_terms else SURE
    while fits := _fits(sheet, terms):
        for start, end, term in fits:
            if HOLE in sheet.rest[start:end]:
                continue
            around = sheet.rest[start - 1 : start], sheet.rest[end : end + 1]
            inset = around in {("(", ")"), ("[", "]")}
            sheet.take(term.field, start - inset, end + inset, term.value)


def take_asides(sheet: Sheet) -> None:
    """Take "via Mara", "w/ director" and "wear black" as words that were not understood."""
    for pattern, reason in (
        (_VIA, "that could be a rep, an office or a platform"),
        (_WITH, "no field is for it"),
        (_WHOM, "no field is for it"),
        (_LATER, "it is moved there by hand"),
    ):
        for found in reversed(list(pattern.finditer(sheet.rest))):
            if sheet.has_words_outside(*found.span()):
                sheet.take(UNREAD, *found.span(), reason=reason)


def take_reps(sheet: Sheet) -> None:
    """Take the name of the agent or manager, where it can be nothing else."""
    for claim in tuple(sheet.claims):
        end = claim.start + len(claim.words)
        if claim.value not in {Source.AGENT, Source.MANAGER}:
            continue
        found = _REP.match(sheet.rest, end)
        if found and sheet.has_words_outside(end, found.end()):
            sheet.take(
                "rep",
                found.start("name"),
                found.end("name"),
                sheet.text[slice(*found.span("name"))],
            )


def take_tail(sheet: Sheet) -> None:
    """Take what can be no part of a title from its end: "maybe fri", "wear black"."""
    is_dated = any(claim.field in {"at", "due_at"} for claim in sheet.claims)
    for pattern in ([] if is_dated else [_IN_WEEKS]) + [_TAIL if sheet.has_names else _SMALL_TAIL]:
        for found in reversed(list(pattern.finditer(sheet.rest))):
            before = sheet.word_before(found.start())
            if before and (is_name(before) or not sheet.has_names):
                sheet.take(UNREAD, *found.span(), reason="it isn't a word I know, or a date")


def _fits(sheet: Sheet, terms: tuple[Term, ...]) -> list[tuple[int, int, Term]]:
    """Return the terms that stand in the line, those that begin first and are longest first."""
    fits = [
        (found.start(), found.end(), term)
        for term in terms
        for found in term.pattern.finditer(sheet.rest)
        if _is_term(sheet, term, *found.span())
    ]
    return sorted(fits, key=lambda fit: (fit[0], -fit[1]))


def _is_term(sheet: Sheet, term: Term, start: int, end: int) -> bool:
    """Whether these words are what the trade means by them, and not part of a name."""
    before, after = sheet.word_before(start), sheet.word_after(end)
    if _stands_alone(sheet, start, end):
        return sheet.has_words_outside(start, end)
    if before.lower() in _OF_A_TITLE:
        return False
    if not sheet.is_small(start) and not LETTERS.match(sheet.text, start):
        return _opens_line(sheet, term, start, end)
    if term.sure:
        return True
    if not sheet.rest[:start].strip() and sheet.rest[end : end + 1] == ",":
        return False
    if not sheet.has_names:
        return bool(before) and not after
    if before and not is_name(before):
        return before.lower() in _JOINS or any(t.pattern.fullmatch(before) for t in UNSURE)
    return not after or after.lower() in _JOINS or (not before and is_name(after))


def _stands_alone(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words have brackets around them, or a colon behind them."""
    head, tail = sheet.rest[:start].rstrip(), sheet.rest[end:].lstrip()
    return tail.startswith(":") or (head[-1:] in {"(", "["} and tail[:1] in {")", "]"})


def _opens_line(sheet: Sheet, term: Term, start: int, end: int) -> bool:
    """Whether capitals are those of a first word: "Callback Ophelia", "Tape for Nina"."""
    if sheet.rest[:start].strip("\x00 "):
        return False
    after = sheet.word_after(end)
    if not after:
        is_end = sheet.rest[end : end + 1] not in {"\x00", " "}
        return term.sure and not is_end and sheet.has_words_outside(start, end)
    return after.lower() in {"for", "due"} or (term.sure and is_name(after))
