from callbacktui.advice.library.grouping import fitting_articles, group_by_topic
from callbacktui.advice.library.library import open_library
from callbacktui.advice.tips.context import Context
from tests.factories import NOW, read_on

LIBRARY = open_library()


def test_every_article_is_grouped_under_one_of_its_topics() -> None:
    groups = group_by_topic(LIBRARY.articles)
    stood = [article.slug for group in groups.values() for article in group]
    assert sorted(stood) == sorted(LIBRARY.slugs)
    assert all(topic in article.topics for topic, group in groups.items() for article in group)
    sizes = [len(group) for group in groups.values()]
    assert sizes == sorted(sizes, reverse=True)


def test_fitting_articles_give_their_reason() -> None:
    quiet = Context(now=NOW, audition=read_on(22))
    fits = fitting_articles(quiet, LIBRARY.articles)
    assert 1 <= len(fits) <= 4
    assert fits[0].article.slug == "silence-after-an-audition"
    assert fits[0].section
    assert "22 days" in fits[0].reason
    assert len({fit.article.slug for fit in fits}) == len(fits)


def test_no_article_is_suggested_without_an_audition() -> None:
    assert fitting_articles(Context(now=NOW), LIBRARY.articles) == ()
