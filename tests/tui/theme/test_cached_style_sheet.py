"""The style sheet is read again for other colors only, also after one that could not be read."""

import pytest
from textual.css.tokenizer import TokenError

from callbacktui.tui.theme.cached_style_sheet import CachedStyleSheet

BLUE, WRONG = {"hue": "blue"}, {"hue": "]"}


def test_unparsable_colors_can_be_corrected() -> None:
    sheet = CachedStyleSheet(BLUE)
    sheet.add_source("Static { color: $hue; }")
    sheet.parse()
    before = sheet.rules
    sheet.set_variables(dict(BLUE))
    sheet.reparse()
    assert [rule.css for rule in sheet.rules] == [rule.css for rule in before]
    sheet.set_variables(WRONG)
    with pytest.raises(TokenError):
        sheet.reparse()
    sheet.set_variables(dict(BLUE))
    sheet.reparse()
    assert [rule.css for rule in sheet.rules] == [rule.css for rule in before]
    assert sheet._variables == BLUE
