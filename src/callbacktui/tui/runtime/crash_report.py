"""The crash report: where the program failed, and nothing of what the actor wrote."""

import traceback
from pathlib import Path
from typing import Final

import callbacktui

_OURS: Final = Path(callbacktui.__file__).parent
_WORDS: Final = (
    "callbacktui {version} stopped: a fault of its own ({kind}).\n"
    "Everything that was saved is on disk. What was being typed is kept, and is offered when the "
    "same form is opened again.\n"
    "If you report it, this is where it happened; nothing you wrote is in it:\n{places}\n"
)


def crash_report(error: BaseException) -> str:
    """Return the type of an error and its traceback lines, without any values."""
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames)
    return _WORDS.format(
        version=callbacktui.__version__, kind=type(error).__name__, places="\n".join(places)
    )


def place_of(error: BaseException) -> str:
    """Return the type of an error and the nearest line of our code, without any values."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_OURS)]
    where = [f" at {_short(f.filename)}:{f.lineno}" for f in (ours or frames)[-1:]]
    return f"{type(error).__name__}{''.join(where)}"


def _short(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(_OURS):
        return str(path.relative_to(_OURS.parent))
    return "/".join(path.parts[-2:])
