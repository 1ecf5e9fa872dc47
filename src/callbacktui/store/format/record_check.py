"""Check if a record can be decoded, and name it for messages."""

from collections.abc import Mapping

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.cells import stamped_of
from callbacktui.store.format.codec import KINDS, value_of
from callbacktui.store.format.record_line import decode_json, with_number
from callbacktui.store.format.tombstones import decode_tombstone, parse_tombstone_id


def why_unreadable(table: str, record_id: str, json: bytes) -> str:
    """Return why a record cannot be read; empty if it can, or if its table is unknown."""
    try:
        if table == REMOVED:
            check_tombstone(record_id, json)
            inner, inner_id = parse_tombstone_id(record_id)
            return why_unreadable(inner, inner_id, bytes(decode_tombstone(json).was))
        stamped_of(json)
        if kind := KINDS.get(table):
            value_of(kind, record_id, with_number(b"0", json))
    except RecursionError:
        return "it is nested too deeply"
    except ValueError as error:
        return str(error)
    return ""


def check_tombstone(record_id: str, json: bytes) -> None:
    """Check that a tombstone, and the removed record in it, can be read.

    Raises:
        ValueError: if one of them cannot.
    """
    tombstone = decode_tombstone(json)
    record = decode_json(bytes(tombstone.was))
    if tombstone.id != record_id or record.get("id") != parse_tombstone_id(record_id)[1]:
        raise ValueError("it is kept under another id")


def name_of(json: bytes) -> str:
    """Return the name of the record (or removed record) in JSON; its id if it has no name."""
    try:
        record = decode_json(json)
        was = record.get("was")
        return record_name(was if isinstance(was, dict) else record)
    except (ValueError, RecursionError):
        return ""


def record_name(record: Mapping[str, object]) -> str:
    """Return the name of a record, such as role and project; its id if it has no name."""
    said = (record.get(field) for field in ("role", "project", "name", "title"))
    return ", ".join(str(word) for word in said if word) or str(record.get("id", ""))
