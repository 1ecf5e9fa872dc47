import msgspec
import pendulum
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.advice.library.library import open_library
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.history import TipHistory
from callbacktui.advice.tips.rules_in_order import DAILY, RULES
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.advice.tips.tip import Tip
from callbacktui.domain.stage import Disposition
from tests.advice.tips.sample_contexts import DESKS, NOW, at, closed, on, quiet_read
from tests.factories import present

VOICES = open_library().voices
NAMES = list(DESKS)


def subject(name: str, who: str) -> Context:
    """Return the sample context of a rule with the id of its audition changed."""
    context = DESKS[name][0]
    if context.audition is None:
        return context
    return replace(context, audition=replace(context.audition, id=who))


def tip_for(context: Context, shown: TipHistory) -> Tip:
    """Choose the tip for a context that has one."""
    return present(choose_tip(context, shown, VOICES))


Steps = list[tuple[str, str]]
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from("xyz")), max_size=12)


@given(STEPS)
def test_new_tip_never_repeats_the_last_if_another_applies(steps: Steps) -> None:
    shown, last, seen = TipHistory(), "", {}
    for name, who in steps:
        context = subject(name, who)
        tip = choose_tip(context, shown, VOICES)
        assert tip is not None
        key = context.audition.id if context.audition else ""
        applies = {rule.name for rule in RULES if rule.when(context) and rule.name != DAILY}
        if key not in seen and applies - {last}:
            assert tip.rule != last
        shown, last = shown.after_showing(tip, context), tip.rule
        seen[key] = tip.rule


@given(STEPS, st.sampled_from(NAMES))
def test_returning_to_an_audition_shows_the_same_tip(steps: Steps, name: str) -> None:
    context = subject(name, "mine")
    first = choose_tip(context, TipHistory(), VOICES)
    assert first is not None
    shown = TipHistory().after_showing(first, context)
    for other, who in steps:
        elsewhere = subject(other, who)
        if elsewhere.audition is None and context.audition is None:
            continue
        tip = choose_tip(elsewhere, shown, VOICES)
        assert tip is not None
        shown = shown.after_showing(tip, elsewhere)
    assert choose_tip(context, shown, VOICES) == first


@given(st.sampled_from([name for name in NAMES if name != DAILY]), st.integers(0, 6))
def test_dismissed_tip_rests_for_a_week(name: str, days: int) -> None:
    context = subject(name, "mine")
    tip = choose_tip(context, TipHistory(), VOICES)
    assert tip is not None
    shown = TipHistory().after_showing(tip, context).dismiss(tip.rule, NOW)
    assert shown.is_dismissed(tip.rule, NOW.add(days=days).date())
    assert not shown.is_dismissed(tip.rule, NOW.add(days=7).date())
    another = choose_tip(context, shown, VOICES)
    assert another is None or another.rule != tip.rule


def test_dismissed_voice_rests_until_tomorrow() -> None:
    shown = TipHistory().dismiss(DAILY, NOW)
    assert choose_tip(on(), shown, VOICES) is None
    assert tip_for(replace(on(), now=NOW.add(days=1)), shown).rule == DAILY


def test_new_situation_changes_the_tip_of_the_day() -> None:
    waiting = on(quiet_read(9))
    tip = tip_for(waiting, TipHistory())
    shown = TipHistory().after_showing(tip, waiting)
    told = on(closed(Disposition.ROLE_CUT))
    assert tip_for(told, shown).rule == "role-cut"


def test_new_day_chooses_a_new_tip() -> None:
    context = on(quiet_read(3))
    shown = TipHistory().after_showing(tip_for(context, TipHistory()), context)
    later = replace(context, now=NOW.add(days=2))
    tip = tip_for(later, shown)
    assert (tip.rule, tip.reason) == ("kept-on-file", "because this is day 5 of 14")


def test_recently_shown_tips_come_last() -> None:
    said = []
    shown = TipHistory()
    for day in range(5):
        context = replace(on(quiet_read(15)), now=NOW.add(days=day))
        tip = tip_for(context, shown)
        shown = shown.after_showing(tip, context)
        said.append(tip.rule)
    assert said == [
        "past-the-window",
        "another-direction",
        "not-the-end",
        "past-the-window",
        "another-direction",
    ]


def test_history_remembers_the_auditions_of_each_article() -> None:
    shown = TipHistory()
    for who in ("x", "y", "x", *(str(n) for n in range(30))):
        context = subject("past-the-window", who)
        tip = replace(tip_for(context, shown), article="silence")
        shown = shown.after_showing(tip, context)
    assert shown.read_for["silence"] == tuple(str(n) for n in range(10, 30))
    nobody = on()
    assert shown.after_showing(tip_for(nobody, shown), nobody).read_for == shown.read_for


def test_history_of_an_earlier_version_is_read() -> None:
    old = {"given": [], "resting": {"dry-spell": "2026-12-01"}}
    assert msgspec.convert(old, TipHistory).is_dismissed("dry-spell", NOW.date())


def test_voices_rotate_daily() -> None:
    days = [replace(on(), now=NOW.add(days=n)) for n in range(len(VOICES))]
    texts = [tip_for(day, TipHistory()).text for day in days]
    assert sorted(texts) == sorted(voice.point for voice in VOICES)
    evening = replace(on(), now=NOW.add(hours=9))
    assert tip_for(evening, TipHistory()).text == texts[0]
    assert choose_tip(on(), TipHistory()) is None


def test_voice_tip_names_trade_and_source() -> None:
    tip = tip_for(DESKS["told-passed"][0], TipHistory())
    assert tip.text.startswith("Jen Rudin sees")
    assert tip.source == "a casting director, as told by Jim Webb in Acting Magazine"
    plain = tip_for(on(quiet_read(15)), TipHistory())
    assert plain.source == "What the silence means"


def test_deadline_in_a_tip_uses_the_actors_zone() -> None:
    context, _ = DESKS["deadline-today"]
    there = replace(context, now=pendulum.datetime(2026, 11, 22, 8, tz="America/New_York"))
    assert tip_for(there, TipHistory()).reason == "because this tape is due today at 13:00"
    assert at(0, 18).instant > there.now
