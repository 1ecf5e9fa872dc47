"""What opening the store found out of the ordinary, and what came in since, in words."""

from collections.abc import Iterator, Sequence

from callbacktui.store.drafts import Draft
from callbacktui.store.repository import Repository


def noticed(repository: Repository) -> list[str]:
    """Everything there is to say, a sentence or two each."""
    return [*repository.notices, *unread_words(repository.unread)]


def kept_words(drafts: Sequence[Draft]) -> str:
    """That what was being typed when the window went away is kept; nothing where none is."""
    if not drafts:
        return ""
    if len(drafts) == 1:
        return "What you were typing last time is kept. It stands again where you typed it."
    return f"What you were typing in {len(drafts)} places is kept. It stands again in each of them."


def unread_words(unread: Sequence[tuple[str, str]]) -> Iterator[str]:
    """That records could not be read, and that they are safe."""
    if not unread:
        return
    (id_, reason), count = unread[0], len(unread)
    what = "1 record" if count == 1 else f"{count} records"
    yield f"{what} in the file cannot be read and stays there as it is: {id_}, {reason}."
