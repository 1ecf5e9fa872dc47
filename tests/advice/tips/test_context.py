from callbacktui.advice.tips.context import summarize_career
from callbacktui.domain.audition import Audition
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.insight.questions import answer
from tests.advice.tips.sample_contexts import PENDING, day, on, quiet_read
from tests.factories import NOW, TODAY, read_on
from tests.insight.test_questions import FORTY


def test_career_counts_auditions_in_order() -> None:
    early = quiet_read(40, Reflection(pacing=1), id="early")
    late = quiet_read(5, Reflection(pacing=-1), id="late")
    bare = Audition(id="bare", project="P", stage=Stage.SUBMITTED, submitted_on=day(1))
    whole = summarize_career([late, bare, early])
    assert whole.places == {"early": 1, "late": 2}
    assert [look.pacing for look in whole.recent] == [-1, 1]
    assert whole.last_read == day(5)
    assert not whole.asked
    assert summarize_career([PENDING]).asked
    assert summarize_career([]).last_read is None


def test_settled_auditions_count_back_to_the_latest_callback() -> None:
    ended = {"disposition": Disposition.PASSED_TOLD, "closed_on": day(1)}
    told = [read_on(10 - n, id=str(n), **ended) for n in range(3)]
    callback = read_on(20, id="c", stage=Stage.CALLBACK, **ended)
    before = read_on(30, id="b", **ended)
    own = read_on(2, id="own", disposition=Disposition.WITHDRAWN)  # no answer from their side
    known = [before, callback, *told, own, quiet_read(1, id="open")]
    assert summarize_career(known).without_callback == 3


def test_dry_spell_length_matches_insights() -> None:
    ended = {"disposition": Disposition.PASSED_TOLD, "closed_on": day(1)}
    dry = [read_on(30 - n, id=f"d{n}", **ended) for n in range(12)]
    known = [*FORTY, *dry, let_rest(read_on(9, id="rest"), NOW)]
    count = summarize_career(known).without_callback
    assert answer("dry_spell", known, TODAY).sentence.startswith(
        f"{count} settled auditions in a row"
    )


def test_days_are_formatted_in_words() -> None:
    assert [on().ago(day(n)) for n in (-1, 0, 1, 9)] == [
        "today",
        "today",
        "yesterday",
        "9 days ago",
    ]
