import subprocess
import sys
from pathlib import Path

import pytest

from callbacktui.advice.library.errors import ArticleError, NoSuchArticle
from callbacktui.advice.library.library import SEED, Library, open_library

GOOD = "---\ntitle: {0}\ntopics:\n  - {1}\n---\n## A\nWords.\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Library:
    folder = tmp_path / "advice"
    folder.mkdir()
    for slug, topic in (("one", "a"), ("two", "a"), ("three", "b")):
        (folder / f"{slug}.md").write_text(GOOD.format(slug, topic), encoding="utf-8")
    return Library(tmp_path)


def test_reading_one_article_does_not_parse_the_others(shelf: Library, tmp_path: Path) -> None:
    (tmp_path / "advice" / "broken.md").write_text("nothing", encoding="utf-8")
    assert shelf.article("one").title == "one"
    with pytest.raises(ArticleError):
        _ = shelf.articles


def test_article_is_cached(shelf: Library) -> None:
    assert shelf.article("one") is shelf.article("one")
    assert shelf.articles[0] is shelf.article("one")


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("tree", "Near it: three"),
        ("TWO", "Near it: two"),
        ("", "advice list` names them all"),
        ("../voices", "advice list` names them all"),
        ("/etc/passwd", "advice list` names them all"),
    ],
)
def test_unknown_slug_raises_an_error_with_suggestions(
    shelf: Library, slug: str, words: str
) -> None:
    with pytest.raises(NoSuchArticle, match=words):
        shelf.article(slug)


def test_related_articles_share_a_topic(shelf: Library) -> None:
    assert [other.slug for other in shelf.related(shelf.article("one"))] == ["two"]


def test_first_article_comes_first_and_has_a_complete_document() -> None:
    library = open_library()
    assert library.slugs[0] == SEED
    document = library.document(SEED)
    assert len(document["sections"]) == 9
    assert len(document["sayings"]) == 15
    assert document["tips"]
    assert document["related"]
    assert document["imported"] is False


def test_opening_the_library_does_not_import_yaml() -> None:
    code = (
        "import sys; from callbacktui.advice.library.library import open_library; "
        "open_library().voices; print('yaml' in sys.modules or 'frontmatter' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
