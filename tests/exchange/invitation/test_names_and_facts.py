"""Role, project and office told apart, and what a mail says beside its times."""

import pendulum
import pytest

from callbacktui.domain.enums import HoldKind
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.exchange.invitation.matching import find_matches
from callbacktui.exchange.invitation.propose_audition import propose, propose_change, propose_new
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.exchange.invitation.reading_result import Reading
from tests.factories import audition, read_on

NOW = pendulum.datetime(2026, 11, 29, 21, 0, tz="America/New_York")  # a Sunday


def read(text: str) -> Reading:
    return read_invitation(text.encode(), NOW)


def hold_of(said: str) -> Hold:
    mail = f"Subject: KETTLE - NINA\n\n{said}\n\nHarbor Casting"
    [hold] = propose_new(read(mail), "a", NOW).holds
    return hold


@pytest.mark.parametrize(
    ("said", "word", "kind"),
    [
        ("You are on AVAIL / first refusal, Dec 14.", "on AVAIL / first refusal", "first_refusal"),
        ("They are pinning shipping dates: you are pinned for Dec 14.", "pinned", "pin"),
        ("They want you on hold for NINA, Dec 14-15.", "on hold", "hold"),
        ("Heavy pencil for NINA on Dec 14.", "Heavy pencil", "heavy_pencil"),
        ("You're pencilled for NINA on Dec 14.", "pencilled", "pencil"),
        ("1st refusal on NINA, Dec 14.", "1st refusal", "first_refusal"),
        ("Availability check: NINA in KETTLE, Dec 15, 16.", "Availability check", "avail_check"),
        ("You're on first hold for NINA. Dates to follow.", "on first hold", "hold"),
    ],
)  # fmt: skip
def test_hold_keeps_the_word_they_used(said: str, word: str, kind: str) -> None:
    hold = hold_of(said)
    assert (hold.word_used, hold.kind) == (word, HoldKind(kind))


HEAD = "From: Dana Reed <dana@reedtalent.example>\nDate: Sun, 29 Nov 2026 10:00:00 -0500\nSubject: "


@pytest.mark.parametrize(
    ("subject", "said", "project", "role"),
    [
        (
            "Saltwater County - Deputy Hale",
            "It's a pass on this one.",
            "Saltwater County",
            "Deputy Hale",
        ),
        (
            "Deputy Hale / Saltwater County",
            "Sorry, it's a pass.",
            "Saltwater County",
            "Deputy Hale",
        ),
        (
            'Update on "Borrowed Weather" - MAEVE',
            "They have gone another way.",
            "Borrowed Weather",
            "MAEVE",
        ),
        ("News on BORROWED WEATHER / Maeve", "They went another way.", "BORROWED WEATHER", "Maeve"),
        ("Re: Borrowed Weather: MAEVE update", "Not this time.", "Borrowed Weather", "MAEVE"),
        (
            "PAPER HARBOR callbacks Thursday",
            "The Thursday callbacks are cancelled.",
            "PAPER HARBOR",
            "",
        ),
        ("Paper Harbor recalls", "The recalls are cancelled.", "Paper Harbor", ""),
        (
            "Release",
            "You've been released from Fizzwell Seltzer. Client went another way.",
            "Fizzwell Seltzer",
            "",
        ),
        (
            "Release",
            "Released from hold on Orchid Mobile. Network went another way.",
            "Orchid Mobile",
            "",
        ),
        (
            "Self tape: THE LAST LIGHTHOUSE KEEPER OF MAINE - Abigail",
            "Please find the details of your self tape for Abigail.\n\nDeadline: 12/1, 5pm ET",
            "THE LAST LIGHTHOUSE KEEPER OF MAINE",
            "Abigail",
        ),
    ],
)  # fmt: skip
def test_subject_separates_project_and_role(
    subject: str, said: str, project: str, role: str
) -> None:
    reading = read(f"{HEAD}{subject}\n\nHi Nora,\n\n{said}\n\nDana")
    assert (reading.text_of("project"), reading.text_of("role")) == (project, role)


@pytest.mark.parametrize(
    ("said", "project", "role"),
    [
        ("callback COLD FRONT (Lena) thurs 12/3 11:40am", "COLD FRONT", "Lena"),
        ("self tape COLD FRONT - Lena, due wed noon", "COLD FRONT", "Lena"),
        ("audition Cold Front (Juno) mon 12/7 10am on zoom", "Cold Front", "Juno"),
    ],
)
def test_short_mail_names_project_and_role(said: str, project: str, role: str) -> None:
    reading = read(said)
    assert (reading.text_of("project"), reading.text_of("role")) == (project, role)


@pytest.mark.parametrize(
    ("said", "projects", "roles"),
    [
        ("Ironbridge want a tape for DS Callow by thurs 5pm", ("Ironbridge",), ("DS Callow",)),
        (
            "Hi lovely, Ironbridge would love you to tape for Nurse Joy. Due thursday 6pm",
            ("Ironbridge",),
            ("Nurse Joy",),
        ),
        ("Brackwater are after a tape for PC Lowe due fri 10am", ("Brackwater",), ("PC Lowe",)),
        ("Kettle would like a self tape for Nina by wed", ("Kettle", "Nina"), ("Nina",)),
        ("They want a self tape for Det. Ruiz by wed 5pm", (), ("Det. Ruiz",)),
        ("Netflix need a tape for Maeve, fri noon latest", ("Maeve",), ("Maeve",)),
        ("Marrow Casting want you to tape for Callow by tuesday 5pm", ("Callow",), ("Callow",)),
    ],
)  # fmt: skip
def test_unclear_project_or_role_is_asked(
    said: str, projects: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    asked = {one.field: one.plain for one in read(said).questions}
    assert (asked.get("project", ()), asked.get("role", ())) == (projects, roles)


@pytest.mark.parametrize(
    ("said", "office"),
    [
        ("Casting is Harrow & Finch", "Harrow & Finch"),
        ("Casting by Montoya/Bell.", "Montoya/Bell"),
        ("It is for Montoya/Bell Casting.", "Montoya/Bell Casting"),
        ("CD: Harrow & Finch.", "Harrow & Finch"),
        ("CD is Hattie Brandreth.", "Hattie Brandreth"),
        ("Casting directors are Ann Marrow and Jo Pike.", "Ann Marrow"),
        ("The casting office is Pike & Sons.", "Pike & Sons"),
        ("Casting is Thursday and Friday only.", ""),
        ("Casting is still open.", ""),
    ],
)
def test_office_is_read_in_any_wording(said: str, office: str) -> None:
    mail = f"{HEAD}Cold Front - Lena\n\nAudition on Thursday 12/3 at 11am. {said}\n\nDana"
    reading = read(mail)
    assert reading.text_of("office") == office
    assert reading.text_of("at") == "2026-12-03T11:00:00-05:00"


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("WARDROBE: layers, no black", "wore", "layers, no black"),
        ("What to wear: jeans, a jacket", "wore", "jeans, a jacket"),
        ("Attire: smart", "wore", "smart"),
        ("Please wear a dark top, no logos.", "wore", "a dark top, no logos"),
        ("Wardrobe is business casual.", "wore", "business casual"),
        ("WARDROBE: Friday 12/11 at 3pm", "wore", ""),
        ("Please come in smart casual clothes.", "wore", "smart casual clothes"),
        ("Please come in through the side door.", "wore", ""),
        ("Come in ready to read with Tom Lamb.", "wore", ""),
        ("Look: 30s, warm, funny", "wore", ""),
        ("READING WITH: Tom Ames", "reader", "Tom Ames"),
        ("Reader: Tom Ames (in the room)", "reader", "Tom Ames"),
        ("You'll be reading with Tom Ames.", "reader", "Tom Ames"),
        ("READER: TBD", "reader", ""),
        ("Director: Sarah Pitt", "director", "Sarah Pitt"),
        ("Directed by: Sarah Pitt", "director", "Sarah Pitt"),
        ("Director: Casting Director Sarah Pitt", "director", ""),
        ("Directed by Casting Director Pitt.", "director", ""),
        ("Director: Sarah Pitt, casting director", "director", ""),
        ("The director, Sarah Pitt, will be there.", "director", "Sarah Pitt"),
        ("The casting director, Sarah Pitt, will be there.", "director", ""),
        ("Revised sides attached", "sides", "Revised sides attached"),
        ("I've attached the revised sides.", "sides", "I've attached the revised sides"),
        ("Sides are on Spotlight.", "sides", "Sides are on Spotlight"),
        ("Sides to follow.", "sides", "Sides to follow"),
        ("Come to 336 W 37th st 5th fl", "place", "336 W 37th st 5th fl"),
        ("Come to 12 main street", "place", "12 main street"),
        ("Come to 1515 broadway", "place", "1515 broadway"),
    ],
)
def test_further_facts_of_a_mail_are_read(said: str, field: str, value: str) -> None:
    mail = (
        f"{HEAD}Cold Front - Lena\n\nHi Nora,\n\nAudition on Thursday 12/3 at 11am.\n{said}\n\nDana"
    )
    reading = read(mail)
    assert reading.text_of(field) == value
    assert field not in reading.not_said or not value


def test_facts_about_the_round_are_kept_with_it() -> None:
    facts = "WARDROBE: layers\nREADING WITH: Tom Ames\nDirector: Sarah Pitt"
    mail = f"{HEAD}Cold Front - Lena\n\nAudition on Thursday 12/3 at 11am.\n{facts}\n\nDana"
    kept = propose_new(read(mail), "a", NOW)
    [asked] = kept.rounds
    assert (asked.wore, asked.reader, kept.director) == ("layers", "Tom Ames", "Sarah Pitt")


def test_mail_without_a_role_matches_the_only_audition_of_the_project() -> None:
    one = audition(id="one", project="Paper Harbor", role="Ines", office="Telsey Office")
    other = audition(id="other", project="Paper Harbor", role="Gus", office="Telsey Office")
    off = read(f"{HEAD}PAPER HARBOR callbacks\n\nThe callbacks are cancelled.\n\nDana")
    assert [match.id for match in find_matches(off, [one, audition(id="x")])] == ["one"]
    assert not find_matches(off, [one, other])
    tape = read(f"{HEAD}Self tape: PAPER HARBOR\n\nPlease tape. Due 12/3 at 5pm.\n\nDana")
    assert not find_matches(tape, [one])  # it may be for another role


def test_swapped_project_and_role_still_match_and_keep_the_record() -> None:
    kept = read_on(3, project="Borrowed Weather", role="Maeve", office="")
    off = read(f"{HEAD}Maeve - Borrowed Weather\n\nUnfortunately not this time.\n\nDana")
    assert [match.id for match in find_matches(off, [kept])] == [kept.id]
    after = propose_change(kept, off, NOW)
    assert (after.project, after.role) == ("Borrowed Weather", "Maeve")
    assert not after.is_open
    assert propose(off, (kept,), "n", NOW).after == after


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("The sides will reach you somehow.", "sides"),
        ("The casting director will call you.", "office"),
        ("We shoot early in the year.", "shoot_from"),
        ("The address is on the call sheet.", "place"),
        ("Ask for the role at the desk.", "role"),
        ("It's on the third floor.", "place"),
    ],
)
def test_mentioned_fields_are_not_listed_as_not_said(said: str, field: str) -> None:
    reading = read(f"{HEAD}Audition\n\nHi Nora,\n\nAudition on 12/3 at 11am.\n{said}\n\nDana")
    assert field in reading.unread
    assert field not in reading.not_said
    silent = read(f"{HEAD}Audition\n\nHi Nora,\n\nAudition on 12/3 at 11am.\n\nDana")
    assert field in silent.not_said


@pytest.mark.parametrize(
    ("subject", "project"),
    [
        ("Avail check Ford", "Ford"),
        ("Callback - Ontario Line", "Ontario Line"),
        ("Pinocchio", "Pinocchio"),
        ("OFFER!!! Hedda Gabler", "Hedda Gabler"),
        ("BOOKING Geico radio", "Geico radio"),
        ("HEDDA recall MOVED", "HEDDA"),
    ],
)
def test_trade_words_in_a_subject_are_not_cut_from_the_title(subject: str, project: str) -> None:
    assert (
        read(f"Subject: {subject}\n\nPlease be here on Friday 12/4 at 3pm.").text_of("project")
        == project
    )


@pytest.mark.parametrize(
    ("said", "project"),
    [
        ('Ford F-150 "Built"', 'Ford F-150 "Built"'),
        ('Chevy C-10 "Truck"', 'Chevy C-10 "Truck"'),
        ("Area-51", "Area-51"),
        ("Kettle - S2", "Kettle"),
        ("Kettle (:30)", "Kettle"),
        ("Kettle -short", "Kettle"),
    ],
)
def test_number_after_a_hyphen_belongs_to_the_title(said: str, project: str) -> None:
    assert read(f"Project: {said}\nRole: ANNCR\nDue: Mon 12/7 5PM PT").text_of("project") == project


@pytest.mark.parametrize(
    ("sender", "platform"),
    [
        ("x@foo-voices.com", ""),
        ("noreply@pay2play-voices.com", ""),
        ("x@voices.com.example.org", ""),
        ("noreply@voices.com", "Voices.com"),
        ("noreply@mail.voices.com", "Voices.com"),
    ],
)
def test_platform_needs_its_exact_domain(sender: str, platform: str) -> None:
    mail = f"From: {sender}\nSubject: invitation\n\nProject: X-Men Legends\nRole: Narrator\n"
    assert read(f"{mail}Deadline: 12/7/2026 5 PM EST").text_of("platform") == platform


def test_numeric_date_is_not_part_of_a_capitalized_name() -> None:
    reading = read("Placing you on hold for KETTLE 12/14-12/16.")
    assert "KETTLE" in {reading.text_of("project"), reading.text_of("role")}


def test_word_after_a_title_is_not_a_theater() -> None:
    reading = read("Audition for Nina in The Public Enemy, Public house scene, Monday 12/7 3pm ET.")
    assert reading.text_of("theatre") == ""


@pytest.mark.parametrize("what", ["Callback", "Audition", "Your appointment", "Chem read", "Tape"])
def test_words_before_a_colon_name_role_and_project(what: str) -> None:
    reading = read(f"{what} for Anna in The Deep: Monday 12/7 at 3pm.\nBring a headshot.")
    assert (reading.text_of("role"), reading.text_of("project")) == ("Anna", "The Deep")


@pytest.mark.parametrize(
    ("said", "role", "project"),
    [
        ("Your callback for JUNE in SALT ROAD is Friday 12/4 at 2pm.", "JUNE", "SALT ROAD"),
        (
            "A work session on BRIDIE in THE PEAT FIRE, Friday 12/4 at 2pm.",
            "BRIDIE",
            "THE PEAT FIRE",
        ),
        ("They'd love to talk about KARIN in SALT ROAD, Friday 12/4 at 2pm.", "KARIN", "SALT ROAD"),
        ("Your read for SALT ROAD has to move to Monday 12/7 at 3pm.", "", "SALT ROAD"),
        ('The session for "Glass Harbour" has been cancelled.', "", "Glass Harbour"),
        (
            "Have her tape for SISTER AGATHA in SALT ROAD by Friday noon.",
            "SISTER AGATHA",
            "SALT ROAD",
        ),
        ("You're on second option for MUM in SALT ROAD TVC.", "MUM", "SALT ROAD"),
        ("CB for Volt Electronics is tomorrow at 10am.", "", "Volt Electronics"),
    ],
)
def test_role_and_project_are_read_in_usual_places(said: str, role: str, project: str) -> None:
    reading = read(said)
    assert (reading.text_of("role"), reading.text_of("project")) == (role, project)


def test_listed_instructions_are_not_roles() -> None:
    reading = read(
        "Tape request\nProject\tNORTHLIGHT\nRole\tGrown Son\nDue date\t12/4/2026 5:00 PM EST\n\n"
        "1. Slate: name, height.\n2. Tell us a story (30 seconds).\n3. Hands: front."
    )
    assert (reading.text_of("role"), reading.text_of("project")) == ("Grown Son", "NORTHLIGHT")
    assert reading.text_of("due_at") == "2026-12-04T17:00:00-05:00"
    assert read("Self-tape for KETTLE.\n1. Slate\n2. Tell us about you\n3. Hands").questions == ()


def test_greeted_name_is_not_a_project() -> None:
    reading = read(
        "Subject: Pencil - Noor - KESTER\n\nHi Noor\n\nYou're pencilled for KESTER, 12/14."
    )
    assert reading.text_of("project") == "KESTER"


@pytest.mark.parametrize(
    ("said", "by"),
    [
        ("Please confirm by return email by COB tomorrow.", "2026-11-30"),
        ("Let me know which you'd prefer by end of today.", "2026-11-29"),
        (
            "Please choose CONFIRM, RESCHEDULE or DECLINE by 5pm tomorrow.",
            "2026-11-30T17:00:00-05:00",
        ),
    ],
)
def test_answer_by_time_is_read_in_other_wordings(said: str, by: str) -> None:
    reading = read(f"Audition for Anna in The Deep: Monday 12/7 at 3pm. {said}")
    assert reading.text_of("confirm_by") == by


@pytest.mark.parametrize(
    ("said", "medium"),
    [
        ("We loved your reel and would like you to read for ANNA in our short film.", "short"),
        ("It's for ANNA in THE DEEP (Channel 4).", "tv"),
        ("Previews from 20 March, press night 26 March.", "theatre"),
    ],
)
def test_medium_is_read_beside_other_words(said: str, medium: str) -> None:
    assert (
        read(f"Audition for Anna in The Deep: Monday 12/7 at 3pm. {said}").text_of("medium")
        == medium
    )


@pytest.mark.parametrize(
    ("subject", "project"),
    [
        ("On avail - COMET", "COMET"),
        ('SELF TEST - "Wattle Creek"', "Wattle Creek"),
        ('Student film (NYU) - "Sublet"', "Sublet"),
        ("Thank you for auditioning: THE CHERRY CLUB", "THE CHERRY CLUB"),
        ("Callback - SILVER SHOES national tour", "SILVER SHOES"),
        ("Tape - Motherlode / HBO Max / Season 3", "Motherlode"),
    ],
)
def test_subject_project_is_only_the_title(subject: str, project: str) -> None:
    reading = read(f"Subject: {subject}\n\nHi Noor,\n\nPlease come in on Friday 12/4 at 2pm.")
    assert (reading.text_of("project"), reading.text_of("role")) == (project, "")


def test_street_is_not_a_medium() -> None:
    reading = read("Audition for ANNA in THE DEEP, Friday 12/4 at 2pm, 28 Commercial Street.")
    assert not reading["medium"]


def test_preparation_day_is_not_a_work_day() -> None:
    reading = read("Avail check for ANNA in THE DEEP. Dates: 3/2, 3/3, 3/4, prep/fit 3/1.")
    assert reading.text_of("shoot_from") == "2027-03-02"


@pytest.mark.parametrize(
    ("subject", "project"),
    [
        ("Zoom link for Thursday - PAPER CRANES", "PAPER CRANES"),
        ("Industrial - MedCore training video", "MedCore training video"),
        ('Fitting + call info: "Harbor Lights" commercial', "Harbor Lights"),
        ('Your audition slot: Fringe show "Ten Spoons"', "Ten Spoons"),
        ("Quick turnaround tape!! GALLOWS CREEK", "GALLOWS CREEK"),
    ],
)
def test_what_a_subject_says_beside_the_title_is_none(subject: str, project: str) -> None:
    reading = read(f"Subject: {subject}\n\nHi Noor,\n\nPlease come in on Friday 12/4 at 2pm.")
    assert (reading.text_of("project"), reading.text_of("role")) == (project, "")


def test_where_a_job_shoots_is_neither_role_nor_project() -> None:
    reading = read("Self-tape, due Friday at noon.\nShoots in Santa Fe.\nRehearses in Leeds.")
    assert (reading.text_of("role"), reading.text_of("project")) == ("", "")


def test_a_role_of_a_manager_makes_no_manager_of_the_agent() -> None:
    reading = read(
        "Hi Noor,\n\nAre you available Tuesday, April 20 for a corporate shoot in Naperville?\n"
        "You'd be NURSE MANAGER, with lots of teleprompter, and it pays $800 flat for the day.\n\n"
        "Thanks,\nDeb Straub\nPrairie Talent"
    )
    assert (reading.text_of("source"), reading.text_of("role")) == ("agent", "NURSE MANAGER")


def test_a_pick_up_day_is_no_decision() -> None:
    reading = read(
        "Avail check for ANNA in THE DEEP, May 3. Also a possible pick-up day on June 11."
    )
    assert not reading["decision_by"]


@pytest.mark.parametrize(
    "hail", ["Hey Sam -", "Hi Sam,", "Hello love \u2014", "Hi there!", "Dear Sam:"]
)
def test_a_greeting_is_neither_project_nor_role(hail: str) -> None:
    reading = read(
        f"{hail} in person for Kroger commercial (role: Young Dad), Wed 12/2 at 2:40pm\n"
        "Big Picture Casting, 1440 Dutch Valley Pl NE, Suite 230, Atlanta 30324\n"
    )
    assert (reading.text_of("project"), reading.text_of("role")) == ("Kroger", "Young Dad")
    assert reading.text_of("office") == "Big Picture Casting"
    assert reading.text_of("at") == "2026-12-02T14:40:00-05:00"


@pytest.mark.parametrize(
    "said",
    [
        "Audition for ANNA in THE DEEP, Wed 12/2 at 2:40pm Big Picture Casting.",
        "Audition for ANNA in THE DEEP, at 2:40 on 12/2 Big Picture Casting.",
        (
            "Audition for ANNA in THE DEEP on Wednesday at 2pm, at the rooms in Kirkwood\nBig"
            " Picture Casting, 1440 Dutch Valley Pl NE, Suite 230, Atlanta 30324"
        ),
    ],
)
def test_an_office_takes_nothing_of_the_time_or_the_line_before_it(said: str) -> None:
    assert read(said).text_of("office") == "Big Picture Casting"


def test_a_title_that_greets_is_a_title() -> None:
    reading = read('Hi Noor,\n\nCallback for Irene in "Hello, Dolly!" on Friday 12/4 at 2pm.')
    assert reading.text_of("project") == "Hello, Dolly!"
    said = read("Dear Evan Hansen - the musical. Callback for CONNOR, Friday 12/4 at 2pm.")
    assert said.text_of("project") == "Dear Evan Hansen"


def test_the_word_for_a_read_is_no_part_of_the_project() -> None:
    reading = read("Callback for Walmart commercial, role of Mom, Friday 12/4 at 2pm.")
    assert (reading.text_of("project"), reading.text_of("role")) == ("Walmart", "Mom")


@pytest.mark.parametrize(
    ("said", "project", "medium"),
    [
        ("PEACHTREE BLUES (CBS, 1hr drama) - Ep 104", "PEACHTREE BLUES", "tv"),
        ("Peachtree Blues (Netflix, season 2) - Episode 3", "Peachtree Blues", ""),
        ("PEACHTREE BLUES (NBC - pilot)", "PEACHTREE BLUES", "tv"),
        ("Peachtree Blues [ABC, half-hour], Eps 1-3", "Peachtree Blues", "tv"),
        ("(Un)Seen", "(Un)Seen", ""),
        ("PEACHTREE BLUES (CBS)", "PEACHTREE BLUES", "tv"),
    ],
)
def test_a_bracket_after_a_title_is_no_part_of_it_and_never_cut(
    said: str, project: str, medium: str
) -> None:
    reading = read(f"Hi Noor,\n\nProject: {said}\nRole: HAYES\nSelf tape due Friday 12/4 at 2pm.")
    assert reading.text_of("project") == project
    assert reading.text_of("medium") == medium


def test_a_network_after_a_title_in_a_sentence_is_none_of_it() -> None:
    reading = read("Callback for HAYES in PEACHTREE BLUES (CBS, 1hr drama), Friday 12/4 at 2pm.")
    assert (reading.text_of("project"), reading.text_of("medium")) == ("PEACHTREE BLUES", "tv")


@pytest.mark.parametrize(
    "said",
    [
        (
            "Thank you for coming in. We would like to see you again for George Murchison in\n"
            "A RAISIN IN THE SUN at the Alliance Theatre."
        ),
        "We'd like to see you again for George Murchison in\nA RAISIN IN THE SUN.",
        "Callback for George Murchison in A RAISIN IN THE SUN at 11:15 on Saturday.",
        "Callback for George Murchison in A RAISIN IN THE SUN on Sat 5 December.",
    ],
)
def test_a_title_is_read_whole_over_a_line_and_its_small_words(said: str) -> None:
    reading = read(f"Dear Noor,\n\n{said}\n\nCallback: Saturday, December 5, 11:15 a.m.\n")
    project = reading.text_of("project")
    assert (project.upper(), reading.text_of("role")) == ("A RAISIN IN THE SUN", "George Murchison")
    assert reading.text_of("at") == "2026-12-05T11:15:00-05:00"


def test_a_long_title_in_capitals_is_read_to_its_end() -> None:
    reading = read(
        "Callback for Christopher Boone in THE CURIOUS INCIDENT OF THE DOG IN THE NIGHT-TIME,"
        " Friday 12/4 at 2pm."
    )
    title = "THE CURIOUS INCIDENT OF THE DOG IN THE NIGHT-TIME"
    assert (reading.text_of("project"), reading.text_of("role")) == (title, "Christopher Boone")


def test_a_subject_that_ends_in_the_sun_is_no_sunday() -> None:
    reading = read(
        "Subject: EPA callback - A Raisin in the Sun\n\nHi Noor,\n\nPlease come in on 12/5 at 2pm."
    )
    assert reading.text_of("project") == "A Raisin in the Sun"


def test_the_sun_in_a_title_is_no_sunday() -> None:
    reading = read("Callback for George Murchison in A RAISIN IN THE SUN at 11:15am.")
    assert (reading.text_of("at"), reading.text_of("project")) == ("", "A RAISIN IN THE SUN")
    said = read("Callback for ANNA in KETTLE on the Sun at 2pm.")
    assert (said.text_of("project"), said.text_of("at")[:10]) == ("KETTLE", "2026-12-06")


@pytest.mark.parametrize(
    ("said", "project", "role"),
    [
        (
            'Avail check: NETFLIX "Hollow Creek", recurring guest star DEPUTY OWENS.',
            "Hollow Creek",
            "DEPUTY OWENS",
        ),
        ('Avail check: ABC pilot "Hollow Creek", co-star NURSE #2.', "Hollow Creek", "NURSE #2"),
        ('Avail check: co-star "Hollow Creek", role of NURSE #2.', "Hollow Creek", "NURSE #2"),
        ('You are pinned for "Hollow Creek", guest star NURSE #2.', "Hollow Creek", "NURSE #2"),
        ("Avail check: Netflix's \"Hollow Creek\" - CO-STAR BILL.", "Hollow Creek", "BILL"),
        ('Avail check: guest star on HULU series "Hollow Creek".', "Hollow Creek", ""),
        ('Avail check: "Hollow Creek", CO-STAR, HULU.', None, ""),
    ],
)  # fmt: skip
def test_a_title_and_a_role_stand_beside_the_network_and_the_size(
    said: str, project: str | None, role: str
) -> None:
    reading = read(f"{said} Are you available Jan 11 - Feb 26 in Savannah?")
    assert reading.kind.value in {"avail", "hold"}
    assert project is None or reading.text_of("project") == project
    assert reading.text_of("role") == role


@pytest.mark.parametrize(
    ("work", "roles"),
    [
        ('a workshop of a new play "The Salt House"', "either BEN or THE BROTHER"),
        ('the short film "The Salt House"', "either BEN or THE BROTHER"),
        ('a new musical, "The Salt House"', "both BEN and THE BROTHER"),
    ],
)
def test_a_title_after_the_sort_of_work_is_no_role(work: str, roles: str) -> None:
    reading = read(
        f"Horizon is doing {work} - they'd like you to read for {roles}. Sides to follow."
    )
    assert reading.text_of("project") == "The Salt House"
    [asked] = [one for one in reading.questions if one.field == "role"]
    assert asked.choices == ("BEN", "THE BROTHER")


def test_a_quoted_name_that_is_played_is_a_role() -> None:
    reading = read('They\'d like you to play "Bernadette" in SALT HOUSE. Tape due Friday at noon.')
    assert (reading.text_of("project"), reading.text_of("role")) == ("SALT HOUSE", "Bernadette")


@pytest.mark.parametrize("role", ["BEN", "BEN COLE", "Ben Cole"])
def test_a_role_that_they_want_read_is_whole(role: str) -> None:
    reading = read(f'They would like you to read for {role} in "The Salt House".')
    assert (reading.text_of("project"), reading.text_of("role")) == ("The Salt House", role)


@pytest.mark.parametrize("who", ["In the room", "Present", "On the Zoom", "In attendance"])
def test_who_is_in_the_room_is_no_sides(who: str) -> None:
    reading = read(
        "Dear Noor,\n\nCallback for ANNA in KETTLE, Saturday, December 5, 11:15 a.m.\n"
        f"{who}: Tinashe Bell (director), Jody Marsh (associate casting director)\n"
        "Please prepare the Act II scene 1 sides (attached) and be ready to adjust.\n"
    )
    sides = "Please prepare the Act II scene 1 sides (attached) and be ready to adjust"
    assert reading.text_of("sides") == sides
    assert (reading.text_of("project"), reading.text_of("role")) == ("KETTLE", "ANNA")


@pytest.mark.parametrize(
    ("said", "wear"),
    [
        ("Wardrobe: casual, no logos. No sides, improv at the session.", "casual, no logos"),
        ("Wardrobe: dark, plain. Not too formal.", "dark, plain. Not too formal"),
        ("What to wear: a blazer. Sides attached. Park in the lot.", "a blazer"),
        ("Wear: blue. Please confirm by Tuesday.", "blue"),
    ],
)
def test_what_to_wear_is_only_what_is_to_be_worn(said: str, wear: str) -> None:
    reading = read(f"Callback for ANNA in KETTLE, Saturday, December 5, 11:15 a.m.\n{said}")
    assert reading.text_of("wore") == wear


@pytest.mark.parametrize("said", ["No sides, improv at the session.", "There are no sides."])
def test_no_sides_are_none(said: str) -> None:
    reading = read(f"Callback for ANNA in KETTLE, Saturday, December 5, 11:15 a.m.\n{said}")
    assert reading.text_of("sides") == ""
    assert "sides" not in (*reading.not_said, *reading.unread)


def event(location: str, description: str) -> str:
    return (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\n"
        "UID:abc-123@x\nDTSTAMP:20261129T200000Z\n"
        "DTSTART;TZID=America/Los_Angeles:20261207T093000\n"
        'SUMMARY:Chemistry read - "Hollow Creek" - Deputy Owens\n'
        f"LOCATION:{location}\nDESCRIPTION:{description}\nEND:VEVENT\nEND:VCALENDAR\n"
    )


@pytest.mark.parametrize(
    ("location", "link"),
    [
        ("https://zoom.us/j/5551234", "https://zoom.us/j/5551234"),
        ("Zoom: https://zoom.us/j/5551234", "https://zoom.us/j/5551234"),
        ("https://rooms.example/5551234", "https://rooms.example/5551234"),
    ],
)
@pytest.mark.parametrize("said", ["Sides: scenes 4 and 9.", "Sides: https://sides.example/49"])
def test_the_location_of_an_event_is_the_link_to_join(location: str, link: str, said: str) -> None:
    reading = read(event(location, said))
    assert (reading.text_of("link"), reading.text_of("format")) == (link, "virtual_live")
    assert not reading["place"]


def test_a_map_as_the_location_is_no_link_to_join() -> None:
    reading = read(event("https://maps.example/q=12", "Sides: scenes 4 and 9."))
    assert reading.text_of("link") == reading.text_of("format") == ""


@pytest.mark.parametrize(
    "said",
    [
        "Client + agency will be on.",
        "The client and the agency will be on the Zoom.",
        "The director and two producers will be in the room.",
        "The network is joining.",
        "With Dana Whitfield (showrunner) and Marcus Lee.",
        "You'll be with Dana Whitfield and Marcus Lee.",
        "In the room: Dana Whitfield, Marcus Lee",
    ],
)
def test_who_will_be_in_the_room_is_listed(said: str) -> None:
    mail = f"Callback for THE DEEP, role of ANNA, Thursday 12/3 at 2pm.\n{said}\nWear black."
    assert read(mail).unplaced == (said,)
    assert not read(f"{mail}\nAn NDA is required.").unplaced  # nothing of it is kept


@pytest.mark.parametrize(
    "said",
    [
        "The director is Luis Ortega.",
        "The client will decide by Friday.",
        "With best wishes, Kate Moss",
        "The producers are on a tight schedule.",
        "Parking: the studio is there on the left.",
    ],
)
def test_who_does_what_is_not_who_is_in_the_room(said: str) -> None:
    mail = f"Callback for THE DEEP, role of ANNA, Thursday 12/3 at 2pm.\n{said}\nWear black."
    assert read(mail).unplaced == ()


BREAKDOWN = (
    "GLASS ORCHARD\nFeature Film\n\n{}, 40s. A beekeeper.\n\n"
    "Tapes due Friday 12/4.\nOne file.\nNo slate.\nThanks!"
)


@pytest.mark.parametrize(
    ("subject", "said", "project", "role"),
    [
        ("VO AUDITION - Bright Harbor - DUE WED 12/2", "Tape it.", "Bright Harbor", ""),
        (
            "CB: Untitled Lena Park Pilot - Gretchen",
            "We'd love you back for Lena and the producers, 12/3 at 2pm.",
            "Untitled Lena Park Pilot",
            "Gretchen",
        ),
        (
            "Tape - EMPIRE OF ASH: RECKONING - SUL",
            "Tape for EMPIRE OF ASH: RECKONING by Friday.",
            "EMPIRE OF ASH: RECKONING",
            "SUL",
        ),
        (
            'Appointment | KETTLE | Noor Castellan as "Cassidy"',
            "Thursday 12/3, 4pm.",
            "KETTLE",
            "Cassidy",
        ),
        (
            "Much Ado callbacks",
            "You are invited to callbacks for Much Ado About Nothing, 12/5 at 10am.",
            "Much Ado About Nothing",
            "",
        ),
        (
            "Gil - Untitled Marsh Brothers Comedy - chem read",
            "12/4 at 1pm on Zoom.",
            "Untitled Marsh Brothers Comedy",
            "Gil",
        ),
        ("AUDITION | Codename: Marble Sky | DUE THUR", "Tape it.", "Marble Sky", ""),
        ("You're booked: Corewell safety video", "Shoot 12/4.", "Corewell safety video", ""),
        ("RE: Hollow Road (ITV)", "See you for Varya, 12/4 at 1pm.", "Hollow Road", "Varya"),
        (
            "Night Bloom",
            "Up for reading The Pharmacist in Night Bloom? By 12/4.",
            "Night Bloom",
            "The Pharmacist",
        ),
        (
            "",
            "Nadine (agent): Callback!!! Trooper Mills, Coldwater. 12/4 1pm",
            "Coldwater",
            "Trooper Mills",
        ),
        ("Tape", "A feature called An Gleann for Saltmarsh Films. Tape by 12/4.", "An Gleann", ""),
        ("Audition", 'Come in to read for "Character C", 12/4 at 1pm.', "", "Character C"),
        ("KETTLE release", "You are released from 12/4.", "KETTLE", ""),
        ("SELF TAPE REQ: Kettle Hill", "Tape due 12/4.", "Kettle Hill", ""),
        (
            "ANIMATION - Kettle Hill",
            "Reading for: GRISTLE. Big, damp. Due 12/4.",
            "Kettle Hill",
            "GRISTLE",
        ),
        (
            "Test",
            "Lou Amari, our pilot director, works with you on Nina for KETTLE. It is 12/4 1pm.",
            "KETTLE",
            "Nina",
        ),
        ("Tape", "NORA VANCE (series regular): 45 to 55. Due 12/4.", "", "NORA VANCE"),
        ("Avails", "A print shoot for Northlake Bank, 12/4?", "Northlake Bank", ""),
        (
            "!!!",
            "BOOKED!! Blackwater Bay!! EMT Ruiz is YOURS. Shoots 12/4.",
            "Blackwater Bay",
            "EMT Ruiz",
        ),
        (
            "Tape",
            "Tape for NINA in the new Channel 4 drama SALT ROAD by 12/4.",
            "SALT ROAD",
            "NINA",
        ),
        (
            "Chem Reads",
            "Going to reads for TY (series regular) in the FX pilot KETTLE, 12/4 1pm.",
            "KETTLE",
            "TY",
        ),
        ("Tidal recall :)", "Could you make a recall on 12/4 at 6pm?", "Tidal", ""),
        (
            "Hollis Bank onboarding",
            "Hollis Bank onboarding, 12/4 1pm.",
            "Hollis Bank onboarding",
            "",
        ),
        (
            "Kettle 2",
            "Adored your tape as The Cartographer, 12/4 1pm on Zoom.",
            "Kettle 2",
            "The Cartographer",
        ),
        ("", "Fri 9:15a zoom, Vet Tech on Sunny Side Down.", "Sunny Side Down", "Vet Tech"),
        (
            "Audition",
            "Part of Nina in The Kettle at the Royal Exchange. 12/4 1pm.",
            "The Kettle",
            "Nina",
        ),
        ("you're pinned for Precinct Nine", "Pinned for 12/4.", "Precinct Nine", ""),
        ("RUSH vo - Cedar Hospital (radio)", "Need this back 12/4 by 4pm.", "Cedar Hospital", ""),
        ("Fwd: Self-Tape // COLD HARBOR // Waitress", "See below.", "COLD HARBOR", "Waitress"),
        (
            "Final Callbacks: STARLING, a new musical",
            "The scene for MRS. ABBOT, 12/4 1pm.",
            "STARLING",
            "MRS. ABBOT",
        ),
        ('CALLBACK | Goldfinch "Fence" | 12/4', "12/4 at 1pm.", 'Goldfinch "Fence"', ""),
        (
            "BOOKED",
            "You have booked Goldfinch as the NEIGHBOR! Shoot 12/4.",
            "Goldfinch",
            "NEIGHBOR",
        ),
        (
            "AVAIL CHECK",
            "Casualty are asking if you're about 12/4 for Ken, a dad.",
            "Casualty",
            "Ken",
        ),
        (
            "OFFER",
            "Straight offer. Mayor Pickett, on Harvest Lane. Starts June 21 in Vancouver.",
            "Harvest Lane",
            "Mayor Pickett",
        ),
        (
            "KETTLE (animated series) - Barnacle",
            "Your Barnacle made us laugh. 12/4 1pm.",
            "KETTLE",
            "Barnacle",
        ),
        ("Magpie - BFI short - self-tape for Annie", "Tape by 12/4.", "Magpie", "Annie"),
        (
            "TAPE \u2728 Captain Cardboard \u2728 Mayor Muffin",
            "Due 12/4.",
            "Captain Cardboard",
            "Mayor Muffin",
        ),
        (
            "Tall Grass",
            "Pass on Tall Grass Lager. Tall Grass Lager went elsewhere.",
            "Tall Grass Lager",
            "",
        ),
        (
            "",
            "Our web series Roomies Anonymous and you as our Landlord Gary, 12/4 1pm?",
            "Roomies Anonymous",
            "Landlord Gary",
        ),
        ("", "We have to cancel the Kettle Hill auditions tonight.", "Kettle Hill", ""),
        (
            "Untitled Baseball Musical / Coach",
            "Read Coach's speech, 12/4 1pm.",
            "Untitled Baseball Musical",
            "Coach",
        ),
        ("Lidl Summer", "You are off the pencil for Lidl Summer I'm afraid.", "Lidl Summer", ""),
        (
            "CALLBACK - Kettle Hill",
            "Tessa callback is 12/4 at 1:05p on Zoom.",
            "Kettle Hill",
            "Tessa",
        ),
        ("NINA in KETTLE", "You are booked on 12/4. Costume is yours to keep.", "KETTLE", "NINA"),
        ("Callback", "Callback for NINA, KETTLE. Friday 12/4 at 3pm.", "", ""),
        ("Pinewood :30 - Restless Husband", "12/4 at 1pm.", "Pinewood", "Restless Husband"),
        ("Audition", "WHEN: 12/4, 1pm\nWHERE: Manhattan Beach Studios, 16 Elm Ave", "", ""),
        ("*Foxes in the Rain* auditions", "Come read on 12/4 at 6pm.", "Foxes in the Rain", ""),
        (
            "Hello",
            "It is for my play _Foxes in the Rain_. Read on 12/4 at 6pm?",
            "Foxes in the Rain",
            "",
        ),
        (
            "Gravel Road Kings",
            "Called Gravel Road Kings and I saw you. Tape for Bartender by 12/4?",
            "Gravel Road Kings",
            "Bartender",
        ),
        (
            "Recall",
            "Recall for the part of the VICAR in the Harbor Tea advert, 12/4 at 3pm.",
            "Harbor Tea",
            "VICAR",
        ),
        (
            "",
            'You read on 12/3 at 4pm.\n\n"KETTLE" - Season 1 - Freeform\n"CASSIDY" - Recurring',
            "KETTLE",
            "CASSIDY",
        ),
        ("Selects", BREAKDOWN.format("[TOBIAS KANE]\nMale"), "GLASS ORCHARD", "TOBIAS KANE"),
        ("Selects", BREAKDOWN.format("TOBIAS KANE: Male"), "GLASS ORCHARD", "TOBIAS KANE"),
        (
            "Tape",
            "Client: Medlow Devices\nJob: internal training video\nRole: Nurse\nDue Friday 12/4",
            "Medlow Devices",
            "Nurse",
        ),
        (
            "Tape for KETTLE",
            "Client: Noor Castellan\nRole: Nurse\nDue Friday 12/4",
            "KETTLE",
            "Nurse",
        ),
        (
            "Audition",
            "They want you for Carrick's Law, the courtroom show, 12/4 at 9am.",
            "Carrick's Law",
            "",
        ),
        (
            "Audition",
            "Prepare the songs for LOTTIE and MISS VANE in CABARET, 12/4 at 9am.",
            "CABARET",
            None,
        ),
    ],
)
def test_a_name_is_told_by_its_place(
    subject: str, said: str, project: str, role: str | None
) -> None:
    reading = read(f"Subject: {subject}\n\n{said}\n\nHarbor Casting")
    asked = [one.field for one in reading.questions]
    assert reading.text_of("project") == project
    assert "role" in asked if role is None else reading.text_of("role") == role


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("Spot: Corvo Tires\nRole: Dad\n12/4 at 9am", "medium", "commercial"),
        ("VO for a national commercial, NINA in KETTLE, tape due 12/4", "medium", "voice_over"),
        ("Read for NINA in my play KETTLE, 12/4 at 9am", "medium", "theatre"),
        ("Untitled Lena Park Pilot, role of NINA, 12/4 at 9am", "medium", "tv"),
        ("KETTLE\nRole: NINA\nSUPPORTING.\n12/4 at 9am", "size", "supporting"),
        ("KETTLE\nRole: Lead Technician. Plain.\n12/4 at 9am", "size", ""),
        ("Avail check for background on KETTLE, 12/4", "size", "background"),
        ("Voice test for KETTLE, TV & VOD, tape by 12/4", "medium", "voice_over"),
        ("NINA in KETTLE, 12/4 at 1pm\nCB: 12/9\nShoot: 12/20", "kind_of_round", ""),
        (
            "WHEN: 12/4, 1pm\nWHERE: Manhattan Beach Studios, 16 Elm Ave",
            "at",
            "2026-12-04T13:00:00-05:00",
        ),
        (
            "12/4 at 1pm, upstairs at the Hen, 109 St Paul's Road",
            "place",
            "the Hen, 109 St Paul's Road",
        ),
        (
            "On hold for NINA in KETTLE.\nShoot: 12/8\nWardrobe: 12/4 (no need to hold it)",
            "shoot_from",
            "2026-12-08",
        ),
        ("Tape by 12/4. Shoot is March 1st through the 20th", "shoot_to", "2027-03-20"),
        ("12/4 10am\nRaleigh Studios, 5300 Melrose Ave", "at", "2026-12-04T10:00:00-05:00"),
        ("VO for KETTLE. Need this back today by 4pm", "due_at", "2026-11-29T16:00:00-05:00"),
        ("KETTLE, 12/4 at 1pm in The Lir, Pearse Street", "place", "The Lir, Pearse Street"),
        (
            "KETTLE\n12/4 @ 3:10pm\nWarner Bros, Bldg 140, Room 12",
            "place",
            "Warner Bros, Bldg 140, Room 12",
        ),
        ("NINA in the new Apple series KETTLE, 12/4 1pm", "medium", "tv"),
        ("NINA in our production of Kettle, 12/4 1pm", "medium", "theatre"),
        ("We offer you NINA in KETTLE. Glad of an answer by 12/4.", "decision_by", ""),
        ("KETTLE, 12/4 at 1pm at the Elm rehearsal rooms", "place", "the Elm rehearsal rooms"),
        ("Tape for one of our leads, Dale, in KETTLE by 12/4", "size", "lead"),
        ("NORA VANCE (series regular): 45 to 55, tape by 12/4", "size", "series_regular"),
        (
            "KETTLE. Callback 12/4 at 2pm. Must be avail for shoot 12/9.",
            "kind_of_round",
            "callback",
        ),
        (
            "KETTLE\nST due 12/2 10am EST\nCB 12/4 in person NYC",
            "due_at",
            "2026-12-02T10:00:00-05:00",
        ),
        ("KETTLE callback 12/4 at 2pm, don't look without me on the phone", "format", ""),
        ("They offered NINA in KETTLE to a name.", "at", ""),
        ("A lovely supporting part in KETTLE, tape due 12/4", "size", "supporting"),
        ("SERIES: Kettle\nCHARACTER: Nina\nTAPE DUE: 12/4", "medium", "tv"),
        ("NINA in KETTLE at Maple Theatre, 12/4 at 9am", "medium", "theatre"),
        ("Our open call for KETTLE is Friday, 12/4 at 10am", "at", "2026-12-04T10:00:00-05:00"),
        (
            "Project: Kettle\nDue: 12/4 5pm\nCallback: 12/11\nShoot: 12/20",
            "due_at",
            "2026-12-04T17:00:00-05:00",
        ),
        (
            "See you 12/4 at noon at the Elm building, 721 Broadway",
            "place",
            "the Elm building, 721 Broadway",
        ),
        (
            "Recall for NINA in KETTLE\nTime: 15.20\nDate: Friday 4th December",
            "at",
            "2026-12-04T15:20:00-05:00",
        ),
        (
            "You are invited to the tour of KETTLE, Friday 12/4 at 10am",
            "at",
            "2026-12-04T10:00:00-05:00",
        ),
    ],
)
def test_a_fact_is_told_by_its_place(said: str, field: str, value: str) -> None:
    assert read(f"Subject: Audition\n\n{said}\n\nHarbor Casting").text_of(field) == value


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("We are in the Elm Rehearsal Room, 224 Waverly Pl.", "Elm Rehearsal Room, 224 Waverly Pl"),
        ("Location\nHex Studios\n1655 Cherokee Ave\nLos Angeles", "Hex Studios, 1655 Cherokee Ave"),
        (
            "\nElm Audition Center\n165 W 46th St, 16th Floor\n\nBring a photo.\nNo sides.",
            "Elm Audition Center, 165 W 46th St, 16th Floor",
        ),
    ],
)
def test_place_has_its_name_and_its_street(said: str, place: str) -> None:
    mail = f"Subject: NINA in KETTLE\n\nYour time:\nFriday 12/4, 3pm\n{said}\n\nKestrel Casting"
    assert read(mail).text_of("place") == place


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Your EPA appointment for KETTLE", "epa"),
        ("KETTLE - Equity Chorus Call", "ecc"),
        ("KETTLE - invited dance call", "dance_call"),
        ("KETTLE - open call", "open_call"),
        ("KETTLE - retape request", "retape"),
        ("KETTLE audition", ""),
    ],
)
def test_kind_of_a_first_round_is_told(subject: str, kind: str) -> None:
    reading = read(f"Subject: {subject}\n\nFriday 12/4, 3pm\n\nKestrel Casting")
    assert reading.text_of("kind_of_round") == kind


def test_office_is_told_by_its_possessive() -> None:
    said = "Subject: KETTLE\n\nStellan Moe's office wants you for NINA, Friday 12/4, 3pm.\n\nL"
    assert read(said).text_of("office") == "Stellan Moe"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Friday 12/4 10:30 works on our end, it's yours.", "appointment"),
        ("It's yours! Shoots Friday 12/4.", "booking"),
        ("The client has chosen another actor for this campaign.", "pass"),
        ("They offered NINA to a name. Your tape was great.", "pass"),
        ("They let you go, your dates are free.", "release"),
        ("It's a pass on Kettle. Your tape was beautiful.", "pass"),
        ("Pin request: please pin Noor for NINA, May 3 to May 12.", "hold"),
        ("You're now Friday 12/4 at 9.45am. Same place.", "change"),
        ("You've been let go from Kettle, went older.", "release"),
        ("You are confirmed for the print job! Date: Friday 12/4, 8am", "booking"),
        ("Can you come back Friday 12/4 at 5:15pm?", "callback"),
        ("Fall term is six Tuesdays, every class taped, from 12/4, 7pm.", "other"),
        ("Tomorrow is over Zoom instead of in the room. Same time.", "change"),
        ("You're going to chemistry reads for NINA, Friday 12/4 at 3pm.", "callback"),
    ],
)
def test_kind_of_a_mail_is_told_by_its_words(said: str, kind: str) -> None:
    assert read(f"Subject: KETTLE\n\n{said}\n\nHarbor Casting").kind.value == kind


def test_tape_is_due_when_the_agent_wants_it() -> None:
    said = "Tape due to us: FRI 12/4, 5PM\nTape due to casting: MON 12/7, 12PM"
    mail = f"From: Lou <lou@apex.example>\nSubject: KETTLE\n\n{said}\n\nLou\nApex Artists"
    assert read(mail).text_of("due_at") == "2026-12-04T17:00:00-05:00"


def test_callbacks_of_a_called_back_actor_are_at_that_time() -> None:
    mail = "Subject: Callback for KETTLE\n\nLoved it!\n\nCallbacks: Friday 12/4, 11am, Hall 2\n\nJo"
    assert read(mail).text_of("at") == "2026-12-04T11:00:00-05:00"


def test_time_beside_a_tape_is_its_deadline() -> None:
    mail = "Subject: Kettle - self-tape for Annie\n\nFriday 12/4 9am is plenty of time.\n\nBelle"
    assert read(mail).text_of("due_at") == "2026-12-04T09:00:00-05:00"
