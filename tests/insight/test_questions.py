"""The five answers, against what a hand counts on forty auditions with every ending."""

import datetime as dt

from msgspec.structs import replace

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Medium, RoundKind
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.reflection import Gave, Gut
from callbacktui.domain.settled_reads import OWN_ENDS
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.insight.aalen_johansen import End
from callbacktui.insight.counting import wait_of
from callbacktui.insight.proportion import Proportion
from callbacktui.insight.questions import Answer, _of_hundred, answers
from tests.factories import NOW, TODAY, audition, days_ago, done, later, moment, read_on, reflection

ENDS = [d for d in Disposition if d is not Disposition.OPEN]


def _closed(n: int, disposition: Disposition, stage: Stage = Stage.AUDITIONED) -> Audition:
    return read_on(
        200 - n,
        id=f"c{n}",
        project=f"Play {n}",
        office="Kestrel" if n % 2 else "Gantry",
        medium=Medium.TV,
        stage=stage,
        disposition=disposition,
        closed_on=days_ago(190 - n),
    )


FORTY = [
    *(_closed(n, d) for n, d in enumerate(ENDS)),  # 16 reads that ended in every way
    *(_closed(20 + n, Disposition.PASSED_TOLD, Stage.CALLBACK) for n in range(6)),
    *(_closed(30 + n, Disposition.RELEASED, Stage.HOLD) for n in range(3)),
    *(_closed(40 + n, Disposition.COMPLETED, Stage.WRAPPED) for n in range(2)),
    *(read_on(n, id=f"o{n}", project=f"Open {n}") for n in range(1, 6)),
    *(
        audition(id=f"s{n}", submitted_on=days_ago(9), stage=Stage.SUBMITTED, rep="Hollis")
        for n in range(4)
    ),
    audition(
        id="s8",
        submitted_on=days_ago(90),
        stage=Stage.SUBMITTED,
        disposition=Disposition.PRESUMED_PASSED,
    ),
    read_on(30, id="s9", submitted_on=days_ago(40), stage=Stage.CALLBACK),
    read_on(30, id="direct", straight_to_callback=True, stage=Stage.CALLBACK),
    *(let_rest(read_on(90 + n, id=f"r{n}"), NOW) for n in range(1)),
]


def _by_id(*auditions: Audition) -> dict[str, Answer]:
    return {answer.id: answer for answer in answers(auditions, TODAY)}


def _counted(answer: Answer, name: str, group: str = "") -> Proportion:
    return next(p for p in answer.proportions if (p.name, p.group) == (name, group))


def test_sample_has_forty_auditions_with_every_ending() -> None:
    assert len(FORTY) == 40
    assert {a.disposition for a in FORTY} == set(Disposition)


def test_callbacks_match_a_manual_count() -> None:
    found = _by_id(*FORTY)["called_back"]
    back = _counted(found, "callback_rate")
    # 6 called back, s9; 3 held and 2 booked, straight from the first read, which are no callbacks;
    # and the reads that ended but for the actor's own ends
    assert back.k == 6 + 1
    assert back.straight == 3 + 2
    assert back.n == back.k + back.straight + len(ENDS) - len(OWN_ENDS)
    assert back.open == 5 + 1  # open reads, and the one that was let rest
    assert back.presumed == 1
    few = _counted(found, "final_few_rate")
    assert (few.k, few.open) == (5, 7)  # s9 may still get there
    assert _counted(found, "booking_rate").k == 2
    assert _counted(found, "callback_to_booking").k == 0  # both jobs came without a callback
    assert _counted(found, "callback_rate", "TV").k == 6
    assert "direct" not in found.counted
    assert found.sentence == (
        "7 of 24 settled auditions led to a callback (29%, likely 15 to 49%). Of the other 17, 5 "
        "went straight to a hold, an offer or a job; 1 ended in silence; 11 ended another way. 6 "
        "more are still open."
    )


# name, group: those that got there, of how many, how many are open, how many ended in silence.
# The three holds and the two jobs came straight from the first read: settled, and no callbacks.
BY_HAND = {
    ("called_in_again", ""): (3, 3, 0, 0),
    ("call_in_rate", ""): (1, 2, 4, 1),  # s9 was asked in, s8 was not, s0 to s3 are out
    ("callback_rate", ""): (7, 24, 6, 1),
    ("final_few_rate", ""): (5, 23, 7, 1),  # 12 ends at the read, 6 at the callback
    ("booking_rate", ""): (2, 23, 7, 1),
    ("callback_to_booking", ""): (0, 6, 2, 0),  # s9 and the one straight to the callback are open
    ("hold_to_booking", ""): (0, 3, 0, 0),
    ("callback_rate", "TV"): (6, 23, 0, 1),
    ("callback_rate", "other"): (1, 1, 6, 0),
    ("late_word", ""): (0, 1, 0, 0),
    ("good_pace", ""): (0, 0, 0, 0),
    ("rushed", ""): (0, 0, 0, 0),
    ("dragged", ""): (0, 0, 0, 0),
    ("gave_my_audition", ""): (0, 0, 0, 0),
    ("gut_likely", ""): (0, 0, 0, 0),
}


def test_every_proportion_matches_a_manual_count() -> None:
    counted = {
        (p.name, p.group): (p.k, p.n, p.open, p.presumed)
        for answer in answers(FORTY, TODAY)
        if answer.id != "dry_spell"
        for p in answer.proportions
    }
    assert counted == BY_HAND


def test_late_word_counts_only_after_letting_go() -> None:
    def late(audition: Audition) -> tuple[int, int]:
        counted = _counted(_by_id(audition)["word"], "late_word")
        return counted.k, counted.n

    def close(audition: Audition, how: Disposition, days: int) -> Audition:
        return moves.close(audition, how, later(days))

    gone, told = Disposition.PRESUMED_PASSED, Disposition.PASSED_TOLD
    slip = moves.reopen(close(read_on(60), told, -40), later(-40))
    assert late(slip) == (0, 0)
    assert late(close(slip, gone, -10)) == (0, 1), "it was reopened before it was let go"
    waiting = moves.reopen(close(read_on(60), gone, -30), later(-29))
    assert late(waiting) == (0, 1), "nobody said anything since"
    assert late(close(waiting, gone, -10)) == (0, 1)
    assert late(close(waiting, told, -10)) == (1, 1)
    assert late(moves.advance(waiting, Stage.CALLBACK, later(-5))) == (1, 1)
    assert late(replace(waiting, heard_on=days_ago(5))) == (1, 1)


def test_tiny_chance_is_not_called_zero() -> None:
    assert [_of_hundred(*ends) for ends in ((0, 0), (0, 4), (2, 4), (3, 3))] == [
        "fewer than one", "up to 4", "2 to 4", "3",
    ]  # fmt: skip


def test_wait_ends_by_disposition() -> None:
    ends = {a.disposition: wait.end for a in FORTY[:16] if (wait := wait_of(a, TODAY))}
    against = {d for d, end in ends.items() if end is End.AGAINST}
    assert len(ends) == 16  # the day of each read and each end is known
    assert against == {
        Disposition.PASSED_TOLD, Disposition.RELEASED, Disposition.ROLE_CUT,
        Disposition.CAST_OTHERWISE, Disposition.PROJECT_SHELVED, Disposition.CANCELLED,
        Disposition.OFFER_WITHDRAWN, Disposition.RECAST, Disposition.TYPED_OUT,
        Disposition.NOT_SEEN,
    }  # fmt: skip


def test_submissions_are_counted_separately() -> None:
    found = _by_id(*FORTY)["called_in_again"]
    call_in = _counted(found, "call_in_rate")
    assert (call_in.k, call_in.n, call_in.open) == (1, 2, 4)
    assert _counted(found, "called_in_again").k == 3


def test_letting_go_does_not_count_as_an_answer() -> None:
    told = read_on(10, disposition=Disposition.PASSED_TOLD, closed_on=days_ago(4))
    let_go = read_on(30, disposition=Disposition.PRESUMED_PASSED, closed_on=days_ago(9))
    called = read_on(
        10,
        stage=Stage.CALLBACK,
        rounds=(done(10), done(1, id="r2", kind=RoundKind.CALLBACK, received_at=moment(-7))),
    )
    assert wait_of(told, TODAY) == (6, End.AGAINST)
    assert wait_of(let_go, TODAY) == (21, End.NOT_YET)
    assert wait_of(called, TODAY) == (3, End.FOR)
    assert wait_of(read_on(5), TODAY) == (5, End.NOT_YET)
    assert wait_of(audition(), TODAY) is None
    assert wait_of(read_on(5, stage=Stage.CALLBACK), TODAY) is None  # the day is not known


def test_dry_spell_is_compared_with_chance() -> None:
    few = [_closed(n, Disposition.PASSED_TOLD) for n in range(4)]
    assert "too early to tell" in _by_id(*few)["dry_spell"].sentence
    hits = [_closed(n, Disposition.PASSED_TOLD, Stage.CALLBACK) for n in range(4)]
    dry = [_closed(10 + n, Disposition.PASSED_TOLD) for n in range(12)]
    sentence = _by_id(*hits, *dry)["dry_spell"].sentence
    assert sentence.startswith("12 settled auditions in a row")
    assert "by chance alone" in sentence
    assert (
        "You are not in one"
        in _by_id(*dry, *[_closed(60, Disposition.RELEASED, Stage.HOLD)])["dry_spell"].sentence
    )


def test_dry_spell_needs_three_settled_auditions() -> None:
    for count, words in ((1, "1 settled audition "), (2, "2 settled auditions ")):
        dry = [_closed(n, Disposition.PASSED_TOLD) for n in range(count)]
        sentence = _by_id(*dry)["dry_spell"].sentence
        assert sentence == f"With {words}it is too early to call it one."


def test_silences_are_worded_naturally() -> None:
    silent = [_closed(n, Disposition.PRESUMED_PASSED) for n in range(3)]
    hit = _closed(9, Disposition.PASSED_TOLD, Stage.CALLBACK)
    said = [
        _by_id(*those)["called_back"].sentence.partition(". ")[2]
        for those in (silent, [hit, *silent], [hit, silent[0]])
    ]
    assert said == [
        "3 ended in silence.",
        "Of the other 3, 3 ended in silence.",
        "The other one ended in silence.",
    ]


def test_media_are_compared_only_if_they_clearly_differ() -> None:
    def some(medium: Medium, called: int, of: int) -> list[Audition]:
        stages = [Stage.CALLBACK] * called + [Stage.AUDITIONED] * (of - called)
        return [
            replace(_closed(n, Disposition.PASSED_TOLD, stage), id=f"{medium}{n}", medium=medium)
            for n, stage in enumerate(stages)
        ]

    film = some(Medium.FILM, 2, 30)
    said = (
        "You are called back more often for TV (16 of 25) than for film (2 of 30); chance alone "
        "hardly explains it."
    )
    offices = (
        "Gantry: 9 callbacks from 28 settled auditions (32%, likely 18 to 51%)",
        "Kestrel: 9 callbacks from 27 settled auditions (33%, likely 19 to 52%)",
    )
    assert _by_id(*film, *some(Medium.TV, 16, 25))["called_back"].notes == (*offices, said)
    assert said not in _by_id(*film, *some(Medium.TV, 4, 25))["called_back"].notes
    few = _by_id(*film, *some(Medium.TV, 9, 9))["called_back"].notes  # a base under ten
    assert said[:20] not in "".join(few)


def test_offices_that_called_once_are_worded_neutrally() -> None:
    sentence = _by_id(*(read_on(n, office=f"O{n}") for n in range(3)))["called_in_again"].sentence
    assert sentence == "3 offices called you in, for one project each so far."


def test_recent_look_backs_are_compared_with_earlier_ones() -> None:
    def look(n: int, **marks: object) -> Audition:
        read = done(100 - n, reflection=reflection(**marks))
        return read_on(100 - n, id=f"l{n}", rounds=(read,))

    before = [look(n, myself=4, clarity=4, pacing=0) for n in range(5)]
    after = [look(5 + n, myself=2, clarity=4, pacing=-1, next_time="Breathe.") for n in range(5)]
    found = _by_id(*before, *after)["change"]
    assert found.sentence.startswith("Just a hunch: in your last five reflections your lowest mark")
    assert found.sentence.endswith("yourself, typically 2 out of 5; in the five before it was 4.")
    assert _counted(found, "rushed") == Proportion("rushed", 5, 10)
    assert "felt rushed" not in found.sentence  # half is no pattern
    assert len(found.notes) == 5
    assert found.notes[0].endswith("Breathe.")


def test_gut_feeling_counts_only_if_locked_and_from_eight_auditions() -> None:
    def look(n: int, *, locked: bool) -> Audition:
        marks = reflection(gut=Gut.LIKELY, locked_before_result=locked, gave_my_audition=Gave.YES)
        return read_on(
            id=f"g{n}",
            stage=Stage.CALLBACK if n % 2 else Stage.AUDITIONED,
            disposition=Disposition.PASSED_TOLD,
            rounds=(done(200 - n, reflection=marks),),
        )

    seven = [look(n, locked=True) for n in range(7)]
    assert "your gut" not in _by_id(*seven)["change"].sentence
    eight = [*seven, look(7, locked=True), look(8, locked=False)]
    assert (
        "Of 8 settled auditions your gut called likely, 4 went further."
        in _by_id(*eight)["change"].sentence
    )


def test_empty_record_gets_no_answers() -> None:
    for answer in answers((), dt.date(2026, 1, 1)):
        assert answer.sentence == "Not enough of your own yet."
        assert not any(p.share for p in answer.proportions)
