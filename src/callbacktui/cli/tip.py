"""`tip`: one thing worth reading now, why it is here, and where it comes from."""

import click
import msgspec

from callbacktui.advice.context import Context, career, practised
from callbacktui.advice.library import open_library
from callbacktui.advice.moments import choose
from callbacktui.advice.own_tips import instead
from callbacktui.cli.desk import Desk, pass_desk
from callbacktui.cli.found import find
from callbacktui.cli.out import put, put_json
from callbacktui.cli.refusal import Refusal
from callbacktui.shown_before import shown_before


@click.command("tip")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_desk
def tip_command(desk: Desk, id_: str | None, *, as_json: bool) -> None:
    """Give the tip for one audition, or for now; what was put off on the desk rests here too."""
    with desk.open(read_only=True) as place:
        context = Context(
            now=desk.now,
            audition=find(place.ledger, id_) if id_ is not None else None,
            windows=desk.config.silence,
            career=career(place.ledger.all()),
            practice=practised(place.repository.practice.all()),
        )
        library = open_library()
        library.put(place.repository.pages.all())
        shown = shown_before(place.memory)
    tip = choose(context, shown, library.voices)
    tip = instead(tip, context, shown, library.passages)
    if tip is None:
        raise Refusal("There is no tip for now.")
    if as_json:
        put_json(msgspec.to_builtins(tip))
        return
    put(
        [
            tip.text,
            "",
            f"Why: {tip.reason}",
            f"From: {tip.source}",
            f"Read on: callbacktui advice read {tip.article}",
        ]
    )
