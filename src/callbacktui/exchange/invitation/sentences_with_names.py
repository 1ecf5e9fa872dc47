"""The sentences that name a project or a role: "the role of Agnes in Cold Front"."""

import re
from typing import Final

from callbacktui.exchange.invitation.people import UP
from callbacktui.exchange.invitation.project_and_role_patterns import (
    BRAND,
    CAPS,
    NAME,
    NETWORK,
    OF_SIZE,
    QUOTED,
    SIZE,
    TITLE,
)
from callbacktui.exchange.invitation.subject_line import KINDS

_FOR_TITLE: Final = r"(?:CB|cb|[Ss]elf[- ]?[Tt](?:ape|est)s?|SELF[- ]?T(?:APE|EST)S?|ST req(?:uest)?|[Tt]apes?|TAPES?|[Aa]udition(?:ing)?|[Aa]ppointment|[Aa]ppt|[Cc]all[- ]?[Bb]acks?|CALLBACKS?|[Rr]ecall(?:ed)?|RECALL|[Aa]vail(?:ability)?(?: check)?|(?<=[Yy]our )read|[Pp]roducers? session|[Ww]ork session|[Cc]ast(?:ing)?|[Dd]ate check|[Bb]ooked|BOOKED)"
BOTH: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:[Rr]ole|[Pp]art|[Cc]haracter)(?: of| is|:| =)? ?(?:the )?(?P<role>{TITLE})(?:,? (?:\([^)]*\) )?(?:in|on|for) (?:the |our |a new )?(?:(?:[a-z][\w-]+ ){{0,4}})?(?P<project>{BRAND}))?",
        rf"\b(?:for|as|about|discuss|(?:session|tape|read|work) on|play|playing|booked(?: it)?:?|is|offer you|you're|you are) (?:the (?:role|part) of )?(?P<role>{TITLE})(?: \([^)]*\))?,? (?:in|on) (?:the |our |a |my )?(?:(?:MFA |BFA |MA |BA |thesis |student |graduat(?:e|ion) |new |feature |film |short |play |series |pilot |musical |commercial |drama |comedy )*)(?P<project>{BRAND})",
        rf"(?:^|, )(?P<role>{TITLE}),? (?:in|on) (?P<project>{BRAND})",
        rf"\b(?:for|as|on|about|play|playing) (?:the )?(?P<role>{NAME}) (?:in|for|on) (?P<project>{CAPS}|{QUOTED})(?! \w+ )",
        rf"^(?i:{KINDS})(?: for)?:? (?P<project>{CAPS}|{QUOTED}|{NAME}) - (?P<role>{NAME})",
    )
)
SURE_ROLE: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:[Rr]ole|[Pp]art|[Cc]haracter)(?: of|: ?| = ?| is| name:?| called)? ?(?:the )?(?P<role>{TITLE})",
        rf"\b[Rr](?:ole)? ?= ?(?P<role>{TITLE})",
        rf"^(?P<role>{TITLE})(?: - | ?[(\[])(?:an? |the )?{SIZE}",
        rf"\b{OF_SIZE}(?P<role>{CAPS})(?=[.,;:!?()]| - | in | on |$)",
    )
)
"""Here is a role and nothing else."""

PERHAPS_ROLE: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:see|bring|have|want|like|love|invite|consider|read|tape|asked|pinned|PINNED|avail check|checking you|release you|holding you|hold you|booked|cast|record|need) (?:to (?:see|have|tape) )?(?:you|him|her|them|[{UP}][\w'-]+)(?: (?:back|again|in|on tape|tape|read|to (?:read|tape|come in|audition)))? (?:for|as|on) (?:the (?:(?:role|part) of )?)?(?P<role>{TITLE})",
        rf"\btape from (?:you|[{UP}][\w'-]+(?: [{UP}][\w'-]+)?) (?:on|for|as) (?:the (?:(?:role|part) of )?)?(?P<role>{TITLE})",
        rf"\b[Yy]ou(?:'d| would|'ll| will) be (?:playing |reading (?:for )?)?(?P<role>{QUOTED}|{CAPS})(?=[.,;!]|$)",
        rf"\breading (?:with|w/) [^.,;]{{1,40}}? for (?P<role>{QUOTED}|{CAPS})",
        rf"\b(?:coming|came) in for (?:the (?:(?:role|part) of )?)?(?P<role>{TITLE})",
        rf"\b(?:another way|(?:another|a different|other) direction|someone else|somebody else|cast (?:it )?(?:elsewhere|otherwise)|elsewhere|another actor|a pass) (?:for|on|with|as|with the role of|in casting) (?P<role>{TITLE})",
        rf"(?P<role>{TITLE}) (?:has|have) (?:now )?(?:gone to|been cast|been given to) ",
        rf"^For (?P<role>{NAME}),? (?:we|they|he|she|it|the)\b",
        rf"\b(?:(?:[Tt]est|[Rr]ead|[Ss]ession|[Aa]udition|[Cc]allback|further|forward|ahead) (?:as|for)|(?:[Tt]ape|work|performance) as) (?:the (?:(?:role|part) of )?)?(?P<role>{TITLE})",
        rf"\b(?:you|her|him) (?:for|as) (?:the (?:(?:role|part) of )?)?(?P<role>{TITLE})",
        rf"\b(?:taped|read|auditioned|up|came in|seen|[Pp]laying|to play|play|be playing|you as|reading|read for|going in|put you up|submitted) (?:for|as)?,? ?(?P<role>{TITLE})",
        rf"\b(?:PINNED|[Pp]inned|[Pp]encil+ed|(?<!who has been )(?<!who is )(?<!who was )[Cc]ast|[Cc]onfirmed|on hold|[Bb]ooked|released) (?:for|as) (?:the (?:(?:role|part) of )?)?(?P<role>{TITLE})",
        rf"\b(?:hold|pin|pencil|refusal|option|avail|offer|offer in|deadline|slot|time|appointment|sides|chemistry read|chem read|screen test|session|[Ii]t's|[Tt]his is|[Yy]ou're) (?:for|as|is for) (?:the (?:(?:role|part) of )?)?(?P<role>{TITLE})",
        rf"\b(?:hold|pin|pencil|avail)\b[^.;]{{0,60}}? for (?:the (?:(?:role|part) of )?)?(?P<role>{TITLE})(?=,)",
        rf"\boffered (?P<role>{TITLE}) to ",
        rf"\b(?:be|for|as) our (?P<role>{NAME})(?=[.,;!?]|$)",
        rf"\b(?:[Yy]ou|booked|BOOKED|confirmed)\b(?:(?!who\b|attached)[^.;!?]){{0,50}} as (?:the )?(?P<role>{CAPS}|{QUOTED})(?=[.,;!?)]|$)",
        rf"\b(?:scenes?|songs?|cuts?|materials?|monologue) for (?:the )?(?P<role>{TITLE})",
        rf"\bfor (?P<role>{NAME}), (?:an?|his|her|their|our|the) [a-z](?![^,.;]*\b(?:play|film|series|show|musical|pilot|feature|short|drama|comedy|spot|commercial|game)\b)",
        rf"(?<![\w'])(?P<role>{CAPS}) [(\[](?={SIZE}|\d\d\b|(?i:early|mid|late|teens?|male|female|man|woman|any|age)\b)",
    )
)
SURE_PROJECT: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"(?<![\w']){NETWORK}(?:'s)?:? (?:(?:new |original |limited |drama |comedy )*(?:series|pilot|film|feature|movie|show) )?(?P<project>{QUOTED})",
        rf"(?<![\w']){NETWORK}(?:'s)?:? (?:new |original |limited |drama |comedy )*(?:series|pilot|film|feature|movie|show|drama|comedy),? (?P<project>{CAPS}|{NAME})",
        rf"(?P<project>{QUOTED})(?=(?:,| -)? \(?{OF_SIZE}{CAPS})",
        rf"^[^\"]*\b{SIZE},? (?P<project>{QUOTED})(?=,? (?:- |\()?(?:for |as )?(?:the )?(?:[Rr]ole|[Pp]art|{CAPS}))",
        rf"\b(?:(?:an?|the|our|my|this|new) (?:[a-z-]+ ){{0,3}}(?:short|feature|film|pilot|series|play|musical|movie|documentary),?|(?:[Ss]eries|[Pp]ilot|[Mm]usical|[Ff]eature|[Ss]hort|(?:[Ff]eature|[Ss]hort|[Ii]ndie|[Ss]tudent) film):?) (?P<project>{QUOTED})",
        rf"\b(?:cast|casting) (?:for |the )?(?P<project>{BRAND})(?=,| \()",
        rf"\b(?i:an?|the|our) (?:[a-z-]+ ){{0,3}}(?:spot|commercial|ad|advert|campaign|promo|shoot) for (?P<project>{NAME}|{QUOTED})",
        rf"^(?P<project>{BRAND})(?: \([^)]*\))?,? (?!(?:has|have|is|was)? ?(?:now )?(?:gone|going|went) to )(?:is|,|-|will be|goes|films|shoots|has been|has|was) (?:an? |the |now |going |in )?(?:[\w-]+ ){{0,4}}(?:feature|film|short|pilot|series|play|musical|half-hour|hour|commercial|drama|comedy|spot|game|another|different|direction|cast)\b",
        rf"^(?P<project>{CAPS}|{QUOTED}) - (?!{SIZE})",
        rf"^(?i:{KINDS})(?: for)?:? (?P<project>{CAPS}|{QUOTED}|{NAME})(?= \([A-Z]| - [A-Z])",
        rf"\b(?:team|producers?|creatives|company|cast) (?:of|for|at|behind) (?P<project>{CAPS}|{QUOTED})",
        rf"(?P<project>{QUOTED}) \((?i:itv|bbc|c4|sky|netflix|hulu|hbo|max|apple|amazon|disney|peacock|paramount|abc|nbc|cbs|fox|fx|amc)\b",
        rf"\b(?i:an?|the|our|my) (?:[a-z'-]+ ){{0,3}}(?:short|feature|film|pilot|series|play|musical|documentary|commercial),? (?P<project>{NAME}|{QUOTED})(?=,|\.| \(| and |$)",
        rf"\b(?:dancers?|singers?|actors?|performers?|movers?|voices?) for (?:the |our )?(?P<project>{QUOTED})",
        rf"\b(?:called|titled|entitled|named) (?P<project>{BRAND})",
        rf"(?<![\w'])(?P<project>{BRAND}) (?:has |have )?(?:let you go|released you|(?:has )?gone (?:another|with|a)|went (?:another|with|a)|is going (?:another|with|in)|(?:has )?cast (?:it|the)|(?:has )?booked you|want(?:s)? you|are (?:asking|checking|wondering) (?:if|about|after|whether))",
        rf"\b[Yy]ou(?:'ve| have)? booked (?P<project>{BRAND})(?=,| as | - |[.!]|$)",
        rf"\bfor (?P<project>{QUOTED}|{CAPS}) (?:has|have|is|are|had to be|must be) (?:now |sadly |unfortunately |all |been )*(?:cancel+ed|postponed|moved|called off|off\b|on hold)",
        rf"\bin (?:the |our )?(?P<project>{QUOTED}|{CAPS})",
        rf"\bon (?:the |our )?(?P<project>{QUOTED}|{CAPS}|{BRAND} / \"[^\"]+\")",
        rf"(?:\b(?i:{KINDS}) for (?:the |our |a )?)?(?P<project>{NAME}) (?:national |regional |web |tv |TV )*(?:spot|commercial)\b,? \(?(?:for )?(?:the )?role\b",
        rf"\bin the (?P<project>{NAME}(?:,? \"[^\"]+\")?) (?:commercial|spot|campaign|ad|advert|film|feature|series|pilot|play|musical|short)\b",
        rf"\bfor (?:the |our |a )?(?!(?:National|Regional|Local|Union|Non|New|TV|Web|Online|Digital|Radio|Print|US|UK|SAG|Commercial)\b)(?P<project>{NAME}) (?:(?:national|regional|web|tv|TV) )*(?:spot|commercial)\b",
        rf"\b(?:booked|BOOKED|got|landed|in|with|to do) (?P<project>{CAPS}|{QUOTED})",
        rf"\bfor (?:the |our |a |new )*(?P<project>{CAPS}|{QUOTED})(?= \((?i:itv|bbc|c4|ch(?:annel)? ?[45]|sky|netflix|hulu|hbo|apple|amazon|disney|\d+[ -]?(?:part|x|ep)|(?:tv |new |short |feature )*(?:feature|film|short|series|pilot|play|musical|commercial|drama|comedy))\b)",
        rf"(?<![\w'])(?P<project>{BRAND}),? (?:- )?(?:an?|the|our|my|this) (?:[a-z-]+ ){{0,4}}(?:feature|film|short|pilot|series|show|play|musical|movie|commercial|drama|comedy|spot|game)\b(?! (?:director|producer|writer|lead|star|casting|office|team)\b)",
    )
)
ROLE_AT: Final = re.compile(rf"\d ?[ap]\.?m\.? for (?P<role>{QUOTED}|{CAPS})(?=[.,;!)]|$)")
"""Here is the role if the project is named elsewhere: "you're at 2:15pm for ROY"."""

IS_YOURS: Final = re.compile(
    rf"(?P<role>{TITLE}) (?:is (?:all )?(?i:yours)\b(?! to\b)|(?:audition|call-?back|recall|session|tape) (?:is|will be|has)\b)"
)
"""Here is the role if the project is named elsewhere, else the one or the other."""

WENT_OTHERWISE: Final = re.compile(
    rf"\b(?:way|direction|elsewhere|otherwise) (?:for|on|with) (?P<project>{CAPS}|{QUOTED})"
)
"""Here is the project if the role is named elsewhere."""

PERHAPS_PROJECT: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b{_FOR_TITLE}\b(?: (?:in|request|you|her|him|them|confirmed|check))*(?: (?:for|on|of|from|:)|:|!+| -) (?:the |our |your |a )?(?:(?:new |feature |film |short |play |series |pilot |musical |commercial |show )*)(?P<project>{BRAND})",
        rf"\b(?:released from|release from|off|avail for|refusal on|hold on|pin on|pencil on)(?: (?:your|the|first|refusal|hold|pin|avail|on|for|heavy|pencil))* (?P<project>{BRAND}(?: / \"[^\"]+\")?)",
        rf"\b(?:the|these) (?P<project>{NAME}) (?:auditions?|sessions?|callbacks?|recalls?|tapes)\b",
    )
)
"""What is there may be a role as well: "a callback for Agnes"."""
