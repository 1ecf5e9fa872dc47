"""Change a piece; with a new title, the auditions that name it change in the same step."""

from collections.abc import Callable

from callbacktui.domain.change import Record, Step
from callbacktui.domain.piece import Piece, with_title
from callbacktui.session import Session


async def change_piece(
    place: Session, id_: str, edit: Callable[[Piece], Piece], summary: str
) -> Step:
    """Edit the piece with an id as it is by then; nothing happens if it is gone.

    Raises:
        OSError, StoreError: if the write failed; nothing has changed then.
    """

    def make() -> list[Record]:
        now_is = place.repository.pieces.get(id_)
        if now_is is None:
            return []
        piece = edit(now_is)
        if piece.title == now_is.title:
            return [piece]
        return [piece, *(with_title(a, now_is, piece.title) for a in place.ledger.all())]

    return await place.ledger.rewrite(make, summary)
