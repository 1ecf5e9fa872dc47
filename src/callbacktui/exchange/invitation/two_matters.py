"""Takes a letter apart that releases the actor from one job and speaks of another one, too."""

import re
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.moment import today
from callbacktui.exchange.invitation.clauses import Clause, straight
from callbacktui.exchange.invitation.kind import is_release
from callbacktui.exchange.invitation.letters import Letter
from callbacktui.exchange.invitation.times_in_letter import Page

_NEW: Final = re.compile(
    r"\bare you (?:free|available|clear|around)\b|\bavail(?:ability)?s? ?-?check|\bcheck(?:ing)?\b.{0,24}\bavail"
    r"|\b(?:like|love|want|need|ask(?:ed)?|hop(?:e|ing)|can we|could we)s?(?: to)? (?:(?:heavy|heavily|light|lightly) )?"
    r"(?:pencil|hold|pin|put|see|book|offer|recall|meet|bring) you\b"
    r"|\b(?:pencil|pin|pencil+ing|pinning) you\b(?! (?:off|out))"
    r"|\b(?:put|place|placing|putting) you on (?:a )?(?:hold|avail|pin|pencil|(?:first|1st) refusal)"
    r"|\byou(?:'re| are) (?:now )?(?:on )?(?:(?:first|1st) refusal|pinned|(?:a )?hold|avail)\b"
    r"|\b(?:(?:call-?back|recall|audition|appointment|self-?tape|tape) (?:for|on|is|request)|booked you|offer(?:ed|ing)? you)\b",
    re.IGNORECASE,
)
"""Words of something that begins, beside what ends."""

_OVER: Final = re.compile(
    r"\b(?:was|were|had|been|thanks?|sorry|no longer|next time|in future)\b", re.IGNORECASE
)
"""Words of what was, or may once be: "Thank you for holding the dates"."""


def part_matters(letter: Letter, page: Page) -> tuple[Letter, str]:
    """Return a letter with one matter only, and the sentences of the other one.

    The subject says which of them stays; without it that is the one that begins.
    """
    releases = [clause for clause in page.clauses if is_release(clause.text)]
    others = [one for one in page.clauses if one not in releases and not _OVER.search(one.text)]
    ahead = [
        m.clause for m in page.mentions if m.days and m.days.last >= today(page.letter.written)
    ]
    news = [one for one in others if _NEW.search(one.text)]
    near = {id(two) for one, two in pairwise(page.clauses) if one in news and two in others}
    dated = any(clause in news or id(clause) in near for clause in ahead)
    if not releases or not news or not dated:
        return letter, ""
    other = news if is_release(straight(letter.subject)) else releases
    text = straight(letter.text)
    for clause in other:
        text = _words(clause).sub(" ", text, count=1)
    told = " ".join(clause.text for clause in other)
    names = re.findall(r"\b[A-Z][\w']{3,}", straight(letter.subject))
    is_of_other = any(name in told for name in names) and not any(name in text for name in names)
    return replace(letter, text=text, subject="" if is_of_other else letter.subject), told


def _words(clause: Clause) -> re.Pattern[str]:
    """Return the pattern of a clause in its letter, over line breaks and quote marks."""
    return re.compile(r"[\s>]+".join(map(re.escape, clause.text.split())))
