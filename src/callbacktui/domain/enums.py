"""The trade's lists of allowed words, where they are more than a stage."""

from callbacktui.domain.value import LabelledEnum


class Medium(LabelledEnum):
    """What kind of work it is."""

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
        """The medium as an actor would write it."""
        return "TV" if self is Medium.TV else super().word


class Union(LabelledEnum):
    """The contract the work is under."""

    SAG_AFTRA = "sag_aftra"
    EQUITY_US = "equity_us"
    EQUITY_UK = "equity_uk"
    ACTRA = "actra"
    NON_UNION = "non_union"
    MIXED = "mixed"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """The union's own spelling."""
        names = {"sag_aftra": "SAG-AFTRA", "equity_us": "Equity (US)", "equity_uk": "Equity (UK)"}
        return names.get(self.value) or ("ACTRA" if self is Union.ACTRA else super().word)


class Size(LabelledEnum):
    """How large the role is."""

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
    BACKGROUND = "background"
    VOICE = "voice"
    OTHER = "other"


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
    """Whether the part was ever likely, by the actor's own honest guess."""

    YES = "yes"
    LONG_SHOT = "long_shot"


class RoundKind(LabelledEnum):
    """What sort of read a round is."""

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


class Format(LabelledEnum):
    """How a round is read."""

    IN_PERSON = "in_person"
    SELF_TAPE = "self_tape"
    VIRTUAL_LIVE = "virtual_live"
    PHONE = "phone"

    @property
    def word(self) -> str:
        """The format as a call sheet would say it."""
        return "self-tape" if self is Format.SELF_TAPE else super().word


class OffBook(LabelledEnum):
    """How well the lines were known."""

    YES = "yes"
    MOSTLY = "mostly"
    NO = "no"


class HoldKind(LabelledEnum):
    """The sort of hold; the word that was used is kept beside it, since offices differ."""

    AVAIL_CHECK = "avail_check"
    AVAIL = "avail"
    PIN = "pin"
    FIRST_REFUSAL = "first_refusal"
    HOLD = "hold"
    PENCIL = "pencil"
    HEAVY_PENCIL = "heavy_pencil"
    BACKUP = "backup"


class Cleared(LabelledEnum):
    """How a hold ended."""

    RELEASED = "released"
    CONVERTED = "converted"
    LAPSED = "lapsed"
    SILENT = "silent"


class FirmBy(LabelledEnum):
    """What made a booking firm."""

    WRITTEN_ACCEPTANCE = "written_acceptance"
    CONTRACT = "contract"
    SCRIPT_GIVEN = "script_given"
    FITTING = "fitting"
    CALLED_TO_REPORT = "called_to_report"


class FollowUpKind(LabelledEnum):
    """What a follow-up was for."""

    THANK_YOU = "thank_you"
    ROLE_STATUS = "role_status"
    FEEDBACK_REQUEST = "feedback_request"
    UPDATE = "update"
