"""The two panes beside the list: the detail and the reflections of one audition."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from msgspec.structs import replace

from callbacktui.domain.audition_context import AuditionContext
from callbacktui.domain.clashes import Clash
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
    context: AuditionContext | None,
    keys: Mapping[str, str],
    clashes: Sequence[Clash] = (),
    record: SilenceRecord | None = None,
) -> SidePanes:
    """Return what writes the panes for an audition; without one, what they are for."""
    if context is None:
        return SidePanes(
            (lambda writer: writer.text(_NO_DETAIL, writer.styles.muted), "Detail"),
            (lambda writer: writer.text(_NO_LOOK_BACK, writer.styles.muted), "Look back"),
        )
    audition, silence = shorten_texts(context.audition), context.status.silence
    reminders = tuple(map(shorten_texts, context.reminders))
    whole = replace(context, audition=audition, reminders=reminders)
    before = ""
    if record and silence and not context.numbers_hidden:
        before = record.sentence(audition, silence)
    return SidePanes(
        (partial(write_detail, context=whole, before=before, clashes=clashes), audition.name),
        (
            partial(write_look_back, context=whole, key=keys["reflect"]),
            ", ".join(filter(None, ("Look back", look_back_title(audition, whole)))),
        ),
    )
