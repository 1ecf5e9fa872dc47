from msgspec.structs import replace

from callbacktui.advice.tips.context import summarize_career
from callbacktui.domain.audition import Audition
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.stage import Disposition, Stage
from tests.advice.tips.sample_contexts import PENDING, closed, day, on, quiet_read


def test_a_career_counts_in_the_order_things_came() -> None:
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
    told = [closed(Disposition.PASSED_TOLD, id=str(n)) for n in range(3)]
    callback = replace(told[0], id="c", stage=Stage.CALLBACK, closed_on=day(9))
    before = replace(told[0], id="b", closed_on=day(20))
    assert (
        summarize_career([before, callback, *told, quiet_read(1, id="open")]).without_callback == 3
    )


def test_days_are_said_in_words() -> None:
    assert [on().ago(day(n)) for n in (-1, 0, 1, 9)] == [
        "today",
        "today",
        "yesterday",
        "9 days ago",
    ]
