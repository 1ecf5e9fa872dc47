"""What opening the store found out of the ordinary, and what came in since, in words."""

from collections.abc import Iterator, Sequence

from callbacktui.store.repository import Repository


def noticed(repository: Repository) -> list[str]:
    """Everything there is to say, a sentence or two each."""
    return [*repository.notices, *_unread(repository.unread)]


def _unread(unread: Sequence[tuple[str, str]]) -> Iterator[str]:
    """That records could not be read, and that they are safe."""
    if not unread:
        return
    (id_, reason), count = unread[0], len(unread)
    what = "1 record" if count == 1 else f"{count} records"
    yield f"{what} in the file cannot be read and stays there as it is: {id_}, {reason}."
