"""The `stats` command: five questions about the actor's own record."""

import click

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import UsageError
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.read_values import day_of
from callbacktui.cli.text import terminal_width, wrap
from callbacktui.domain.moment import today
from callbacktui.hidden_numbers import HIDDEN
from callbacktui.insight.proportion import GROUPED_BY, Proportion, Shown
from callbacktui.insight.questions import TITLES, Answer, answer, answers

_WIDTH = 96


@click.command("stats")
@click.argument("question", required=False, metavar="[QUESTION]")
@click.option("--since", default="", metavar="DATE", help="Only what began on that day or later.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def stats_command(cli: CliContext, question: str | None, *, since: str, as_json: bool) -> None:
    """Answer five questions about your own record, or the one QUESTION.

    The questions: called_in_again, called_back, word, dry_spell, change. Every proportion has its
    base; below 5 there are only counts, below 20 it is too early to tell. While numbers are hidden
    nothing is said, and in JSON nothing is to be "shown".
    """
    if question is not None and question not in TITLES:
        raise UsageError(f"There is no question {question!r}: {', '.join(TITLES)}.")
    first = day_of(since, "--since", cli, past=True)
    with cli.open(read_only=True) as session:
        numbers_hidden = session.numbers.are_hidden
        auditions = [
            audition
            for audition in session.ledger.all()
            if first is None or (audition.first_day and audition.first_day >= first)
        ]
    day = today(cli.now)
    asked = [answer(question, auditions, day)] if question else answers(auditions, day)
    if as_json:
        print_json({"questions": [_document(one, numbers_hidden=numbers_hidden) for one in asked]})
        return
    if numbers_hidden:
        print_message(HIDDEN)
        return
    width = min(_WIDTH, terminal_width())
    for number, one in enumerate(asked):
        print_lines([*([""] if number else []), *_lines(one, width)])


def _document(answer: Answer, *, numbers_hidden: bool) -> dict[str, object]:
    return {
        "id": answer.id,
        "title": answer.title,
        "sentence": HIDDEN if numbers_hidden else answer.sentence,
        "proportions": [
            _proportion(counted, numbers_hidden=numbers_hidden) for counted in answer.proportions
        ],
    }


def _proportion(counted: Proportion, *, numbers_hidden: bool) -> dict[str, object]:
    interval = counted.interval
    return {
        "name": counted.name,
        **({"group": counted.group} if counted.group else {}),
        "of": counted.base,
        "k": counted.k,
        "n": counted.n,
        "open": counted.open,
        "straight": counted.straight,
        "low": round(interval.low, 4) if interval else None,
        "high": round(interval.high, 4) if interval else None,
        "shown": (Shown.NONE if numbers_hidden else counted.shown).value,
    }


def _lines(answer: Answer, width: int) -> list[str]:
    lines = [answer.title, *_indented(answer.sentence, width)]
    grouped = ""
    for counted in filter(lambda one: one.n, answer.proportions):
        if counted.group:
            if counted.name != grouped:
                lines += ["", f"  {counted.label}, {GROUPED_BY[counted.name]}:"]
                grouped = counted.name
            lines += _indented(f"{counted.group}: {counted.counts}{counted.in_brackets}", width)
        else:
            what = f"{counted.counts} {counted.what}{counted.in_brackets}{counted.rest}"
            lines += _indented(f"{counted.label}: {what}", width)
    if answer.notes:
        lines.append("")
    for note in answer.notes:
        lines += _indented(note, width)
    return lines


def _indented(words: str, width: int) -> list[str]:
    return [f"  {row}" for row in wrap(words, width - 2)]
