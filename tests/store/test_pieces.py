"""Pieces in the data file: a file of this form opens, and two computers are brought together."""

import datetime as dt
import shutil
from pathlib import Path

from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.domain.piece import Piece, PieceKind
from callbacktui.store.repository import Repository
from tests.store.devices import Device

GOLDEN = Path(__file__).parent / "format" / "golden" / "pieces.json"
MEMORY = Piece(
    id="01a20000-0000-7000-8000-000000000001",
    kind=PieceKind.SONG,
    title="Memory",
    source="Cats",
    writer="Andrew Lloyd Webber",
    length="16 bars",
    key="B flat",
    style="a ballad",
    file="~/music/memory.pdf",
    since=dt.date(2025, 3, 3),
    notes="Breathe.",
)
SUIT = Piece(
    id="01a20000-0000-7000-8000-000000000002",
    kind=PieceKind.LOOK,
    title="Navy suit",
    retired_on=dt.date(2026, 11, 1),
)


def test_file_with_pieces_opens_completely(tmp_path: Path) -> None:
    path = tmp_path / "auditions.json"
    shutil.copy(GOLDEN, path)
    path.chmod(0o600)
    repository = Repository.open(path)
    assert (repository.notices, repository.pieces.unread) == ([], [])
    assert repository.pieces.all() == [MEMORY, SUIT]
    repository.write([Change(before=SUIT, after=None)])
    repository.close()
    again = Repository.open(path)
    assert again.pieces.all() == [MEMORY]
    again.close()


def test_changes_of_a_piece_on_two_computers_are_merged(tmp_path: Path) -> None:
    home, away = Device(tmp_path, "home"), Device(tmp_path, "away")
    home.do(Change(before=None, after=MEMORY))
    one, old = away.open(), home.path.read_bytes()
    one.write([Change(before=MEMORY, after=replace(MEMORY, key="C"))])
    one.close()
    theirs = home.path.read_bytes()
    home.path.write_bytes(old)
    home.do(Change(before=MEMORY, after=replace(MEMORY, retired_on=dt.date(2026, 11, 2))))
    home.path.with_name("auditions.sync-conflict-20261122-093000-ABC.json").write_bytes(theirs)
    both = home.open()
    [merged] = both.pieces.all()
    both.close()
    assert merged == replace(MEMORY, key="C", retired_on=dt.date(2026, 11, 2))
