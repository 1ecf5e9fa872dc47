"""The data file as other programs read it, by nothing but JSON."""

import json
from pathlib import Path
from typing import Any

Plain = dict[str, Any]


def records(path: Path, table: str = "auditions") -> list[Plain]:
    """The records of a table, without the stamps of the store."""
    return [unstamped(record) for record in json.loads(path.read_bytes())[table].values()]


def unstamped(record: Plain) -> Plain:
    return {key: value for key, value in record.items() if key != "_stamps"}
