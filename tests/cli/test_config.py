"""The settings in the shell: shown, set, edited."""

import json
import sys
from pathlib import Path

from tests.cli.conftest import Run


def test_setting_is_set_shown_and_reset(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    assert run("--config", str(file), "config", "init").stdout.strip() == str(file)
    assert run("--config", str(file), "config", "set", "date_order", "dmy").returncode == 0
    shown = run("--config", str(file), "config", "show").stdout
    [line] = [line for line in shown.splitlines() if line.startswith("date_order")]
    assert line.split() == ["date_order", "dmy", "yours"]
    found = json.loads(run("--config", str(file), "config", "show", "--json").stdout)
    assert (found["date_order"], found["ascii"]) == ("dmy", False)
    assert run("--config", str(file), "config", "set", "--usual", "date_order").returncode == 0
    assert "date_order" not in [
        line.split(" = ")[0] for line in file.read_text("utf-8").splitlines()
    ]


def test_wrong_setting_exits_2_and_leaves_the_file_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    run("--config", str(file), "config", "init")
    before = file.read_text("utf-8")
    for words in (("ascii", "maybe"), ("keys.undo", "U"), ("ascii",), ("nothing", "1")):
        refused = run("--config", str(file), "config", "set", *words)
        assert refused.returncode == 2
        assert "Traceback" not in refused.stderr
    assert file.read_text("utf-8") == before


def test_editor_opens_the_file_and_errors_are_printed_afterwards(run: Run, tmp_path: Path) -> None:
    file, editor = tmp_path / "my settings.toml", tmp_path / "editor.py"
    editor.write_text("import sys\nopen(sys.argv[1], 'a').write('ascii = 7\\n')", "utf-8")
    edited = run(
        "--config", str(file), "config", "edit", also={"EDITOR": f"{sys.executable} {editor}"}
    )
    assert edited.returncode == 1
    assert "ascii is not right" in edited.stderr
    again = run("--config", str(file), "config", "edit", also={"EDITOR": "true"})
    assert again.returncode == 1, "a file that is wrong can still be opened"
    none = run("config", "edit", also={"EDITOR": "", "VISUAL": ""})
    assert (none.returncode, "Set $EDITOR" in none.stderr) == (2, True)
