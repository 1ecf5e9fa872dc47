"""Errors about articles; each message says how to fix the problem."""


class ArticleError(ValueError):
    """The text cannot be parsed as an article; the message says how to fix it."""


class NoSuchArticle(ArticleError):
    """No article has the slug."""
