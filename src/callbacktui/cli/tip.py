"""The `tip` command: prints the tip that fits now, why it is shown, and its source."""

import click
import msgspec

from callbacktui.advice.library.library import open_library
from callbacktui.advice.pages.page_tips import replace_tip
from callbacktui.advice.tips.context import Context, recent_practice, summarize_career
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.output import print_json, print_lines
from callbacktui.tip_history import load_tip_history


@click.command("tip")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def tip_command(cli: CliContext, id_: str | None, *, as_json: bool) -> None:
    """Show the tip for one audition, or for now; tips you put off on the desk are left out."""
    with cli.open(read_only=True) as place:
        context = Context(
            now=cli.now,
            audition=find_audition(place.ledger, id_) if id_ is not None else None,
            windows=cli.config.silence,
            career=summarize_career(place.ledger.all()),
            practice=recent_practice(place.repository.practice.all()),
        )
        library = open_library()
        library.set_pages(place.repository.pages.all())
        shown = load_tip_history(place.memory)
    tip = choose_tip(context, shown, library.voices)
    tip = replace_tip(tip, context, shown, library.passages)
    if tip is None:
        raise CommandError("There is no tip for now.")
    if as_json:
        print_json(msgspec.to_builtins(tip))
        return
    print_lines(
        [
            tip.text,
            "",
            f"Why: {tip.reason}",
            f"From: {tip.source}",
            f"Read on: callbacktui advice read {tip.article}",
        ]
    )
