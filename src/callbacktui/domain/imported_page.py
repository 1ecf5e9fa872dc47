"""An imported page: an article that the actor saved elsewhere and imported word for word."""

from callbacktui.domain.base_classes import LabelledEnum, Value


class PageKind(LabelledEnum):
    """The type of the file that a page was imported from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


class ImportedPage(Value, frozen=True, kw_only=True):
    """One page as stored; its sections and quotes are parsed from `text` each time.

    `slug` is its short name, `source` the name of the file it came from (never opened again),
    and `imported_at` the time of the last import, as ISO 8601.
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
        """The title, as the name of the record."""
        return self.title
