"""What is said of an office or a person, against what a hand counts."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.contact import Contact, ContactKind
from callbacktui.domain.enums import Source
from callbacktui.domain.people import Person, people_of
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.insight.person_record import evidence, person_record
from tests.factories import audition, days_ago, done, read_on
from tests.insight.test_questions import FORTY

PASSED = {"disposition": Disposition.PASSED_TOLD, "closed_on": days_ago(50)}


def office(name: str, *auditions: Audition, contacts: tuple[Contact, ...] = ()) -> Person:
    return next(p for p in people_of(auditions, contacts) if p.name == name and p.kind.is_office)


def test_office_record_matches_a_manual_count() -> None:
    gantry = person_record(office("Gantry", *FORTY))
    # even numbers: 8 of the 16 ends, 3 called back, 2 held, 1 booked; the last 3 without a callback
    assert (gantry.read, gantry.callbacks.k, gantry.callbacks.n) == (14, 3, 12)
    assert gantry.callbacks.straight == 3
    assert "12 settled, 3 callbacks, 3 straight to a hold, an offer or a job" in gantry.sentence()
    assert gantry.callbacks.open == 0
    kestrel = person_record(office("Kestrel", *FORTY))
    assert (kestrel.read, kestrel.callbacks.k, kestrel.callbacks.n) == (13, 3, 11)
    telsey = person_record(office("Telsey Office", *FORTY))
    # five open, s9, the one let rest; submissions and the one straight to a callback stay out
    assert (telsey.read, telsey.callbacks.n, telsey.callbacks.open) == (7, 1, 6)
    assert telsey.straight == 1
    assert telsey.last_seen == days_ago(1)


def test_evidence_of_being_remembered_is_counted() -> None:
    first = read_on(90, id="first", role="Marlow", project="Fog", **PASSED)
    again = read_on(9, id="again", role="June", project="Sun", came_from="first")
    asked = audition(id="asked", role="Ann", project="Rain", source=Source.REPEAT_CALL_IN)
    straight = read_on(3, id="s", role="Bo", project="Sea", straight_to_callback=True,
                       stage=Stage.CALLBACK)  # fmt: skip
    everything = (first, again, asked, straight)
    kept = Contact(id="k", name="Telsey Office", kind=ContactKind.CASTING_OFFICE,
                   kind_words="Lovely work.")  # fmt: skip
    person = office("Telsey Office", *everything, contacts=(kept,))
    assert person_record(person).remembered == 2
    by_id = {one.id: one for one in everything}
    assert [one.words for one in evidence(person, by_id.get)] == [
        "asked you straight to the callback for Bo, Sea",
        "called you in again for June, Sun, after Marlow, Fog",
        "called you in again for Ann, Rain",
        "said: Lovely work.",
    ]


def test_no_evidence_means_no_fan() -> None:
    person = office("Telsey Office", read_on(9), read_on(40, id="b", **PASSED))
    assert evidence(person, lambda _: None) == ()
    assert person_record(person).remembered == 0


def test_rep_is_not_counted_as_remembering() -> None:
    referred = read_on(9, rep="Hollis", source=Source.REFERRAL, came_from="x")
    sent = read_on(20, id="b", rep="Hollis", source=Source.AGENT)
    rep = next(p for p in people_of([referred, sent]) if p.name == "Hollis")
    assert rep.kind is ContactKind.AGENT
    assert [one.words for one in evidence(rep, lambda _: None)] == [
        "put you forward for Ophelia, Hamlet"
    ]
    assert person_record(rep).remembered == 0


def test_only_people_at_both_auditions_remembered() -> None:
    first = read_on(90, id="first", people=("Cass",), director="Noor", **PASSED)
    again = read_on(9, id="again", people=("Cass",), director="Sol", came_from="first")
    people = {p.name: person_record(p).remembered for p in people_of([first, again])}
    assert people == {"Telsey Office": 1, "Cass": 1, "Noor": 0, "Sol": 0}


def test_sentence_depends_on_the_persons_part() -> None:
    read = read_on(9, rep="Hollis", rounds=(done(9, reader="Teddy"),))
    sentences = {p.name: person_record(p).sentence() for p in people_of([read])}
    assert sentences["Telsey Office"] == "1 audition: 1 open"
    assert sentences["Hollis"] == "1 audition: 1 open"
    assert sentences["Teddy"] == "helped with 1 audition"


def test_own_withdrawal_is_not_counted() -> None:
    own = read_on(60, id="w", disposition=Disposition.WITHDRAWN, closed_on=days_ago(30))
    assert person_record(office("Telsey Office", own)).sentence() == "1 audition"


def test_silence_and_rejection_are_counted_separately() -> None:
    told = read_on(60, id="t", **PASSED)
    silent = read_on(60, id="s", disposition=Disposition.PRESUMED_PASSED, closed_on=days_ago(30))
    both = audition(id="d", office="", director="Noor", rounds=(done(5, people=("Noor",)),))
    record = person_record(office("Telsey Office", told, silent, read_on(4)))
    assert (record.told, record.silent, record.callbacks.n) == (1, 1, 2)
    (noor,) = people_of([both])
    assert len(noor.auditions) == 1  # named twice, and counted once
