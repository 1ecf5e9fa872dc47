"""The command that changes the settings."""

import asyncio
from collections.abc import Mapping

from callbacktui.config import ConfigError, default_path, read_config
from callbacktui.config_file import ConfigNotWritten, change_config
from callbacktui.store.base.errors import display_path
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.settings_form import (
    KNOWN_SETTINGS,
    SETTINGS_FIELDS,
    common_settings,
    settings_to_write,
)
from callbacktui.tui.shell.desk_protocol import CommandContext


async def settings(desk: CommandContext) -> None:
    """Show the settings that are changed most; they are written into their file."""
    session = desk.session
    file = session.config_file or default_path()
    try:
        config = (await asyncio.to_thread(read_config, session.config_file)).config
    except ConfigError as error:
        desk.say(str(error), failed=True)
        return

    async def keep(changed: Mapping[str, object]) -> str | None:
        named = settings_to_write(changed)
        try:
            await asyncio.to_thread(change_config, file, named)
        except (ConfigError, ConfigNotWritten) as error:
            return str(error)
        if named:
            where = display_path(file)
            desk.say(f"Kept in {where}; it holds from the next start of the program.")
        return None

    form = FormScreen(
        "Settings",
        SETTINGS_FIELDS,
        common_settings(config),
        draft_key="settings",
        keep=keep,
        session=session,
        known=KNOWN_SETTINGS,
    )
    await desk.ask(form)
