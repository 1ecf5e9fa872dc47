"""The words of dates in the languages of the sheets that actors bring."""

import re
from typing import Final

from callbacktui.domain.text import fold

_MONTHS: Final = (
    "january jan januar janner janvier janv enero ene gennaio gen janeiro januari",
    "february feb febr februar fevrier fev fevr febrero febbraio fevereiro februari",
    "march mar marz mrz mars marzo marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug aout agosto ago augustus",
    "september sep sept septembre septiembre set settembre setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dicembre dezembro",
)
MONTHS: Final = {word: n for n, words in enumerate(_MONTHS, 1) for word in words.split()}
"""The names of months without accents, with their numbers."""

_WEEKDAYS: Final = (
    "monday mon montag mo lunes lun lundi",
    "tuesday tue tues dienstag di martes mardi",
    "wednesday wed weds mittwoch mi mie miercoles mercredi mer",
    "thursday thu thur thurs donnerstag do jueves jue jeudi jeu",
    "friday fri freitag fr viernes vie vendredi ven",
    "saturday sat samstag sa sabado sab samedi sam",
    "sunday sun sonntag so domingo dom dimanche dim",
)
WEEKDAYS: Final = {word: n for n, words in enumerate(_WEEKDAYS) for word in words.split()}
"""The names of weekdays without accents, with their numbers from Monday, 0."""

FILLERS: Final = frozenset(
    "st nd rd th by at on the of um am a as las los le la el de del den der da do ab from "
    "starting starts t z uhr h hrs time".split()
)
"""Words beside a day that say nothing more."""

NOT_YET: Final = frozenset({
    "", "tbd", "tba", "tbc", "tbc/tba", "n/a", "na", "none", "unknown", "not yet", "not known",
    "to be announced", "to be confirmed", "to be determined", "date tbd", "date tba", "date tbc",
    "no date", "no date yet", "waiting", "pending", "unset", "null", "nil", "offen", "unbekannt",
    "noch offen", "steht noch aus", "pendiente", "por confirmar", "por definir", "sin fecha",
    "a confirmer", "a definir", "inconnu", "inconnue", "da definire", "da confermare", "--", "?",
})  # fmt: skip
"""What is in a date cell while the day is not known."""

TO_BE_TOLD: Final = frozenset({"tbd", "tba", "tbc"})
"""What a cell says that is empty until somebody tells more."""

DUE_WORDS: Final = frozenset({
    "eod", "eob", "cob", "cop", "asap", "end of day", "close of business", "close of play",
    "today", "tonight", "tomorrow", "same day", "rush",
})  # fmt: skip
"""Words in a column of deadlines that name no day."""

_WORD: Final = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d", re.ASCII)
_DAY_ALONE: Final = re.compile(r"(?:([a-z]{2,9})[., ]+)?(\d{1,2})(?:st|nd|rd|th)?\.?", re.ASCII)


def month_of_line(cell: str) -> int | None:
    """Return the month that a line of its own names: "MARCH", "~ March 2026 ~"."""
    words = [word for word in re.findall(r"\w+", fold(cell)) if not _YEAR.fullmatch(word)]
    return MONTHS.get(words[0]) if len(words) == 1 else None


def day_alone(cell: str) -> int | None:
    """Return the day of a cell that names no month: "3", "Tue 17", "24th"."""
    found = _DAY_ALONE.fullmatch(fold(cell).strip())
    if found is None or (found[1] and found[1] not in WEEKDAYS):
        return None
    day = int(found[2])
    return day if 1 <= day <= 31 else None


def leftover(text: str) -> str:
    """Return what is left of a text once its day and hour are taken out."""
    words = [w for w in _WORD.findall(text) if w not in FILLERS and w not in WEEKDAYS]
    return " ".join(words)
