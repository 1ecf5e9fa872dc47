"""A process that runs operations in forks, each of which is killed at a given disk call.

For each line `NUMBER FOLDER|OPERATION` on standard input, it forks a process that runs the
operation in that folder and is killed at disk call NUMBER; then it prints `killed` or `done`.
"""

import os
import sys
from pathlib import Path

from tests.faults.disks import DeadlyDisk
from tests.faults.operations import OPERATIONS, Home


def die_at(number: int, folder: Path, operation: str) -> None:
    disk = DeadlyDisk()
    disk.arm(number)
    OPERATIONS[operation].run(Home(folder), disk)
    os._exit(0)


def main() -> None:
    for line in sys.stdin:
        where, _, operation = line.strip().partition("|")
        number, _, folder = where.partition(" ")
        child = os.fork()
        if not child:
            die_at(int(number), Path(folder), operation)
        _, status = os.waitpid(child, 0)
        os.write(1, b"killed\n" if os.WIFSIGNALED(status) else b"done\n")


if __name__ == "__main__":
    main()
