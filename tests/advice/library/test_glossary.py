import pytest

from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.glossary import parse_glossary
from callbacktui.advice.library.library import open_library
from tests.advice.library.test_assets import QUOTES, SHAMING

LIBRARY = open_library()
TERMS = LIBRARY.glossary


def test_glossary_terms_are_unique_and_sorted() -> None:
    names = [name.casefold() for term in TERMS for name in (term.term, *term.also)]
    assert len(TERMS) >= 60
    assert sorted(names) == sorted(set(names))
    assert len({term.slug for term in TERMS}) == len(TERMS)
    assert [term.term.casefold() for term in TERMS] == sorted(t.term.casefold() for t in TERMS)
    for word in ("recall", "pin", "first refusal", "heavy pencil", "holding fee", "pre-read"):
        assert word in names


def test_every_glossary_entry_is_short_and_kind() -> None:
    for term in TERMS:
        told = " ".join([term.meaning, *(f"{r.who} {r.meaning}" for r in term.contested)])
        assert term.meaning.endswith(".")
        assert len(term.meaning) <= 320
        assert SHAMING.findall(told) == []
        assert QUOTES.findall(told) == []
        assert not term.see or term.see in LIBRARY.slugs


def test_contested_terms_give_every_reading() -> None:
    contested = {term.slug: term.contested for term in TERMS if term.contested}
    for slug in ("pin", "hold", "avail-check", "first-refusal", "callback-rate", "waiting-window"):
        assert len(contested[slug]) >= 2
    assert all(len({r.who for r in readings}) == len(readings) for readings in contested.values())


@pytest.mark.parametrize("text", ["[[term", "[[term]]\nterm = 'x'", "[[term]]\nterm = 3"])
def test_unreadable_glossary_raises_an_error(text: str) -> None:
    with pytest.raises(ArticleError, match="glossary cannot be read"):
        parse_glossary(text)
