"""The pocket of a session: it keeps the folder that the settings name up to date."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from pendulum import DateTime

from callbacktui.config import Config
from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.hidden_numbers import HiddenNumbers
from callbacktui.ledger import Ledger
from callbacktui.pocket.result import PocketError, Written
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.state_folder import device_name
from callbacktui.store.repository import Repository

_FOLDERS: Final = "pocket_folders"


class _Kept(NamedTuple):
    """What the pocket is written from, and the day that its page tells of."""

    day: dt.date
    auditions: Iterable[Audition]
    bookouts: tuple[BookOut, ...]
    money: tuple[MoneyEntry, ...]
    numbers_hidden: bool

    def read(self) -> "_Kept":
        """Return the same with every audition read."""
        return self._replace(auditions=tuple(self.auditions))


class Pocket:
    """Keeps the folder that the settings name up to date; does nothing without one.

    A made-up career is never written.
    """

    def __init__(
        self,
        ledger: Ledger,
        repository: Repository,
        memory: Preferences,
        config: Config,
        clock: Callable[[], DateTime],
        numbers: HiddenNumbers,
        *,
        is_demo: bool = False,
    ) -> None:
        self._ledger = ledger
        self._repository = repository
        self._memory = memory
        self._config = config
        self._clock = clock
        self._numbers = numbers
        self.folder = "" if is_demo else config.pocket.folder.strip()
        # The first list needs only what is open: all of it is read at the first comparison.
        self._seen = self._kept(self._ledger.open_first()) if self.folder else None

    @property
    def is_behind(self) -> bool:
        """True if there is a folder, and the day or what it holds changed since it was written."""
        if not self.folder:
            return False
        self._seen = self._seen and self._seen.read()
        return self._seen != self._kept(self._ledger.all())

    def write(self, folder: Path | None = None, *, again: bool = False) -> Written:
        """Write the pocket to `folder`, else to that of the settings.

        Raises:
            PocketError: if it cannot be written, or something has to be answered first.
        """
        from callbacktui.pocket.contents import make_pocket
        from callbacktui.pocket.folder import PocketFolder

        auditions = self._ledger.all()
        kept = self._kept(auditions)
        if self._repository.question:
            raise PocketError(
                "Most of your auditions are missing from the data file, so the pocket stays as it "
                "is.",
                "callbacktui doctor says what can be done.",
            )
        path = folder or self._path()
        now = self._clock()
        known: list[str] = self._memory.get(_FOLDERS, [])
        contents = make_pocket(
            auditions,
            kept.bookouts,
            now,
            self._config.silence,
            kept.money,
            numbers_hidden=kept.numbers_hidden,
        )
        written = PocketFolder(
            path,
            device_name(self._memory, known_only=False),
            is_known=str(path) in known,
        ).write(
            contents.entries,
            contents.page,
            now,
            alarms=self._config.pocket.alarms.minutes,
            again=again,
            cancels=not self._repository.unread,
        )
        if str(path) not in known:
            self._memory.put(_FOLDERS, [*known, str(path)])
        if folder is None:
            self._seen = kept
        return written

    def _kept(self, auditions: Iterable[Audition]) -> _Kept:
        bookouts, money = self._repository.bookouts.all(), self._repository.money.all()
        numbers_hidden = self._numbers.are_hidden
        day = self._clock().date()
        return _Kept(day, auditions, tuple(bookouts), tuple(money), numbers_hidden)

    def _path(self) -> Path:
        """Return the folder of the settings.

        Raises:
            PocketError: if it is not a whole path.
        """
        try:
            path = Path(self.folder).expanduser()
        except RuntimeError:
            path = Path(self.folder)
        if not path.is_absolute():
            raise PocketError(
                f"The folder of the pocket, {self.folder}, is not a whole path.",
                "In the settings, begin it with / or ~/.",
            )
        return path
