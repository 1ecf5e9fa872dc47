"""Splits a quick line into title, office, dates and marked words."""

from collections.abc import Callable, Iterable
from typing import Final

from pendulum import DateTime

from callbacktui.domain.dates.parser import read_moment, read_plainly
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError, UnknownWords
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import clean_line
from callbacktui.domain.value import Value
from callbacktui.exchange.spreadsheet.synonyms import medium_of

_DATE_WORDS: Final = 8
_QUOTES: Final = '"“”'


def cut_at_marks(
    words: list[str], starts_due: Callable[[str, list[str]], bool]
) -> list[tuple[str, list[str]]]:
    """Split the words at the marks `@`, `#`, `!` and `due`; the title comes before the first."""
    segments: list[tuple[str, list[str]]] = [("title", [])]
    for place, word in enumerate(words):
        mark, rest = word[0], word[1:]
        if mark == "@":
            segments.append(("@", [rest] if rest else []))
        elif mark in "#!" and rest[:1].isalpha():
            segments.append((mark, [rest.rstrip(",")]))
        elif starts_due(word, words[place + 1 :]):
            segments.append(("due", []))
        else:
            segments[-1][1].append(word)
    return segments


def split_title(text: str) -> tuple[str, str]:
    """Split a title into role and project; without a comma, or in quotes, it is all project."""
    if len(text) > 1 and text[0] in _QUOTES and text.find(text[0], 1) in {-1, len(text) - 1}:
        return "", text.strip(_QUOTES + ", ")
    role, comma, project = text.partition(",")
    if not comma:
        return "", text.strip(_QUOTES + " ")
    return role.strip(_QUOTES + " "), project.strip(_QUOTES + ", ")


def looks_like_name(words: list[str]) -> bool:
    """Whether the words are a name: "Any Other Tuesday" is a title, "tuesday" is a day."""
    said = " ".join(words)
    return not any(c.isdigit() for c in said) and all(word[:1].isupper() for word in words)


def date_lengths(words: list[str]) -> range:
    """Return how many words a date may have, the most first."""
    return range(min(len(words), _DATE_WORDS), 0, -1)


LONGEST: Final = 1_000

DateParser = Callable[[str], Moment]
"""Parses words as a moment, or raises `MomentError`."""


class Parts(Value, frozen=True, kw_only=True):
    """The parts of a line: title, office, dates, and the words marked with `#` or `!`."""

    role: str = ""
    project: str = ""
    office: str = ""
    hashes: tuple[str, ...] = ()
    bangs: tuple[str, ...] = ()
    at: Moment | None = None
    due_at: Moment | None = None
    left_over: str = ""
    unread: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


def split_line(
    line: str,
    now: DateTime,
    *,
    order: DateOrder,
    zone: str | None,
    thorough: bool,
) -> Parts:
    """Split a line at `now`; only `thorough` accepts dates in words outside the grammar."""

    def plainly(text: str) -> Moment:
        return read_plainly(text, now, order=order, zone=zone)

    def freely(text: str) -> Moment:
        return read_moment(text, now, order=order, zone=zone)

    return _LineSplitter(plainly, freely if thorough else plainly).take(clean_line(line))


class _LineSplitter:
    """Splits one line, collecting its dates, leftovers and problems."""

    def __init__(self, plainly: DateParser, freely: DateParser) -> None:
        self._plainly = plainly
        self._freely = freely
        self._at: list[Moment] = []
        self._due: list[Moment] = []
        self._left: list[str] = []
        self._unread: list[tuple[str, str]] = []
        self._problems: list[str] = []

    def take(self, line: str) -> Parts:
        """Split a clean line; text beyond `LONGEST` characters is left over."""
        rest = ""
        if len(line) > LONGEST:
            end = line.rfind(" ", 0, LONGEST + 1)
            end = end if end > 0 else LONGEST
            line, rest = line[:end], line[end:].strip()
            self._problems.append(
                f"Only the first {LONGEST:,} characters are read as an audition; "
                "the rest is kept in its notes."
            )
        title: list[str] = []
        office: list[str] = []
        hashes: list[str] = []
        bangs: list[str] = []
        for mark, words in cut_at_marks(line.split(), self._starts_due):
            match mark:
                case "title":
                    title = self._without_date(words)
                case "@":
                    office = [*office, *self._without_date(words)]
                case "due":
                    self._take_due(words)
                case "#":
                    taken = 2 if medium_of(" ".join(words[:2])) else 1
                    hashes.append(" ".join(words[:taken]))
                    self._take_loose(words[taken:])
                case _:
                    bangs.append(words[0])
                    self._take_loose(words[1:])
        role, project = split_title(" ".join(title))
        self._left += [rest] if rest else []
        return Parts(
            role=role,
            project=project,
            office=" ".join(office).strip(", "),
            hashes=tuple(hashes),
            bangs=tuple(bangs),
            at=self._first(self._at, "dates"),
            due_at=self._first(self._due, "deadlines"),
            left_over=" ".join(self._left),
            unread=tuple(self._unread),
            problems=tuple(self._problems),
        )

    def _first(self, moments: list[Moment], what: str) -> Moment | None:
        if len(moments) > 1:
            self._problems.append(f"Two {what}; the first one is taken.")
        return moments[0] if moments else None

    def _starts_due(self, word: str, rest: list[str]) -> bool:
        """Whether `word` is the mark `due`; a capitalized "Due" is one only before a date."""
        if word.lower().rstrip(":") != "due":
            return False
        return word.islower() or any(
            _is_date(self._plainly, rest[:length]) for length in date_lengths(rest)
        )

    def _without_date(self, words: list[str]) -> list[str]:
        """Take a date off the end of the words as the appointment; return the words before it."""
        for length in date_lengths(words[1:]):
            head, tail = words[:-length], words[-length:]
            if looks_like_name(tail):
                continue
            if self._take_date(tail, self._plainly):
                return head
        return words

    def _take_date(self, words: list[str], reader: DateParser) -> bool:
        """Take `words` as the appointment, or as an impossible date; False if they are no date."""
        try:
            self._at.append(reader(" ".join(words)))
        except UnknownWords:
            return False
        except MomentError as error:
            if " ".join(words).isdigit():
                return False
            self._refuse("when", words, error)
        return True

    def _take_due(self, words: list[str]) -> None:
        if not words:
            self._refuse(
                "due", [], MomentError("“due” waits for a date", "Write it as: due fri noon")
            )
            return
        whole = len(words)
        stands = [n for n in date_lengths(words) if _is_date(self._plainly, words[:n])]
        clean = [n for n in stands if n == whole or _is_date(self._plainly, words[n:])]
        if not clean and _is_date(self._freely, words):
            self._due.append(self._freely(" ".join(words)))
        elif best := clean or stands:
            self._due.append(self._plainly(" ".join(words[: best[0]])))
            self._take_loose(words[best[0] :])
        else:
            self._report_unreadable(words)

    def _report_unreadable(self, words: list[str]) -> None:
        try:
            self._freely(" ".join(words))
        except MomentError as error:
            self._refuse("due", words, error)

    def _take_loose(self, words: list[str]) -> None:
        """Take the words after a mark: a date, or words to be left over."""
        for start in range(len(words)):
            if self._take_date(words[start:], self._freely if start == 0 else self._plainly):
                words = words[:start]
                break
        if words:
            said = " ".join(words)
            self._left.append(said)
            self._unread.append(("not read", said))
            self._problems.append(f"“{said}” goes to the notes: it follows a mark and is no date.")

    def _refuse(self, label: str, words: Iterable[str], error: MomentError) -> None:
        said = " ".join(words)
        if said:
            self._left.append(f"due {said}" if label == "due" else said)
        self._unread.append((label, said or "?"))
        self._problems.append(str(error))


def _is_date(reader: DateParser, words: list[str]) -> bool:
    try:
        reader(" ".join(words))
    except MomentError:
        return False
    return True
