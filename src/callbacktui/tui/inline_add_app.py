"""The quick line below the shell's prompt: one audition, and back to the shell."""

import asyncio
from collections.abc import Mapping

from callbacktui.domain.audition import Audition
from callbacktui.session import Session
from callbacktui.store.base.errors import StoreError
from callbacktui.tui.components.field_definition import with_changes
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.forms.new_audition_fields import NEW_FIELDS, NewAudition
from callbacktui.tui.forms.quick_add_screen import DRAFT, OpenForm, QuickAddScreen, Saved
from callbacktui.tui.forms.suggestions import known_words
from callbacktui.tui.runtime.base_app import BaseApp


class InlineAdd(BaseApp[Saved]):
    """Shows the quick line in the last lines of the terminal, and ends with what was saved.

    With `keeps` false nothing is saved: the line is only read.
    """

    ENABLE_COMMAND_PALETTE = False

    CSS = """
    Screen:inline { height: auto; max-height: 100vh; border: none; background: transparent; }
    Dialog:inline { align: left top; }
    Dialog:inline > .frame { margin: 0; max-height: 22; }
    FormScreen:inline > .frame { height: 22; }
    """

    def __init__(self, session: Session, *, keeps: bool) -> None:
        config = session.config
        super().__init__(config.theme, ascii_only=config.ascii, keys=config.keys)
        self._session = session
        self._keeps = keeps

    def on_mount(self) -> None:
        self.run_worker(self._ask())

    async def _ask(self) -> None:
        answer = await self.push_screen_wait(QuickAddScreen(self._keep, self._session))
        while isinstance(answer, OpenForm):
            if saved := await self._write(answer):
                await asyncio.to_thread(self._session.drafts.drop, DRAFT)
                self.exit(saved)
                return
            answer = await self.push_screen_wait(QuickAddScreen(self._keep, self._session))
        self.exit(answer)

    async def _write(self, begun: OpenForm) -> Saved | None:
        """Go on in the full form; `None` if the actor goes back."""
        session, record = self._session, NewAudition.of(begun.audition)
        kept: list[Audition] = []

        async def keep(changed: Mapping[str, object]) -> str | None:
            audition = with_changes(record, changed).audition(session.clock())
            if trouble := await self._keep(audition):
                return trouble
            kept.append(audition)
            return None

        form = FormScreen(
            "New audition",
            NEW_FIELDS,
            record,
            draft_key=f"new {begun.line}",
            keep=keep,
            session=session,
            known=await asyncio.to_thread(known_words, session.ledger.all()),
        )
        await self.push_screen_wait(form)
        return Saved(kept[0], (), begun.line) if kept else None

    async def _keep(self, audition: Audition) -> str | None:
        if not self._keeps:
            return None
        try:
            await self._session.ledger.add([audition], f"Added {audition.name}")
        except (StoreError, OSError) as failure:
            return str(failure)
        return None
