"""What a made-up career is made of: invented offices, productions, parts and remarks."""

from importlib.resources import files
from pathlib import Path

import msgspec

from callbacktui.domain.enums import HoldKind, Medium, Size, Union
from callbacktui.domain.stage import Reason
from callbacktui.domain.value import Value


class Office(Value, frozen=True, kw_only=True):
    """An invented casting office, where it is, and whom one meets there."""

    name: str
    zone: str
    media: tuple[Medium, ...]
    people: tuple[str, ...]


class Part(Value, frozen=True, kw_only=True):
    """An invented part."""

    role: str
    size: Size
    breakdown: str


class Production(Value, frozen=True, kw_only=True):
    """An invented production with its parts."""

    medium: Medium
    project: str
    subtype: str
    director: str
    union: Union
    place: str
    rate: str
    shoot_dates: str
    roles: tuple[Part, ...]
    network_brand: str = ""
    product_category: str = ""


class HoldWords(Value, frozen=True, kw_only=True):
    """A hold as an office would put it."""

    kind: HoldKind
    word_used: str
    dates: str


class Remark(Value, frozen=True, kw_only=True):
    """Feedback as it comes back through a rep."""

    text: str
    reason: Reason | None = None


class ByPace(Value, frozen=True, kw_only=True):
    """Remarks of the actor's own, by what was off."""

    rushed: tuple[str, ...]
    dragged: tuple[str, ...]
    other: tuple[str, ...]

    def of(self, pacing: int) -> tuple[str, ...]:
        """The remarks that suit a pacing mark (minus 2 rushed to plus 2 dragged)."""
        if pacing == 0:
            return self.other
        return self.rushed if pacing < 0 else self.dragged


class Material(Value, frozen=True, kw_only=True):
    """Everything invented, in one place: `assets/demo.json`."""

    about: str
    agent: str
    manager: str
    platforms: tuple[str, ...]
    offices: tuple[Office, ...]
    productions: tuple[Production, ...]
    looks: dict[str, tuple[str, ...]]
    readers: tuple[str, ...]
    choices: tuple[str, ...]
    redirects: tuple[str, ...]
    good: tuple[str, ...]
    off: ByPace
    next_time: ByPace
    later: tuple[str, ...]
    notes: tuple[str, ...]
    feedback: tuple[Remark, ...]
    holds: tuple[HoldWords, ...]
    tags: tuple[str, ...]

    def wardrobe(self, medium: Medium) -> tuple[str, ...]:
        """What one would wear for this kind of work."""
        return self.looks.get(medium.value, self.looks["other"])


def read_material(data: bytes) -> Material:
    """Read `assets/demo.json`.

    Raises:
        msgspec.DecodeError: where it is not the JSON this describes.
    """
    return msgspec.json.decode(data, type=Material)


def open_material() -> Material:
    """The material that came with the program: inside the package, or beside it in a checkout."""
    inside = files("callbacktui") / "assets"
    assets = inside if inside.is_dir() else Path(__file__).parents[4] / "assets"
    return read_material((assets / "demo.json").read_bytes())
