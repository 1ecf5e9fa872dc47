"""Each mistake in the settings is reported with line, setting and fix; the rest is used."""

import re
from pathlib import Path

import pytest

from callbacktui.config import Config, ConfigError, read_config
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Medium
from callbacktui.domain.silence import PRESETS
from callbacktui.tui.commands.keymap import keymap

README = Path(__file__).parents[1] / "README.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


def read(folder: Path, text: str | bytes) -> Config:
    return settings(folder, text)[0]


def settings(folder: Path, text: str | bytes) -> tuple[Config, tuple[str, ...]]:
    file = folder / "config.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_config(file)


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_readme_example_is_valid(tmp_path: Path, text: str) -> None:
    config, warnings = settings(tmp_path, text)
    assert warnings == ()
    assert config != Config()
    assert set(keymap(config.keys)) == set(config.keys)
    assert EXAMPLES


def test_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfascii = true\r\n").ascii


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("ascii = true\ntheme matinee\n", 2, "theme matinee cannot be read"),
        ("theme = matinee\n", 1, "words in quotation marks"),
        ('ascii = true\n\nascii = false\n', 3, "Each is there once"),
        ('# none\nascii = "yes"\n', 2, "ascii is not right. It has to be true or false"),
        ("theme = 7\n", 1, "theme is not right. It has to be words in quotation marks"),
        ('date_order = "dym"\n', 1, "mdy, dmy, ymd"),
        ("keys = 7\n", 1, "keys is not right. It has to be a section"),
        ("[keys]\nundo = 7\n", 2, "keys.undo is not right"),
        ("[silence.default]\nusual = 3\n", 1, "It needs limit too"),
        ("[silence.default]\nusual = 0\nlimit = 3\n", 2, "silence.default.usual is not right"),
        ("[silence.by_medium.tv]\nusual = 9\nlimit = 3\n", 1, "limit cannot be the shorter one"),
        ("[silence.by_medium.opera]\nusual = 1\nlimit = 3\n", 1, "kind of work"),
    ],
)  # fmt: skip
def test_wrong_setting_is_reported_with_line_and_fix(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        read(tmp_path, text)
    said = str(refused.value)
    assert f"line {line}:" in said
    assert words in said
    assert "Correct it there" in said
    assert "$" not in said
    assert "`" not in said


def test_unknown_setting_is_reported_and_the_rest_is_used(tmp_path: Path) -> None:
    text = (
        'dateorder = "dmy"\nascii = true\n[silence]\nfoo = 1\n[silence.default]\nusual=1\nlimit=2'
    )
    config, warnings = settings(tmp_path, text)
    assert config.ascii
    assert config.date_order is None
    assert config.numeric_order is DateOrder.MDY
    assert config.silence.default.limit == 2
    first, second = warnings
    assert "line 1: there is no setting dateorder. Did you mean date_order?" in first
    assert "line 4: there is no setting silence.foo" in second


def test_silence_window_of_one_medium_does_not_change_others(tmp_path: Path) -> None:
    config, _ = settings(
        tmp_path,
        "[silence.default]\nusual = 5\nlimit = 6\n[silence.by_medium.tv]\nusual = 1\nlimit = 3\n",
    )
    limits = {medium: config.silence.of(medium).limit for medium in Medium}
    others = {medium: window.limit for medium, window in PRESETS.items()}
    assert limits == dict.fromkeys(Medium, 6) | others | {Medium.TV: 3}


def test_unknown_theme_is_reported(tmp_path: Path) -> None:
    config, (said,) = settings(tmp_path, 'theme = "nosuch"')
    assert config.theme == "nosuch"
    assert "line 1: There is no theme “nosuch”" in said


@pytest.mark.parametrize("text", [b"\xff\xfe", b"a = " + b"[" * 20_000, b"#" * 2_000_000])
def test_invalid_settings_file_is_refused(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(ConfigError, match="settings in"):
        read(tmp_path, text)


@pytest.mark.parametrize("name", ["/dev/zero", "/", "pipe"])
def test_special_file_is_not_read_as_settings(tmp_path: Path, name: str) -> None:
    import os

    if name == "pipe":
        os.mkfifo(tmp_path / name)
    with pytest.raises(ConfigError, match="not an ordinary file"):
        read_config(tmp_path / name)


def test_pocket_settings_have_a_folder_and_known_alarms(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        '[pocket]\nfolder = "~/x"\n[pocket.alarms]\ntape_due = 60\ntape_deu = 1\n', "utf-8"
    )
    read = read_config(file)
    assert read.config.pocket.folder == "~/x"
    assert read.config.pocket.alarms.minutes == {"tape_due": 60}
    assert (
        "line 5: there is no setting pocket.alarms.tape_deu. Did you mean tape_due?"
        in (read.warnings[0])
    )


@pytest.mark.parametrize(("minutes", "most"), [("-1", "at least 0"), ("50000", "at most 40320")])
def test_alarm_is_at_most_four_weeks_ahead(tmp_path: Path, minutes: str, most: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"[pocket.alarms]\nappointment = {minutes}\n", "utf-8")
    with pytest.raises(ConfigError, match=f"line 2: pocket.alarms.appointment.*{most}"):
        read_config(file)
