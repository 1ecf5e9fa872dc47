"""The program opens no socket, whatever it does."""

import asyncio
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sitecustomize import SocketOpened

HEAD = "<html><head><title>Hi</title></head><body><article><h1>Nerves</h1><p>"
WORDS = "Some words of an article that is long enough to be read. " * 30


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_sockets_are_denied_in_tests(family: int) -> None:
    with pytest.raises(SocketOpened):
        socket.socket(family)
    with pytest.raises(SocketOpened):
        socket.getaddrinfo("localhost", 80)


def test_sockets_are_denied_in_subprocesses() -> None:
    tries = "import socket\ntry: socket.socket(socket.AF_INET6)\nexcept Exception: pass"
    done = subprocess.run([sys.executable, "-c", tries], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "SocketOpened" in done.stderr


def test_event_loop_wakeup_socket_is_allowed() -> None:
    asyncio.run(asyncio.sleep(0))


def test_reading_a_web_page_opens_no_socket(tmp_path: Path) -> None:
    read = "import sys; from callbacktui.advice.pages.html_to_text import page_markdown; "
    read += "print(page_markdown(sys.stdin.read()))"
    done = subprocess.run(
        [sys.executable, "-c", read], input=HEAD + WORDS, capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "# Nerves" in done.stdout
