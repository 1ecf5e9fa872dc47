"""All text that the actor may read is kind, plain and exact.

Checks all strings in the source, except docstrings and patterns, and all assets. The docstrings
in `cli` are checked, too, since they are the --help text.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READ_NOT_SAID = {
    *(
        "result_text.py",
        "result_phrases.py",
        "result_words.py",
        "condition_keywords.py",
        "search_aliases.py",
        "search_words.py",
        "control_char_filter.py",
        "take_office_place_title.py",
    ),
    *("english_spelling.py", "cell_words.py", "headings.py"),
}
"""Modules with words and signs that are recognized in what an actor wrote, and never shown."""

SOURCES = sorted(
    source
    for source in (ROOT / "src" / "callbacktui").rglob("*.py")
    if source.name not in READ_NOT_SAID
)
HIDDEN = "search_words.toml"  # what actors type in a bad hour; none of it is ever shown
ASSETS = sorted(
    p
    for p in (ROOT / "assets").rglob("*")
    if p.suffix in {".md", ".toml", ".json"} and p.name != HIDDEN
)

EXCLAIMED = re.compile(r"[^\W\d_][”\"')]*!+(?=[\s”\"')]|$)")
EMOJI = re.compile("[\U0001f000-\U0001faff\u2728\u2764\ufe0f]")
SHAMING = re.compile(
    r"\b(reject\w*|fail|failed|failures?|los(?:er|ers)|lazy|blew|bombed|pathetic|hopeless|worthless"
    r"|untalented|embarrass\w*|asham\w*|shame\w*|terrible|awful|streaks?|rankings?|you should have"
    r"|give up|gave up|stupid|ruined|disappoint\w*|your fault|mistakes?)\b",
    re.IGNORECASE,
)
STILTED = re.compile(
    r"\b(stands (?:in|on|for|at|by|beside|behind|there|again|twice|as)"
    r"|(?<!there )is no (?!longer)[a-z]+|whom|the trade(?! press)|for the case that|jumpers?"
    r"|supper|telephon\w+|the net|colours?|programmes?|practis\w+|learnt|neighbours?|grey"
    r"|theatres?|towards|afterwards|resumes|cast otherwise)\b",
    re.IGNORECASE,
)
"""Words that nobody says aloud, or not in the United States."""

A_READ = re.compile(
    r"\b(?:the|an?|this|that|another|each|every|any|no|of|my|your|our|first|last|next|earlier|later"
    r"|settled|only|one) reads?\b(?! (?:only|it|from|back|by))|\breads, tapes?\b"
    r"|\breads (?:in|of|and)\b|\breads? (?:was|is|were|are) given\b|\bfirst reading\b",
    re.IGNORECASE,
)
"""What casting calls a read, and an actor an audition; a cold read or a table read stays."""

AS_THEY_SPELL_IT = re.compile("Theatre Development Fund|#?theatre(?!s)|[a-z]+(?:-[a-z]+)+")
"""A name, a value of the data file, and slugs and names of rules, which are never shown."""

KINDLY_MEANT = (
    "not a rejection",  # Risa Bramon Garcia's point
    "a hundred failed auditions",  # Brie Larson's own count
    "Acting Made Stupid Simple",  # a source, which is called so
)


def strings(source: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    spoken = "cli" in source.relative_to(ROOT).parts
    silent = set() if spoken else {id(d) for d in _docstrings(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) not in silent:
            yield node.lineno, node.value


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the docstrings, including those of constants and attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def faults(text: str) -> list[str]:
    kind = text
    for phrase in KINDLY_MEANT:
        kind = re.sub(phrase, "", kind, flags=re.IGNORECASE)
    return [found[0] for rule in (EXCLAIMED, EMOJI, SHAMING) for found in rule.finditer(kind)]


@pytest.mark.parametrize(
    "text",
    ["Well done!", "You were rejected.", "A third failure", "Sent \U0001f389", "“Saved!” it said"],
)
def test_unkind_words_are_caught(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("text", ["!tape due fri", "a != b", "They went another way."])
def test_plain_words_pass(text: str) -> None:
    assert not faults(text)


@pytest.mark.parametrize(
    "text", ["It stands in the breakdown.", "This is no read", "with whom", "a word of the trade"]
)
def test_stilted_words_are_caught(text: str) -> None:
    assert STILTED.search(text)


@pytest.mark.parametrize(
    "text", ["After the read, r asks.", "No read is to come", "12 settled reads", "reads, tapes"]
)
def test_audition_called_a_read_is_caught(text: str) -> None:
    assert A_READ.search(text)


@pytest.mark.parametrize(
    "text", ["a cold read", "a chemistry read", "Read the scene.", "The file is read as it is."]
)
def test_other_uses_of_read_pass(text: str) -> None:
    assert not A_READ.search(text)


def test_no_string_calls_an_audition_a_read() -> None:
    found = [
        f"{source.relative_to(ROOT)}:{line}: {text}"
        for source in SOURCES
        if not {"invitation", "quick_line"} & set(source.parts)  # they read what others wrote
        for line, text in strings(source)
        if A_READ.search(text)
    ]
    found += [
        f"{asset.relative_to(ROOT)}:{number}: {line.strip()}"
        for asset in ASSETS
        for number, line in enumerate(asset.read_text(encoding="utf-8").splitlines(), 1)
        if A_READ.search(line) and not line.startswith("also = ")
    ]
    assert not found, "\n".join(found)


def test_no_asset_is_stilted() -> None:
    articles = [asset for asset in ASSETS if asset.suffix in {".md", ".toml"}]
    found = [
        f"{asset.relative_to(ROOT)}:{number}: {line.strip()}"
        for asset in articles
        for number, line in enumerate(asset.read_text(encoding="utf-8").splitlines(), 1)
        if STILTED.search(AS_THEY_SPELL_IT.sub("", line))
    ]
    assert not found, "\n".join(found)


def test_no_string_in_the_source_shouts_or_shames() -> None:
    found = [
        f"{source.relative_to(ROOT)}:{line}: {words}"
        for source in SOURCES
        for line, text in strings(source)
        if (words := faults(text))
    ]
    assert not found, "\n".join(found)


def test_no_string_in_the_source_is_stilted() -> None:
    found = [
        f"{source.relative_to(ROOT)}:{line}: {text}"
        for source in SOURCES
        if "invitation" not in source.parts  # it reads words that others wrote
        for line, text in strings(source)
        if STILTED.search(AS_THEY_SPELL_IT.sub("", text))
    ]
    assert not found, "\n".join(found)


def test_all_word_lists_are_checked() -> None:
    read = {path.relative_to(ROOT).as_posix() for path in (*SOURCES, *ASSETS)}
    tips = {
        p.relative_to(ROOT).as_posix()
        for p in SOURCES
        if p.parent.name == "rules" and p.name != "__init__.py"
    }
    assert len(tips) == 8
    assert tips | {"assets/voices.toml", "assets/glossary.toml"} <= read
    assert sum(path.startswith("assets/advice/") for path in read) == 43


def test_no_asset_shouts_or_shames() -> None:
    assert ASSETS
    found = [
        f"{asset.relative_to(ROOT)}:{number}: {words}"
        for asset in ASSETS
        for number, line in enumerate(asset.read_text(encoding="utf-8").splitlines(), 1)
        if (words := faults(line))
    ]
    assert not found, "\n".join(found)
