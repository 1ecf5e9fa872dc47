"""Runs the command line in a process of its own, forked from one that has imported it already.

Importing takes four fifths of the time of a short command, and the tests call about a thousand.
What a fresh interpreter does is tested with fresh ones: `test_main.py` and `test_streams.py`.
"""

import contextlib
import gc
import io
import json
import os
import sys
import time
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

LATE = (
    "dateparser",
    "frontmatter",
    "icalendar",
    "python_calamine",
    "rapidfuzz",
    "selectolax.lexbor",
    "tomlkit",
    "xlsxwriter",
)
"""Libraries that commands import only when they need them."""


def main() -> None:
    """Fork once for each line of standard input; answer each with the exit code of the fork."""
    import callbacktui

    tui = "callbacktui.tui"
    for found in walk_packages(callbacktui.__path__, "callbacktui."):
        if not found.name.startswith(tui) and not found.name.endswith("__main__"):
            import_module(found.name)
    for name in LATE:
        import_module(name)
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _run(json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _run(call: dict[str, Any]) -> None:
    """Become the program, with the call's arguments, environment, folder and streams."""
    os.environ.clear()
    os.environ.update(call["env"])
    time.tzset()
    os.chdir(call["folder"])
    for number, path in enumerate((os.devnull, call["out"], call["err"])):
        stream = os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT)
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), encoding="utf-8")
    sys.stdout = _writer(1, "strict")
    sys.stderr = _writer(2, "backslashreplace")
    sys.argv = ["callbacktui", *call["arguments"]]
    code: object = 1
    try:
        from callbacktui.cli.main import run

        run()
        code = 0
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 (it is what an interpreter does)
        sys.excepthook(*sys.exc_info())
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


def _writer(number: int, errors: str) -> io.TextIOWrapper:
    raw = io.BufferedWriter(io.FileIO(number, "w", closefd=False))
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, line_buffering=number == 2)


if __name__ == "__main__":
    main()
