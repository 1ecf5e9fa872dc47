"""Workers of a screen, each of which says whether keys wait for it."""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial, wraps
from inspect import isawaitable
from typing import Any, Concatenate, Final, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from textual.css.query import NoMatches
from textual.worker import Worker


class KeysWait(Enum):
    """Whether keys that are typed while a worker runs wait until it is done."""

    YES = auto()
    """It ends in another screen, or in this one changed."""

    UNLESS_ESC = auto()
    """It reads what the screen shows; only Esc does not need that."""

    NO = auto()
    """Nothing that is typed depends on it."""


SAVES: Final = "save"
"""The worker group that saves a form and then drops its draft; shutdown waits for it."""

_KEYS_WAIT: WeakKeyDictionary[Worker[Any], KeysWait] = WeakKeyDictionary()


def keys_wait(worker: Worker[Any]) -> KeysWait:
    """Return whether keys wait for a worker; for one of Textual's own they do not."""
    return _KEYS_WAIT.get(worker, KeysWait.NO)


class ScreenWorkers:
    """Mixed into every screen, before Textual's class."""

    def run_worker(
        self,
        work: Any,  # noqa: ANN401 - as Textual's
        *args: Any,  # noqa: ANN401 - as Textual's
        keys: KeysWait | None = None,
        **options: Any,  # noqa: ANN401 - as Textual's
    ) -> Worker[Any]:
        """Start a worker as Textual does.

        Raises:
            TypeError: without `keys`.
        """
        if keys is None:
            raise TypeError("Say with keys=KeysWait… whether keys wait for this worker.")
        if not options.get("thread"):
            work = partial(_unless_closing, self, work)
        start = super().run_worker  # type: ignore[misc]
        worker: Worker[Any] = start(work, *args, **options)
        _KEYS_WAIT[worker] = keys
        return worker


async def _unless_closing(screen: Any, work: Any) -> None:  # noqa: ANN401 - a Screen, as Textual's
    """Do the work of a screen, and ignore missing widgets once the screen is being closed."""
    try:
        await (work if isawaitable(work) else work())
    except NoMatches:
        if screen.is_attached and screen.app.is_running:
            raise


S = TypeVar("S", bound=ScreenWorkers)
P = ParamSpec("P")


def screen_worker(
    keys: KeysWait, *, group: str = "default", exclusive: bool = False, thread: bool = False
) -> Callable[[Callable[Concatenate[S, P], object]], Callable[Concatenate[S, P], Worker[Any]]]:
    """Run a screen's method in a worker each time it is called, as Textual's `work` does."""

    def decorate(
        method: Callable[Concatenate[S, P], object],
    ) -> Callable[Concatenate[S, P], Worker[Any]]:
        @wraps(method)
        def start(screen: S, /, *args: P.args, **kwargs: P.kwargs) -> Worker[Any]:
            name = method.__name__
            return screen.run_worker(
                partial(method, screen, *args, **kwargs),
                keys=keys,
                name=name,
                description=name,  # Textual's would hold what the actor typed
                group=group,
                exclusive=exclusive,
                thread=thread,
            )

        return start

    return decorate
