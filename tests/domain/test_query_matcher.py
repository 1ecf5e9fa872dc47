import pytest
from msgspec.structs import replace

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.holds_and_bookings import Feedback
from callbacktui.domain.query import read_query
from callbacktui.domain.query_matcher import QueryMatcher
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition
from callbacktui.domain.status import status_of
from tests.factories import NOW, audition, done, read_on, reflection

HAMLET = read_on(2, id="hamlet")
SEAGULL = read_on(3, id="seagull", project="The Seagull", role="Zoë", office="Bialy")
CLOSED = moves.close(
    read_on(9, id="macbeth", project="Macbeth", role="Ross", office="Bialy"),
    Disposition.PASSED_TOLD,
    NOW,
)


def found(text: str, *among: Audition, finder: QueryMatcher | None = None) -> list[str]:
    rows = [Row(a, status_of(a, NOW, Windows())) for a in among or (HAMLET, SEAGULL, CLOSED)]
    return [row.audition.id for row in (finder or QueryMatcher()).pick(rows, read_query(text), NOW)]


@pytest.mark.parametrize("slip", ["amhlet", "hamelt", "haamlet", "hamet", "Hemlet", "ophelai"])
def test_typos_are_matched(slip: str) -> None:
    assert found(slip) == ["hamlet"]


@pytest.mark.parametrize("text", ["xyzzy", "ham let zzz", "amh", "qqqqqqqq"])
def test_dissimilar_words_match_nothing(text: str) -> None:
    assert found(text) == []


def test_exact_match_excludes_similar_words() -> None:
    camlet = audition(id="camlet", project="Camlet", role="")
    assert found("hamlet", HAMLET, camlet) == ["hamlet"]
    ball, guest = audition(id="ball", notes="masquerade"), audition(id="guest", notes="masquer")
    assert found("masquera", ball, guest) == ["ball"]
    assert found("macbeth is:open", CLOSED, read_on(1, id="open", project="Macbet")) == []


def test_negated_words_are_matched_exactly() -> None:
    assert found("-amhlet") == ["hamlet", "seagull", "macbeth"]
    assert found("-hamlet") == ["seagull", "macbeth"]


def test_accents_and_case_do_not_matter() -> None:
    assert found("ZOE") == found("zoë") == ["seagull"]


def test_matcher_follows_edits() -> None:
    finder = QueryMatcher()
    assert found("ophelia", HAMLET, SEAGULL, finder=finder) == ["hamlet"]
    edited = replace(HAMLET, role="Gertrude")
    assert found("gertrude", edited, SEAGULL, finder=finder) == ["hamlet"]
    assert found("ophelia", edited, SEAGULL, finder=finder) == []
    assert found("gertrued", edited, SEAGULL, finder=finder) == ["hamlet"]


def test_every_text_field_is_searched() -> None:
    told = replace(
        SEAGULL,
        rounds=(
            done(3, wore="green coat", reflection=reflection(felt_off="swallowed the ending")),
        ),
        feedback=(Feedback(text="did not read old enough"),),
        breakdown="a weary ferrywoman",
        notes="[bold",
    )
    for words in ("green coat", '"old enough"', "swallowed", "ferrywoman", "[bold"):
        assert found(words, HAMLET, told) == ["seagull"]


@pytest.mark.parametrize("kept", ["Don\u2019t Look", "Don't Look", "Don`t Look", "DON\u2018T LOOK"])
@pytest.mark.parametrize(
    "typed",
    ["don't", "don\u2019t", "project:don't", "project:“don\u2019t look”", '"don\u201bt look"'],
)
def test_any_apostrophe_matches(kept: str, typed: str) -> None:
    assert found(typed, HAMLET, audition(id="dont", project=kept, role="")) == ["dont"]
