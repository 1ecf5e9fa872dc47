"""Tells what a time in a letter is for, by the words around it."""

import re
from collections import deque
from typing import Final

from callbacktui.exchange.invitation.clauses import Clause

_I: Final = re.IGNORECASE
Purpose = str
"""What a time is for: at, due, wish, shoot, decision, later (a further round), skip, old, weak."""

_TRIGGERS: Final[tuple[tuple[Purpose, re.Pattern[str]], ...]] = tuple(
    (purpose, re.compile(rf"\b(?:{shapes})", _I))
    for purpose, shapes in (
        (
            "skip",
            (
                r"(?:re)?confirm(?:ation|ing)?\b(?! for)|confirmed by\b|shout\b|(?:let|give) (?:me|us) (?:know|a (?:shout|call|ring))|lmk\b|tell (?:me|us)\b|repl(?:y|ies)\b|respond\b|advise\b|rsvp\b"
                r"|get back to\b|(?:grateful|glad|thankful|looking|asking|hoping|like|love)(?: for| of)? (?:an answer|a reply|word|a yes)(?: by)?\b|(?:i|we) need (?:an answer|a yes|to know|your answer|a reply)|answer\b|(?:wants?|needs?|asks? for) an answer(?: (?:on|about) [\w ]{1,30}?)?(?: by)?\b|hear from (?:me|you)\b|say yes\b|accept\b|decline\b|text me\b|call me\b|ring me\b|ping me\b|yes or no\b|in or out\b|sign (?:it|the nda)\b|nda\b"
                r"|fittings?\b|wardrobe call|paperwork\b|start ?work\b|contract\b|posted\b|requested\b|sent\b|submitted\b|suggested\b|applied\b|received\b|created\b|published\b|updated\b"
                r"|call-?backs\b|call-?backs (?:are|is|will|on|would|may)|call-?back (?:will|would|may)|recalls\b|first call\b|previous(?:ly)?\b|original(?:ly)?\b|last (?:time|week)\b|was\b|were\b|had (?:you|been)\b"
                r"|arrive\b|get there\b|be there (?:by|from)\b|log[- ]?(?:on|in)\b|sign[- ]?in\b|check[- ]?in\b|waiting room\b|lobby\b|doors?\b|gate\b|list from\b|wait(?:ing)? from\b|come early\b|early\b|until\b|till\b|ends?\b|finish\b|over by\b|done by\b|out by\b"
                r"|closed\b|opened\b|office hours\b|back (?:in the office )?on\b|away\b|weather(?: days?| dates?)?\b|rain (?:day|date|cover)s?\b|cover days?\b|backup days?\b|contingency\b|hold for weather|paid\b|invoic\w*|table ?read\b|read-?throughs?\b|premieres?\b|airs\b|aired\b|air ?dates?\b|screening\b|embargo\b"
                r"|book by\b|regist\w+|last chance\b|another time\b|free\b|expires?\b|wrap party\b|tech scout\b|travel(?:s|ling|ing)?\b|fly(?:ing)?\b|born\b|dob\b|drop[- ]?off\b|covid\b|test(?:ing|ed) (?:positive|on set)|make[- ]?up test|questions by\b|ask by\b"
                r"|(?<!after )(?<!after our )(?<!after the )(?:lunch|meal)(?: break)?\b|(?<!lunch )(?<!meal )breaks?\b|forget\b|instead of\b|rather than\b|not\b|no longer\b|scrap\b|conflicts?\b|out of town\b|ordered\b|version\b|rev(?:ised|ision)?\b|changed on\b|dated\b|draft\b|as of\b|ask(?:ed)? for (?:a )?(?:later|earlier)"
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
            r"(?<!\d )(?<!\d\. )(?<!\d\.)bis\b|(?:receive|accept|expect|take) (?:your|an?|the|it|tapes?|self)\b[^.;]{0,40} (?:until|till)\b|einsendeschluss\b|abgabe\w*\b|due\b|dead ?line\b|(?:the |at the |very )?latest\b|no later than\b|final cut-?off\b|cut-?off\b|submit\b|submissions? (?:by|close|due)\b|upload(?:ed|s)?\b|send (?:it|your|us|the|them|a|both|by)\b|needed by\b|(?:accept|take|wait|open|extended|good)\b[^.;]{0,24} (?:until|till|up to)\b|tapes? (?:by|in by|to|back|is|are|need|needed|needs)\b|tape it\b|needs? (?:it|this|these|the|your|them|to (?:be|have))\b|need(?:ed)? by\b|return(?:ed)? (?:it|by|to)?|(?:back|in|over|here|with|to) (?:(?:to|with) )?(?:us|me|her|him|them|casting)?\s?by\b|must be (?:in|here|with|received)\b|must reach\b|have to (?:be|reach|have)\b|has to (?:be|reach)\b|deliver(?:ed|y)?\b|closing\b|clos(?:es?) (?:at|on)\b|link (?:is|will be|gets|shuts|closes)\b|absolute\b|turn(?:ed)? (?:it|around|in)\b|get (?:it|your tape|the tape|them) (?:to|in|over|back)\b|on tape by\b|expected by\b|wants? (?:it|them|tapes?)\b|(?:as )?late as\b|self[- ]?tape by\b|tape (?:for|as)\b[^.;]{1,80} by\s*$|file by\b|extended? (?:to|until|till)\b|you have until\b|you've got until\b|by the end of\b|lands? by\b|accepted until\b|open until\b|(?:very |absolute )last call\b",
        ),
        (
            "later",
            r"(?:network|studio|screen|chemistry|chem|camera)[- ]?(?:tests?|reads?)\b|call-?backs?\b|recalls?\b|(?:producers?|director'?s?|work)[- ](?:session|callback)s?\b",
        ),
        (
            "at",
            r"see(?:ing)? (?:you|her|him|them|[A-Z])\w*|come\b|coming\b|could (?:you|she|he|they)\b|can (?:you|she|he|they)\b|appointment\b|appt\b|(?<!open )auditions?\b|(?:open|dance|singing|chorus|movement)(?: casting)? calls?\b|session\b|slot\b|read(?:s|ing)?\b|meet(?:ing)?\b|join\b|zoom\b|invit\w+|booked in\b|booked (?:you|for)\b|sched(?:uled)?\b|confirmed\b|have you\b|got you\b|put you\b|in (?:the )?(?:room|person)\b|expect(?:ing|ed)? you\b|casting\b|interview\b|first call\b|general\b|pre-?read\b|correct(?:ed|ion)\b|make (?:it|that)\b|work for\b|set for\b|you in\b|invite\b|go-?see\b|call ?time\b|recalled\b",
        ),
        (
            "weak",
            r"when\b|date\b|time\b|moved? (?:it |you |this |that )?to\b|changed to\b|re-?scheduled (?:to|for)\b|pushed? (?:it |you )?(?:to|back|forward)?\b|shift(?:ed)?\b|now\b|new\b|you(?:'re| are)\b|to\b$|day\b|works?\b|is\b$|instead\b",
        ),
        (
            "shoot",
            r"dreh\w*\b|shoots?\b|shooting\b|shot\b|(?<!\ba )(?<!\bthe )(?<!\bthis )(?<!\bnew )(?<!feature )(?<!short )(?<!indie )(?<!independent )(?<!student )(?<!thesis )(?<!\bour )(?<!\bmy )(?<!\()films?\b|filming\b|work(?:ing)? (?:dates?|days?)\b|work\b|works\b|production\b(?! (?:schedule(?! ?:)|company|office|team|house|designer|manager|coordinator)\b)|princip(?:al|le) photography\b|rehears\w+|runs?\b|running\b|perform\w*|dates\b(?! (?:and|&|/) times?)|job dates?\b|first refusal\b|(?:heavy |light )?pencil\w*|holds?\b|holding\b(?! (?:\w+ )?(?:auditions?|call-?backs?|recalls?|sessions?|readings?|reads?|(?:open|casting) calls?)\b)|pin(?:ned)?\b|avails?\b|(?<!slots )(?<!times )(?<!slots are )(?<!times are )availab\w+\b(?! (?:slots?|times?|appointments?)\b)(?! (?:are|is)\b)|keep(?:ing)?\b|clear\b|are you free\b|free for\b|record(?:ing)? (?:dates?|days?|sessions?)\b|recording\b|records\b|camera\b|on set\b|your days?\b|shoot days?\b|needed (?:for|on)\b|tour(?:s|ing)?\b(?! of\b)|tech\b|previews?\b|opens?\b(?! (?:casting |dance |chorus )?(?:call|audition))|opening\b|closes\b|press night\b|start(?:s|ing)? (?:on )?(?:in )?|begin(?:s|ning)?\b|goes?\b|first day\b|last day\b|wraps?\b|on location\b|location days?\b|session\b|block(?:ed|ing)?\b|days\b",
        ),
        (
            "decision",
            r"cast list (?:goes out|comes out|will be|is|gets?)\b|(?:decisions?|answer|word|news|verdict|choice)s?(?: from [\w ]{2,24}?)? (?:is |are |will be |now )?(?:expected |due |made |coming |in )?(?:by|on|before)\b|decid\w+|decisions?\b|choos\w+\b(?! (?:a|your|one|from|any)\b)|(?<!first )(?<!second )(?<!1st )(?<!2nd )choice\b|\bchoice (?=will\b|to be\b|is (?:told|named|announced)\b)|(?<!you are )(?<!you're )chosen\b|final(?:i[sz]e|i[sz]ing) (?:casting|the cast|their|our)\b|(?:plan|expect|hope|aim|going|want)s? to (?:cast|pick|choose|decide|select|know|have (?:an answer|a decision|word|it cast))\b|picks?\b(?!-)(?! (?:a|your|one|from|any|up)\b)|picking\b|select(?:s|ing|ions?)?\b|(?:you'll|you will|you should|you'd|should|will|we'll|we should|they'll|they should|client will|expect to|everyone (?:will|should)) (?:hear|know|have (?:an answer|word|news))\b|let you know\b|let (?:her|him|them|everyone|everybody) know\b|word by\b|answer by\b|(?:we|they)(?:'ll| will) (?:know|say|tell you|be in touch|come back|call|get back)\b|news by\b|an answer (?:by|on)\b|cast by\b|final word\b|verdict\b|results? (?:(?:will|are|to) (?:be )?(?:\w+ed |out )?)?(?:by|on)\b|(?:hear|know) (?:either way|back|from us|more)\b|sign(?:s|ed)? off\b|(?:mak(?:e|es|ing)|send(?:s|ing)?) (?:the |their |our |an )?offers?\b|offers? (?:go(?:es)? out|will)\b|(?:we|they|client)(?:'ll|'d| will| would| should) (?:confirm (?:or|/) release|release or confirm)\b",
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
            "wardrobe",
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

_NO_READ: Final[dict[Purpose, re.Pattern[str]]] = {
    "shoot": re.compile(
        r"\b(?:shoots?|shooting|filming|rehearsals?|performances?|work (?:days?|dates?)"
        r"|production (?:(?:has|was|is|been) )*(?:moved|pushed|shifted|changed) from)\b",
        _I,
    ),
    "decision": re.compile(r"\bdecisions?\b", _I),
    "skip": re.compile(r"\bfittings?\b", _I),
}
"""What else may move to another time."""

_THEREAFTER: Final = re.compile(r"\b(?:after|once|following)\b[^.;]*$", _I)
"""Before a day after which something is decided: "I'd know more after the scout on Dec 7"."""

_PAPERS: Final = re.compile(
    r"\b(?:(?:attached|enclosed|registration|consent|booking|application|release|medical|sizes?)"
    r" (?:and \w+ )?(?:forms?|sheets?|cards?)|forms?|questionnaire|measurements|paperwork|cv|headshots?|time ?cards?|time ?sheets?|invoices?|vouchers?|receipts"
    r"|w-?[49]s?|i-?9s?|bank details|passport)\b",
    _I,
)
_TAPES: Final = re.compile(r"\btap(?:e|es|ing)\b|\bvideos?\b|\brecord(?:ing|s)?\b|\bupload", _I)
"""What is to be sent by a time and what is not: papers, a tape."""

_NDA: Final = re.compile(r"\bNDAs?\b|\bnon-disclosure", _I)
_GOES_ON: Final = re.compile(
    r"\W*(?:and |please |then )*(?:needs?|has|have|it|that|they|(?:send|get|return|sign) (?:it|that|them|this))\b",
    _I,
)
_A_READ: Final = re.compile(
    r"\b(?:auditions?|call-?backs?|recalls?|reads?|session|tape|test|appointment|slot|zoom)\b", _I
)
_AFTER: Final = 60

_LATER_ROUNDS: Final = re.compile(
    r"\W*(?:the |any |possible )*(?:call-?backs|recalls|(?:network|studio|screen) tests|chem(?:istry)? reads)"
    r" (?:are|will|would|may|might|should)\b",
    _I,
)

_DUE_DECISION: Final = re.compile(
    r"[\s:]*(?:(?:is|are|now|due|expected|at the latest|by|no later than|latest|on)[\s:]*)+", _I
)

_OFF: Final = re.compile(r"(?:now |all )?off\b(?! book| camera| the)", _I)

_BEHIND: Final = r"^(?:'s)?[\s,)(:-]*(?:(?:is|are|was|were|will be|would be|for|as|at|the|your|our|a|an|it's|being|in)\s+){0,3}"

_IN_TITLE: Final = re.compile(r"\bin (?:[A-Z][\w']+ (?:(?:of|the|and|a|to) ){0,2})+[A-Z][\w']+")
"""A title of several words: the "Days" in "Ninety Days of Rain" are none of the shoot."""


_OF_DAY: Final = re.compile(
    r"'s (?:[a-z]+ )?(?:(?P<later>call-?back|recall|chem(?:istry)? read|(?:screen|network|studio) test|work session)"
    r"|audition|session|read(?:ing)?|slot|appointment|zoom|meeting)\b",
    _I,
)
"""What is on a day: "tomorrow's audition"."""


def purpose_of(clause: Clause, start: int, end: int) -> Purpose:
    """Return what a time is for, by the nearest words before it, else by those after it."""
    before = _IN_TITLE.sub(lambda found: "_" * len(found[0]), clause.text[:start])
    if of := _OF_DAY.match(clause.text, end):
        return "later" if of["later"] else "at"
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
    if purpose == "decision" and _THEREAFTER.search(before, best[0] - best[1]):
        return "skip"
    if purpose == "due" and is_of_papers(before):
        return "skip"
    if purpose == "at" and _LATER_ROUNDS.match(before):
        return "skip"
    if purpose == "weak":
        purpose = _strong_before(before) or "at"
    if purpose == "at" and _is_of_fitting(before):
        return "skip"
    decides = _last(_TRIGGERS[-1][1], before)
    within = decides is not None and best[0] - best[1] <= decides.start()
    if decides and not within and purpose in {"skip", "later", "shoot", "due"}:
        between = before[decides.end() :]
        if purpose == "due" and not _DUE_DECISION.fullmatch(between):
            return purpose
        if not re.search(r"[,;:.]|\b(?:and|after|once)\b", between) and len(between) < 50:
            return "decision"
    return purpose


def purpose_of_move(before: str) -> Purpose:
    """Return what a sentence is about of which a time moves: its deadline, its read, else its work.

    A sentence that speaks of none of them is about the read.
    """
    found = [
        (last.end(), purpose)
        for purpose, shape in _TRIGGERS
        if purpose in {"due", "later", "at"} and (last := _last(shape, before))
    ]
    found = found or [
        (last.end(), purpose)
        for purpose, shape in _NO_READ.items()
        if (last := _last(shape, before))
    ]
    return max(found, default=(0, "at"))[1]


def is_of_papers(before: str) -> bool:
    """Whether what is to be sent by a time are papers, and no tape."""
    return bool(_PAPERS.search(before)) and not _TAPES.search(before)


def goes_on_about_papers(text: str, before: str) -> bool:
    """Whether a sentence without a subject speaks of papers before it: "NDA first. Needs to be back by …"."""
    is_of = is_of_papers(before) or (_NDA.search(before) and not _TAPES.search(before))
    return bool(is_of and _GOES_ON.match(text) and not _TAPES.search(text))


def _is_of_fitting(before: str) -> bool:
    """Whether the nearest thing that takes place is a fitting, not a read."""
    last = _last(_NO_READ["skip"], before)
    return last is not None and not _A_READ.search(before, last.end())


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
