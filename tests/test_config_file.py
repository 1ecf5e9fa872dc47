"""The settings file is changed with its comments kept, and nothing wrong is written into it."""

import re
from pathlib import Path

import pytest

from callbacktui.config import Config, ConfigError, PocketAlarms, read_config
from callbacktui.config_file import (
    TEMPLATE,
    ConfigNotWritten,
    change_config,
    init_config,
    read_value,
    settings_in_effect,
)
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import Medium
from callbacktui.domain.silence import Window

MINE = """# mine, do not lose this
theme = "matinee"  # bright

[keys]
# thumb
undo = "U"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "config.toml"


def test_changing_a_setting_keeps_comments_and_order(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(MINE, "utf-8")
    config = change_config(
        file, {"date_order": "dmy", "silence.by_medium.tv": {"usual": 9, "limit": 20}}
    )
    text = file.read_text("utf-8")
    for line in MINE.splitlines():
        assert line in text
    assert config == read_config(file).config
    assert config.date_order is DateOrder.DMY
    assert config.silence.by_medium[Medium.TV] == Window(usual=9, limit=20)
    assert config.keys == {"undo": "U"}
    change_config(file, {"date_order": None, "silence.by_medium.tv": None})
    assert read_config(file).config == Config(theme="matinee", keys={"undo": "U"})


def test_new_settings_file_is_private_and_sets_nothing(file: Path) -> None:
    init_config(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert read_config(file) == (Config(), ())
    with pytest.raises(ConfigNotWritten, match="stays as it is"):
        init_config(file)


def test_new_settings_file_explains_every_setting() -> None:
    names = {*Config.__struct_fields__, *PocketAlarms.__struct_fields__}
    assert [name for name in names if not re.search(rf"\b{name}\b", TEMPLATE)] == []


def test_every_setting_in_a_new_file_can_be_uncommented(file: Path) -> None:
    init_config(file)
    text = file.read_text("utf-8")
    lines = [
        line[2:] if " = " in line or line.startswith("# [") else line for line in text.splitlines()
    ]
    file.write_text("\n".join(lines), "utf-8")
    assert read_config(file).warnings == ()


@pytest.mark.parametrize("said", ["New York", "america/new_york", "ET"])
def test_zone_can_be_given_by_city(said: str) -> None:
    assert read_value("zone", said) == "America/New_York"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("themee", "x", "There is no setting themee. Did you mean theme"),
        ("theme", "gohstlight", "There is no theme"),
        ("zone", "Nowhere/City", "There is no time zone"),
        ("ascii", "maybe", "true or false"),
        ("date_order", "middle", "mdy, dmy, ymd"),
        ("silence.by_medium.tv", "20 2", "limit cannot be the shorter one"),
        ("silence.by_medium.tv", "soon", "two numbers"),
        ("silence.by_medium.opera", "1 2", "silence.by_medium is not right"),
        ("silence", "7", "has settings below it"),
        ("theme.color", "x", "theme"),
        ("tax_year", "31 feb", "tax_year = '31 feb' isn't a day"),
        ("mile_rates.2026", "abc", 'write "2026" = "$0.70"'),
        ("mile_rates.last", "$0.70", "'last' isn't a tax year"),
    ],
)
def test_wrong_setting_is_refused_and_the_file_unchanged(
    file: Path, name: str, value: str, words: str
) -> None:
    file.parent.mkdir()
    file.write_text(MINE, "utf-8")
    with pytest.raises(ConfigError) as refused:
        change_config(file, {name: read_value(name, value)})
    assert words in refused.value.reason
    assert "is used" not in refused.value.reason
    assert file.read_text("utf-8") == MINE


def test_broken_settings_file_is_not_changed(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("theme = \n", "utf-8")
    with pytest.raises(ConfigError, match="line 1"):
        change_config(file, {"ascii": True})
    assert file.read_text("utf-8") == "theme = \n"


def test_linked_settings_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.write_text(MINE, "utf-8")
    file.parent.mkdir()
    file.symlink_to(target)
    change_config(file, {"ascii": True})
    assert file.is_symlink()
    assert "ascii = true" in target.read_text("utf-8")


def test_settings_in_effect_mark_the_actors_own(file: Path) -> None:
    config = change_config(
        file, {"ascii": True, "silence.by_medium.film": {"usual": 1, "limit": 2}}
    )
    found = {name: (value, is_set) for name, value, is_set in settings_in_effect(config)}
    assert found["ascii"] == (True, True)
    assert found["theme"] == ("", False)
    assert found["silence.by_medium.film"] == ("1 2", True)
