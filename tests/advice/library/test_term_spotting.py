from callbacktui.advice.library.library import open_library
from callbacktui.advice.library.term_spotting import TermSpotter

LEXICON = TermSpotter(open_library().glossary)


def spotted(text: str) -> list[str]:
    return [LEXICON.slug(found) for found in LEXICON.pattern.findall(text)]


def test_words_are_spotted_whole_in_any_case_and_under_their_other_names() -> None:
    assert spotted("Pinned, then on first\n   refusal; BUYOUT") == [
        "pin",
        "first-refusal",
        "buyout",
    ]
    assert spotted("a pinhole, holdings and recalled") == []
    assert spotted("self tape, self-tape") == ["self-tape", "self-tape"]


def test_the_longest_word_is_meant() -> None:
    assert spotted("heavy pencil") == ["heavy-pencil"]


def test_common_speech_is_left_alone() -> None:
    assert spotted("I read the note in the office and took a window seat") == []


def test_a_dash_of_any_length_joins_a_word_of_the_trade() -> None:
    assert spotted("self\u2011tape, self\u2013tape") == ["self-tape", "self-tape"]
