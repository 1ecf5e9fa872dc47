"""The `serve` command, on a real port of this machine.

Sockets are denied to the tests. The command has them here, and a client in a process of its own.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CALL = [sys.executable, "-m", "callbacktui"]
CLIENT = """
import http.client, sys, urllib.parse
url = urllib.parse.urlsplit(sys.argv[1])
for path in (url.path, "/", url.path + "no-such-file"):
    there = http.client.HTTPConnection(url.hostname, url.port)
    there.request("GET", path)
    print(there.getresponse().status)
"""
FREE_PORT = (
    "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"
)
TAKE_PORT = """
import socket, sys
s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen()
print(s.getsockname()[1], flush=True); sys.stdin.read()
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which sockets are not denied, and home is a folder of the test."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    state = str(tmp_path / "state")
    return kept | {"HOME": str(tmp_path), "NO_PROXY": "*", "CALLBACKTUI_STATE": state}


def test_serve_prints_its_address_and_runs_until_interrupted(
    tmp_path: Path, env: dict[str, str]
) -> None:
    port = subprocess.check_output([sys.executable, "-c", FREE_PORT], env=env, text=True).strip()
    store = tmp_path / "auditions.json"
    with subprocess.Popen(
        [*CALL, "--db", str(store), "serve", "--port", port],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as serving:  # fmt: skip
        assert serving.stdout
        address = serving.stdout.readline().strip()
        assert address.startswith(f"http://127.0.0.1:{port}/")
        said = subprocess.check_output([sys.executable, "-c", CLIENT, address], env=env, text=True)
        serving.send_signal(signal.SIGINT)
        _, words = serving.communicate()
    assert said.split() == ["200", "403", "404"]
    assert serving.returncode == 0
    assert words == "Open this address in a browser here. Ctrl+C ends it.\n"
    assert not store.exists()  # only a tab opens the program


def test_port_in_use_is_reported_with_a_fix(env: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TAKE_PORT],
        env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout
        port = other.stdout.readline().strip()
        done = subprocess.run(
            [*CALL, "serve", "--port", port], env=env, capture_output=True, text=True
        )
        other.communicate()
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port}: ")
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_package_is_named(env: dict[str, str]) -> None:
    hidden = "import sys; sys.modules['textual_serve'] = None; sys.argv[1:] = ['serve']\n"
    called = hidden + "from callbacktui.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", called], env=env, capture_output=True, text=True)
    assert done.returncode == 1
    assert "pip install 'callbacktui[web]'" in " ".join(done.stderr.split())
