"""The patterns of days in running text: "Thurs 12/3", "14 January", "bis 30.11."."""

import re
from typing import Final

from callbacktui.domain.dates.vocabulary import MONTH_OF, WEEKDAY_OF

WEEKDAYS: Final = WEEKDAY_OF | {
    **{"wednes": 2, "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4},
    **{"samstag": 5, "sonnabend": 5, "sonntag": 6},
}
_GERMAN_MONTHS: Final = {
    **{"januar": 1, "februar": 2, "m\u00e4rz": 3, "maerz": 3, "mai": 5, "juni": 6, "juli": 7},
    **{"oktober": 10, "dezember": 12},
}
MONTHS: Final = MONTH_OF | _GERMAN_MONTHS
_WD: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_MO: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_DOT: Final = rf"(?:\.(?= ?(?:{'|'.join(_GERMAN_MONTHS)}|august|september|november)\b))?"
_UNTIL: Final = (
    r"(?:(?<=\bbis )|(?<=\bzum )|(?<=\bvom )|(?<=\bden )|(?<=schluss )|(?<=schluss: )"
    r"|(?<=tag )|(?<=tag, )|(?<=woch )|(?<=woch, ))"
)
"""Before a German day such as "30.11."."""

_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:,? ?(?:20\d\d)\b|,? '\d\d\b)"
NOT_THE_SUN: Final = r"(?!(?:(?<=\b(?:in|of) the )|(?<=\bunder the ))sun\b)"
"""No Sunday is in "A Raisin in the Sun"; "the Sat or the Sun" has one."""

_LED: Final = rf"(?:{NOT_THE_SUN}(?P<wd>{_WD})\b\.?,?(?: the)?\s+(?:\(|the )?)?"
_HOUR_NEXT: Final = (
    r",?(?: (?:at|by|before|from|kl)|@)? ?@? ?(?:\d{1,2}(?:[.:]\d\d|[.:]?(?:\d\d)? ?[ap]\.?m\b)"
    r"|(?:12 )?(?:noon|midday|midnight)\b)"
)
"""After a figure such as "4.12" that is a day, not an hour: "by 4.12 at 10.30"."""

_NUMERIC: Final = (
    rf"(?:{_UNTIL}\d{{1,2}}\.\d{{1,2}}\.(?!\d)|"
    r"\d{1,2}\.\d{1,2}\.(?= ?(?:-|to\b|and\b|&|bis\b|und\b|,))|(?!24/7\b)(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}(?P<mark>[.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})"
    r"|\d{1,2}/\d{1,2}|(?:(?<=\bdue )|(?<=\bby )|(?<=\bon )|(?<=deadline )|(?<=deadline: ))(?:(?:2[4-9]|3[01])\.(?:0?[1-9]|1[0-2])|(?:0?[1-9]|[12]\d|3[01])\.[1-9])(?= |[,.;)]?$|[,.] )"
    rf"|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?={_HOUR_NEXT})))(?![\w/%\"]|\.\w)"
)
_AFTER_WEEKDAY: Final = "|".join(
    rf"(?<=\b{name}-)(?=(?:{_WD})\b(?![.,]* (?:\d|(?:{_MO})\b)))" for name in WEEKDAYS
)
"""Between the weekdays of a span, as in "Mon-Fri", but not in "Mon-Fri Jan 11-15"."""

DATE: Final = re.compile(
    rf"(?<![\w.$\u00a3\u20ac:])(?<![\d/_]/)(?:(?<![a-z_]-)|{_AFTER_WEEKDAY})(?:{_LED}(?:(?P<dm>(?P<dm_d>{_DAY}){_DOT}(?: of)?[ -]?(?P<dm_m>{_MO})\b\.?"
    rf"(?P<dm_y>{_YEAR})?)|(?P<md>(?P<md_m>{_MO})\.? (?:the )?(?P<md_d>{_DAY})(?![\d:]|\s?[ap]\.?m\b)"
    rf"(?P<md_y>{_YEAR})?)|(?P<num>{_NUMERIC}))"
    rf"|(?P<wdd>{_WD})\b\.?,? (?:the )?(?P<wdd_d>\d{{1,2}}(?:st|nd|rd|th))\b"
    rf"|(?:(?P<which>this|next|coming|last|this coming)\s+)?{NOT_THE_SUN}(?P<day>{_WD})\b(?!')\.?(?P<week> week\b)?"
    r"|(?P<near>day after tomorrow|today|tonight|this (?:morning|afternoon|evening)"
    r"|tomorrow|tmrw|tmw|tmr|2moro|tomoz|yesterday)\b"
    r"|the (?P<the>\d{1,2}(?:st|nd|rd|th))\b(?! (?:floor|street|st\b|ave|fl|row|season|episode)))",
    re.IGNORECASE,
)
NEAR: Final = {"day after tomorrow": 2, "yesterday": -1} | dict.fromkeys(
    ("tomorrow", "tmrw", "tmw", "tmr", "2moro", "tomoz"), 1
)
TO: Final = re.compile(
    r"\s*(?P<mark>-|to|until|till|thru|through|and|&|\+|,|or|/|bis|und)\s*(?:then )?(?:on )?",
    re.IGNORECASE,
)
_OF_HOUR: Final = (
    r"\s?(?:[ap]\.?m\b|[ap]\b|o'?clock\b|-?ish\b|sharp\b|on the dot\b|prompt(?:ly)?\b"
    r"|noon\b|midday\b|midnight\b|at night\b|in the [ap]\.?m\b)"
)
BARE: Final = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:/%]|\.\d|{_OF_HOUR})", re.IGNORECASE)
_PART_OF_DAY: Final = r"\s?(?:in the )?(?:morning|afternoon|evening)\b"
LIST_GOES_ON: Final = re.compile(
    rf"(?!{_PART_OF_DAY})(?:\s*(?:$|[.;)](?!\d)|in\b"
    rf"|,?\s*(?:(?:and|&|\+) ?|or(?! ?\d{{1,2}}{_PART_OF_DAY})\b ?)\d{{1,2}}\b(?!:|\.\d|{_OF_HOUR})"
    r"|,\s*\d{1,2}\s*(?:$|[,&.;)]|(?:and|in)\b"
    rf"|or\b(?! ?\d{{1,2}}(?::|\.\d|{_OF_HOUR}|{_PART_OF_DAY})| noon\b))))",
    re.IGNORECASE,
)
"""What follows a day in a list: "Dec 15, 16, 17 in Pittsburgh", and no street or hour."""

BESIDE: Final = re.compile(r"\s*(?:,|\(|-|\bi\.e\.,?|\bso|\bthat's|\bthis|\bon)?\s*", re.IGNORECASE)
"""Between two words for one day: "tomorrow, Monday 11/30"."""

BARE_BEFORE: Final = re.compile(
    rf"(?<![\w/.$\u00a3\u20ac:-])(?:(?:{_WD})\.?,? )?(?:the )?(\d{{1,2}})(?:st|nd|rd|th|\.(?= ?(?:bis|und|-)))?"
    r"(?P<mark> ?(?:-|to|until|and|&|\+|or|,|bis|und) ?(?:the )?)$",
    re.IGNORECASE,
)
