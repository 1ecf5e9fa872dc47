"""Pieces and materials: what the actor performs, sends along or wears, each under a title.

Auditions name them by the title: a round the songs and speeches in `pieces` and the look in `wore`,
the audition what was sent in `materials`. So a title that is written there links to the piece, and
the words stay if the piece is removed.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

import msgspec
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.name_list import join_words, split_words
from callbacktui.domain.round import Round
from callbacktui.domain.text import clean_line, fold


class PieceUse(LabelledEnum):
    """How a kind of piece is used, and so where auditions name it."""

    PERFORMED = "performed"
    SENT = "sent"
    WORN = "worn"


class PieceKind(LabelledEnum):
    """The kind of a piece or of material."""

    SONG = "song"
    MONOLOGUE = "monologue"
    SCENE = "scene"
    SELF_MADE = "self_made"
    HEADSHOT = "headshot"
    REEL = "reel"
    RESUME = "resume"
    VOICE_DEMO = "voice_demo"
    LOOK = "look"

    @property
    def word(self) -> str:
        return _WORDS.get(self) or super().word

    @property
    def use(self) -> PieceUse:
        """Whether this kind is performed, sent or worn."""
        if self is PieceKind.LOOK:
            return PieceUse.WORN
        return PieceUse.SENT if self in _SENT else PieceUse.PERFORMED


_WORDS: Final = {PieceKind.SELF_MADE: "self-made", PieceKind.RESUME: "résumé"}
_SENT: Final = {PieceKind.HEADSHOT, PieceKind.REEL, PieceKind.RESUME, PieceKind.VOICE_DEMO}


class Piece(Value, frozen=True, kw_only=True):
    """A song, a monologue, a headshot, a look: anything that is used at more than one audition.

    `source` is the show, play or film it is from, `file` a path or a link, `style` what it is like
    or shows. It is in use from `since` to the day before `retired_on`.
    """

    id: str
    kind: PieceKind
    title: str
    source: str = msgspec.field(default="", name="from")
    writer: str = ""
    length: str = ""
    key: str = ""
    style: str = ""
    file: str = ""
    since: dt.date | None = None
    retired_on: dt.date | None = None
    notes: str = ""

    @property
    def name(self) -> str:
        return self.title

    @property
    def about(self) -> str:
        """What it is, what from and who by: "song from Cats, by Andrew Lloyd Webber"."""
        source = f" from {self.source}" if self.source else ""
        return f"{self.kind.word}{source}{f', by {self.writer}' if self.writer else ''}"

    def is_in_use(self, day: dt.date) -> bool:
        """True unless it was retired by a day."""
        return self.retired_on is None or self.retired_on > day

    def has_same_title(self, other: "Piece") -> bool:
        """True if an audition that names one of them names the other, too."""
        return self.kind.use is other.kind.use and fold(self.title) == fold(other.title)


def why_not_kept(piece: Piece, kept: Iterable[Piece]) -> str:
    """Return why a piece cannot be kept under its title, and what to do; empty if it can."""
    if not piece.title:
        return "Write the title, or a name that you know it by."
    if ";" in piece.title or piece.title.startswith("#"):
        return (
            "Write it without a semicolon, and without # in front: a list can't hold such a title."
        )
    if any(other.id != piece.id and other.has_same_title(piece) for other in kept):
        return f"{piece.title} is kept already. Tell the two apart, say by what it is from."
    return ""


def by_kind(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces by kind, and within it by title."""
    order = list(PieceKind)
    return sorted(pieces, key=lambda one: (order.index(one.kind), fold(one.title), one.id))


def titles_in(text: str) -> tuple[str, ...]:
    """Return what a text names: the whole of it, and the words between its commas."""
    return tuple(dict.fromkeys((clean_line(text), *split_words(text)))) if text.strip() else ()


def with_title(audition: Audition, piece: Piece, title: str) -> Audition:
    """Return the audition with `title` in each place that names the piece."""
    if piece.kind.use is PieceUse.SENT:
        return replace(audition, materials=_renamed(audition.materials, piece.title, title))
    is_worn, old = piece.kind.use is PieceUse.WORN, fold(piece.title)
    rounds = tuple(
        replace(read, wore=_renamed(read.wore, piece.title, title))
        if is_worn
        else replace(read, pieces=tuple(title if fold(p) == old else p for p in read.pieces))
        for read in audition.rounds
    )
    return replace(audition, rounds=rounds)


def with_use(audition: Audition, piece: Piece, read: Round | None) -> Audition:
    """Return the audition with the piece named in it: what was sent, else in the round `read`."""
    if piece.kind.use is PieceUse.SENT:
        return replace(audition, materials=_added(audition.materials, piece.title))
    rounds = (
        _used_in(one, piece) if read and one.id == read.id else one for one in audition.rounds
    )
    return replace(audition, rounds=tuple(rounds))


def _used_in(read: Round, piece: Piece) -> Round:
    if piece.kind.use is PieceUse.WORN:
        return replace(read, wore=_added(read.wore, piece.title))
    if fold(piece.title) in map(fold, read.pieces):
        return read
    return replace(read, pieces=(*read.pieces, piece.title))


def _added(text: str, title: str) -> str:
    if fold(title) in map(fold, titles_in(text)):
        return text
    return join_words((*split_words(text), title)) if text.strip() else title


def _renamed(text: str, old: str, new: str) -> str:
    if fold(clean_line(text)) == fold(old):
        return new
    words = split_words(text)
    if fold(old) not in map(fold, words):
        return text
    return join_words(tuple(new if fold(word) == fold(old) else word for word in words))
