"""A process that begins an act and dies at one call of the disk, act after act.

For each line `NUMBER FOLDER|ACT` on its standard input it forks one that does the act in that
home and is killed at its call of that number, and prints `killed` or `done` at its end.
"""

import os
import sys
from pathlib import Path

from tests.faults.disks import DeadlyDisk
from tests.faults.operations import ACTS, Home


def die_at(number: int, folder: Path, act: str) -> None:
    disk = DeadlyDisk()
    disk.arm(number)
    ACTS[act].run(Home(folder), disk)
    os._exit(0)


def main() -> None:
    for line in sys.stdin:
        where, _, act = line.strip().partition("|")
        number, _, folder = where.partition(" ")
        child = os.fork()
        if not child:
            die_at(int(number), Path(folder), act)
        _, status = os.waitpid(child, 0)
        os.write(1, b"killed\n" if os.WIFSIGNALED(status) else b"done\n")


if __name__ == "__main__":
    main()
