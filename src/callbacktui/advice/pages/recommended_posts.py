"""Finds the posts that a saved page recommends: title, author, photo credit, teaser, topics."""

import re
from collections.abc import Sequence
from typing import Final

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
    r"(?:(?:recommended|related|similar|popular|more|other|latest|recent|further)(?: (?:blog )?"
    r"(?:posts?|articles?|stories|reading|reads|pages|questions|content))?"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)"
    r"|read (?:next|more|also|this next)"
    r"|what to read next|keep reading|see also|up next|more (?:like this|from .{1,60})"
    r"|recommended for you)\W*",
    re.IGNORECASE,
)
_TOPICS: Final = re.compile(r"related topics?\s*:?\s*", re.IGNORECASE)
_FOOTER: Final = re.compile(
    r"(?:©|\(c\)|copyright\b|all rights reserved|privacy policy|terms (?:of|and)\b"
    r"|leave a (?:reply|comment)|share this|subscribe\b).{0,200}",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*[,;|•·/]\s*|\s{2,}")
_QUESTION: Final = re.compile(
    r"(?<=[\w?\u2019')…])(?<!\bLearn)(?<!\bKnow)(?<!\band)(?<!\bor)(?<!\bof)(?<!\bon)\s+"
    r"(?=(?:What|How|Why|Where|When|Who|Which|Do|Does|Should|Can|Is|Are|Will)\s+[\w\u2019']+)"
)
_BARE_BY: Final = re.compile(
    r"(?:^|\s)[Bb]y\s+((?:[^\W\d_a-z][\w.'\u2019-]*)(?:\s+[^\W\d_a-z][\w.'\u2019-]*){1,3})\s*(?=$|[—\u2013|:])"
)
_CUT: Final = ("…", "...")
_TRIM: Final = " —\u2013|:"
_LABEL_AT_MOST: Final = 2


def split_related(lines: Sequence[Line]) -> tuple[list[Line], tuple[Related, ...]]:
    """Split a page into its own lines and the posts it recommends."""
    starts = (n for n, line in enumerate(lines) if _HEADING.fullmatch(line.text))
    start = next(starts, len(lines))
    own, posts = _take_page_topics(lines[:start])
    posts += [_parse_post(group) for group in _group_posts(lines[start + 1 :])]
    once: dict[tuple[str, ...], Related] = {}
    for post in posts:
        once.setdefault(title_words(post.title), post)
    return own, tuple(once.values())


def split_topics(text: str) -> tuple[str, ...]:
    """Split a list of topics; without separators it is split only where a question begins."""
    marked = [topic.strip() for topic in _BETWEEN.split(text.strip()) if topic.strip(" .")]
    topics = marked if len(marked) > 1 else _QUESTION.split(text.strip())
    return tuple(topic for topic in topics if topic)


def _take_page_topics(lines: Sequence[Line]) -> tuple[list[Line], list[Related]]:
    """Split off the "Related topics" of the page itself; each topic becomes a post."""
    own: list[Line] = []
    posts: list[Related] = []
    listing = False
    for line in lines:
        listed = _TOPICS.match(line.text)
        if listed and (":" in listed[0] or listed.end() == len(line.text)):
            topics = split_topics(line.text[listed.end() :])
            posts += [Related(title=topic) for topic in topics]
            listing = not topics
        elif listing and line.is_bullet:
            posts.append(Related(title=line.text))
        else:
            listing = False
            own.append(line)
    return own, posts


def _group_posts(lines: Sequence[Line]) -> list[list[str]]:
    """Group the lines by post, each group beginning with the title."""
    groups: list[list[str]] = []
    listing = False
    for place, line in enumerate(lines):
        if _FOOTER.fullmatch(line.text) or _HEADING.fullmatch(line.text):
            continue
        if groups and is_same_title(line.text, groups[-1][0]):
            continue
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        if listing and line.is_bullet and not _begins_with_title(below, line.text):
            groups[-1][-1] += f"{line.text} | "
            continue
        listing = bool(groups) and bool(_TOPICS.fullmatch(line.text))
        if not groups or (not listing and _is_title(line, groups[-1])):
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
    ends = [end for end in (asked, place) if end > 0]
    if not ends:
        return [text]
    title, rest = text[: min(ends)].strip(), text[min(ends) :].strip()
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
    return Related(
        title=title,
        subtitle=lead.strip(_TRIM),
        author=author,
        credit=credit,
        teaser=left.strip(_TRIM),
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
