"""What a yes means below a heading: a callback under "Callback?", a tape under "Self tape"."""

import re
from typing import Final

from callbacktui.domain.enums import Format, HoldKind, Source
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.cell_words import format_in
from callbacktui.exchange.spreadsheet.headings import heading_key
from callbacktui.exchange.spreadsheet.result_phrases import meaning_of
from callbacktui.exchange.spreadsheet.result_text import ENDS
from callbacktui.exchange.spreadsheet.result_words import Meaning, Sign

Topic = Meaning | Format | Source
"""What a yes under a heading means: a callback under "Callback?", a tape under "Self tape"."""
_ASKED: Final = re.compile(r"^(?:was|is) (?:it|this) (?:an? |on |by )?")
_OPEN_QUESTION: Final = re.compile(r"how (it|that|did)\b")
"""A heading that no yes or no answers: "How it went"."""
_ASK_NOTHING: Final = frozenset(
    "date dates day when time role part character project production show title name casting cd "
    "director company client agency status outcome result results notes note comments remarks type "
    "kind category sort genre format medium how via source where place venue location rate fee pay "
    "audition auditions union wore outfit tags rep website link job film tv play season number "
    "deadline media network brand usage song material people contact email address city round "
    "stage size feedback".split()
)
"""Words that make no question of a heading, so that no phrase of a result is sought in them."""
_OF_ANY: Final = frozenset({
    Stage.CALLBACK, Stage.TEST, Disposition.PRESUMED_PASSED, Disposition.NOT_SEEN,
})  # fmt: skip
"""Topics of a heading whatever else it says."""
_OF_A_STEP: Final = frozenset(
    "i me my we us you they them he she it did do does was were am are is be been have had has got get "
    "a an the to by for from on at in of and or y n if ever already finally back again through up "
    "book cast hire land offer project role part job gig show spot film audition auditions tape tapes "
    "self selftape video mp3 read reading casting cd office director producer producers client agent "
    "agents manager network callback cb recall round 1st 2nd 3rd first second third final date dates day "
    "time status result outcome stage called asked put yet application headshot resume materials sub d "
    "received sample demo slate file clip".split()
)
"""Other words that a heading of a step may have; "Travel booked" and "Off book" are no steps."""
_SEEN: Final = re.compile(
    r"(?:(?:was|were|did) )?(?:i |you |we |they )?(?:get |got )?(?:seen|see me)"
)
_HEARD: Final = re.compile(r"\bhear(d)? (back|any ?thing|from)\b")
_BY_WHOM: Final = re.compile(
    r"(?:via |through |thru |by )?(?:my )?(agent|manager|self)(?: sub\w*)?"
)
_DAY_WORDS: Final = re.compile(r"\b(on|date|day|when|at|the|of)\b")


def topic_of(heading: str) -> Topic | None:
    """Return what a yes under a heading means, None if it names no step and no format."""
    topic = _topic_of(heading)
    is_of_any = topic is None or isinstance(topic, Format | Source | HoldKind) or topic in _OF_ANY
    return topic if is_of_any or _OF_A_STEP.issuperset(_other_words(heading)) else None


def _other_words(heading: str) -> set[str]:
    """Return the words of a heading that name no step themselves."""
    return {word for word in heading_key(heading).split() if meaning_of(word) is None}


def _topic_of(heading: str) -> Topic | None:
    key = _ASKED.sub("", heading_key(heading))
    if key and _ASK_NOTHING.issuperset(key.split()):
        return None
    if found := format_in(key):
        return found
    if key in {"availability", "my availability"}:  # the actor's own, and no hold
        return None
    if _OPEN_QUESTION.match(key):
        return None
    if _HEARD.search(key):
        return Disposition.PRESUMED_PASSED
    if _SEEN.fullmatch(key):
        return Disposition.NOT_SEEN
    if by := _BY_WHOM.fullmatch(key):
        return Source(by[1])
    if re.search(r"(call|ask|invit|brought|bring)(ed|e)? (me |us )?back", key):
        return Stage.CALLBACK
    if key == "contract":
        return Stage.BOOKED
    if "callback" not in key and re.search(
        r"\b(book|booked|cast|hired|(get|got|land|landed) (it|the (part|role|job|gig)))\b", key
    ):
        return Stage.BOOKED
    stripped = _DAY_WORDS.sub(" ", key).strip()
    for text in (key, stripped, *re.split(r"[/(]| or ", fold(heading)), *key.split()):
        meaning = meaning_of(text)
        if meaning in {None, Sign.READ}:
            continue
        if meaning is Disposition.PASSED_TOLD and text == key:  # "Passed", and no word of more
            return meaning
        if not isinstance(meaning, Disposition) or meaning in ENDS:
            return meaning
    return None
