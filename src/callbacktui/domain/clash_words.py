"""Say a clash in words: on which days, and what meets what."""

from collections.abc import Sequence

from pendulum import DateTime

from callbacktui.domain.clashes import Clash, Commitment, CommitmentKind
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.spans import short_range
from callbacktui.domain.moment import today
from callbacktui.domain.row_time_words import moment_words
from callbacktui.domain.text import clean_line


def commitment_words(one: Commitment, now: DateTime) -> str:
    """Return what wants the actor: "your book-out (family)", "“pinned” Nina, The Seagull"."""
    return clean_line(_words(one, now))


def _words(one: Commitment, now: DateTime) -> str:
    time = moment_words(one.begins, now)[1]
    hour = f", {time}" if time else ""
    match one.kind:
        case CommitmentKind.BOOKOUT:
            return f"your book-out{f' ({one.word})' if one.word else ''}"
        case CommitmentKind.BOOKING:
            return f"booked {one.title}"
        case CommitmentKind.OFFER:
            return f"the offer of {one.title}"
        case CommitmentKind.HOLD:
            return f"{one.word} {one.title}{f' ({one.rank})' if one.rank else ''}"
        case CommitmentKind.SHOOT:
            return f"the dates of {one.title}"
        case CommitmentKind.EXCLUSIVITY if one.ends:
            until = format_day(one.ends.day, today(now))
            return f"{one.title}, exclusive for {one.word} until {until}"
        case CommitmentKind.EXCLUSIVITY:
            return f"{one.title}, exclusive for {one.word}, no end known"
        case CommitmentKind.CATEGORY:
            return f"{one.title}, which is for {one.word}, too"
    return f"the {one.word} for {one.title}{hour}"


def clash_words(clash: Clash, of: str, now: DateTime) -> str:
    """Return the days of a clash, and what one of the two meets: "18 Dec: “pinned” Ghost"."""
    days = short_range(clash.days, today(now))
    return f"{days}: {commitment_words(clash.other(of), now)}"


def whole_clash_words(clash: Clash, now: DateTime) -> str:
    """Return the days of a clash, and what meets what."""
    a, b = (commitment_words(one, now) for one in (clash.a, clash.b))
    return f"{short_range(clash.days, today(now))}: {a} meets {b}"


def warning(clashes: Sequence[Clash], of: str, now: DateTime) -> str:
    """Return one line about the clashes of an audition or a book-out; empty if there are none."""
    if not clashes:
        return ""
    more = f", and {len(clashes) - 1} more" if len(clashes) > 1 else ""
    return f"Clash {clash_words(clashes[0], of, now)}{more}"
