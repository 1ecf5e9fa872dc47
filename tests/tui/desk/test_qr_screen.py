"""The QR code on the desk: a phone reads it from a picture of the terminal."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet
from textual.pilot import Pilot
from textual.widgets import Static

from callbacktui.config import Config
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.desk.actions import phone_and_calendar_actions
from callbacktui.tui.desk.qr_screen import QrScreen
from callbacktui.tui.theme.themes import THEMES
from tests.factories import asked, audition, moment
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import HOSTILE, shown

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
ZBAR, CHROMIUM = shutil.which("zbarimg"), shutil.which("chromium")

NINA = audition(
    id="nina", role="Nina", project="The Seagull",
    rounds=(asked(at=moment(3, 15), place="14 Candle Row", url="https://zoom.example/j/1"),),
)  # fmt: skip


async def _open(pilot: Pilot[None]) -> QrScreen:
    await shown(pilot)
    await pilot.press("Q")
    while not isinstance(pilot.app.screen, QrScreen):
        await pilot.pause(0.01)
    await pilot.pause()
    return pilot.app.screen


def _words(screen: QrScreen) -> str:
    return str(screen.query_one(".words", Static).render())


@SIZES
async def test_qr_code_is_complete_at_every_size(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app([NINA])
    async with app.run_test(size=size) as pilot:
        screen = await _open(pilot)
        code = screen.query_one(".code", Static)
        assert screen.region.contains_region(code.region)
        assert code.size.width == len(str(code.render()).splitlines()[0])
        assert code.size.height == len(str(code.render()).splitlines())
        assert "Audition: Nina, The Seagull" in _words(screen)
        assert screen.frame.max_scroll_y == 0


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_qr_code_is_dark_on_light_in_every_theme(make_app: MakeApp, theme: str) -> None:
    app = make_app([NINA], Config(theme=theme))
    async with app.run_test(size=(80, 24)) as pilot:
        await _open(pilot)
        [first, second, *_] = app.screen._compositor.render_strips()
        paper, corner = next(iter(first)).style, list(second)[1].style
        assert paper
        assert corner
        assert paper.bgcolor
        assert paper.bgcolor.triplet == ColorTriplet(255, 255, 255)
        assert corner.color
        assert corner.color.triplet in {ColorTriplet(0, 0, 0), ColorTriplet(255, 255, 255)}


async def test_qr_keys_show_the_link_and_the_address(make_app: MakeApp) -> None:
    app = make_app([NINA])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _open(pilot)
        await seen(pilot, "l")
        assert "https://zoom.example/j/1" in _words(screen)
        await seen(pilot, "p")
        assert "14 Candle Row" in _words(screen)
        await seen(pilot, "e")
        assert "holds the event" in _words(screen)


async def test_qr_code_without_room_says_so(make_app: MakeApp) -> None:
    long = audition(id="long", role="R" * 90, rounds=(asked(at=moment(3), place="Row " * 20),))
    app = make_app([long])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        said = " ".join(_words(screen).split())
        assert "Left out, as there is no room: the address and the end of the title." in said
        await seen(pilot, "l")
        assert any("No link is noted" in note.message for note in app._notifications)


async def test_qr_code_is_explained_as_unavailable_in_ascii_or_tiny_windows(
    make_app: MakeApp,
) -> None:
    app = make_app([NINA], Config(ascii=True))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "plain ASCII" in _words(await _open(pilot))
    app = make_app([NINA])
    async with app.run_test(size=(40, 12)) as pilot:
        assert "too small" in _words(await _open(pilot))


async def test_event_is_opened_in_the_calendar(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_file(file: Path) -> bool:
        opened.append(file)
        return True

    monkeypatch.setattr(phone_and_calendar_actions, "open_file", open_file)
    app = make_app([NINA])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(pilot)
        await pilot.press("O")
        while not opened:
            await pilot.pause(0.01)
        await shown(pilot)
        data = opened[0].read_bytes()
        assert b"SUMMARY:Audition: Nina\\, The Seagull" in data
        assert opened[0].stat().st_mode & 0o777 == 0o600
        assert any("Handed to the calendar" in note.message for note in app._notifications)


async def test_missing_calendar_program_shows_the_event_path(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phone_and_calendar_actions, "open_file", lambda _: False)
    app = make_app([NINA])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shown(pilot)
        app.screen.action_do("to_calendar")  # type: ignore[attr-defined]
        await pilot.app.workers.wait_for_complete()
        assert any("event.ics" in note.message for note in app._notifications)


async def test_undated_audition_has_no_qr_code(make_app: MakeApp) -> None:
    app = make_app([audition(id="bare")])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shown(pilot)
        await seen(pilot, "Q")
        assert any("has a date yet" in note.message for note in app._notifications)


@pytest.mark.parametrize("words", HOSTILE)
async def test_qr_text_is_never_parsed_as_markup(make_app: MakeApp, words: str) -> None:
    read = asked(at=moment(3), place=words, url=words)
    app = make_app([audition(id="x", role=words, project=words, rounds=(read,))])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _open(pilot)
        for key in ("l", "p", "e"):
            await seen(pilot, key)
        assert screen.is_current
        assert "\x1b" not in _words(screen)


@pytest.mark.skipif(not (ZBAR and CHROMIUM), reason="needs zbarimg and chromium")
@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "matinee"), ((120, 36), "ghostlight"), ((200, 60), "matinee")]
)
async def test_qr_code_is_readable_from_a_screenshot(
    make_app: MakeApp, tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    app = make_app([NINA], Config(theme=theme))
    async with app.run_test(size=size) as pilot:
        await _open(pilot)
        event = _scanned(app, tmp_path)
        await seen(pilot, "l")
        link = _scanned(app, tmp_path)
    assert "SUMMARY:Audition: Nina\\, The Seagull\nDTSTART:20261124T200000Z\n" in event
    assert link == "https://zoom.example/j/1"


def _scanned(app: CallbackApp, folder: Path) -> str:
    """Return what zbarimg reads in a picture that is as soft as a camera's."""
    (folder / "screen.svg").write_text(app.export_screenshot(), "utf-8")
    (folder / "screen.html").write_text(
        "<body style='margin:0'><img src='screen.svg' width='1600' style='filter:blur(2px)'>",
        "utf-8",
    )
    picture = folder / "screen.png"
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"HOME": str(folder)}
    subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--window-size=1600,1300", f"--user-data-dir={folder / 'chromium'}",
            f"--screenshot={picture}", (folder / "screen.html").as_uri(),
        ],
        env=env, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    read = subprocess.run(
        [str(ZBAR), "--quiet", "--raw", str(picture)],
        env=env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return read.stdout.strip()
