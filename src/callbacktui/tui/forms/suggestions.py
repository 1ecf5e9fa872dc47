"""Suggestions for form fields, taken from earlier auditions."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.piece import Piece, PieceUse
from callbacktui.session import Session

SORTS: Final = (
    *("animation", "audiobook", "commercial voice-over", "documentary", "dubbing", "e-learning"),
    *("IVR", "narration", "promo", "trailer", "video game"),
    *("musical", "new play", "revival", "staged reading", "cabaret", "opera", "dance theatre"),
    *("sitcom", "one-hour drama", "half-hour comedy", "limited series", "feature", "short film"),
)
"""Sorts of work that are suggested after those of the actor."""

Known = Mapping[str, tuple[str, ...]]
"""Suggested words by the name in a field's `known`, most used first."""


_TEXTS: Final = (
    *("project", "role", "office", "rep", "network_brand", "platform", "size_said", "subtype"),
)


async def words_of(session: Session) -> Known:
    """Return, from a thread, what the auditions and the pieces of a session mention."""
    return await asyncio.to_thread(
        lambda: known_words(session.ledger.all(), session.repository.pieces.all())
    )


def known_words(auditions: Iterable[Audition], pieces: Iterable[Piece] = ()) -> Known:
    """Return the projects, roles, people and so on that `auditions` mention, and the `pieces`.

    Pieces that were retired are left out, unless an audition names them.
    """
    counts: dict[str, Counter[str]] = {}
    for piece in pieces:
        if not piece.retired_on:
            counts.setdefault(piece.kind.use, Counter()).update([piece.title])
    for audition in auditions:
        for name, words in _words(audition):
            counts.setdefault(name, Counter()).update(word for word in words if word)
    known = {name: tuple(w for w, _ in count.most_common()) for name, count in counts.items()}
    return {**known, "subtype": (*known.get("subtype", ()), *SORTS)}


def _words(audition: Audition) -> Iterable[tuple[str, Iterable[str]]]:
    for name in _TEXTS:
        yield name, (getattr(audition, name),)
    yield "tags", audition.tags
    yield "type_tags", audition.type_tags
    yield "people", (audition.director, *audition.producers, *audition.people)
    yield "via", (follow_up.via for follow_up in audition.follow_ups)
    yield "told_by", (audition.rep, audition.office, *(h.told_by for h in audition.holds))
    for read in audition.rounds:
        yield "via", (receipt.via for receipt in read.receipts)
        yield "told_by", (when.told_by for when in read.told_times)
        yield "people", (*read.people, read.reader)
        yield "round_place", (read.place,)
        yield PieceUse.PERFORMED, read.pieces
        yield PieceUse.WORN, (read.wore,)
    yield PieceUse.SENT, (audition.materials,)
