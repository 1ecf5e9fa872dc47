"""The texts that actors write under "Result" are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.enums import Cleared, HoldKind
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.exchange.spreadsheet.heading_topics import topic_of
from callbacktui.exchange.spreadsheet.result_text import (
    LONG_PAST,
    Outcome,
    as_written,
    join_results,
    read_result,
    settle_silence,
)


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("", None, Disposition.OPEN),
        ("?", None, Disposition.OPEN),
        ("no", None, Disposition.PASSED_TOLD),
        ("They went another way.", None, Disposition.PASSED_TOLD),
        ("no cb", None, Disposition.PRESUMED_PASSED),
        ("nothing", None, Disposition.PRESUMED_PASSED),
        ("CB", Stage.CALLBACK, Disposition.OPEN),
        ("callback!", Stage.CALLBACK, Disposition.OPEN),
        ("2nd cb", Stage.CALLBACK, Disposition.OPEN),
        ("Callback - no", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("cb, pinned, released", Stage.HOLD, Disposition.RELEASED),
        ("avail → released", Stage.HOLD, Disposition.RELEASED),
        ("pinned", Stage.HOLD, Disposition.OPEN),
        ("pinned then booked!!", Stage.BOOKED, Disposition.OPEN),
        ("booked :)", Stage.BOOKED, Disposition.OPEN),
        ("offer, turned it down", Stage.OFFER, Disposition.OFFER_DECLINED),
        ("wrapped", Stage.WRAPPED, Disposition.COMPLETED),
        ("role cut", None, Disposition.ROLE_CUT),
        ("project shelved", None, Disposition.PROJECT_SHELVED),
    ],
)
def test_results_as_actors_write_them(written: str, stage: Stage | None, end: Disposition) -> None:
    outcome = read_result(written)
    assert (outcome.stage, outcome.disposition, outcome.unread) == (stage, end, "")


@pytest.mark.parametrize("written", ["project pushed", "postponed", "pushed to fall"])
def test_postponed_work_is_not_over(written: str) -> None:
    outcome = read_result(written)
    assert (outcome.disposition, outcome.unread) == (Disposition.OPEN, written)


@pytest.mark.parametrize(
    ("written", "is_given"),
    [
        ("submitted", False),
        ("Self tape requested", False),
        ("confirmed", False),
        ("completed", True),
        ("tape sent", True),
        ("cb", True),
        ("no", None),
        ("waiting", None),
    ],
)
def test_result_word_tells_if_the_audition_happened(written: str, is_given: bool | None) -> None:
    assert read_result(written).is_given is is_given


def test_answer_is_read_by_its_question() -> None:
    assert read_result("yes", Stage.CALLBACK).stage is Stage.CALLBACK
    assert read_result("\u2714\ufe0f", HoldKind.PIN).stage is Stage.HOLD
    assert read_result("no", Stage.BOOKED).disposition is Disposition.PASSED_TOLD
    assert read_result("FALSE", Stage.CALLBACK) == Outcome()
    assert read_result("yes - booked", Stage.CALLBACK).stage is Stage.BOOKED


def test_silence_counts_as_an_answer_only_after_a_while() -> None:
    silent = read_result("no cb")
    assert settle_silence(silent, LONG_PAST) is Disposition.OPEN
    assert settle_silence(silent, LONG_PAST + 1) is Disposition.PRESUMED_PASSED
    assert settle_silence(silent, None) is Disposition.PRESUMED_PASSED


def test_a_hold_keeps_the_word_that_was_used() -> None:
    outcome = read_result("avail, 1st refusal / booked")
    assert [(h.kind, h.word_used, h.cleared) for h in outcome.holds] == [
        (HoldKind.AVAIL, "avail", Cleared.CONVERTED),
        (HoldKind.FIRST_REFUSAL, "1st refusal", Cleared.CONVERTED),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "not on the callback list",
        "never pinned",
        "no avail",
        "not in the final two",
        "no offer",
        "hoping for a callback",
        "cast the director's wife",
        "cast someone older",
        "they gave it away",
    ],
)
def test_denied_or_hoped_for_results_are_not_stages(written: str) -> None:
    assert (read_result(written).stage, read_result(written).holds) == (None, ())


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("callback no luck", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("avail not booked", Stage.HOLD, Disposition.PASSED_TOLD),
        ("cut after callbacks", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("no second callback", Stage.CALLBACK, Disposition.PRESUMED_PASSED),
        ("callback declined", Stage.CALLBACK, Disposition.WITHDRAWN),
        ("rejected at final round", Stage.TEST, Disposition.PASSED_TOLD),
        ("I said no to the offer", Stage.OFFER, Disposition.OFFER_DECLINED),
        ("no longer on avail", Stage.HOLD, Disposition.RELEASED),
        ("booked, no callback", Stage.BOOKED, Disposition.OPEN),
    ],
)
def test_result_may_give_stage_and_ending(written: str, stage: Stage, end: Disposition) -> None:
    assert (read_result(written).stage, read_result(written).disposition) == (stage, end)


@pytest.mark.parametrize(
    "written",
    [
        "yes",
        "got it",
        "fun",
        "check's in the mail",
        "booked?",
        "booked flight",
        "booked out",
        "they took me aside",
        "gave me notes",
        "test shoot",
        "cast party",
        "asked to read another role",
        "got it! (the email)",
        "top 10 worst auditions",
        "alternate ending used",
    ],
)
def test_booking_is_never_inferred(written: str) -> None:
    outcome = read_result(written)
    assert (outcome.stage, outcome.unread) == (None, written)


@pytest.mark.parametrize(
    ("stage", "end", "phrases"),
    [
        (
            Stage.BOOKED,
            Disposition.OPEN,
            (
                "bkd!!|Got it!!|YES!!! got it|I got it :)|booked off my reel|cast off tape"
                "|direct booking|officially cast|awarded!"
                "|got lead role|engaged as cover|secured the job|upgraded!"
                "|offered - took it|starting rehearsals Monday"
            ),
        ),
        (
            None,
            Disposition.PASSED_TOLD,
            (
                "didn't go my way|wasn't meant to be|not to be|didn't work out|sadly no"
                "|no from casting|thanks but no thanks"
                "|client passed|agent said no|dnb|NFA'd|aged out|looked too old"
                "|no family match|released from the call|keeping me in mind|sent home|danced, cut"
            ),
        ),
        (
            None,
            Disposition.PRESUMED_PASSED,
            "n/r|N.R.|n.r|DHB|fizzled out|never heard a thing|\U0001f997|crickets\u2026",
        ),
        (
            None,
            Disposition.CAST_OTHERWISE,
            (
                "offer out to a name|went to the director's friend|hired union"
                "|went w/ a name|went w/ someone local|gone elsewhere|went younger|went AI"
                "|kept the scratch track|awarded elsewhere"
            ),
        ),
        (
            None,
            Disposition.WITHDRAWN,
            "accepted elsewhere|double booked|agent passed|we passed|had to drop out",
        ),
        (None, Disposition.NOT_SEEN, "did not get seen|waited 5 hrs, not seen|line too long"),
        (
            None,
            Disposition.ROLE_CUT,
            "they merged the roles|role went away|scene cut",
        ),
        (Stage.BOOKED, Disposition.ROLE_CUT, "cut from the final edit|cut in edit|edited out"),
        (None, Disposition.CANCELLED, "canx|cxl'd|they cancelled the session"),
        (None, Disposition.PROJECT_SHELVED, "job went away|budget got cut|SAG strike"),
        (None, Disposition.DEADLINE_MISSED, "no tape sent"),
        (
            None,
            Disposition.OPEN,
            (
                "no cb (yet)|might get cb|casting on hold|role on hold"
                "|sched'd|audition sent|retape requested"
            ),
        ),
        (Stage.SUBMITTED, Disposition.OPEN, "sub'd|subbed"),
        (
            Stage.CALLBACK,
            Disposition.OPEN,
            (
                "c/b|cbk|2 cbs|straight to producers|made the first cut|2nd read|asked to come back"
                "|passed round 1|thru to producers|made the list|top 10"
            ),
        ),
        (Stage.CALLBACK, Disposition.CANCELLED, "callback cancelled"),
        (Stage.CALLBACK, Disposition.PASSED_TOLD, "cb'd, no|2cb no|cb no job|cut round 2"),
        (
            Stage.CALLBACK,
            Disposition.WITHDRAWN,
            "declined CB|turned down the callback|recall - couldn't go",
        ),
        (
            Stage.HOLD,
            Disposition.RELEASED,
            "optioned, not exercised|mise en option puis lib\u00e9r\u00e9e",
        ),
        (Stage.CALLBACK, Disposition.OPEN, "richiamata|rappel\u00e9e|2. Runde|rappel le 10"),
        (
            None,
            Disposition.PASSED_TOLD,
            "hard pass|Closed Lost|Closed: rejected|didn't need me|declined by production",
        ),
        (None, Disposition.WITHDRAWN, "Closed: unavailable"),
        (Stage.WRAPPED, Disposition.COMPLETED, "Booked: wrapped"),
        (Stage.BOOKED, Disposition.OPEN, "r\u00f4le obtenu!"),
        (Stage.BOOKED, Disposition.OPEN, "Closed Won"),
        (Stage.HOLD, Disposition.PASSED_TOLD, "avail, no job|got the avail, not the job"),
        (Stage.TEST, Disposition.PASSED_TOLD, "test no"),
        (Stage.TEST, Disposition.OPEN, "cb -> net test"),
        (Stage.BOOKED, Disposition.OPEN, "cast in 2 plays"),
        (Stage.OFFER, Disposition.OFFER_DECLINED, "got it, turned it down"),
        (Stage.CALLBACK, Disposition.PRESUMED_PASSED, "cb 4/2 - n/r"),
        (Stage.TEST, Disposition.CAST_OTHERWISE, "final callback - runner up"),
        (
            Stage.HOLD,
            Disposition.OPEN,
            (
                "soft pin|opzionata|put on ice|2nd hold|1st option|date check"
                "|on the alternate list|on standby"
            ),
        ),
        (Stage.BOOKED, Disposition.RECAST, "cast then let go"),
        (Stage.TEST, Disposition.OPEN, "invited to finals"),
        (Stage.OFFER, Disposition.OPEN, "reading offer"),
        (
            Stage.HOLD,
            Disposition.RELEASED,
            "pin, rel|pencilled, not used|option released|first option, released|un-pinned",
        ),
        (Stage.OFFER, Disposition.OFFER_WITHDRAWN, "offer fell through"),
        (Stage.BOOKED, Disposition.WITHDRAWN, "booked, turned down|booked, had to drop out"),
        (Stage.WRAPPED, Disposition.COMPLETED, "wrap|finished shooting|worked 2 days"),
    ],
)
def test_results_in_the_words_of_every_trade(
    stage: Stage | None, end: Disposition, phrases: str
) -> None:
    read = {phrase: read_result(phrase) for phrase in phrases.split("|")}
    wrong = {p: o.words for p, o in read.items() if (o.stage, o.disposition) != (stage, end)}
    assert wrong == {}


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("no, then booked", Stage.BOOKED, Disposition.OPEN),
        ("released -> booked", Stage.BOOKED, Disposition.OPEN),
        ("hold > released > booked", Stage.BOOKED, Disposition.OPEN),
        ("cb, no, then offer", Stage.OFFER, Disposition.OPEN),
        ("cb, then no", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("passed; CB 3/4; taped", Stage.CALLBACK, Disposition.PASSED_TOLD),  # newest first
        ("cancelled - rescheduled", None, Disposition.OPEN),
    ],
)
def test_later_step_takes_an_ending_back(
    written: str, stage: Stage | None, end: Disposition
) -> None:
    outcome = read_result(written)
    assert (outcome.stage, outcome.disposition) == (stage, end)


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("CB? no", None, Disposition.PRESUMED_PASSED),
        ("CB: N", None, Disposition.PRESUMED_PASSED),
        ("CB? Y, booked? N", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("booked: yes", Stage.BOOKED, Disposition.OPEN),
        ("CB - no", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("\u274c", None, Disposition.PASSED_TOLD),
        ("N", None, Disposition.PASSED_TOLD),
        ("Y/N", None, Disposition.OPEN),
    ],
)
def test_answers_within_a_result(written: str, stage: Stage | None, end: Disposition) -> None:
    outcome = read_result(written)
    assert (outcome.stage, outcome.disposition) == (stage, end)


def test_question_that_nobody_answered_says_nothing() -> None:
    assert read_result("Y/N", Stage.CALLBACK) == Outcome()


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("PASS (me)", Disposition.WITHDRAWN),
        ("passed - my choice", Disposition.WITHDRAWN),
        ("passed (me) dates", Disposition.WITHDRAWN),
        ("PASS (them)", Disposition.PASSED_TOLD),
    ],
)
def test_who_passed_is_read_beside_the_pass(written: str, end: Disposition) -> None:
    assert read_result(written).disposition is end


@pytest.mark.parametrize(
    ("end", "phrases"),
    [
        (
            Disposition.CAST_OTHERWISE,
            "friend booked it|my roommate booked it|role booked by a friend|client booked local",
        ),
        (Disposition.PRESUMED_PASSED, "everyone else got a callback|callbacks went to others"),
        (
            Disposition.OPEN,
            (
                "callbacks are Friday|callback list not posted|told to call back|fully booked"
                "|callback Friday if picked|booked if they like the tape|haven't booked"
                "|cut to 16 bars|lost the sides|selected to audition"
            ),
        ),
    ],
)
def test_step_of_another_or_only_hoped_for_is_none(end: Disposition, phrases: str) -> None:
    read = {phrase: read_result(phrase) for phrase in phrases.split("|")}
    wrong = {p: o.words for p, o in read.items() if (o.stage, o.disposition) != (None, end)}
    assert wrong == {}


def test_step_of_my_own_is_one() -> None:
    read = {
        p: read_result(p).stage for p in ("recall list!", "made the callback list", "booked it")
    }
    assert list(read.values()) == [Stage.CALLBACK, Stage.CALLBACK, Stage.BOOKED]


@pytest.mark.parametrize("written", ["booked the slot", "booked an audition", "booked my session"])
def test_booked_slot_is_no_job(written: str) -> None:
    outcome = read_result(written)
    assert (outcome.stage, outcome.is_given) == (None, False)


@pytest.mark.parametrize("written", ["interview", "Audition", "audition 3/4"])
def test_a_result_that_names_the_read_leaves_it_to_its_day(written: str) -> None:
    outcome = read_result(written)
    assert outcome.names_read
    assert (outcome.stage, outcome.is_given) == (None, None)


@pytest.mark.parametrize(
    ("heading", "written", "stage", "end", "is_given"),
    [
        ("Avail", "3/7/2026", Stage.HOLD, Disposition.OPEN, True),
        ("Released", "3/9/2026", None, Disposition.RELEASED, None),
        ("Pin \U0001f4cc", "\U0001f4cc", Stage.HOLD, Disposition.OPEN, True),
        ("Booked", "\U0001f3c6", Stage.BOOKED, Disposition.OPEN, True),
        ("Seen?", "N - non-eq cut", None, Disposition.NOT_SEEN, False),
        ("Seen?", "N", None, Disposition.NOT_SEEN, False),
        ("Seen?", "y", None, Disposition.OPEN, True),
        ("Uploaded?", "n - he was sick", None, Disposition.OPEN, None),
        ("Offer?", "no", None, Disposition.PASSED_TOLD, None),
        ("Passed", "TRUE", None, Disposition.PASSED_TOLD, None),
        ("Rejected", "3/4/2026", None, Disposition.PASSED_TOLD, None),
    ],
)
def test_answers_by_their_heading(
    heading: str, written: str, stage: Stage | None, end: Disposition, is_given: bool | None
) -> None:
    outcome = read_result(written, topic_of(heading))
    assert (outcome.stage, outcome.disposition, outcome.is_given) == (stage, end, is_given)


def test_declined_beside_an_offer_in_another_column_is_the_offer() -> None:
    both = [read_result("yes", topic_of("Offer")), read_result("declined")]
    assert join_results(both).disposition is Disposition.OFFER_DECLINED
    assert (
        join_results([read_result("cb"), read_result("declined")]).disposition is Disposition.OPEN
    )


@pytest.mark.parametrize("written", ["asked to stay", "did not get seen", "alternate", "liked"])
def test_results_with_extra_meaning_stay_in_the_notes(written: str) -> None:
    assert read_result(written).says_more


def test_not_seen_means_no_audition() -> None:
    assert read_result("did not get seen").is_given is False


@given(st.text(max_size=60))
def test_any_result_text_is_read_or_kept(written: str) -> None:
    outcome = read_result(written)
    assert outcome.words or not written.strip()


@pytest.mark.parametrize(
    ("stage", "end", "is_given", "phrases"),
    [
        (
            None,
            Disposition.OPEN,
            False,
            (
                "need to retape|re-tape due Fri|asked to retape|retape requested"
                "|asked for second take|another take wanted|want to rerecord|redirect due monday"
                "|retaping tonight"
                "|offered a retape|offered an audition slot|offered a self tape"
            ),
        ),
        (
            None,
            Disposition.OPEN,
            True,
            (
                "retaped|retook it|re-recorded|retape sent|sent a new take|got a redirect"
                "|taped with AI reader|taped without me reading sides"
            ),
        ),
        (
            Stage.OFFER,
            Disposition.OPEN,
            True,
            (
                "offer to play Maeve|offer to my agent, waiting|offer went to my agent"
                "|offer out to me|offer to join the tour|manager passed on the offer"
            ),
        ),
        (
            None,
            Disposition.CAST_OTHERWISE,
            None,
            (
                "offer out to someone else|offer went to another actress|offer to a name"
                "|went with AI|they used AI instead|kept the scratch|went ahead without me"
            ),
        ),
        (
            None,
            Disposition.WITHDRAWN,
            None,
            (
                "agent passed|agent passed on it|we passed|agent passed, conflict|double-booked"
                "|I was double booked|double booked, had to pass|conflict, had to pass"
            ),
        ),
        (Stage.CALLBACK, Disposition.OPEN, True, "agent passed on the news: callback"),
        (Stage.CALLBACK, Disposition.OPEN, True, "we passed the first round|2 CBs"),
        (Stage.HOLD, Disposition.OPEN, True, "option|first option|3rd option|soft option|optioned"),
    ],
)
def test_ambiguous_word_is_read_by_its_context(
    stage: Stage | None, end: Disposition, is_given: bool | None, phrases: str
) -> None:
    read = {phrase: read_result(phrase) for phrase in phrases.split("|")}
    told = {p: (o.stage, o.disposition, o.is_given) for p, o in read.items()}
    assert {p: one for p, one in told.items() if one != (stage, end, is_given)} == {}


@pytest.mark.parametrize(
    "phrases",
    [
        "can I retape?|might retape|no retape needed|re-read the sides",
        "offer to follow|verbal offer to come|offer to be made Monday|offer to Sarah",
        (
            "agent passed on good feedback|agent passed on the sides|passed on feedback"
            "|they passed on the info|mom passed on the message|agent pulled out all the stops"
        ),
        "double booked but made it|double booked, moved my slot|they double booked the studio",
        "used AI to run lines|going with AI for reader|using synthetic hair|used scratch paper",
        "without me|started without me|auditions moved on without me",
        "conflict, moved my slot|schedule conflict resolved|conflicts sent|they picked me a song",
        "alternate sides|alternate date|top 20 percent|made the list of excuses|past stage fright",
        "killed the part|killed it|accepted a different time|went to original location",
        "I skipped a line|had to skip lunch|had to leave early|had to drop the accent",
        "worked as planned|worked as reader|worked 10 takes|line too long to learn",
        "uploaded new headshots|sent to my mom|sent over my notes|slated for Friday|tapped out",
        "went to test my mic|told to come back tomorrow|second read was better|CBS|finals week",
        "hired friend as reader|hired a coach|picked the song|picked an outfit|redirected traffic",
        "engaged to Ben|playing phone tag|booked me in for friday|booked me a room",
        "still internal|gave the script to ben|missed train|sides not available|better offer",
        "kept two takes|kept shooting|hold for sides|offered feedback|went younger in my read",
        "passed through town|gonna get a callback|will get a cb|straight to director's reel",
        "good option|zoom option|backup option|my option|not an option|zoom option removed",
    ],
)
def test_word_without_a_result_goes_to_the_notes(phrases: str) -> None:
    read = {phrase: read_result(phrase) for phrase in phrases.split("|")}
    told = {p: (o.stage, o.disposition, o.is_given) for p, o in read.items()}
    nothing = (None, Disposition.OPEN, None)
    assert {p: one for p, one in told.items() if one != nothing} == {}
    assert all(outcome.unread or outcome.says_more for outcome in read.values())


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("Y - but turned it down", Stage.OFFER, Disposition.OFFER_DECLINED),
        ("yes, had to pass", Stage.OFFER, Disposition.OFFER_DECLINED),
        ("yes!", Stage.BOOKED, Disposition.OPEN),
        ("N", None, Disposition.PASSED_TOLD),
    ],
)
def test_job_column_with_yes_and_an_outcome(
    written: str, stage: Stage | None, end: Disposition
) -> None:
    outcome = read_result(written, topic_of("Got it?"))
    assert (outcome.stage, outcome.disposition) == (stage, end)


def test_amount_is_not_a_yes() -> None:
    assert read_result("$1,082 + 10", Stage.OFFER).stage is None


@pytest.mark.parametrize(
    ("written", "stage"),
    [
        ("ok, I was taken", Stage.BOOKED), ("shot 14.-16.03.", Stage.WRAPPED),
        ("booked 3/9-3/20", Stage.BOOKED),
    ],
)  # fmt: skip
def test_results_beside_other_words_and_days(written: str, stage: Stage) -> None:
    assert read_result(written).stage is stage


def test_words_between_unread_parts_are_kept() -> None:
    cell = "booked - shooting 2 and 3 April"
    outcome = read_result(cell)
    assert as_written(outcome.unread, cell) == "shooting 2 and 3 April"


@pytest.mark.parametrize(
    ("written", "is_tape"),
    [
        ("self-tape due", True), ("taped", True), ("tape sent", True), ("appt 3pm", False),
        ("retape requested", False), ("booked off tape", False),
    ],
)  # fmt: skip
def test_sent_or_requested_tape_sets_the_format(written: str, is_tape: bool) -> None:
    assert read_result(written).is_tape is is_tape


@pytest.mark.parametrize("end", ["no", "released", "went with someone else"])
def test_confirmed_audition_that_ended_is_judged_by_its_day(end: str) -> None:
    joined = join_results([read_result("confirmed"), read_result(end)])
    assert (joined.is_given, read_result(f"confirmed, {end}").is_given) == (None, None)


@pytest.mark.parametrize(
    ("written", "stage", "end"),
    [
        ("signed in, not seen", None, Disposition.NOT_SEEN),
        ("signed NDA", None, Disposition.OPEN),
        ("signed w/ another agency", None, Disposition.OPEN),
        ("signed the contract", Stage.BOOKED, Disposition.OPEN),
        ("I cancelled - sick", None, Disposition.WITHDRAWN),
        ("they cancelled", None, Disposition.CANCELLED),
        ("cb, mix & match, cut", Stage.TEST, Disposition.PASSED_TOLD),
        ("callback, cut", Stage.CALLBACK, Disposition.PASSED_TOLD),
        ("booked - then cut", Stage.BOOKED, Disposition.ROLE_CUT),
        ("couldn't make callback", Stage.CALLBACK, Disposition.WITHDRAWN),
        ("waitlist #2", Stage.HOLD, Disposition.OPEN),
        ("heavy pencil converted", Stage.BOOKED, Disposition.OPEN),
        ("they went local", None, Disposition.CAST_OTHERWISE),
        ("they're releasing me", None, Disposition.RELEASED),
        ("tested for network!", Stage.TEST, Disposition.OPEN),
        ("I'm on the cast list!", Stage.BOOKED, Disposition.OPEN),
        ("waiting for cast list", None, Disposition.OPEN),
        ("prescreen rejected", None, Disposition.PASSED_TOLD),
    ],
)
def test_results_that_sound_like_others(
    written: str, stage: Stage | None, end: Disposition
) -> None:
    outcome = read_result(written)
    assert (outcome.stage, outcome.disposition) == (stage, end)
