"""Whatever is pasted is read, asked about or refused: never a traceback, never slow."""

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacktui.exchange.invitation.mail import MOST_BYTES, MailError
from callbacktui.exchange.invitation.reader import read_invitation
from callbacktui.exchange.invitation.reading_result import Kind, Reading
from tests.exchange.invitation.scoring import DATA

NOW = pendulum.datetime(2026, 12, 1, 9, 0, tz="America/New_York")
MAILS = [file.read_bytes() for file in sorted(DATA.glob("*/*")) if file.suffix != ".json"]
LINES = sorted({line for mail in MAILS for line in mail.splitlines()})


def read(data: bytes) -> Reading:
    return read_invitation(data, NOW)


def nested(depth: int) -> bytes:
    body = b"Content-Type: text/plain\n\nAudition on Friday"
    for number in range(depth):
        head = b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
        body = head + body + b"\n--b%d--\n" % number
    return b"MIME-Version: 1.0\n" + body


def event(*lines: str) -> bytes:
    inner = "\n".join(("BEGIN:VEVENT", *lines, "SUMMARY:Audition: KETTLE - Nina", "END:VEVENT"))
    return f"BEGIN:VCALENDAR\n{inner}\nEND:VCALENDAR\n".encode()


@pytest.mark.parametrize(
    "data",
    [
        b"x" * (MOST_BYTES + 1),
        nested(150),
        b"\0" * 5_000,
        b"BEGIN:VCALENDAR\nVERSION:2.0\n",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n",
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
    ],
)
def test_unreadable_input_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(MailError, match=r"\w"):
        read(data)


def test_repeating_event_lists_its_other_times() -> None:
    start = "DTSTART:20261201T150000Z"
    assert read(event(start)).repeats == ""
    said = read(event(start, "RRULE:FREQ=WEEKLY;COUNT=3")).repeats
    assert said == "It repeats on 2026-12-08 15:00, 2026-12-15 15:00."


@pytest.mark.parametrize("charset", ["klingon", "rot13", "zlib", "utf-8", ""])
def test_wrong_charset_is_still_read(charset: str) -> None:
    head = f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"
    reading = read((head + "Self-tape for SE\u00d1ORA, role of IN\u00c9S.").encode("cp1252"))
    assert reading.text_of("role") == "IN\u00c9S"


@pytest.mark.parametrize(
    "html", ["<div>" * 200_000, "<table><tr><td>" * 50_000, "<a" * 300_000, "<p>x</p>" * 200_000]
)
def test_html_bomb_is_not_an_invitation(html: str) -> None:
    data = f"MIME-Version: 1.0\nContent-Type: text/html\n\n<html>{html}".encode()
    assert read(data).kind is Kind.OTHER


@pytest.mark.parametrize(
    "piece", ["12/12 ", "Mon ", "A. ", "A", "(", '"', "for A in ", "Foo & Bar ", "> ", "at 3 "]
)
def test_very_long_input_is_read(piece: str) -> None:
    read((piece * 20_000).encode())


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20261203T101010", "DTEND:20261202T101010"),
        ("DTSTART;TZID=Foo/Bar:20261203T101010",),
    ],
)
def test_doubtful_event_time_is_asked(lines: tuple[str, ...]) -> None:
    reading = read(event(*lines))
    assert [asked.field for asked in reading.questions] == ["at"]


def test_all_day_event_ending_before_its_start_is_one_day() -> None:
    lines = ("DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261201")
    reading = read(event(*lines))
    assert reading.text_of("shoot_from") == "2026-12-03"
    assert reading.text_of("shoot_to") == ""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=40).map(b"\n".join))
def test_shuffled_mail_lines_raise_only_mail_errors(data: bytes) -> None:
    try:
        reading = read(data)
    except MailError:
        return
    assert all(one.plain for one in reading.said)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(MAILS), st.integers(0, 4_000), st.binary(max_size=30))
def test_damaged_mail_bytes_raise_only_mail_errors(mail: bytes, at: int, spoiled: bytes) -> None:
    try:
        read(mail[:at] + spoiled + mail[at + len(spoiled) :])
    except MailError:
        return
