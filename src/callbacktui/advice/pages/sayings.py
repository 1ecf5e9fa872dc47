"""Finds quotations on a saved page, and who said them.

| on the page | the result |
|---|---|
| “Words,” says coach Imre Vance. | Imre Vance, coach: Words |
| Imre Vance, a coach, once said: «Words.» | the same, with the period |
| “Words,” says Imre Vance, “and more.” | one saying of both halves |
| “Words.” — Imre Vance, coach | the same |
| “Words,” he adds. | whoever spoke last in the section |
"""

from collections.abc import Iterable, Iterator
from typing import Final

from callbacktui.advice.pages.parsed_page import Saying
from callbacktui.advice.pages.quotes import find_quotations
from callbacktui.advice.pages.speakers import (
    Speaker,
    find_speaker_after,
    find_speaker_before,
    is_one_sentence,
    is_split_quotation,
)

_DASHES: Final = ("—", "\u2013", "―")
_ENDS: Final = tuple("”“\"»«\u203a\u2019'")
_REACH: Final = 240
"""How many characters on each side of a quotation are searched for its speaker."""

_LEFT_AT_MOST: Final = 80


def find_sayings(sections: Iterable[Iterable[str]]) -> tuple[Saying, ...]:
    """Find the quotations in the lines of each section, in order.

    A quotation without a speaker is left out. People named in full once are recognized by the last
    name alone; "she says" means the last speaker in the same section.
    """
    found: list[Saying] = []
    known: dict[str, Speaker] = {}
    for lines in sections:
        last: Speaker | None = None
        for line in _join_signatures(lines):
            for speaker, words in _parse_line(line, last):
                last = _resolve_name(speaker, known)
                found.append(Saying(speaker=last.name, trade=last.trade, words=words))
    return tuple(dict.fromkeys(found))


def is_saying(line: str) -> bool:
    """Whether a line is a quotation with its speaker and little else."""
    spans = find_quotations(line)
    if not spans or not find_sayings([[line]]):
        return False
    left = "".join(line[end:start] for end, start in _gaps(spans, len(line)))
    return len(left) <= _LEFT_AT_MOST and is_one_sentence(left)


def _resolve_name(speaker: Speaker, known: dict[str, Speaker]) -> Speaker:
    """Return the speaker under the full name; adds the speaker to `known` by last name."""
    if not speaker.name:
        return speaker
    surname = speaker.name.split()[-1]
    first = known.get(surname)
    if first and speaker.name in (surname, first.name):
        speaker = Speaker(name=first.name, trade=speaker.trade or first.trade)
    known[surname] = speaker
    return speaker


def _join_signatures(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, with a signature such as "— Imre Vance" joined to the quotation above."""
    held = ""
    for line in lines:
        if line.startswith(_DASHES) and held.rstrip(" .,").endswith(_ENDS):
            held = f"{held} {line}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _parse_line(line: str, last: Speaker | None) -> Iterator[tuple[Speaker, str]]:
    spans = find_quotations(line)
    gaps = [line[end:start] for end, start in _gaps(spans, len(line))]
    words = [line[start + 1 : end - 1].strip() for start, end in spans]
    place = 0
    while place < len(spans):
        first, count = place, 1
        whole = words[first]
        while place + count < len(spans) and is_split_quotation(words[first], gaps[place + count]):
            ended = gaps[place + count].rstrip().endswith(".") and whole.endswith(",")
            whole = f"{whole[:-1]}." if ended else whole
            whole += f" {words[place + count]}"
            count += 1
        place += count
        whole = whole.rstrip(", ")
        around = gaps[first][-_REACH:], gaps[first + 1][:_REACH]
        speaker = find_speaker_after(words[first], around[1], last) or find_speaker_before(
            around[0], last
        )
        if speaker and whole:
            last = speaker
            yield speaker, whole


def _gaps(spans: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the (start, end) of the text before, between and after the spans."""
    edges = [0, *(edge for span in spans for edge in span), length]
    return list(zip(edges[::2], edges[1::2], strict=True))
