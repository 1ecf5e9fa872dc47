"""Proportions with numerator and denominator, and how much of them may be shown."""

from math import sqrt
from typing import Final, NamedTuple

from callbacktui.domain.base_classes import LabelledEnum

_Z: Final = 1.959963984540054
"""The normal quantile of a two-sided 95 % interval."""

LABELS: Final = {
    "called_in_again": ("called in again", "of the offices that asked you in"),
    "call_in_rate": ("asked in", "of submissions that were asked in or closed"),
    "callback_rate": ("called back", "of auditions that were called back, won or closed"),
    "final_few_rate": ("among the last few", "of auditions with a test or a hold, or closed"),
    "booking_rate": ("booked", "of auditions that were booked or closed"),
    "callback_to_booking": ("callback to job", "of callbacks that were booked or closed"),
    "hold_to_booking": ("hold to job", "of holds that were booked or closed"),
    "went_further": (
        "went further",
        "to a callback, a hold or a job; of settled auditions whose day is known",
    ),
    "late_word": ("word after all", "of auditions you let go"),
    "rushed": ("rushed", "of reflections with a mark for pace"),
    "dragged": ("dragged", "of reflections with a mark for pace"),
    "gave_my_audition": ("gave my audition", "of reflections that say"),
    "gut_likely": ("a callback or more", "of settled auditions your gut called likely"),
}
"""Of each proportion what is counted, and what it is a part of."""

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
        return LABELS[self.name][0]

    @property
    def what(self) -> str:
        """What it is a part of: "of holds that were booked or closed"."""
        return LABELS[self.name][1]

    @property
    def base(self) -> str:
        """What it is a part of, and how many are in neither count or went straight to a job."""
        return self.what + self.straight_words + self.still_open

    @property
    def still_open(self) -> str:
        """How many are not counted yet, after a semicolon; empty if there are none."""
        if not self.open:
            return ""
        return f"; {self.open} {'is' if self.open == 1 else 'are'} still open"

    @property
    def straight_words(self) -> str:
        """How many were held or booked without a callback, after a semicolon; empty if none."""
        if not self.straight:
            return ""
        return f"; {self.straight} {'was' if self.straight == 1 else 'were'} held or booked without"

    @property
    def counts(self) -> str:
        """Numerator and denominator: "3 of 10"."""
        return f"{self.k} of {self.n}"

    @property
    def share(self) -> str:
        """What the counts tell: "60%, likely 51 to 68%"; empty if the base is too small."""
        if self.interval is None:
            return ""
        between = _between(self.interval)
        if self.shown is Shown.INTERVAL:
            return f"too early to tell, {between}"
        return f"{_percent(self.k / self.n)}%, likely {between}"

    @property
    def in_brackets(self) -> str:
        """The share after a space and in brackets, if there is one to show."""
        return f" ({self.share})" if self.share else ""


def wilson(k: int, n: int) -> Interval:
    """Return the 95 % score interval of `k` in `n` (Wilson 1927).

    Raises:
        ValueError: If not 0 <= k <= n with n > 0.
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
    """Return an interval in whole percent; one that is all but 0 or 100 is not called so."""
    low, high = _percent(interval.low), _percent(interval.high)
    if high == 0:
        return "under 1%"
    return "over 99%" if low == 100 else f"{low} to {high}%"


def _percent(share: float) -> int:
    return round(share * 100)
