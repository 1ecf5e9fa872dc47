"""Takes the words of the trade out of a line if they cannot be part of a name."""

import re
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.dates.vocabulary import MONTH_OF, MomentError
from callbacktui.domain.enums import Medium, Source
from callbacktui.domain.moment import Moment
from callbacktui.domain.money import AmountError, check_money
from callbacktui.exchange.quick_line.dates import (
    ONE_TIME,
    TIMED,
    UNTIMED,
    When,
    mark_hours_and_days,
    matches,
    moment_of,
    words_of,
)
from callbacktui.exchange.quick_line.line_state import (
    HOLE,
    LEFT,
    QUOTED,
    UNREAD,
    Claim,
    LineState,
    is_name,
)
from callbacktui.exchange.quick_line.vocabulary import ANY, CALLS, LETTERS, SURE, UNSURE, Term
from callbacktui.exchange.spreadsheet.words_to_values import PLATFORMS

_JOINS: Final = {"for", "as", "in", "on", "with", "w/", "via", "thru", "through", "at", "by", "due"}
_OF_A_TITLE: Final = {"the", "my", "his", "her", "our", "your", "no"}
_SITES: Final = "|".join(
    re.escape(site).replace(r"\ ", "[ .]")
    for site in sorted(PLATFORMS, key=len, reverse=True)
    if len(site) > 2
)
_PLATFORM = re.compile(
    r"(?<![^\s\x00(,;])(?<!sides )(?<!script )"
    rf"(?:(?:via|on|thru|through|from|off) (?P<site>{_SITES}|(?-i:AA|CN))"
    r"(?:\.com|\.co\.uk)?"
    rf"|(?P<bare>actors access|casting networks|casting frontier|eco ?cast|breakdown express))"
    r"(?![^\s\x00),;:.])",
    re.IGNORECASE,
)
_REP = re.compile(r" (?P<name>[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|&))*)(?= *(?:\x00|:|@|$))")
_REP_BEFORE = re.compile(
    r"(?:(?:via|thru|from|per) |^(?=[^\x00]+\x00+ ?[-:\x00]))"
    r"(?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*)?) (?=\x00)"
)
"""Before an agent or manager in brackets: "via Jane (mgr)"."""

_VIA = re.compile(
    r"(?<![^\s\x00,])(?:(?:via|thru) (?:[A-Z][\w'.&-]*(?: [A-Z&][\w'.&-]*)*|[a-z ]+)"
    r"|per [A-Z][\w'-]*:?|^for [A-Z][^\x00-\x04@,:]*:|(?:through|from) my reps?)"
)
_WITH = re.compile(r"(?<![^\s\x00,])w/ ?[^\x00@]+")
_CALLED_IN = re.compile(
    r"^[^\x00-\x04@,]+ (?:called|brought|bringing|calling) me(?: back)?(?: in)?(?= for )"
)
_WITH_FIRST = re.compile(r"(?:^|(?<=\x00 ))(?:w/ ?|w |with )(?=\S)[^\x00@,]+?(?=, ?[^\s,]| for \S)")
_MONEY = re.compile(
    r"(?<![^\s\x00(,@])(?:[$\u00a3\u20ac] ?\d[\d,.]*(?:k\b|(?=p/?[wdh]\b)|\b)|scale ?\+ ?\d+\b)"
    r"(?:(?:/| ?per | an? )(?:hr|hour|day|wk|week|month|show|perf|spot|session|episode|ep)\b"
    r"| ?p/?[wdh]\b)?"
    r"(?: flat\b)?",
    re.IGNORECASE,
)
_NDA = re.compile(
    rf"{LEFT}\(?(?:(?P<no>no|not under(?: an)?) |(?:(?:strict|strictly|signed|with|has|it's) )*"
    r"(?:(?:under|have|has) )?(?:(?:an|the) )?)"
    r"N\.?D\.?A\.?(?: (?:signed|required|applies))?\)?(?![\w'-])",
    re.IGNORECASE,
)
_NO_MORE_USE: Final = r"(?! (?:due|by|deadline|at|via|w/|with|for)\b)[^\x00-\x04@,]"
_USE = re.compile(
    rf"{LEFT}(?:(?:full|flat|total|all[ -]in) )?"
    r"(?:buy-?outs?|usage|exclusiv(?:e|ity)|conflicts?(?=:))(?!\w)"
    rf"(?:(?:{_NO_MORE_USE})* (?:from|starting|until|till|thru|through|to) [\x03\x04]+"
    rf"|(?:{_NO_MORE_USE})*)"
)
_SUM_IN_NAME = re.compile(r"(?<=, )[$\u00a3\u20ac]\d{1,3}(?= [A-Z])")
_ANSWER = re.compile(
    r"(?<![^\s\x00(,])(?:(?:to )?(?:respond|reply|answer|conf(?:irm(?:ed)?)?|rsvp|decide"
    r"|accept|sign)"
    r"|(?:let|tell) (?:them|him|her|us|me)(?: know)?"
    r"|(?:they )?(?:need|want) (?:an? |to )?(?:answer|reply|know)|(?:answer|tell) them"
    r"|decision) (?:by|before|due)\b:?"
    rf"(?: {ONE_TIME}|(?: [^\s\x00-\x04@,A-Z][^\s\x00-\x04@,]*)*(?: {ONE_TIME})?)"
    r"(?: (?:please|pls|at the latest|latest))?"
)
_ANSWER_UNTIL = re.compile(
    r"(?<![^\s\x00(,])(?:(?:it |offer )?(?:expires?|lapses)|(?:good|open|have) (?:thru|until|till?)"
    r"|(?:must |to |please )?(?:respond|reply|answer|decide)(?: to them| them)?)(?: on)?"
    rf" {ONE_TIME}|(?<![^\s\x00(,]){ONE_TIME} to (?:respond|reply|answer|decide|accept)(?![\w'-])"
)
"""A time to answer by without "by": "expires fri 5pm", "fri 5pm to answer"."""

_WHOM = re.compile(r"(?<=\x00 )with [A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*(?= for | ?\x00|$)")
_THEY_WANT = re.compile(
    r"(?<![^\s\x00,-])they(?:'d)? (?:want|need|(?:would )?like)(?: an?| the| your)?(?= ?\x00)"
)
_MOVED = re.compile(
    r"(?<![^\s\x00,-])(?:now )?(?:moved|re-?scheduled|pushed|changed|bumped)"
    r"(?::? (?:up|back|to|till|until|now))+(?= ?\x00)"
)
_DIRECTOR = re.compile(
    r"(?<![^\s\x00,])(?:dir(?:\.|ector:?|ected by)) [A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*"
    r"(?= *[\x00,@]|$)"
)
_FILE = re.compile(r"(?<![^\s\x00,])(?:mp3|wav|m4a|mp4|mov)s?(?= *(?:[\x00,@]|$))")
_ENDED_WORDS: Final = (
    r"(?:(?:they|[iI]|casting|it's been|it was|sadly|have|they've) ){0,2}"
    r"(?:passed|recast|cancell?ed|withdrew|declined|wrapped|not moving forward"
    r"|(?:went|gone|going) (?:another way|(?:in )?another direction|with some(?:one|body) else)"
    r"|didn't (?:get|book)(?: it)?|role (?:was )?cut|cut from (?:the )?ep(?:isode)?)"
)
_ENDED = re.compile(
    rf"(?<![^\s\x00,;-]){_ENDED_WORDS}(?: on me)?(?=[ .!]*$)"
    rf"|^{_ENDED_WORDS}(?: on (?:me|you|us)(?: for)?| on| from| for)?(?= (?!in ))"
    rf"|^(?i:{_ENDED_WORDS})(?:: ?| (?=[A-Z][^,]*,))"
)
_IN_WEEKS = re.compile(
    r" in (?:\d{1,3}|an?|two|three) (?:day|week|month|hour|hr|minute|min)s?(?= *(?:[\x00@]|$))"
)
_OPENER = re.compile(
    r"(?:hi|hey|hello)(?: \w+)?[,!]+ ?(?=(?:audition|self|tape|call|recall|zoom|avail|new)\b)"
    r"|(?:new )?(?:request|invite|update|reminder): "
    r"|(?:(?:(?:just |i(?:'ve)? ?)?(?:got|have)(?: an?| my| another)?|new)"
    r"(?= (?:self|tape|audition|call(?:[ -]?back)?|cb|recall|chem(?:istry)?|zoom|avail|pin|req|read"
    r"|appt|vo|voice[ -]?over)\b))",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"(?:\w[a-z]{3}|\x00)[.!] $")
_SLASH = re.compile(r"(?=(?<!\S)([^\s/]+(?: [^\s/]+)?)/([^\s/,]+(?: [^\s/,]+)?))")
_TIMES: Final = (
    r"(?:(?:next|this|every|each|early|late|mid|end of|maybe|poss|possibly|sometime|tentatively) )*"
    r"(?:tues?|weds?|thur?s?|fri|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weeks?|weekend|month)"
)
ENDED: Final = "how it ended is said on the audition itself"
ANSWER_BY: Final = "that is when they want your answer, not a tape"

_TAIL = re.compile(
    rf" (?:{_TIMES}|(?:next|early|mid|late) (?:mon|sat|sun|{'|'.join(sorted(MONTH_OF))})"
    r"|wears?|brings?|tb[acd]|maybe|asap|prep|needs?|pls|please|parking|dress)"
    r"\b[^\x00@]*"
)
_SMALL_TAIL = re.compile(r" (?:tues|weds|thur?s?|fri|wear|bring(?! it)|asap|pls|please)\b[^\x00@]*")


def take_platform(line: LineState) -> None:
    """Take "on Actors Access" and the like."""
    for found in reversed(list(_PLATFORM.finditer(line.rest))):
        site = " ".join((found["site"] or found["bare"]).lower().replace(".", " ").split())
        line.take("platform", found.start(), found.end(), PLATFORMS[site])


def part_terms(line: LineState) -> None:
    """Part "callback/chem read", but not "Gravedigger/Osric"."""
    for found in _SLASH.finditer(line.rest):
        left, right = (found[1], found[1].split()[-1]), (found[2], found[2].split()[0])
        if any(map(ANY.fullmatch, left)) and any(map(ANY.fullmatch, right)):
            place = found.start(2) - 1
            line.rest = f"{line.rest[:place]}{HOLE}{line.rest[place + 1 :]}"


def take_terms(line: LineState, *, all_terms: bool) -> None:
    """Take the words of the trade, the longest first; the unsure ones only with `all_terms`."""
    terms = (*SURE, *UNSURE) if all_terms else SURE
    while fits := _fits(line, terms):
        for start, end, term in fits:
            if HOLE in line.rest[start:end]:
                continue
            around = line.rest[start - 1 : start], line.rest[end : end + 1]
            inset = around in {("(", ")"), ("[", "]")}
            if around[1] == "?":
                line.take(UNREAD, start, end + 1, reason="is that sure? Then leave out the ?")
                continue
            line.take(term.field, start - inset, end + inset, term.value)


def take_opener(line: LineState) -> None:
    """Take "got a" and "new" before a word of the trade, which say nothing more than it."""
    if found := _OPENER.match(line.rest):
        line.take("said", *found.span())


def take_answers(line: LineState, when: When) -> None:
    """Take "respond by thurs": a time to answer by is not the deadline of a tape.

    It goes to the notes as it was typed, and is the time to confirm a read or answer a hold by.
    """
    for pattern in (_ANSWER, _ANSWER_UNTIL):
        for found in matches(pattern, line):
            by = _time_in(line, found.span(), when)
            line.take(UNREAD, *found.span(), reason=ANSWER_BY)
            if by:
                start, end, moment = by
                line.claims.append(
                    Claim(field="answer_by", words=line.text[start:end], start=start, value=moment)
                )


def _time_in(line: LineState, span: tuple[int, int], when: When) -> tuple[int, int, Moment] | None:
    """Return where a day and its hour are in the words, and the moment; `None` if unsure."""
    marked = mark_hours_and_days(line.rest)
    for pattern in (TIMED, UNTIMED):
        if found := pattern.search(marked, *span):
            if not {"\x02", "\x03", "\x04"}.isdisjoint(marked[found.end() : span[1]]):
                return None
            said = words_of(line, found)
            day = said["day"] or said["day2"]
            hour = f"{said.get('hour', '') or said.get('hour2', '')} {said.get('zone', '')}".strip()
            try:
                return *found.span(), moment_of(day, hour, when)
            except MomentError:
                return None
    return None


def take_nda(line: LineState) -> None:
    """Take "under NDA"; in "Untitled NDA Project" it is in the title and holds as well."""
    for found in reversed(list(_NDA.finditer(line.rest))):
        if found["no"]:
            line.take(UNREAD, *found.span(), reason="it is not marked as under NDA")
        elif is_name(line.word_before(found.start())) and is_name(line.word_after(found.end())):
            line.claim("nda", found[0], found.start(), "")
            line.claims[-1] = replace(line.claims[-1], value=True)
        else:
            line.take("nda", *found.span(), value=True)


def take_use(line: LineState) -> None:
    """Take "buyout", "usage 13 wks" and "exclusivity auto 1 yr", which are never a project."""
    for found in matches(_USE, line):
        if line.has_words_outside(*found.span()):
            line.take(UNREAD, *found.span(), reason="no field is for the terms of use")


def take_money(line: LineState) -> None:
    """Take "$914/wk" and "scale+10", and leave "$20 Bill" as the name it may be."""
    for found in reversed(list(_MONEY.finditer(line.rest))):
        if _SUM_IN_NAME.match(line.rest, found.start()) and found[0][-1].isdigit():
            continue
        try:
            check_money(found[0])
        except AmountError as error:
            line.take(UNREAD, *found.span(), reason=str(error))
        else:
            line.take("rate", *found.span(), found[0])


def take_asides(line: LineState) -> None:
    """Take "via Mara", "w/ director" and "wear black" as words that were not understood."""
    for pattern, reason in (
        (_VIA, "that could be a rep, an office or a platform"),
        (_CALLED_IN, "that could be a rep, an office or a platform"),
        (_WITH_FIRST, "no field is for it"),
        (_WITH, "no field is for it"),
        (_WHOM, "no field is for it"),
        (_MOVED, "the time before it is not said"),
        (_DIRECTOR, "no field is for it"),
        (_FILE, "no field is for it"),
        (_THEY_WANT, "no field is for it"),
        (_ENDED, ENDED),
    ):
        for found in reversed(list(pattern.finditer(line.rest))):
            opens = reason == ENDED and _opens_name(line, *found.span())
            if line.has_words_outside(*found.span()) and not opens:
                line.take(UNREAD, *found.span(), reason=reason)


def take_inset_reps(line: LineState) -> None:
    """Take the name before an agent or manager in brackets: "via Jane (mgr)"."""
    insets = {c.start for c in line.claims if c.value in {Source.AGENT, Source.MANAGER}}
    for found in list(_REP_BEFORE.finditer(line.rest)):
        if found.end() in insets and line.text[found.end()] in "([":
            line.take("rep", *found.span(), found["name"])


def take_reps(line: LineState) -> None:
    """Take the name of the agent or manager if it can be nothing else."""
    for claim in tuple(line.claims):
        end = claim.start + len(claim.words)
        if claim.value not in {Source.AGENT, Source.MANAGER}:
            continue
        found = _REP.match(line.rest, end)
        if found and line.has_words_outside(*found.span()):
            name = found.span("name")
            line.take("rep", *name, line.text[slice(*name)])


def take_tail(line: LineState) -> None:
    """Take what can be no part of a title from its end: "maybe fri", "wear black"."""
    is_dated = any(claim.field in {"at", "due_at"} for claim in line.claims)
    for pattern in ([] if is_dated else [_IN_WEEKS]) + [_TAIL if line.has_names else _SMALL_TAIL]:
        for found in reversed(list(pattern.finditer(line.rest))):
            before = line.word_before(found.start())
            if before and (is_name(before) or not line.has_names):
                line.take(UNREAD, *found.span(), reason="it isn't a word I know, or a date")


def _fits(line: LineState, terms: tuple[Term, ...]) -> list[tuple[int, int, Term]]:
    """Return the terms that are in the line, those that begin first and are longest first."""
    fits = [
        (found.start(), found.end(), term)
        for term in terms
        for found in term.pattern.finditer(line.rest)
        if _is_term(line, term, *found.span())
    ]
    return sorted(fits, key=lambda fit: (fit[0], -fit[1]))


def _is_term(line: LineState, term: Term, start: int, end: int) -> bool:
    """Whether these words are what the trade means by them, and not part of a name."""
    before, after = line.word_before(start), line.word_after(end)
    before = "" if before[:1] == QUOTED else before
    if before in {"w/", "with"} and term.field == "size":
        return False
    if _stands_alone(line, start, end):
        return line.has_words_outside(start, end)
    if before.lower() in _OF_A_TITLE:
        return False
    if not line.is_small(start) and not LETTERS.match(line.text, start):
        opens = _opens_line(line, term, start, end)
        opens = opens or (term.sure and _FULL_STOP.search(line.rest, 0, start) is not None)
        opens = opens or _is_behind_names(line, start, end)
        return opens or line.is_shouted(start, end)
    if term.sure:
        return True
    if not line.rest[:start].strip() and line.rest[end : end + 1] == ",":
        return _has_role_and_project(line, end + 1)
    if not line.has_names:
        return (bool(before) or _is_behind_names(line, start, end)) and not after
    if term.value is Medium.COMMERCIAL and (not after or is_name(after)):
        return True
    if before and not is_name(before):
        return before.lower() in _JOINS or any(t.pattern.fullmatch(before) for t in UNSURE)
    return not after or after.lower() in _JOINS or (not before and is_name(after))


def _is_behind_names(line: LineState, start: int, end: int) -> bool:
    """Whether words are a field of their own that can be no name: "Ana, Rent, fri 3pm, Zoom"."""
    head = line.rest[:start].rstrip(" ")
    is_behind = head.count(",") > 1 if head.endswith(",") else head.endswith((HOLE, " -", " /"))
    return is_behind and line.is_field(start, end)


def _has_role_and_project(line: LineState, start: int) -> bool:
    """Whether two names are behind a word that could be the role: "lead, Hannah, Quiet Part"."""
    fields = re.split(f"[{HOLE}@]", line.rest[start:])[0].split(",")
    if line.has_names:
        return len(_names_in(",".join(fields))) > 1
    return sum(any(map(str.isalpha, field)) for field in fields) > 1


def _names_in(text: str) -> list[str]:
    """Return the parts between commas and what is taken that have a word with a capital."""
    parts = re.split(f"[{HOLE},@]", text)
    return [part for part in parts if any(_is_capital(word) for word in part.split())]


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[0] == QUOTED


def _opens_name(line: LineState, start: int, end: int) -> bool:
    """Whether a capital opens a name beside a time: "Wrapped Gifts, Elf fri 3pm"."""
    is_timed = any(claim.field in {"at", "due_at"} for claim in line.claims)
    colon = line.text[start:end].rstrip().endswith(":")
    return is_timed and not start and not colon and not line.is_small(start)


def _stands_alone(line: LineState, start: int, end: int) -> bool:
    """Whether the words have brackets around them, or a colon after them."""
    head, tail = line.rest[:start].rstrip(), line.rest[end:].lstrip()
    return tail.startswith(":") or (head[-1:] in {"(", "["} and tail[:1] in {")", "]"})


def _opens_line(line: LineState, term: Term, start: int, end: int) -> bool:
    """Whether capitals are those of a first word: "Callback Ophelia", "Tape for Nina"."""
    if line.rest[:start].strip("\x00 "):
        return False
    if line.edges and line.is_field(start, end):  # "Commercial - Tide - Mom"
        return len(_names_in(line.rest[end:])) > 1
    if any(c.start == end + 1 and c.field in {"kind", "format", "medium"} for c in line.claims):
        return True
    end += len(line.rest[end:]) - len(line.rest[end:].lstrip("!"))
    after = line.word_after(end)
    if not after and line.rest[end : end + 1] == ",":
        return term.value in CALLS or _has_role_and_project(line, end + 1)
    if not after:
        is_end = line.rest[end : end + 1] not in {"\x00", " "}
        return term.sure and not is_end and line.has_words_outside(start, end)
    return after.lower() in {"for", "due"} or (term.sure and (after == "in" or is_name(after)))
