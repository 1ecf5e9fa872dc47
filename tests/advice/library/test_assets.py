"""The files in assets/ are complete, kind, in our own words, and fair to everyone they name."""

import re

import pytest

from callbacktui.advice.library.library import SEED, open_library
from callbacktui.advice.tips.rules_in_order import RULES
from callbacktui.advice.tips.tip import Rule

LIBRARY = open_library()
MOMENTS = {rule.name for rule in RULES}

SHAMING = re.compile(
    r"\b(reject\w*|fail\w*|losers?|streak\w*|should have|your fault|mistakes?|asham\w*|shame\w*|"
    r"disappoint\w*|not good enough|terrible|pathetic|lazy|blame\w*|unfortunately|never give up|"
    r"you must|hurry|last chance|better than (other|most)|rank\w*)\b|!",
    re.IGNORECASE,
)
KINDLY_MEANT = re.compile("not a rejection")
QUOTES = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u2039\u203a`]|(?<!\\w)'|'(?!\\w)")

FACTS = {
    0: ("not proof of bad work", "Newer actors", "misunderstanding",
        "Jen Rudin, casting director", "countless reasons"),
    1: ("Height", "age range", "chemistry", "Michael Sanford", "casting associate",
        "commercial casting director", "6'4", "5'2", "cut or trimmed", "already cast",
        "confuse viewers", "formality", "network or union rules", "Denise", "podcast", "pilot",
        "producer's niece"),
    2: ("keeps files", "Lisa London, casting director", "something special",
        "Jesse Tyler Ferguson", "six months later"),
    3: ("couple of weeks", "another direction", "not to be taken personally",
        "Risa Bramon Garcia", "casting agent", "casting director", "next one may be yours"),
    4: ("Clarity", "clear and grounded", "Direction", "shift", "Pacing", "rush", "drag",
        "Margie Haber, coach", "a chance to get better", "bring myself", "listen",
        "Film yourself", "coach or a mentor"),
    5: ("among the most successful", "Meryl Streep", "not pretty enough for King Kong",
        "Viola Davis", "years without callbacks", "her career took off", "Chris Pratt", "van",
        "hundreds of auditions", "kept going", "Brie Larson", "Oscar", "more than a hundred",
        "part of the game", "no verdict"),
    6: ("Keep track", "Patterns", "work before the jobs", "class regularly", "Network",
        "courteous", "a film, a reel, a web series", "Marci Liroff, casting director",
        "each no as a step"),
    7: ("legal reasons", "lack of time", "isn't that they don't care", "relationship",
        "politely", "agent", "Sam Nelson", "read old enough", "came across as younger",
        "peace", "Trust your gut"),
    8: ("quiet stretches", "persistence", "those who succeed from those who quit",
        "Brian Tyree Henry", "kept free", "Bryan Cranston", "great audition",
        "not in his hands", "keep showing up", "who is watching", "tonight"),
}  # fmt: skip

PEOPLE = (
    "Jen Rudin", "Michael Sanford", "Denise", "Lisa London", "Jesse Tyler Ferguson",
    "Risa Bramon Garcia", "Margie Haber", "Meryl Streep", "Viola Davis", "Chris Pratt",
    "Brie Larson", "Marci Liroff", "Sam Nelson", "Brian Tyree Henry", "Bryan Cranston",
)  # fmt: skip


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("place", FACTS)
def test_each_section_of_the_first_article_has_its_facts(place: int) -> None:
    text = words(LIBRARY.article(SEED).sections[place].text).lower()
    assert [fact for fact in FACTS[place] if fact.lower() not in text] == []


def test_first_article_has_nine_sections_and_credits() -> None:
    article = LIBRARY.article(SEED)
    assert len(article.sections) == 9
    assert (article.answers_by, article.answers_photo) == ("Jim Webb", "Andrew Neel (Pexels)")
    assert "have not checked" in words(article.lead)


@pytest.mark.parametrize("slug", LIBRARY.slugs)
def test_every_article_is_complete_kind_and_dated(slug: str) -> None:
    article = LIBRARY.article(slug)
    text = "\n".join([article.lead, *(f"{s.title}\n{s.text}" for s in article.sections)])
    head = (article.title, article.subtitle, article.question, article.author, article.reviewed)
    assert all(head)
    assert article.topics
    assert article.sources
    assert set(article.moments) <= MOMENTS
    assert SHAMING.findall(KINDLY_MEANT.sub("", f"{text} {' '.join(head)}")) == []
    assert QUOTES.findall(text) == []
    assert article.lead.startswith("The short answer")
    assert "tonight" in article.sections[-1].text.lower()
    assert all(section.text for section in article.sections)
    assert 500 <= len(text.split()) <= 1100


def test_contested_terms_are_marked_as_contested() -> None:
    words_of_holds = LIBRARY.article("avail-pin-hold").section("the-words-one-at-a-time")
    assert words_of_holds is not None
    contested = [point for point in words_of_holds.points if "contested" in point]
    assert [point.split(":")[0] for point in contested] == ["Pin, or pinned", "Hold"]
    wear = LIBRARY.article("what-to-wear-to-a-callback").section("why-some-say-otherwise")
    assert wear is not None
    assert "contested" in wear.text


def test_first_article_names_its_source_once_and_each_person_once_per_section() -> None:
    article = LIBRARY.article(SEED)
    assert article.sources == (
        f"{article.answers}, by Jim Webb, Acting Magazine, May 2025, retold in our own words",
    )
    for section in article.sections:
        assert "Webb" not in section.text
        for person in PEOPLE:
            surname = person.split()[-1]
            assert len(re.findall(rf"\b{surname}\b", section.text)) <= 1


@pytest.mark.parametrize("slug", LIBRARY.slugs)
def test_no_article_cites_this_program_as_a_source(slug: str) -> None:
    assert [s for s in LIBRARY.article(slug).sources if "callbacktui" in s] == []


def test_every_person_has_a_paraphrased_voice() -> None:
    assert tuple(voice.name for voice in LIBRARY.voices) == PEOPLE
    for voice in LIBRARY.voices:
        section = LIBRARY.article(voice.article).section(voice.section)
        assert section is not None
        assert voice.name in words(section.text)
        assert voice.trade
        assert "as told" in voice.told_in
        assert "by Jim Webb" in voice.told_in
        assert f"{LIBRARY.article(SEED).answers} (Acting Magazine, May 2025)" in voice.told_in
        assert voice.briefly == "as told by Jim Webb in Acting Magazine"
        assert QUOTES.findall(f"{voice.point} {voice.note}") == []
        assert SHAMING.findall(f"{voice.point} {voice.note}") == []
        assert len(voice.point) <= 200
        assert voice.moments
        assert set(voice.moments) <= MOMENTS


def test_doubt_about_a_persons_trade_is_noted() -> None:
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
