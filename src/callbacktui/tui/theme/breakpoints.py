"""The window sizes of the style sheet: four widths and two heights, each a class of the screen."""

from typing import Final

Breakpoints = list[tuple[int, str]] | None

WIDTHS: Final = [(0, "-narrow"), (100, "-middle"), (164, "-wide"), (190, "-vast")]
HEIGHTS: Final = [(0, "-short"), (36, "-tall")]


def size_classes(length: int, steps: Breakpoints) -> list[str]:
    """Return the class for a screen's width or height, before Textual sets it."""
    return [name for least, name in sorted(steps or ()) if length >= least][-1:]
