"""The material for a made-up career: invented offices, productions, roles and remarks."""

from importlib.resources import files
from pathlib import Path

import msgspec

from callbacktui.domain.base_classes import Value
from callbacktui.domain.enums import HoldKind, Medium, Size, Union
from callbacktui.domain.piece import PieceKind
from callbacktui.domain.practice_entry import PracticeKind
from callbacktui.domain.stage import Reason


class Office(Value, frozen=True, kw_only=True):
    """An invented casting office: its time zone, its kinds of work, and its people."""

    name: str
    zone: str
    media: tuple[Medium, ...]
    people: tuple[str, ...]


class Part(Value, frozen=True, kw_only=True):
    """An invented role."""

    role: str
    size: Size
    breakdown: str


class Production(Value, frozen=True, kw_only=True):
    """An invented production with its roles."""

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
    """How an office words a hold: for `days` days, `after` some, or for dates in loose words."""

    kind: HoldKind
    word_used: str
    dates: str = ""
    after: int = 0
    days: int = 0


class Remark(Value, frozen=True, kw_only=True):
    """Feedback that a rep passes on."""

    text: str
    reason: Reason | None = None


class PieceIdea(Value, frozen=True, kw_only=True):
    """An invented piece, in use since `ago` days; retired that many days ago, if it was."""

    kind: PieceKind
    title: str
    ago: int
    source: str = msgspec.field(default="", name="from")
    length: str = ""
    key: str = ""
    style: str = ""
    file: str = ""
    notes: str = ""
    retired: int | None = None


class Expense(Value, frozen=True, kw_only=True):
    """What the actor spent, that many days ago."""

    category: str
    reason: str
    amount: str
    ago: int


class Away(Value, frozen=True, kw_only=True):
    """Days away, that many days ahead; the agent was told `told_ago` days ago, if at all."""

    ahead: int
    days: int
    why: str
    told_ago: int | None = None


class Session(Value, frozen=True, kw_only=True):
    """A class, coaching or a mock tape, that many days ago."""

    kind: PracticeKind
    who: str = msgspec.field(name="with")
    minutes: int
    ago: int
    note: str = ""


class ByPace(Value, frozen=True, kw_only=True):
    """Remarks that the actor notes, by pacing."""

    rushed: tuple[str, ...]
    dragged: tuple[str, ...]
    other: tuple[str, ...]

    def for_pacing(self, pacing: int) -> tuple[str, ...]:
        """Return the remarks that suit a pacing, from -2 (rushed) to 2 (dragged)."""
        if pacing == 0:
            return self.other
        return self.rushed if pacing < 0 else self.dragged


class Material(Value, frozen=True, kw_only=True):
    """All invented material, the contents of `assets/demo.json`."""

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
    pieces: tuple[PieceIdea, ...]
    expenses: tuple[Expense, ...]
    bookouts: tuple[Away, ...]
    practice: tuple[Session, ...]

    def wardrobe(self, medium: Medium) -> tuple[str, ...]:
        """Return clothes that an actor might wear for this kind of work."""
        return self.looks.get(medium.value, self.looks["other"])


def read_material(data: bytes) -> Material:
    """Parse the contents of `assets/demo.json`.

    Raises:
        msgspec.DecodeError: if it is not JSON of this form.
    """
    return msgspec.json.decode(data, type=Material)


def open_material() -> Material:
    """Load the material that ships with the package, or is next to it in a checkout."""
    inside = files("callbacktui") / "assets"
    assets = inside if inside.is_dir() else Path(__file__).parents[4] / "assets"
    return read_material((assets / "demo.json").read_bytes())
