"""The card: what to know at the door, and nothing that was never noted."""

import datetime as dt

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.audition_context import History, context_of
from callbacktui.domain.door_card import Card, card_text, make_card
from callbacktui.domain.enums import Format, RoundKind
from callbacktui.domain.holds_and_bookings import Feedback
from callbacktui.domain.round import Sides
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from tests.factories import NOW, asked, audition, done, moment, present, read_on, reflection

FIRST = done(
    10,
    id="r1",
    wore="navy shirt",
    hair_makeup="hair up",
    choices="He counts twice.",
    redirects="Less clever.",
    people=("Cass Bell",),
    reflection=reflection(next_time="One breath first."),
)
CALLED = audition(
    id="called",
    role="Clerk",
    project="Cardigan County",
    office="Two Lanterns",
    stage=Stage.CALLBACK,
    rounds=(
        FIRST,
        asked(
            id="r2",
            kind=RoundKind.CALLBACK,
            format=Format.IN_PERSON,
            at=moment(2, 10, "America/Los_Angeles"),
            place="14 Candle Row, ring Bell",
            people=("Cass Bell", "Ann Lee"),
            sides=Sides(pages="6", version_date=dt.date(2026, 11, 19)),
        ),
    ),
)
BEFORE = read_on(
    40,
    id="before",
    role="Puck",
    office="two lanterns",
    rounds=(done(40, id="b1", redirects="Half the volume.", people=("cass bell",)),),
    feedback=(Feedback(via="agent", text="warm"),),
)


def _card(one: Audition, *others: Audition) -> Card | None:
    history = History((one, *others))
    return make_card(context_of(one, history, NOW, Windows()), history)


def _text(one: Audition, *others: Audition) -> str:
    return "\n".join(card_text(present(_card(one, *others))))


def test_card_shows_both_times_place_and_people() -> None:
    text = _text(CALLED, BEFORE)
    assert "Mon 23 Nov 2026, 10:00 (America/Los_Angeles)" in text
    assert "13:00 here" in text
    assert "Where: 14 Candle Row, ring Bell" in text
    assert "Cass Bell (met once in October)" in text
    assert "Ann Lee (first time)" in text
    assert "Sides: 6, version of 19 Nov" in text


def test_card_words_how_often_people_were_met() -> None:
    for count, words in ((2, "met twice, last in October"), (3, "met 3 times, last in October")):
        before = [replace(BEFORE, id=f"b{n}") for n in range(count)]
        assert f"Cass Bell ({words})" in _text(CALLED, *before)


def test_card_shows_clothes_choices_and_notes_of_the_last_round() -> None:
    text = _text(CALLED, BEFORE)
    assert "Wore: navy shirt, hair up" in text
    assert "Choices: He counts twice." in text
    assert "Redirects: Less clever." in text
    assert text.count("One breath first.") == 1


def test_card_shows_what_to_wear_beside_what_was_worn() -> None:
    same = replace(CALLED.rounds[1], wore="navy shirt", hair_makeup="hair up")  # carried over
    text = _text(replace(CALLED, rounds=(FIRST, same)))
    assert "What to wear" not in text
    assert "The same as last time, unless they said otherwise" in text
    other = replace(CALLED.rounds[1], wore="gray cardigan")
    text = _text(replace(CALLED, rounds=(FIRST, other)))
    assert "  What to wear: gray cardigan\n" in text
    assert "What you did last time, from the audition on" in text
    assert "  Wore: navy shirt, hair up" in text
    first = audition(rounds=(asked(at=moment(1), wore="plain shirt"),))
    assert "  What to wear: plain shirt" in _text(first)
    assert "  Wore: plain shirt" in _text(read_on(1, rounds=(done(1, wore="plain shirt"),)))


def test_card_shows_earlier_notes_of_the_office() -> None:
    text = _text(CALLED, BEFORE)
    assert "Puck, Hamlet: Half the volume." in text
    assert "Puck, Hamlet: “warm”" in text


def test_card_lists_what_is_not_noted() -> None:
    bare = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(1)),))
    text = _text(bare)
    assert "Not noted: where, who, sides, specs, what to wear" in text
    assert "No earlier audition for this role" in text
    assert "met" not in text


def test_card_of_a_lone_callback_claims_no_earlier_audition() -> None:
    first = audition(stage=Stage.CALLBACK, rounds=(asked(kind=RoundKind.CALLBACK),))
    assert "No earlier audition is noted" in _text(first)
    assert "No earlier audition for this role" in _text(replace(first, straight_to_callback=True))


def test_card_of_an_undated_round_says_so() -> None:
    assert "no date yet" in _text(audition(stage=Stage.REQUESTED, rounds=(asked(),)))


def test_no_card_without_a_round() -> None:
    assert _card(audition()) is None


def test_card_shows_the_last_round_if_none_is_ahead() -> None:
    assert "Ophelia" in _text(read_on(3, role="Ophelia"))


def test_card_shows_pieces_to_bring_and_those_seen_before() -> None:
    past = read_on(
        40, id="past", role="Puck", rounds=(done(40, pieces=("Memory", "Harper's speech")),)
    )
    coming = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(1), pieces=("memory",)),))
    text = _text(coming, past)
    assert "Pieces: memory" in text
    assert "Telsey Office saw Memory on 12 Oct (Puck, Hamlet). Bring another, unless" in text
    assert "They saw: Harper's speech (12 Oct)" in text
    given = audition(rounds=(done(1, pieces=("memory",)),))
    assert "They saw" not in _text(given, past)
    assert "Pieces" not in _text(past, coming).partition("They saw")[2]
    assert "They saw" not in _text(replace(coming, office="Else"), past)


def test_last_place_is_shown_until_one_is_given() -> None:
    first = replace(FIRST, place="9 Spoke Yard")
    unsaid = replace(CALLED.rounds[1], place="")
    text = _text(replace(CALLED, rounds=(first, unsaid)))
    assert "Was at: 9 Spoke Yard" in text
    assert "Not noted: where" in text
    assert "Was at" not in _text(replace(CALLED, rounds=(first, CALLED.rounds[1])))
    online = replace(unsaid, url="https://meet.example/1")
    assert "Was at" not in _text(replace(CALLED, rounds=(first, online)))


def test_office_of_an_earlier_round_is_not_new() -> None:
    assert "this office" not in _text(CALLED)
    assert "this office: first time" in _text(replace(CALLED, rounds=CALLED.rounds[1:]))
    assert "this office: 2nd time" in _text(CALLED, BEFORE)
