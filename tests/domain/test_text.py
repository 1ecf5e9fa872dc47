import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.text import capitalized, clean, clean_line, fold

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ANYTHING = st.text(st.characters(), max_size=40) | st.text(
    st.sampled_from("a\x1b\x07\r\n\t\x85\u2028\u202e\u2066\ud800\u0301é\x9b\x7f"), max_size=20
)


@given(ANYTHING)
def test_cleaned_text_has_no_invisible_characters(text: str) -> None:
    for char in clean(text):
        assert char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
        assert char not in BIDI


@given(ANYTHING)
def test_cleaning_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANYTHING)
def test_a_clean_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert line.splitlines() in ([line], [])
    assert "\t" not in line
    assert line == line.strip()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x7fb", "a␡b"),
        ("\x9b2J", "\u2039009B\u203a2J"),
        ("gnp.\u202etxt", "gnp.\u2039202E\u203atxt"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("tab\there", "tab\there"),
        ("Zoe\u0308", "Zoë"),
        ("[lead] [/", "[lead] [/"),
    ],
)
def test_invisible_characters_are_made_visible(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("unseen", sorted(BIDI))
def test_bidi_control_characters_are_made_visible(unseen: str) -> None:
    assert clean(f"a{unseen}b") == f"a\u2039{ord(unseen):04X}\u203ab"


def test_fold_removes_case_and_accents() -> None:
    assert fold("ZOË Straße") == fold("zoe STRASSE") == "zoe strasse"


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Don\u2019t", "don't"),
        ("O`Brien", "o'brien"),
        ("O\u00b4Brien", "o'brien"),
        ("Hawai\u02bbi", "hawai'i"),
        ("“Sister Act”", '"sister act"'),
        ("«Nana»", '"nana"'),
        ("Wait — don\u2018t", "wait - don't"),
        ("co\u2011star, 1904\u201305", "co-star, 1904-05"),
        ("un\u00adfinished", "unfinished"),
    ],
)
def test_fold_normalizes_quotes_and_dashes(printed: str, typed: str) -> None:
    assert fold(printed) == typed


@pytest.mark.parametrize(
    ("text", "said"),
    [("TV", "TV"), ("self-tape", "Self-tape"), ("on SAG terms", "On SAG terms"), ("", "")],
)
def test_capitalized_changes_only_the_first_letter(text: str, said: str) -> None:
    assert capitalized(text) == said
