"""The words of the trade, of days and of hours, which name no project and no role by themselves."""

import re
from typing import Final

_TRADE_WORDS: Final = """
national regional international radio lookbook training ad advert campaign tour
audiobook audiobooks rush phone you're you've you'll it's we're
codename working title st req animation animated audio drama checking
hello hi hey there question questions quick following up checking touching base note opportunity
audition auditions auditioning appointment appointments appt appts callback callbacks call-back
cb recall recalls selftape selftapes self-tape self-tapes self tape tapes taping test tests
avail avails availability check checks hold holds pin pinned pencil pencilled penciled booked
booking bookings release released option refusal read reads reading readings session sessions
chemistry chem producer producers director directors work network studio screen casting castings
cast role roles request requests requested invitation invite invited submission submissions
selects breakdown breakdowns confirmation confirmed confirm confirming scheduled schedule notice
reminder update updates updated details info news good great time times date dates day days
change changed moved new cancelled canceled postponed deadline due extended urgent asap needed
first second third final 1st 2nd 3rd round open chorus dance dancer dancers singing call calls
epa ecc go-see gosee general virtual zoom online live in-person person remote eco feedback pass
passed result results decision outcome sides nda required fitting fittings wardrobe offer
congrats congratulations action commercial commercials vo voice-over voiceover voice
film feature tv television series pilot play musical theatre theater short student thesis
graduate grad print industrial corporate music video web podcast mocap union non-union nonunion
sag aftra sag-aftra aea equity indie principal season episode ep eps s mfa bfa nyu usc ucla afi
calarts nfts tisch sva monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
thu thur thurs fri sat sun january february march april may june july august september october
november december jan feb mar apr jun jul aug sept sep oct nov dec today tomorrow tonight noon
midday midnight am pm et pt ct mt est pst cst mst edt pdt cdt mdt gmt bst eod cob week w/c this
next one two three four five location venue address room link for on of the a an your our my to
with at by and & from re in is are you we us please
"""
TRADE: Final = frozenset(_TRADE_WORDS.split())
"""Words of the trade, of days and of hours: no project is called by these alone."""

_NUMBER: Final = re.compile(r"#?\d[\d:/.-]*(?:[ap]\.?m?\.?|st|nd|rd|th)?", re.IGNORECASE)
_DAY_TITLE: Final = re.compile(
    r"(?:first|second|third|last) (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?",
    re.IGNORECASE,
)


def is_trade(said: str) -> bool:
    """Whether words of the trade are all that is said: "VO AUDITION", "producer session Mon"."""
    if _DAY_TITLE.fullmatch(said):
        return False
    return all(
        word.strip("!.,:()'\"") in TRADE or _NUMBER.fullmatch(word) for word in said.lower().split()
    )
