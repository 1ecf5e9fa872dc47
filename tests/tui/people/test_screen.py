"""People: the list and the story; joined, parted and renamed in one step each."""

from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.contact import Answers, Contact, ContactKind
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.people import people_of
from callbacktui.domain.query import read_query
from callbacktui.domain.query_matcher import QueryMatcher
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import status_of
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import StillPane
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.people import screen as people_screen
from callbacktui.tui.people.fields import CONTACT_FIELDS
from callbacktui.tui.people.list_view import write_people
from callbacktui.tui.people.roster import Item, make_roster
from callbacktui.tui.people.screen import PeopleList, PeopleScreen, filter_for
from callbacktui.tui.people.story_view import write_story
from tests.factories import NOW, asked, audition, days_ago, done, moment, present, read_on
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.desk.drawing import plain, written
from tests.tui.sample_desks import HOSTILE, desk, shown

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
PASSED = {"disposition": Disposition.PASSED_TOLD, "closed_on": days_ago(50)}
FIRST = read_on(90, id="first", role="Marlow", project="Fog", office="Harbor Casting",
                rep="Hollis", **PASSED)  # fmt: skip
AGAIN = read_on(9, id="again", role="June", project="Sun", office="Harbor Casting", rep="Hollis",
                came_from="first")  # fmt: skip
OTHER = read_on(30, id="other", role="Bo", project="Sea", office="Harbour Casting", rep="hollis",
                **PASSED)  # fmt: skip
THREE = (FIRST, AGAIN, OTHER)


async def people(pilot: Pilot[None]) -> PeopleList:
    """Go to People, and return the list once everybody is there."""
    await shown(pilot)
    await pilot.press("P")
    await ready(pilot)
    return pilot.app.screen.query_one(PeopleList)


async def ready(pilot: Pilot[None]) -> None:
    """Wait until everybody is read again."""
    for _ in range(1000):
        await pilot.pause(0.01)
        screen = pilot.app.screen
        reading = any(w.group == "roster" and not w.is_finished for w in screen.workers)
        if isinstance(screen, PeopleScreen) and screen.is_ready and not reading:
            break
    await pilot.pause()


def text(pilot: Pilot[None]) -> str:
    pane = pilot.app.screen.query_one("#story", StillPane)
    lines = ("".join(part.text for part in line) for line in pane.lines)
    return " ".join(" ".join(lines).split())


def names(listed: PeopleList) -> list[str]:
    return [" + ".join(e.person.name for e in (item.one, item.other) if e) for item in listed.items]


def told(pilot: Pilot[None]) -> str:
    return " ".join(notification.message for notification in pilot.app._notifications)


async def go_to(pilot: Pilot[None], name: str) -> PeopleList:
    listed = pilot.app.screen.query_one(PeopleList)
    listed.go(names(listed).index(name))
    await pilot.pause()
    return listed


async def test_early_key_waits_until_people_are_loaded(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people_screen, "_DRAWN", 3600)
    app = make_app(THREE)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("P", "e")
        for _ in range(300):
            await pilot.pause(0.01)
            if isinstance(app.screen, FormScreen):
                break
        assert isinstance(app.screen, FormScreen)


@SIZES
async def test_list_has_offices_fans_people_and_similar_names(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(THREE)
    async with app.run_test(size=size) as pilot:
        listed = await people(pilot)
        assert names(listed) == [
            "Harbor Casting", "Harbour Casting", "Harbor Casting", "Hollis",
            "Harbor Casting + Harbour Casting",
        ]  # fmt: skip
        assert "2 auditions: 1 settled, 1 open." in text(pilot)
        assert "called you in again for June, Sun, after Marlow, Fog" in text(pilot)
        await pilot.press("G")
        await pilot.pause()
        assert "These two look like the same" in text(pilot)
        assert "June, Sun" in text(pilot)  # both histories
        assert "Bo, Sea" in text(pilot)


async def test_people_are_joined_and_parted_in_one_step_each(make_app: MakeApp) -> None:
    app = make_app(THREE)
    async with app.run_test(size=(120, 36)) as pilot:
        listed = await people(pilot)
        before = names(listed)
        steps = len(app.session.ledger._done)
        await pilot.press("G", "+")
        await ready(pilot)
        assert names(listed) == ["Harbor Casting", "Harbor Casting", "Hollis"]
        assert "also Harbour Casting" in text(pilot)
        assert len(app.session.ledger._done) == steps + 1
        await go_to(pilot, "Harbor Casting")
        await pilot.press("x")
        await ready(pilot)
        assert names(listed) == before[:-1]  # two again, and not proposed again
        assert len(app.session.ledger._done) == steps + 2
        await pilot.press("u", "u")
        await ready(pilot)
        assert names(listed) == before


async def test_contact_is_removed_and_put_back_unless_an_audition_names_it(
    make_app: MakeApp,
) -> None:
    app = make_app(THREE)
    await app.session.ledger.add([Contact(id="jo", name="Jo Sykes")], "Saved Jo Sykes")
    async with app.run_test(size=(120, 36)) as pilot:
        listed = await people(pilot)
        before = names(listed)
        await go_to(pilot, "Hollis")
        await pilot.press("d")
        await ready(pilot)
        assert names(listed) == before
        assert "audition" in told(pilot)
        assert "Hollis, so they stay." in told(pilot)
        await go_to(pilot, "Jo Sykes")
        await pilot.press("d")
        await ready(pilot)
        assert names(listed) == [name for name in before if name != "Jo Sykes"]
        assert told(pilot) == "Removed Jo Sykes; u puts it back."
        assert "removal" in [b.before for b in app.session.repository.backups.all()]
        await pilot.press("u")
        await ready(pilot)
        assert names(listed) == before


async def test_joining_people_keeps_external_changes(make_app: MakeApp) -> None:
    app = make_app([])
    ledger, contacts = app.session.ledger, app.session.repository.contacts
    ada, ida = (
        Contact(id=i, name=n, kind=ContactKind.AGENT) for i, n in (("a", "Ada"), ("b", "Ida"))
    )
    await ledger.add([ada, ida], "Added")
    async with app.run_test(size=(120, 36)) as pilot:
        await people(pilot)
        await seen(pilot, "+")
        assert isinstance(app.screen, ChoiceDialog)
        await ledger.add([replace(ada, city="Leeds"), replace(ida, notes="kind")], "Elsewhere")
        await seen(pilot, "enter")
        await ready(pilot)
        assert present(contacts.get("a")).city == "Leeds"
        assert (present(contacts.get("b")).notes, present(contacts.get("b")).same_as) == (
            "kind",
            "a",
        )
        await ledger.add([replace(present(contacts.get("b")), city="York")], "Elsewhere")
        await seen(pilot, "x")
        await ready(pilot)
        assert (present(contacts.get("b")).city, present(contacts.get("b")).same_as) == ("York", "")


async def test_similar_names_can_be_held_apart(make_app: MakeApp) -> None:
    app = make_app(THREE)
    async with app.run_test(size=(120, 36)) as pilot:
        listed = await people(pilot)
        await pilot.press("G", "x")
        await ready(pilot)
        assert not any("+" in name for name in names(listed))
        assert len(people_of(THREE, app.session.repository.contacts.all())) == 3


async def test_renaming_updates_all_auditions_in_one_step(make_app: MakeApp) -> None:
    thirty = [read_on(n, id=f"a{n}", rep="Hollis", office="") for n in range(30)]
    app = make_app(thirty)
    async with app.run_test(size=(120, 36)) as pilot:
        listed = await people(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, FormScreen)
        await pilot.press("end", *" Grant", "ctrl+s")
        await ready(pilot)
        assert {a.rep for a in app.session.ledger.all()} == {"Hollis Grant"}
        assert names(listed) == ["Hollis Grant"]
        assert "also Hollis" in text(pilot)
        step = app.session.ledger.next_undo
        assert step
        assert step.summary == "Renamed Hollis to Hollis Grant in 30 auditions"
        await pilot.press("u")
        await ready(pilot)
        assert {a.rep for a in app.session.ledger.all()} == {"Hollis"}
        assert names(listed) == ["Hollis"]


async def test_find_fans_and_their_auditions_on_the_desk(make_app: MakeApp) -> None:
    app = make_app(THREE)
    async with app.run_test(size=(120, 36)) as pilot:
        listed = await people(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert names(listed) == ["Harbor Casting"]
        await pilot.press("f", "slash")
        await pilot.pause()
        await pilot.press(*"hol", "enter")
        await pilot.pause()
        assert names(listed) == ["Hollis"]
        await pilot.press("enter")
        await shown(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert desk(app)._filter == 'who:"Hollis"'


def test_filter_finds_every_audition_of_a_person_by_any_name() -> None:
    """Aliases, joined contacts, jobs behind names, quotes and bars: none is missed."""
    auditions = [
        *THREE,
        read_on(8, id="d", director="Cass “Cee” Bell", rep="", office=""),
        read_on(7, id="p", producers=("C. Bell",), rep="", office="A|B Casting"),
        read_on(6, id="r", office="", rounds=(done(6, people=("Cass B, casting director",)),)),
        read_on(5, id="t", office="", rounds=(done(5, reader="Hollis"),)),
    ]
    contacts = [
        Contact(id="k", name="Kestrel", kind=ContactKind.CASTING_OFFICE,
                aliases=("Harbor Casting", "Harbour Casting")),
        Contact(id="c", name="Cass “Cee” Bell", aliases=("C. Bell", "Cass B")),
    ]  # fmt: skip
    everyone = people_of(auditions, contacts)
    assert {len(p.auditions) for p in everyone} == {1, 3, 4}
    rows = [Row(a, status_of(a, NOW, Windows())) for a in auditions]
    for person in everyone:
        query = read_query(filter_for(person))
        assert not query.problems
        found = QueryMatcher().pick(rows, query, NOW)
        assert {row.audition.id for row in found} == {a.id for a in person.auditions}, person.name


async def test_feedback_is_asked_through_the_rep_only(make_app: MakeApp) -> None:
    app = make_app(THREE)
    async with app.run_test(size=(120, 36)) as pilot:
        await people(pilot)
        await go_to(pilot, "Harbour Casting")
        await pilot.press("F")  # a first read there: the etiquette instead
        await pilot.pause()
        assert isinstance(app.screen, PeopleScreen)
        await go_to(pilot, "Harbor Casting")
        await pilot.press("F")
        await pilot.pause()
        assert isinstance(app.screen, ChoiceDialog)
        await pilot.press("down", "enter")
        for _ in range(500):
            await pilot.pause(0.01)
            again = present(app.session.ledger.get("again"))
            if again.follow_ups:
                break
        assert app.clipboard.startswith("Hi Hollis,")
        assert [(f.kind.value, f.state) for f in again.follow_ups] == [
            ("feedback_request", "asked")
        ]
        await pilot.press("F")
        await pilot.pause()
        assert isinstance(app.screen, PeopleScreen)  # once is enough


@SIZES
async def test_empty_record_and_hostile_names_are_drawn(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app([])
    async with app.run_test(size=size) as pilot:
        listed = await people(pilot)
        assert "Offices and people appear here" in " ".join(
            "".join(part.text for part in line) for line in listed.lines
        )
        await pilot.press("enter", "+", "x", "F", "y", "e", "j", "G")
    hostile = [read_on(n, id=f"h{n}", role=w, office=w, people=(w,)) for n, w in enumerate(HOSTILE)]
    app = make_app(hostile)
    async with app.run_test(size=size) as pilot:
        listed = await people(pilot)
        for _ in range(4):
            await pilot.press("j")
        drawn = [listed.render_line(y).text for y in range(listed.size.height)]
        assert "\x1b" not in "".join(drawn)
        await pilot.resize_terminal(8, 4)
        await pilot.pause()
        await pilot.resize_terminal(120, 36)
        await pilot.press("A")


def story(item: Item, width: int) -> str:
    keys = {"person_join": "+", "person_part": "x"}
    lines = written(lambda w: write_story(w, item, NOW, Windows(), keys), width)
    return "\n".join(map(plain, lines))


@pytest.mark.parametrize("name", [field.name for field in CONTACT_FIELDS])
def test_every_contact_field_is_drawn(name: str) -> None:
    values: dict[str, Any] = {
        "name": "Mara Lind", "kind": ContactKind.COACH, "aliases": ("M. Lind",),
        "office": "Kestrel", "city": "Leeds", "answers": Answers.RARELY, "notes": "quieter",
        "kind_words": "Lovely.", "last_touch": days_ago(3), "email": "m@l.org", "phone": "0113",
    }  # fmt: skip
    kept = Contact(id="m", **values)
    roster = make_roster([audition(office="", people=("M. Lind",))], [kept], [], NOW, Windows())
    drawn = story(roster.items[0], 120)
    said = {"kind": "coach", "aliases": "M. Lind", "answers": "answers rarely", "last_touch": "18"}
    assert said.get(name, str(values[name])) in drawn


def test_story_numbers_have_denominators() -> None:
    callback = done(5, id="r2", kind=RoundKind.CALLBACK, received_at=moment(-8))
    called = read_on(10, id="c", stage=Stage.CALLBACK, rounds=(done(10), callback), **PASSED)
    roster = make_roster([called, *THREE], [], [], NOW, Windows())
    for item in roster.items:
        assert "%" not in story(item, 80)


def test_office_without_an_audition_is_not_called_seen() -> None:
    roster = make_roster([audition(office="Gantry")], [], [], NOW, Windows())

    def drawn(writer: LineWriter) -> None:
        write_people(writer, roster, NOW, {})

    lines = [plain(x) for x in written(drawn, 60)]
    assert lines[1].split()[0] == "times"
    assert lines[2].split()[:2] == ["Gantry", "1"]
    assert lines[2].endswith("not seen")


def test_office_of_a_callback_alone_is_not_called_unseen() -> None:
    callback = done(5, kind=RoundKind.CALLBACK)
    called = audition(office="Gantry", stage=Stage.CALLBACK, rounds=(callback,))
    roster = make_roster([called], [], [], NOW, Windows())

    def drawn(writer: LineWriter) -> None:
        write_people(writer, roster, NOW, {})

    drawn_lines = "\n".join(plain(x) for x in written(drawn, 60))
    assert "Last seen" in story(roster.items[0], 80)
    assert "not seen" not in drawn_lines


def test_share_is_beside_its_count() -> None:
    ended = [read_on(60, id=f"e{n}", office="Gantry", **PASSED) for n in range(5)]
    going = read_on(3, id="now", office="Gantry")
    roster = make_roster([*ended, going], [], [], NOW, Windows())
    drawn = " ".join(story(roster.items[0], 120).split())
    assert "no callback (too early to tell, under 44%), 1 open." in drawn


def test_rep_is_listed_among_people() -> None:
    found: list[Audition] = list(THREE)
    roster = make_roster(found, [], [], NOW, Windows())
    assert [item.one.person.name for item in roster.people] == ["Hollis"]


async def test_roster_is_computed_once(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    whole = make_roster

    def count(*args: Any) -> Any:
        made.append(1)
        return whole(*args)

    monkeypatch.setattr("callbacktui.tui.people.roster.make_roster", count)
    app = make_app(THREE)
    async with app.run_test(size=(120, 36)) as pilot:
        await people(pilot)
        await pilot.press("j", "j", "k", "G", "g", "f", "f", "space")
        await ready(pilot)
        assert made == [1]
        await pilot.press("A")
        await people(pilot)
        assert made == [1]  # nothing changed in between
        await pilot.press("G", "x")
        await ready(pilot)
        assert made == [1, 1]


def test_office_shows_the_pieces_it_saw() -> None:
    given = read_on(5, office="Kestrel", rounds=(done(5, pieces=("Memory",)),))
    planned = audition(id="p", office="Kestrel", rounds=(asked(pieces=("Nina",)),))
    roster = make_roster([given, planned], [], [], NOW, Windows())
    office = next(item for item in roster.items if item.one.person.kind.is_office)
    drawn = story(office, 120)
    assert "Has seen     Memory" in drawn
    assert "Nina" not in drawn.partition("Has seen")[2]


def test_day_column_is_only_as_wide_as_needed() -> None:
    long = read_on(9, id="long", role="The Lighthouse Keeper's Sister", office="Gantry")
    roster = make_roster([long, read_on(3, id="b", office="Gantry")], [], [], NOW, Windows())
    rows = [row for row in story(roster.items[0], 56).splitlines() if " ◐ " in row]
    assert [row.index("◐") for row in rows] == [8, 8]
    assert "The Lighthouse Keeper's Sister" in rows[1]


def words_of(pilot: Pilot[None], id_: str) -> str:
    pane = pilot.app.screen.query_one(f"#{id_}", StillPane)
    return "\n".join(plain(line) for line in pane.lines)


async def test_widest_window_shows_contact_facts_separately(make_app: MakeApp) -> None:
    director = read_on(4, id="d", role="Bo", office="Harbor Casting", people=("Ida Coe, dir.",),
                       rounds=(done(4, wore="green"),))  # fmt: skip
    app = make_app([*THREE, director])
    async with app.run_test(size=(200, 60)) as pilot:
        await people(pilot)
        known = words_of(pilot, "beside")
        assert "green (once)" in known
        assert "On auditions with Harbor Casting" in known
        assert "Hollis" in known
        assert "2 auditions" in known
        assert "green" not in words_of(pilot, "story")
        await pilot.resize_terminal(120, 36)
        await ready(pilot)
        assert "green (once)" in words_of(pilot, "story")
        assert not app.screen.query_one("#beside").display


def test_kind_column_is_only_as_wide_as_needed() -> None:
    seen = read_on(3, office="", people=("Hana Brightwater-Lindqvist, dir.",), rep="")
    roster = make_roster([seen], [], [], NOW, Windows())

    def drawn(writer: LineWriter) -> None:
        write_people(writer, roster, NOW, {})

    lines = [plain(line) for line in written(drawn, 50)]
    assert any("Hana Brightwater-Lindqvist director" in " ".join(row.split()) for row in lines)
