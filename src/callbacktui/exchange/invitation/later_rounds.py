"""Tells which round a mail asks for: a callback, a test, a chemistry read, an open call."""

import re
from typing import Final

from callbacktui.domain.enums import RoundKind
from callbacktui.exchange.invitation.invited_to_callbacks import invites_to_callbacks

_I: Final = re.IGNORECASE


def _any(*shapes: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in shapes), _I)


_PERHAPS: Final = re.compile(
    r"\b(?:if|should (?:you|it|they)|once|assuming|would|may|might|possible|possibly|potential|tb[acd]|after that|next step|then)\b",
    _I,
)
LATER: Final = (
    (RoundKind.CHEMISTRY_READ, _any(r"\bchem(?:istry)?[- ](?:read|test|session)s?\b")),
    (RoundKind.NETWORK_TEST, _any(r"\bnetwork (?:test|session)\b", r"\btest(?:ing)? (?:for|at|with) (?:the )?network\b")),
    (RoundKind.STUDIO_TEST, _any(r"\bstudio test\b", r"\btest(?:ing)? (?:for|at|with) (?:the )?studio\b")),
    (RoundKind.SCREEN_TEST, _any(r"\b(?:screen|camera)[- ]?test\b")),
    (RoundKind.WORK_SESSION, _any(r"\bwork[- ]?sessions?\b", r"\bworkshop audition\b")),
    (RoundKind.PRODUCER_SESSION, _any(r"\bproducers?'?s? (?:session|callback|call-back|read)\b", r"\b(?:going|go|goes|you|her|him|read(?:ing)?) (?:straight )?to producers\b", r"\bproducers$", r"\bsession with the producers\b")),
    (RoundKind.DIRECTOR_SESSION, _any(r"\bdirector'?s? (?:session|callback|call-back)\b", r"\b(?:session|zoom|meeting|chat) with (?:the )?director\b")),
    (RoundKind.CALLBACK, _any(r"\bcall[- ]?back\b(?!s)", r"\b(?:both|your|two) call[- ]?backs\b", r"\brecall(?:ed|ing)?\b", r"\bcall(?:ed|ing)? (?:you|him|her|them) back\b", r"\bcalled back\b", r"\b(?:see|meet|have|hear) (?:you|him|her|them|more of you) (?:again|back)\b", r"\bwant(?:s|ed)? (?:you|him|her|them) back\b", r"\b(?:second|final|next|2nd|3rd|third) (?:round|recall)\b", r"\bbring(?:ing)? (?:you|him|her|them) back\b", r"\bback in(?: the room)? for\b", r"\bcome back (?:in|on|this|next|mon|tue|wed|thu|fri|sat|sun|and read|for)", r"\b[2-9](?:nd|rd|th) call\b", r"\bcb\b")),
)  # fmt: skip
FIRST: Final = (
    (RoundKind.EPA, _any(r"\bEPAs?\b", r"\bequity principal audition")),
    (RoundKind.ECC, _any(r"\bECCs?\b", r"\bequity chorus (?:call|audition)")),
    (RoundKind.OPEN_CALL, _any(r"\bopen (?:casting )?calls?\b", r"\bopen auditions?\b")),
    (RoundKind.DANCE_CALL, _any(r"\bdanc(?:e|ers?'?) (?:call|audition)s?\b", r"\bmovement calls?\b")),
    (RoundKind.SINGING_CALL, _any(r"\b(?:singing|singers?'?|vocal) (?:call|audition)s?\b")),
    (RoundKind.PRE_READ, _any(r"\bpre-?reads?\b")),
    (RoundKind.RETAPE, _any(r"\bre-?tapes?\b")),
)  # fmt: skip
_CALLBACK_AT: Final = r"call[- ]?back\b[^.;\n]{0,40}?\b(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\d{1,2}:\d\d|noon\b)(?! ?(?:-|\u2013|to|until) ?\d)"
"""One callback with an hour is the reader's own; a breakdown gives days, or a span of hours."""

_TEST_AT: Final = _CALLBACK_AT.replace("call[- ]?back", "(?:network|studio|screen) test")
_PAST_ROUND: Final = re.compile(
    r"\b(?:after|from|since|in|at|as at|as in|following|for your|loved|liked|enjoyed|strong|great|lovely|that was a|thank you for|thanks for) (?!(?:for|to|if)\b)(?:\w+ ){0,3}(?:call[- ]?backs?|recalls?|chem(?:istry)? reads?|work session|screen test)\b(?: (?:yesterday|today|on \w+|last week))?"
    r"|\bcall[- ]?backs?\b[^.;\n]{0,40}\bif (?:it|you|they|we|selected|chosen)\b"
    rf"|(?!{_CALLBACK_AT})\bcall[- ]?backs?\b[^.;\n]{{0,16}}\b(?:are|is(?!h\b)|will|would|on|may|might|to be|tba|tbc|tbd|if|yesterday|the week|week of|held|planned|scheduled for|expected|possible|\d{{1,2}}/\d)"
    r"|\b(?:possible|potential|any|choose|choosing|select|selected for|selecting|if there (?:is|are)|no) (?:a )?(?:call[- ]?backs?|recalls?|chemistry reads?|network tests?|studio tests?|screen tests?)\b"
    rf"|(?!{_TEST_AT})\b(?:recalls|callbacks|call-backs|network tests?|studio tests?|screen tests?|chemistry reads?)\b:? (?:will|would|on|are|is|may|to be|from|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|week|early|mid|late|tba|tbc)[^.\n]*"
    r"|(?<!\bboth )(?<!\byour )(?<!\btwo )\bcall[- ]?backs\b|\brecalls\b",
    _I,
)  # fmt: skip
_AUDITION_LINE: Final = re.compile(
    r"^(?:audition(?: dates?| times?| type)?|(?:tapes? |self-?tapes? )?(?:due|deadline)(?: date| by)?):|^(?:st|(?:self[- ]?)?tapes?) due\b",
    _I | re.MULTILINE,
)
_CALLBACK_LINE: Final = re.compile(
    r"^(?:call-?backs?|cbs?)(?: dates?| times?)?(?::| \d{1,2}/\d).*$", _I | re.MULTILINE
)
"""In a list with the audition or the deadline of its tape, the callback is one that may follow."""

_CALLBACK_DAY: Final = re.compile(
    r"\n(?:call-?backs?|cbs?)(?: dates?)?:? \D{0,12}\d{1,2}/\d{1,2}(?:/\d+)?\W*(?=\n|$)", _I
)
"""A line with the day of callbacks and no hour: one that may follow. The first line is the subject."""

_WITH_DIRECTOR: Final = re.compile(
    r"(?<!after )(?<!following )(?<!loved )(?<!liked )(?<!enjoyed )(?<!for )(?<!from )(?<!since )"
    r"\b(?:your|an?|this|the) (?:(?:first|initial|short|zoom) )*(?:audition|first (?:round|read))\b"
    r"[^.!?\n]{0,60}?\b(?:session|zoom|meeting|chat) with (?:the )?director\b",
    _I,
)
"""A first audition that the director sees: "your audition will be a Zoom with the director"."""


def later_round(text: str) -> RoundKind | None:
    """Return the kind of a later round that a text invites to, None if it speaks of none."""
    text = _CALLBACK_DAY.sub("\n", text)
    said = _PAST_ROUND.sub(
        " ", _CALLBACK_LINE.sub(" ", text) if _AUDITION_LINE.search(text) else text
    )
    said = _WITH_DIRECTOR.sub(" audition ", said)
    subject, _, body = said.partition("\n")
    sure = " ".join(one for one in re.split(r"(?<=[.!?])\s|\n", body) if not _PERHAPS.search(one))
    if found := _first_round(subject) or _first_round(sure):
        return found
    if LATER[-1][1].search(f"{subject}\n{sure}"):
        return RoundKind.CALLBACK
    is_callback = LATER[-1][1].search(body) or invites_to_callbacks(text)
    return _first_round(body) or (RoundKind.CALLBACK if is_callback else None)


def first_round(text: str) -> RoundKind | None:
    """Return the kind of first round that a text names, other than just an audition.

    The first line of the text is the subject, which comes before the rest.
    """
    subject, _, body = text.partition("\n")
    sure = " ".join(one for one in re.split(r"(?<=[.!?])\s|\n", body) if not _PERHAPS.search(one))
    return _earliest(FIRST, subject) or _earliest(FIRST, sure)


def round_named(text: str) -> RoundKind | None:
    """Return the kind of a later round that a few words name, other than just a callback."""
    return _first_round(text)


def _first_round(text: str) -> RoundKind | None:
    """Return the kind of the first later round in a text, other than just a callback."""
    return _earliest(LATER[:-1], text)


def _earliest(kinds: tuple[tuple[RoundKind, re.Pattern[str]], ...], text: str) -> RoundKind | None:
    found = ((match.start(), kind) for kind, shape in kinds if (match := shape.search(text)))
    return min(found, key=lambda one: one[0], default=(0, None))[1]
