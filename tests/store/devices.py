"""Computers that share a data file, each with its own state folder and clock."""

import datetime as dt
import os
from pathlib import Path

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.io.disk import Disk
from callbacktui.store.repository import Repository

AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


class Device:
    """One computer; `skew` is how far its clock is ahead."""

    def __init__(self, folder: Path, name: str, skew: dt.timedelta = dt.timedelta()) -> None:
        self.path = folder / "shared" / "auditions.json"
        self.state = folder / name
        self.now = AT + skew

    def open(self, *, read_only: bool = False, disk: Disk | None = None) -> Repository:
        os.environ["CALLBACKTUI_STATE"] = str(self.state)
        return Repository.open(self.path, read_only=read_only, clock=self._time, disk=disk)

    def do(self, *changes: Change, summary: str = "Changed") -> None:
        """Open the store, make changes and close it."""
        repository = self.open()
        repository.write(changes, summary)
        repository.close()

    def stands(self) -> dict[str, Audition]:
        repository = self.open(read_only=True)
        found = {audition.id: audition for audition in repository.load()}
        repository.close_at_once()
        return found

    def _time(self) -> dt.datetime:
        self.now += dt.timedelta(seconds=1)
        return self.now


def adding(*auditions: Audition) -> list[Change]:
    return [Change(before=None, after=one) for one in auditions]
