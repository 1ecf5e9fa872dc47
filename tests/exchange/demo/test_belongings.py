"""What the demo keeps beside its auditions: something for each dialog, nothing too early."""

import msgspec
import pendulum
import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.moment import today
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.domain.piece import Piece, PieceUse, why_not_kept
from callbacktui.domain.piece_uses import UseIndex, seen_by_team
from callbacktui.domain.practice_entry import Practice
from callbacktui.exchange.demo.belongings import make_demo
from callbacktui.exchange.demo.load_demo_data import open_material

MATERIAL = open_material()
NOW = pendulum.datetime(2026, 11, 22, 9, 30, tz="America/New_York")


def test_same_seed_makes_the_same_records() -> None:
    first, again = (make_demo(60, 7, NOW, MATERIAL) for _ in range(2))
    assert msgspec.json.encode(first) == msgspec.json.encode(again)
    assert len({one.id for one in first}) == len(first)
    assert make_demo(0, 7, NOW, MATERIAL) == []


@pytest.mark.parametrize("seed", range(4))
def test_demo_fills_every_dialog_and_uses_its_pieces(seed: int) -> None:
    made = make_demo(60, seed, NOW, MATERIAL)
    auditions = [one for one in made if isinstance(one, Audition)]
    pieces = [one for one in made if isinstance(one, Piece)]
    money = [one for one in made if isinstance(one, MoneyEntry)]
    assert {one.kind for one in money} == set(MoneyKind)
    assert any(isinstance(one, BookOut) and one.is_ahead(today(NOW)) for one in made)
    assert any(isinstance(one, Practice) for one in made)
    assert not any(why_not_kept(one, pieces) for one in pieces)
    index = UseIndex(auditions)
    assert {one.kind.use for one in pieces if index.uses_of(one)} == set(PieceUse)
    assert any(seen_by_team(one, auditions) for one in auditions)


def test_demo_has_no_payments_or_uses_in_the_future() -> None:
    made = make_demo(200, 3, NOW, MATERIAL)
    day = today(NOW)
    for entry in made:
        if isinstance(entry, MoneyEntry):
            assert entry.date <= day
            assert entry.paid_on is None or entry.paid_on <= day
    index = UseIndex(one for one in made if isinstance(one, Audition))
    for piece in made:
        if isinstance(piece, Piece) and piece.kind.use is not PieceUse.WORN:
            days = [use.day for use in index.uses_of(piece) if use.day]
            assert all(piece.is_in_use(d) and piece.since and piece.since <= d for d in days)
