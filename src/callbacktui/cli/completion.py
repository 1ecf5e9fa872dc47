"""The `completion` command: the script that completes commands in a shell."""

import click
from click.shell_completion import get_completion_class

from callbacktui.cli.errors import UsageError
from callbacktui.cli.output import print_lines

_PROGRAM = "callbacktui"
_VARIABLE = "_CALLBACKTUI_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(context: click.Context, shell: str) -> None:
    """Print the script that completes commands and options in a SHELL.

    Load it where your shell starts: eval "$(callbacktui completion bash)" in ~/.bashrc, the same
    with zsh in ~/.zshrc, and callbacktui completion fish | source in config.fish.
    """
    found = get_completion_class(shell)
    if found is None:
        raise UsageError(f"There is no completion for {shell}.")
    root = context.find_root().command
    completion = found(root, {}, _PROGRAM, _VARIABLE)
    # Not `source()`, which asks the bash that is there for its version.
    print_lines((completion.source_template % completion.source_vars()).splitlines())
