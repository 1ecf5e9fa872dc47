"""Names with a label, as the filter has them: `rep:Hollis`, `role:Nina project:Lear`."""

from typing import Any

import pendulum
import pytest

from callbacktui.domain.enums import Source
from callbacktui.exchange.quick_line.parser import QuickLine, read_line

NOW = pendulum.datetime(2026, 12, 1, 9, 0, tz="America/New_York")


def read(line: str) -> QuickLine:
    return read_line(line, NOW, offices=("Harbor Casting",))


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ("rep:Hollis", "rep", "Hollis"),
        ("via:Hollis", "rep", "Hollis"),
        ("rep:hollis", "rep", "hollis"),
        ("rep: Hollis", "rep", "Hollis"),
        ("Rep:Hollis Grant", "rep", "Hollis Grant"),
        ('rep:"Hollis Grant"', "rep", "Hollis Grant"),
        ("via:Actors Access", "platform", "Actors Access"),
        ("via:agent", "source", Source.AGENT),
        ("office:Harbor", "office", "Harbor Casting"),
    ],
)
@pytest.mark.parametrize("line", ["Nina, The Seagull {} fri 3pm", "Nina, The Seagull fri 3pm {}"])
def test_a_label_names_its_field(line: str, more: str, field: str, value: object) -> None:
    found = read(line.format(more))
    assert found.values[field] == value
    assert (found.values["role"], found.values["project"]) == ("Nina", "The Seagull")
    assert "at" in found.values
    assert (found.unread, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("line", "role", "project"),
    [
        ("role:Nina project:Lear fri 3pm", "Nina", "Lear"),
        ("project:King Lear role:Nina", "Nina", "King Lear"),
        ("role: Nina project: King Lear", "Nina", "King Lear"),
        ('role:"Nina Z" project:"Lear, the King" rep:Hollis', "Nina Z", "Lear, the King"),
        ('rep:"Hollis Grant" Nina, Lear fri 3pm', "Nina", "Lear"),
        ("Nina project:Lear", "Nina", "Lear"),
        ("Lear role:Nina fri 3pm", "Nina", "Lear"),
        ("nina, lear office:harbor rep:hollis fri 3pm", "nina", "lear"),
    ],
)
def test_role_and_project_may_have_a_label(line: str, role: str, project: str) -> None:
    found = read(line)
    assert (found.values.get("role"), found.values["project"]) == (role, project)
    assert found.unread == ()


@pytest.mark.parametrize(
    ("line", "values", "unread"),
    [
        ("project:Lear project:Hamlet", {"project": "Lear"}, "project:Hamlet"),
        ("Masha, Hamlet project:Lear", {"role": "Masha", "project": "Lear"}, "Hamlet"),
        ("Nina, Lear rep:Hollis via:Mara", {"rep": None, "project": "Lear"}, "via:Mara"),
    ],
)
def test_what_is_said_twice_goes_to_the_notes(
    line: str, values: dict[str, Any], unread: str
) -> None:
    found = read(line)
    assert {field: found.values.get(field) for field in values} == values
    assert unread in found.unread
    assert unread in found.notes


def test_a_rep_before_the_role_is_asked_about() -> None:
    assert read("rep:Hollis Nina, The Seagull").problems
    assert not read("rep:Hollis, Nina, The Seagull").problems


@pytest.mark.parametrize("project", ["Law & Order: SVU", "The Office: UK", "Project: Mars"])
def test_a_colon_in_a_title_stays_there(project: str) -> None:
    assert read(f"Nina, {project} fri 3pm").values["project"] == project
