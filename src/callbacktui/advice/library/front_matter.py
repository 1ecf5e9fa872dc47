"""Parses the front matter of an article: strings and lists of strings, nothing else.

YAML can build objects and expand a kilobyte into gigabytes. So its events are read one by one,
and parsing stops at the first one that is more than a string or a list of strings.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, cast

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from callbacktui.advice.library.errors import ArticleError

LARGEST_FRONT_MATTER: Final = 64 * 1024
"""The most front matter that is read, in bytes."""

_yaml: Any = import_module("yaml")  # comes with python-frontmatter, and has no types
_LOADER: Final = getattr(_yaml, "CBaseLoader", _yaml.BaseLoader)

FrontMatter = dict[str, str | list[str]]


class PlainHandler(YAMLHandler):
    """Reads front matter that has no anchors, aliases, tags, nesting or types."""

    def load(self, fm: str, **_: object) -> FrontMatter:
        """Parse the front matter.

        Raises:
            ArticleError: if it is too long, malformed, or has more than strings and lists.
        """
        if len(fm.encode(errors="replace")) > LARGEST_FRONT_MATTER:
            raise ArticleError(
                "The front matter is over 64 KB: move its text below the second ---."
            )
        try:
            return _parse_mapping(_events(fm))
        except _yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            where = f" near line {mark.line + 1}" if mark else ""
            raise ArticleError(
                f"The front matter cannot be read{where}: write one `name: words` a line, "
                "and put words with a colon in them into quotes."
            ) from error


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Split an article into its front matter and its body.

    Raises:
        ArticleError: if the front matter is missing or cannot be parsed.
    """
    head = text.lstrip("\ufeff \t\r\n")
    if not head.startswith("---"):
        raise ArticleError("No front matter: begin with a line ---, then title: and a second ---.")
    front, body = cast("tuple[FrontMatter, str]", frontmatter.parse(head, handler=PlainHandler()))
    if not front:
        raise ArticleError("The front matter is empty or never ends: close it with a line ---.")
    return front, body


def _events(fm: str) -> Iterator[Any]:
    for event in _yaml.parse(fm, Loader=_LOADER):
        if isinstance(event, _yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise ArticleError("The front matter uses & or *: write the words out instead.")
        if getattr(event, "tag", None) is not None:
            raise ArticleError("The front matter uses a ! tag: write plain words instead.")
        if isinstance(event, _yaml.NodeEvent | _yaml.CollectionEndEvent):
            yield event


def _parse_mapping(events: Iterator[Any]) -> FrontMatter:
    if not isinstance(next(events, None), _yaml.MappingStartEvent):
        raise ArticleError(
            "The front matter isn't a list of names: write one `name: words` on each line."
        )
    front: FrontMatter = {}
    for name in events:
        if isinstance(name, _yaml.MappingEndEvent):
            return front
        if not isinstance(name, _yaml.ScalarEvent):
            raise ArticleError("A name in the front matter isn't a plain word: write it as one.")
        if name.value in front:
            raise ArticleError(f"{name.value!r} is in the front matter twice: keep one.")
        front[name.value] = _parse_value(name.value, events)
    raise ArticleError("The front matter never ends: close it with a line ---.")


def _parse_value(name: str, events: Iterator[Any]) -> str | list[str]:
    event = next(events)
    if isinstance(event, _yaml.ScalarEvent):
        return str(event.value)
    if not isinstance(event, _yaml.SequenceStartEvent):
        raise ArticleError(f"{name!r} holds names of its own: write words, or a list of words.")
    words: list[str] = []
    for item in events:
        if isinstance(item, _yaml.SequenceEndEvent):
            break
        if not isinstance(item, _yaml.ScalarEvent):
            raise ArticleError(f"{name!r} is a list in a list: write a list of plain words.")
        words.append(str(item.value))
    return words
