from callbacktui.advice.library.library import open_library
from callbacktui.advice.library.term_spotting import TermSpotter

LEXICON = TermSpotter(open_library().glossary)


def spotted(text: str) -> list[str]:
    return [LEXICON.slug(found) for found in LEXICON.pattern.findall(text)]


def test_terms_are_spotted_as_whole_words_in_any_case_and_by_synonyms() -> None:
    assert spotted("Pinned, then on first\n   refusal; BUYOUT") == [
        "pin",
        "first-refusal",
        "buyout",
    ]
    assert spotted("a pinhole, holdings and recalled") == []
    assert spotted("self tape, self-tape") == ["self-tape", "self-tape"]


def test_longest_term_wins() -> None:
    assert spotted("heavy pencil") == ["heavy-pencil"]


def test_everyday_words_are_not_taken_for_terms() -> None:
    assert spotted("I read the note in the office and took a window seat") == []


def test_any_dash_joins_a_term() -> None:
    assert spotted("self\u2011tape, self\u2013tape") == ["self-tape", "self-tape"]
