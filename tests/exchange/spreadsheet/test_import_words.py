"""The meanings that a word of a sheet can be given are read back as what they say."""

import pendulum
import pytest

from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.types import Mending
from callbacktui.exchange.spreadsheet.vocabulary_tables import in_short, meanings_of, parse_word
from tests.exchange.spreadsheet.read_sheet import read_sheet

NOW = pendulum.datetime(2026, 11, 22, 15, 30, tz="America/New_York")
HEADINGS = {
    Field.RESULT: "Result",
    Field.FORMAT: "Format",
    Field.MEDIUM: "Medium",
    Field.SIZE: "Size",
    Field.UNION: "Union",
    Field.SOURCE: "Source",
}


@pytest.mark.parametrize("field", HEADINGS)
def test_each_meaning_is_read_by_its_label(field: Field) -> None:
    meanings = meanings_of(field)
    assert meanings
    for label, text in meanings:
        sheet = f"Date,Project,{HEADINGS[field]}\n2026-11-14,Tin Kettle,glorp\n"
        word, said = parse_word(f"glorp={text}")
        reading = read_sheet(
            sheet, NOW, mending=Mending(columns={HEADINGS[field]: field}, words={word: said})
        )
        [found] = reading.words
        assert in_short(found.read).startswith(label.partition(" (")[0]), text


def test_word_assigned_to_the_notes_is_kept_there() -> None:
    sheet = "Date,Project,Result,Medium\n2026-11-14,Tin Kettle,callback,film\n"
    words = dict(map(parse_word, ("callback=notes", "film=notes")))
    reading = read_sheet(sheet, NOW, mending=Mending(words=words))
    [row] = reading.rows
    assert set(row.audition.notes.split("\n")) == {"Result: callback", "Medium: film"}
    assert [word.read for word in reading.words] == ["", ""]
    assert reading.noted == {"Result": 1, "Medium": 1}
