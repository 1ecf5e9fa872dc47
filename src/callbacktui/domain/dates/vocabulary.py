"""The words for weekdays, months and counts, and the errors of the date parser."""

from typing import Final

from callbacktui.domain.base_classes import InputError, LabelledEnum


class MomentError(InputError):
    """A date or time that cannot be used, with the reason and what to do."""


class UnknownWords(MomentError):
    """Words that the grammar does not know; another parser may understand them."""


class DateOrder(LabelledEnum):
    """The order of month, day and year in a numeric date."""

    MDY = "mdy"
    DMY = "dmy"
    YMD = "ymd"

    @property
    def word(self) -> str:
        return {"mdy": "month first", "dmy": "day first", "ymd": "year first"}[self.value]


WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

WEEKDAY_OF: Final = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
"""All spellings of weekdays, with their numbers from Monday = 0."""

MONTH_OF: Final = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
"""All spellings of months, with their numbers from January = 1."""

COUNT_OF: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "a couple": 2,
    "couple": 2,
}
"""Small numbers in words."""

HOUR_OF: Final = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
}
"""The hours of the clock in words."""

YEARS: Final = range(1900, 2200)
"""The years that are accepted; any other is taken as a typo."""
