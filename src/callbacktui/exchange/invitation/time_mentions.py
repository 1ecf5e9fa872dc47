"""Finds the times that a letter speaks of, and what each of them is for."""

import re
from collections import deque
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.confirm_words import Wanted, wants_answer
from callbacktui.exchange.invitation.days import Days, find_days
from callbacktui.exchange.invitation.hours import Hour, find_hours, in_evening, with_zone_at
from callbacktui.exchange.invitation.labels import field_of
from callbacktui.exchange.invitation.moved_times import find_old_time
from callbacktui.exchange.invitation.zones import STREET

Purpose = str
"""What a time is for: at, due, wish, shoot, decision, later (a further round), skip, old, weak."""

_I: Final = re.IGNORECASE


class Mention(Value, frozen=True, kw_only=True):
    """A day, an hour or both in a clause, and what they are for; empty if nothing says that.

    `answer` says whether it is the time by which the actor is to confirm. It `is_doubtful` if its
    day and hour were not said together, so that it is to be asked.
    """

    purpose: Purpose
    words: str
    clause: Clause
    days: Days | None = None
    hour: Hour | None = None
    is_first: bool = False
    is_for_rep: bool = False
    is_doubtful: bool = False
    answer: Wanted = Wanted.NO


_TRIGGERS: Final[tuple[tuple[Purpose, re.Pattern[str]], ...]] = tuple(
    (purpose, re.compile(rf"\b(?:{shapes})", _I))
    for purpose, shapes in (
        (
            "skip",
            (
                r"(?:re)?confirm(?:ation|ing)?\b(?! for)|confirmed by\b|shout\b|(?:let|give) (?:me|us) (?:know|a (?:shout|call|ring))|lmk\b|tell (?:me|us)\b|repl(?:y|ies)\b|respond\b|advise\b|rsvp\b"
                r"|get back to\b|(?:i|we) need (?:an answer|a yes|to know|your answer|a reply)|answer\b|(?:wants?|needs?|asks? for) an answer(?: (?:on|about) [\w ]{1,30}?)?(?: by)?\b|hear from (?:me|you)\b|say yes\b|accept\b|decline\b|text me\b|call me\b|ring me\b|ping me\b|yes or no\b|in or out\b|sign (?:it|the nda)\b|nda\b"
                r"|fittings?\b|wardrobe call|paperwork\b|start ?work\b|contract\b|posted\b|requested\b|sent\b|submitted\b|suggested\b|applied\b|received\b|created\b|published\b|updated\b"
                r"|call-?backs\b|call-?backs (?:are|is|will|on|would|may)|call-?back (?:will|would|may)|recalls\b|first call\b|previous(?:ly)?\b|original(?:ly)?\b|last (?:time|week)\b|was\b|were\b|had (?:you|been)\b"
                r"|arrive\b|get there\b|be there (?:by|from)\b|log[- ]?(?:on|in)\b|sign[- ]?in\b|check[- ]?in\b|waiting room\b|lobby\b|doors?\b|gate\b|list from\b|wait(?:ing)? from\b|come early\b|early\b|until\b|till\b|ends?\b|finish\b|over by\b|done by\b|out by\b"
                r"|closed\b|opened\b|office hours\b|back (?:in the office )?on\b|away\b|weather(?: days?| dates?)?\b|rain (?:day|date|cover)s?\b|cover days?\b|backup days?\b|contingency\b|hold for weather|paid\b|invoic\w*|table ?read\b|read-?throughs?\b|premieres?\b|airs\b|aired\b|air ?dates?\b|screening\b|embargo\b"
                r"|book by\b|regist\w+|last chance\b|another time\b|free\b|expires?\b|wrap party\b|tech scout\b|travel(?:s|ling|ing)?\b|fly(?:ing)?\b|born\b|dob\b|drop[- ]?off\b|covid\b|test(?:ing|ed) (?:positive|on set)|make[- ]?up test|questions by\b|ask by\b"
                r"|forget\b|instead of\b|rather than\b|not\b|no longer\b|scrap\b|conflicts?\b|out of town\b|ordered\b|version\b|rev(?:ised|ision)?\b|changed on\b|dated\b|draft\b|as of\b|ask(?:ed)? for (?:a )?(?:later|earlier)"
            ),
        ),
        (
            "old",
            r"(?:was|were|had been) (?:due|(?:set|scheduled|booked|planned|down) for)\b|(?:moved|changed|rescheduled|pushed|shifted|bumped|brought forward|put back) from\b|no longer\b|not\b(?! later)|instead of\b|rather than\b|was\b|were\b|original(?:ly)?\b|previous(?:ly)?\b|old\b|forget\b|had (?:you|been)\b|the other\b|scrap\b|before it was\b|used to be\b|replaces\b|release[sd]?\b|releasing\b|drop(?:s|ped|ping)?\b(?! ?off)|cancel+\w*\b",
        ),
        (
            "wish",
            r"(?:would|'d) (?:really )?(?:love|like|prefer|appreciate) (?:it|to (?:have|get|see it)|them|your tape|the tape|yours)|love (?:it|to have it)\b|ideal(?:ly)?\b|if (?:you can(?! (?:do|make|come|be there)\b)|at all possible|possible|you could(?! (?:do|make|come|be there)\b))\b|hop(?:e|ing) (?:for|to have|to get|to see)\b|prefer(?:ably|red|ence)?\b|sooner\b|would be (?:great|lovely|ideal|wonderful|perfect|amazing|helpful|nice)\b|dream\b|(?:best|nice) (?:if|would be)\b|wish(?:list)?\b|aim(?:ing)? (?:for|to)\b|earliest\b|early bird\b|target\b",
        ),
        (
            "due",
            r"due\b|dead ?line\b|(?:the |at the |very )?latest\b|no later than\b|final cut-?off\b|cut-?off\b|submit\b|submissions? (?:by|close|due)\b|upload(?:ed|s)?\b|send (?:it|your|us|the|them|a|both|by)\b|needed by\b|(?:accept|take|wait|open|extended|good)\b[^.;]{0,24} (?:until|till|up to)\b|tapes? (?:by|in by|to|back|is|are|need|needed|needs)\b|tape it\b|needs? (?:it|the|your|them|to (?:be|have))\b|need(?:ed)? by\b|return(?:ed)? (?:it|by|to)?|(?:back|in|over|here|with|to) (?:(?:to|with) )?(?:us|me|her|him|them|casting)?\s?by\b|must be (?:in|here|with|received)\b|must reach\b|have to (?:be|reach|have)\b|has to (?:be|reach)\b|deliver(?:ed|y)?\b|closing\b|clos(?:es?) (?:at|on)\b|link (?:is|will be|gets|shuts|closes)\b|absolute\b|turn(?:ed)? (?:it|around|in)\b|get (?:it|your tape|the tape|them) (?:to|in|over|back)\b|on tape by\b|expected by\b|wants? (?:it|them|tapes?)\b|(?:as )?late as\b|self[- ]?tape by\b|tape (?:for|as)\b[^.;]{1,80} by\s*$|file by\b|extended? (?:to|until|till)\b|you have until\b|you've got until\b|by the end of\b|lands? by\b|accepted until\b|open until\b",
        ),
        (
            "later",
            r"(?:network|studio|screen|chemistry|chem|camera)[- ]?(?:tests?|reads?)\b|call-?backs?\b|recalls?\b|(?:producers?|director'?s?|work)[- ](?:session|callback)s?\b",
        ),
        (
            "at",
            r"see(?:ing)? (?:you|her|him|them|[A-Z])\w*|come\b|coming\b|could (?:you|she|he|they)\b|can (?:you|she|he|they)\b|appointment\b|appt\b|(?<!open )auditions?\b|session\b|slot\b|read(?:s|ing)?\b|meet(?:ing)?\b|join\b|zoom\b|invit\w+|booked in\b|booked (?:you|for)\b|sched(?:uled)?\b|confirmed\b|have you\b|got you\b|put you\b|in (?:the )?(?:room|person)\b|expect(?:ing|ed)? you\b|casting\b|interview\b|first call\b|general\b|pre-?read\b|correct(?:ed|ion)\b|make (?:it|that)\b|work for\b|set for\b|you in\b|invite\b|go-?see\b|call ?time\b|recalled\b",
        ),
        (
            "weak",
            r"when\b|date\b|time\b|moved? (?:it |you |this |that )?to\b|changed to\b|re-?scheduled (?:to|for)\b|pushed? (?:it |you )?(?:to|back|forward)?\b|shift(?:ed)?\b|now\b|new\b|you(?:'re| are)\b|to\b$|day\b|works?\b|is\b$|instead\b",
        ),
        (
            "shoot",
            r"shoots?\b|shooting\b|shot\b|(?<!\ba )(?<!\bthe )(?<!\bthis )(?<!\bnew )(?<!feature )(?<!short )(?<!indie )(?<!independent )(?<!student )(?<!thesis )(?<!\bour )(?<!\bmy )(?<!\()films?\b|filming\b|work(?:ing)? (?:dates?|days?)\b|work\b|works\b|production\b|princip(?:al|le) photography\b|rehears\w+|runs?\b|running\b|perform\w*|dates\b(?! (?:and|&|/) times?)|job dates?\b|first refusal\b|(?:heavy |light )?pencil\w*|holds?\b|holding\b(?! (?:\w+ )?(?:auditions?|call-?backs?|recalls?|sessions?|readings?|reads?|(?:open|casting) calls?)\b)|pin(?:ned)?\b|avails?\b|(?<!slots )(?<!times )(?<!slots are )(?<!times are )availab\w+\b(?! (?:slots?|times?|appointments?)\b)(?! (?:are|is)\b)|keep(?:ing)?\b|clear\b|are you free\b|free for\b|record(?:ing)? (?:dates?|days?|sessions?)\b|recording\b|records\b|camera\b|on set\b|your days?\b|shoot days?\b|needed (?:for|on)\b|tour(?:s|ing)?\b|tech\b|previews?\b|opens?\b|opening\b|closes\b|press night\b|start(?:s|ing)? (?:on )?(?:in )?|begin(?:s|ning)?\b|goes?\b|first day\b|last day\b|wraps?\b|location\b|session\b|block(?:ed|ing)?\b|days\b",
        ),
        (
            "decision",
            r"(?:decisions?|answer|word|news|verdict|choice)s?(?: from [\w ]{2,24}?)? (?:is |are |will be |now )?(?:expected |due |made |coming |in )?(?:by|on|before)\b|decid\w+|decisions?\b|choos\w+\b(?! (?:a|your|one|from|any)\b)|choice\b|chosen\b|final(?:i[sz]e|i[sz]ing) (?:casting|the cast|their|our)\b|(?:plan|expect|hope|aim|going|want)s? to (?:cast|pick|choose|decide|select|know|have (?:an answer|a decision|word|it cast))\b|picks?\b(?! (?:a|your|one|from|any|up)\b)|picking\b|select(?:s|ing|ions?)?\b|(?:you'll|you will|you should|you'd|should|will|we'll|we should|they'll|they should|client will|expect to|everyone (?:will|should)) (?:hear|know|have (?:an answer|word|news))\b|let you know\b|let (?:her|him|them|everyone|everybody) know\b|word by\b|answer by\b|(?:we|they)(?:'ll| will) (?:know|say|tell you|be in touch|come back|call|get back)\b|news by\b|an answer (?:by|on)\b|cast by\b|final word\b|verdict\b|results? (?:by|on)\b|(?:hear|know) (?:either way|back|from us|more)\b|sign(?:s|ed)? off\b|(?:mak(?:e|es|ing)|send(?:s|ing)?) (?:the |their |our |an )?offers?\b|offers? (?:go(?:es)? out|will)\b|(?:we|they|client)(?:'ll| will) (?:confirm (?:or|/) release|release or confirm)\b",
        ),
    )
)
_LABELLED: Final[dict[str, Purpose]] = {
    **dict.fromkeys(
        ("shoot", "film", "work d", "rehears", "perform", "production d", "record", "hold d"),
        "shoot",
    ),
    **dict.fromkeys(
        (
            "due",
            "deadline",
            "send by",
            "needed by",
            "received by",
            "submit",
            "return by",
            "upload by",
            "tape by",
        ),
        "due",
    ),
    **dict.fromkeys(
        (
            "fitting",
            "weather",
            "rain",
            "backup",
            "cover",
            "conting",
            "confirm",
            "posted",
            "reply",
            "respond",
            "sent",
            "submitted",
        ),
        "skip",
    ),
    **dict.fromkeys(("first call", "previous", "original", "old "), "old"),
    **dict.fromkeys(("decision", "decid"), "decision"),
}
_DATES_OF: Final = re.compile(
    r"\W*(?:(?:possible|proposed|your|the|our) )*(?:(?P<later>call-?backs?|recalls?)|auditions?|sessions?|appointments?|slots?"
    r"|(?:avail\w*|open) (?=slot|time|appointment)|(?=dates? (?:and|&|/) times?)|casting (?:session|call)s?)"
    r" ?(?:slots?|dates?|times?|days?|options?)\b",
    _I,
)
"""A label before the times of a read: "Audition dates", "Available slots"."""

_LABEL_KEY: Final = re.compile("|".join(_LABELLED), _I)
_LONG_WORD: Final = re.compile(r"[^\W\d]{3,}")
_FEW_WORDS: Final = 2
"""A later sentence after a label with this many words before its time says what that is for."""

_AFTER: Final = 60
_NEARBY: Final = 30
_MOST: Final = 150
_MOST_IN_CLAUSE: Final = 12
_LATER_ROUNDS: Final = re.compile(
    r"\W*(?:the |any |possible )*(?:call-?backs|recalls|(?:network|studio|screen) tests|chem(?:istry)? reads)"
    r" (?:are|will|would|may|might|should)\b",
    _I,
)
_GIVEN_UP: Final = re.compile(r"[\s,(]*\b(?:not|instead of|rather than)(?: at)?\s*$", _I)
_OR: Final = re.compile(
    r",? or (?:at )?| ?/ ?|, ?(?=\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?,? or )", _I
)
"""Between two hours of which one will be the slot."""

_EITHER: Final = re.compile(
    r"(?<![\d$.:])\d{1,2}\.\d\d(?:, \d{1,2}\.\d\d)*,? or (?:at )?\d{1,2}\.\d\d(?![\d%])", _I
)
_TO_HOUR: Final = re.compile(r"(?:\bto|\bnow|\bat|>)\s*$", _I)
_DUE_DECISION: Final = re.compile(
    r"[\s:]*(?:(?:is|are|now|due|expected|at the latest|by|no later than|latest|on)[\s:]*)+", _I
)
_FOR: Final = re.compile(r",? for (?:an? )?", _I)
"""Between the hour to arrive at and that of the read: "arrive 2:45 for 3:15"."""

_TAKEN_BACK: Final = re.compile(
    r"[\s,)]*(?:(?:session|slot|call-?back|audition|appointment|read|recall) )?(?:(?:is|are|has|have|had|was|been|being|to be) )+"
    r"(?:(?:now|sadly|unfortunately|all) )*(?:cancel+ed|called off|postponed|off|scrapped|pulled)\b",
    _I,
)
_OTHERWISE: Final = re.compile(
    r"\bif you (?:can't|cannot|can not|aren't able to|are unable to|'re unable to) (?:make|come|be there|get)\b"
    r"|\balternatively\b",
    _I,
)
"""Before the deadline of a tape that may take the place of the read."""

_OPEN_SPAN: Final = re.compile(
    r"\bbetween(?: \d[\d:.]* ?(?:[ap]\.?m?\.?)?(?: [A-Z]{2,3})? (?:and|to))?\s*$", _I
)
"""Before the two hours between which the slot will be."""

_OFF: Final = re.compile(r"(?:now |all )?off\b(?! book| camera| the)", _I)
_BEHIND: Final = r"^(?:'s)?[\s,)(:-]*(?:(?:is|are|was|were|will be|would be|for|as|at|the|your|our|a|an|it's|being|in)\s+){0,3}"
_JOIN: Final = re.compile(
    r"[\s,.;:()@|-]*(?:(?:at|from|by|on|before|around|approx(?:imately)?|for|no later than|starting|the|between|time|is|latest|due|it's|@|kl|klo|um|und|ore|alle|\u00e0)[\s,.:@-]*){0,3}",
    _I,
)
_HOUR_FIRST: Final = re.compile(r"[\s,.()_-]*(?:(?:on|this|of|the|coming|for|time)[\s,]*){0,2}", _I)
_HOPED: Final = re.compile(
    r"\b(?:if (?:you can(?! (?:do|make|come|be there)\b)|you could(?! (?:do|make|come|be there)\b)|you(?:'re| are) able|(?:at all )?possible)|ideally|(?:would|'d|it'd|that'd) (?:love(?! (?:for )?(?:you|her|him|them) to\b)|be (?:great|lovely|wonderful|ideal|perfect|amazing|fab|brilliant|best|good|helpful|nice))|hop(?:e|ing) for|prefer(?:ably|red)?)\b",
    _I,
)
_BY: Final = re.compile(r"(?<!come )(?<!stop )(?<!there )\bby\s*$", _I)
_LEADS_BARE: Final = re.compile(r"(?:\bat|@|\bby|\bfrom|\bbefore|\bbetween|,|\baround)\s*$", _I)
_IN_TITLE: Final = re.compile(r"\bin (?:[A-Z][\w']+ (?:(?:of|the|and|a|to) ){0,2})+[A-Z][\w']+")
"""A title of several words: the "Days" in "Ninety Days of Rain" are none of the shoot."""

_FOR_REP: Final = re.compile(
    r"\b(?:to|with|get|send|give|for|back to) me\b|\bI(?:'ll| will|'d| would)? (?:really )?(?:need|want|must have)\b|\bmy (?:desk|inbox)\b|\bme by\b"
    r"|\bso (?:I|we) can (?:check|look|watch|review|upload|send|submit)|\bI can (?:check|look|watch|review|upload|send)",
    _I,
)


def find_mentions(
    clauses: Iterable[Clause], written: DateTime, order: DateOrder
) -> tuple[Mention, ...]:
    """Return the times in the clauses of a letter that was written then, in reading order."""
    found: list[Mention] = []
    title = ""
    for clause in clauses:
        about = title if title.endswith("?") else ""
        title = clause.text
        for mention in _in_clause(clause, about, written, order):
            last = found[-1] if found else None
            if mention.hour and last and last.hour and clause.line <= last.clause.line + 2:
                mention = replace(mention, hour=in_evening(mention.hour, last.hour))
            if last and _completes(last, mention):
                found[-1] = replace(last, hour=mention.hour, words=f"{last.words} {mention.words}")
            else:
                found.append(mention)
        if len(found) > _MOST:
            break
    return tuple(found)


def _in_clause(clause: Clause, about: str, written: DateTime, order: DateOrder) -> list[Mention]:
    text = clause.text
    if "http" in text:
        text = re.sub(r"https?://\S+", lambda found: "_" * len(found[0]), text)
    if not any(c.isdigit() for c in text) and not _WORTH_A_LOOK.search(text):
        return []
    if (old := find_old_time(text)) is None:
        return _in_text(text, clause, about, written, order)
    start, end = old
    before, after = " " * start, " " * (len(text) - end)
    olds = [
        replace(one, purpose="old", answer=Wanted.NO)
        for one in _in_text(f"{before}{text[start:end]}{after}", clause, about, written, order)
    ]
    days = find_days(text[start:end], written, order)
    part = _without(days, text[start:end])
    part = _without(find_hours(part), part)
    rest = _in_text(
        f"{text[:start]}{part}{text[end:]}", clause, about, written, order, is_moved=True
    )
    purpose = _about(text[:start])
    rest = [
        replace(one, purpose=purpose)
        if one.purpose in {"old", "weak", "skip", "shoot", "decision", ""}
        and clause.text.find(one.words, end) >= 0
        else one
        for one in rest
    ]
    return [*olds, *_moved(olds, rest)]


def _moved(olds: list[Mention], rest: list[Mention]) -> list[Mention]:
    """Return new times of a sentence; what they do not say of day and hour is as in the old one."""
    old = next((one for one in olds if one.hour and one.hour.time), None)
    if old is None or old.hour is None:
        return rest
    if old.days and not any(one.days for one in rest):
        return [
            replace(one, days=old.days, words=f"{old.words}; {one.words}") if one.hour else one
            for one in rest
        ]
    if any(one.hour for one in rest):
        return rest
    return [
        replace(one, hour=old.hour, is_doubtful=True, words=f"{old.words}; {one.words}")
        if one.days
        else one
        for one in rest
    ]


def _in_text(
    text: str,
    clause: Clause,
    about: str,
    written: DateTime,
    order: DateOrder,
    *,
    is_moved: bool = False,
) -> list[Mention]:
    """Return the times in the text of a clause, of which a part may be blotted out.

    If it `is_moved` from an old time, a figure alone after "to" is an hour.
    """
    days = find_days(text, written, order)
    hours: list[Hour] = []
    for found in find_hours(_without(days, text)):
        if found.is_bare and STREET.match(text, found.start):
            continue  # the number of a house
        if given_up := _GIVEN_UP.search(text[: found.start]):
            start, end = given_up.start(), found.end
            text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
            continue
        is_open = _OPEN_SPAN.search(text[: found.start])
        hours.append(replace(found, time=None) if is_open else found)
    told = replace(clause, text=text)
    pairs: list[tuple[Days | None, Hour | None]] = []
    used: set[int] = set()
    for number, group in enumerate(days):
        limit = days[number + 1].start if number + 1 < len(days) else len(text)
        near = _hour_of(text, group, limit, hours, used)
        used |= {near.start} if near else set()
        if near and near.time is None and (named := _named(text, group, near, limit, hours)):
            used |= {named.start}
            near = replace(named, start=min(near.start, named.start))
        if near and near.end <= group.start:
            near, end = with_zone_at(near, text, group.end)
            group = replace(group, end=end)
        pairs.append((group, near))
        for other in hours:
            if (
                near
                and near.end < other.start < limit
                and (between := _OR.match(text, near.end))
                and between.end() == other.start
            ):
                near, used = other, used | {other.start}
                pairs.append((group, other))
    pairs += [
        (None, hour)
        for hour in hours
        if hour.start not in used
        and (
            not hour.is_bare
            or (is_moved and _TO_HOUR.search(text[: hour.start]))
            or any(one.start() <= hour.start < one.end() for one in _EITHER.finditer(text))
        )
    ]
    pairs.sort(key=lambda pair: _span(*pair)[0])
    mentions: list[Mention] = []
    mentions_end = 0
    for some, hour in pairs[:_MOST_IN_CLAUSE]:
        start, end = _span(some, hour)
        after, mentions_end = mentions_end, end
        purpose = purpose_of(told, start, end)
        if mentions and not some and _OR.fullmatch(text, after, start):
            purpose = mentions[-1].purpose
        if mentions and mentions[-1].purpose == "skip" and _FOR.fullmatch(text, after, start):
            purpose = "at"
        if purpose in {"", "at", "later", "weak"} and _TAKEN_BACK.match(text, end):
            purpose = "old"
        by = purpose in {"", "at"} and bool(_BY.search(text[:start]))
        answer = wants_answer(clause.label or about, text[:start], text[start:end], text[end:])
        if answer is Wanted.MAYBE and purpose not in {"", "at", "skip"}:
            answer = Wanted.NO
        if answer is not Wanted.NO:
            purpose = "skip"
        elif by:
            purpose = "due"
        if purpose == "due" and _OTHERWISE.search(text[:start]):
            purpose = "skip"
        if purpose == "due" and _is_wish(text[after:start], text[end:]):
            purpose = "wish"
        mentions.append(
            Mention(
                purpose=purpose,
                words=clause.text[start:end].strip(),
                clause=clause,
                days=some,
                hour=hour,
                is_first=start < 4 and clause.starts,
                is_for_rep=bool(_FOR_REP.search(text[after:start])),
                answer=answer,
            )
        )
    return mentions


def _without(times: Iterable[Days | Hour], text: str) -> str:
    """Return a text in which no figure of a day is left to be read as an hour."""
    for one in times:
        text = f"{text[: one.start]}{'_' * (one.end - one.start)}{text[one.end :]}"
    return text


_WORTH_A_LOOK: Final = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|today|ton|tom|tm|noon|mid|2moro|o'clock|half|quarter|eod|cob)",
    _I,
)


def _is_wish(before: str, behind: str) -> bool:
    """Whether a time is only hoped for: "if you could ...", "... would be lovely"."""
    near = re.split(r"[,;.]", behind[:60])[0]
    return bool(_HOPED.search(before) or _HOPED.search(near))


def _span(days: Days | None, hour: Hour | None) -> tuple[int, int]:
    starts = [part.start for part in (days, hour) if part]
    ends = [part.end for part in (days, hour) if part]
    return min(starts), max(ends)


def _hour_of(text: str, group: Days, limit: int, hours: list[Hour], used: set[int]) -> Hour | None:
    """Return the hour that goes with a day: the one after it, else the one before it."""
    for hour in hours:
        if hour.start in used:
            continue
        between = text[group.end : hour.start]
        if group.end <= hour.start < limit:
            led = not hour.is_bare or bool(_LEADS_BARE.search(between))
            if led and _JOIN.fullmatch(between):
                return hour
            if not hour.is_bare and len(between) < 80 and re.search(r"\b(?:at|@)\s*$", between):
                apart = purpose_in(between)
                if apart in {"", "at"} and not re.search(r"[.;]\s", between):
                    return hour
        elif hour.end <= group.start:
            between = text[hour.end : group.start]
            before = text[: hour.start]
            led = not hour.is_bare or bool(re.search(r"(?:\bat|@|\bby)\s*$", before, _I))
            if led and _HOUR_FIRST.fullmatch(between):
                return hour
    return None


def _named(text: str, group: Days, end: Hour, limit: int, hours: list[Hour]) -> Hour | None:
    """Return the hour that is said after an end of the day: "EOD Tuesday (that's 7pm PT)"."""
    after = max(end.end, group.end)
    for hour in hours:
        if after <= hour.start < limit and hour.time and not hour.is_bare:
            between = text[after : hour.start]
            is_far = len(between) > _NEARBY or re.search(r"[.;]\s|\bor\b", between)
            return None if is_far or purpose_in(between) not in {"", "at", "due", "weak"} else hour
    return None


def _completes(day: Mention, hour: Mention) -> bool:
    """Whether an hour at the start of a clause belongs to the day of the one before."""
    if day.days is None or day.hour is not None or hour.hour is None or hour.days is not None:
        return False
    if day.clause is hour.clause or day.clause.line + 2 < hour.clause.line:
        return False
    if field_of(hour.clause.label) == "time":
        return day.purpose in {"at", "", "later"} and hour.clause.text.find(hour.words) < 12
    return hour.is_first and not hour.clause.label and hour.purpose in {"", "at", "skip"}


def purpose_of(clause: Clause, start: int, end: int) -> Purpose:
    """Return what a time is for, by the nearest words before it, else by those after it."""
    before = _IN_TITLE.sub(lambda found: "_" * len(found[0]), clause.text[:start])
    purpose = purpose_in(before)
    if purpose:
        return purpose
    if clause.label and (dates := _DATES_OF.match(clause.label)):
        return "later" if dates["later"] else "at"
    if clause.label and (clause.starts or len(_LONG_WORD.findall(before)) < _FEW_WORDS):
        return _LABELLED.get(_label_key(clause.label), "") or purpose_in(f"{clause.label}: ")
    return _first_purpose(clause.text[end : end + _AFTER])


def _label_key(label: str) -> str:
    found = _LABEL_KEY.search(label)
    return found[0].lower() if found else ""


def _last(shape: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match in a text."""
    return next(iter(deque(shape.finditer(text), maxlen=1)), None)


def purpose_in(before: str) -> Purpose:
    """Return the purpose that the words before a time give it; the nearest ones count."""
    best: tuple[int, int, Purpose] = (-1, -1, "")
    for purpose, shape in _TRIGGERS:
        last = _last(shape, before)
        if last and (last.end(), len(last[0])) > best[:2] and last[0].strip():
            best = (last.end(), len(last[0]), purpose)
    purpose = best[2]
    if purpose == "at" and _LATER_ROUNDS.match(before):
        return "skip"
    if purpose == "weak":
        purpose = _strong_before(before) or "at"
    decides = _last(_TRIGGERS[-1][1], before)
    within = decides is not None and best[0] - best[1] <= decides.start()
    if decides and not within and purpose in {"skip", "later", "shoot", "due"}:
        between = before[decides.end() :]
        if purpose == "due" and not _DUE_DECISION.fullmatch(between):
            return purpose
        if not re.search(r"[,;:.]|\band\b", between) and len(between) < 50:
            return "decision"
    return purpose


def _about(before: str) -> Purpose:
    """Return what a sentence is about of which a time moves: its deadline, its read."""
    found = (
        (last.end(), purpose)
        for purpose, shape in _TRIGGERS
        if purpose in {"due", "later", "at"} and (last := _last(shape, before))
    )
    return max(found, default=(0, "at"))[1]


def _strong_before(before: str) -> Purpose:
    """Return what a sentence is about that says "is now" or "moved to" after it."""
    best: tuple[int, Purpose] = (-1, "")
    for purpose, shape in _TRIGGERS:
        if purpose in {"due", "shoot", "decision", "later"}:
            for found in shape.finditer(before):
                if found.end() > best[0]:
                    best = (found.end(), purpose)
    return best[1] if len(before) - best[0] < 60 else ""


def _first_purpose(after: str) -> Purpose:
    after = re.split(r"[;.]\s|\s-\s", after)[0]
    led = re.match(_BEHIND, after, _I)
    start = led.end() if led else 0
    if after[start : start + 1].isupper():
        return ""
    if _OFF.match(after, start):
        return "old"
    found = next((purpose for purpose, shape in _TRIGGERS if shape.match(after, start)), "")
    return "at" if found == "weak" else found
