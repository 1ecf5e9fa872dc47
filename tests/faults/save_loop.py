"""A process that saves as fast as it can and prints a line after each save, until it is killed.

For each line `plain PATH` or `flushing PATH` on standard input, it forks a saver, prints its
process id, and waits for it to end, so that many kills need only one start of Python.
"""

import os
import sys
from pathlib import Path

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.repository import Repository

RECORDS = 12


def expected(number: int) -> dict[str, str]:
    """Return the notes by id after save `number`; each save changes half of the records."""
    return {
        f"r{i}": note(last)
        for i in range(RECORDS)
        if (last := number - (number - i) % 2 if number >= 1 else 0) >= 1
    }


def note(number: int) -> str:
    return f"{number} " * 2000


def changes(number: int) -> list[Change]:
    return [
        Change(before=None, after=Audition(id=f"r{i}", project="Lear", notes=note(number)))
        for i in range(RECORDS)
        if i % 2 == number % 2
    ]


def save_until_killed(path: Path, *, flushing: bool) -> None:
    repository = Repository.open(path)
    number = max((int(a.notes.split()[0]) for a in repository.load()), default=0)
    while True:
        number += 1
        repository.write(changes(number))
        os.write(1, b"%d\n" % number)
        if flushing:
            repository.flush()


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            how, _, path = line.strip().partition(" ")
            save_until_killed(Path(path), flushing=how == "flushing")
        os.write(1, b"pid %d\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"end\n")


if __name__ == "__main__":
    main()
