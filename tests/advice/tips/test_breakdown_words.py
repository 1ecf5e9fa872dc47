"""What a breakdown mentions is told from words that only look like it."""

import pytest
from msgspec.structs import replace

from callbacktui.advice.tips.conditions import breakdown_words
from callbacktui.advice.tips.tip import When
from tests.advice.tips.sample_contexts import PENDING, asked, on

MEANT: dict[When, tuple[str, ...]] = {
    breakdown_words.dialect: (
        "Warm, with a Yorkshire accent.",
        "Southern dialect a plus",
        "Accents welcome",
        "Heavily accented English",
    ),
    breakdown_words.tears: (
        "In tears by the end.",
        "She tears up at the news.",
        "He tears up.",
        "Must be able to cry on cue",
        "Crying, she leaves",
        "Tears roll down her face",
        "On the verge of tears",
        "She sobs.",
        "tearful",
    ),
    breakdown_words.body: (
        "Slim, any height",
        "overweight",
        "Plus-size actors encouraged",
        "Has lost some weight",
        "Height and weight:",
        "A slender man of forty",
    ),
    breakdown_words.glasses: (
        "No glasses.",
        "Wears thick glasses",
        "Please remove your glasses",
        "Glasses optional",
        "A bespectacled clerk",
        "glasses",
    ),
}
ONLY_ALIKE: dict[When, tuple[str, ...]] = {
    breakdown_words.dialect: (
        "Accentuate the positive",
        "Paints an accent wall",
        "accent lighting",
    ),
    breakdown_words.tears: (
        "He tears up the bill.",
        "She tears up her letter",
        "A far cry from home",
        "Stop crying wolf",
        "A war cry goes up",
        "cries out",
        "tears across the yard",
    ),
    breakdown_words.body: (
        "Carries the weight of the family.",
        "A heavyweight of the city",
        "On thin ice with his boss",
        "A slim chance",
        "Her patience is wearing thin",
        "thin-skinned",
        "throws his weight around",
    ),
    breakdown_words.glasses: (
        "Comes in with a tray of glasses.",
        "Two glasses of wine on the table",
        "with champagne glasses",
        "raises his glasses of beer",
        "clinking glasses",
    ),
}


def found(when: When, text: str, where: str) -> str | None:
    """Return the reason for a text in the breakdown or in the instructions."""
    if where == "instructions":
        return when(on(replace(PENDING, rounds=(asked(specs=text),))))
    return when(on(replace(PENDING, breakdown=text)))


@pytest.mark.parametrize("where", ["breakdown", "instructions"])
@pytest.mark.parametrize(("when", "text"), [(w, t) for w, texts in MEANT.items() for t in texts])
def test_words_with_a_meaning_are_found(when: When, text: str, where: str) -> None:
    assert (found(when, text, where) or "").startswith(f"because the {where} mention")


@pytest.mark.parametrize(
    ("when", "text"), [(w, t) for w, texts in ONLY_ALIKE.items() for t in texts]
)
def test_lookalike_words_are_not_found(when: When, text: str) -> None:
    assert found(when, text, "breakdown") is None
    assert found(when, text, "instructions") is None
