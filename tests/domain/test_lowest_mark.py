"""A hunch: the one mark that is lowest of late, and where it comes back."""

import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.door_card import card_text, make_card
from callbacktui.domain.lowest_mark import hunch
from callbacktui.domain.reflection import NONE_GIVEN, Reflection
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from tests.factories import NOW, asked, audition, done, moment, present, read_on

LOW = Reflection(clarity=4, direction=4, listening=2, myself=4)
EVEN = Reflection(clarity=3, direction=3, listening=3, myself=3)


def test_hunch_compares_the_last_five_with_the_five_before() -> None:
    assert hunch([EVEN] * 5 + [LOW] * 5) == ("listening", 2, 3)
    assert hunch([LOW] * 5) == ("listening", 2, None)
    assert hunch([LOW] * 5 + [EVEN] * 5) is None


@pytest.mark.parametrize(
    "looks",
    [
        [],
        [LOW] * 4,
        [EVEN] * 5,  # none is lower than all others
        [Reflection(clarity=2, listening=2, myself=4)] * 5,
        [Reflection(listening=1)] * 5,  # there is nothing to set it against
    ],
)
def test_no_hunch_without_enough_evidence(looks: list[Reflection]) -> None:
    assert hunch(looks) is None


def test_direction_counts_only_if_some_was_given() -> None:
    none_given = Reflection(clarity=4, direction=NONE_GIVEN, listening=5, myself=5)
    given = Reflection(clarity=4, direction=1, listening=5, myself=5)
    assert present(hunch([none_given] * 4 + [given])).words == "clear choices"
    assert present(hunch([none_given] * 2 + [given] * 3)).words == "taking direction"


def looked_back() -> list[Audition]:
    return [read_on(n, id=f"a{n}", rounds=(done(n, reflection=LOW),)) for n in range(20, 25)]


def test_hunch_is_on_the_card_of_the_next_round_only() -> None:
    ahead = audition(id="next", stage=Stage.REQUESTED, rounds=(asked(at=moment(2)),))
    history = History([ahead, *looked_back()])
    card = present(make_card(context_of(ahead, history, NOW, Windows()), history))
    assert "  A hunch: listening was lowest in your last five reflections." in card_text(card)
    assert context_of(read_on(3, id="over"), history, NOW, Windows()).hunch == ""
