"""The command that edits the tags of one audition, or of all marked ones."""

import asyncio
from functools import partial

from msgspec.structs import replace

from callbacktui.tui.components.field_types import ListField
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.actions.batch import names_of
from callbacktui.tui.forms.suggestions import words_of
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext


async def tags(desk: CommandContext, about: CommandTarget) -> None:
    """Edit the tags of one audition, or those that all marked ones share."""
    picked = about.some
    if not picked:
        return
    now, order = desk.now(), desk.session.config.numeric_order
    kind = ListField()
    wrong = partial(kind.problem, now=now, order=order)

    shared = tuple(t for t in picked[0].tags if all(t in a.tags for a in picked))
    known = await words_of(desk.session)
    draft_key = f"tags {' '.join(sorted(a.id for a in picked))}"
    line = await desk.ask(
        LineDialog(
            f"Tags: {names_of(picked)}",
            kind.to_text(shared, now),
            drafts=desk.session.drafts,
            clock=desk.session.clock,
            draft_key=draft_key,
            hint="Commas between them; #word in the filter finds them again."
            if len(picked) == 1
            else "The tags that all of them share; their other tags stay.",
            known=known.get("tags", ()),
            validate=wrong,
            of_words=True,
        )
    )
    if line is None:
        return
    wanted = kind.read(line, now, order)
    if wanted == shared:
        await asyncio.to_thread(desk.session.drafts.drop, draft_key)
        return
    work = desk.session.ledger.update(
        [a.id for a in picked],
        lambda a: replace(a, tags=replace_tags(a.tags, shared, wanted)),
        f"Tags of {names_of(picked)}",
    )
    if await desk.change(work) is None:
        await asyncio.to_thread(desk.session.drafts.drop, draft_key)
        desk.unmark(about.marked)


def replace_tags(
    tags: tuple[str, ...], shared: tuple[str, ...], wanted: tuple[str, ...]
) -> tuple[str, ...]:
    """Return an audition's tags with the `shared` ones replaced by `wanted`; its own stay."""
    own = tuple(tag for tag in tags if tag not in shared and tag not in wanted)
    return (*wanted, *own)
