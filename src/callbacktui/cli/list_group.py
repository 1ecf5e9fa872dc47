"""A Click group whose default command is `list`."""

import click


class ListGroup(click.Group):
    """A group that runs `list` if no command is named: `practice --json` lists, too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `list` first if the arguments do not begin with a command."""
        named = args and (not args[0].startswith("-") or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named else ["list", *args])
