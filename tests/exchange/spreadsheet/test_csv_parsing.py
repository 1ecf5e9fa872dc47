"""Rows of text: the short way for rows of one line each gives what the long way does."""

from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from callbacktui.exchange.spreadsheet import csv_parsing
from callbacktui.exchange.spreadsheet.csv_parsing import parse_rows

CELL = st.text(alphabet="ab \"',;\t\x00é“", max_size=6)
QUOTED = CELL.map(lambda cell: '"{}"'.format(cell.replace('"', '""')))
LINE = st.lists(CELL | QUOTED, max_size=4).map(",".join)
LONG = "x" * 200_000


@given(st.lists(LINE, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
@example(["a,b", '"c', 'd",e', "f,g"], "\n")
@example(['a,"b', "c,d"], "\n")
@example(["a,b", "", " , ", "c,d"], "\n")
@example(["sep=,", "a,b"], "\n")
@example(["a,b", f"{LONG},c"], "\n")
def test_fast_and_row_by_row_parsing_agree(lines: list[str], end: str) -> None:
    text = end.join(lines)
    at_once = list(parse_rows(text, ","))
    with patch.object(csv_parsing, "_parse_lines", return_value=[]):
        assert at_once == list(parse_rows(text, ","))
