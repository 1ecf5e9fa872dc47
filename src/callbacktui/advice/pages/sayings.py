"""Finds quotations on a saved page, and who said them.

| on the page | the result |
|---|---|
| “Words,” says coach Imre Vance. | Imre Vance, coach: Words |
| Imre Vance, a coach, once said: «Words.» | the same, with the period |
| “Words,” says Imre Vance, “and more.” | one saying of both halves |
| “Words.” — Imre Vance, coach | the same; in a block quotation the marks may be missing |
| “Words,” he adds. | whoever spoke or was named last |
| “Words,” the actress says. | the one person of the paragraph, if nobody else can be meant |
| “A paragraph. / “Another,” says Imre Vance. | one saying; only the last paragraph is closed |
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from callbacktui.advice.pages.bylines import is_title_case
from callbacktui.advice.pages.cast import Cast, Paragraph, only_person
from callbacktui.advice.pages.lines import Line
from callbacktui.advice.pages.named_people import Speaker
from callbacktui.advice.pages.parsed_page import Saying
from callbacktui.advice.pages.quotation_marks import find_open_quotation, find_quotations
from callbacktui.advice.pages.quote_attribution import (
    find_signature,
    find_speaker_after,
    find_speaker_before,
    is_one_sentence,
    is_said_by_other,
    is_split_quotation,
    is_supposed,
    may_be_attributed,
    split_sentences,
)

_DASHES: Final = ("—", "\u2013", "―", "--")
_ENDS: Final = tuple("”“\"»«\u203a\u2019'")
_REACH: Final = 240
"""How many characters on each side of a quotation are searched for its speaker."""

_LEFT_AT_MOST: Final = 80
_MOSTLY: Final = 3
"""A line is a saying, whoever says it, if it is this many times as long as what is not quoted."""

_SIGNATURE_AT_MOST: Final = 90
_FEW_WORDS: Final = 3
_PARAGRAPHS_AT_MOST: Final = 20
_LONGEST_JOINED: Final = 8_000
_OPENS_AGAIN: Final = ('"', "“", "„", "«", "\u2018")
_INNER: Final = ("\u2018", "'")
"""Marks of a quotation within one, which are set again with it."""


def find_sayings(
    sections: Sequence[Sequence[Line]], head: Sequence[str] = ()
) -> tuple[Saying, ...]:
    """Find the quotations in the lines of each section, in order.

    The `head` of the page may name people, too: its author, or whom it is about.

    A quotation without a speaker is left out. People named in full once are recognized by the last
    name alone; "she says" means whoever was named or spoke last in the same section.
    """
    joined = [list(_join_paragraphs(_join_block_quotations(lines))) for lines in sections]
    told = [text for text in head if text and not is_title_case(text)]
    texts = [*told, *(line.text for lines in joined for line in lines)]
    cast = Cast(map(_outside_quotations, texts), titles=filter(is_title_case, filter(None, head)))
    found: dict[tuple[str, str], Saying] = {}
    for number, lines in enumerate(joined):
        last: Speaker | None = None
        for line, signature in _join_signatures(lines):
            said = list(_parse_line(line, signature, last, cast))
            if not said and not line.level:
                last = only_person(_outside_quotations(line.text), cast, last)
            for speaker, words in said:
                last = speaker
                saying = Saying(
                    speaker=speaker.name, trade=speaker.trade, words=words, section=number
                )
                found.setdefault((speaker.name, words), saying)
    return tuple(found.values())


def is_saying(text: str) -> bool:
    """Whether a line is a quotation with its speaker and little else."""
    spans = find_quotations(text)
    left = _outside_quotations(text)
    if not spans or len(left) > _LEFT_AT_MOST or not is_one_sentence(left):
        return False
    return len(text) > _MOSTLY * len(left) or bool(find_sayings([[Line(text=text)]]))


def _outside_quotations(text: str) -> str:
    return "".join(text[end:start] for end, start in _gaps(find_quotations(text), len(text)))


def _join_block_quotations(lines: Sequence[Line]) -> list[Line]:
    """Join the paragraphs of a block quotation without marks that is signed below its last one."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        goes_on = above is not None and above.mark == line.mark == ">"
        plain = not line.text.startswith(_DASHES) and not find_quotations(line.text)
        if above and goes_on and plain and not _is_signed_block(above):
            found[-1] = replace(above, text=f"{above.text} {line.text}")
        else:
            found.append(line)
    return found


def _is_signed_block(line: Line) -> bool:
    """Whether a paragraph of a block quotation is its signature, or has marks of its own."""
    return line.text.startswith(_DASHES) or bool(find_quotations(line.text))


def _join_paragraphs(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines; the paragraphs of one quotation, each opened again, are one line."""
    place = 0
    while place < len(lines):
        line, count = lines[place], 1
        while (
            count < _PARAGRAPHS_AT_MOST
            and place + count < len(lines)
            and (text := _continued_by(line, lines[place + count]))
        ):
            line = replace(line, text=text)
            count += 1
        is_closed = count > 1 and find_open_quotation(line.text) < 0
        yield from [line] if is_closed else lines[place : place + count]
        place += count


def _continued_by(line: Line, below: Line) -> str:
    """Return a line with the paragraph below it, if that goes on with its quotation; else ""."""
    if not below.text.startswith(_OPENS_AGAIN) or len(line.text) > _LONGEST_JOINED:
        return ""
    begins = find_open_quotation(line.text)
    if begins < 0 or line.level or below.level or may_be_attributed(line.text[begins:]):
        return ""
    said = line.text[begins + 1 :]
    if not below.text.startswith(line.text[begins]):
        return ""
    rest = below.text[1:]
    if said.startswith(_INNER) and not find_quotations(said)[:1]:
        rest = rest.removeprefix(said[0])
    return f"{line.text} {rest.lstrip()}"


def _join_signatures(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Yield each line with the signature below it, such as "— Imre Vance, coach", or ""."""
    place = 0
    while place < len(lines):
        line = lines[place]
        below = lines[place + 1] if place + 1 < len(lines) else None
        place += 1
        if below and _can_be_signed(line) and _is_signature(below, line):
            place += 1
            yield line, below.text.strip("—\u2013―- ")
        else:
            yield line, ""


def _can_be_signed(line: Line) -> bool:
    return line.mark == ">" or line.text.rstrip(" .,").endswith(_ENDS)


def _is_signature(line: Line, above: Line) -> bool:
    if len(line.text) > _SIGNATURE_AT_MOST or find_quotations(line.text):
        return False
    if line.text.startswith(_DASHES):
        return True
    spans = find_quotations(above.text)
    whole = spans == [(0, len(above.text.rstrip()))]
    signed = find_signature(line.text) if whole and not line.text.endswith(".") else None
    return bool(signed and signed.trade)


def _parse_line(
    line: Line, signature: str, last: Speaker | None, cast: Cast
) -> Iterator[tuple[Speaker, str]]:
    text = line.text
    spans = find_quotations(text)
    if signature and not spans:
        spans = [(-1, len(text) + 1)]  # a block quotation without marks
    gaps = [text[max(end, 0) : max(start, 0)] for end, start in _gaps(spans, len(text))]
    words = [text[start + 1 : end - 1].strip() for start, end in spans]
    paragraph = Paragraph(cast, last)
    place = 0
    while place < len(spans):
        first, count = place, 1
        whole = words[first]
        supposed = is_supposed(gaps[first][-_REACH:])
        while (
            not supposed and place + count < len(spans) and _is_continued(words, gaps, place, count)
        ):
            ended = gaps[place + count].rstrip().endswith(".") and whole.endswith(",")
            whole = f"{whole[:-1]}." if ended else whole
            whole += f" {words[place + count]}"
            count += 1
        place += count
        whole = whole.rstrip(", ")
        paragraph.read(gaps[first])
        she = paragraph.she
        after, ahead = gaps[first + 1][:_REACH], gaps[first][-_REACH:]
        speaker = None
        if signature and place == len(spans):
            speaker = find_signature(signature)
        elif not supposed:
            said_after = None
            if not _is_led(words, gaps, first):
                said_after = find_speaker_after(words[first], after, she)
            speaker = said_after or find_speaker_before(words[first], ahead, she)
        if speaker and whole and not _is_bare_word(whole) and cast.knows(speaker):
            spoken = cast.resolve(speaker if speaker.name else paragraph.who_is(speaker))
            paragraph.spoke(spoken)
            yield spoken, whole


def _is_bare_word(words: str) -> bool:
    """Whether somebody's words, such as “thawed”, are only a word that is talked about."""
    return len(words.split()) < _FEW_WORDS and words[:1].islower()


def _is_continued(words: Sequence[str], gaps: Sequence[str], first: int, count: int) -> bool:
    """Whether the quotation after `count` parts of one goes on with it."""
    gap = gaps[first + count]
    if not is_split_quotation(words[first], gap) or _is_led(words, gaps, first):
        return False
    if is_said_by_other(gaps[first + count + 1]):
        return False
    ahead = split_sentences(gaps[first])[-1].strip()
    if count == 1 and _is_bare_word(words[first]) and ahead and not ahead.endswith((",", ":")):
        return False  # Bo, who says “never,” and Imre Vance says, “Always.”
    own = find_speaker_after(
        words[first + count], gaps[first + count + 1], lambda: Speaker(name="?")
    )
    return own is None or own.name == "?"


def _is_led(words: Sequence[str], gaps: Sequence[str], first: int) -> bool:
    """Whether somebody is named before a quotation, and somebody else after it leads the next.

    “Late” is Bo's in: Unlike Bo Lind, who says “late,” Imre Vance says, “early.”
    """
    before = find_speaker_before(words[first], gaps[first][-_REACH:], lambda: None)
    after = find_speaker_after(words[first], gaps[first + 1][:_REACH], lambda: None)
    leads = gaps[first + 1].rstrip().endswith((",", ":")) and first + 1 < len(words)
    named = before and after and before.name and after.name
    return leads and bool(named) and before != after


def _gaps(spans: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the (start, end) of the text before, between and after the spans."""
    edges = [0, *(edge for span in spans for edge in span), length]
    return list(zip(edges[::2], edges[1::2], strict=True))
