"""How the articles stand: those for this moment first, then each under a topic."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from callbacktui.advice.library.article import Article
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.table import DAILY, RULES
from callbacktui.domain.value import Value

_FITTING_AT_MOST: Final = 4


class Fit(Value, frozen=True, kw_only=True):
    """An article that fits the moment, at a section of it, and why."""

    article: Article
    section: str = ""
    reason: str


def fitting(context: Context, articles: Iterable[Article]) -> tuple[Fit, ...]:
    """Up to four articles for what is on the desk, those of the most pressing rule first."""
    by_slug = {article.slug: article for article in articles}
    found: dict[str, Fit] = {}
    for rule in RULES:
        reason = None if rule.name == DAILY else rule.when(context)
        if not reason:
            continue
        if named := by_slug.get(rule.article):
            found.setdefault(named.slug, Fit(article=named, section=rule.section, reason=reason))
        for article in by_slug.values():
            if rule.name in article.moments:
                found.setdefault(article.slug, Fit(article=article, reason=reason))
    return tuple(found.values())[:_FITTING_AT_MOST]


def by_topic(articles: Iterable[Article]) -> dict[str, list[Article]]:
    """Each article once, under the first of its topics that has company; large topics first."""
    shelved = sorted(articles, key=lambda article: article.title)
    leading = Counter(topic for article in shelved for topic in article.topics[:1])
    groups: dict[str, list[Article]] = {}
    for article in shelved:
        shared = (topic for topic in article.topics if leading[topic] > 1)
        topic = next(shared, next(iter(article.topics), "other"))
        groups.setdefault(topic, []).append(article)
    return dict(sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])))
