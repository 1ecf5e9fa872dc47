"""The context of a command: its clock, settings and store, each opened on first use."""

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
    """The options given before the command, and what they lead to.

    Everything is loaded on first use, since `--version` and `--help` need none of it.
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
        self.has_changed = False
        """Whether a session of this process has kept a change."""

    @cached_property
    def settings(self) -> "Settings":
        """The settings in the file, and warnings about those that cannot be used."""
        from callbacktui.config import ConfigError, read_config

        try:
            return read_config(self._config_file)
        except ConfigError as error:
            raise UsageError(str(error)) from error

    @cached_property
    def config(self) -> "Config":
        """The settings, with the command-line options applied; dates are written as they say."""
        from msgspec.structs import replace

        from callbacktui.domain.dates.style import use_style

        read = self.settings.config
        use_style(read.date_style)
        return replace(read, ascii=read.ascii or self._plain_ascii)

    @property
    def config_file(self) -> Path:
        """The path of the settings file."""
        from callbacktui.config import default_path

        return self._config_file or default_path()

    @cached_property
    def clock(self) -> "Clock":
        """A function that returns the time in the actor's zone, frozen if `--now` was given."""
        import pendulum

        from callbacktui.cli.now_and_zone import find_zone, parse_now

        home = find_zone(self.config.zone)
        if self._frozen is None:
            return lambda: pendulum.now(home)
        moment = parse_now(self._frozen, home)
        return lambda: moment

    @property
    def now(self) -> "DateTime":
        """The current time."""
        return self.clock()

    @cached_property
    def path(self) -> Path:
        """The path of the data file."""
        if self._db is not None:
            return self._db
        import platformdirs

        return platformdirs.user_data_path("callbacktui") / "auditions.json"

    def global_options(self) -> list[str]:
        """Return the options with which another process of the program uses the same data."""
        options = ["--db", str(self.path.absolute())]
        if self._config_file is not None:
            options += ["--config", str(self._config_file.absolute())]
        if self._frozen is not None:
            options += ["--now", self._frozen]
        flags = {"--ascii": self._plain_ascii, "--read-only": self._read_only}
        return [*options, *(name for name, is_set in flags.items() if is_set)]

    @contextmanager
    def open(
        self,
        *,
        read_only: bool | str = False,
        path: Path | None = None,
        is_demo: bool = False,
        for_screen: bool = False,
    ) -> Iterator["Session"]:
        """Open a session on the store, and close it at the end; `read_only` may be a reason.

        If another command has the store open, wait for it as long as `--wait` says. The screen
        asks instead, and says itself what cannot be read, once it has read everything.

        Raises:
            StoreLockedError: if another window has the store open.
            StoreUnavailable: if the store cannot be opened or written.
        """
        from callbacktui.cli.output import print_message
        from callbacktui.session import open_session
        from callbacktui.store.base.errors import StoreError, StoreLocked, display_path, reason_of

        file = path or self.path
        try:
            session = open_session(
                file,
                self.config,
                self.clock,
                is_demo=is_demo,
                read_only=read_only or self._read_only,
                wait=0 if for_screen else self._wait,
                config_file=self._config_file,
            )
            session.repository.notices.extend(self.settings.warnings)
            last = session.ledger.next_undo
            try:
                _print_findings(session, [] if for_screen else session.repository.unread)
                yield session
                _write_pocket(session)
            finally:
                self.has_changed |= session.ledger.next_undo is not last
                if behind := session.close():
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


def _write_pocket(session: "Session") -> None:
    """Write the pocket if something changed; if that fails, the change itself is saved."""
    if not session.config.pocket.folder:
        return
    from callbacktui.cli.output import print_message
    from callbacktui.pocket.result import PocketError

    if session.pocket.is_behind:
        try:
            session.pocket.write()
        except PocketError as error:
            print_message(str(error))


def _print_findings(session: "Session", unread: list[tuple[str, str]]) -> None:
    from callbacktui.cli.output import print_message

    for notice in session.repository.notices:
        print_message(notice)
    for id_, reason in unread:
        print_message(f"One record cannot be read and was left as it is: {id_}, {reason}.")
