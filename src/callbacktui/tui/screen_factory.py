"""Creates the screens other than the desk, each when it is first opened."""

from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.shell.base_screen import BaseScreen


def make_screen(command_id: str, desk: DeskScreen) -> BaseScreen:
    """Create the screen of the navigation command `command_id`, with the desk's context.

    Raises:
        KeyError: if no screen has that command.
    """
    return _MADE[command_id](desk)


def _library(desk: DeskScreen) -> BaseScreen:
    from callbacktui.tui.library.catalog import LibraryContext
    from callbacktui.tui.library.referring_auditions import ReferringAuditions
    from callbacktui.tui.library.screen import LibraryScreen

    moment = desk.tips.context(desk.selected, desk.session.ledger.all(), desk.now())
    read_for = ReferringAuditions(desk.tips.read_for, desk.session.ledger)
    return LibraryScreen(
        desk.session, desk.glyphs, desk.tips.library, LibraryContext(moment, read_for)
    )


def _today(desk: DeskScreen) -> BaseScreen:
    from callbacktui.tui.today.screen import TodayScreen

    return TodayScreen(desk.session, desk.glyphs)


def _insights(desk: DeskScreen) -> BaseScreen:
    from callbacktui.tui.insights.screen import InsightsScreen

    return InsightsScreen(desk.session, desk.glyphs)


def _people(desk: DeskScreen) -> BaseScreen:
    from callbacktui.tui.people.roster import RosterCache
    from callbacktui.tui.people.screen import PeopleScreen

    cache = desk.kept_for_rooms.setdefault("people", RosterCache())
    return PeopleScreen(desk.session, desk.glyphs, cache)


_MADE = {
    "room_library": _library,
    "room_today": _today,
    "room_insights": _insights,
    "room_people": _people,
}
