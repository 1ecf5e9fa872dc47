"""The `pieces` commands: songs, monologues, headshots, looks, and where each was used."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Final, ParamSpec

import click
from msgspec.structs import replace

from callbacktui.change_piece import change_piece
from callbacktui.cli.click_extensions import ON, ListGroup, enum_param
from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError
from callbacktui.cli.id_lookup import find_audition
from callbacktui.cli.kept_records import find_record, print_kept, print_unread, remove_record
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.read_values import day_of, on_day
from callbacktui.cli.text import align_columns, shortest_prefixes
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.door_card import nearest_round
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.piece import (
    Piece,
    PieceKind,
    PieceUse,
    by_kind,
    why_not_kept,
    with_use,
)
from callbacktui.domain.piece_uses import Use, UseIndex, came_of, seen_by_team, used_words
from callbacktui.domain.text import clean, clean_line, fold
from callbacktui.session import Session

P = ParamSpec("P")

_LISTING: Final = "pieces list --all"
_TEXTS: Final = ("title", "source", "writer", "length", "key", "style", "file")


@click.group("pieces", cls=ListGroup)
def pieces_command() -> None:
    """Keep songs, monologues, scenes, headshots, reels and looks, and see where each was used."""


@pieces_command.command("list")
@click.option("--kind", type=enum_param(PieceKind), default=None, help="Only this kind.")
@click.option("--all", "is_all", is_flag=True, help="Those that were retired, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@pass_context
def list_pieces(cli: CliContext, *, kind: PieceKind | None, is_all: bool, as_json: bool) -> None:
    """List your pieces by kind and title, with how often each was used and when last."""
    with cli.open(read_only=True) as session:
        kept, unread = by_kind(session.repository.pieces.all()), session.repository.pieces.unread
        index = UseIndex(session.ledger.all())
    day = today(cli.now)
    listed = [
        one for one in kept if (is_all or one.is_in_use(day)) and (kind is None or one.kind is kind)
    ]
    if as_json:
        print_json([piece_document(one, index.uses_of(one)) for one in listed])
    else:
        names = shortest_prefixes([one.id for one in kept])
        rows = [_row(one, names[one.id], index.uses_of(one), cli) for one in listed]
        print_lines(align_columns(rows))
        if not kept:
            print_message("Nothing is kept yet. callbacktui pieces add monologue TITLE does that.")
    print_unread(unread)


@pieces_command.command("show")
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def show_piece(cli: CliContext, id_: str, *, as_json: bool) -> None:
    """Show one by its ID, with every use: when, for which audition, how it went, what they said."""
    with cli.open(read_only=True) as session:
        piece = _find(session, id_)
        uses = UseIndex(session.ledger.all()).uses_of(piece)
    if as_json:
        print_json(piece_document(piece, uses))
        return
    document = piece_document(piece, ())
    facts = {"kind": piece.kind.word, **{name: document[name] for name in document if name not in
             {"id", "kind", "uses", "notes"}}}  # fmt: skip
    rows = [(name.replace("_", " "), str(value)) for name, value in facts.items() if value]
    print_lines([*align_columns(rows), *piece.notes.splitlines(), used_words(uses, cli.now)])
    for use in uses:
        when = format_day(use.day, today(cli.now)) if use.day else "no day"
        words = (when, use.audition.name, use.audition.office, came_of(use.audition))
        print_lines([f"  {', '.join(filter(None, words))}"])
        print_lines(f"    “{clean_line(said)}”" for said in use.said)


def _fields(command: Callable[P, None]) -> Callable[P, None]:
    """Add the options for the fields of a piece that `add` and `set` share."""
    for names, about in reversed((
        (("--from", "source"), "The show, play or film it is from."),
        (("--by", "writer"), "Who wrote it, or took the picture."),
        (("--length",), "Such as 90 seconds, or 16 bars."),
        (("--key",), "Of a song."),
        (("--style",), "What it is like, or what it shows of you."),
        (("--file",), "A file or a link."),
        (("--since", "since"), "In use from this day."),
        (("--notes",), "Anything else."),
    )):  # fmt: skip
        command = click.option(*names, default=None, help=about)(command)
    return command


@pieces_command.command("add")
@click.argument("kind", type=enum_param(PieceKind))
@click.argument("title", nargs=-1, required=True)
@_fields
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def add_piece(
    cli: CliContext,
    /,
    kind: PieceKind,
    title: tuple[str, ...],
    *,
    as_json: bool,
    **given: str | None,
) -> None:
    """Add a piece of a KIND under its TITLE, or a name that you know it by.

    KIND is song, monologue, scene, self_made, headshot, reel, resume, voice_demo or look. For
    example: pieces add song Memory --from Cats --length '16 bars', or pieces add look 'navy suit'.
    Auditions that name the title already count as its uses. Prints its id.
    """
    plain = Piece(id=new_id(cli.now), kind=kind, title="")
    piece = _with_fields(plain, {**given, "title": " ".join(title)}, cli)
    with cli.open() as session:
        _refuse_twice(piece, session)
        asyncio.run(session.ledger.add([piece], f"Saved {piece.name}"))
        uses = UseIndex(session.ledger.all()).uses_of(piece)
    words = f"{piece.name}, {piece.kind.word}, {used_words(uses, cli.now)}"
    print_kept(piece_document(piece, uses), words, as_json=as_json)


@pieces_command.command("set")
@click.argument("id_", metavar="ID")
@click.option("--title", default=None, help="Auditions that name it get the new title, too.")
@click.option("--kind", type=enum_param(PieceKind), default=None)
@_fields
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def set_piece(
    cli: CliContext, /, id_: str, *, kind: PieceKind | None, as_json: bool, **given: str | None
) -> None:
    """Change fields of one by its ID; an empty text ('') takes a field away."""
    if kind is None and all(value is None for value in given.values()):
        raise CommandError("Say what to change, such as --length '90 seconds'.")
    with cli.open() as session:
        piece = _find(session, id_)

        def edit(current: Piece) -> Piece:
            return _with_fields(replace(current, kind=kind or current.kind), given, cli)

        _refuse_twice(edit(piece), session)
        asyncio.run(change_piece(session, piece.id, edit, f"Changed {piece.name}"))
        changed, uses = _as_is(session, piece)
    print_kept(piece_document(changed, uses), f"Changed {changed.name}.", as_json=as_json)


@pieces_command.command("retire")
@click.argument("id_", metavar="ID")
@ON
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def retire_piece(cli: CliContext, id_: str, *, said: str, as_json: bool) -> None:
    """Take one out of use by its ID; where it was used stays."""
    day = on_day(said, cli)
    with cli.open() as session:
        piece = _find(session, id_)
        changed, uses = _set_retired(session, piece, day, f"Retired {piece.name}")
    words = f"{piece.name}, retired {format_day(day, today(cli.now))}"
    print_kept(piece_document(changed, uses), words, as_json=as_json)


@pieces_command.command("bring-back")
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def bring_back_piece(cli: CliContext, id_: str, *, as_json: bool) -> None:
    """Take one that was retired into use again, by its ID."""
    with cli.open() as session:
        piece = _find(session, id_)
        changed, uses = _set_retired(session, piece, None, f"Back in use: {piece.name}")
    print_kept(piece_document(changed, uses), f"{piece.name} is in use again.", as_json=as_json)


@pieces_command.command("use")
@click.argument("id_", metavar="ID")
@click.argument("audition_id", metavar="AUDITION")
@pass_context
def use_piece(cli: CliContext, id_: str, audition_id: str) -> None:
    """Note that a piece by its ID is used at an AUDITION: in its next round, else in its last one.

    A look is noted as worn there, a headshot, reel, résumé or voice demo as sent with the
    submission. Says if the office or one of the people has seen the piece before.
    """
    with cli.open() as session:
        piece, audition = _find(session, id_), find_audition(session.ledger, audition_id)
        read = nearest_round(audition)
        if read is None and piece.kind.use is not PieceUse.SENT:
            raise CommandError(
                f"No round of {audition.name} is kept yet, so it has no place there."
            )
        title = fold(piece.title)
        seen = [
            one for one in seen_by_team(audition, session.ledger.all()) if fold(one.title) == title
        ]
        work = session.ledger.update(
            [audition.id],
            lambda audition: with_use(audition, piece, read),
            f"{audition.name}: uses {piece.name}",
        )
        asyncio.run(work)
    print_lines([audition.id])
    print_message(f"{piece.name}: noted at {audition.name}.")
    if piece.kind.use is PieceUse.PERFORMED and seen:
        print_message(seen[0].words(cli.now))


@pieces_command.command("remove")
@click.argument("id_", metavar="ID")
@pass_context
def remove_piece(cli: CliContext, id_: str) -> None:
    """Remove one by its ID, after a backup that still has it; auditions keep its title."""
    remove_record(cli, lambda repository: repository.pieces, id_, _LISTING)


def piece_document(piece: Piece, uses: Iterable[Use]) -> dict[str, Any]:
    """Return a piece as `pieces list --json` has it."""
    return {
        "id": piece.id,
        "kind": piece.kind,
        "title": piece.title,
        "from": piece.source,
        "writer": piece.writer,
        "length": piece.length,
        "key": piece.key,
        "style": piece.style,
        "file": piece.file,
        "since": piece.since,
        "retired_on": piece.retired_on,
        "notes": piece.notes,
        "uses": [_use_document(use) for use in uses],
    }


def _use_document(use: Use) -> dict[str, Any]:
    return {
        "audition": use.audition.id,
        "name": use.audition.name,
        "office": use.audition.office,
        "round": use.read.id if use.read else None,
        "day": use.day,
        "is_over": use.is_over,
        "stage": use.audition.stage,
        "disposition": use.audition.disposition,
        "said": use.said,
    }


def _row(piece: Piece, name: str, uses: tuple[Use, ...], cli: CliContext) -> tuple[str, ...]:
    titled = f"{piece.title} ({piece.source})" if piece.source else piece.title
    retired = piece.retired_on
    state = f"retired {format_day(retired, today(cli.now))}" if retired else ""
    return name, piece.kind.word, titled, used_words(uses, cli.now), state


def _with_fields(piece: Piece, given: dict[str, str | None], cli: CliContext) -> Piece:
    """Return the piece with what was given; what was not given stays."""
    said = {name: value for name, value in given.items() if value is not None}
    texts = {name: clean_line(said[name]) for name in _TEXTS if name in said}
    changed = replace(piece, **texts)
    if "notes" in said:
        changed = replace(changed, notes=clean(said["notes"]).rstrip())
    if "since" in said:
        changed = replace(changed, since=day_of(said["since"], "--since", cli, past=True))
    return changed


def _find(session: Session, id_: str) -> Piece:
    return find_record(session.repository.pieces, id_, _LISTING)


def _set_retired(
    session: Session, piece: Piece, day: dt.date | None, summary: str
) -> tuple[Piece, tuple[Use, ...]]:
    """Retire a piece on a day, or take it into use again; return it with its uses."""
    asyncio.run(
        change_piece(session, piece.id, lambda current: replace(current, retired_on=day), summary)
    )
    return _as_is(session, piece)


def _as_is(session: Session, piece: Piece) -> tuple[Piece, tuple[Use, ...]]:
    current = session.repository.pieces.get(piece.id) or piece
    return current, UseIndex(session.ledger.all()).uses_of(current)


def _refuse_twice(piece: Piece, session: Session) -> None:
    if why := why_not_kept(piece, session.repository.pieces.all()):
        raise CommandError(why)
