"""The command line: words in, data out; the screen opens only where it is asked for."""

import gc


def main() -> None:
    """Run `callbacktui` with the arguments of this process, and leave with its exit code.

    Nothing that is made at the start is rubbish yet, so nobody looks for any: that is an eighth
    of the time to the first list. The screen has it looked for again once it stands.
    """
    gc.disable()
    from callbacktui.cli.main import run

    run()
