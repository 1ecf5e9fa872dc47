"""Parses the marked words of a quick line: `#theatre` and `#period`, `!tape` and `!callback`."""

from typing import Final

from callbacktui.domain.enums import Format, Medium
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import fold
from callbacktui.domain.value import Value
from callbacktui.exchange.spreadsheet.synonyms import format_of, medium_of

_STAGES: Final = {
    "considering": Stage.CONSIDERING,
    "submitted": Stage.SUBMITTED,
    "sub": Stage.SUBMITTED,
    "requested": Stage.REQUESTED,
    "callback": Stage.CALLBACK,
    "recall": Stage.CALLBACK,
    "cb": Stage.CALLBACK,
}


class Marks(Value, frozen=True, kw_only=True):
    """The meaning of the marked words; `unread` has a label and the word for each unknown one."""

    medium: Medium | None = None
    tags: tuple[str, ...] = ()
    format: Format | None = None
    stage: Stage | None = None
    unread: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def left_over(self) -> tuple[str, ...]:
        """The unknown marked words as they were typed."""
        return tuple(word for _, word in self.unread)


def parse_marks(hashes: tuple[str, ...], bangs: tuple[str, ...]) -> Marks:
    """Parse the words after `#` and after `!`; the first medium, format and stage count."""
    mediums = [medium for word in hashes if (medium := medium_of(word))]
    medium = mediums[0] if mediums else None
    tags = dict.fromkeys(word for word in hashes if medium is None or medium_of(word) is not medium)
    formats = [known for word in bangs if (known := format_of(word))]
    stages = [_STAGES[key] for word in bangs if (key := fold(word)) in _STAGES]
    unknown = [word for word in bangs if not format_of(word) and fold(word) not in _STAGES]
    return Marks(
        medium=medium,
        tags=tuple(tags),
        format=formats[0] if formats else None,
        stage=stages[0] if stages else None,
        unread=tuple(("mark", f"!{word}") for word in unknown),
        problems=(
            *(_unknown(word) for word in unknown),
            *(_twice("ways of reading", formats)),
            *(_twice("stages", stages)),
        ),
    )


def _unknown(word: str) -> str:
    return f"!{word} is not known here. Try !tape, !live, !room, !phone, !submitted or !callback."


def _twice(what: str, words: list[Format] | list[Stage]) -> tuple[str, ...]:
    different = dict.fromkeys(word.word for word in words)
    return (f"Two {what}: {' and '.join(different)}.",) if len(different) > 1 else ()
