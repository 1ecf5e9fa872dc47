"""The actor's own pages as they are kept: word for word, in the same file as the auditions."""

from collections.abc import Callable, Collection, Iterable
from typing import Final

import msgspec

from callbacktui.domain.own_page import OwnPage
from callbacktui.store.codec import value_of
from callbacktui.store.entry import Said
from callbacktui.store.errors import RecordRefused
from callbacktui.store.lines import Record, decode_record
from callbacktui.store.table import KeptTable

PAGES: Final = "pages"

_PAGES: Final = msgspec.json.Decoder(OwnPage)
_PLAIN: Final = msgspec.json.Decoder(Record)


class Pages:
    """The pages of one data file; they are read only when they are asked for.

    `unread` names the records that `all` could not read, with the reason; they stay as they are.
    """

    def __init__(self, table: KeptTable, refuse_read_only: Callable[[], None]) -> None:
        self._table = table
        self._refuse_read_only = refuse_read_only
        self.unread: list[tuple[str, str]] = []

    def all(self) -> list[OwnPage]:
        """Return every page that can be read, in the order they came."""
        found, unread = [], []
        for record_id, line in list(self._table.lines.items()):
            try:
                found.append(page_of(record_id, line))
            except ValueError as error:
                unread.append((record_id, str(error)))
        self.unread = unread
        return found

    def put(self, pages: Iterable[OwnPage], summary: str) -> None:
        """Keep pages, all in one durable write, those of a known id in its place.

        Raises `StoreReadOnly`, and what `FileStorage.commit` raises; nothing has changed then.
        """
        self._refuse_read_only()
        puts = {page.id: self._record(page) for page in pages}
        self._table.commit(puts, (), Said(summary))

    def remove(self, ids: Collection[str], summary: str) -> None:
        """Remove the pages of `ids`, all in one durable write; raise as `put` does."""
        self._refuse_read_only()
        self._table.commit({}, ids, Said(summary))

    def _record(self, page: OwnPage) -> Record:
        try:
            record = _PLAIN.decode(msgspec.json.encode(page))
        except UnicodeEncodeError:
            raise RecordRefused(page.id, "a text in it holds half of a character") from None
        line = self._table.lines.get(page.id)
        earlier = decode_record(line) if line else {}
        unknown = {key: earlier[key] for key in earlier if key not in OwnPage.__struct_fields__}
        return unknown | record


def page_of(record_id: str, line: bytes) -> OwnPage:
    """Return the page of a line; raise as `value_of`."""
    return value_of(_PAGES, record_id, line)
