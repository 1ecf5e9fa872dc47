"""What the preview of an import asks about a sheet; most answers are a new `Mending`."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from msgspec.structs import replace
from pendulum import DateTime
from textual.screen import ModalScreen

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.text import capitalized, fold
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.rounds_in_one_cell import moment_cell
from callbacktui.exchange.spreadsheet.types import Mending, Table, Unreadable, WordReading
from callbacktui.exchange.spreadsheet.vocabulary_tables import in_short, meanings_of
from callbacktui.session import Session
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.date_field_types import MomentField
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.importing.preview_rows import NOTES

_AS_NOW: Final = "as it is now"
_LETTERS: Final = {
    "": "Find it out", "utf-8": "UTF-8, as nearly all write today", "cp1252": "Windows, western",
    "mac_roman": "Old Mac", "utf-16": "UTF-16, as some exports of Excel",
}  # fmt: skip


class Asking(NamedTuple):
    """How a question is asked (`ask` shows a dialog), and what was said of the sheet so far."""

    ask: Callable[[ModalScreen[Any]], Awaitable[Any]]
    session: Session
    said: Mending
    keys: Mapping[str, str]


async def ask_column(
    asking: Asking, label: str, mapping: Mapping[str, Field | None]
) -> Mending | None:
    """Ask what a column holds; `mapping` is what each holds now."""
    taken = {field: name for name, field in mapping.items() if field}
    choices: list[Choice[Field | str]] = [Choice(NOTES, "The notes", "under its heading")]
    for field in Field:
        if field is not Field.NOTES:
            other = taken.get(field, "")
            about = _AS_NOW if other == label else f"now {other}" if other else ""
            choices.append(Choice(field, capitalized(field.word), about))
    question = ChoiceDialog(f"What does “{label}” hold?", choices, now=mapping.get(label))
    answer = await asking.ask(question)
    if answer is None:
        return None
    field_said = answer if isinstance(answer, Field) else None
    return replace(asking.said, columns={**asking.said.columns, label: field_said})


async def ask_project(asking: Asking, labels: Sequence[str]) -> Mending | None:
    """Ask which column names the project."""
    choices = [Choice(label, label) for label in labels]
    words = "No column is known to hold the project, and each audition needs one."
    question = ChoiceDialog("Which column names the project?", choices, words=words)
    label = await asking.ask(question)
    if label is None:
        return None
    return replace(asking.said, columns={**asking.said.columns, label: Field.PROJECT})


async def ask_word(asking: Asking, word: WordReading) -> Mending | None:
    """Ask what a word means in its column."""
    choices = [Choice("", "The notes", "it means none of these")]
    choices += [
        Choice(text, capitalized(label), _AS_NOW if label == in_short(word.read) else "")
        for label, text in meanings_of(word.field)
    ]
    title = f"What does “{word.written}” mean?"
    now = next((choice.value for choice in choices if choice.about == _AS_NOW), None)
    question = ChoiceDialog(title, choices, words=f"Under {word.column}.", now=now)
    answer = await asking.ask(question)
    if answer is None:
        return None
    return _with_word(asking.said, word.written, answer)


async def ask_day(asking: Asking, bad: Unreadable, order: DateOrder) -> Mending | None:
    """Ask which day was meant by one that cannot be read."""
    kind, now = MomentField(), asking.session.clock()

    def wrong(text: str) -> str:
        problem = kind.problem(text, now, order)
        return problem or ("" if text.strip() else "Write the day.")

    hint = (
        f"Row {bad.row}, {bad.column}: {bad.reason}. {asking.keys['import_notes']} on the row "
        "keeps it in the notes, without a day."
    )
    line = await _ask_line(
        asking,
        f"What day is “{bad.value}”?",
        "import day",
        hint,
        wrong,
        partial(kind.written_out, now=now, order=order),
    )
    when = kind.read(line, now, order) if line else None
    return _with_word(asking.said, bad.value, moment_cell(when, now)) if when else None


async def ask_order(asking: Asking) -> Mending | None:
    """Ask what comes first in a date in figures."""
    orders = [Choice(order, capitalized(order.word)) for order in DateOrder]
    order = await asking.ask(ChoiceDialog("Dates are", orders))
    return replace(asking.said, order=order) if order else None


async def ask_letters(asking: Asking) -> Mending | None:
    """Ask for the encoding of the file."""
    letters = [Choice(codec, name) for codec, name in _LETTERS.items()]
    codec = await asking.ask(ChoiceDialog("Its letters are", letters))
    return None if codec is None else replace(asking.said, encoding=codec)


async def ask_header_row(asking: Asking, now: int) -> Mending | None:
    """Ask which row has the headings, not `now`; what was said of the columns is forgotten."""
    said = asking.said
    taken = f"Now row {now:,} is taken" if now else "Now none is taken"
    line = await _ask_line(
        asking,
        "Which row has the headings?",
        "import headings",
        f"Its number, as the spreadsheet shows it; 0 if there are no headings. {taken}.",
        lambda text: "" if text.strip().isdecimal() else "A number, please.",
    )
    if not line:
        return None
    return Mending(header_row=int(line), sheet=said.sheet, encoding=said.encoding)


async def ask_sheet(asking: Asking, table: Table) -> str | None:
    """Ask which sheet of a workbook is meant; return its name."""
    choices = [Choice(name, name) for name in (table.sheet, *table.other_sheets)]
    words = "Several hold auditions; the others can be imported after it."
    name: str | None = await asking.ask(ChoiceDialog("Which sheet?", choices, words=words))
    return name


async def ask_to_close(asking: Asking, count: int) -> bool:
    """Ask whether to close `count` new auditions that are long over."""
    question = ConfirmDialog(
        "Long over",
        f"{count:,} of the new ones ended long ago: their last date is over half a year ago, "
        "and no word came. Close them, too?",
        yes="Close them",
        no="Leave them open",
    )
    return bool(await asking.ask(question))


async def _ask_line(
    asking: Asking,
    title: str,
    draft_key: str,
    hint: str,
    validate: Callable[[str], str],
    written_out: Callable[[str, DateTime], str] | None = None,
) -> str:
    session = asking.session
    line: str | None = await asking.ask(
        LineDialog(
            title,
            drafts=session.drafts,
            clock=session.clock,
            draft_key=draft_key,
            hint=hint,
            validate=validate,
            written_out=written_out,
        )
    )
    if line:
        session.drafts.drop(draft_key)
    return line or ""


def _with_word(said: Mending, written: str, means: str) -> Mending:
    return replace(said, words={**said.words, fold(written): means})
