"""The command line: words in, data out; the screen opens only where it is asked for."""


def main() -> None:
    """Run `callbacktui` with the arguments of this process, and leave with its exit code."""
    from callbacktui.cli.program import run

    run()
