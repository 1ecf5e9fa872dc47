"""The settings, read once from a TOML file into a frozen value."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple, NoReturn

import msgspec

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.style import ClockHours, DateStyle
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Medium
from callbacktui.domain.silence import Windows
from callbacktui.domain.text import clean_line
from callbacktui.theme_names import THEME_NAMES, no_such_theme

_MOST_BYTES: Final = 1_000_000
_MOST_SHOWN: Final = 60
_MEND: Final = "Correct it there, or move the file away: without it the usual settings hold."


class ConfigError(Exception):
    """A settings file that cannot be used; says which setting is wrong and what it may be.

    `reason` says it without the file and the line.
    """

    def __init__(self, words: str, reason: str = "") -> None:
        self.reason = reason or words
        super().__init__(words)


Minutes = Annotated[int, msgspec.Meta(ge=0, le=40_320)]
"""How long before an event the phone rings: at most four weeks."""


class PocketAlarms(Value, frozen=True, kw_only=True):
    """How many minutes before each kind of event the phone rings; `None` is silent."""

    appointment: Minutes | None = None
    tape_due: Minutes | None = None
    confirm_by: Minutes | None = None
    hold_reply: Minutes | None = None
    thank_you: Minutes | None = None
    fitting: Minutes | None = None
    work: Minutes | None = None
    hold: Minutes | None = None
    shoot: Minutes | None = None

    @property
    def minutes(self) -> dict[str, int]:
        """The minutes by kind of event, of those that ring."""
        return {k: v for k, v in msgspec.structs.asdict(self).items() if v is not None}


class PocketSettings(Value, frozen=True, kw_only=True):
    """The folder that a phone is synced with, none if empty, and the alarms in its calendar."""

    folder: str = ""
    alarms: PocketAlarms = PocketAlarms()


class Config(Value, frozen=True, kw_only=True):
    """All settings with their defaults.

    `keys` maps a command's id to the keys that run it, separated by commas. `zone` is the
    actor's IANA time zone; if empty, that of the computer. `theme`, if empty, is the theme
    chosen last. `date_order` is `None` until the actor sets it. `tax_year` is the day on which the
    actor's tax year begins ("6 Apr"), and `mile_rates` has the actor's own rate for a mile
    ("$0.70") by the name of the year.
    """

    theme: str = ""
    ascii: bool = False
    zone: str = ""
    date_order: DateOrder | None = None
    clock: ClockHours = ClockHours.TWENTY_FOUR
    quiet_tips: bool = False
    quiet_numbers: bool = False
    silence: Windows = Windows()
    pocket: PocketSettings = PocketSettings()
    tax_year: str = ""
    mile_rates: dict[str, str] = {}
    keys: dict[str, str] = {}

    @property
    def numeric_order(self) -> DateOrder:
        """What comes first in 03/04: the month, if the actor does not say."""
        return self.date_order or DateOrder.MDY

    @property
    def date_style(self) -> DateStyle:
        """How dates are written: the day first, if the actor does not say."""
        return DateStyle(self.date_order or DateOrder.DMY, self.clock)


class Settings(NamedTuple):
    """The settings in effect, and a warning for each entry that was ignored."""

    config: Config
    warnings: tuple[str, ...] = ()


_SECTIONS: Final = (Windows, PocketSettings, PocketAlarms)

_CHOICES: Final = {"date_order": DateOrder, "clock": ClockHours}

_EXPECTED: Final = {
    "bool": "true or false, without quotation marks",
    "str": "words in quotation marks",
    "int": "a whole number, without quotation marks",
    "object": "a section of its own, with settings below it",
}


def default_path() -> Path:
    """Return the path of the settings file that is used if no other is given."""
    import platformdirs

    return platformdirs.user_config_path("callbacktui") / "config.toml"


def read_config(path: Path | None) -> Settings:
    """Read the settings from `path`, or from the default path, which may be missing.

    An unknown setting is ignored with a warning.

    Raises:
        ConfigError: if the file cannot be read, or a setting is wrong; names line and setting.
    """
    file = path or default_path()
    try:
        text = read_settings_text(file)
    except FileNotFoundError as error:
        if path is None:
            return Settings(Config())
        raise ConfigError(f"There is no settings file at {file}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"The settings in {file} are not UTF-8 text. {_MEND}") from error
    except OSError as error:
        reason = error.strerror or error
        raise ConfigError(f"The settings in {file} cannot be read: {reason}.") from error
    return parse_config(file, text)


def read_settings_text(file: Path) -> str:
    """Return the text of a settings file.

    Raises:
        OSError: if it cannot be read, is no ordinary file, or is far too long.
        UnicodeDecodeError: if it is not UTF-8.
    """
    if not file.is_file():
        file.stat()
        raise OSError("it is not an ordinary file")
    with file.open("rb") as opened:
        data = opened.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise OSError("it is far too long for settings")
    return data.decode("utf-8-sig")


def parse_config(file: Path, text: str) -> Settings:
    """Parse the text of a settings file.

    Raises:
        ConfigError: as `read_config`.
    """
    import tomllib  # late: it makes its patterns as it is imported

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _refuse_line(file, text, error)
    except RecursionError as error:
        raise ConfigError(f"The settings in {file} are nested too deep. {_MEND}") from error
    warnings = []
    for path in list(_unknown_paths(table, Config)):
        _remove(table, path)
        warnings.append(_unknown_warning(file, text, path))
    try:
        config = msgspec.convert(table, Config)
    except msgspec.ValidationError as error:
        _refuse_value(file, text, table, str(error))
    if config.theme and config.theme not in THEME_NAMES:
        warnings.append(f"{_location(file, text, ('theme',))}: {no_such_theme(config.theme)}")
    return Settings(config, tuple(warnings))


def _unknown_paths(
    table: Mapping[str, Any], kind: type[Any], path: tuple[str, ...] = ()
) -> Iterator[Any]:
    """Yield the key paths of the settings that `kind` does not have."""
    known = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    for name, value in table.items():
        if name not in known:
            yield (*path, name)
        elif isinstance(value, dict) and known[name] in _SECTIONS:
            yield from _unknown_paths(value, known[name], (*path, name))


def _remove(table: dict[str, Any], path: tuple[str, ...]) -> None:
    for name in path[:-1]:
        table = table[name]
    del table[path[-1]]


def _unknown_warning(file: Path, text: str, path: tuple[str, ...]) -> str:
    names = [name for kind in (Config, *_SECTIONS) for name in _names(kind)]
    near = get_close_matches(path[-1], names)
    meant = f" Did you mean {near[0]}?" if near else ""
    return (
        f"{_location(file, text, path)}: there is no setting {'.'.join(path)[:_MOST_SHOWN]}.{meant}"
    )


def _names(kind: type[msgspec.Struct]) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(kind)]


def _refuse_line(file: Path, text: str, error: ValueError) -> NoReturn:
    found = re.search(r"line (\d+)", str(error))
    lines = text.splitlines()
    number = int(found[1]) if found else len(lines)
    line = clean_line(lines[number - 1].strip())[:_MOST_SHOWN] if 0 < number <= len(lines) else ""
    raise ConfigError(
        f"{file}, line {number}: {line or 'the end'} cannot be read. A setting is a name, =, and a "
        f'value, words in quotation marks: theme = "matinee". Each is there once. {_MEND}'
    ) from error


def _refuse_value(file: Path, text: str, table: Mapping[str, Any], words: str) -> NoReturn:
    reason, _, where = words.partition(" - at `")
    names = re.findall(r"\.(\w+)|\[(\.\.\.)\]", where)
    path = tuple(name for name, _ in names if name)
    if names and not names[-1][0]:  # the entry of a table, which msgspec does not name
        inside: Any = table
        for name in path:
            inside = inside[name]
        wrong = [name for name, value in inside.items() if not isinstance(value, str)]
        path = (*path, *wrong[:1])
    said = f"{'.'.join(path)[:_MOST_SHOWN]} is not right. {_expectation(reason, path)}"
    raise ConfigError(f"{_location(file, text, path)}: {said} {_MEND}", said)


def _expectation(reason: str, path: tuple[str, ...]) -> str:
    """Turn a reason given by msgspec into a sentence about what the value has to be."""
    if (kind := _CHOICES.get(".".join(path))) is not None:
        return f"It has to be one of {', '.join(kind)}, in quotation marks."
    if found := re.match(r"Expected `int` (<=|>=) (\d+)", reason):
        return f"It has to be {'at most' if found[1] == '<=' else 'at least'} {found[2]}."
    if found := re.match(r"Expected `(\w+)", reason):
        return f"It has to be {_EXPECTED.get(found[1], found[1])}."
    if reason.startswith("Invalid enum value"):
        return f"It has to be a kind of work: {', '.join(Medium)}."
    if found := re.match(r"Object missing required field `(\w+)`", reason):
        return f"It needs {found[1]} too."
    return f"{clean_line(reason)}."


def _location(file: Path, text: str, path: tuple[str, ...]) -> str:
    """Return the file and line number of a setting; the file alone if the line is not found."""
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if head := re.match(r"\s*\[+([^\]]+)\]", line):
            section = _key_path(head[1])
            here = section
        elif "=" in line:
            here = (*section, *_key_path(line.partition("=")[0]))
        else:
            continue
        if here[: len(path)] == path and path:
            return f"{file}, line {number}"
    return str(file)


def _key_path(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
