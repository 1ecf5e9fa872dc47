"""Decides what each field of a quick line is if several words speak of it."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.enums import Format, Medium, RoundKind, Source
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.stage import Stage
from callbacktui.domain.text import fold
from callbacktui.exchange.quick_line.hours import has_end
from callbacktui.exchange.quick_line.line_state import UNREAD, Claim
from callbacktui.exchange.quick_line.marked_words import read_marks
from callbacktui.exchange.quick_line.take_trade_terms import ANSWER_BY

WORDS: Final = {
    "at": "dates",
    "due_at": "deadlines",
    "kind": "kinds of round",
    "format": "ways of reading",
    "medium": "media",
    "size": "sizes of role",
    "union": "unions",
    "source": "ways in",
    "platform": "platforms",
    "stage": "stages",
    "ending": "endings",
    "place": "places",
    "rep": "reps",
    "rate": "rates",
    "hold": "holds",
    "shoot_dates": "shoots",
    "fitting": "fittings",
    "producers": "companies",
    "nda": "NDAs",
}
"""The fields of which a line has one, and what two of them are called."""

_OPEN_CALLS: Final = {RoundKind.EPA, RoundKind.ECC, RoundKind.OPEN_CALL}
_SAYS_MORE: Final = re.compile(
    r"(?:eccs?|(?:equity )?chorus calls?) \w+"
    r"|(?:radio|national|regional|final|first|second|third|1st|2nd|3rd|another|next|live"
    r"|producers?'?|directors?'?|dance|singing|music|vocal|movement) (?!calls?$|session|vid)"
    r"|.* #\d$"
    r"|(?-i:[A-Z]{2,5}) (?:student|thesis)|sag.* (?:[mu]?lb|low)"
    r"|\w+ (?:\w+ )?(?:vo|v/o|voice.?over)\b|(?:vo|v/o|voice.?over) \w",
    re.IGNORECASE,
)


class Fields:
    """The fields of a line by name, and the claims they were decided from."""

    def __init__(self, claims: Sequence[Claim], now: DateTime) -> None:
        self.claims, self.values, marked_twice = read_marks(claims)
        self.problems = [*marked_twice]
        self._now = now
        if "nda" in map(fold, self.values["tags"]):
            self.values["nda"] = True
        self._resolve_holds()
        self._resolve_kinds()
        self._resolve_media()
        self._resolve_submission()
        self._resolve_news()
        for field in WORDS:
            self._resolve(field)
        self._resolve_appointment()
        self._resolve_fitting()
        self._resolve_answer()

    def get(self, field: str) -> Any:  # noqa: ANN401
        """Return the value of a field, None if the line does not say."""
        return self.values.get(field)

    @property
    def read(self) -> tuple[Claim, ...]:
        """What was understood, in the order of the line."""
        return tuple(claim for claim in self.claims if claim.field != UNREAD)

    @property
    def unread(self) -> tuple[Claim, ...]:
        """What was not understood, in the order of the line."""
        return tuple(claim for claim in self.claims if claim.field == UNREAD)

    @property
    def notes(self) -> str:
        """All that no field has room for, as it was typed."""
        more = (claim.words for claim in self.claims if claim.field == UNREAD or _says_more(claim))
        return " ".join(more)

    def _resolve_holds(self) -> None:
        """A hold with its days may stand beside an appointment: "wed 2pm, pencil 4-9 jan".

        Beside a read that is asked for it is a word about dates.
        """
        if not self._has("hold"):
            return
        if self._has("kind", "format", "due_at"):
            self._leave(lambda claim: claim.field == "hold", "that is about dates, and no hold yet")
            return
        has_days = any(claim.field == "hold" and claim.value[1] for claim in self.claims)
        if not has_days:
            self._leave(
                lambda claim: claim.field == "at" and claim.value.time is not None,
                example_dates("a hold isn't an appointment. Write its days too: pencil 14-18 Dec"),
            )
        for place, claim in enumerate(self.claims):
            is_day = claim.field == "at" and claim.value.time is None
            if is_day or claim.value == "several":
                self.claims[place] = replace(claim, field="hold", value=("", claim.words))
        holds = [claim.value for claim in self.claims if claim.field == "hold"]
        words = {word for word, _ in holds if word}
        spans = [said for _, said in holds if said]
        if len(words) == 1 and len(spans) < 2:
            self.values["hold"] = (words.pop(), "".join(spans))

    def _resolve_kinds(self) -> None:
        """Of "callback chem read" the chem read is the kind; an open call is a way in, too."""
        kinds = {claim.value for claim in self.claims if claim.field == "kind"}
        if kinds & _OPEN_CALLS and not self._has("source"):
            self.values["source"] = Source.OPEN_CALL
        exact = kinds - {RoundKind.AUDITION, RoundKind.OPEN_CALL}
        if RoundKind.CALLBACK in exact:
            later = {k for k in exact if not k.is_first} - {RoundKind.CALLBACK}
            exact = later or {RoundKind.CALLBACK}
        elif not exact:
            exact = kinds - {RoundKind.AUDITION} or kinds
        if len(exact) == 1:
            self.values["kind"] = exact.pop()

    def _resolve_media(self) -> None:
        """A spot that is for the voice is a voice-over."""
        media = {claim.value for claim in self.claims if claim.field == "medium"}
        if media == {Medium.VOICE_OVER, Medium.COMMERCIAL} and not self._has("#"):
            self.values.setdefault("medium", Medium.VOICE_OVER)
            self.claims = [
                replace(c, field="said") if c.value is Medium.COMMERCIAL else c for c in self.claims
            ]

    def _resolve_submission(self) -> None:
        """What was submitted and is asked for has come further than that."""
        if "stage" in self.values:
            return
        if self._has("kind", "due_at"):
            self.claims = [
                replace(c, field="said") if c.value is Stage.SUBMITTED else c for c in self.claims
            ]
        elif any(c.field == "source" and "sub" in c.words.lower() for c in self.claims):
            self.values["stage"] = Stage.SUBMITTED

    def _resolve_news(self) -> None:
        """Beside a read, "booked" may be the read; a day beside it may be anything."""
        if not self._has("kind", "format", "at") and any(
            c.value is Stage.OFFER for c in self.claims
        ):
            self._leave(lambda c: c.field == "due_at", ANSWER_BY)
        has_hour = any(c.field == "at" and c.value.time is not None for c in self.claims)
        is_read = has_hour or self._has("kind", "due_at", "format")
        is_given = any(c.field == "at" and has_begun(c.value, self._now) for c in self.claims)
        if is_read:
            self._leave(
                lambda c: c.value in {Stage.BOOKED, Stage.OFFER} or c.field == "ending",
                "the line speaks of an audition too. Which is it?",
            )
        elif any(
            c.value in {Stage.BOOKED, Stage.OFFER} or c.field == "ending" for c in self.claims
        ):
            self._leave(
                lambda c: c.field == "at", "is it a day of the work? Then write shoots before it"
            )
        if not is_given:
            self._leave(lambda c: c.value is Stage.AUDITIONED, "when was it? Write its day, too")

    def _resolve(self, field: str) -> None:
        """Let a mark decide; of words that say two different things none is taken."""
        found = [claim for claim in self.claims if claim.field == field]
        said = {_key(claim.value): claim.value for claim in found}
        if field in self.values:
            if field not in {"kind", "hold"}:
                kept = _key(self.values[field])
                self._leave(
                    lambda claim: claim.field == field and _key(claim.value) != kept,
                    f"the line says another of the {WORDS[field]} with a mark",
                )
        elif len(said) == 1:
            self.values[field] = found[0].value
        elif found:
            self._leave(lambda claim: claim.field == field, f"two {WORDS[field]}")

    def _resolve_appointment(self) -> None:
        """A date beside a tape may be its deadline, one ahead of a submission anything."""
        at = self.get("at")
        if at is None or self.get("due_at") or at.instant < self._now:
            return
        is_sent = self.get("stage") is Stage.SUBMITTED and at.day > today(self._now)
        is_tape = any(
            claim.field == "format" and claim.value is Format.SELF_TAPE and claim.words[0] != "!"
            for claim in self.claims
        )
        why = (
            "is that when the tape is due? Write it as: due fri noon"
            if is_tape
            else "is that an audition? Then it is more than submitted"
        )
        if is_tape or (is_sent and not self._has("kind", "format")):
            del self.values["at"]
            self._leave(lambda claim: claim.field == "at", why)

    def _resolve_fitting(self) -> None:
        """A fitting is that of a job, or of a hold on its days."""
        if self.get("hold") or self.get("stage") in {Stage.BOOKED, Stage.OFFER}:
            return
        self.values.pop("fitting", None)
        self._leave(lambda claim: claim.field == "fitting", "that is about work, not an audition")

    def _resolve_answer(self) -> None:
        """A time to answer by is that of a hold, or of a read that is ahead; no offer has one."""
        told = [claim for claim in self.claims if claim.field == "answer_by"]
        self.claims = [claim for claim in self.claims if claim.field != "answer_by"]
        at, by = self.get("at"), told[0].value if len(told) == 1 else None
        if by is None or by.instant < self._now or self.get("stage") or self.get("ending"):
            return
        field = "answer_by" if self.get("hold") else "confirm_by"
        if field == "answer_by" or (at is not None and by.instant < at.instant):
            self.values[field] = by
            claims = [*self.claims, replace(told[0], field=field)]
            self.claims = sorted(claims, key=lambda claim: claim.start)

    def _has(self, *fields: str) -> bool:
        return any(claim.field in fields for claim in self.claims)

    def _leave(self, is_meant: Callable[[Claim], bool], reason: str) -> None:
        """Leave some claims unread, for a reason."""
        self.claims = [
            replace(claim, field=UNREAD, reason=reason) if is_meant(claim) else claim
            for claim in self.claims
        ]


def has_begun(at: Moment, now: DateTime) -> bool:
    """Whether what is said to be done can be done: a day without an hour may be today."""
    return at.day <= today(now) if at.time is None else at.instant < now


def _key(value: object) -> object:
    return (value.instant, value.time is None) if isinstance(value, Moment) else value


def _says_more(claim: Claim) -> bool:
    """Whether the words say more than their field: "2nd callback", "3-5pm"."""
    if claim.field in {"at", "due_at"}:
        return claim.value.time is not None and has_end(claim.words)
    return claim.field in {"kind", "medium", "union"} and _SAYS_MORE.match(claim.words) is not None
