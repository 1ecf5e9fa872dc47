"""A group of commands that lists what there is when none of them is named."""

import click


class ListGroup(click.Group):
    """`practice --json` is `practice list --json`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `list` before options that no command stands before."""
        named = args and (not args[0].startswith("-") or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named else ["list", *args])
