"""The wait drawn to scale, at any width and on any day."""

import datetime as dt
from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.silence import After, Phase, Silence, Window
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.desk.wait_ruler import write_wait
from callbacktui.tui.theme.glyphs import FINE, PLAIN, Glyphs
from tests.factories import TODAY, days_ago
from tests.tui.desk.drawing import cells, plain, written


def wait(
    day: int, usual: int = 7, limit: int = 14, *, after: After = After.READ, paused: bool = False
) -> Silence:
    if paused:
        phase = Phase.PAUSED
    elif day > limit:
        phase = Phase.SAFE
    else:
        phase = Phase.NORMAL if day <= usual else Phase.QUIET
    window = Window(usual=usual, limit=limit)
    return Silence(since=days_ago(day), day=day, after=after, window=window, phase=phase)


def ruler(
    silence: Silence, width: int = 66, callbacks: Collection[int] = (), signs: Glyphs = FINE
) -> list[str]:
    def write(writer: LineWriter) -> None:
        write_wait(writer, silence, callbacks, "waiting")

    lines = written(write, width, signs)
    assert all(cells(line) <= width for line in lines)
    return [plain(line) for line in lines]


waits = st.builds(
    lambda day, usual, more, after, paused: wait(
        day, usual, usual + more, after=after, paused=paused
    ),
    day=st.integers(0, 400),
    usual=st.integers(1, 120),
    more=st.integers(0, 300),
    after=st.sampled_from(After),
    paused=st.booleans(),
)


@given(waits, st.integers(10, 140), st.sets(st.integers(0, 500), max_size=6))
def test_no_line_is_wider_than_the_pane(
    silence: Silence, width: int, callbacks: Collection[int]
) -> None:
    for signs in (FINE, PLAIN):
        assert silence.reading in " ".join(
            " ".join(ruler(silence, width, callbacks, signs)).split()
        )


def place(day: int, silence: Silence, width: int) -> int:
    return round(day / max(silence.window.limit, silence.day) * (width - 1))


@given(waits.filter(lambda s: s.phase is not Phase.PAUSED), st.integers(24, 140))
def test_limit_mark_is_on_its_day(silence: Silence, width: int) -> None:
    bar, labels = ruler(silence, width)[-2:]
    assert bar.index(FINE.full) == place(silence.day, silence, width)
    assert len(bar) == width
    day = silence.since + dt.timedelta(silence.window.limit)
    if f"let go {day.day} {day:%b} {FINE.mark}" in labels:
        assert labels.rindex(FINE.mark) == place(silence.window.limit, silence, width)
    elif "let go" in labels:
        at = labels.index(f"{FINE.mark} let go {day.day} {day:%b}")
        assert at == place(silence.window.limit, silence, width)
    if f"{FINE.mark} usual" in labels:
        assert labels.index(FINE.mark) == place(silence.window.usual, silence, width)
    assert labels.startswith(f"{silence.after.word} {silence.since.day} {silence.since:%b}")


def test_wide_ruler_labels_start_usual_wait_and_limit() -> None:
    labels = ruler(wait(9))[-1]
    assert " ".join(labels.split()) == "audition 12 Nov ┊ usual 7 let go 26 Nov ┊"


def test_limit_mark_stays_after_the_limit() -> None:
    bar, labels = ruler(wait(28), width=60)[-2:]
    assert bar == FINE.bar * 59 + FINE.full
    assert labels.index("let go 7 Nov ┊") == 30 - len("let go 7 Nov ")


def test_first_day_has_an_empty_bar() -> None:
    bar = ruler(wait(0))[-2]
    assert bar == FINE.full + FINE.gap * 65


def test_callbacks_of_the_office_are_marked_on_their_days() -> None:
    marks, bar, _ = ruler(wait(9), 66, (2, 5, 2, 99))[-3:]
    assert [at for at, sign in enumerate(marks) if sign == FINE.callback] == [9, 23]
    assert marks.endswith("callbacks here came on day 2, 5")
    assert len(bar) == 66


def test_paused_clock_has_no_ruler() -> None:
    assert ruler(wait(3, paused=True)) == ["The wait  paused"]


def test_extreme_day_is_drawn() -> None:
    assert ruler(replace(wait(0), since=dt.date.max))[-1].endswith("let go 31 Dec ┊")


def test_current_day_is_shown() -> None:
    assert wait(0).since == TODAY
    assert ruler(wait(9))[0].startswith("The wait  day 9 of 14")
