"""What a command works with: the clock, the settings and the store, each opened when wanted."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callbacktui.cli.errors import StoreLockedError, StoreUnavailable, UsageError

if TYPE_CHECKING:
    from pendulum import DateTime

    from callbacktui.config import Config, Settings
    from callbacktui.session import Clock, Session


class CliContext:
    """What was said before the command, and what follows from it.

    Everything is loaded late: `--version` and `--help` need none of it.
    """

    def __init__(
        self,
        db: Path | None,
        config: Path | None,
        *,
        plain_ascii: bool,
        frozen: str | None,
        read_only: bool = False,
        wait: float = 0,
    ) -> None:
        self._db = db
        self._config_file = config
        self._plain_ascii = plain_ascii
        self._frozen = frozen
        self._read_only = read_only
        self._wait = wait

    @cached_property
    def settings(self) -> "Settings":
        """The settings as they stand in the file, and what is wrong with some of them."""
        from callbacktui.config import ConfigError, read_config

        try:
            return read_config(self._config_file)
        except ConfigError as error:
            raise UsageError(str(error)) from error

    @cached_property
    def config(self) -> "Config":
        """The settings, with what the command line says on top."""
        from msgspec.structs import replace

        read = self.settings.config
        return replace(read, ascii=read.ascii or self._plain_ascii)

    @property
    def config_file(self) -> Path:
        """Where the settings are looked for."""
        from callbacktui.config import default_path

        return self._config_file or default_path()

    @cached_property
    def clock(self) -> "Clock":
        """The time in the actor's zone, stopped where `--now` was given."""
        import pendulum

        from callbacktui.cli.clock import frozen_at, zone

        home = zone(self.config.zone)
        if self._frozen is None:
            return lambda: pendulum.now(home)
        moment = frozen_at(self._frozen, home)
        return lambda: moment

    @property
    def now(self) -> "DateTime":
        """The time now."""
        return self.clock()

    @cached_property
    def path(self) -> Path:
        """The data file."""
        if self._db is not None:
            return self._db
        import platformdirs

        return platformdirs.user_data_path("callbacktui") / "auditions.json"

    @contextmanager
    def open(
        self,
        *,
        read_only: bool | str = False,
        path: Path | None = None,
        is_demo: bool = False,
        waits: bool = True,
    ) -> Iterator["Session"]:
        """The store and all around it, closed again at the end; `read_only` may say why.

        Another short command is waited for, for as long as was said, unless `waits` is false.

        Raises:
            InOtherHands: where another window has it.
            NoStore: where it cannot be opened or written.
        """
        from callbacktui.cli.output import print_message
        from callbacktui.session import open_session
        from callbacktui.store.base.errors import StoreError, StoreLocked, display_path, reason_of

        file = path or self.path
        try:
            place = open_session(
                file,
                self.config,
                self.clock,
                is_demo=is_demo,
                read_only=read_only or self._read_only,
                wait=self._wait if waits else 0,
            )
            place.repository.notices.extend(self.settings.warnings)
            try:
                _tell_findings(place)
                yield place
            finally:
                if behind := place.close():
                    print_message(behind)
        except StoreLocked as holder:
            raise StoreLockedError(holder) from holder
        except StoreError as error:
            raise StoreUnavailable(str(error)) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            raise StoreUnavailable(f"{display_path(file)}: {reason_of(error)}.") from error


pass_context = click.make_pass_decorator(CliContext)


def _tell_findings(place: "Session") -> None:
    from callbacktui.cli.output import print_message

    for notice in place.repository.notices:
        print_message(notice)
    for id_, reason in place.repository.unread:
        print_message(f"One record cannot be read and was left as it is: {id_}, {reason}.")
