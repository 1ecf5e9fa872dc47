"""Finds the posts that a saved page recommends: title, author, photo credit, teaser, topics."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from callbacktui.advice.pages.boilerplate import is_boilerplate, is_footer
from callbacktui.advice.pages.bylines import (
    find_first_credit,
    is_same_title,
    is_title_case,
    looks_like_title,
    parse_byline,
    parse_photo_credit,
    strip_credits,
    title_words,
)
from callbacktui.advice.pages.lines import Line
from callbacktui.advice.pages.parsed_page import Related

_HEADING: Final = re.compile(
    r"(?:(?:recommended|related|similar|popular|more|other|latest|recent|further|most read"
    r"|most popular|trending|suggested|featured)(?: (?:now|on this|in this series|blog))?"
    r"(?: (?:posts?|articles?|stories|(?:long ?|short ?)?read(?:ing|s)|pages|questions|content"
    r"|columns?|letters|features|advice))?(?: (?:for|about|on|like) .{1,40})?"
    r"|you (?:may|might|['\u2019]ll) (?:also )?(?:like|love|enjoy|be interested in)"
    r"|(?:read|reading)(?: (?:these|this|it))? (?:next|more|also|too)"
    r"|what to read next|keep reading|see also|up next|next up|more (?:like this|from .{1,60})"
    r"|(?:more|also) (?:by|from|on|in) .{1,60}|elsewhere (?:on|in) .{1,60}|don['\u2019]t miss"
    r"|if you (?:liked|enjoyed) this.{0,40}|from the archives?|explore more|recommended for you"
    r"|continue reading|more to (?:read|explore|enjoy|discover))\W*",
    re.IGNORECASE,
)
_OF_SITE: Final = re.compile(r"(?:latest|recent|popular|trending|most (?:read|popular))\b", re.I)
_NEXT: Final = re.compile(
    r"(?:read(?:ing)? next|up next|next up|see also|(?:keep|continue) reading|read more|read also"
    r"|related(?: (?:post|article|story|reading))?)\s*:\s*(?P<title>\S.{2,140})",
    re.IGNORECASE,
)
_TOPICS: Final = re.compile(r"related topics?\s*:?\s*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*[,;|•·/]\s*|\s{2,}")
_ASKED: Final = re.compile(r"(?<=\?)\s+(?=[^\W\d_a-z])")
_QUESTION: Final = re.compile(
    r"(?<=[\w?\u2019')…])\s+(?=(?:What|How|Why|Where|When|Who|Which)\s+[\w\u2019']+"
    r"|(?:Do|Does|Did|Should|Can|Could|Is|Are|Was|Will|Would)\s+(?:You|I|We|It|They|An?|The|Your"
    r"|My|Your|Actors?|Casting|Agents?|This|That|There|an?|the)\s)"
)
_NOT_BEFORE_QUESTION: Final = frozenset(
    [
        "learn",
        "know",
        "learning",
        "knowing",
        "and",
        "or",
        "of",
        "on",
        "what",
        "how",
        "why",
        "where",
        "when",
        "who",
        "which",
        "to",
        "about",
    ]
)
_QUESTION_WORDS: Final = frozenset(["what", "how", "why", "where", "when", "who", "which"])
_ASKED_WITHIN: Final = 4
"""How many words a question may have before its verb: "What Kind of Headshot Do I Need"."""

_BARE_BY: Final = re.compile(
    r"(?:^|\s)[Bb]y\s+((?:[^\W\d_a-z][\w.'\u2019-]*)(?:\s+[^\W\d_a-z][\w.'\u2019-]*){1,3})\s*(?=$|[—\u2013|:])"
)
_COUNTED: Final = re.compile(r"(\d{1,2})\s+(?=\S)")
_CUT: Final = ("…", "...")
_TRIM: Final = " —\u2013|:"
_LABEL_AT_MOST: Final = 2


def is_related_heading(text: str) -> bool:
    """Whether a line is the heading of recommended posts: "More From the Stalls"."""
    return bool(_HEADING.fullmatch(text))


def is_list_of_site(text: str) -> bool:
    """Whether a heading is that of a site's latest posts, whatever the page is about."""
    return bool(_OF_SITE.match(text))


def split_related(lines: Sequence[Line]) -> tuple[list[Line], tuple[Related, ...]]:
    """Split a page into its own lines and the posts it recommends."""
    starts = (n for n, line in enumerate(lines) if is_related_heading(line.text))
    start = next(starts, len(lines))
    own, posts = _take_page_topics(lines[:start])
    posts += [_parse_post(group) for group in _group_posts(_count_off(lines[start + 1 :]))]
    once: dict[tuple[str, ...], Related] = {}
    for post in posts:
        once.setdefault(title_words(post.title), post)
    return own, tuple(once.values())


def split_topics(text: str) -> tuple[str, ...]:
    """Split a list of topics; without separators it is split only where a question begins."""
    marked = [topic.strip() for topic in _BETWEEN.split(text.strip()) if topic.strip(" .")]
    if len(marked) > 1:
        return tuple(marked)
    asked = (part for part in _ASKED.split(text.strip()) if part)
    return tuple(topic for part in asked for topic in _split_questions(part))


def _split_questions(text: str) -> Iterator[str]:
    """Yield the parts of a text, each question in it as one of its own."""
    start = 0
    for found in _QUESTION.finditer(text):
        words = text[start : found.start()].casefold().split()
        asks_on = len(words) <= _ASKED_WITHIN and words[0] in _QUESTION_WORDS
        asks_on = asks_on and text[found.end() :].split()[0].casefold() not in _QUESTION_WORDS
        if not asks_on and words[-1] not in _NOT_BEFORE_QUESTION:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _is_list_of_topics(text: str) -> bool:
    """Whether a text is nothing but questions in title case, with the last one perhaps cut."""
    asked = split_topics(text)
    ended = all(topic.endswith("?") for topic in asked[:-1]) and text.endswith(("?", *_CUT))
    return len(asked) > 1 and ended and all(is_title_case(t.rstrip("…. ")) for t in asked)


def _take_page_topics(lines: Sequence[Line]) -> tuple[list[Line], list[Related]]:
    """Split off the "Related topics" of the page itself; each topic becomes a post."""
    own: list[Line] = []
    posts: list[Related] = []
    listing = False
    for line in lines:
        if following := _NEXT.fullmatch(line.text):
            posts.append(Related(title=following["title"]))
            continue
        listed = _TOPICS.match(line.text)
        if listed and (":" in listed[0] or listed.end() == len(line.text)):
            topics = split_topics(line.text[listed.end() :])
            posts += [Related(title=topic) for topic in topics]
            listing = not topics
        elif listing and (line.is_bullet or line.text.endswith("?")):
            posts.append(Related(title=line.text))
        else:
            listing = False
            own.append(line)
    return own, posts


def _count_off(lines: Sequence[Line]) -> list[Line]:
    """Make bullets of lines that count 1, 2, 3 without a stop after the number."""
    found = [_COUNTED.match(line.text) for line in lines]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return [*lines]
    return [
        replace(line, text=line.text[match.end() :], mark="-") if match else line
        for line, match in zip(lines, found, strict=True)
    ]


def _group_posts(lines: Sequence[Line]) -> list[list[str]]:
    """Group the lines by post, each group beginning with the title."""
    groups: list[list[str]] = []
    listing = False
    for place, line in enumerate(lines):
        if is_footer(line.text) or is_related_heading(line.text) or is_boilerplate(line.text):
            continue
        if groups and is_same_title(line.text, groups[-1][0]):
            continue
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        if listing and line.is_bullet and not _begins_with_title(below, line.text):
            groups[-1][-1] += f"{line.text} | "
            continue
        listing = bool(groups) and bool(_TOPICS.fullmatch(line.text))
        told_again = _begins_with_title(below, line.text)
        if not groups or (not listing and (told_again or _is_title(line, groups[-1]))):
            groups.append(_begin_post(line.text))
        else:
            groups[-1].append(f"{line.text} " if listing else line.text)
    return groups


def _is_title(line: Line, group: Sequence[str]) -> bool:
    text = line.text
    if (
        parse_byline(text)
        or parse_photo_credit(text)
        or _TOPICS.match(text)
        or _begins_with_title(text, group[0])
    ):
        return False
    if find_first_credit(text) >= 0 or text.endswith(_CUT):
        has_credit = any(find_first_credit(part) >= 0 or part.endswith(_CUT) for part in group[1:])
        return line.is_bullet or bool(line.level) or has_credit
    return line.is_bullet or bool(line.level) or (looks_like_title(text) and is_title_case(text))


def _begin_post(text: str) -> list[str]:
    """Begin a post: its title, and the rest of the line if there is any."""
    place = find_first_credit(text)
    asked = text.find("? ") + 1
    if not asked and (by := _BARE_BY.search(text)):
        asked = by.start()
    if place < 0 and is_title_case(text[asked:]) and not text.endswith(_CUT):
        asked = 0  # "Where Are They Now? The Cast of Tidewater"
    ends = [end for end in (asked, place) if end > 0]
    if not ends:
        return [text]
    title, rest = text[: min(ends)].strip(" ,"), text[min(ends) :].strip()
    return [title, rest]


def _begins_with_title(text: str, title: str) -> bool:
    """Whether a text begins with the title, perhaps after a label such as "Question:"."""
    return bool(text) and _strip_title(text, title) != text


def _strip_title(text: str, title: str) -> str:
    wanted = title_words(title)
    words = text.split()
    for label in range(_LABEL_AT_MOST):
        if label and not words[label - 1].endswith(":"):
            break
        length = len(title.split())
        if title_words(" ".join(words[label : label + length])) == wanted:
            return " ".join(words[label + length :])
    return text


def _parse_post(group: Sequence[str]) -> Related:
    title, *rest = group
    rest_text = " ".join(_bracket_credit(_strip_title(part, title)) for part in rest).strip()
    whole, topics = _split_off_topics(rest_text)
    place = max(find_first_credit(whole), 0)
    lead, (left, author, credit) = whole[:place], strip_credits(whole[place:])
    if not author and (bare := _BARE_BY.search(lead or left)):
        author = bare[1]
        lead, left = lead.replace(bare[0], ""), left.replace(bare[0], "")
    left = left.strip(_TRIM)
    if not topics and _is_list_of_topics(left):
        left, topics = "", split_topics(left)
    lead = lead.strip(_TRIM)
    if lead.endswith(_CUT) and not left:  # only a teaser is cut
        lead, left = "", lead
    return Related(
        title=title,
        subtitle=lead,
        author=author,
        credit=credit,
        teaser=left,
        topics=topics,
    )


def _bracket_credit(text: str) -> str:
    """Put a line that is only a byline or a photo credit into brackets."""
    if by := parse_byline(text):
        return f"(By {by})"
    if shot := parse_photo_credit(text):
        return f"(Photo: {shot})"
    return text


def _split_off_topics(text: str) -> tuple[str, tuple[str, ...]]:
    """Split off RELATED TOPICS, which end at "…", at a bracket or with the text, and parse them."""
    found = _TOPICS.search(text)
    if not found or ":" not in found[0]:
        return text, ()
    rest = text[found.end() :]
    bracket = rest.find("(")
    inside = rest if bracket < 0 else rest[:bracket]
    cuts = [inside.find(cut) + len(cut) for cut in _CUT if cut in inside]
    end = min(cuts, default=len(inside))
    return f"{text[: found.start()]}{rest[end:]}".strip(), split_topics(inside[:end])
