"""The program in a process of its own, connected to the page in the browser."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from aiohttp.web import WebSocketResponse
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

_WIDTHS: Final = (20, 400)
_HEIGHTS: Final = (5, 150)
_QUIT_SECONDS: Final = 10.0


def clamp_size(width: object, height: object) -> tuple[int, int]:
    """Return a size in cells that can be drawn: a page may ask for a billion of them."""
    return _clamped(width, *_WIDTHS, 80), _clamped(height, *_HEIGHTS, 24)


def _clamped(asked: object, least: int, most: int, otherwise: int) -> int:
    if isinstance(asked, str) and asked.isascii() and asked.isdigit():
        asked = int(asked[:9])
    if isinstance(asked, bool) or not isinstance(asked, int):
        return otherwise
    return min(max(asked, least), most)


class ProgramProcess(AppService):
    """Runs the program without a shell, and passes on keys, sizes and what is drawn.

    Links, files and downloads that the program could send are dropped: the browser draws, and that
    is all.
    """

    def __init__(self, command: Sequence[str], socket: WebSocketResponse) -> None:
        async def close() -> None:
            await socket.close()

        super().__init__(
            command[0],
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=close,
            download_manager=DownloadManager(),
        )
        self._arguments = tuple(command)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width=width, height=height),
            start_new_session=True,  # Ctrl+C is for the server, which then asks the program to quit
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def run(self) -> None:
        with suppress(asyncio.CancelledError):  # of its reader, if the program ends at once
            await super().run()
        await self.remote_close()

    async def end(self) -> None:
        """Ask the program to quit, as `q` would; one that does not is ended."""
        process = self._process
        if process is None:
            return
        await self.send_meta({"type": "quit"})
        try:
            await asyncio.wait_for(process.wait(), _QUIT_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()
        await self.stop()
        self.stdin.close()

    async def take(self, message: object) -> bool:
        """Handle one message of the page; return true if the actor did something."""
        match message:
            case ["stdin", str(keys)]:
                await self.send_bytes(keys.encode("utf-8", "replace"))
                return True
            case ["resize", {"width": width, "height": height}]:
                await self.set_terminal_size(*clamp_size(width, height))
            case ["focus", *_]:
                await self.focus()
            case ["blur", *_]:
                await self.blur()
            case ["ping", sent]:
                await self.remote_write_str(json.dumps(["pong", sent]))
        return False

    async def on_meta(self, data: bytes) -> None:
        if json.loads(data).get("type") == "exit":
            await self.remote_close()

    async def on_packed(self, payload: bytes) -> None:
        pass
