import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacktui.advice.library.article import Article, Section
from callbacktui.advice.library.glossary import Term
from callbacktui.advice.library.library import open_library
from callbacktui.advice.library.search import Index
from callbacktui.advice.library.search_results import Hit, Results
from callbacktui.advice.library.voices import Voice

LIBRARY = open_library()
INDEX = LIBRARY.index
CAFE = Index(
    [
        Article(
            slug="cafe",
            title="At the Café",
            lead="The short answer.",
            sections=(
                Section(slug="noel", title="Noël", text="- Drink *slowly*.\n- Pay the garçon."),
            ),
        ),
    ],
    [Voice(name="Renée Ó", trade="coach", point="Sit down.", told_in="as told", section="noel")],
    [Term(term="Entr'acte", meaning="The time between.")],
)


def slugs(words: str) -> list[str]:
    return [hit.slug for hit in INDEX.search(words).hits]


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_search_accepts_any_text(words: str) -> None:
    hits = INDEX.search(words)
    assert hits == INDEX.search(words)
    assert len(hits.hits) <= 30


@pytest.mark.parametrize(
    "words",
    ['"', "*", "pin AND", "NOT pin", "title:pin", "pin*", "NEAR(pin hold)", "a" * 5000, "\0"],
)
def test_search_operators_are_plain_words(words: str) -> None:
    assert isinstance(INDEX.search(words), Results)


@pytest.mark.parametrize("slug", LIBRARY.slugs)
def test_every_article_is_found_by_its_title_and_by_most_of_it(slug: str) -> None:
    title = LIBRARY.article(slug).title
    first = next(hit for hit in INDEX.search(title).hits if hit.kind == "article")
    assert (first.slug, first.section) == (slug, "")
    assert slug in slugs(title[:-2])


def test_every_voice_and_term_is_found_by_name() -> None:
    for voice in LIBRARY.voices:
        assert INDEX.search(voice.name).hits[0].title == voice.name
    for term in LIBRARY.glossary:
        assert term.slug in [hit.slug for hit in INDEX.search(term.term).hits if hit.kind == "term"]


@pytest.mark.parametrize(
    ("slip", "slug"),
    [
        ("fiirst refusl", "first-refusal"),
        ("glases", "glasses-in-a-self-tape"),
        ("selftape", "self-tape"),
        ("meryl strep", "meryl-streep"),
        ("rsiduals", "what-residuals-are"),
    ],
)
def test_typos_are_corrected(slip: str, slug: str) -> None:
    assert slug in slugs(slip)[:3]


def test_word_found_in_the_library_is_not_corrected() -> None:
    assert {hit.slug for hit in INDEX.search("kong ").hits} == {"meryl-streep", LIBRARY.slugs[0]}


def test_only_the_last_word_matches_as_a_prefix() -> None:
    assert slugs("first ref")[0] == "first-refusal"
    assert CAFE.search("slo").hits
    assert CAFE.search("slo ").hits == ()


@pytest.mark.parametrize("words", ["cafe", "CAFÉ", "cafe\u0301", "caffe"])
def test_accents_and_case_do_not_matter(words: str) -> None:
    assert CAFE.search(words).hits[0].slug == "cafe"
    assert CAFE.search("garcon noel").hits[0].section == "noel"


def test_hit_has_kind_section_title_and_snippet() -> None:
    assert CAFE.search("garcon").hits == (
        Hit(
            kind="article",
            slug="cafe",
            section="noel",
            title="At the Café",
            snippet="Drink slowly. Pay the garçon.",
            words=("garçon",),
        ),
    )
    voice = CAFE.search("renee").hits[0]
    assert (voice.kind, voice.title, voice.section) == ("voice", "Renée Ó", "noel")
    assert CAFE.search("entr'acte").hits[0].kind == "term"


def test_words_that_never_occur_together_match_separately() -> None:
    assert {hit.kind for hit in CAFE.search("garcon between").hits} == {"article", "term"}
    assert CAFE.search("xylophone").hits == ()
    assert CAFE.search("").hits == ()
