"""The title in a pane's frame."""

from textual.content import Content


def pane_title(number: int, heading: str, sign: str) -> Content:
    """A pane's title, with the sign of focus where it has it."""
    return Content(" ".join(part for part in (sign, str(number), heading) if part))


def titled(heading: str, sign: str, *, here: bool) -> Content:
    """The title of a pane without a number, with the `sign` of focus where it has it."""
    return Content(f"{sign} {heading}" if here else heading)
