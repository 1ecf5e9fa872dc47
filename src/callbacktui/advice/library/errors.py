"""What can be wrong with an article, said with the way to mend it."""


class ArticleError(ValueError):
    """A text that is no article as it stands; the message names the mend."""


class NoSuchArticle(ArticleError):
    """A slug that nothing on the shelf answers to."""
