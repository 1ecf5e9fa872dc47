"""Read a list of values from a TOML text."""

import tomllib
from typing import Any, TypeVar

import msgspec

from callbacktui.advice.library.errors import ArticleError
from callbacktui.domain.base_classes import Value

V = TypeVar("V", bound=Value)


def read_list(
    text: str, table: str, kind: type[V], name: str
) -> tuple[tuple[V, ...], dict[str, Any]]:
    """Return the values under `[[table]]`, and everything that the text holds.

    Raises:
        ArticleError: if the text or one of the values cannot be read; it begins with `name`.
    """
    try:
        held = tomllib.loads(text)
        return msgspec.convert(held.get(table, []), tuple[kind, ...]), held  # type: ignore[valid-type]
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ArticleError(f"{name} cannot be read: {error}.") from error
