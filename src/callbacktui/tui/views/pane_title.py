"""The title in a pane's frame."""

from textual.content import Content


def pane_title(key: str, heading: str, sign: str) -> Content:
    """A pane's title after the `key` that leads to it, with the sign of focus where it has it."""
    return Content(" ".join(part for part in (sign, key, heading) if part))


def titled(heading: str, sign: str, *, here: bool) -> Content:
    """The title of a pane without a number, with the `sign` of focus where it has it."""
    return Content(f"{sign} {heading}" if here else heading)
