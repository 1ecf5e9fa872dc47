"""Makes the README's screenshots from the running program: `make screenshots`."""

import asyncio
import os
import tempfile
from pathlib import Path

from callbacktui.config import Config
from callbacktui.domain.change import Change
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from callbacktui.session import open_session
from callbacktui.tui.app import CallbackApp
from tests.factories import NOW
from tests.tui.sample_desks import shown

FOLDER = Path(__file__).parents[2] / "assets" / "screenshots"
WAITING = ("j",) * 14
PICTURES = {
    "desk": ((160, 42), "ghostlight", WAITING),
    "desk-light": ((120, 36), "matinee", ("j", "j")),
    "reflect": ((120, 36), "ghostlight", (*WAITING, "r", "y", "4", "3", "2")),
    "article": ((120, 36), "ghostlight", ("G", "k", "k", "t")),
    "narrow": ((80, 24), "ghostlight", ("j", "j")),
    "today": ((120, 36), "ghostlight", ("T",)),
}


async def take(name: str, size: tuple[int, int], theme: str, keys: tuple[str, ...]) -> None:
    """Open a made-up career, press keys, and save what is on screen."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CALLBACKTUI_STATE"] = f"{folder}/state"
        place = open_session(Path(folder) / "a.json", Config(theme=theme), lambda: NOW)
        place.repository.write(
            [Change(before=None, after=a) for a in make_career(60, 7, NOW, open_material())]
        )
        place.close()
        place = open_session(
            Path(folder) / "a.json", Config(theme=theme), lambda: NOW, is_demo=True
        )
        app = CallbackApp(place)
        async with app.run_test(size=size) as pilot:
            await shown(pilot)
            for key in keys:
                await pilot.press(key)
                await shown(pilot)
            (FOLDER / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")
        place.close()


def main() -> None:
    """Make all screenshots."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (size, theme, keys) in PICTURES.items():
        asyncio.run(take(name, size, theme, keys))


if __name__ == "__main__":
    main()
