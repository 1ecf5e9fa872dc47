"""Opens what was pasted: a mail file, a calendar file or plain text, in whatever encoding."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

import pendulum
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.text import clean
from callbacktui.domain.text_encoding import marked_encoding
from callbacktui.exchange.invitation.html import html_text, text_without_tags

MOST_BYTES: Final = 50_000_000
"""The greatest size of a mail; attachments make a mail large, words do not."""

MOST_TEXT: Final = 65_536
"""The greatest length of text that is read."""

_DEEPEST: Final = 100
_MOST_PARTS: Final = 500
_HEAD: Final = re.compile(
    rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+\r?\n", re.ASCII
)
_IS_FILE: Final = re.compile(
    rb"(?im)^(?:mime-version|content-type|received|message-id|return-path|dkim-signature):"
)
_MBOX_LINE: Final = re.compile(rb"\A>?From [^\n]*\n")
"""The line before each mail of a mailbox, which mail programs pipe with it."""

_CALENDAR: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)


class MailError(ValueError):
    """What was pasted cannot be read at all; says why and what to do."""


class Mail(Value, frozen=True, kw_only=True):
    """The text of a mail with its head, and its calendar entry if it has one."""

    sender: str = ""
    to: str = ""
    subject: str = ""
    text: str = ""
    calendar: bytes = b""
    written: DateTime | None = None
    message_id: str = ""
    is_file: bool = False


def open_mail(data: bytes) -> Mail:
    """Open the bytes of a mail file, a calendar file or plain text.

    Raises:
        MailError: if it is too large, nested too deep, or no text at all.
    """
    if len(data) > MOST_BYTES:
        raise MailError("That is larger than 50 MB. Save the mail without its attachments")
    if _CALENDAR.match(data):
        return Mail(calendar=data, is_file=True)
    whole = _MBOX_LINE.sub(b"", data.lstrip(b"\r\n"), count=1)
    head = _HEAD.match(whole[:200_000])
    if head and _IS_FILE.search(head[0]):
        return _open_file(whole)
    if data[:4_000].count(b"\0") > len(data[:4_000]) // 2 + 1:
        raise MailError("That is not text. Paste the words of the mail, or save it as .eml")
    text = decode_text(data[: MOST_TEXT * 4])
    if re.match(r"\s*(<!doctype html|<html|<body|<table)\b", text, re.IGNORECASE):
        text = html_text(text)
    return Mail(text=clean(text_without_tags(text))[:MOST_TEXT])


def decode_text(data: bytes, charset: str = "") -> str:
    """Decode text whose encoding is named wrongly, or not at all."""
    marked = marked_encoding(data)
    if marked and marked.name == "UTF-16":
        return data.decode(marked.codec, "replace")
    for name in ("utf-8-sig", charset, "cp1252"):
        try:
            if name and "\0" not in name:
                return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def _open_file(data: bytes) -> Mail:
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = list(_leaves(message))
    except RecursionError as error:
        raise MailError("That mail is nested too deep. Paste its words instead") from error
    plain = text_without_tags(_words_of(parts, "text/plain"))
    marked = "" if plain.strip() else html_text(_words_of(parts, "text/html"))
    calendars = [_payload(part) for part in parts if part.get_content_type() == "text/calendar"]
    return Mail(
        sender=_head(message, "From"),
        to=_head(message, "To"),
        subject=_head(message, "Subject"),
        text=clean(plain.strip() or marked)[:MOST_TEXT],
        calendar=calendars[0] if calendars else b"",
        written=_written(message),
        message_id=_head(message, "Message-ID").strip("<>"),
        is_file=True,
    )


def _leaves(message: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """Yield the parts that are no containers."""
    waiting = [(message, 0)]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop(0)
        if depth > _DEEPEST:
            raise MailError("That mail is nested too deep. Paste its words instead")
        inside = part.get_payload()
        if isinstance(inside, list):
            waiting += [(child, depth + 1) for child in inside if isinstance(child, Message)]
        else:
            yield part


def _words_of(parts: list["Message[str, str]"], kind: str) -> str:
    found = (
        _decoded(part)
        for part in parts
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment"
    )
    return next((text for text in found if text.strip()), "")


def _decoded(part: "Message[str, str]") -> str:
    charset = part.get_param("charset", "")
    data = _payload(part)
    named = charset if isinstance(charset, str) else ""
    return decode_text(data, named)


def _payload(part: "Message[str, str]") -> bytes:
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, MessageError):
        return b""
    return found if isinstance(found, bytes) else b""


def _head(message: "Message[str, str]", name: str) -> str:
    from email.header import decode_header

    said = str(message.get(name, ""))
    words = []
    try:
        for part, charset in decode_header(said):
            words.append(decode_text(part, charset or "") if isinstance(part, bytes) else part)
    except (MessageError, ValueError, LookupError):
        words = [said]
    return " ".join(clean("".join(words)).split())[:500]


def _written(message: "Message[str, str]") -> DateTime | None:
    try:
        found = parsedate_to_datetime(str(message.get("Date", "")))
        return pendulum.instance(found) if found.tzinfo else pendulum.instance(found, tz="UTC")
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
