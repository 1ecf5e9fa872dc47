"""Load and save what the actor said about sheets: for one of them, and for all of them."""

from collections.abc import Mapping
from typing import Final

import msgspec

from callbacktui.domain.base_classes import Value
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.types import Mending
from callbacktui.store.io.preferences import Preferences

_KEY: Final = "sheets"
_MOST_SHEETS: Final = 200


class OwnWords(Value, frozen=True, kw_only=True):
    """The actor's own headings and words for every sheet, folded; both map to what is meant."""

    headings: dict[str, Field] = {}
    words: dict[str, str] = {}


class _Kept(Value, frozen=True, kw_only=True):
    own: OwnWords = OwnWords()
    sheets: dict[str, Mending] = {}


def load_own_words(memory: Preferences) -> OwnWords:
    """Load the actor's own headings and words; none if they cannot be read."""
    return _load(memory).own


def save_own_words(memory: Preferences, own: OwnWords) -> bool:
    """Save the actor's own headings and words; return whether they are on disk."""
    return _save(memory, msgspec.structs.replace(_load(memory), own=own))


def load_mending(memory: Preferences, fingerprint: str) -> Mending:
    """Load what was said about a sheet with these headings before."""
    return _load(memory).sheets.get(fingerprint, Mending())


def save_mending(memory: Preferences, fingerprint: str, said: Mending) -> bool:
    """Save what was said about a sheet with these headings; return whether it is on disk."""
    kept = _load(memory)
    others = {name: one for name, one in kept.sheets.items() if name != fingerprint}
    newest: Mapping[str, Mending] = {fingerprint: said, **others}
    sheets = dict(list(newest.items())[:_MOST_SHEETS])
    return _save(memory, msgspec.structs.replace(kept, sheets=sheets))


def _load(memory: Preferences) -> _Kept:
    try:
        return msgspec.convert(memory.get(_KEY, {}), _Kept)
    except msgspec.ValidationError:
        return _Kept()


def _save(memory: Preferences, kept: _Kept) -> bool:
    return memory.put(_KEY, msgspec.to_builtins(kept))
