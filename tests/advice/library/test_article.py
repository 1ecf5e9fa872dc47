import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.advice.library.article import (
    as_document,
    as_entry,
    bullet_points,
    parse_article,
    slug_of,
    split_sections,
)
from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.voices import Voice

TEXT = """---
title: Who reads with me
question: Where do I find a reader?
topics:
  - self-tapes
answers: On readers
answers_by: Somebody
answers_photo: Somebody else
reviewed: 2026-11-22
---

First ask a friend.

## A friend's ear

Words.

- One point
  over two lines.
- Another.

## A friend's ear

### A smaller heading
Again.
"""


def test_article_is_parsed_into_head_lead_and_sections() -> None:
    article = parse_article(TEXT, "readers")
    assert (article.title, article.reviewed) == ("Who reads with me", "2026-11-22")
    assert article.lead == "First ask a friend."
    assert [s.slug for s in article.sections] == ["a-friends-ear", "a-friends-ear-2"]
    assert article.sections[0].points == ("One point over two lines.", "Another.")
    assert article.sections[1].text == "### A smaller heading\nAgain."
    assert article.section("a-friends-ear-2") is article.sections[1]
    assert article.section("elsewhere") is None
    assert article.credit == "On readers, an article by Somebody; its photo by Somebody else"


def test_json_document_has_the_documented_shape() -> None:
    article = parse_article(TEXT, "readers")
    voice = Voice(name="N", trade="coach", point="P", told_in="T", section="s", article="readers")
    other = Voice(name="O", trade="coach", point="P", told_in="T", section="s", article="other")
    document = as_document(article, voices=[voice, other], tips=["Tip."], related=[article])
    assert document["sections"][0]["title"] == "A friend's ear"
    assert {"title", "text", "points"} <= document["sections"][0].keys()
    assert [s["speaker"] for s in document["sayings"]] == ["N"]
    assert {"speaker", "trade", "words"} <= document["sayings"][0].keys()
    assert {"title", "author", "credit", "teaser", "topics"} <= document["related"][0].keys()
    assert document["tips"] == ["Tip."]
    assert document["imported"] is False
    assert as_entry(article, bookmarked=True) == {
        "slug": "readers",
        "title": "Who reads with me",
        "question": "Where do I find a reader?",
        "topics": ["self-tapes"],
        "imported": False,
        "bookmarked": True,
    }


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("## Only a body\nWords.", "begin with a line ---"),
        ("---\ntitle: Never closed\n## A\n", "close it"),
        ("---\ntopics:\n  - a\n---\n## A\nx", "add a line `title"),
        ("---\ntitle: T\n---\nNo sections.", "begin each with a line `## "),
        ("---\ntitle: T\n---\n## \nx", "write some words after"),
        ("---\ntitle: T\ncolour: red\n---\n## A\nx", "No article has 'colour'"),
        ("---\ntitle:\n  - T\n---\n## A\nx", "write it as one line"),
        ("---\ntitle: T\ntopics: a\n---\n## A\nx", "write a list"),
        ("---\ntitle: T\n---\n## A\n" + "x" * 1_100_000, "keep the part you read"),
    ],
)
def test_invalid_article_is_refused_with_a_way_to_fix_it(text: str, mend: str) -> None:
    with pytest.raises(ArticleError, match=mend.replace("(", r"\(")):
        parse_article(text, "broken")


def test_control_characters_are_made_visible() -> None:
    article = parse_article(TEXT.replace("Words.", "Words.\x1b[2J"), "readers")
    assert "\x1b" not in article.sections[0].text
    assert "\u241b" in article.sections[0].text


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=6))
def test_section_slugs_are_unique_and_stable(titles: list[str]) -> None:
    body = "\n".join(f"## x {' '.join(title.split())}\ntext" for title in titles)
    _, found = split_sections(body)
    assert len({section.slug for section in found}) == len(found) == len(titles)
    assert split_sections(body)[1] == found


def test_slugs_and_bullet_points_in_edge_cases() -> None:
    assert slug_of("Été, at 6'4?") == "ete-at-64"
    assert slug_of("?!") == "section"
    assert bullet_points("text\n- a\n\n  b\n* c\nd") == ("a", "c")
