"""Tells whether a mail invites the actor to callbacks, which it names in the plural."""

import re
from typing import Final

from msgspec.structs import replace

from callbacktui.exchange.invitation.confirm_words import Wanted
from callbacktui.exchange.invitation.times_in_letter import Page

_BACKS: Final = r"(?:call[- ]?backs|recalls)"
_INVITED: Final = re.compile(
    rf"\b(?:would|'d) (?:really )?(?:like|love) (?:for )?(?:to (?:have|see|invite|bring) )?you (?:to |back |in |at |for |come |attend |join )*(?:us )?(?:at |for |to )?(?:our |the )?(?:final )?{_BACKS}\b"
    rf"|\b(?:can|could|would) (?:you|u) (?:please )?(?:come|make it|join us|be)(?: in| back)? (?:to|at|for) (?:our |the )?{_BACKS}\b"
    rf"|\b(?:link|schedule|slots?|times?) for (?:the |your |our |today's |tomorrow's )*{_BACKS}\b"
    rf"|\binvit(?:e|ed|ing) (?:you )?(?:back )?(?:to|for) (?:attend |join )?(?:our |the )?(?:final )?{_BACKS}\b"
    rf"|\byou(?:'ve| have)? (?:made (?:it (?:in)?to )?|been (?:called back|selected|chosen|invited) (?:for|to) )(?:our |the )?{_BACKS}\b",
    re.IGNORECASE,
)
_THEIRS: Final = re.compile(rf"\b{_BACKS}\b", re.IGNORECASE)
_ONLY_IF: Final = re.compile(r"\b(?:if|should|may|might|in case)\b[^.!?\n]*$", re.IGNORECASE)


def invites_to_callbacks(text: str) -> bool:
    """Whether a text invites to callbacks: "we'd love to have you at callbacks"."""
    return any(not _ONLY_IF.search(text[: found.start()]) for found in _INVITED.finditer(text))


def with_callbacks(page: Page) -> Page:
    """Return a page with the time of the callbacks as that of a round for this actor."""
    mentions = tuple(
        replace(m, purpose="later")
        if m.purpose == "skip"
        and m.answer is Wanted.NO
        and _THEIRS.search(f"{m.clause.label} {m.clause.text}")
        else m
        for m in page.mentions
    )
    return replace(page, mentions=mentions)
