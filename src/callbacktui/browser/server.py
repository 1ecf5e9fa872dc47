"""A server on the loopback address for one browser: the page, its files, and one program."""

import asyncio
from collections.abc import Callable, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Final

import textual_serve
from aiohttp import web

from callbacktui.browser.guard import Guard
from callbacktui.browser.program_process import ProgramProcess, clamp_size

HOST: Final = "127.0.0.1"
IDLE_SECONDS: Final = 30 * 60
"""Without a key for so long, the program is closed; the page says so and can open it again."""

_SOCKET: Final = "/ws"
_MOST_BYTES: Final = 1 << 20
"""The longest message of the page, about a paste of 500 pages."""

_STATIC: Final = Path(str(files(textual_serve))) / "static"
_FILES: Final = {
    "textual.js": ("js/textual.js", "text/javascript"),
    "xterm.css": ("css/xterm.css", "text/css"),
    "font.ttf": ("fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
}
"""The only files that are served, by their names in the page."""

_PAGE: Final = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>callbacktui</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="xterm.css">
<style>
@font-face { font-family: "Roboto Mono"; src: url("font.ttf"); font-weight: 100 700; }
html, body { margin: 0; height: 100%; background: #14161c; color: #d8d4cb;
             font: 16px "Roboto Mono", monospace; }
.textual-terminal { height: 100%; }
.closed { display: none; position: absolute; inset: 0; z-index: 10; background: #14161c;
          text-align: center; padding-top: 30vh; }
body.-closed .closed { display: block; }
a { color: #e8b45a; }
</style>
<script src="textual.js"></script>
<script src="focus.js"></script>
</head>
<body>
<div class="closed"><p>callbacktui is closed here. What you kept is on disk.</p>
<p>If it is open in another tab, close that one first.</p>
<p><a href="">Open it again</a></p></div>
<div id="terminal" class="textual-terminal" data-session-websocket-url="WEBSOCKET"
     data-font-size="16"></div>
</body>
</html>
"""

_FOCUS: Final = """\
function focus() {
  const keys = document.querySelector(".xterm-helper-textarea");
  if (keys) keys.focus(); else setTimeout(focus, 50);
}
addEventListener("load", focus);
"""
"""Sends the keys to the program from the start, without a click into it."""


class BrowserServer:
    """Serves one program to one browser at a time, behind a guard.

    Attributes:
        guard: what is answered, and at which address.
    """

    def __init__(
        self,
        command: Sequence[str],
        port: int,
        *,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        self.guard = Guard(f"{HOST}:{port}")
        self._command = tuple(command)
        self._port = port
        self._idle_seconds = idle_seconds
        self._socket_now: web.WebSocketResponse | None = None
        self._is_taken = False

    def run(self, opened: Callable[[str], None]) -> None:
        """Serve until Ctrl+C; `opened` is called with the address once the port is open.

        Raises:
            OSError: if the port is taken.
        """
        web.run_app(
            self.application(),
            host=HOST,
            port=self._port,
            print=lambda *_: opened(self.guard.address),
            access_log=None,
            shutdown_timeout=5,
        )

    def application(self) -> web.Application:
        """The guarded application: a page, three files, and the socket of the program."""
        base = f"/{self.guard.token}"
        application = web.Application(middlewares=[self.guard.middleware(_SOCKET)])
        application.on_shutdown.append(self._close)
        application.add_routes(
            [
                web.get(f"{base}/", self._page),
                web.get(f"{base}{_SOCKET}", self._socket),
                web.get(f"{base}/focus.js", self._focus),
                web.get(f"{base}/{{name}}", self._file),
            ]
        )
        return application

    async def _close(self, _: web.Application) -> None:
        if self._socket_now is not None:
            await self._socket_now.close()

    async def _page(self, _: web.Request) -> web.Response:
        socket = f"ws://{self.guard.host}/{self.guard.token}{_SOCKET}"
        page = _PAGE.replace("WEBSOCKET", escape(socket))
        return web.Response(text=page, content_type="text/html")

    async def _focus(self, _: web.Request) -> web.Response:
        return web.Response(text=_FOCUS, content_type="text/javascript")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if (found := _FILES.get(request.match_info["name"])) is None:
            raise web.HTTPNotFound
        name, kind = found
        body = await asyncio.to_thread((_STATIC / name).read_bytes)
        return web.Response(body=body, content_type=kind)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if self._is_taken:
            raise web.HTTPServiceUnavailable(text="It is open in another tab.")
        self._is_taken = True
        try:
            return await self._run_program(request)
        finally:
            self._is_taken = False

    async def _run_program(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=_MOST_BYTES)
        await socket.prepare(request)
        self._socket_now = socket
        program = ProgramProcess(self._command, socket)
        await program.start(*clamp_size(request.query.get("width"), request.query.get("height")))
        try:
            await self._pass_on(socket, program)
        finally:
            await program.end()
            await socket.close()
        return socket

    async def _pass_on(self, socket: web.WebSocketResponse, program: ProgramProcess) -> None:
        """Pass on what the page sends, until it closes or nothing was typed for too long."""
        clock = asyncio.get_running_loop().time
        last = clock()
        while (left := last + self._idle_seconds - clock()) > 0:
            try:
                message = await socket.receive(timeout=left)
            except TimeoutError:
                return
            if message.type is not web.WSMsgType.TEXT:
                if message.type in (web.WSMsgType.BINARY, web.WSMsgType.PING, web.WSMsgType.PONG):
                    continue
                return
            try:
                said = message.json()
            except ValueError:
                continue
            if await program.take(said):
                last = clock()
