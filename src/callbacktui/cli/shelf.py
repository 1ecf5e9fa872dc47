"""The library as the commands see it: with the actor's own pages and bookmarks on it."""

from dataclasses import dataclass

from callbacktui.advice.library import Library, open_library
from callbacktui.cli.desk import Desk
from callbacktui.cli.out import tell
from callbacktui.cli.refusal import NoStore


@dataclass(frozen=True, slots=True)
class BookShelf:
    """The library, and the names of what has a bookmark in it: "article:a-slug"."""

    library: Library
    bookmarks: frozenset[str] = frozenset()


def open_shelf(desk: Desk) -> BookShelf:
    """The library with the own pages; where the store cannot be opened it says so, without them."""
    library = open_library()
    try:
        with desk.open(read_only=True) as place:
            library.put(place.repository.pages.all())
            for id_, reason in place.repository.pages.unread:
                tell(f"One of your pages cannot be read and was left as it is: {id_}, {reason}.")
            marked = place.memory.get("bookmarks", [""])
    except NoStore as trouble:
        tell(f"{trouble.message} Your own pages are not on the shelf.")
        return BookShelf(library)
    return BookShelf(library, frozenset(name for name in marked if isinstance(name, str)))
