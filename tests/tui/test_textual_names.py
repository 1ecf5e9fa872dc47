"""Textual's private names that the program leans on are still there; its minor is pinned."""

import tomllib
from importlib.metadata import version
from pathlib import Path

from rich import _palettes
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.command import CommandPalette
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widget import Widget

ROOT = Path(__file__).parents[2]


def test_private_textual_names_in_use_exist() -> None:
    for owner, name in (
        (App, "_dispatch_message"),
        (App, "_fatal_error"),
        (Screen, "_compositor_refresh"),
        (CommandPalette, "_NO_MATCHES"),
        (CommandPalette, "_action_command_list"),
        (CommandPalette, "_refresh_command_list"),
        (CommandPalette, "_start_no_matches_countdown"),
        (StylesCache, "get_inner_outer"),
        (StylesCache, "render_line"),
        (XTermParser, "feed"),
        (LinuxDriver, "run_input_thread"),
        (_palettes, "EIGHT_BIT_PALETTE"),
        (_palettes, "STANDARD_PALETTE"),
    ):
        assert hasattr(owner, name), f"{owner} has no {name}"
    assert hasattr(App(), "_return_code")
    assert hasattr(App(), "_batch_count")
    assert hasattr(Screen(), "_repaint_required")
    assert hasattr(App().theme_changed_signal, "_subscriptions")
    assert hasattr(Widget(), "_styles_cache")
    assert hasattr(Widget(), "_border_title")
    assert hasattr(Widget(), "_border_subtitle")


def test_textual_is_pinned_to_the_tested_minor_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [pin] = [line for line in project["dependencies"] if line.startswith("textual>")]
    major, minor = version("textual").split(".")[:2]
    assert pin.endswith(f"<{major}.{int(minor) + 1}")
