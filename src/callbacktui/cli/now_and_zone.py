"""The clock: finds the actor's time zone, and freezes the time for `--now`."""

import datetime as dt
import os
import warnings

import pendulum
from pendulum import DateTime

from callbacktui.cli.errors import UsageError
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.dates.zones import zone_named


def find_zone(setting: str) -> str:
    """Return the IANA time zone from the setting, else from `TZ`, else from the computer.

    Raises:
        UsageError: if it is not a known zone; UTC is never assumed silently.
    """
    if setting:
        return _require_zone(setting, "The setting zone")
    if said := os.environ.get("TZ", ""):
        return _require_zone(said.removeprefix(":").rpartition("zoneinfo/")[2], "TZ")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            name = pendulum.now().timezone_name
        except (ValueError, LookupError, OSError, RuntimeError):
            name = ""
    return _require_zone(name or "no name", "This computer's time zone")


def parse_now(text: str, home: str, option: str = "--now") -> DateTime:
    """Parse the time given by an option, in the time zone `home` if it has no offset.

    Raises:
        UsageError: if it is not an ISO 8601 time.
    """
    try:
        when = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(
            f"{option} {text!r} is not a time; write it as 2026-11-22T09:30."
        ) from None
    if when.tzinfo is None:
        return pendulum.instance(when, tz=home)
    return pendulum.instance(when).in_timezone(home)


def _require_zone(name: str, what: str) -> str:
    try:
        return zone_named(name)
    except MomentError:
        raise UsageError(
            f"{what} is {name!r}, which is not a time zone known here. "
            'Put zone = "Europe/London", or where you live, in the settings.'
        ) from None
