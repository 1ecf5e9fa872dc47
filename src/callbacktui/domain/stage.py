"""Stages and dispositions of an audition, and which moves are possible from each stage."""

from typing import Final

from callbacktui.domain.base_classes import LabelledEnum


class Stage(LabelledEnum):
    """How far an audition has come, in order."""

    CONSIDERING = "considering"
    SUBMITTED = "submitted"
    REQUESTED = "requested"
    AUDITIONED = "auditioned"
    CALLBACK = "callback"
    TEST = "test"
    HOLD = "hold"
    OFFER = "offer"
    BOOKED = "booked"
    WRAPPED = "wrapped"

    @property
    def rank(self) -> int:
        """The position in the order, from 0."""
        return _RANK[self]


class Disposition(LabelledEnum):
    """How an audition ended, or `OPEN`."""

    OPEN = "open"
    PRESUMED_PASSED = "presumed_passed"
    PASSED_TOLD = "passed_told"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"
    REQUEST_DECLINED = "request_declined"
    DEADLINE_MISSED = "deadline_missed"
    CANCELLED = "cancelled"
    TYPED_OUT = "typed_out"
    NOT_SEEN = "not_seen"
    ROLE_CUT = "role_cut"
    CAST_OTHERWISE = "cast_otherwise"
    PROJECT_SHELVED = "project_shelved"
    OFFER_DECLINED = "offer_declined"
    OFFER_WITHDRAWN = "offer_withdrawn"
    RECAST = "recast"
    COMPLETED = "completed"

    @property
    def word(self) -> str:
        return "cast someone else" if self is Disposition.CAST_OTHERWISE else super().word

    @property
    def sentence(self) -> str:
        """The ending in a phrase for the actor."""
        return _SENTENCES[self]

    @property
    def theirs(self) -> bool:
        """True if casting said it; false if the actor decided, or time ran out."""
        return self in _THEIRS


Move = Stage | Disposition
"""A move of an audition: to a stage, or to an ending."""

STRAIGHT_TO: Final = "a hold, an offer or a job"
"""What an audition may come to without a callback."""

_RANK: Final = {stage: rank for rank, stage in enumerate(Stage)}

_SENTENCES: Final = {
    Disposition.OPEN: "still open",
    Disposition.PRESUMED_PASSED: "no word came, so presumed passed",
    Disposition.PASSED_TOLD: "they went another way, and said so",
    Disposition.RELEASED: "released from a hold",
    Disposition.WITHDRAWN: "you stepped away",
    Disposition.REQUEST_DECLINED: "you declined the request",
    Disposition.DEADLINE_MISSED: "the deadline passed",
    Disposition.CANCELLED: "the session was cancelled",
    Disposition.TYPED_OUT: "typed out, by look or type",
    Disposition.NOT_SEEN: "you were there, and not seen",
    Disposition.ROLE_CUT: "the role was cut",
    Disposition.CAST_OTHERWISE: "they cast someone else",
    Disposition.PROJECT_SHELVED: "the project was shelved",
    Disposition.OFFER_DECLINED: "you declined the offer",
    Disposition.OFFER_WITHDRAWN: "the offer was withdrawn",
    Disposition.RECAST: "the part was recast",
    Disposition.COMPLETED: "wrapped",
}

_THEIRS: Final = {
    Disposition.PASSED_TOLD,
    Disposition.RELEASED,
    Disposition.CANCELLED,
    Disposition.TYPED_OUT,
    Disposition.NOT_SEEN,
    Disposition.ROLE_CUT,
    Disposition.CAST_OTHERWISE,
    Disposition.PROJECT_SHELVED,
    Disposition.OFFER_WITHDRAWN,
    Disposition.RECAST,
}

_AFTER_A_READ: Final[tuple[Move, ...]] = (
    Stage.CALLBACK,
    Stage.TEST,
    Stage.HOLD,
    Stage.OFFER,
    Stage.BOOKED,
    Stage.REQUESTED,
    Disposition.PRESUMED_PASSED,
    Disposition.PASSED_TOLD,
    Disposition.RELEASED,
    Disposition.TYPED_OUT,
    Disposition.ROLE_CUT,
    Disposition.CAST_OTHERWISE,
    Disposition.PROJECT_SHELVED,
    Disposition.WITHDRAWN,
    Disposition.CANCELLED,
    Disposition.REQUEST_DECLINED,
    Disposition.DEADLINE_MISSED,
)

MOVES: Final[dict[Stage, tuple[Move, ...]]] = {
    Stage.CONSIDERING: (
        Stage.SUBMITTED,
        Stage.REQUESTED,
        Stage.OFFER,
        Disposition.WITHDRAWN,
        Disposition.TYPED_OUT,
        Disposition.NOT_SEEN,
    ),
    Stage.SUBMITTED: (
        Stage.REQUESTED,
        Stage.HOLD,
        Stage.OFFER,
        Disposition.PRESUMED_PASSED,
        Disposition.CAST_OTHERWISE,
        Disposition.ROLE_CUT,
        Disposition.PROJECT_SHELVED,
        Disposition.WITHDRAWN,
        Disposition.TYPED_OUT,
        Disposition.NOT_SEEN,
    ),
    Stage.REQUESTED: (
        Stage.AUDITIONED,
        Disposition.REQUEST_DECLINED,
        Disposition.DEADLINE_MISSED,
        Disposition.CANCELLED,
        Disposition.TYPED_OUT,
        Disposition.NOT_SEEN,
        Disposition.ROLE_CUT,
        Disposition.PROJECT_SHELVED,
    ),
    Stage.AUDITIONED: _AFTER_A_READ,
    Stage.CALLBACK: _AFTER_A_READ,
    Stage.TEST: _AFTER_A_READ,
    Stage.HOLD: (
        Stage.HOLD,
        Stage.CALLBACK,
        Stage.TEST,
        Stage.OFFER,
        Stage.BOOKED,
        Disposition.RELEASED,
        Disposition.WITHDRAWN,
        Disposition.PRESUMED_PASSED,
        Disposition.ROLE_CUT,
        Disposition.PROJECT_SHELVED,
    ),
    Stage.OFFER: (
        Stage.BOOKED,
        Disposition.OFFER_DECLINED,
        Disposition.OFFER_WITHDRAWN,
        Disposition.PROJECT_SHELVED,
    ),
    Stage.BOOKED: (
        Stage.WRAPPED,
        Disposition.RECAST,
        Disposition.ROLE_CUT,
        Disposition.PROJECT_SHELVED,
        Disposition.WITHDRAWN,
    ),
    Stage.WRAPPED: (Disposition.COMPLETED,),
}
"""All moves possible from each stage; `transitions.legal` removes those not possible now."""

JOB_LOST: Final = frozenset(
    {
        Disposition.RECAST,
        Disposition.ROLE_CUT,
        Disposition.PROJECT_SHELVED,
        Disposition.WITHDRAWN,
        Disposition.RELEASED,
    }
)
"""The endings of a booked job that was not done after all."""


class Reason(LabelledEnum):
    """Why the actor did not get the part, as far as anybody knows."""

    LOOK_OR_PAIRING = "look_or_pairing"
    ROLE_CUT = "role_cut"
    TOO_SIMILAR_TO_CAST = "too_similar_to_cast"
    SOMEONE_IN_MIND = "someone_in_mind"
    AGE_READ = "age_read"
    SCHEDULE = "schedule"
    NAME_VALUE = "name_value"
    LOCAL_HIRE_OR_BUDGET = "local_hire_or_budget"
    UNION = "union"
    CONFLICT = "conflict"
    DIRECTION_CHANGED = "direction_changed"
    PROJECT_SHELVED = "project_shelved"
    PERFORMANCE = "performance"

    @property
    def in_my_hands(self) -> bool:
        """True for the one reason that the actor can influence."""
        return self is Reason.PERFORMANCE


class Certainty(LabelledEnum):
    """How certain a reason is: somebody said it, it is a guess, or it is unknown."""

    TOLD = "told"
    GUESS = "guess"
    UNKNOWN = "unknown"
