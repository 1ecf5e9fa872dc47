import pytest

from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.voices import as_document, parse_voices

ONE = """
article = "an-article"
[[voice]]
name = "N"
trade = "coach"
point = "Listen."
told_in = "as told somewhere"
section = "a-section"
moments = ["low-listening"]
"""


def test_voice_has_its_article_section_and_source() -> None:
    (voice,) = parse_voices(ONE)
    assert voice.attribution == "a coach, as told somewhere"
    assert as_document(voice) == {
        "name": "N",
        "trade": "coach",
        "point": "Listen.",
        "told_in": "as told somewhere",
        "note": "",
        "article": "an-article",
        "section": "a-section",
        "moments": ["low-listening"],
    }


@pytest.mark.parametrize("text", ["[[voice", '[[voice]]\nname = "N"', "voice = 3"])
def test_invalid_voices_file_raises_an_error(text: str) -> None:
    with pytest.raises(ArticleError, match="voices cannot be read"):
        parse_voices(text)


def test_voices_share_the_source_at_the_top_of_the_file() -> None:
    own = ONE.replace('told_in = "as told somewhere"\n', "")
    shared = 'told_in = "as told in a book"\nbriefly = "as told by B"\n'
    (voice,) = parse_voices(shared + own)
    assert (voice.told_in, voice.attribution) == ("as told in a book", "a coach, as told by B")
