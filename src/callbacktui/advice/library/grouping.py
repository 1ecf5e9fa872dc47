"""Groups articles for the library: those that fit right now first, then each under one topic."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from callbacktui.advice.library.article import Article
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.rules_in_order import DAILY, RULES
from callbacktui.domain.base_classes import Value

_FITTING_AT_MOST: Final = 4


class Fit(Value, frozen=True, kw_only=True):
    """An article that fits right now: the section to open it at, and why it fits."""

    article: Article
    section: str = ""
    reason: str


def fitting_articles(context: Context, articles: Iterable[Article]) -> tuple[Fit, ...]:
    """Return up to four articles that fit the context, those of the most pressing rule first."""
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


def group_by_topic(articles: Iterable[Article]) -> dict[str, list[Article]]:
    """Group the articles by topic, largest group first.

    Each article is listed once, under the first of its topics that other articles lead with, too.
    """
    shelved = sorted(articles, key=lambda article: article.title)
    leading = Counter(topic for article in shelved for topic in article.topics[:1])
    groups: dict[str, list[Article]] = {}
    for article in shelved:
        shared = (topic for topic in article.topics if leading[topic] > 1)
        topic = next(shared, next(iter(article.topics), "other"))
        groups.setdefault(topic, []).append(article)
    return dict(sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])))
