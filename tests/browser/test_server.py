"""What the server of the browser mode answers, over a socket of the file system.

None of these tests opens a port: the server listens on a file, and the client connects to it.
"""

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, UnixConnector, WSServerHandshakeError
from aiohttp.web import AppRunner, UnixSite

from callbacktui.browser.program_process import clamp_size
from callbacktui.browser.server import BrowserServer
from tests.factories import NOW

PORT: Final = 8000
ECHO: Final = """
import os, sys
def packet(kind, data):
    os.write(1, kind + len(data).to_bytes(4, "big") + data)
os.write(1, b"__GANGLION__\\n")
packet(b"D", (os.environ["COLUMNS"] + "x" + os.environ["ROWS"]).encode())
packet(b"M", b'{"type": "open_url", "url": "file:///etc/passwd", "new_tab": true}')
packet(b"M", b'{"type": "deliver_file_start", "key": "1", "path": "x"}')
while True:
    head = sys.stdin.buffer.read(5)
    data = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    packet(b"D", data)
    if b'"quit"' in data:
        break
"""
"""A program that draws its size, then whatever it is sent, and asks the browser for too much."""


class Browser:
    """A client of the server that can send any headers."""

    def __init__(self, session: ClientSession, server: BrowserServer) -> None:
        self.session = session
        self.server = server

    async def get(self, path: str, **headers: str) -> int:
        url = f"http://127.0.0.1:{PORT}{path}"
        async with self.session.get(url, headers=headers) as answer:
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            return answer.status

    async def connect(self, query: str = "", **headers: str) -> ClientWebSocketResponse:
        address = self.server.guard.address.replace("http", "ws")
        headers = {"Origin": self.server.guard.origin, **headers}
        return await self.session.ws_connect(
            f"{address}ws{query}", headers={name: said for name, said in headers.items() if said}
        )

    async def refused(self, **headers: str) -> int:
        with pytest.raises(WSServerHandshakeError) as refusal:
            await self.connect(**headers)
        return refusal.value.status


@asynccontextmanager
async def browser(folder: Path, *command: str, idle_seconds: float = 60) -> AsyncIterator[Browser]:
    server = BrowserServer(command or (sys.executable, "-c", ECHO), PORT, idle_seconds=idle_seconds)
    runner = AppRunner(server.application())
    await runner.setup()
    path = str(folder / "s")
    await UnixSite(runner, path).start()
    try:
        async with ClientSession(connector=UnixConnector(path)) as session:
            yield Browser(session, server)
    finally:
        await runner.cleanup()


async def until(socket: ClientWebSocketResponse, words: bytes) -> bytes:
    seen = b""
    while words not in seen:
        seen += await socket.receive_bytes(timeout=30)
    return seen


async def test_requests_need_the_token_and_the_right_origin(
    tmp_path: Path,
) -> None:
    async with browser(tmp_path) as there:
        own = f"/{there.server.guard.token}/"
        assert await there.get(own) == 200
        assert await there.get(own, **{"Sec-Fetch-Site": "none"}) == 200
        assert await there.get("/") == 403
        assert await there.get(f"/{there.server.guard.token[:-1]}/") == 403
        assert await there.get("/" + "\u00e9" * 43 + "/") == 403
        assert await there.get(own, Host="evil.example") == 421
        assert await there.get(own, Host="localhost:8000") == 421
        assert await there.get(own, Origin="http://evil.example") == 403
        assert await there.get(own, Origin="null") == 403
        assert await there.get(own, **{"Sec-Fetch-Site": "cross-site"}) == 403
        async with there.session.post(there.server.guard.address) as answer:
            assert answer.status in (403, 405)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:8001", ""])
async def test_other_origins_are_refused_even_with_the_token(origin: str, tmp_path: Path) -> None:
    async with browser(tmp_path) as there:
        assert await there.refused(Origin=origin) == 403


async def test_other_sites_and_hosts_are_refused(tmp_path: Path) -> None:
    async with browser(tmp_path) as there:
        assert await there.refused(**{"Sec-Fetch-Site": "same-site"}) == 403
        assert await there.refused(Host="evil.example") == 421


async def test_page_loads_nothing_from_the_network(tmp_path: Path) -> None:
    async with browser(tmp_path) as there:
        own = there.server.guard.address
        async with there.session.get(own) as answer:
            page = await answer.text()
        named = re.findall(r'(?:src|href)="([^"]*)"|url\("([^"]*)"\)', page)
        files = [name for pair in named for name in pair if name and ":" not in name]
        assert len(files) == 4
        assert re.findall(r"\w+://[^/\"]*", page) == [f"ws://127.0.0.1:{PORT}"]
        for name in files:
            async with there.session.get(own + name) as answer:
                assert answer.status == 200
                assert await answer.read()
        for name in ("app_index.html", "..%2f..%2f__init__.py", "css", "download/1"):
            async with there.session.get(own + name) as answer:
                assert answer.status == 404


async def test_second_tab_is_refused_and_the_first_continues(tmp_path: Path) -> None:
    async with browser(tmp_path) as there:
        first = await there.connect()
        await until(first, b"80x24")
        assert await there.refused() == 503
        await first.send_json(["stdin", "j"])
        await until(first, b"j")
        await first.close()
        second = None
        for _ in range(200):
            try:
                second = await there.connect()
                break
            except WSServerHandshakeError:
                await asyncio.sleep(0.02)  # the first program is quitting
        assert second is not None
        await until(second, b"80x24")


async def test_links_and_files_from_the_program_are_dropped(tmp_path: Path) -> None:
    async with browser(tmp_path) as there:
        socket = await there.connect()
        await until(socket, b"80x24")
        await socket.send_json(["ping", 17])
        assert json.loads(await socket.receive_str(timeout=30)) == ["pong", 17]


@pytest.mark.parametrize(
    "sent",
    ["{", "[]", "null", '["stdin", 5]', '["resize", {"width": 1}]', '["quit"]', '{"stdin": "x"}'],
)
async def test_invalid_messages_are_ignored(sent: str, tmp_path: Path) -> None:
    async with browser(tmp_path) as there:
        socket = await there.connect()
        await socket.send_str(sent)
        await socket.send_bytes(b"\x00")
        await socket.send_json(["stdin", "still here"])
        await until(socket, b"still here")


async def test_impossible_sizes_are_clamped(tmp_path: Path) -> None:
    async with browser(tmp_path) as there:
        socket = await there.connect("?width=1000000000&height=-3")
        await until(socket, b"400x24")
        await socket.send_json(["resize", {"width": 10**12, "height": 10**12}])
        assert b'"width": 400, "height": 150' in await until(socket, b"resize")


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        (("120", "36"), (120, 36)),
        ((None, None), (80, 24)),
        (("9" * 5000, "\u0661"), (400, 24)),
        ((True, 1.5), (80, 24)),
        ((0, -1), (20, 5)),
    ],
)
def test_clamp_size_returns_integers_within_bounds(asked: Any, size: tuple[int, int]) -> None:
    assert clamp_size(*asked) == size


async def test_idle_program_is_closed(tmp_path: Path) -> None:
    async with browser(tmp_path, idle_seconds=0) as there:
        socket = await there.connect()
        while not socket.closed:
            await socket.receive(timeout=30)


async def test_failed_program_closes_the_page(tmp_path: Path) -> None:
    async with browser(tmp_path, sys.executable, "-c", "raise SystemExit(3)") as there:
        socket = await there.connect()
        while not socket.closed:
            await socket.receive(timeout=30)


async def test_hanging_program_is_killed_and_the_next_tab_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callbacktui.browser.program_process._QUIT_SECONDS", 0.1)
    stubborn = ECHO.replace("break", "pass")
    async with browser(tmp_path, sys.executable, "-c", stubborn) as there:
        first = await there.connect()
        await until(first, b"80x24")
        await first.close()
        second = None
        while second is None:
            try:
                second = await there.connect()
            except WSServerHandshakeError:
                await asyncio.sleep(0.02)
        await until(second, b"80x24")


async def test_real_program_runs_in_the_browser_and_quits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    store = ("--db", str(tmp_path / "auditions.json"), "--now", NOW.to_iso8601_string())
    async with browser(tmp_path, sys.executable, "-m", "callbacktui", *store) as there:
        socket = await there.connect("?width=100&height=30")
        await until(socket, b"Your auditions go here")
        await socket.send_json(["stdin", "q"])
        while not socket.closed:
            await socket.receive(timeout=30)
