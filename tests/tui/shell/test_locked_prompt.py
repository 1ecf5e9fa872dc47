"""The message that another window has the auditions open."""

import pytest

from callbacktui.store.base.errors import StoreLocked
from callbacktui.tui.already_open_prompt import holder_words
from tests.factories import NOW


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        (
            StoreLocked(412, "loft", NOW.subtract(hours=2).isoformat()),
            f"Process 412 on this computer has them, since today, {NOW.subtract(hours=2):%H:%M}.",
        ),
        (
            StoreLocked(412, "loft", NOW.subtract(days=3).isoformat()),
            f"since {NOW.subtract(days=3):%a %-d %b}",
        ),
        (StoreLocked(9, "studio\x1b[2J", "tonight"), "another computer, studio"),
        (StoreLocked(None, "", ""), "left no word of where"),
    ],
)
def test_lock_holder_is_described(holder: StoreLocked, words: str) -> None:
    said = holder_words(holder, NOW, "loft")
    assert words in said
    assert "fg" in said
    assert "\x1b" not in said
