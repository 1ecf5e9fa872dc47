"""Searches as actors type them: thirty that were given, and hundreds of our own.

Those of `fresh_searches.json` and `later_searches.json` were written, with what they should find,
from the list of articles alone, before anybody looked at the search.
"""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from callbacktui.advice.library.library import open_library
from callbacktui.advice.library.search_aliases import (
    SearchWords,
    content_words,
    is_asking,
    is_common,
)

HERE: Final = Path(__file__).parent
LIBRARY: Final = open_library()
INDEX: Final = LIBRARY.index
GIVEN: Final[list[dict[str, Any]]] = [
    asked
    for name in ("given_searches.json", "fresh_searches.json", "later_searches.json")
    for asked in json.loads((HERE / name).read_text(encoding="utf-8"))
]
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
def test_given_search_finds_the_expected_pages(asked: dict[str, Any]) -> None:
    found = slugs(asked["query"])
    assert found[0] in asked["first"]
    assert {*asked.get("top3", [])} <= {*found}
    assert not {*asked.get("never", [])} & {*found}


@pytest.mark.parametrize(("words", "wanted"), OWN, ids=[words for words, _ in OWN])
def test_own_search_finds_an_expected_page_first(words: str, wanted: list[str]) -> None:
    assert slugs(words)[0] in wanted


@pytest.mark.parametrize(("words", "wanted"), OWN, ids=[words for words, _ in OWN])
def test_no_sensible_question_gets_an_empty_answer(words: str, wanted: list[str]) -> None:
    for end in range(4, len(words) + 1, 5):
        assert isinstance(INDEX.search(words[:end]).note, str)
    assert INDEX.search(words).hits


def test_missing_words_are_reported() -> None:
    for words in ("botox", "quantum physics"):
        assert INDEX.search(words).hits == ()
        assert "nothing about" in INDEX.search(words).note
    assert INDEX.search("best pizza for an audition").missing == ("pizza",)


def test_corrections_are_reported_and_known_words_are_not_corrected() -> None:
    assert (
        INDEX.search("callbak").note
        == "Nothing for \u201ccallbak\u201d: showing \u201ccallback\u201d."
    )
    assert INDEX.search("callback").note == ""
    for word in ("wardens", "silvered", "colour", "hold", "pins"):
        assert INDEX.search(word).guesses == ()


def test_quoted_words_are_searched_as_a_phrase() -> None:
    assert slugs('"another direction"')[0] == "another-direction"
    assert len(slugs('"not pretty enough"')) < 3


def test_hidden_search_words_find_articles_and_are_never_shown() -> None:
    hidden = INDEX._hidden
    assert hidden.leads(["ghosted"]).keys() == {
        "silence-after-an-audition",
        "reading-silence-by-medium",
    }
    assert all("ghosted" not in hit.snippet for hit in INDEX.search("ghosted").hits)
    for word in hidden.words:
        assert content_words(word) == [word]
    assert not any(hidden.leads([word]) for word in ("how", "what", "not") if is_asking(word))


def test_glossary_entry_keeps_meaningful_small_words() -> None:
    leads = INDEX._hidden.leads
    assert "silence-after-an-audition" in leads(["they", "forgot", "me"])
    assert "silence-after-an-audition" not in leads(["forgot"])
    assert "reading-silence-by-medium" not in leads(["days", "of", "class"])


def test_no_entry_is_only_a_word_of_every_page() -> None:
    leads = [lead for some in INDEX._hidden._by_last.values() for lead in some]
    assert [one for one in leads if all(is_common(word) for word in one.stems)] == []


def test_below_a_sure_answer_no_page_is_found_by_a_word_of_every_page() -> None:
    assert slugs("i don't want to act anymore") == ["staying-well-in-a-dry-spell"]


def test_longer_matching_entry_wins() -> None:
    leads = INDEX._hidden.leads
    assert "crying-on-cue" in leads(["crying"])
    assert "crying-on-cue" not in leads(["crying", "after", "my", "audition"])
    in_order, strewn = leads(["how", "many", "days"]), leads(["days", "many", "how"])
    assert in_order["reading-silence-by-medium"] > strewn["reading-silence-by-medium"]


def test_words_of_many_entries_lead_somewhere_without_a_matching_entry() -> None:
    words = SearchWords({"nurse": ["sick ward", "sick bed"], "actor": ["sick note", "stage"]})
    assert words.leads(["sick", "bunny"]) == {}
    likely = words.likely(["sick", "bunny"])
    assert likely["nurse"] > likely["actor"] > 0
    assert words.likely(["bunny"]) == {}


def test_crisis_words_lead_to_help_first() -> None:
    for words in ("want to die", "i want to kill myself", "suicidal"):
        assert slugs(words) == ["staying-well-in-a-dry-spell"]


def test_two_words_written_together_are_a_name() -> None:
    assert "self-tape" in slugs("selftape")


def test_words_within_other_words_are_not_matched() -> None:
    leads = INDEX._hidden.leads
    assert "when-no-callback-comes" not in leads(["why", "does", "casting", "not", "reply"])
    assert "union" not in leads(["tape", "due", "tonight"])


@pytest.mark.parametrize(
    ("words", "other"),
    [("16 bars", "sixteen bars"), ("10%", "ten percent"), ("48hrs", "48 hours"), ("IG", "insta")],
)
def test_numbers_and_abbreviations_are_searchable(words: str, other: str) -> None:
    assert slugs(words) == slugs(other) != []


def test_term_hit_is_followed_by_its_article() -> None:
    assert slugs("slate example")[:2] == ["slate", "where-to-look-in-a-self-tape"]
    assert slugs("released")[:2] == ["released", "avail-pin-hold"]
    assert slugs("follow up")[0] == "follow-up"
    assert slugs("should I follow up")[0] == "following-up"
    assert slugs("self tape etiquette")[0] == "where-to-record-a-self-tape"
