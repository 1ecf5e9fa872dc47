"""The form of the settings that are changed most, and how they are named in their file."""

from collections.abc import Mapping
from typing import Final

import pendulum
from pendulum import DateTime

from callbacktui.config import Config, ConfigError
from callbacktui.config_file import read_zone, window_value
from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.style import ClockHours, format_time
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Medium
from callbacktui.domain.silence import FORTNIGHT, PRESETS, Window
from callbacktui.domain.text import capitalized
from callbacktui.theme_names import THEME_NAMES, no_such_theme
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import (
    EnumField,
    FieldError,
    FieldType,
    TextField,
    YesNoField,
)

_WINDOW: Final = "Days: the usual wait, and when, no sooner, it is safe to let go."


class CommonSettings(Value, frozen=True, kw_only=True):
    """The settings of the form; a window that is `None` is as usual."""

    theme: str = ""
    ascii: bool = False
    tips: bool = True
    zone: str = ""
    date_order: DateOrder | None = None
    clock: ClockHours = ClockHours.TWENTY_FOUR
    tv: Window | None = None
    film: Window | None = None
    theater: Window | None = None
    commercial: Window | None = None
    other: Window | None = None


_SETTING_NAMES: Final = {
    "tv": "silence.by_medium.tv",
    "film": "silence.by_medium.film",
    "theater": f"silence.by_medium.{Medium.THEATRE.value}",
    "commercial": "silence.by_medium.commercial",
    "other": "silence.default",
}
"""The names of the windows in the settings file; the others are called as in the form."""


class ThemeField(TextField, frozen=True, kw_only=True):
    """The name of a theme."""

    def read(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the name, if there is such a theme."""
        name = super().read(text, now, order).lower()
        if name and name not in THEME_NAMES:
            raise FieldError(no_such_theme(name))
        return name


class ZoneField(TextField, frozen=True, kw_only=True):
    """The name of a time zone."""

    def read(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the name, if there is such a zone."""
        try:
            return read_zone(super().read(text, now, order))
        except ConfigError as error:
            raise FieldError(str(error)) from error

    def echo(self, value: object, now: DateTime) -> str:
        """Return what time it is there."""
        return f"it is {format_time(now.in_timezone(str(value)))} there now" if value else ""


class WindowField(FieldType, frozen=True, kw_only=True):
    """The two numbers of a window of waiting."""

    def to_text(self, value: object, now: DateTime) -> str:
        """Return both numbers."""
        return f"{value.usual} {value.limit}" if isinstance(value, Window) else ""

    def read(self, text: str, now: DateTime, order: DateOrder) -> Window | None:
        """Return the window; `None` for an empty text."""
        if not text.strip():
            return None
        try:
            return Window(**window_value(text))
        except ConfigError as error:
            raise FieldError(error.reason) from error
        except ValueError as error:
            raise FieldError(f"{capitalized(str(error))}.") from error

    def echo(self, value: object, now: DateTime) -> str:
        """Say what the numbers mean."""
        if not isinstance(value, Window):
            return ""
        return _in_words(value)


def _in_words(window: Window) -> str:
    return f"usually {window.usual} days; safe to let go after {window.limit}"


def _window(name: str, label: str, usual: Window) -> Field:
    empty = f"{usual.usual} {usual.limit}: {_in_words(usual)}"
    return Field(name=name, label=label, kind=WindowField(), hint=_WINDOW, empty=empty)


SETTINGS_FIELDS: Final = (
    Field(
        name="theme",
        label="Theme",
        kind=ThemeField(),
        hint="ghostlight, matinee, contrast and more.",
        known="theme",
        empty="the one the palette chose last",
    ),
    Field(
        name="zone",
        label="Where you live",
        kind=ZoneField(),
        hint="A time zone such as Europe/London.",
        known="zone",
        empty="where this computer is",
    ),
    Field(
        name="date_order",
        label="Dates are",
        kind=EnumField(words=DateOrder),
        hint="What comes first, in 03/04 and on screen.",
        empty="03/04 is March 4, and it is shown as 4 Mar",
    ),
    Field(
        name="clock",
        label="The clock has",
        kind=EnumField(words=ClockHours, may_be_empty=False),
        hint="How hours are shown; both are read.",
    ),
    Field(name="tips", label="Tips", kind=YesNoField(), hint="On the desk."),
    Field(
        name="ascii",
        label="Plain ASCII",
        kind=YesNoField(),
        hint="For a terminal that draws the signs wrong.",
    ),
    _window("tv", "Wait: TV", PRESETS[Medium.TV]),
    _window("film", "Wait: film", PRESETS[Medium.FILM]),
    _window("theater", "Wait: theater", PRESETS[Medium.THEATRE]),
    _window("commercial", "Wait: commercial", PRESETS[Medium.COMMERCIAL]),
    _window("other", "Wait: all else", FORTNIGHT),
)
"""The fields of the settings."""

KNOWN_SETTINGS: Final = {
    "theme": tuple(sorted(THEME_NAMES)),
    "zone": tuple(pendulum.timezones()),
}
"""What completes the fields."""


def common_settings(config: Config) -> CommonSettings:
    """Return the settings of the form as they are in effect; unset windows are `None`."""
    windows, usual = config.silence, Config().silence
    return CommonSettings(
        theme=config.theme,
        ascii=config.ascii,
        tips=not config.quiet_tips,
        zone=config.zone,
        date_order=config.date_order,
        clock=config.clock,
        tv=windows.by_medium.get(Medium.TV),
        film=windows.by_medium.get(Medium.FILM),
        theater=windows.by_medium.get(Medium.THEATRE),
        commercial=windows.by_medium.get(Medium.COMMERCIAL),
        other=windows.default if windows.default != usual.default else None,
    )


def settings_to_write(changed: Mapping[str, object]) -> dict[str, object]:
    """Return changed fields as the settings file has them; `None` takes a setting out."""
    named = {_SETTING_NAMES.get(name, name): _setting(value) for name, value in changed.items()}
    if "tips" in named:
        named["quiet_tips"] = not named.pop("tips")
    return named


def _setting(value: object) -> object:
    match value:
        case Window():
            return {"usual": value.usual, "limit": value.limit}
        case DateOrder() | ClockHours():
            return value.value
        case "":
            return None
    return value
