"""Change the settings file: comments and order stay, and nothing wrong is ever written."""

from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin

import msgspec

from callbacktui.config import Config, ConfigError, parse_config, read_settings_text
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.dates.zones import zone_named
from callbacktui.domain.silence import Window
from callbacktui.domain.text import capitalized
from callbacktui.money_settings import INSTEAD, money_settings
from callbacktui.store.base.errors import display_path, reason_of
from callbacktui.store.io.disk import Disk

_YES: Final = {"true", "yes", "on"}
_NO: Final = {"false", "no", "off"}

TEMPLATE: Final = """\
# The settings of callbacktui. Remove the # of a line to change it; these are the defaults.

# Where you live; without it, the zone of the computer.
# zone = "Europe/London"

# What comes first in a date, as it is read and as it is shown: mdy, dmy or ymd. Without it, 03/04
# is read as March 4, and a date is shown as 4 Mar.
# date_order = "mdy"

# How many hours the clock has: "24" shows 15:30, "12" shows 3:30 pm.
# clock = "24"

# ghostlight, matinee, contrast, or one of the others that the palette offers.
# theme = "ghostlight"

# Draw with plain ASCII only.
# ascii = false

# No tips on the desk.
# quiet_tips = false

# No counts, shares or chances anywhere.
# quiet_numbers = false

# The first day of your tax year; without it, 1 January.
# tax_year = "6 Apr"

# Your own rate for a mile, by tax year.
# [mile_rates]
# "2026/27" = "£0.45"

# A folder that your phone is synced with: a calendar, and a page with the next auditions.
# [pocket]
# folder = "~/Sync/callbacktui"

# How many minutes before an event the phone rings; a kind that is not named stays silent. Kinds:
# appointment, tape_due, confirm_by, hold_reply, thank_you, fitting, work, hold, shoot.
# [pocket.alarms]
# appointment = 90

# Days: the usual wait after an audition, and when, no sooner, it is safe to let go.
# [silence.by_medium.tv]
# usual = 7
# limit = 14

# A command's id and the keys that run it, separated by commas.
# [keys]
# undo = "u,ctrl+u"
"""
"""A settings file in which nothing is set yet."""


class ConfigNotWritten(Exception):
    """The settings could not be written; nothing has changed."""


class Setting(NamedTuple):
    """A setting by its dotted name, its value in effect, and whether it is not the usual one."""

    name: str
    value: object
    is_set: bool


def settings_in_effect(config: Config) -> list[Setting]:
    """Return all settings with their values, and whether they differ from the usual."""
    usual = dict(_flatten(Config()))
    return [
        Setting(name, value, name not in usual or usual[name] != value)
        for name, value in _flatten(config)
    ]


def init_config(file: Path) -> None:
    """Write a settings file in which nothing is set yet.

    Raises:
        ConfigNotWritten: if there is one already, or it cannot be written.
    """
    if file.exists():
        raise ConfigNotWritten(f"{display_path(file)} is there already, and stays as it is.")
    _write(file, TEMPLATE)


def change_config(file: Path, changes: Mapping[str, object]) -> Config:
    """Set settings by their dotted names; `None` takes one out, so that the usual value holds.

    Raises:
        ConfigError: if a setting is unknown, or its value not one that it may have.
        ConfigNotWritten: if the file cannot be read or written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    text = _read(file)
    before = parse_config(file, text)
    try:
        document = tomlkit.parse(text)
        for name, value in changes.items():
            _put(document, name.split("."), value)
        changed = tomlkit.dumps(document)
    except TOMLKitError as error:
        raise ConfigError(f"{file}: {error}.") from error
    after = parse_config(file, changed)
    if new := [warning for warning in after.warnings if warning not in before.warnings]:
        said = new[0].partition(": ")[2]
        raise ConfigError(capitalized(said))
    known = money_settings(before.config).warnings
    if new := [one for one in money_settings(after.config).warnings if one not in known]:
        raise ConfigError(new[0].removesuffix(INSTEAD))
    read_zone(after.config.zone)
    if changed != text:
        _write(file, changed)
    return after.config


def read_value(name: str, text: str) -> object:
    """Read the value of a setting as it is typed; a window is two numbers: "7 14".

    Raises:
        ConfigError: if the text is no value of that setting.
    """
    kind, said = _kind_of(name), text.strip()
    if name == "zone":
        return read_zone(said)
    if kind is bool and said.lower() in _YES | _NO:
        return said.lower() in _YES
    if kind is int and said.removeprefix("-").isdecimal():
        return int(said)
    if kind is Window:
        return window_value(said)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        raise ConfigError(f"{name} has settings below it; name one of those.")
    return said


def window_value(text: str) -> dict[str, int]:
    """Read the days of a window: the usual wait, and when it is safe to let go.

    Raises:
        ConfigError: if these are not two numbers.
    """
    days = text.replace(",", " ").split()
    if len(days) != 2 or not all(day.isdecimal() for day in days):
        raise ConfigError(
            "Write two numbers of days, the usual wait and when it is safe to let go: 7 14."
        )
    return {"usual": int(days[0]), "limit": int(days[1])}


def _kind_of(name: str) -> object:
    """Return the type of a setting, or `str` for an unknown one, which the check reports."""
    kind: Any = Config
    for part in name.split("."):
        if get_origin(kind) is dict:
            kind = get_args(kind)[1]
            continue
        if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
            return str
        fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
        kind = fields.get(part, str)
        while get_origin(kind) is Annotated or isinstance(kind, UnionType):
            kind = get_args(kind)[0]
    return kind


def _flatten(value: msgspec.Struct, name: str = "") -> Iterator[tuple[str, object]]:
    for field in msgspec.structs.fields(value):
        held, path = getattr(value, field.name), f"{name}{field.encode_name}"
        if isinstance(held, Window):
            yield path, f"{held.usual} {held.limit}"
        elif isinstance(held, msgspec.Struct):
            yield from _flatten(held, f"{path}.")
        elif isinstance(held, dict):
            for key, one in held.items():
                shown = f"{one.usual} {one.limit}" if isinstance(one, Window) else one
                yield f"{path}.{key}", shown
        else:
            yield path, held


def _put(document: MutableMapping[str, Any], path: list[str], value: object) -> None:
    """Set a value in a document, or take it out; tables on the way are made."""
    import tomlkit

    table = document
    for part in path[:-1]:
        if part not in table:
            if value is None:
                return
            table[part] = tomlkit.table(is_super_table=True)
        table = table[part]
        if not isinstance(table, MutableMapping):
            raise ConfigError(f"{'.'.join(path)} cannot be set: {part} is not a section.")
    if value is None:
        table.pop(path[-1], None)
    else:
        table[path[-1]] = value


def read_zone(said: str) -> str:
    """Return the time zone of a city or an area: "New York", "Europe/London"; empty for nothing.

    Raises:
        ConfigError: if there is none of that name.
    """
    try:
        return zone_named(said) if said else ""
    except MomentError as error:
        raise ConfigError(f"There is no time zone {said}; such as Europe/London.") from error


def _read(file: Path) -> str:
    """Return the text of the settings file, an empty one if there is none."""
    try:
        return read_settings_text(file)
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise ConfigNotWritten(f"{display_path(file)} is not UTF-8 text.") from error
    except OSError as error:
        raise ConfigNotWritten(
            f"{display_path(file)} cannot be read: {reason_of(error)}."
        ) from error


def _write(file: Path, text: str) -> None:
    try:
        Disk().replace_atomically(file, text.encode(), follows=True)
    except OSError as error:
        raise ConfigNotWritten(
            f"{display_path(file)} could not be written: {reason_of(error)}."
        ) from error
