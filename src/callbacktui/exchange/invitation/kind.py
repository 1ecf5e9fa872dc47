"""Tells what a mail is about, and which kind of round it asks for."""

import re
from typing import Final

from callbacktui.domain.enums import RoundKind
from callbacktui.exchange.invitation.conditions import without_cases, without_choices
from callbacktui.exchange.invitation.later_rounds import LATER, later_round
from callbacktui.exchange.invitation.reading_result import Kind

_I: Final = re.IGNORECASE


def _any(*shapes: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in shapes), _I)


_NEWSLETTER: Final = _any(
    r"\bnewsletter\b", r"\bunsubscribe\b", r"\bworkshops?\b", r"\bintensive\b", r"\bmasterclass",
    r"\bearly[- ]bird\b", r"\bsave \d+ ?%", r"\b\d+ ?% off\b", r"\buse code\b", r"\bpromo",
    r"\benrol", r"\bsign up (?:now|today|here)", r"\btickets?\b", r"\bspots? (?:left|remaining)\b",
    r"\bplaces? (?:left|remaining)\b", r"\bbook (?:now|by|your (?:place|spot|slot|seat))\b",
    r"\b(?:new|latest) (?:notices|breakdowns|listings|castings|casting calls)\b", r"\bsubscription\b", r"\b(?:fall|autumn|spring|summer|winter) (?:term|semester|session)\b", r"\b(?:every|each) class\b", r"\b(?:\d+|four|five|six|eight|ten) (?:mon|tues|wednes|thurs|fri|satur|sun)days\b",
    r"\b\d+ (?:new )?(?:roles|notices|breakdowns|jobs|castings|casting calls|projects)\b.{0,40}\b(?:match|for you|posted|today|week)",
    r"\bmatch(?:es|ing) your (?:profile|search|saved)\b", r"\bthank(?:s| you) for (?:your )?(?:submi|apply|purchas|order|payment)",
    r"\byour submission (?:was|has been) (?:received|sent)\b", r"\breceipt\b", r"\binvoice\b", r"\brenew",
    r"\bno\. \d+\b", r"\bissue \d+\b", r"\b(?:class|classes|course|webinar|q ?& ?a|panel) (?:starts?|begins?|with)\b",
    r"\bwe(?:'ve| have) received your (?:submission|application|tape|self[- ]?tape|payment)\b",
    r"\byour (?:tape|self[- ]?tape|upload|file) (?:was|has been) (?:received|uploaded|delivered|sent|submitted)\b",
    r"\byou(?:'ve| have)? (?:successfully )?submitted\b", r"\bsubmission confirm", r"\bper month\b",
    r"\bslots? of \w+ minutes\b", r"\blast chance\b", r"\bview (?:this|in) (?:your )?browser\b",
    r"\bmanage (?:your )?(?:email )?preferences\b", r"\bwatched (?:your|the) (?:tape|submission)",
    r"\bnew (?:casting )?notices?\b", r"\bweekly (?:digest|round)", r"\bdigest\b", r"\btuition\b",
)  # fmt: skip
_RECEIPT: Final = _any(
    r"\bgot (?:it|your tape|the tape|this),? (?:and )?(?:thanks|thank you|many thanks)\b",
    r"\byour (?:submission|application|self[- ]?tape|tape|upload|video|payment|order|booking fee|profile|file)s?[^.\n]{0,24} (?:was|has been|have been|were|is) (?:successfully )?(?:sent|received|uploaded|submitted|delivered|processed|renewed|viewed)\b",
    r"\bwe(?:'ve| have)? (?:successfully )?received your (?:submission|application|self[- ]?tape|tape|upload|video|payment|order)\b",
    r"\bthank(?:s| you) for (?:your )?(?:submission|submitting|applying|application|order|purchase|payment|upload(?:ing)?|renewal|subscri\w+)\b",
    r"\b\d+ (?:new )?(?:roles?|notices|breakdowns|jobs|castings|casting calls|projects|auditions)\b.{0,40}\b(?:match|for you|posted|today|this week|near you)", r"\b(?:upload|submission|payment) (?:complete|confirmed|received|successful)\b",
)  # fmt: skip
_INVITES: Final = _any(
    r"\b(?:would|'d) (?:really )?(?:like|love) (?:to (?:see|have|bring|meet|invite|book|offer)|you to|a (?:self[- ]?)?tape|her|him)\b", r"\bplease (?:self[- ]?tape|tape|prepare|come|attend|upload|put yourself)\b", r"\bhas requested\b|\b(?:you've|have) been (?:requested|invited|selected|scheduled|given an? (?:\w+ )?(?:slot|time))\b", r"\byou(?:'re| are) (?:invited|scheduled|confirmed|on the schedule)\b", r"\bcallback (?:notice|for you|invitation)\b", r"\byour (?:audition|appointment|call-?back|slot) (?:is|has been|will be) (?:now |hereby )?(?:scheduled|confirmed|on|at)\b",
)  # fmt: skip
_INVITES_SOON: Final = _any(
    _INVITES.pattern, r"\byou have an? (?:\w+ ){0,2}(?:audition|appointment|call-?back|recall)\b", r"\bseeing (?:people|actors|everyone)\b",
    r"\b(?:time|times|appointment|slot) (?:to follow|tb[acd])\b", r"\bwant(?:s)? to (?:see|meet) (?:you|her|him|them)\b",
)  # fmt: skip
"""A first read is asked for, though its time may be still to come."""

_HAS_READ: Final = re.compile(
    r"\b(?:you|u|she|he)(?: have|'ve got| got| has|'s got) an? (?:\w+ ){0,2}?"
    r"(?:audition|appointment|appt|in[- ]person|read|session)\b",
    _I,
)
"""A time to come in; whether the days of work are free is asked beside it."""

_DATES_WANTED: Final = re.compile(
    r"\bconfirm (?:that )?(?:your avail\w*|you(?:'re| are) (?:free|available))\b"
    r"(?![^.!?\n]{0,40}\b(?:call-?back|recall|audition|read|session|appointment|slot|meeting|fitting|zoom|interview)s?\b)",
    _I,
)
_CANCELLED: Final = _any(
    r"\b(?:is|are|been|be|was|has|had|have|must|to) (?:now |sadly |unfortunately |being )?cancel+(?:ed|ing)?\b",
    r"\bcancel+(?:ed|ing|ation)\b(?! policy)", r"\bcalled off\b", r"\bcall(?:ing)? off\b", r"\bscrapped\b",
    r"\b(?:is|are|it's|session's|audition's|read's) (?:now |all )?off\b(?! book| camera| the)",
    r"\bno longer (?:needed|seeing|holding|happening|going ahead|required|meeting|reading)",
    r"(?:\bnot|n't) (?:be )?(?:going ahead|go ahead|happen|happening|take place|taking place)\b",
    r"\bstand(?:ing)? down\b", r"\bhave to (?:drop|pull) (?:the|your|our) (?:slot|session|audition|appointment)",
    r"\b(?:pulled|dropped|withdrawn) (?:the|your) (?:slot|session|audition|appointment|tape|request)",
    r"\bplease (?:ignore|disregard) (?:the|my|our) (?:request|invitation|appointment|audition)\b",
)  # fmt: skip
_MOVED: Final = _any(
    r"\b(?:re-?scheduled?|rescheduling)\b", r"\bnew (?:time|date|slot|deadline|address|location|venue|due date)\b",
    r"\b(?:time|date|slot|deadline|address|location|venue|room|session|appointment|appt|audition|callback|recall|call ?time|due date)\b[^.!?]{0,40}\b(?:has|have|had|is|was|been|being|'s)\b[^.!?]{0,20}\b(?:moved|changed|pushed|shifted|extended|brought forward|put back|bumped|updated)\b",
    r"\b(?:moved|moving|pushed|pushing|shifted|shifting|bumped|bumping|brought forward|bringing forward|putting back) (?:it|you|your|the|this|that|things|everyone|everybody|us|back|up|to|from|forward|him|her|them)\b",
    r"\bwe(?:'ll| will|'d|'re| are)? now (?:see|need|have|like|meet|be|read|want|going)", r"\binstead of\b",
    r"\bchange of (?:time|date|plan|venue|address|location|room|deadline)\b", r"\b(?:only )?the (?:room|address|venue|location|studio) has changed\b", r"\b(?:schedule|time|venue|date|address|deadline|room|location|studio) change\b",
    r"\byou(?:'re| are) now (?:on |at |in )?(?:mon|tue|wed|thu|fri|sat|sun|\d)", r"\bcorrect(?:ion|ed)\b", r"\bextend(?:ed|ing)?\b[^.!?]{0,40}\b(?:deadline|due|until|to|till)\b", r"\bdeadline extended\b",
    r"\bupdated? (?:time|date|deadline|appointment|audition|invitation|location|session|slot|callback)\b",
    r"\b(?:forget|scrap|ignore|disregard|scratch) (?:the|that|my) (?:other|old|earlier|last|previous|first|original)\b",
    r"(?<!know, )(?<!know )\bsorry,? (?:it's|that's|i meant|make that)\b", r"(?<!you )(?<!can )(?<!can\'t )(?<!to )(?<!could )\bmake that\b(?! (?:time|work|one|day|slot)\b)", r"\bmy (?:typo|bad)\b", r"\brather than\b[^.]{0,20}\b(?:\d|mon|tue|wed|thu|fri)",
    r"\b(?:deadline|due date|time|date|slot|session|appointment|callback|audition|address|venue|call ?time)\b[^.!?]{0,30}\b(?:is|are) now\b", r"\b(?:more time|extra (?:day|time)|an extension)\b", r"\bhas (?:a )?changed\b", r"\bhave (?:an extra|more time|until)\b[^.]{0,30}\bnow\b", r"\bnow (?:due|at|on)\b",
    r"\b(?:got|have|has|had|need) to (?:move|shift|push|change|bump)\b", r"\bplans? (?:have|has) changed\b",
    r"\b(?:swap|switch)(?:ed|ing)? (?:you|your|to)\b",
)  # fmt: skip
_WORK: Final = (
    r"(?:shoot(?:ing)?|filming|(?:wardrobe |costume )?fittings?|rehearsals?|work(?:ing)? (?=days?|dates?)|recording)"
    r"(?: days?| dates?| times?)?"
)
_MOVES: Final = r"(?:mov(?:ed|ing)|changed|push(?:ed|ing)|shift(?:ed|ing)|bump(?:ed|ing)|re-?scheduled|brought forward|put back)"
_WORK_MOVED: Final = _any(
    rf"\b{_WORK}\b[^.!?\n]{{0,40}}\b{_MOVES}\b",
    rf"\b{_MOVES} (?:back |up |forward )?(?:your|the|our)\b[^.!?\n]{{0,24}}\b{_WORK}\b",
    rf"\b{_WORK} (?:is |are |will |)?now\b", rf"\bnew {_WORK}\b", rf"\b{_WORK} (?:change|update)\b", rf"\b{_WORK}\b[^.!?\n]{{0,60}}\binstead of\b",
)  # fmt: skip
"""Words of days of work, or of a fitting, that are others now."""

_FITTING_CALL: Final = _any(
    r"\b(?:wardrobe|costume|your|the|a) fitting\b[^.!?\n]{0,60}\b(?:is|confirmed|scheduled|booked|set)\b",
    r"(?:^|\n)(?:re: )?(?:wardrobe |costume )?fitting\b(?: (?:for|on|at|call|appointment|details|time|confirmed)\b|:)",
)  # fmt: skip

_SAME_TIME: Final = re.compile(r"\bsame (?:time|day|slot)s?\b", _I)
_POSTPONED: Final = _any(
    r"\bpostpon\w+",
    r"\bput on hold\b",
    r"\boff for now\b",
    r"\bdelayed\b",
)
_NEW_ONE: Final = _any(
    r"\bpostpon\w+", r"\b(?:new|another|different|later|fresh|alternative) (?:date|time|day|slot|session|appointment)s?\b",
    r"(?<!\bif they )(?<!\bif we )\bre-?(?:schedul|book|arrang)\w*", r"\bpick (?:this|it) (?:back )?up\b", r"\b(?:back|again) (?:next|in the new|in a|in jan|soon)\b", r"\boff for now\b", r"\b(?:trying|try|looking|aiming|hoping) (?:for|at) (?:next|another|later|early|the week|mon|tue|wed|thu|fri|sat|sun|jan|feb)",
)  # fmt: skip
_NO_NEW_ONE: Final = re.compile(
    r"(?:\b(?:not|no|never|unlikely|without)|n't)\b[^.!?;,\n]{0,24}\b(?:re-?(?:schedul|book|arrang)|(?:new|another) (?:date|time|day)s?\b(?! (?:\w+ )?yet))",
    _I,
)
_INSTEAD: Final = re.compile(r"\binstead\b", _I)
_RELEASED: Final = _any(
    r"\breleas(?:ed|ing) (?:you|from|your|him|her|them)\b", r"\b(?:are|been|is|you're|officially|now|being|(?<!will )(?<!may )(?<!might )be) (?:now |officially |hereby |being )?released\b",
    r"\brelease you\b", r"^\s*(?:re: )?(?:avail |hold |pin )?releases?\b(?! form)", r"\byou(?:'re| are)(?: now)? released\b", r"\b(?:been|being|were|was) let go\b",
    r"\b(?:let|letting|lets) (?:you|him|her|them) go\b(?! (?:in|to|over|ahead|on|and|through)\b)", r"\b(?:come|comes|take|taken|taking|drop|dropped|dropping|lift|lifting|lifted|removed?|removing) (?:you |your |the |him |her |them |off )*(?:hold|pin|pencil|avail|first refusal)\b",
    r"\boff (?:your |the |of |her |his |our )?(?:heavy |light |first )?(?:hold|pin|avail|pencil|pin)\b", r"\bunpin(?:ned|ning)?\b", r"\b(?:pencil|hold|pin|first refusal)\b[^.!?]{0,30}\b(?:is|are|has been|have been|'s) (?:now )?(?:off|lifted|released|rubbed out|gone|dropped|removed|cleared)\b",
    r"\bdates? (?:are|is) (?:all )?(?:yours|free) (?:again|now)\b", r"\byour (?:days|dates) (?:are|back)\b[^.]{0,12}\b(?:yours|own|again)\b",
    r"\bfree to (?:book|take|accept) (?:other|anything)",  r"\brelease (?:notice|from hold|from avail)\b",
    r"\brelease the (?:dates|hold|pin|pencil)\b", r"\bunpencil", r"\bhave (?:now )?released\b",
)  # fmt: skip
_PASSED: Final = _any(
    r"\b(?:going|gone|go|went|goes|headed|decided to go|moved|moving|taking it|taken it) (?:in )?(?:another|a different|other|with (?:another|someone|somebody)|with a different) ?(?:way|direction|actor|choice|person|route)?\b",
    r"\b(?:another|different) (?:way|direction|route)\b", r"\b(?:not|n't|won't|unable to) (?:be )?(?:mov|tak|go|proceed|progress)(?:e|ing|ed)?(?: you| it| this| things| your tape| your audition)? (?:forward|further|ahead|on)\b",
    r"\b(?:it's|it is|they|it was|that's|sorry,? it's|a) (?:a )?pass(?:ed|ing)?\b(?! (?:code|word|on|along|it|you))", r"\bpass(?:ed|ing) on (?:you|this|him|her|the tape|it)\b", r"\bunsuccessful\b", r"\bnot (?:be )?successful\b",
    r"\bgone to (?:another|someone|somebody|a different)\b", r"\b(?:role|part|it) (?:has|have)(?: now)? (?:been cast|gone to|gone elsewhere)\b", r"\b(?:not|wasn't|isn't|won't be|n't) (?:been )?(?:selected|chosen|shortlisted|you this time|ours this time|to be this time|the right fit|called back)\b",
    r"\b(?:not|n't)\b[^.!?]{0,60}\bthis time\b", r"\bon this occasion\b", r"\bregret\b", r"\b(?:cast|chosen|selected|picked) (?:someone|somebody|another|an? different|elsewhere)\b", r"\bnot (?:going|go) your way\b", r"\bdidn't (?:go|land|work out|get)\b",
    r"\boffered [^.!?\n]{1,40} to (?:an?|someone|somebody|another)\b", r"\bit's a no\b", r"\bit is a no\b", r"\bthey(?:'ve| have) cast\b", r"\b(?:gone|going|went) elsewhere\b",
    r"\b(?:won't|not|n't) be (?:calling|bringing|asking|inviting|needing) (?:you|him|her) back\b", r"\bdecided not to\b", r"\b(?:it's|it is|that's|was|is|unfortunately|sadly|sorry,?) a pass on (?:(?-i:[A-Z])\w*|this|that|you|her|him|us|our)\b",
)  # fmt: skip
_THANKS: Final = re.compile(
    r"\bthank(?:s| you)\b[^.!?\n]{0,24}\b(?:auditioning|coming|reading|taping|sharing|(?:your )?(?:self-?)?(?:tape|audition|read|time|work)\b)",
    _I,
)
_OF_A_READ: Final = (
    r"(?! (?:of |you |her |him |them )?(?:an?|another|your|one more) (?:[\w-]+ ){0,2}?"
    r"(?:call-?backs?|recalls?|auditions?|(?:self-?)?tapes?|slots?|meetings?|reads?|sessions?|tests?|chem|appointments?|appt)\b)"
)
"""An offer of one of these is none of a job: "offered a callback", "offer you an audition slot"."""

_BOOKED: Final = _any(
    r"\byou(?:'ve| have| just)? booked\b", r"\bbooked it\b", r"\byou(?:'re| are) (?:officially )?(?:booked|cast|hired|confirmed as)\b", r"\byou(?:'ve| have)? got (?:it|the (?:part|role|job|gig))\b",
    r"(?:'s| is) (?:all )?yours\b(?! again| until| if| to)", rf"^\s*offer\b{_OF_A_READ}", rf"(?-i:(?<!SPECIAL )\bOFFER\b){_OF_A_READ}", r"\byou(?:'ve| have) been (?:booked|cast|hired|chosen as)\b", rf"\byou(?:'ve| have) been offered\b{_OF_A_READ}", r"\boffer(?:ing)? (?:you )?(?:the (?:role|part)|is in|for you|came in)\b", rf"\b(?:like|love|pleased|delighted|thrilled|happy) to offer\b{_OF_A_READ}",
    r"\byou(?:'re| are) (?:all )?confirmed for the (?:[a-z]+ )?(?:job|shoot|booking)\b", r"\bbooking confirm(?:ed|ation)\b", r"\bconfirmed booking\b", r"\bthey(?:'ve| have)? (?:want|chose|picked|chosen|booked|cast) you\b(?! (?:back|to|in|on|for))", r"\byou(?:'ve| have)? landed\b", r"\bcongrat\w*[^.!?]{0,60}\b(?:book|cast|offer|role|part)\b", r"^\s*booked\b", r"^\s*booking\b", r"\bwe(?:'re| are) booking you\b",
    r"\bhas booked you\b", r"\byou (?:have|got) the (?:part|role|job)\b", r"\bfirm booking\b", r"\boffer of employment\b", r"\bjob offer\b", rf"\b(?:have|has|make|made|making|got|received|extend(?:ed|ing)?) (?:you )?(?:an|a (?:firm|formal)) offer\b(?! (?:out )?to (?!you\b)| elsewhere| for other){_OF_A_READ}", r"\bis an? (?:firm |formal )?offer\b",
)  # fmt: skip
_NO_CLAIM: Final = re.compile(
    r"\b(?:not|no|n't|isn't|neither|never|nor|or|without)\b (?:yet )?(?:(?:a|an|any|the) )?(?:firm |formal |actual )?(?:hold|pin|booking|offer|pencil|first refusal|release|pass|callback|avail(?:ability)? check)\b"
    r"(?:,? (?:or|nor|and) (?:(?:a|an|any) )?(?:hold|pin|booking|offer|pencil|guarantee|promise))*"
    r"|\d[^.!?\n]{0,40}\b(?:it|that)(?:'s| is) (?:all )?yours\b"  # an hour is
    r"|\b(?:if|whether|hop(?:es?|ing)|may|might)\b[^.!?\n]{0,60}\boffers?\b",
    _I,
)
_AVAIL: Final = _any(
    r"\bavail(?:ability)?s? ?-?checks?\b", r"\bcheck(?:ing|ed)?\b[^.!?]{0,24}\bavail", r"\bchecking avails?\b",
    r"\bavailability (?:check|enquiry|inquiry|request)", r"\b(?:asking|asked|enquir\w+|inquir\w+) (?:about|after|for|if) your avail", r"\bdate check\b", r"\bavailability query\b",
    r"\bare you (?:free|available|clear|around)\b[^?]{0,60}\b(?:shoot|film|work|dates?|job)", r"\bwanted? (?:to know )?your availability for\b", r"\byour availability for the (?:shoot|dates)\b", r"\bhow are your dates\b",
)  # fmt: skip
_AVAIL_WORD: Final = re.compile(
    r"(?<!\bbe )\bavails?\b(?!able| for (?:the |your |a )?(?:call|recall|fitting|audition))", _I
)
_HELD: Final = _any(
    r"\bpinned\b", r"\bpin requests?\b", r"\bpin (?-i:[A-Z])[\w'-]+ (?:for|on)\b", r"\bon pin\b", r"\ba pin\b", r"\bpin(?:ning)? you\b", r"\bfirst refusal\b", r"\b(?:heavy |light |first |second |lightly |heavily )?pencil(?:l?ed|ling|ing|s)?\b", r"\b(?:on|a|to|first|second|soft|hard|1st|2nd) hold\b", r"^\s*(?:1st |first |2nd |second )?holds?\b", r"\b(?:place|put|placed|putting|placing) (?:you|him|her|them|your dates) (?:down )?(?:on|under|in) (?:an? |the |our )?(?:\w+ )?(?:hold|avail|pin|pencil|option|refusal|first)\b", r"\bholding (?:you|him|her|them|your dates)\b",
    r"\bhold (?:the|these|those|your) (?:dates?|days?)\b", r"\bon (?:first )?avail\b(?! check)", r"\bholding (?:the|these|those|your) (?:dates?|days?)\b", r"\bhold dates?\b", r"(?:^|\n).{0,60}\bholds?[.:!](?=\s|$)", r"(?:^|\n|[.!?] )holds? (?:for|on) (?:the )?(?:\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)", r"\b1st refusal\b", r"\bright of first\b", r"\bhold placed\b", r"\bhold request\b", r"\b(?:1st|first|2nd|second|3rd|third) options?\b(?! (?:is|was|would)\b)", r"\boption(?:ed|ing)? (?:on )?you\b", r"^\s*(?:re: )?option(?: request)?\b[:!]", r"\bshortlist(?:ed)?\b[^.]{0,40}\bhold\b",
)  # fmt: skip
_ALSO_HELD: Final = re.compile(
    r"\b(?:also|as well|plus|in the meantime|meanwhile)\b[^.!?\n]{0,40}\b(?:on )?(?:avail|hold|pin|pencil|refusal)"
    r"|\b(?:avail|hold|pin|pencil|refusal)\b[^.!?\n]{0,40}\b(?:as well|too)\b",
    _I,
)
"""A claim on the days beside a callback: "they'll also put you on avail"."""

_EARLIER_ROUND: Final = re.compile(
    r"\b(?:after|from|since|following|before|loved|liked|enjoyed|thanks for|thank you for)"
    r" (?:\w+ ){0,3}(?:call[- ]?backs?|recalls?|chem(?:istry)? reads?|work session|screen test)\b"
    r"|\bif (?:\w+ ){0,3}call[- ]?backs?\b",
    _I,
)
_FIRST_READ: Final = re.compile(r"\bauditions?\b|\b(?:first|pre)[- ]?reads?\b|\btapes?\b", _I)
_TAPE: Final = _any(
    r"\bself[- ]?(?:tap(?:e|es|ing)|tests?)\b", r"\beco[- ]?cast\b", r"\b(?:on|to|by|a|your|the|this|your own|us a) tape\b", r"\btape (?:it|this|request|invitation|due|for|in for|by|requested|yourself)\b", r"\btapes?\b (?:\([^)]*\) )?(?:are |is |was )?(?:due|by)\b",
    r"\brecord (?:yourself|a|the|your|both)\b", r"\bvideo (?:audition|submission)\b", r"\bput (?:yourself|her|him|them) (?:down )?on (?:tape|camera|film)\b", r"\bself[- ]?record", r"\bupload (?:your|the|a|it|link|to|by)\b", r"^\s*tape\b", r"\bfilm yourself\b", r"\bsend (?:us )?(?:a|your) (?:tape|video|recording|take)\b", r"\btape by\b", r"\bst (?:in|for|due|req)\b", r"\basked (?:you )?to tape\b", r"\bvoice (?:sample|test|reel)\b[^.]*\b(?:mp3|wav|record)", r"\bmp3\b", r"\bto tape\b", r"\btaped? (?:audition|submission)\b", r"\bself-?submit",
)  # fmt: skip
_READ: Final = _any(
    r"\bauditions?\b", r"\bappointment\b", r"\bappt\b", r"\bsee (?:you|her|him|them)\b", r"\bcome (?:in|to|at|along|by)\b", r"\bsession\b", r"\bslot\b", r"\bin (?:the )?(?:room|person)\b", r"\bzoom\b", r"\bscheduled\b", r"\b(?:first|general|pre-?)[- ]?(?:call|read|meeting)\b", r"\bcasting call\b", r"\bmeet(?:ing)?\b", r"\bread (?:for|with)\b", r"\bgo-?see\b", r"\bcasting (?:on|at|for)\b",
)  # fmt: skip
_GOES_THERE: Final = _any(
    r"\bin[- ]person\b", r"\bzoom\b", r"\bcome (?:in|to|at|along|by|back)\b", r"\b(?:see|meet) (?:you|her|him|them)\b", r"\bin the room\b", r"\bappointment\b", r"\bappt\b", r"\bsession\b", r"\bcall-?back\b", r"\brecall\b", r"\bslot\b", r"\bread with\b", r"\blive\b", r"\bmeet(?:ing)?\b",
)  # fmt: skip
_WAITING: Final = _any(
    r"\byou have (?:\d+|a|one|an?) (?:new |unread )*(?:self[- ]?tape |audition |casting )*(?:request|message|invitation|invite)",
    r"\b(?:new|unread) (?:message|request|invitation|self[- ]?tape request)\b", r"\bsent you (?:a|an) (?:\w+[- ]?){0,2}(?:message|request|invitation)\b",
)  # fmt: skip

_OFFERS: Final = re.compile(
    r"\b(?:(?:pleased|happy|delighted|thrilled|like|love|excited|want) to offer"
    r"|offer(?:ing)? (?:you|her|him|them)|an offer|formal offer|been offered)\b"
    rf"|(?:\A|^subject:|\n\n)\W*(?:(?:re|fwd?):\s*)*offer\b(?!\W*[$\u00a3\u20ac\d]){_OF_A_READ}|(?-i:(?<!SPECIAL )\bOFFER\b){_OF_A_READ}",
    re.IGNORECASE | re.MULTILINE,
)
_TAKEN: Final = re.compile(
    r"(?P<yet>\b(?:if|once|when|until|unless|before|after|assuming|provided)\b[^.!?\n]{0,40}?)?"
    r"(?:\b(?:you|she|he)(?:['\u2019]re| are|['\u2019]s| is|['\u2019]ve been| have been| has been)"
    r" (?:now |all |officially )?(?:booked|confirmed)\b(?! (?:for|on) (?:a |the |your )?(?:call-?back|audition))"
    r"|\b(?:you|she|he)(?:['\u2019]ve| have| has| just)? booked (?:it|this|the (?:role|part|job))\b"
    r"|\bbooking (?:is |has been )?(?:now )?confirmed\b|\bconfirmed booking\b"
    r"|(?:\b(?:has|have)|['\u2019]ve) (?:now |already |all )?accepted\b)",
    re.IGNORECASE,
)
"""Words that an offer is taken; after a word of `yet`, it is not."""


def kind_of(
    subject: str,
    body: str,
    *,
    has_hour: bool,
    has_due: bool,
    is_labelled: bool,
    is_reply: bool,
    is_moved: bool = False,
) -> Kind:
    """Return what a letter is about, by its words and by whether it sets an hour or a deadline.

    It `is_moved` if it says a time that was, and another one that is now.
    """
    text = f"{subject}\n{body}"
    if _is_news(text, is_labelled=is_labelled):
        return Kind.OTHER
    claims = _NO_CLAIM.sub(" ", without_choices(without_cases(text)))
    opening = _NO_CLAIM.sub(" ", without_choices(without_cases(f"{subject}\n{body[:700]}")))
    later = later_round(text)
    has_read = has_hour and not later and _HAS_READ.search(opening)
    if _RELEASED.search(opening) or any(_RELEASED.search(line) for line in (subject,)):
        return Kind.RELEASE
    if _CANCELLED.search(opening):
        moved = _MOVED.search(opening) and (has_hour or has_due)
        tapes = has_due and _INSTEAD.search(opening) and _TAPE.search(opening)
        is_over = not moved and not tapes and not is_put_off(opening)
        return Kind.CANCEL if is_over or _NO_NEW_ONE.search(opening) else Kind.CHANGE
    if _POSTPONED.search(opening) and is_put_off(opening):
        return Kind.CHANGE
    if _PASSED.search(opening) and not (has_hour or has_due):
        return Kind.PASS
    if _BOOKED.search(opening):
        return Kind.BOOKING
    if later and has_hour and _ALSO_HELD.search(claims):
        return Kind.CALLBACK
    if has_read and _AVAIL_WORD.search(claims) and not _HELD.search(opening):
        return Kind.APPOINTMENT
    asks_tape = has_due and is_tape(text) and not (_AVAIL.search(subject) or _HELD.search(subject))
    if asks_tape and _AVAIL.search(claims) and not _HELD.search(opening):
        return Kind.REQUEST
    if _AVAIL.search(claims) and not (_HELD.search(opening) and not _AVAIL.search(opening)):
        return Kind.AVAIL
    if _AVAIL_WORD.search(claims) and not _HELD.search(opening):
        return Kind.AVAIL
    if _HELD.search(opening) and not (has_due and is_tape(text)):
        return Kind.HOLD
    says_when = has_hour or has_due or is_reply or bool(_SAME_TIME.search(body))
    moved = is_moved or (bool(_MOVED.search(opening)) and says_when)
    if (moved or _MOVED.search(subject)) and not _is_new(opening):
        return Kind.CHANGE
    tape, read = bool(_TAPE.search(text)), bool(_READ.search(text))
    if _DATES_WANTED.search(opening) and not (has_hour or has_due or later or tape):
        return Kind.AVAIL
    work_moved = _WORK_MOVED.search(opening) and not _INVITES_SOON.search(opening)
    is_of_job = work_moved or (_FITTING_CALL.search(opening) and not read)
    if is_of_job and not (has_hour or has_due or later or tape):
        return Kind.CHANGE
    if later:
        return Kind.CALLBACK
    if has_due and not has_hour:
        return Kind.REQUEST
    if has_hour and not (has_due and tape):
        return Kind.APPOINTMENT
    if tape:
        return Kind.REQUEST
    if read:
        return Kind.APPOINTMENT
    return Kind.REQUEST if _WAITING.search(text) else Kind.OTHER


def is_put_off(text: str) -> bool:
    """Whether a text takes a time back, and says that a new one is to come."""
    off = _CANCELLED.search(text) or _POSTPONED.search(text)
    return bool(off and _NEW_ONE.search(text) and not _NO_NEW_ONE.search(text))


def off_until(text: str) -> int:
    """Return where the words end by which a time is taken back; -1 if there are none."""
    found = [shape.search(text) for shape in (_CANCELLED, _POSTPONED)]
    return max((match.end() for match in found if match), default=-1)


def moved_round(text: str) -> RoundKind | None:
    """Return the kind of a later round that a text moves, None if it does not say.

    Its first line is the subject; of the rest, only sentences that speak of a change count.
    """
    subject, _, body = text.partition("\n")
    changes = [one for one in re.split(r"[.!?](?=\s|$)|\n", body) if _MOVED.search(one)]
    for said in (*changes, subject):
        now = _EARLIER_ROUND.sub(" ", said)
        kind = next((kind for kind, shape in LATER if shape.search(now)), None)
        if kind and not _FIRST_READ.search(now):
            return kind
        if _FIRST_READ.search(now):
            return None
    return None


def is_release(text: str) -> bool:
    """Whether a text lets the actor go from dates that were kept."""
    return bool(_RELEASED.search(without_cases(text)))


def is_tape(text: str) -> bool:
    """Whether a text asks for a tape."""
    return bool(_TAPE.search(text))


def is_only_tape(subject: str, text: str) -> bool:
    """Whether a subject asks for a tape, and the text speaks of no read to go to."""
    return bool(_TAPE.search(subject)) and not _GOES_THERE.search(f"{subject}\n{text}")


def tape_words(text: str) -> str:
    """Return the words that ask for a tape; empty if none do."""
    found = _TAPE.search(text)
    return found[0].strip() if found else ""


def is_waiting(text: str) -> bool:
    """Whether a text only says that a message waits behind a login."""
    return bool(_WAITING.search(text)) and bool(
        re.search(
            r"\b(?:log|sign)(?:ged|ed)? ?-?in\b|\bin(?:side)? (?:the|your) (?:app|account|inbox)\b",
            text,
            _I,
        )
    )


def is_open_offer(text: str) -> bool:
    """Whether a mail offers a role, and says nothing of a yes or a booking."""
    taken = any(not said["yet"] for said in _TAKEN.finditer(text))
    return bool(_OFFERS.search(_NO_CLAIM.sub(" ", text))) and not taken


def _is_new(text: str) -> bool:
    """Whether a mail says in so many words that it is a first invitation."""
    return bool(
        re.search(r"\bnew (?:audition|self[- ]?tape|appointment|callback) request\b", text, _I)
    )


def _is_news(text: str, *, is_labelled: bool) -> bool:
    signs = {found[0].lower() for found in _NEWSLETTER.finditer(text)}
    if is_waiting(text):
        return False
    if _RECEIPT.search(text[:500]) and not _INVITES.search(text):
        return True
    tells_no = _PASSED.search(text[:700]) and _THANKS.search(text[:700])
    return len(signs) >= (4 if is_labelled or tells_no else 2)
