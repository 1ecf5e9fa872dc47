"""The window sizes of the style sheet: four widths and two heights, each a class of the screen."""

from collections.abc import Iterator
from typing import Final

from textual.geometry import Size

WIDTHS: Final = [(0, "-narrow"), (100, "-middle"), (164, "-wide"), (190, "-vast")]
HEIGHTS: Final = [(0, "-short"), (30, "-tall")]


def size_classes(size: Size) -> Iterator[str]:
    """Yield the classes for a screen of `size`, before Textual sets them."""
    for length, steps in ((size.width, WIDTHS), (size.height, HEIGHTS)):
        yield [name for least, name in steps if length >= least][-1]
