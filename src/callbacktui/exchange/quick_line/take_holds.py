"""Takes the days of a hold and of work out of a line: "pencil 4-9 jan", "shoots dec 10-14"."""

import re
from typing import Final

from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.dates.vocabulary import WEEKDAY_OF
from callbacktui.domain.moment import today
from callbacktui.exchange.quick_line import dates
from callbacktui.exchange.quick_line.dates import When, matches, words_of
from callbacktui.exchange.quick_line.line_state import HOLE, UNREAD, LineState
from callbacktui.exchange.quick_line.vocabulary import HOLDS

_FLAGS: Final = re.IGNORECASE | re.ASCII
_DATES2: Final = dates.DATES.replace("P<dates>", "P<dates2>")
_WORDS: Final = "|".join(sorted(HOLDS, key=len, reverse=True))
_HOLD = re.compile(
    rf"(?<![^\s\x00(,])(?P<word>{_WORDS})(?: dates?|(?-i: you| me))?(?: in)?"
    rf"(?: (?:for|from|on|is))?[:,]? {dates.DATES}"
    r"(?![\w'-])"
    rf"|(?<![^\s\x00(,]){_DATES2} (?P<word2>{_WORDS})(?![\w'-]| [\x03\x04\d])"
    r"|(?<![^\s\x00(,])(?P<word3>(?-i:(?:heavy |light )?pencil(?= \x00))"
    r"|(?:heavy )?pencilled|penciled|pinned|on hold|on avail|(?-i:^hold)"
    r"|(?:1st|first) refusal|(?:1st|first|2nd|second|3rd|third) (?:hold|option|pencil|avail)"
    r"|avail(?:ability)? check|avails?)(?: for)?:?(?![\w'-])",
    _FLAGS,
)
_PENCIL_FIRST = re.compile(r"(?:(?i:heavy) )?pencil(?= )|Heavy pencil(?= )|HEAVY PENCIL(?= )")
"""Before the name, with the days behind it: "pencil Harbour Bank 14-16 jan"."""

_WEEKDAY_BEHIND = re.compile(
    rf"(?:(?<=[a-z]),?|(?<=\d),) (?:{'|'.join(sorted(WEEKDAY_OF, key=len, reverse=True))})$",
    re.IGNORECASE,
)
"""Behind the days of a hold, and before an hour: "pencil 4-9 jan wed 2pm", "dec 14, fri 3pm"."""

_SHOOT = re.compile(
    rf"(?<![^\s\x00(,])(?P<word>(?:starts? )?(?:shoots?|shooting|films|filming)"
    r"(?: dates?| on| from)?"
    rf"|(?:rehearsals?|rehearses?|perf(?:ormance)?s?|runs?|opens|previews?|fitting|wraps?"
    rf"|wardrobe|costumes?|recording|pick-?ups?|table read|read[ -]?thr(?:u|ough)"
    rf"|(?<!lab )(?<!nail )(?<!vet )(?<!med )tech"
    rf"|travel|booked|away|out|(?:un|must be |not )?available|must be avail|works?(?: dates)?"
    rf"|(?:2nd|second) refusal|sessions?"
    rf"|(?<!the )(?:rain|weather|cover|back-?up|contingency|alt(?:ernate)?)"
    rf"(?: (?:day|date|cover)s?)?)(?: (?:starts?|begins?|are|is|on|from))*):?"
    rf" (?:{dates.DATES}|(?P<vague>(?:early|mid|late|in|end of)[ -]{dates.MONTH}))(?![\w'-])",
    _FLAGS,
)

_HOUR_BEHIND = re.compile(r",? ?\x02+(?!\x02)(?=,? [^\x00-\x04\s])")
"""The hour of work before names, of which it would be a part: "table read thu 3pm Nina"."""

_IS_SHOOT = re.compile(r"(?:starts? )?(?:shoot|film)", re.IGNORECASE)


def take_holds(line: LineState, when: When) -> None:
    """Take holds and the dates of work, which are no appointment."""
    for found in matches(_SHOOT, line):
        if line.text[found.start()].islower():
            field = "shoot_dates" if _IS_SHOOT.match(found["word"]) else UNREAD
            texts = words_of(line, found)
            said = texts["dates"] or texts["vague"]
            why = "that is about work, not an audition" if field == UNREAD else ""
            hour = _HOUR_BEHIND.match(found.string, found.end()) if field == UNREAD else None
            line.take(field, found.start(), (hour or found).end(), said, why)
    for found in matches(_HOLD, line):
        start = found.start()
        word = found["word"] or found["word2"] or found["word3"]
        at = found.start("word2") if found["word2"] else start
        is_first = not line.rest[:start].strip(f"{HOLE} ")
        if not line.text[at].isupper() or is_first or line.is_shouted(at, found.end()):
            texts = words_of(line, found)
            said = texts["dates"] or texts["dates2"]
            end = found.end()
            other = _WEEKDAY_BEHIND.search(texts["dates"])
            if other and dates.has_hour(line, end, end + 2) and _is_apart(said, other, when):
                said, end = said[: other.start()], end - len(other[0])
            line.take("hold", start, end, (word.lower(), said))
    whole = 0, len(line.text)
    first = _PENCIL_FIRST.match(line.rest)
    if first and dates.has_day(line, *whole) and not dates.has_hour(line, *whole):
        line.take("hold", *first.span(), (first[0].lower(), ""))


def _is_apart(said: str, weekday: re.Match[str], when: When) -> bool:
    """Whether a weekday behind days is not that of the last of them, but another day."""
    if weekday.string[weekday.start() - 1].isalpha():
        return True
    span = read_span(said[: weekday.start()], today(when.now), when.order)
    day = WEEKDAY_OF[weekday[0].strip(" ,").lower()]
    return span is not None and span.days is not None and span.ranges[-1].last.weekday() != day
