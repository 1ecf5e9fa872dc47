"""Proportions with numerator and denominator, and how much of them may be shown."""

from math import ceil, floor, sqrt
from typing import Final, NamedTuple

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.stage import STRAIGHT_TO

_Z: Final = 1.959963984540054
"""The normal quantile of a two-sided 95 % interval."""


class Label(NamedTuple):
    """What is counted, in a few words; what it is a part of, and more about that."""

    counted: str
    one: str
    more: str = ""


_AUDITION: Final = "settled audition"
_PACE: Final = " that rated the pace"

LABELS: Final = {
    "called_in_again": Label("called in again", "office", " that called you in"),
    "call_in_rate": Label("called in", "settled submission"),
    "callback_rate": Label("called back", _AUDITION),
    "final_few_rate": Label("test, hold or job", _AUDITION),
    "booking_rate": Label("booked", _AUDITION),
    "callback_to_booking": Label("job after a callback", "settled callback"),
    "hold_to_booking": Label("job after a hold", "settled hold"),
    "went_further": Label("went further", _AUDITION, " with a known date"),
    "late_word": Label("heard back after all", "audition", " you had let go"),
    "good_pace": Label("at a good pace", "reflection", _PACE),
    "rushed": Label("rushed", "reflection", _PACE),
    "dragged": Label("dragged", "reflection", _PACE),
    "gave_my_audition": Label("as you meant it", "reflection", " that answered this"),
    "gut_likely": Label("went further", _AUDITION, " your gut called likely"),
}
"""The label of each proportion by its name."""

GROUPED_BY: Final = {"callback_rate": "by kind of work", "call_in_rate": "by rep"}
"""Of what the groups of a proportion are."""

COUNTS_ONLY: Final = 5
"""Below this base nothing but the counts is shown."""

PERCENT_FROM: Final = 20
"""From this base on a percentage is shown."""

COMPARED_FROM: Final = 10
"""Two groups are compared only if both have at least this base."""


class Shown(LabelledEnum):
    """How much of a proportion may be shown: the values are those of `stats --json`."""

    NONE = "none"
    COUNTS = "counts"
    INTERVAL = "interval"
    PERCENT = "percent"


class Interval(NamedTuple):
    """The ends of a 95 % interval, from 0 to 1."""

    low: float
    high: float


class Proportion(NamedTuple):
    """`k` of `n`, and how many more are `open` and not counted yet.

    `presumed` of the `n` are counted as a no only because no word came; `straight` of them had no
    callback because they went to a hold, an offer or a job without one. `group` is empty for the
    whole: else it says of what the proportion is a part.
    """

    name: str
    k: int
    n: int
    open: int = 0
    presumed: int = 0
    group: str = ""
    straight: int = 0

    @property
    def shown(self) -> Shown:
        """How much may be shown for this base."""
        if self.n == 0:
            return Shown.NONE
        if self.n < COUNTS_ONLY:
            return Shown.COUNTS
        return Shown.PERCENT if self.n >= PERCENT_FROM else Shown.INTERVAL

    @property
    def interval(self) -> Interval | None:
        """The Wilson interval, `None` if the base is too small for one."""
        return wilson(self.k, self.n) if self.n >= COUNTS_ONLY else None

    @property
    def label(self) -> str:
        """What is counted, in a few words."""
        return LABELS[self.name].counted

    @property
    def what(self) -> str:
        """What it is a part of: "settled auditions"."""
        label = LABELS[self.name]
        return f"{label.one}{'' if self.n == 1 else 's'}{label.more}"

    @property
    def base(self) -> str:
        """What it is a part of, and how many went straight to a job or are not counted yet."""
        return f"of {self.what}{self.rest}"

    @property
    def rest(self) -> str:
        """Those that went straight to a job and those not counted yet, each after a semicolon."""
        straight = f"; {self.straight:,} went straight to {STRAIGHT_TO}" if self.straight else ""
        return straight + (f"; {self.still_open}" if self.open else "")

    @property
    def still_open(self) -> str:
        """How many are not counted yet: "3 more are still open"; empty if there are none."""
        if not self.open:
            return ""
        return f"{self.open:,} more {'is' if self.open == 1 else 'are'} still open"

    @property
    def counts(self) -> str:
        """Numerator and denominator: "3 of 10", "none of 4"."""
        return f"{self.hits} of {self.n:,}"

    @property
    def hits(self) -> str:
        """The numerator in words: "3", "none"."""
        return f"{self.k:,}" if self.k else "none"

    @property
    def share(self) -> str:
        """What the counts tell: "60%, likely 51 to 68%"; empty if the base is too small."""
        if self.interval is None:
            return ""
        between = _between(self.interval)
        if self.shown is Shown.INTERVAL:
            return f"too early to tell, {between}"
        if self.k in {0, self.n}:
            return f"likely {between}"
        return f"{percent_words(self.k / self.n)}, likely {between}"

    @property
    def in_brackets(self) -> str:
        """The share after a space and in brackets, if there is one to show."""
        return f" ({self.share})" if self.share else ""


def wilson(k: int, n: int) -> Interval:
    """Return the 95 % score interval of `k` in `n` (Wilson 1927).

    Raises:
        ValueError: if not 0 <= k <= n with n > 0.
    """
    if not 0 <= k <= n or n == 0:
        raise ValueError(f"{k} of {n} isn't a proportion")
    p, z2 = k / n, _Z * _Z
    middle = p + z2 / (2 * n)
    half = _Z * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    whole = 1 + z2 / n
    low = (middle - half) / whole if k else 0.0
    high = (middle + half) / whole if k < n else 1.0
    return Interval(min(low, p), max(high, p))


def differ(a: Proportion, b: Proportion) -> bool:
    """Return whether two proportions surely differ: the 95 % interval of the difference is off 0.

    The interval is made of both Wilson intervals (Newcombe 1998, method 10). False if either base
    is under 10.
    """
    if min(a.n, b.n) < COMPARED_FROM:
        return False
    p, q = a.k / a.n, b.k / b.n
    one, other = wilson(a.k, a.n), wilson(b.k, b.n)
    low = p - q - sqrt((p - one.low) ** 2 + (other.high - q) ** 2)
    high = p - q + sqrt((one.high - p) ** 2 + (q - other.low) ** 2)
    return low > 0 or high < 0


def _between(interval: Interval) -> str:
    """Return an interval in whole percent; neither end is called 0 or 100."""
    low, high = _percent(interval.low), _percent(interval.high)
    if low == 0:
        return f"under {max(ceil(100 * interval.high), 1)}%"
    if high == 100:
        return f"over {min(floor(100 * interval.low), 99)}%"
    return f"{low} to {high}%"


def percent_words(share: float) -> str:
    """Return a share in whole percent: "60%"; "under 1%" and "over 99%" if 0 or 100 is not true."""
    percent = _percent(share)
    if percent == 0 < share:
        return "under 1%"
    return "over 99%" if percent == 100 > 100 * share else f"{percent}%"


def _percent(share: float) -> int:
    return round(share * 100)
