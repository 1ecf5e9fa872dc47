"""The files in assets/ are complete, kind, in our own words, and fair to everyone they name."""

import re

import pytest

from callbacktui.advice.library.library import SEED, open_library
from callbacktui.advice.tips.table import RULES
from callbacktui.advice.tips.tip import Rule

LIBRARY = open_library()
MOMENTS = {rule.name for rule in RULES}

SHAMING = re.compile(
    r"\b(reject\w*|fail\w*|losers?|streak\w*|should have|your fault|mistakes?|asham\w*|shame\w*|"
    r"disappoint\w*|not good enough|terrible|pathetic|lazy|blame\w*|unfortunately|never give up|"
    r"you must|hurry|last chance|better than (other|most)|rank\w*)\b|!",
    re.IGNORECASE,
)
QUOTES = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u2039\u203a`]|(?<!\\w)'|'(?!\\w)")

FACTS = {
    0: ("not proof of bad work", "Newer actors", "misunderstanding", "Jen Rudin, casting director"),
    1: ("Height", "age range", "chemistry", "Michael Sanford", "casting associate", "6'4", "5'2",
        "cut or trimmed", "already cast", "confuse viewers", "formality", "network or union rules",
        "Denise", "podcast", "pilot", "producer's niece"),
    2: ("keeps files", "Lisa London, casting director", "Jesse Tyler Ferguson", "six months later"),
    3: ("couple of weeks", "another direction", "not to be taken personally",
        "Risa Bramon Garcia", "casting agent", "casting director"),
    4: ("Clarity", "clear and grounded", "Direction", "shift", "Pacing", "rush", "drag",
        "Margie Haber, coach", "bring myself", "listen", "Film yourself", "coach or a mentor"),
    5: ("Meryl Streep", "not pretty enough for King Kong", "Viola Davis", "years without callbacks",
        "Chris Pratt", "van", "hundreds of auditions", "Brie Larson", "more than a hundred",
        "part of the game", "no verdict"),
    6: ("Keep track", "Patterns", "work before the jobs", "class regularly", "Network", "courteous",
        "a film, a reel, a web series", "Marci Liroff, casting director", "each no as a step"),
    7: ("legal reasons", "want of time", "relationship", "politely", "agent", "Sam Nelson",
        "old enough", "peace", "Trust your gut"),
    8: ("silent stretches", "persists", "Brian Tyree Henry", "kept free", "Bryan Cranston",
        "great audition", "not in your hands", "keep showing up", "who is watching", "tonight"),
}  # fmt: skip

PEOPLE = (
    "Jen Rudin", "Michael Sanford", "Denise", "Lisa London", "Jesse Tyler Ferguson",
    "Risa Bramon Garcia", "Margie Haber", "Meryl Streep", "Viola Davis", "Chris Pratt",
    "Brie Larson", "Marci Liroff", "Sam Nelson", "Brian Tyree Henry", "Bryan Cranston",
)  # fmt: skip


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("place", FACTS)
def test_each_section_of_the_seed_carries_its_facts(place: int) -> None:
    text = words(LIBRARY.article(SEED).sections[place].text).lower()
    assert [fact for fact in FACTS[place] if fact.lower() not in text] == []


def test_the_seed_has_nine_sections_and_its_head() -> None:
    article = LIBRARY.article(SEED)
    assert len(article.sections) == 9
    assert (article.answers_by, article.answers_photo) == ("Jim Webb", "Andrew Neel (Pexels)")
    assert "we have not checked" in words(article.lead)


@pytest.mark.parametrize("slug", LIBRARY.slugs)
def test_every_article_is_whole_kind_and_dated(slug: str) -> None:
    article = LIBRARY.article(slug)
    text = "\n".join([article.lead, *(f"{s.title}\n{s.text}" for s in article.sections)])
    head = (article.title, article.subtitle, article.question, article.author, article.reviewed)
    assert all(head)
    assert article.topics
    assert article.sources
    assert set(article.moments) <= MOMENTS
    assert SHAMING.findall(f"{text} {' '.join(head)}") == []
    assert QUOTES.findall(text) == []
    assert article.lead.startswith("The short answer")
    assert "tonight" in article.sections[-1].text.lower()
    assert all(section.text for section in article.sections)
    assert 500 <= len(text.split()) <= 1100


def test_contested_words_are_called_contested() -> None:
    words_of_holds = LIBRARY.article("avail-pin-hold").section("the-words-one-at-a-time")
    assert words_of_holds is not None
    contested = [point for point in words_of_holds.points if "contested" in point]
    assert [point.split(":")[0] for point in contested] == ["Pin, or pinned", "Hold"]
    wear = LIBRARY.article("what-to-wear-to-a-callback").section("why-some-say-otherwise")
    assert wear is not None
    assert "contested" in wear.text


def test_everybody_has_a_voice_in_our_words() -> None:
    assert tuple(voice.name for voice in LIBRARY.voices) == PEOPLE
    for voice in LIBRARY.voices:
        section = LIBRARY.article(voice.article).section(voice.section)
        assert section is not None
        assert voice.name in words(section.text)
        assert voice.trade
        assert "as told" in voice.told_in
        assert "article by Jim Webb" in voice.told_in
        assert QUOTES.findall(f"{voice.point} {voice.note}") == []
        assert SHAMING.findall(f"{voice.point} {voice.note}") == []
        assert len(voice.point) <= 200
        assert voice.moments
        assert set(voice.moments) <= MOMENTS


def test_the_doubt_about_a_trade_is_told() -> None:
    risa = next(voice for voice in LIBRARY.voices if voice.name == "Risa Bramon Garcia")
    assert "casting agent" in risa.note


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_tip_is_kind(rule: Rule) -> None:
    assert SHAMING.findall(rule.text) == []
    assert QUOTES.findall(rule.text) == []
    nudges = (
        r"\b(ask (them|the office|casting)|check in|reach out|follow up|write to them|call them)\b"
    )
    assert re.findall(nudges, rule.text, re.IGNORECASE) == []
