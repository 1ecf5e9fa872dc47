"""The settings: read once from a TOML file, frozen, and passed in."""

import tomllib
from pathlib import Path

import msgspec

from callbacktui.domain.silence import Windows
from callbacktui.domain.spoken_words import DateOrder
from callbacktui.domain.value import Value


class ConfigError(Exception):
    """A settings file that cannot be used; says which setting, and what would do."""


class Config(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be set, with what holds where nothing is.

    `keys` maps a command's id to the keys that run it, comma-separated; `zone` is the IANA
    zone the actor lives in, the computer's own if it is empty; `theme` is the one that was chosen
    last if it is empty.
    """

    theme: str = ""
    ascii: bool = False
    zone: str = ""
    date_order: DateOrder = DateOrder.MDY
    quiet_tips: bool = False
    silence: Windows = Windows()
    keys: dict[str, str] = {}


def default_path() -> Path:
    """Where the settings are looked for where no other place is named."""
    import platformdirs

    return platformdirs.user_config_path("callbacktui") / "config.toml"


def read_config(path: Path | None) -> Config:
    """Read the settings from `path`, or from the usual place, where a missing file is fine.

    Raises:
        ConfigError: where the file cannot be read, or a setting is unknown or wrong.
    """
    file = path or default_path()
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if path is None:
            return Config()
        raise ConfigError(f"There is no settings file at {file}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"The settings in {file} cannot be read: {error}.") from error
    try:
        return msgspec.convert(tomllib.loads(text), Config)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigError(
            f"The settings in {file} are not right: {error}. Mend them there, or move the file "
            "away: without it the usual ones hold."
        ) from error
