"""What every value here has in common: it is frozen, named by field, and small on disk.

msgspec rather than dataclasses: it decodes ten thousand auditions in the time a dataclass
codec reads a few hundred, and its errors name the path of the field that is wrong.
"""

from enum import StrEnum

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A frozen record; fields at their defaults take no room on disk."""


class LabelledEnum(StrEnum):
    """A term of the trade: one spelling on disk, one for people."""

    @property
    def word(self) -> str:
        """The term as an actor would say it."""
        return self.value.replace("_", " ")
