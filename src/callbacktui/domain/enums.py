"""The enums of an audition's fields, other than stage and disposition."""

from typing import Final

from callbacktui.domain.base_classes import LabelledEnum


class Medium(LabelledEnum):
    """The kind of work."""

    FILM = "film"
    TV = "tv"
    THEATRE = "theatre"
    COMMERCIAL = "commercial"
    VOICE_OVER = "voice_over"
    PRINT = "print"
    INDUSTRIAL = "industrial"
    STUDENT = "student"
    SHORT = "short"
    WEB = "web"
    GAME = "game"
    MUSIC_VIDEO = "music_video"
    PODCAST = "podcast"
    OTHER = "other"

    @property
    def word(self) -> str:
        return {"tv": "TV", "theatre": "theater"}.get(self.value, super().word)


class Union(LabelledEnum):
    """The union contract that the work is under."""

    SAG_AFTRA = "sag_aftra"
    EQUITY_US = "equity_us"
    EQUITY_UK = "equity_uk"
    ACTRA = "actra"
    NON_UNION = "non_union"
    MIXED = "mixed"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """The union's name as it spells it."""
        names = {"sag_aftra": "SAG-AFTRA", "equity_us": "Equity (US)", "equity_uk": "Equity (UK)"}
        return names.get(self.value) or ("ACTRA" if self is Union.ACTRA else super().word)


class Size(LabelledEnum):
    """The size of the role."""

    SERIES_REGULAR = "series_regular"
    RECURRING = "recurring"
    GUEST_STAR = "guest_star"
    COSTAR = "costar"
    LEAD = "lead"
    SUPPORTING = "supporting"
    PRINCIPAL = "principal"
    ENSEMBLE = "ensemble"
    UNDERSTUDY = "understudy"
    DAY_PLAYER = "day_player"
    FEATURED = "featured"
    UNDER_FIVE = "under_five"
    BACKGROUND = "background"
    VOICE = "voice"
    OTHER = "other"

    @property
    def word(self) -> str:
        """The size as the trade spells it."""
        spelled = {Size.COSTAR: "co-star", Size.UNDER_FIVE: "under-five"}
        return spelled.get(self) or super().word


class Source(LabelledEnum):
    """How the audition came about."""

    AGENT = "agent"
    MANAGER = "manager"
    SELF = "self"
    DIRECT_REQUEST = "direct_request"
    OPEN_CALL = "open_call"
    REFERRAL = "referral"
    REPEAT_CALL_IN = "repeat_call_in"


class Realistic(LabelledEnum):
    """The actor's honest guess whether getting the part was ever likely."""

    YES = "yes"
    LONG_SHOT = "long_shot"


class RoundKind(LabelledEnum):
    """The kind of read in a round."""

    PRE_READ = "pre_read"
    AUDITION = "audition"
    CALLBACK = "callback"
    WORK_SESSION = "work_session"
    DIRECTOR_SESSION = "director_session"
    PRODUCER_SESSION = "producer_session"
    CHEMISTRY_READ = "chemistry_read"
    STUDIO_TEST = "studio_test"
    NETWORK_TEST = "network_test"
    SCREEN_TEST = "screen_test"
    RETAPE = "retape"
    EPA = "epa"
    ECC = "ecc"
    OPEN_CALL = "open_call"
    DANCE_CALL = "dance_call"
    SINGING_CALL = "singing_call"
    WORKSHOP = "workshop"

    @property
    def word(self) -> str:
        return self.value.upper() if self in {RoundKind.EPA, RoundKind.ECC} else super().word

    @property
    def is_first(self) -> bool:
        """True if it comes before any callback."""
        return self in _FIRST_ROUNDS

    @property
    def is_test(self) -> bool:
        """True if it is a test, the last step before an offer."""
        return self in _TESTS


_TESTS: Final = frozenset({RoundKind.STUDIO_TEST, RoundKind.NETWORK_TEST, RoundKind.SCREEN_TEST})
_FIRST_ROUNDS: Final = {
    RoundKind.PRE_READ,
    RoundKind.AUDITION,
    RoundKind.RETAPE,
    RoundKind.EPA,
    RoundKind.ECC,
    RoundKind.OPEN_CALL,
    RoundKind.DANCE_CALL,
    RoundKind.SINGING_CALL,
    RoundKind.WORKSHOP,
}


class Format(LabelledEnum):
    """How a round is given: in person, on tape, live online or by phone."""

    IN_PERSON = "in_person"
    SELF_TAPE = "self_tape"
    VIRTUAL_LIVE = "virtual_live"
    PHONE = "phone"

    @property
    def word(self) -> str:
        return "self-tape" if self is Format.SELF_TAPE else super().word


class TimeOf(LabelledEnum):
    """The times of a round or a hold that somebody says; the values are names of fields."""

    AT = "at"
    DUE_AT = "due_at"
    CONFIRM_BY = "confirm_by"
    ANSWER_BY = "answer_by"

    @property
    def word(self) -> str:
        words = {TimeOf.AT: "appointment", TimeOf.DUE_AT: "deadline"}
        return words.get(self) or super().word


ROUND_TIMES: Final = (TimeOf.AT, TimeOf.DUE_AT, TimeOf.CONFIRM_BY)
"""The times of a round."""


class ReceiptKind(LabelledEnum):
    """What a receipt is for: the tape was sent, they opened it, the time was confirmed."""

    SENT = "sent"
    OPENED = "opened"
    CONFIRMED = "confirmed"


class OffBook(LabelledEnum):
    """How well the actor knew the lines."""

    YES = "yes"
    MOSTLY = "mostly"
    NO = "no"


class HoldKind(LabelledEnum):
    """The kind of hold; a hold also has the office's own word, since offices differ."""

    AVAIL_CHECK = "avail_check"
    AVAIL = "avail"
    PIN = "pin"
    FIRST_REFUSAL = "first_refusal"
    HOLD = "hold"
    PENCIL = "pencil"
    HEAVY_PENCIL = "heavy_pencil"
    BACKUP = "backup"


class HoldAnswer(LabelledEnum):
    """What the actor answered to a hold."""

    AVAILABLE = "available"
    CONDITIONS = "with_conditions"
    NOT_AVAILABLE = "not_available"


class Cleared(LabelledEnum):
    """How a hold ended."""

    RELEASED = "released"
    CONVERTED = "converted"
    LAPSED = "lapsed"
    SILENT = "silent"

    @property
    def word(self) -> str:
        return {"converted": "firmed up", "silent": "no word came"}.get(self.value, self.value)


class FirmBy(LabelledEnum):
    """What made a booking firm."""

    WRITTEN_ACCEPTANCE = "written_acceptance"
    CONTRACT = "contract"
    SCRIPT_GIVEN = "script_given"
    FITTING = "fitting"
    CALLED_TO_REPORT = "called_to_report"


class FollowUpKind(LabelledEnum):
    """The purpose of a follow-up."""

    THANK_YOU = "thank_you"
    ROLE_STATUS = "role_status"
    FEEDBACK_REQUEST = "feedback_request"
    UPDATE = "update"
