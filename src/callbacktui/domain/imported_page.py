"""A page of the actor's own: an article they saved elsewhere and brought in, word for word."""

from callbacktui.domain.value import LabelledEnum, Value


class PageKind(LabelledEnum):
    """What the file was that a page came in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


class ImportedPage(Value, frozen=True, kw_only=True):
    """One page as it is kept; what can be found in it is read from `text` again each time.

    `slug` is its short name, `source` the name of the file it came in, which is never opened
    again, and `imported_at` the last time it was brought in, as ISO 8601.
    """

    id: str
    slug: str
    title: str
    author: str = ""
    source: str = ""
    kind: PageKind = PageKind.TEXT
    imported_at: str = ""
    text: str

    @property
    def name(self) -> str:
        """What it is called in a line: its title."""
        return self.title
