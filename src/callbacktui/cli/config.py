"""The `config` commands: show the settings, set one, or edit their file."""

import os
import shlex
import subprocess

import click
import msgspec

from callbacktui.cli.context import CliContext, pass_context
from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.output import print_json, print_lines, print_message
from callbacktui.cli.text import align_columns
from callbacktui.config import ConfigError, read_config
from callbacktui.config_file import (
    ConfigNotWritten,
    change_config,
    init_config,
    read_value,
    settings_in_effect,
)
from callbacktui.store.base.errors import display_path

_KEYS = "Keys are checked against each other when the program starts; callbacktui config edit."


@click.group("config", invoke_without_command=True)
@click.pass_context
def config_command(ctx: click.Context) -> None:
    """Show the settings, set one, or edit their file."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(show_config)


@config_command.command("show")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def show_config(cli: CliContext, *, as_json: bool = False) -> None:
    """Show every setting in effect, and which of them are yours."""
    for warning in cli.settings.warnings:
        print_message(warning)
    if as_json:
        print_json(_all_fields(cli))
        return
    rows = [
        (name, _words(value), "yours" if is_set else "usual")
        for name, value, is_set in settings_in_effect(cli.settings.config)
    ]
    print_lines(align_columns(rows))


@config_command.command("init")
@pass_context
def init_command(cli: CliContext) -> None:
    """Write a settings file with every setting explained, and none set."""
    try:
        init_config(cli.config_file)
    except ConfigNotWritten as error:
        raise CommandError(str(error)) from error
    print_lines([str(cli.config_file)])


@config_command.command("set")
@click.argument("name")
@click.argument("value", required=False)
@click.option("--usual", is_flag=True, help="Take it out: the usual value holds again.")
@pass_context
def set_command(cli: CliContext, name: str, value: str | None, *, usual: bool) -> None:
    """Set NAME to VALUE; comments in the file stay.

    Such as `date_order dmy`, `zone Europe/London`, or `silence.by_medium.tv "7 14"`.
    """
    if (value is None) != usual:
        raise UsageError("Name a VALUE, or say --usual to take the setting out.")
    if name.split(".")[0] == "keys":
        raise UsageError(_KEYS)
    try:
        said = None if value is None else read_value(name, value)
        change_config(cli.config_file, {name: said})
    except ConfigError as error:
        raise UsageError(error.reason) from error
    except ConfigNotWritten as error:
        raise CommandError(str(error)) from error
    print_message(f"Kept in {display_path(cli.config_file)}.")


@config_command.command("edit")
@pass_context
def edit_command(cli: CliContext) -> None:
    """Open the settings file in $VISUAL or $EDITOR, and check it after that."""
    try:
        editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    except ValueError as error:
        raise UsageError("$EDITOR has an unmatched quotation mark.") from error
    if not editor:
        raise UsageError(f"Set $EDITOR to your editor's name; the file is {cli.config_file}.")
    file = cli.config_file
    try:
        if not file.exists():
            init_config(file)
        code = subprocess.run([*editor, str(file)], check=False).returncode  # noqa: S603 -- theirs
    except ConfigNotWritten as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"{editor[0]} cannot be run: {error.strerror}.") from error
    if code:
        raise CommandError(f"{editor[0]} ended with code {code}.")
    try:
        settings = read_config(file)
    except ConfigError as error:
        raise CommandError(str(error)) from error
    for warning in settings.warnings:
        print_message(warning)


def _all_fields(cli: CliContext) -> dict[str, object]:
    """Return the settings at the top, also those at their usual value."""
    config = cli.settings.config
    return {
        field.encode_name: msgspec.to_builtins(getattr(config, field.name))
        for field in msgspec.structs.fields(config)
    }


def _words(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case None | "":
            return "-"
    return str(value)
