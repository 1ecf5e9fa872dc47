"""The `hold` commands: claims on your dates, in their words, and what became of each."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import click
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.cli.clash_message import say_clashes
from callbacktui.cli.click_extensions import ON, ListGroup, enum_param
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.move import save_edit
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.read_values import day_of, on_day, span_of, time_of
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.enums import Cleared, HoldAnswer, HoldKind, TimeOf
from callbacktui.domain.hold_questions import note_about_hold
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.mark_done import (
    answer_hold,
    convert_hold,
    end_hold,
    release_hold,
    why_not_ended,
)
from callbacktui.domain.moment import today
from callbacktui.domain.stage import Stage
from callbacktui.domain.stage_effects import with_hold
from callbacktui.domain.status import short_moment
from callbacktui.domain.text import clean_line
from callbacktui.domain.time_changes import with_new_time
from callbacktui.domain.transitions import advance
from callbacktui.exchange.audition_to_json import plain_document

_BECAME = (Stage.OFFER.value, Stage.BOOKED.value)


@click.group("hold", cls=ListGroup)
def hold_command() -> None:
    """Keep claims on your dates: pins, avails, first refusals. None of them is a booking."""


@hold_command.command("list")
@click.option("--all", "is_all", is_flag=True, help="Those that have ended, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def list_holds(cli: CliContext, *, is_all: bool, as_json: bool) -> None:
    """List the holds, with the id of their audition."""
    with cli.open(read_only=True) as session:
        auditions = session.ledger.all()
    held = [(one, hold) for one in auditions for hold in one.holds if is_all or hold.is_live]
    if as_json:
        print_json([hold_document(one, hold) for one, hold in held])
        return
    names = shortest_prefixes([audition.id for audition in auditions])
    print_lines(
        align_columns([(names[one.id], one.name, *_row(hold, cli.now)) for one, hold in held])
    )
    if not held:
        print_message("Nothing is held. callbacktui hold set ID --word pinned keeps a hold.")


@hold_command.command("set")
@click.argument("id_", metavar="ID")
@click.option("--new", "is_new", is_flag=True, help="Another hold; the one so far turned into it.")
@click.option("--word", default="", help="Their word, exactly: pinned, on avail.")
@click.option("--kind", type=enum_param(HoldKind), metavar="KIND", help="avail, pin, hold, pencil…")
@click.option("--rank", default="", help="First, second, backup, if they said so.")
@click.option("--dates", default="", help="The days held: 14-18 Dec.")
@click.option("--told-by", default="", help="Who said it.")
@click.option("--told-on", default="", help="On what day they said it.")
@click.option("--answer-by", default="", help="Until when they want an answer: fri noon.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def set_hold(
    cli: CliContext,
    id_: str,
    *,
    is_new: bool,
    word: str,
    kind: HoldKind | None,
    rank: str,
    dates: str,
    told_by: str,
    told_on: str,
    answer_by: str,
    as_json: bool,
) -> None:
    """Keep a hold of an audition by its ID, or change what is known of the live one.

    For example: hold set ID --word 'first refusal' --dates '14-18 Dec' --answer-by 'fri noon'. A
    time to answer by that is changed stays beside the new one.
    """
    who = clean_line(told_by)
    known: dict[str, Any] = {
        "word_used": clean_line(word),
        "kind": kind,
        "rank": clean_line(rank),
        "dates": span_of(dates, "--dates", cli),
        "told_on": day_of(told_on, "--told-on", cli, past=True),
    }
    given = {name: value for name, value in known.items() if value}

    def changed(audition: Audition) -> Audition:
        live = None if is_new else audition.live_hold
        by = time_of(answer_by, "--answer-by", cli, was=live.answer_by if live else None)
        is_fresh = is_new or audition.live_hold is None
        held = advance(audition, Stage.HOLD, cli.now) if is_fresh else audition
        if (hold := held.live_hold) is None:
            return held
        told = {"told_by": who} if who and (is_fresh or by is None) else {}
        hold = replace(hold, **given, **told)
        if by and by != hold.answer_by:
            hold = with_new_time(hold, TimeOf.ANSWER_BY, by, told_by=who, told_on=today(cli.now))
        return with_hold(held, hold)

    with cli.open() as session:
        audition = find_audition(session.ledger, id_)
        after = save_edit(session, audition, changed, "hold")
        hold = after.live_hold
        if hold is None:
            return
        if as_json:
            print_json(hold_document(after, hold))
            return
        print_lines([after.id])
        print_message(f"{after.name}: {hold.named}. A hold isn't a booking.")
        say_clashes(session, after, cli)
    if hold.is_unanswered:
        print_message(f"callbacktui hold note {after.id} has what to ask your rep.")


@hold_command.command("answer")
@click.argument("id_", metavar="ID")
@click.argument("answer", metavar="ANSWER", type=enum_param(HoldAnswer))
@ON
@pass_context
def answer_command(cli: CliContext, id_: str, answer: HoldAnswer, *, said: str) -> None:
    """Note your ANSWER to a live hold: available, with_conditions or not_available."""
    day = on_day(said, cli)
    _settle(cli, id_, day, lambda a, h: answer_hold(a, h.id, answer, cli.now, day), answer.word)
    if answer is HoldAnswer.NOT_AVAILABLE:
        print_message(
            "It claims no days now. If it is over, callbacktui hold release ID notes that."
        )


@hold_command.command("release")
@click.argument("id_", metavar="ID")
@ON
@click.option("--stay", is_flag=True, help="The audition stays open: you may yet hear.")
@click.option("--lapsed", is_flag=True, help="Nobody said so; the dates are free. It stays open.")
@pass_context
def release_command(cli: CliContext, id_: str, *, said: str, stay: bool, lapsed: bool) -> None:
    """Note that a live hold was released, and that the audition ended with it."""
    day = on_day(said, cli)
    how = Cleared.LAPSED if lapsed else Cleared.RELEASED

    def released(audition: Audition, hold: Hold) -> Audition:
        if stay or lapsed:
            return end_hold(audition, hold.id, how, day, cli.now)
        return release_hold(audition, hold.id, day, cli.now)

    _settle(cli, id_, day, released, how.word)


@hold_command.command("convert")
@click.argument("id_", metavar="ID")
@click.argument("stage", metavar="[offer|booked]", type=click.Choice(_BECAME))
@ON
@pass_context
def convert_command(cli: CliContext, id_: str, stage: str, *, said: str) -> None:
    """Note that a live hold became an offer or a booking."""
    day, to = on_day(said, cli), Stage(stage)
    _settle(cli, id_, day, lambda a, hold: convert_hold(a, hold.id, to, day, cli.now), to.word)


@hold_command.command("note")
@click.argument("id_", metavar="ID")
@pass_context
def note_command(cli: CliContext, id_: str) -> None:
    """Draft what to ask your rep about a live hold; it is sent by you alone."""
    with cli.open(read_only=True) as session:
        audition = find_audition(session.ledger, id_)
    print_lines(note_about_hold(audition, _live(audition)).splitlines())


def hold_document(audition: Audition, hold: Hold) -> dict[str, Any]:
    """Return a hold as `hold --json` has it, with its audition."""
    plain = plain_document(hold)
    return {"audition": audition.id, "title": audition.name, "is_live": hold.is_live, **plain}


def _row(hold: Hold, now: DateTime) -> tuple[str, ...]:
    day = today(now)
    dates = hold.dates.words if hold.dates else ""
    if hold.cleared:
        on = f" {format_day(hold.cleared_on, day)}" if hold.cleared_on else ""
        return hold.quoted, dates, hold.rank, f"{hold.cleared.word}{on}"
    by = f" by {short_moment(hold.answer_by, now)}" if hold.answer_by else ""
    state = hold.answer.word if hold.answer else "answered"
    return hold.quoted, dates, hold.rank, f"to answer{by}" if hold.is_unanswered else state


def _live(audition: Audition) -> Hold:
    if hold := audition.live_hold:
        return hold
    raise CommandError(f"{audition.name} has no live hold. callbacktui hold list --all has all.")


def _settle(
    cli: CliContext,
    id_: str,
    day: dt.date,
    edit: Callable[[Audition, Hold], Audition],
    what: str,
) -> None:
    """Save what became of the live hold of an audition, and say so."""
    with cli.open() as session:
        audition = find_audition(session.ledger, id_)
        hold = _live(audition)
        if why := why_not_ended(hold, day, cli.now):
            raise CommandError(f"--on: {why}")
        after = save_edit(session, audition, lambda a: edit(a, hold), f"hold {what}")
        ended = "" if after.is_open else " The audition is closed with it."
        print_lines([after.id])
        print_message(f"{after.name}: {hold.quoted}, {what}.{ended}")
        say_clashes(session, after, cli)
