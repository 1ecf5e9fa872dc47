"""The two panes beside the list: the detail and the reflections of one audition."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from msgspec.structs import replace
from pendulum import DateTime
from rich.console import RenderableType

from callbacktui.domain.audition import Audition
from callbacktui.domain.dossier import History, context_of
from callbacktui.domain.silence import Windows
from callbacktui.tui.components.excerpt import excerpted
from callbacktui.tui.desk.detail_view import detail_view
from callbacktui.tui.desk.reflection_view import look_back_title, look_back_view
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

_NO_DETAIL: Final = "What is known of an audition stands here: its dates, its rounds, its office."
_NO_LOOK_BACK: Final = "The look back on a read stands here, and what you meant to do next time."

Headed = tuple[RenderableType, str]
"""A view and its heading."""


class SidePanes(NamedTuple):
    """The two panes beside the list."""

    detail: Headed
    reflection: Headed


def side_panes(
    audition: Audition | None,
    history: History,
    now: DateTime,
    windows: Windows,
    inks: Styles,
    glyphs: Glyphs,
    keys: Mapping[str, str],
) -> SidePanes:
    """Draw the panes for an audition; without one, say what they are for."""
    if audition is None:
        return SidePanes((_NO_DETAIL, "Detail"), (_NO_LOOK_BACK, "Reflection"))
    whole = context_of(excerpted(audition), history, now, windows)
    whole = replace(whole, reminders=tuple(map(excerpted, whole.reminders)))
    read = look_back_title(audition, whole)
    heading = f"Reflection {glyphs.separator} {read}" if read else "Reflection"
    return SidePanes(
        (detail_view(whole, inks, glyphs), audition.name),
        (look_back_view(whole, inks, glyphs, keys["reflect"]), heading),
    )
