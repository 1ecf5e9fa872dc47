import pytest

from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.front_matter import split_front_matter

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


def test_front_matter_values_stay_strings() -> None:
    front, body = split_front_matter(
        "---\ntitle: no\nreviewed: 2026-11-22\ntopics: [a, 'b: c', 1]\n---\nBody\n---\n"
    )
    assert front == {"title": "no", "reviewed": "2026-11-22", "topics": ["a", "b: c", "1"]}
    assert body == "Body\n---"


@pytest.mark.parametrize(
    ("front", "mend"),
    [
        (BOMB, "uses & or"),
        ("title: *missing", "uses & or"),
        ("title: !!python/object/apply:os.system [id]", "uses a ! tag"),
        ("title: !!binary aGk=", "uses a ! tag"),
        ("!!map\ntitle: x", "uses a ! tag"),
        ("title: {deep: er}", "names of its own"),
        ("topics: [[a]]", "a list in a list"),
        # The libyaml that PyYAML 6.0.4 ships limits nested brackets itself.
        pytest.param("topics: " + "[" * 20_000, "a list in a list|near line", id="deep"),
        ("? [a]\n: b", "isn't a plain word"),
        ("title: a\ntitle: b", "is in the front matter twice"),
        ("- a\n- b", "isn't a list of names"),
        ("title: a: b", "near line"),
        ("title: 'open", "near line"),
        pytest.param("title: " + "x" * 70_000, "over 64 KB", id="long"),
        ("title: \x1b", "cannot be read"),
    ],
)
def test_advanced_yaml_in_front_matter_is_refused(front: str, mend: str) -> None:
    with pytest.raises(ArticleError, match=mend):
        split_front_matter(f"---\n{front}\n---\nBody\n")


def test_text_before_the_front_matter_is_an_error() -> None:
    with pytest.raises(ArticleError, match="No front matter"):
        split_front_matter("Hello\n---\ntitle: x\n---\nBody")
