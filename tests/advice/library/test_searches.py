"""Searches as actors type them: thirty that were given, and hundreds of our own."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from callbacktui.advice.library.library import open_library
from callbacktui.advice.library.search_aliases import content_words, is_asking

HERE: Final = Path(__file__).parent
LIBRARY: Final = open_library()
INDEX: Final = LIBRARY.index
GIVEN: Final[list[dict[str, Any]]] = json.loads(
    (HERE / "given_searches.json").read_text(encoding="utf-8")
)
OWN: Final = [
    (words, slugs.split())
    for words, _, slugs in (
        line.partition(" -> ")
        for line in (HERE / "own_searches.txt").read_text(encoding="utf-8").splitlines()
    )
]


def slugs(words: str) -> list[str]:
    """The first three pages found; the sections of one count once."""
    return list(dict.fromkeys(hit.slug for hit in INDEX.search(words).hits))[:3]


@pytest.mark.parametrize("asked", GIVEN, ids=[one["query"] for one in GIVEN])
def test_a_given_search_leads_where_it_should(asked: dict[str, Any]) -> None:
    found = slugs(asked["query"])
    assert found[0] in asked["first"]
    assert {*asked.get("top3", [])} <= {*found}
    assert not {*asked.get("never", [])} & {*found}


@pytest.mark.parametrize(("words", "wanted"), OWN, ids=[words for words, _ in OWN])
def test_a_search_of_our_own_leads_where_it_should(words: str, wanted: list[str]) -> None:
    assert slugs(words)[0] in wanted


@pytest.mark.parametrize(("words", "wanted"), OWN, ids=[words for words, _ in OWN])
def test_no_honest_question_has_an_empty_answer(words: str, wanted: list[str]) -> None:
    for end in range(4, len(words) + 1, 5):
        assert isinstance(INDEX.search(words[:end]).note, str)
    assert INDEX.search(words).hits


def test_what_the_library_does_not_have_is_said() -> None:
    for words in ("botox", "quantum physics"):
        assert INDEX.search(words).hits == ()
        assert "nothing about" in INDEX.search(words).note
    assert INDEX.search("best pizza for an audition").missing == ("pizza",)


def test_a_guess_is_said_and_no_english_word_is_guessed() -> None:
    assert (
        INDEX.search("callbak").note
        == "Nothing for \u201ccallbak\u201d: showing \u201ccallback\u201d."
    )
    assert INDEX.search("callback").note == ""
    for word in ("wardens", "silvered", "colour", "hold", "pins"):
        assert INDEX.search(word).guesses == ()


def test_words_in_quotation_marks_stand_together() -> None:
    assert slugs('"another direction"')[0] == "another-direction"
    assert len(slugs('"not pretty enough"')) < 3


def test_hidden_words_lead_to_what_there_is_and_are_never_shown() -> None:
    hidden = INDEX._hidden
    assert hidden.leads(["ghosted"]).keys() == {
        "silence-after-an-audition",
        "reading-silence-by-medium",
    }
    assert all("ghosted" not in hit.snippet for hit in INDEX.search("ghosted").hits)
    for word in hidden.words:
        assert content_words(word) == [word]
    assert not any(hidden.leads([word]) for word in ("how", "what", "not") if is_asking(word))
