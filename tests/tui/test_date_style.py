"""Every screen writes days and hours as the settings say."""

import re
from collections.abc import Iterator

import pytest

from callbacktui.config import Config
from callbacktui.domain.dates.style import ClockHours, DateStyle, use_style
from callbacktui.domain.dates.vocabulary import MONTHS, DateOrder
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from tests.factories import NOW
from tests.tui.conftest import MakeApp
from tests.tui.test_hidden_numbers import pane_texts, rested, screen_text

AMERICAN = Config(date_order=DateOrder.MDY, clock=ClockHours.TWELVE)
MONTH = rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\b"
DAY_FIRST = re.compile(rf"(?<![A-Z][a-z][a-z] )(?<![\d:/-])\b\d\d? {MONTH}(?! \d\d?\b(?!:))")
MONTH_FIRST = re.compile(rf"(?<!\d )\b{MONTH} \d\d?\b(?!:|(?:[^\s\w]* +|━+)\d\d?\b| {MONTH})")
OF_24 = re.compile(r"(?<![\d:])\d\d:\d\d(?! ?[ap]m| ?[ap]?│)\b")  # a dialog may cover the rest
OF_12 = re.compile(r"\b\d\d?:\d\d [ap]m\b")
SAID = re.compile("“[^”]*”")
"""Words of a record, which stay as they were said."""

KEYS = (
    ("T", "A"), ("T j j j", "A"), ("T M", "M A"), ("P", "A"), ("P j j", "A"), ("I", "A"),
    ("I j j j", "A"), ("K", "A"), ("B", "A"), ("D", "A"), ("w", "escape"), ("a", "escape"),
    ("e", "escape"), ("v", "escape"), ("s", "escape"), ("b", "escape"), ("C", "escape"),
)  # fmt: skip
"""The keys to each place from the desk, and those back."""


@pytest.fixture
def style(request: pytest.FixtureRequest) -> Iterator[Config]:
    use_style(request.param.date_style)
    yield request.param
    use_style(DateStyle())


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("style", [AMERICAN, Config()], indirect=True)
async def test_every_screen_follows_the_date_settings(
    make_app: MakeApp, style: Config, size: tuple[int, int]
) -> None:
    wrong = (DAY_FIRST, OF_24) if style is AMERICAN else (MONTH_FIRST, OF_12)
    right = (MONTH_FIRST, OF_12) if style is AMERICAN else (DAY_FIRST, OF_24)
    texts: list[tuple[str, str]] = []
    app = make_app(make_career(60, 7, NOW, open_material()), style)
    async with app.run_test(size=size) as pilot:
        await rested(pilot)
        for step in range(9):
            texts += [(f"desk {step}", text) for text in (screen_text(pilot), *pane_texts(pilot))]
            await pilot.press("j", "j")
            await rested(pilot)
        for there, back in KEYS:
            await rested(pilot)
            await pilot.press(*there.split())
            await rested(pilot)
            texts += [(there, text) for text in (screen_text(pilot), *pane_texts(pilot))]
            await pilot.press(*back.split())
    for place, text in texts:
        for pattern in wrong:
            clean = SAID.sub("", text)
            found = pattern.search(clean)
            assert not found, (place, clean[max(0, found.start() - 60) : found.end() + 20])
    for pattern in right:
        assert any(pattern.search(text) for _, text in texts)
