"""Role, project and office told apart, and what a mail says beside its times."""

import pendulum
import pytest

from callbacktui.domain.enums import HoldKind
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.exchange.invitation.propose_audition import propose_new
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.exchange.invitation.reading_result import Reading

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
def test_the_word_of_a_hold_is_theirs(said: str, word: str, kind: str) -> None:
    hold = hold_of(said)
    assert (hold.word_used, hold.kind) == (word, HoldKind(kind))
