"""Pieces and materials: how they are on disk, which auditions name them, who has seen them."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.board import Row
from callbacktui.domain.holds_and_bookings import Feedback
from callbacktui.domain.name_list import join_words
from callbacktui.domain.piece import (
    Piece,
    PieceKind,
    by_kind,
    titles_in,
    why_not_kept,
    with_title,
    with_use,
)
from callbacktui.domain.piece_uses import UseIndex, seen_by_team, used_words
from callbacktui.domain.query import read_query
from callbacktui.domain.query_matcher import QueryMatcher
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import status_of
from callbacktui.domain.text import fold
from tests.factories import NOW, TODAY, asked, audition, days_ago, done, moment, read_on

MEMORY = Piece(
    id="s1", kind=PieceKind.SONG, title="Memory", source="Cats", key="B flat", since=TODAY
)
SHOT = Piece(id="h1", kind=PieceKind.HEADSHOT, title="Smiling, blue")
SUIT = Piece(id="l1", kind=PieceKind.LOOK, title="Navy suit")

titles = st.text("aBé ,'", min_size=1, max_size=6).filter(
    lambda text: text == " ".join(text.split()) and text.strip(",") == text
)


def test_piece_is_stored_in_trade_words() -> None:
    assert msgspec.to_builtins(MEMORY) == {
        "id": "s1",
        "kind": "song",
        "title": "Memory",
        "from": "Cats",
        "key": "B flat",
        "since": "2026-11-21",
    }


def test_piece_is_in_use_until_retired() -> None:
    retired = msgspec.structs.replace(MEMORY, retired_on=TODAY)
    assert MEMORY.is_in_use(TODAY)
    assert not retired.is_in_use(TODAY)
    assert retired.is_in_use(days_ago(1))


def test_pieces_are_sorted_by_kind() -> None:
    assert by_kind([SUIT, SHOT, MEMORY]) == [MEMORY, SHOT, SUIT]


@pytest.mark.parametrize(
    ("kind", "title", "why"),
    [
        (PieceKind.SONG, "", "Write the title"),
        (PieceKind.SONG, "A; B", "without a semicolon"),
        (PieceKind.SONG, "#1", "without # in front"),
        (PieceKind.MONOLOGUE, "MEMORY", "kept already"),
        (PieceKind.LOOK, "Memory", ""),
    ],
)
def test_ambiguous_piece_title_is_refused(kind: PieceKind, title: str, why: str) -> None:
    said = why_not_kept(Piece(id="n", kind=kind, title=title), [MEMORY])
    assert why in said if why else said == ""
    assert why_not_kept(MEMORY, [MEMORY]) == ""


def test_earlier_texts_link_to_a_piece_by_exact_name() -> None:
    first = audition(
        id="a",
        materials="Reel 2026, smiling, blue",
        rounds=(done(3, wore="navy suit, no tie", pieces=("Nina's last speech", "MEMORY")),),
    )
    index = UseIndex([first])
    assert [use.audition.id for use in index.uses_of(MEMORY)] == ["a"]
    assert [use.audition.id for use in index.uses_of(SUIT)] == ["a"]
    assert index.uses_of(SHOT) == ()  # its comma makes it two words there
    sent = audition(materials="smiling, blue")
    assert len(UseIndex([sent]).uses_of(SHOT)) == 1
    nearly = audition(rounds=(done(1, wore="the navy suit", pieces=("Memory (Cats)",)),))
    assert UseIndex([nearly]).uses_of(MEMORY) == UseIndex([nearly]).uses_of(SUIT) == ()


def test_uses_are_sorted_newest_first_and_past_ones_counted() -> None:
    past = read_on(
        40,
        id="old",
        rounds=(done(40, pieces=("Memory",), redirects="Lighter."),),
        feedback=(Feedback(text="Lovely."),),
    )
    coming = audition(id="new", rounds=(asked(at=moment(2), pieces=("Memory",)),))
    uses = UseIndex([past, coming]).uses_of(MEMORY)
    assert [use.audition.id for use in uses] == ["new", "old"]
    assert uses[1].said == ("Lighter.", "Lovely.")
    assert used_words(uses, NOW) == "once, last 12 Oct, 1 to come"
    assert used_words(uses, NOW, numbers_hidden=True) == "last 12 Oct, to come"
    assert used_words((), NOW) == "not used yet"


def test_a_look_and_a_song_of_the_same_name_are_told_apart() -> None:
    song = Piece(id="x", kind=PieceKind.SONG, title="Navy suit")
    worn = audition(rounds=(done(1, wore="Navy suit"),))
    assert UseIndex([worn]).uses_of(song) == ()


def test_piece_was_seen_by_the_same_office_or_person() -> None:
    here = audition(
        id="now", office="Harbor Casting", rounds=(asked(id="r9", people=("Mara Lind",)),)
    )
    there = [
        audition(id="1", office="HARBOR CASTING", rounds=(done(30, pieces=("Memory",)),)),
        audition(id="2", office="Else", people=("mara lind",),
                 rounds=(done(10, pieces=("memory", "Nina")),)),
        audition(id="3", office="Else", rounds=(done(2, pieces=("Third",)),)),
        audition(id="4", office="Harbor Casting", rounds=(asked(pieces=("Planned",)),)),
        audition(id="now", office="Harbor Casting", rounds=(done(1, pieces=("Own",)),)),
    ]  # fmt: skip
    seen = seen_by_team(here, there)
    assert [(one.title, one.who, one.day) for one in seen] == [
        ("memory", "Mara Lind", dt.date(2026, 11, 11)),
        ("Nina", "Mara Lind", dt.date(2026, 11, 11)),
    ]
    assert seen[1].words(NOW) == "Mara Lind saw Nina on 11 Nov (Ophelia, Hamlet)."
    secret = seen[1]._replace(audition=audition(nda=True))
    assert secret.words(NOW) == "Mara Lind saw Nina on 11 Nov."
    nobody = audition(id="now", office="", rounds=())
    assert seen_by_team(nobody, there) == ()


def test_use_of_a_piece_is_noted_once() -> None:
    read = asked(wore="Navy suit")
    plain = audition(materials="Reel", rounds=(read,))
    assert with_use(plain, SUIT, read) == plain
    song = with_use(with_use(plain, MEMORY, read), MEMORY, read)
    assert song.rounds[0].pieces == ("Memory",)
    sent = with_use(plain, SHOT, None)
    assert (sent.materials, sent.rounds) == ("Reel; Smiling, blue", plain.rounds)
    assert with_use(audition(), SHOT, None).materials == "Smiling, blue"


@given(titles, titles, st.lists(titles, max_size=3))
def test_retitling_a_piece_changes_only_its_mentions(old: str, new: str, others: list[str]) -> None:
    others = [one for one in others if fold(one) not in {fold(old), fold(new)}]
    look = Piece(id="l", kind=PieceKind.LOOK, title=old)
    text = join_words((*others, old))
    before = audition(rounds=(done(1, wore=text, pieces=(old,)),))
    after = with_title(before, look, new)
    assert len(UseIndex([after]).uses_of(msgspec.structs.replace(look, title=new))) >= 1
    assert after.rounds[0].pieces == (old,)
    for other in others:
        if fold(other) in map(fold, titles_in(text)):
            assert fold(other) in map(fold, titles_in(after.rounds[0].wore))
    song = Piece(id="s", kind=PieceKind.SONG, title=old)
    assert with_title(before, song, new).rounds[0].pieces == (new,)
    unrelated = audition(materials="x y", rounds=(done(1, wore="x y", pieces=("x y",)),))
    assert with_title(unrelated, look, new) == unrelated


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('piece:"navy suit"', ["a"]),
        ("piece:memory", ["b"]),
        ("piece:reel", ["a"]),
        ("-piece:memory", ["a"]),
    ],
)
def test_the_filter_finds_the_auditions_of_a_piece(words: str, found: list[str]) -> None:
    auditions = (
        audition(id="a", materials="Comedy reel", rounds=(done(1, wore="Navy suit"),)),
        audition(id="b", notes="a reel", rounds=(asked(pieces=("Memory (Cats)",)),)),
    )
    rows = [Row(one, status_of(one, NOW, Windows())) for one in auditions]
    picked = QueryMatcher().pick(rows, read_query(words), NOW)
    assert [row.audition.id for row in picked] == found
