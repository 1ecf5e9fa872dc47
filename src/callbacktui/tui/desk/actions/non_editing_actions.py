"""Commands that change no audition: sort, tips, card, copy, and those that open a list."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Order
from callbacktui.domain.door_card import card_text, make_card
from callbacktui.domain.status import headline, status_of
from callbacktui.domain.text import capitalized
from callbacktui.tui.bookouts.screen import BookOutsScreen
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.desk.actions.edit_actions import edit_nearest_round
from callbacktui.tui.desk.card_screen import CardScreen
from callbacktui.tui.money.screen import MoneyScreen
from callbacktui.tui.pieces.screen import PiecesScreen
from callbacktui.tui.practice.screen import PracticeScreen
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext


async def sort(desk: CommandContext) -> None:
    """Ask for the order within each group."""
    orders = sorted(Order, key=lambda order: order is not desk.order)
    choices = [
        Choice(order, capitalized(order.word), "as it is now" if order is desk.order else "")
        for order in orders
    ]
    order = await desk.ask(ChoiceDialog("Sort each group", choices))
    if order:
        desk.order = order


async def read_tip(desk: CommandContext) -> None:
    """Open the tip's article at its section."""
    from callbacktui.tui.desk.actions.open_article import open_article  # late: it reads Markdown

    if tip := desk.tips.tip:
        await open_article(desk, tip.article, tip.section)


async def later_tip(desk: CommandContext) -> None:
    """Hide this tip for a week."""
    desk.tips.put_off(desk.now())
    desk.refresh_data()


async def quiet_tips(desk: CommandContext) -> None:
    """Turn tips off or on again."""
    desk.tips.toggle()
    desk.refresh_data()


async def practice(desk: CommandContext) -> None:
    """Open the practice log."""
    await desk.ask(PracticeScreen(desk))


async def bookouts(desk: CommandContext) -> None:
    """Open the book-outs."""
    await desk.ask(BookOutsScreen(desk))


async def money(desk: CommandContext) -> None:
    """Open the money log."""
    await desk.ask(MoneyScreen(desk))


async def pieces(desk: CommandContext) -> None:
    """Open the pieces and materials."""
    await desk.ask(PiecesScreen(desk))


async def card(desk: CommandContext, about: CommandTarget) -> None:
    """Show the card of the next read; copy it, or go on to the round where facts are put in."""
    audition = about.one
    if audition is None:
        return
    session = desk.session
    drawn = make_card(session.context_of(audition, desk.now()), session.history)
    if drawn is None:
        desk.refuse(f"There is no audition yet; {desk.keys['callback']} books one.")
        return
    answer = await desk.ask(CardScreen(drawn, desk.glyphs))
    if answer == "copy":
        await desk.copy("\n".join(card_text(drawn)), f"the card of {audition.name}")
    elif answer == "edit_round":
        await edit_nearest_round(desk, about)


async def copy(desk: CommandContext, about: CommandTarget) -> None:
    """Copy a short text about the audition."""
    if audition := about.one:
        await desk.copy(summary(audition, desk), audition.name)


def summary(audition: Audition, desk: CommandContext) -> str:
    """Return a few lines for a message to an agent or a friend."""
    status = status_of(audition, desk.now(), desk.session.config.silence)
    where = f"{audition.stage_word}: {headline(audition, status, desk.now())}"
    lines = (audition.name, audition.office, where)
    return "\n".join(line for line in lines if line)
