"""Manual pages: one for each command, with all its options."""

from pathlib import Path

from callbacktui.cli.main import COMMANDS
from tests.cli.conftest import Run


def test_each_command_has_a_manual_page(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "share" / "man1"
    done = run("man", str(folder), also={"SOURCE_DATE_EPOCH": "0"})
    assert done.stdout.strip() == str(folder)
    pages = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    assert {f"callbacktui-{name}.1" for name in COMMANDS} | {"callbacktui.1"} <= pages.keys()
    assert "callbacktui-config-set.1" in pages
    for option in ("map", "word", "dry\\-run"):
        assert f"\\-\\-{option}" in pages["callbacktui-import.1"]
    for name in COMMANDS:
        assert f"callbacktui-{name}(1)" in pages["callbacktui.1"]
    assert '"1970-01-01"' in pages["callbacktui.1"]


def test_unwritable_folder_is_reported(run: Run) -> None:
    done = run("man", "/proc/man1")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
