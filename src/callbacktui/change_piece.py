"""Change a piece; with a new title, the auditions that name it change in the same step."""

from collections.abc import Callable

from callbacktui.domain.change import Record, Step
from callbacktui.domain.piece import Piece, with_title
from callbacktui.session import Session
from callbacktui.store.base.errors import RecordRemoved


async def change_piece(
    session: Session, id_: str, edit: Callable[[Piece], Piece], summary: str
) -> Step:
    """Edit the piece with an id as it is by then.

    Raises:
        RecordRemoved: if it is gone; nothing has changed then.
        OSError, StoreError: if the write failed; nothing has changed then.
    """

    def make() -> list[Record]:
        current = session.repository.pieces.get(id_)
        if current is None:
            raise RecordRemoved
        piece = edit(current)
        if piece.title == current.title:
            return [piece]
        return [piece, *(with_title(a, current, piece.title) for a in session.ledger.all())]

    return await session.ledger.rewrite(make, summary)
