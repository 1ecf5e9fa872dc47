"""`--plain` carries the same facts as the screens, one line for each, without any layout."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from callbacktui.cli.main import program
from callbacktui.config import Config
from callbacktui.domain.agenda import agenda, until
from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.board import board
from callbacktui.domain.change import Change
from callbacktui.domain.door_card import card_text, make_card
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import headline
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from callbacktui.session import open_session
from tests.factories import NOW

CAREER = make_career(30, 7, NOW, open_material())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as environment:
        folder = tmp_path_factory.mktemp("plain")
        environment.setenv("CALLBACKTUI_STATE", str(folder / "state"))
        place = open_session(folder / "all.json", Config(), lambda: NOW)
        place.repository.write([Change(before=None, after=one) for one in CAREER])
        place.close()
    return folder


def lines(folder: Path, *words: str) -> list[str]:
    done = CliRunner(
        env={
            "CALLBACKTUI_STATE": str(folder / "state"),
            "TZ": NOW.timezone_name,
            "XDG_CONFIG_HOME": str(folder),
        }
    ).invoke(program, ["--db", str(folder / "all.json"), "--now", NOW.isoformat(), *words])
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def test_plain_list_has_the_facts_of_each_desk_row(folder: Path) -> None:
    rows = [row for section in board(CAREER, NOW, Windows()) for row in section.rows]
    found = [line.split("\t") for line in lines(folder, "list", "--plain")]
    assert [cells[0] for cells in found] == [row.audition.id for row in rows]
    for (audition, status), cells in zip(rows, found, strict=True):
        assert {audition.role, audition.project, audition.office} <= {*cells, ""}
        assert cells[-1] == headline(audition, status, NOW)


def test_plain_today_has_one_line_per_item(folder: Path) -> None:
    items = until(agenda(board(CAREER, NOW, Windows()), NOW), NOW, 7)
    found = lines(folder, "today", "--plain")
    assert len(found) == len(items) > 0
    for item, line in zip(items, found, strict=True):
        assert line.startswith(f"{item.part(NOW).word}: ")
        assert item.title in line
        assert item.what in line
    assert len(json.loads("\n".join(lines(folder, "today", "--json")))) == len(items)


@pytest.mark.parametrize("audition", [one for one in CAREER if one.rounds][:3], ids=lambda a: a.id)
def test_plain_card_has_every_line_of_the_page(folder: Path, audition: Audition) -> None:
    history = History(CAREER)
    card = make_card(context_of(audition, history, NOW, Windows()), history)
    assert card
    assert lines(folder, "card", audition.id, "--plain") == card_text(card)


def test_plain_show_has_no_indents_or_arrows(folder: Path) -> None:
    for audition in CAREER[:5]:
        found = lines(folder, "show", audition.id, "--plain")
        assert found[0] == audition.name
        assert not any(line.startswith(" ") or "→" in line for line in found)
        for number, read in enumerate(audition.rounds, 1):
            name = f"round {number}" if len(audition.rounds) > 1 else "round"
            if read.wore:
                assert f"{name}, wore: {read.wore}" in found
