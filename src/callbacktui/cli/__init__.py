"""The command line; the full-screen program is imported only if it is opened."""

import gc


def main() -> None:
    """Run `callbacktui` with the arguments of this process, and exit with its exit code.

    Garbage collection is off, since the objects made at the start all stay alive: this saves an
    eighth of the time until `list` prints. The full-screen program turns it on again. Nor is
    anything collected at the end, which would take a tenth of the time of a large import.
    """
    gc.disable()
    from callbacktui.cli.main import run

    try:
        run()
    finally:
        gc.freeze()
