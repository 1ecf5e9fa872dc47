"""Takes a mail apart into the letters in it: what was forwarded, quoted and answered."""

import datetime as dt
import re
from typing import Final

import pendulum
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.invitation.days import find_days
from callbacktui.exchange.invitation.hours import find_hours
from callbacktui.exchange.invitation.mail import Mail

_MOST: Final = 40
_QUOTE: Final = re.compile(r"^[ \t]*((?:[>|][ \t]?)+)")
_FORWARDED: Final = re.compile(
    r"^\W*(?:-{2,} ?)?(?:begin )?(?:forwarded|original|weitergeleitete) (?:message|mail|email)\b",
    re.I,
)
_RULE: Final = re.compile(r"^(?:_{10,}|-{10,}|={10,})$")
_WROTE: Final = re.compile(
    r"^(?:on\b.{4,160}\bwrote|.{2,80}\bwrote (?:on|at)\b.{4,60}|le .{4,120} a \u00e9crit)\s*:\s*$",
    re.I,
)
_HEAD_LINE: Final = re.compile(
    r"^\W{0,3}(?P<name>from|sent|date|to|cc|bcc|subject|reply-to)\*?\s*:\*?\s*(?P<said>.*)$", re.I
)
_SENT_LINE: Final = re.compile(
    r"^\W{0,3}(?:date|sent(?: on)?|received)\*?\s*:\*?\s*(?P<said>\S.*)$", re.I
)
_WEB_DATE: Final = re.compile(
    r"^(?P<said>(?:\w{3,9}\.?,? )?(?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?|\d{1,2}/\d{1,2}(?:/\d{2,4})?)"
    r"(?:,? \d{4})?,?(?: at)? \d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)\s*(?P<ago>\(.{3,30} ago\))?$",
    re.I,
)
"""The date above a mail that is copied out of a page in the browser."""

_OTHER_LABEL: Final = re.compile(r"^\W{0,3}[A-Z][A-Za-z /]{2,24}\*?\s*:\*?\s*\S")
_FEW_LINES: Final = 8
_FEW_WORDS: Final = 200
_ADDRESS: Final = re.compile(r"<?\b[\w.+-]+@[\w.-]+>?")


class Letter(Value, frozen=True, kw_only=True):
    """One letter of a chain; `written` is when its sentences were.

    It `is_dated` if that is known; else it is that of the letter around it. `offset` is that in
    its head, such as "+0000"; `clock` is the zone in which its writer seems to be, if not here.
    """

    sender: str = ""
    to: str = ""
    subject: str = ""
    written: DateTime
    text: str = ""
    is_forwarded: bool = False
    is_inner: bool = False
    is_dated: bool = True
    offset: str = ""
    clock: str = ""

    @property
    def is_adrift(self) -> bool:
        """Whether nobody can tell on which day its "tomorrow" was written."""
        return self.is_inner and not self.is_dated

    @property
    def address(self) -> str:
        """The sender's mail address."""
        found = _ADDRESS.search(self.sender)
        return found[0].strip("<>").lower() if found else ""

    @property
    def name(self) -> str:
        """The sender's name without the address."""
        return _ADDRESS.sub("", self.sender).strip(" \"'<>()[],:")


def split_letters(
    mail: Mail, received: DateTime, order: DateOrder, *, is_known: bool = True
) -> tuple[Letter, ...]:
    """Return the letters of a mail, the newest first; each has its own date.

    `is_known` says whether it was received then, or is only taken to be.
    """
    return _Splitter(mail, received, order).split(is_known=is_known)


def word_came(letters: tuple[Letter, ...]) -> DateTime:
    """Return when the word of a mail came: its own date, else that of what it passes on.

    A few words above the head of a mail pass it on, too: "see below".
    """
    some = letters[: passed_on(letters) + 1]
    if len(some) == 1 and len(letters[0].text) < _FEW_WORDS and letters[1:2]:
        some = letters[:2] if letters[1].subject or letters[1].to else some
    return next((one.written for one in some if one.is_dated), letters[0].written)


def passed_on(letters: tuple[Letter, ...]) -> int:
    """Return how many letters, the newest first, only pass on the one after them."""
    count = 0
    for letter in letters[:-1]:
        if not letter.is_forwarded or (count and not _is_passed_on(letter.subject)):
            break
        count += 1
    return count


class _Draft:
    """A letter that is being put together; `depth` counts the quote marks before its lines."""

    def __init__(self, head: dict[str, str], depth: int = 0, *, is_forwarded: bool = False) -> None:
        self.head = head
        self.depth = depth
        self.is_forwarded = is_forwarded
        self.body: list[str] = []


class _Splitter:
    """Goes through the lines of a mail once, and opens a letter at each head."""

    def __init__(self, mail: Mail, received: DateTime, order: DateOrder) -> None:
        self._received = received
        self._order = order
        self._has_web_heads = False
        self._lines = mail.text.split("\n")
        head = {"from": mail.sender, "to": mail.to, "subject": mail.subject}
        self._drafts = [_Draft(head)]
        self._at = self._drafts[0]
        self._number = 0
        self._rule = ""
        self._in_head = True

    def split(self, *, is_known: bool) -> tuple[Letter, ...]:
        while self._number < len(self._lines):
            self._take_line()
        letters: list[Letter] = []
        passed_on = _is_passed_on(self._drafts[0].head.get("subject", ""))
        for draft in self._drafts:
            around = letters[-1].written if letters and not self._has_web_heads else self._received
            own = _moment_of(draft.head.get("date", ""), around, self._order)
            letters.append(
                Letter(
                    sender=draft.head.get("from", ""),
                    to=draft.head.get("to", ""),
                    subject=draft.head.get("subject", ""),
                    written=own or around,
                    is_inner=bool(letters),
                    offset=_offset_of(draft.head.get("date", "")),
                    is_dated=own is not None or (is_known and not letters),
                    text="\n".join(draft.body).strip("\n"),
                    is_forwarded=draft.is_forwarded or passed_on,
                )
            )
        if self._has_web_heads and all(one.is_dated for one in letters):
            letters.sort(key=lambda one: one.written, reverse=True)
        if any(draft.is_forwarded for draft in self._drafts):
            letters[0] = replace(letters[0], is_forwarded=True)
        return tuple(letters)

    def _take_line(self) -> None:
        depth, line = _unquoted(self._lines[self._number])
        self._number += 1
        if depth < self._at.depth and line.strip():
            self._at = [draft for draft in self._drafts if draft.depth <= depth][-1]
        if self._opens_quote(depth, line) or self._opens_letter(depth, line):
            return
        head = _HEAD_LINE.match(line) if self._in_head else None
        if head and not self._is_day_ahead(head):
            name = head["name"].lower().replace("sent", "date")
            self._at.head[name] = head["said"].strip()
            return
        if self._takes_web_date(line) or self._takes_sent_line(line):
            return
        self._in_head = self._in_head and not line.strip()
        self._at.body.append(line)

    def _is_day_ahead(self, head: re.Match[str]) -> bool:
        """Whether "Date:" says when the audition is, not when the mail was sent."""
        is_date = head["name"].lower() in {"date", "sent"} and bool(head["said"].strip())
        return is_date and _moment_of(head["said"], self._received, self._order) is None

    def _takes_web_date(self, line: str) -> bool:
        """Take the date above a mail on a page; one more opens one more letter."""
        found = _WEB_DATE.match(line.strip())
        if found is None:
            return False
        after = next((rest for rest in self._lines[self._number :] if rest.strip()), "")
        if not found["ago"] and not re.match(r"\s*to(?:\b:?| me\b)", after, re.I):
            return False
        if _moment_of(found["said"], self._received, self._order) is None:
            return False
        if "date" in self._at.head:
            body = self._at.body
            while body and not body[-1].strip():
                body.pop()
            sender = body.pop() if body and len(body[-1]) < 80 else ""
            self._has_web_heads = True
            self._open(_Draft({"from": sender}))
        self._at.head["date"] = found["said"]
        return True

    def _takes_sent_line(self, line: str) -> bool:
        """Take "Date: Fri, Dec 4, 6:12 PM" above a mail, without a whole head around it."""
        found = _SENT_LINE.match(line)
        if found is None or "date" in self._at.head or not find_hours(found["said"]):
            return False
        above = [said for said in self._at.body if said.strip()]
        beside = (above[-1] if above else "", *self._lines[self._number : self._number + 1])
        is_listed = any(_OTHER_LABEL.match(one) and not _HEAD_LINE.match(one) for one in beside)
        if is_listed or len(above) >= _FEW_LINES:
            return False
        if _moment_of(found["said"], self._received, self._order) is None:
            return False
        self._at.head["date"] = found["said"]
        return True

    def _opens_quote(self, depth: int, line: str) -> bool:
        """Open the letter that a line such as "On Monday Ann wrote:" quotes."""
        wrote, taken = _wrote(line, self._lines, self._number)
        if not wrote or len(self._drafts) >= _MOST:
            return False
        self._number += taken
        head = {"date": wrote, "from": _who_wrote(wrote)}
        self._open(_Draft(head, _next_depth(self._lines, self._number, depth)))
        return True

    def _opens_letter(self, depth: int, line: str) -> bool:
        """Open the letter whose head begins here, after a rule or by itself."""
        if _FORWARDED.match(line):
            self._rule = line
            return True
        if _RULE.match(line.strip()) and _head_follows(self._lines, self._number):
            return True
        begins = bool(_HEAD_LINE.match(line)) and (
            bool(self._rule) or (not self._in_head and _head_follows(self._lines, self._number - 1))
        )
        if not begins or len(self._drafts) >= _MOST:
            return False
        head, self._number = _read_head(self._lines, self._number - 1)
        forwarded = bool(self._rule) and "original" not in self._rule.lower()
        self._open(_Draft(head, depth, is_forwarded=forwarded))
        return True

    def _open(self, draft: _Draft) -> None:
        self._drafts.append(draft)
        self._at, self._rule, self._in_head = draft, "", False


def _unquoted(line: str) -> tuple[int, str]:
    found = _QUOTE.match(line)
    if not found:
        return 0, line
    return found[1].count(">") + found[1].count("|"), line[found.end() :]


def _wrote(line: str, lines: list[str], number: int) -> tuple[str, int]:
    """Return the line that opens a quotation, and how many more lines it takes."""
    said = line.strip()
    if _WROTE.match(said):
        return said, 0
    if re.match(r"on\b.*\d", said, re.I):
        for more in (1, 2):
            said = f"{said} {' '.join(_unquoted(rest)[1].strip() for rest in lines[number : number + 1])}"
            number += 1
            if _WROTE.match(said):
                return said, more
    return "", 0


def _who_wrote(said: str) -> str:
    words = re.sub(r"\s*wrote\s*:?\s*$", "", said, flags=re.I)
    found = re.search(r"(?:[ap]m|\d\d|,)[,:]?\s+([^\d,]{2,60})$", words, re.I)
    return re.sub(r"^[ap]m\b,? *", "", found[1].strip(), flags=re.I) if found else ""


def _next_depth(lines: list[str], number: int, depth: int) -> int:
    for line in lines[number : number + 4]:
        level, words = _unquoted(line)
        if words.strip():
            return max(level, depth)
    return depth


def _head_follows(lines: list[str], number: int) -> bool:
    """Whether a mail's head begins within the next lines: "From:" and one more."""
    names = []
    for line in lines[number : number + 7]:
        found = _HEAD_LINE.match(_unquoted(line)[1])
        if found:
            names.append(found["name"].lower())
        elif names and _unquoted(line)[1].strip():
            break
    return "from" in names and len(set(names)) > 1


def _read_head(lines: list[str], number: int) -> tuple[dict[str, str], int]:
    """Return a head and the number of the line after it.

    In HTML each of its lines may be a paragraph; then the same name again is not of the head.
    """
    head: dict[str, str] = {}
    last = ""
    is_spaced = number + 1 < len(lines) and not _unquoted(lines[number + 1])[1].strip()
    while number < len(lines):
        line = _unquoted(lines[number])[1]
        found = _HEAD_LINE.match(line)
        name = found["name"].lower().replace("sent", "date") if found else ""
        if found and not (is_spaced and name in head):
            last = name
            head[last] = found["said"].strip()
        elif last and line[:1] in " \t" and line.strip():
            head[last] += f" {line.strip()}"
        elif line.strip() or (head and not is_spaced):
            break
        number += 1
    return head, number


def _moment_of(said: str, before: DateTime, order: DateOrder) -> DateTime | None:
    """Return when a letter was written, by its own head; None if it does not say."""
    if not said:
        return None
    found = _find_moment(said, before.add(days=1), order)
    is_sent = _offset_of(said) or (found and found <= before.add(days=2))
    return found if is_sent else None  # with an offset, whatever the clock here says


def _offset_of(said: str) -> str:
    """Return the offset at the end of a date in a head; empty if it has none."""
    found = re.search(r"\d:\d\d ([+-]\d{4})\b", said)
    return found[1] if found else ""


def _is_passed_on(subject: str) -> bool:
    return bool(re.match(r"\s*(?:fwd?|wg|tr)\s*:", subject, re.I))


def _find_moment(text: str, before: DateTime, order: DateOrder) -> DateTime | None:
    """Return the day and hour at which a mail says it was sent; no later than `before`."""
    days = find_days(text, before.subtract(months=11), order, looks_back=False)
    if not days:
        return None
    rest = text[days[0].end :]
    hours = find_hours(rest) or find_hours(text[: days[0].start])
    day, zone = days[0].days[0], before.timezone
    at = hours[0].time if hours and hours[0].time else dt.time(12)
    return pendulum.datetime(day.year, day.month, day.day, at.hour, at.minute, tz=zone or "UTC")
