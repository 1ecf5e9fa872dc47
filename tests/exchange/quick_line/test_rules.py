"""The rules of the quick line, each with lines of our own."""

from typing import Any, Final

import pendulum
import pytest

from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.enums import HoldKind
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.invitation.hours import zone_of_words
from callbacktui.exchange.quick_line.parser import HOW_IT_ENDED, LineError, QuickLine, read_line

NOW: Final = pendulum.datetime(2026, 11, 24, 10, 30, tz="America/New_York")  # a Tuesday
OFFICES: Final = ("Harbor Casting", "Kestrel Casting", "Kestrel Road Casting")


def read(line: str) -> QuickLine:
    return read_line(line, NOW, offices=OFFICES)


def values(line: str) -> dict[str, Any]:
    return {name: value for name, value in read(line).values.items() if value}


def when(line: str, field: str = "at") -> str:
    moment = read(line).values.get(field)
    return moment.isoformat()[:16] if isinstance(moment, Moment) else ""


@pytest.mark.parametrize(
    ("term", "field", "value"),
    [
        ("self tape", "format", "self_tape"),
        ("selftape", "format", "self_tape"),
        ("on zoom", "format", "virtual_live"),
        ("in the room", "format", "in_person"),
        ("phone", "format", "phone"),
        ("cb", "kind", "callback"),
        ("recall", "kind", "callback"),
        ("2nd callback", "kind", "callback"),
        ("producer callback", "kind", "callback"),
        ("callback #2", "kind", "callback"),
        ("chemistry read", "kind", "chemistry_read"),
        ("producers session", "kind", "producer_session"),
        ("director session", "kind", "director_session"),
        ("work session", "kind", "work_session"),
        ("network test", "kind", "network_test"),
        ("studio test", "kind", "studio_test"),
        ("screen test", "kind", "screen_test"),
        ("retape", "kind", "retape"),
        ("pre-read", "kind", "pre_read"),
        ("EPA", "kind", "epa"),
        ("ECC", "kind", "ecc"),
        ("open call", "kind", "open_call"),
        ("dance call", "kind", "dance_call"),
        ("singing call", "kind", "singing_call"),
        ("co star", "size", "costar"),
        ("guest-star", "size", "guest_star"),
        ("series reg", "size", "series_regular"),
        ("recurring", "size", "recurring"),
        ("lead", "size", "lead"),
        ("recurring role", "size", "recurring"),
        ("u/s", "size", "understudy"),
        ("under-five", "size", "under_five"),
        ("day player", "size", "day_player"),
        ("tv", "medium", "tv"),
        ("feature", "medium", "film"),
        ("short film", "medium", "short"),
        ("student film", "medium", "student"),
        ("spot", "medium", "commercial"),
        ("tv commercial", "medium", "commercial"),
        ("VO", "medium", "voice_over"),
        ("video game vo", "medium", "voice_over"),
        ("musical", "medium", "theatre"),
        ("web series", "medium", "web"),
        ("music video", "medium", "music_video"),
        ("print job", "medium", "print"),
        ("podcast", "medium", "podcast"),
        ("non-union", "union", "non_union"),
        ("agent", "source", "agent"),
        ("industrial", "medium", "industrial"),
        ("thru my agent", "source", "agent"),
        ("via my manager", "source", "manager"),
        ("on Actors Access", "platform", "Actors Access"),
        ("via Casting Networks", "platform", "Casting Networks"),
    ],
)
def test_trade_words_need_no_mark(term: str, field: str, value: str) -> None:
    for line in (
        f"{term} Nina, Cinder Lane due fri",
        f"Nina, Cinder Lane {term} due fri",
        f"Nina, Cinder Lane due fri {term}",
        f"Nina, Cinder Lane @Harbor Casting {term} due fri",
        f"Nina, Cinder Lane ({term}) due fri",
    ):
        found = values(line)
        assert found[field] == value, line
        assert (found["role"], found["project"]) == ("Nina", "Cinder Lane"), line
        assert read(line).unread == (), line


@pytest.mark.parametrize(
    ("line", "role", "project"),
    [
        ("self tape for NIGHT NURSE, Mercy (NBC) due fri", "NIGHT NURSE", "Mercy (NBC)"),
        ("Self tape for Nina, The Seagull due fri", "Nina", "The Seagull"),
        ("Callback Ophelia, in Hamlet fri noon", "Ophelia", "Hamlet"),
        ("Callback: Ophelia, Hamlet fri noon", "Ophelia", "Hamlet"),
        ("Nina (callback), The Seagull fri 3pm", "Nina", "The Seagull"),
        ("Nina guest star, Mercy General fri 3pm", "Nina", "Mercy General"),
        ("Lead, Glass Orchard fri 3pm", "Lead", "Glass Orchard"),
        ("Zoom, The Musical fri 3pm", "Zoom", "The Musical"),
        ("The Callback fri 3pm", "", "The Callback"),
        ("Phone Booth phone fri 3pm", "", "Phone Booth"),
        ("Nina, Friday Night Lights", "Nina", "Friday Night Lights"),
        ("Monday Mornings tues 2pm", "", "Monday Mornings"),
        ("Mr. March, June fri 3p", "Mr. March", "June"),
        ("Cop #2, 24 fri 3p", "Cop #2", "24"),
        ("Clerk, 9 to 5 fri 9:15am", "Clerk", "9 to 5"),
        ("Cop, 21 dec 3 2:15", "Cop", "21"),
        ("Cop, 9/11 dec 3 2:15", "Cop", "9/11"),
        ("Cop, 24/7", "Cop", "24/7"),
        ("Cop, 3:10 to Yuma fri 3p", "Cop", "3:10 to Yuma"),
        ("Holly, Breakfast at Tiffany's fri 3pm", "Holly", "Breakfast at Tiffany's"),
        ("Velma, Chicago fri 3pm", "Velma", "Chicago"),
        ("callback fri 3pm Chicago", "", "Chicago"),
        ("Peter, The Lion, the Witch fri 4pm", "Peter", "The Lion, the Witch"),
        ('Mae, "Crazy, Stupid Weather" fri 1pm', "Mae", "Crazy, Stupid Weather"),
        ("“Crazy, Stupid Weather” short film fri 1pm", "", "Crazy, Stupid Weather"),
        ("got a callback for Ophelia, Hamlet fri noon", "Ophelia", "Hamlet"),
        ("due fri noon: Nina, The Seagull tape", "Nina", "The Seagull"),
        ("@Harbor Casting Nina, The Seagull fri 3pm", "Nina", "The Seagull"),
        ("tape for NIGHT NURSE in Mercy General due fri", "NIGHT NURSE", "Mercy General"),
        ("tape for Midnight in Paris due fri", "", "Midnight in Paris"),
        ("Officer Lee, Area 51 dec 3", "Officer Lee", "Area 51"),
        ("manager, Corner Shop fri 3p", "manager", "Corner Shop"),
        ("nina, ruby tuesday due fri noon", "nina", "ruby tuesday"),
        ("Nina, A Raisin in the sun due fri", "Nina", "A Raisin in the sun"),
        ("nina, ruby tuesday fri 3pm", "nina", "ruby tuesday"),
        ("nina, a raisin in the sun fri 3pm", "nina", "a raisin in the sun"),
        ("NINA, THE SEAGULL FRI 3PM ZOOM", "NINA", "THE SEAGULL"),
        ("Gravedigger/Osric, Hamlet callback/zoom fri 3p", "Gravedigger/Osric", "Hamlet"),
    ],
)  # fmt: skip
def test_names_keep_trade_words(line: str, role: str, project: str) -> None:
    found = values(line)
    assert (found.get("role", ""), found["project"]) == (role, project)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("fri 5p", "2026-11-27T17:00"),
        ("fri 10a", "2026-11-27T10:00"),
        ("fri 9.15am", "2026-11-27T09:15"),
        ("fri 14.20", "2026-11-27T14:20"),
        ("fri 14h20", "2026-11-27T14:20"),
        ("fri 12 noon", "2026-11-27T12:00"),
        ("fri 2:15", "2026-11-27T14:15"),
        ("fri 11:20", "2026-11-27T11:20"),
        ("fri 12:30", "2026-11-27T12:30"),
        ("fri at 3", "2026-11-27T15:00"),
        ("fri @3pm", "2026-11-27T15:00"),
        ("fri at 10", "2026-11-27T10:00"),
        ("fri 3 in the afternoon", "2026-11-27T15:00"),
        ("tonight at 8", "2026-11-24T20:00"),
        ("3pm on fri", "2026-11-27T15:00"),
        ("on fri, 3pm", "2026-11-27T15:00"),
        ("Fri 3pm", "2026-11-27T15:00"),
        ("tmrw noon", "2026-11-25T12:00"),
        ("thu 3rd 2pm", "2026-12-03T14:00"),
        ("thu 12/3 2pm", "2026-12-03T14:00"),
        ("3 dec 2pm", "2026-12-03T14:00"),
        ("Dec 3rd at 2pm", "2026-12-03T14:00"),
        ("mon 1/4 2pm", "2027-01-04T14:00"),
        ("fri zoom 4pm", "2026-11-27T16:00"),
        ("fri 3-5pm", "2026-11-27T15:00"),
        ("fri 11-1pm", "2026-11-27T11:00"),
        ("fri 2:30-4", "2026-11-27T14:30"),
        ("fri from 3 to 5", "2026-11-27T15:00"),
        ("between 3 and 5 fri", "2026-11-27T15:00"),
        ("fri", "2026-11-27"),
        ("12/3", "2026-12-03"),
    ],
)
def test_day_and_hour_are_read_as_typed(said: str, moment: str) -> None:
    assert when(f"Nina, Cinder Lane {said}") == moment
    assert values(f"Nina, Cinder Lane {said}")["project"] == "Cinder Lane"


@pytest.mark.parametrize(
    ("said", "day", "unread"),
    [
        ("fri 7", "2026-11-27", "7"),
        ("fri at 7", "2026-11-27", "at 7"),
        ("fri 7:30", "2026-11-27", "7:30"),
        ("fri 5ish", "2026-11-27", "5ish"),
        ("fri 3pm?", "2026-11-27", "3pm?"),
        ("fri around 3pm", "2026-11-27", "around 3pm"),
        ("fri 3pm XYZ", "2026-11-27", "3pm XYZ"),
        ("fri 3pm in LA", "2026-11-27", "3pm in LA"),
        ("tues or wed 2pm", "", "tues or wed 2pm"),
        ("fri/sat 2pm", "", "fri/sat 2pm"),
        ("thu 3pm or fri 10am", "", "thu 3pm or fri 10am"),
        ("fri 3pm or 4pm", "", "fri 3pm or 4pm"),
        ("next fri 3pm", "", "next fri 3pm"),
        ("mon 12/1 3pm", "", "mon 12/1 3pm"),
        ("11/20 3pm", "", "11/20 3pm"),
        ("3.12.2026 15:00", "", "3.12.2026 15:00"),
        ("12/8-10", "", "12/8-10"),
        ("second refusal 12/8", "", "second refusal 12/8"),
        ("every fri", "", "every fri"),
        ("7:30 fri", "", "7:30 fri"),
        ("fri 7 o\u2019clock", "2026-11-27", "7 o\u2019clock"),
        ("3pm", "", "3pm"),
        ("next week", "", "next week"),
        ("fri morning or afternoon", "", "fri morning or afternoon"),
        ("jul 10 5pm EST", "", "jul 10 5pm EST"),
        ("self tape fri noon", "", "fri noon"),
        ("thu 3pm #period fri 3pm", "", "thu 3pm fri 3pm"),
    ],
)
def test_ambiguous_words_are_left_unread(said: str, day: str, unread: str) -> None:
    line = read(f"Nina, Cinder Lane {said}")
    assert when(f"Nina, Cinder Lane {said}") == day
    assert line.values["project"] == "Cinder Lane"
    assert " ".join(line.unread) == unread
    assert line.audition("one", NOW).notes == unread


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("due eod thurs", "2026-11-26"),
        ("due thurs eod", "2026-11-26"),
        ("by fri noon", "2026-11-27T12:00"),
        ("due by 12/1 5pm", "2026-12-01T17:00"),
        ("due sun midnight", "2026-11-29T23:59"),
        ("due Friday", "2026-11-27"),
        ("due fri before noon", "2026-11-27"),
        ("due in 48 hours", "2026-11-26T10:30"),
        ("due fri 5pm HST", "2026-11-27T17:00"),
        ("due fri 5pm XST", "2026-11-27"),
        ("due dec 1 1159pm PT", "2026-12-01T23:59"),
        ("due fri 930am", "2026-11-27T09:30"),
        ("due fri 1030a ET", "2026-11-27T10:30"),
        ("due fri 1700", "2026-11-27"),
        ("due fri 5pm in LA", "2026-11-27"),
        ("due mon or tues", ""),
        ("due next week", ""),
        ("due 5pm", ""),
        ("due asap", ""),
    ],
)
def test_deadline_needs_a_word_before_it(said: str, moment: str) -> None:
    line = f"Nina, Cinder Lane tape {said} @Harbor Casting"
    assert when(line, "due_at") == moment
    assert values(line)["office"] == "Harbor Casting"


@pytest.mark.parametrize(
    ("said", "offset"),
    [
        ("", "-05:00"),
        ("PT", "-08:00"),
        ("CT", "-06:00"),
        ("MT", "-07:00"),
        ("(PT)", "-08:00"),
        ("LA", "-08:00"),
        ("pacific", "-08:00"),
        ("London time", "+00:00"),
        ("America/Denver", "-07:00"),
        ("ET/noon PT", "-05:00"),
    ],
)
def test_hour_may_have_a_zone(said: str, offset: str) -> None:
    moment = values(f"Nina, Cinder Lane (NBC) fri 3pm {said}")["at"]
    assert moment.isoformat() == f"2026-11-27T15:00:00{offset}"


@pytest.mark.parametrize(
    ("said", "office"),
    [
        ("@Harb", "Harbor Casting"),
        ("@harb", "Harbor Casting"),
        ("@Kestrel", "Kestrel"),
        ("@Kestrel Road", "Kestrel Road Casting"),
        ("@Kestrel Casting", "Kestrel Casting"),
        ("@Farrow & Lund Casting", "Farrow & Lund Casting"),
        ("@Spoke Casting bring sides", "Spoke Casting"),
        ("@Spoke Casting at Spoke Studios", "Spoke Casting"),
    ],
)
def test_known_office_is_completed_from_its_start(said: str, office: str) -> None:
    for line in (f"Nina, Cinder Lane {said} fri 3pm", f"Nina, Cinder Lane fri 3pm {said}"):
        assert values(line)["office"] == office
        assert when(line) == "2026-11-27T15:00"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("fri 3pm at Spoke Studios", "Spoke Studios"),
        ("fri 3pm at Ripley Rooms, 9th fl", "Ripley Rooms, 9th fl"),
        ("at 520 8th Ave fri 3pm", "520 8th Ave"),
        ("fri at 3 at the Lodge bring sides", "the Lodge"),
        ("@Harbor Casting at 1501 Broadway fri 3pm", "1501 Broadway"),
    ],
)
def test_place_follows_at(said: str, place: str) -> None:
    found = values(f"Nina, Cinder Lane {said}")
    assert (found["place"], found["project"]) == (place, "Cinder Lane")


@pytest.mark.parametrize(
    ("line", "kind", "dates"),
    [
        ("avail 12/8-10 Puddlejump spot", HoldKind.AVAIL, "12/8-10"),
        ("heavy pencil 14-16 jan Puddlejump ad", HoldKind.HEAVY_PENCIL, "14-16 jan"),
        ("pinned Dad, Puddlejump dec 8-10", HoldKind.PIN, "dec 8-10"),
        ("hold Dad, Puddlejump dec 3-5", HoldKind.HOLD, "dec 3-5"),
        ("Dad, Puddlejump first refusal 12/8", HoldKind.FIRST_REFUSAL, "12/8"),
        ("Dad, Puddlejump on hold", HoldKind.HOLD, ""),
    ],
)
def test_hold_is_neither_appointment_nor_booking(line: str, kind: HoldKind, dates: str) -> None:
    kept = read(line).audition("one", NOW)
    [hold] = kept.holds
    assert (hold.kind, hold.dates) == (kind, read_span(dates, today(NOW), DateOrder.MDY))
    assert (kept.project, kept.rounds, kept.stage) == ("Puddlejump", (), Stage.HOLD)
    assert kept.booking is None


def test_avail_dates_beside_a_tape_are_not_a_hold() -> None:
    line = read("Dad, Puddlejump spot tape due fri noon avail 12/8-10")
    assert (line.unread, line.audition("one", NOW).holds) == (("avail 12/8-10",), ())


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("callback Ophelia, Hamlet", Stage.CALLBACK),
        ("network test Kit, Glass Canyon fri 3p", Stage.TEST),
        ("retape Kit, Glass Canyon due fri", Stage.REQUESTED),
        ("submitted Kit, Glass Canyon", Stage.SUBMITTED),
        ("self-submitted Kit, Glass Canyon on Backstage", Stage.SUBMITTED),
        ("self-submitted Kit, Glass Canyon tape due fri", Stage.REQUESTED),
        ("Kit, Glass Canyon lead", Stage.CONSIDERING),
        ("booked Kit, Glass Canyon", Stage.BOOKED),
        ("Kit, Glass Canyon booked", Stage.BOOKED),
        ("Kit, Glass Canyon offer", Stage.OFFER),
        ("Kit, Glass Canyon auditioned yesterday", Stage.AUDITIONED),
    ],
)
def test_the_stage_follows_from_the_words(line: str, stage: Stage) -> None:
    assert read(line).stage is stage


@pytest.mark.parametrize(
    ("line", "unread"),
    [
        ("Nina, Cinder Lane callback fri 1:25 wear same top", "wear same top"),
        ("Nina, Cinder Lane wear black", "wear black"),
        ("Nina, Cinder Lane fri 3pm w/ director", "w/ director"),
        ("Nina, Cinder Lane via Mara fri 3pm", "via Mara"),
        ("Nina, Cinder Lane guest star/recurring fri 3pm", "guest star recurring"),
        ("Nina, Cinder Lane zoom or in person fri 3pm", "zoom or in person"),
        ("Nina, Cinder Lane passed", "passed"),
        ("Nina, Cinder Lane wrapped", "wrapped"),
        ("chem read with Tom Hale for Nina, Cinder Lane fri 3pm", "with Tom Hale"),
    ],
)
def test_words_without_a_field_go_to_the_notes(line: str, unread: str) -> None:
    found = read(line)
    assert " ".join(found.unread) == unread
    assert found.audition("one", NOW).notes == unread
    assert (found.values["role"], found.values["project"]) == ("Nina", "Cinder Lane")


def test_words_with_extra_meaning_are_kept_too() -> None:
    line = read("2nd callback Nina, Cinder Lane fri 3-5pm")
    assert (line.unread, line.audition("one", NOW).notes) == ((), "2nd callback fri 3-5pm")


def test_agent_name_is_read() -> None:
    found = values("via my agent Dee Park: Kit, Glass Canyon fri 3pm")
    assert (found["source"], found["rep"], found["role"]) == ("agent", "Dee Park", "Kit")


def test_booked_line_has_a_booking_and_no_round() -> None:
    kept = read("booked Kit, Glass Canyon").audition("one", NOW)
    assert (kept.stage, kept.rounds, kept.booking) == (Stage.BOOKED, (), Booking())


def test_released_line_closes_the_audition() -> None:
    kept = read("Kit, Glass Canyon released").audition("one", NOW)
    assert (kept.stage, kept.disposition) == (Stage.HOLD, Disposition.RELEASED)
    assert kept.closed_on == today(NOW)


def test_booked_with_an_audition_hour_is_asked() -> None:
    [problem] = read("Kit, Glass Canyon booked fri 3pm").problems
    assert problem == (
        "“booked” goes to the notes: the line speaks of an audition too. Which is it?"
    )


def test_studio_in_place_of_the_project_is_asked() -> None:
    assert "If “Pearl Studios” is the place, write it as: at Pearl Studios" in (
        read("Nina, Pearl Studios fri 3pm").problems
    )


def test_two_names_after_an_open_call_are_asked() -> None:
    line = read("EPA for Nora, Cinder Lane 12/8 10am")
    assert (line.values["project"], line.unread) == ("Nora", ("Cinder Lane",))
    assert line.problems == (
        "“Cinder Lane” goes to the notes: if “Nora” is the role, leave out “for”.",
    )


@pytest.mark.parametrize("due", ["due 5pm fri PT", "due fri 5pm PT", "due by 5pm friday PT"])
def test_zone_after_a_deadline_day_applies_to_the_hour(due: str) -> None:
    moment = values(f"Nina, Cinder Lane tape {due}")["due_at"]
    assert moment.isoformat() == "2026-11-27T17:00:00-08:00"


@pytest.mark.parametrize(
    ("letters", "zone"),
    [
        ("CET", "Europe/Paris"),
        ("CEST", "Europe/Paris"),
        ("EET", "Europe/Helsinki"),
        ("AEST", "Australia/Sydney"),
        ("NZDT", "Pacific/Auckland"),
        ("JST", "Asia/Tokyo"),
        ("AST", "America/Halifax"),
        ("HKT", "Asia/Hong_Kong"),
    ],
)
def test_zone_abbreviations_match_the_mail_reader(letters: str, zone: str) -> None:
    assert zone_of_words(letters) == zone
    for line in (
        f"Nina, Cinder Lane due mon 15:00 {letters}",
        f"Nina, Cinder Lane mon 3pm {letters}",
    ):
        said = read(line).values
        assert (said.get("due_at") or said["at"]).zone == zone


@pytest.mark.parametrize(
    ("line", "rate", "unread"),
    [
        (
            "offer Paulina, A Winter's Debt, Lakeside Rep $914/wk respond by thurs",
            "$914/wk",
            ("respond by thurs",),
        ),
        ("offer Paulina, Winter $99 a day answer by fri", "$99 a day", ("answer by fri",)),
        ("offer: Paulina, Winter reply by mon", "", ("reply by mon",)),
        ("offer Paulina, Winter £650/week", "£650/week", ()),
        ("got an offer for Paulina, Winter scale+10", "scale+10", ()),
        ("offer Paulina, Winter, Court Theatre $800 per week", "$800 per week", ()),
        ("offer Paulina, Winter sign by dec 3", "", ("sign by dec 3",)),
    ],
)  # fmt: skip
def test_offer_keeps_its_money_and_no_deadline(
    line: str, rate: str, unread: tuple[str, ...]
) -> None:
    said = read(line)
    assert (said.stage, said.values.get("due_at"), said.unread) == (Stage.OFFER, None, unread)
    kept = said.audition("a", NOW)
    assert (kept.role, kept.project) == ("Paulina", said.values["project"])
    assert kept.project in {"Winter", "A Winter's Debt"}
    assert (kept.rate.said if kept.rate else "") == rate


@pytest.mark.parametrize(
    "with_whom",
    ["w Anton", "w/ Anton", "with Anton", "w the director", "w/ two others", "with Tom Hale"],
)
def test_reading_partner_is_not_a_role(with_whom: str) -> None:
    said = read(f"zoom chem read {with_whom}, Hollow Pines")
    assert (said.values.get("role"), said.values["project"]) == (None, "Hollow Pines")
    assert said.unread == (with_whom,)


@pytest.mark.parametrize(
    "news",
    [
        *("passed on", "I passed on", "they passed on me for", "withdrew from", "declined"),
        *("recast", "passed:", "cancelled", "Passed:"),
    ],
)
def test_ending_without_an_audition_is_refused(news: str) -> None:
    said = read(f"{news} Maeve, Borrowed Weather")
    assert (said.values["role"], said.values["project"]) == ("Maeve", "Borrowed Weather")
    assert (said.is_ready, said.problems[0]) == (False, HOW_IT_ENDED)
    with pytest.raises(LineError, match="how an audition ended"):
        said.audition("a", NOW)
    assert read("Maeve, Borrowed Weather passed").is_ready


@pytest.mark.parametrize(
    ("line", "role", "project", "unread"),
    [
        ("Ben, Red Mesa confirm by mon noon tue 4pm", "Ben", "Red Mesa", ("confirm by mon noon",)),
        ("confirm by mon noon Ben, Red Mesa tue 4pm", "Ben", "Red Mesa", ("confirm by mon noon",)),
        ("reply by noon pls Ben, Red Mesa tue 4pm", "Ben", "Red Mesa", ("reply by noon pls",)),
        ("Ben, Red Mesa Studio 210a tue 4pm", "Ben", "Red Mesa Studio 210a", ()),
        ("Ben, Red Mesa Room 12p tue 4pm", "Ben", "Red Mesa Room 12p", ()),
        ("Wrapped Gifts, Elf tue 4pm", "Wrapped Gifts", "Elf", ()),
        ("Passed Over, Moses tue 4pm", "Passed Over", "Moses", ()),
        ("Rosie, $20 Bill tue 4pm", "Rosie", "$20 Bill", ()),
    ],
)  # fmt: skip
def test_audition_hour_is_found_beside_lookalikes(
    line: str, role: str, project: str, unread: tuple[str, ...]
) -> None:
    said = read(line)
    assert (said.values["role"], said.values["project"], said.unread) == (role, project, unread)
    assert (when(line), said.is_ready) == ("2026-11-24T16:00", True)


@pytest.mark.parametrize(
    ("said", "day", "unread"),
    [
        ("cb wed with Jo at 3, with Sam at 3:30", "2026-11-25", "with Jo at 3 with Sam at 3:30"),
        ("wed 3pm with Jo and 3:30pm with Sam", "2026-11-25", "3pm with Jo and 3:30pm with Sam"),
        ("chem reads wed w/ Jo 3pm, w/ Sam 3:25pm", "2026-11-25", "w/ Jo 3pm w/ Sam 3:25pm"),
        ("callback 11/25 Priya 2pm Tom 2:40pm", "2026-11-25", "Priya 2pm Tom 2:40pm"),
        ("wed 3pm with Jo", "2026-11-25T15:00", "with Jo"),
    ],
)  # fmt: skip
def test_hours_with_several_people_are_asked(said: str, day: str, unread: str) -> None:
    line = read(f"Nina, Cinder Lane {said}")
    assert (when(f"Nina, Cinder Lane {said}"), " ".join(line.unread)) == (day, unread)
    assert line.values["project"] == "Cinder Lane"


@pytest.mark.parametrize(
    ("said", "word", "dates", "unread"),
    [
        ("2nd hold, Dec 16 (rain date Dec 18)", "2nd hold", "Dec 16", "rain date Dec 18"),
        ("hold dec 16, rain date dec 18", "hold", "dec 16", "rain date dec 18"),
        ("pinned 12/16 rain 12/18", "pinned", "12/16", "rain 12/18"),
        ("2nd hold dec 16", "2nd hold", "dec 16", ""),
        ("first refusal 12/16-12/17 (cover 12/18)", "first refusal", "12/16-12/17", "cover 12/18"),
        ("avail dec 16 (alt dec 18)", "avail", "dec 16", "alt dec 18"),
        ("on hold Jan 5-7; weather days Jan 8-9", "on hold", "Jan 5-7", "weather days Jan 8-9"),
    ],
)  # fmt: skip
def test_weather_day_is_not_a_hold_day(said: str, word: str, dates: str, unread: str) -> None:
    line = read(f"Nina, Cinder Lane {said}")
    assert (line.values["hold"], line.values["project"]) == ((word, dates), "Cinder Lane")
    assert " ".join(line.unread) == unread


@pytest.mark.parametrize(
    ("said", "stage", "fitting"),
    [
        ("booked, fitting dec 14, shoots dec 16", Stage.BOOKED, "2026-12-14"),
        ("booked fitting dec 14 3pm", Stage.BOOKED, "2026-12-14T15:00:00-05:00"),
        ("shoot dec 16 fitting dec 14 at 2pm booked", Stage.BOOKED, "2026-12-14T14:00:00-05:00"),
        ("on hold dec 16, costume fitting: 3pm dec 14", Stage.HOLD, "2026-12-14T15:00:00-05:00"),
    ],
)
def test_a_job_has_its_fitting(said: str, stage: Stage, fitting: str) -> None:
    line = read(f"Nina, Cinder Lane {said}")
    kept = line.audition("one", NOW)
    assert (kept.stage, line.unread, kept.rounds) == (stage, (), ())
    assert kept.booking
    assert kept.booking.fitting
    assert kept.booking.fitting.isoformat() == fitting


def test_a_fitting_without_a_job_goes_to_the_notes() -> None:
    line = read("Nina, Cinder Lane wed 3pm, fitting dec 14")
    assert (line.unread, line.audition("one", NOW).booking) == (("fitting dec 14",), None)


@pytest.mark.parametrize(
    ("line", "field", "name"),
    [
        ("Nina, Winter, Lakeside Rep thu 3pm", "producers", "Lakeside Rep"),
        ("Nina, Winter, Bright Films, self tape due fri noon", "producers", "Bright Films"),
        ("Nina, Winter, Roundabout Theatre Company", "producers", "Roundabout Theatre Company"),
        ("Nina, Winter, Tall Pine Casting thu 3pm", "office", "Tall Pine Casting"),
        ("Nina, Winter, harbor casting, thu 3pm", "office", "harbor casting"),
        ("Nina, Winter, Somewhere Else thu 3pm", "", ""),
    ],
)
def test_third_name_is_the_company_or_office(line: str, field: str, name: str) -> None:
    found = read(line)
    kept = found.audition("one", NOW)
    assert (kept.role, kept.project) == ("Nina", "Winter" if name else "Winter, Somewhere Else")
    assert (kept.office, kept.producers) == (
        name if field == "office" else "",
        (name,) if field == "producers" else (),
    )
    assert (found.unread, kept.notes) == ((), "")
    assert bool(found.problems) is (field == "producers"), "the company is asked about"


@pytest.mark.parametrize(
    "said",
    [
        "mon 3 or tue 11am",
        "thu 2 and fri 4pm",
        "wed 10 / thu 2pm",
        "mon 3 or tue 4",
        "tue 3 or 4pm",
    ],
)
def test_two_days_with_one_bare_hour_are_asked(said: str) -> None:
    line = read(f"Nina, Cinder Lane {said}")
    assert (line.values.get("at"), line.unread) == (None, (said,))
    assert line.values["project"] == "Cinder Lane"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("a week on Thursday 10am", "2026-12-03"),
        ("a week tomorrow 10am", "2026-12-02"),
        ("10am a fortnight today", "2026-12-08"),
        ("two weeks today 10am", "2026-12-08"),
        ("the day after tomorrow 10am", "2026-11-26"),
        ("Thursday week 10am", "2026-12-03"),
        ("thu next week 10am", "2026-12-03"),
        ("next week, thu 10am", "2026-12-03"),
        ("not tomorrow but thu 10am", "2026-11-26"),
    ],
)
def test_day_counted_in_weeks_is_read_whole(said: str, day: str) -> None:
    line = read(f"Nina, Cinder Lane @Donmar {said}")
    at = line.values["at"]
    assert (str(at.day), str(at.time)) == (day, "10:00:00")
    assert (line.values["office"], line.values["project"]) == ("Donmar", "Cinder Lane")


@pytest.mark.parametrize(
    "said",
    [
        "in two weeks thursday",
        "thursday in two weeks",
        "a week on Tuesday or Wednesday",
        "Tuesday week",
        "a week on tuesday 3pm",
        "2 weeks after 24 nov",
        "thu 3pm next week",
        "not tomorrow",
        "can't do thu 3pm",
    ],
)
def test_ambiguous_day_goes_to_the_notes(said: str) -> None:
    line = read(f"Nina, Cinder Lane @Donmar {said}")
    assert (line.values.get("at"), line.unread) == (None, (said,))
    assert (line.values["office"], line.values["project"]) == ("Donmar", "Cinder Lane")


def test_title_may_contain_weeks() -> None:
    assert read("Nina, A Week on Friday thu 3pm").values["project"] == "A Week on Friday"
    assert read("Nina, Tech Week thu 3pm").values["project"] == "Tech Week"


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("weds half ten", "2026-11-25T10:30:00-05:00"),
        ("Thurs half ten", "2026-11-26T10:30:00-05:00"),
        (", quarter to six Thursday", "2026-11-26T17:45:00-05:00"),
        (", 3pm Thursday", "2026-11-26T15:00:00-05:00"),
        ("fri at six", "2026-11-27T18:00:00-05:00"),
        ("26th 10.30", "2026-11-26T10:30:00-05:00"),
        ("the 26th at half past two", "2026-11-26T14:30:00-05:00"),
        ("24.11 2pm", "2026-11-24T14:00:00-05:00"),
        ("27.11 at 2", "2026-11-27T14:00:00-05:00"),
        ("fri 27.11 2pm", "2026-11-27T14:00:00-05:00"),
        ("fri 27.11", "2026-11-27"),
        ("on the 26th", "2026-11-26"),
    ],
)
def test_spelled_out_hours_and_days_after_an_office_are_read(said: str, at: str) -> None:
    for head in ("Nina, Cinder Lane @Donmar", "Nina, Cinder Lane"):
        line = read(f"{head} {said}".replace(" ,", ","))
        assert (line.values["at"].isoformat(), line.unread) == (at, ())
        assert line.values["project"] == "Cinder Lane"
        assert line.values.get("office", "Donmar") == "Donmar"


@pytest.mark.parametrize("said", ["11.12 2pm", "11.12 10.30", "14th or 15th 3pm"])
def test_ambiguous_day_is_not_part_of_an_office(said: str) -> None:
    line = read(f"Nina, Cinder Lane @Donmar {said}")
    assert (line.values["office"], line.unread, line.values.get("at")) == ("Donmar", (said,), None)


def test_dotted_day_follows_the_date_order_setting() -> None:
    line = read_line("Nina, Cinder Lane @Donmar 11.12 2pm", NOW, order=DateOrder.DMY)
    assert line.values["at"].isoformat() == "2026-12-11T14:00:00-05:00"


@pytest.mark.parametrize("title", ["Henry the 5th", "Half Past Ten", "Dinner at Eight"])
def test_title_may_contain_an_hour_or_day(title: str) -> None:
    assert read(f"Nina, {title} fri 3pm").values["project"] == title


def test_close_of_a_day_is_a_tape_deadline() -> None:
    line = read("Nina, Cinder Lane, by COP Friday")
    assert (line.values["due_at"].isoformat(), line.values["project"]) == (
        "2026-11-27",
        "Cinder Lane",
    )


@pytest.mark.parametrize(
    "said",
    [
        "Nina, Cinder Lane, NDA, @Donmar",
        "Nina, Cinder Lane @Donmar, NDA",
        "Nina, Cinder Lane under NDA @Donmar",
        "Nina, Cinder Lane, under an NDA @Donmar",
        "under NDA, Nina, Cinder Lane @Donmar",
        "NDA Nina, Cinder Lane @Donmar",
        "Nina, Cinder Lane (strict NDA) @Donmar",
        "nina, cinder lane @donmar nda",
        "Nina, Cinder Lane @Donmar #NDA",
    ],
)
def test_line_mentioning_nda_marks_the_audition(said: str) -> None:
    line = read(said)
    kept = line.audition("one", NOW)
    assert kept.nda
    names = [name.lower() for name in (kept.role, kept.project, kept.office)]
    assert (names, line.unread) == (["nina", "cinder lane", "donmar"], ())
    assert kept.tags == (("NDA",) if "#" in said else ())
    assert any(label == "NDA" for label, *_ in line.reading)


def test_line_without_nda_is_not_marked() -> None:
    assert not read("Nina, Miranda @Donmar").audition("one", NOW).nda
    line = read("Nina, Cinder Lane, no NDA")
    assert (line.audition("one", NOW).nda, line.unread) == (False, ("no NDA",))


def test_nda_in_a_title_is_kept() -> None:
    kept = read("Nina, Untitled NDA Project").audition("one", NOW)
    assert (kept.project, kept.nda) == ("Untitled NDA Project", True)


def test_hour_in_another_zone_is_shown_in_both() -> None:
    shown = {label: words for label, words, _ in read("Nina, Winter due fri 5pm PT").reading}
    assert shown["due"].endswith("17:00 (America/Los_Angeles), in 3 days, 20:00 here")
    shown = {label: words for label, words, _ in read("Nina, Winter due fri 5pm").reading}
    assert "here" not in shown["due"]


@pytest.mark.parametrize(
    "said",
    ["wed 2pm, pencil 4-9 jan", "pencil 4-9 jan wed 2pm", "wed 2pm pencil 4-9 jan @Donmar"],
)
def test_hold_with_days_leaves_the_appointment(said: str) -> None:
    line = read(f"Nina, Cinder Lane {said}")
    kept = line.audition("one", NOW)
    assert [read.at and read.at.isoformat() for read in kept.rounds] == [
        "2026-11-25T14:00:00-05:00"
    ]
    assert [(hold.word_used, hold.dates and hold.dates.said) for hold in kept.holds] == [
        ("pencil", "4-9 jan")
    ]
    assert (kept.stage, line.unread) == (Stage.HOLD, ())


def test_hold_without_days_asks_about_the_appointment() -> None:
    line = read("Nina, Cinder Lane wed 2pm pencilled")
    assert (line.audition("one", NOW).rounds, line.unread) == ((), ("wed 2pm",))


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        ("26th", "26th"),
        ("Friday", "Friday"),
        ("the 5th 10ish", "the 5th 10ish"),
        (", buyout 1800", "buyout 1800"),
        ("usage 13 wks", "usage 13 wks"),
        (", exclusivity auto 1 yr", "exclusivity auto 1 yr"),
        (", usage 1 yr from dec 1", "usage 1 yr from dec 1"),
        (", sides wed", "sides wed"),
        (", Sat matinee", "Sat matinee"),
    ],
)
def test_days_and_terms_are_not_part_of_a_name(said: str, unread: str) -> None:
    line = read(f"Nina, Cinder Lane @Soho Theatre {said}".replace(" ,", ","))
    assert (line.unread, line.values.get("at")) == ((unread,), None)
    assert (line.values["office"], line.values["project"]) == ("Soho Theatre", "Cinder Lane")


def test_terms_alone_are_not_a_project() -> None:
    for terms in ("buyout 1800", "usage 13 wks", "exclusivity auto 1 yr"):
        line = read(f"Nina, Cinder Lane, {terms}")
        assert (line.values["project"], line.unread) == ("Cinder Lane", (terms,))
    line = read("Chase bank :60 radio, due mon 10a ET, $2500 buyout")
    assert (line.values["project"], line.unread) == ("Chase bank :60 radio", ("buyout",))
    line = read("Nina, Cinder Lane usage 13 wks due fri 3pm")
    assert line.values["due_at"].isoformat() == "2026-11-27T15:00:00-05:00"


@pytest.mark.parametrize("office", ["Bloody Sunday Films", "Friday Street", "Studio 54"])
def test_office_may_be_named_after_a_day(office: str) -> None:
    line = read(f"Nina, Cinder Lane @{office} fri 3pm")
    assert (line.values["office"], line.unread) == (office, ())


@pytest.mark.parametrize(
    ("line", "role", "project"),
    [
        ("self tape for Call the Midwife, Sister Agnes", "Sister Agnes", "Call the Midwife"),
        ("self tape for Sister Agnes, Call the Midwife", "Sister Agnes", "Call the Midwife"),
        ("self tape for Night Harbor, Detective Ruiz", "Detective Ruiz", "Night Harbor"),
        ("self tape for NIGHT NURSE, Mercy General", "NIGHT NURSE", "Mercy General"),
        ("Sat matinee read for Hedda, Almeida", "Hedda", "Almeida"),
        ("read for Uncle Vanya at the Globe, 3pm Thursday", "", "Uncle Vanya at the Globe"),
    ],
)  # fmt: skip
def test_project_after_tape_for_is_read(line: str, role: str, project: str) -> None:
    found = read(line)
    assert (found.values.get("role", ""), found.values["project"]) == (role, project)


def test_title_like_role_after_for_is_asked() -> None:
    line = read("self tape for Call the Midwife, Phyllis")
    assert any("If “Call the Midwife” is the project" in problem for problem in line.problems)


@pytest.mark.parametrize(
    "said",
    ["w/c 30 Nov", "week of dec 7", "week commencing Monday", "after thu 3pm", "until fri"],
)
def test_several_days_are_not_an_appointment(said: str) -> None:
    for head in ("Nina, Cinder Lane,", "Nina, Cinder Lane @Donmar"):
        line = read(f"{head} {said}")
        assert (line.values.get("at"), line.unread) == (None, (said,))
        assert line.values["project"] == "Cinder Lane"


@pytest.mark.parametrize(
    "said",
    [
        "Thursday",
        "Monday morning",
        "first thing Monday",
        "mid December",
        "ten to six Thursday",
        "Thursday ten to six",
    ],
)
def test_day_in_place_of_a_third_name_is_asked(said: str) -> None:
    line = read(f"Nina, Cinder Lane, Almeida, {said}")
    assert any(f"If “{said}” is a day" in problem for problem in line.problems)
    assert ("sure?", False) in [(label, sure) for label, _, sure in line.reading]


def test_title_ending_in_a_day_is_accepted() -> None:
    for title in ("Black Friday", "The Man Who Was Thursday", "Ever After"):
        line = read(f"Nina, {title} wed 3pm")
        assert (line.values["project"], line.problems) == (title, ())


def test_tape_deadline_may_be_a_dotted_day() -> None:
    line = read("Nina, Cinder Lane by 27.11")
    assert (str(line.values["due_at"].day), line.values["project"]) == ("2026-11-27", "Cinder Lane")


def test_end_of_day_means_a_deadline() -> None:
    line = read("Nina, Cinder Lane by close of play Friday")
    assert (str(line.values["due_at"].day), line.values["project"]) == ("2026-11-27", "Cinder Lane")


def test_midnight_is_taken_as_the_end_of_the_day() -> None:
    line = read("Nina, Cinder Lane fri midnight")
    assert str(line.values["at"].time) == "23:59:00"
    assert [problem[:16] for problem in line.problems] == ["Midnight is kept"]
