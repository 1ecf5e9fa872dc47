"""The two panes beside the list: the detail and the reflections of one audition."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.clashes import Clash
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.silence import Windows
from callbacktui.insight.silence_outcomes import SilenceRecord
from callbacktui.tui.components.pane import Write
from callbacktui.tui.components.shorten_text import shorten_texts
from callbacktui.tui.desk.detail_view import write_detail
from callbacktui.tui.desk.reflection_view import look_back_title, write_look_back

_NO_DETAIL: Final = "What you know about an audition goes here: its dates, its rounds, its office."
_NO_LOOK_BACK: Final = (
    "Your look back on an audition goes here, and what you meant to do next time."
)

Headed = tuple[Write, str]
"""What writes a pane, and its heading."""


class SidePanes(NamedTuple):
    """The two panes beside the list."""

    detail: Headed
    reflection: Headed


def side_panes(
    audition: Audition | None,
    history: History,
    now: DateTime,
    windows: Windows,
    keys: Mapping[str, str],
    clashes: Sequence[Clash] = (),
    *,
    money: Iterable[MoneyEntry] = (),
    record: SilenceRecord | None = None,
    numbers_hidden: bool = False,
) -> SidePanes:
    """Return what writes the panes for an audition; without one, what they are for.

    With `numbers_hidden`, nothing that is counted is said.
    """
    if audition is None:
        return SidePanes(
            (lambda writer: writer.text(_NO_DETAIL, writer.styles.muted), "Detail"),
            (lambda writer: writer.text(_NO_LOOK_BACK, writer.styles.muted), "Look back"),
        )
    whole = context_of(
        shorten_texts(audition), history, now, windows, money=money, numbers_hidden=numbers_hidden
    )
    whole = replace(whole, reminders=tuple(map(shorten_texts, whole.reminders)))
    silence = whole.status.silence
    before = record.sentence(audition, silence) if record and silence and not numbers_hidden else ""
    return SidePanes(
        (partial(write_detail, context=whole, before=before, clashes=clashes), audition.name),
        (
            partial(write_look_back, context=whole, key=keys["reflect"]),
            ", ".join(filter(None, ("Look back", look_back_title(audition, whole)))),
        ),
    )
