"""Every tip can be read at every size: its first sentence, why it is here, and who says it."""

import pytest

from callbacktui.advice.tips.rules_in_order import RULES
from callbacktui.tui.desk.tip_card import TipCard
from tests.advice.tips.test_rules_in_order import first_sentence, shown_on
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, shown


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (160, 42), (200, 60)])
async def test_every_tip_fits_at_every_size(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        card = desk(app).query_one(TipCard)
        cut = []
        for tip in map(shown_on, RULES):
            card.tip = tip
            assert 1 <= len(card.lines) <= card.size.height
            told = " ".join(
                " ".join(segment.text for line in card.lines for segment in line).split()
            )
            whole = (first_sentence(tip.text), tip.reason[1:], f"From: {tip.source}")
            if any(part not in told for part in whole):
                cut.append(f"{tip.rule}: {told}")
        assert not cut, "\n".join(cut)
