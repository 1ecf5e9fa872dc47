"""Reads what an actor wrote under "Result" or "Status": a stage, an ending and holds.

| written | stage | end |
|---|---|---|
| nothing at all, "?", "waiting" | not said | open: the silence clock does the rest |
| "submitted", "applied" | submitted | open |
| "requested", "scheduled", "confirmed" | requested, and still ahead | open |
| "completed", "taped", "sent" | auditioned, and given | open |
| "no cb", "nothing" | not said | presumed passed after 30 days, open until then |
| "no", "they went another way" | not said | they said so |
| "cb", "callback!", "recall" | callback | open |
| "pinned", "avail", "on hold", "1st refusal" | hold, in that word | open, the hold live |
| "avail -> released", "cb, pinned, released" | hold, in that word | released |
| "booked :)" | booked | open: nobody wrote that it has wrapped |
| "booked - then cut" | booked | the role was cut |
| "role cut" | not said | the role was cut |
| "project pushed", "shelved" | not said | shelved; reopen it should it come back |

A yes or no is read by the heading above it. Anything else goes to the notes as it was written.
"""

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache, lru_cache
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.enums import Cleared, HoldKind
from callbacktui.domain.outcome import Hold
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.text import fold
from callbacktui.domain.value import Value
from callbacktui.exchange.spreadsheet.cell_words import Tick, tick_of

LONG_PAST: Final = 30
"""Days after which a noted silence counts as presumed passed."""


class Sign(Enum):
    """What a word says of the read itself: that it was given, or that it is still to come."""

    GIVEN = "given"
    AHEAD = "ahead"


Meaning = Stage | HoldKind | Disposition | Sign


class Outcome(Value, frozen=True, kw_only=True):
    """How far it went as far as it was said, how it ended, and the words that are not known.

    `is_given` is None if nothing says whether the read was given.
    """

    stage: Stage | None = None
    disposition: Disposition = Disposition.OPEN
    is_given: bool | None = None
    reason: Reason | None = None
    certainty: Certainty = Certainty.UNKNOWN
    holds: tuple[Hold, ...] = ()
    unread: str = ""
    words: str = ""


NO_RESULT: Final = Outcome()
"""What an empty cell says."""

_WORDS: Final[dict[Meaning, str]] = {
    Stage.CONSIDERING: "considering|want to submit|to submit|draft|wishlist|wish list|interested|maybe|bookmarked"
    "|saved|to apply|planning|idea|not submitted|not submitted yet|to do|todo|backlog|not applied|want to apply"
    "|will submit|thinking about it|entwurf|borrador|brouillon|a considerar|need to submit|to pitch|open to submit",
    Stage.SUBMITTED: "submitted|self submitted|submission|applied|sent submission|submission sent|pitched"
    "|application sent|sent application|applied for|agent submitted|materials sent|headshot sent|cv sent|emailed"
    "|eingereicht|beworben|bewerbung raus|postulado|inscrito|aplicado|candidature envoyee|candidature|postule"
    "|candidato|inviato candidatura|submitted by agent|submitted by me|under consideration|in consideration"
    "|application submitted|self sub|submitted to casting|resume sent|sent in|put forward|put up",
    Sign.AHEAD: "requested|self tape requested|tape requested|audition requested|scheduled|confirmed|upcoming"
    "|invited|invited to tape|invited to audition|appointment|appt|interview|interviewing|interview scheduled|booked in"
    "|audition scheduled|to tape|need to tape|tape due|due|to record|to be taped|asked to tape|asked to read"
    "|planned|audition booked|booked for audition|eingeladen|bestatigt|geplant|zugesagt zum casting|convocado"
    "|convocada|programado|citado|convoque|convoquee|prevu|invito|convocato|confirme|confirmado|confermato"
    "|got an audition|got audition|have an audition|coming up|ahead|set|self tape request|next|in preparation"
    "|preparing|to do tape|called in|preparation|appointment set|time slot|slot confirmed|not taped yet|to film",
    Sign.GIVEN: "auditioned|completed|complete|done|taped|tape sent|sent|sent tape|tape submitted|submitted tape"
    "|self tape sent|self tape submitted|submitted self tape|uploaded|attended|went|read|delivered|finished|given"
    "|audition completed|auditioned in person|vorgesprochen|erledigt|gesendet|abgeschickt|enviado|enviada|hecho"
    "|realizado|realizada|envoye|envoyee|passe|passee|fait|fatto|inviato|recorded|self taped|sent it|recorded and sent"
    "|tape in|tape is in|interviewed|read for it|went in|was seen|seen|taped and sent|sent in tape|prelims|preliminary|preliminaries|prelim|first round|1st round|round one|round 1|live read done",
    Stage.CALLBACK: "cb|callback|callbacks|recall|called back|call back|got a callback|recalled|recalls|short list"
    "|shortlist|shortlisted|short listed|longlisted|producer session|producers|director session|work session|semis"
    "|semi finals|semifinals|semi finalist|second round|2nd round|advanced|next round|moved on|second interview|ruckruf"
    "|zweite runde|engere auswahl|shortlist|rappel|rappele|rappelee|preselectionne|preseleccionado|preseleccionada"
    "|richiamo|richiamato|kept|kept to read|kept and read|sang and read|kept to dance|asked to stay|round 2|round 3"
    "|callback received|invited back|asked back|straight to callback|in the mix|still in the mix|under consideration by producers",
    Stage.TEST: "test|tested|screen test|chem read|chemistry read|network test|studio test|test deal|final 2|final two"
    "|final 3|final three|final few|finals|final|finalist|final round|final callback|mixed and matched|mix and match"
    "|mixed & matched|mix & match|down to two|down to 2|between me and one other|final casting|last two|top 2"
    "|top two|top 3|top three|finale|endrunde|konstellationscasting|finalista|chem test|tested at network|camera test",
    Stage.OFFER: "offer|offered|got an offer|offer received|offer made|straight offer|angebot|oferta|offre|offerta"
    "|verbal offer|offer pending|negotiating|in negotiation",
    Stage.BOOKED: "booked|booked it|got the part|cast|won|contracted|accepted|hired|got the role|got the job|got cast"
    "|landed it|landed|was cast|engaged|signed|offer accepted|accepted offer|booking|got the gig|selected|chosen|i booked"
    "|i booked it|gebucht|gebucht!|rolle bekommen|zusage|engagiert|besetzt mit mir|genommen|contratado|contratada"
    "|seleccionado|seleccionada|elegido|elegida|conseguido|retenu|retenue|prise|pris|engage|engagee|preso|presa"
    "|scritturato|selezionato|selezionata|job confirmed|booked the job|role booked|yes booked|got booked|deal closed",
    Stage.WRAPPED: "wrapped|shot|filmed|shot it|abgedreht|rodado|tourne|filmed already|job done|recorded the job",
    HoldKind.AVAIL: "avail|on avail|put on avail|availed|first avail|1st avail|second avail|2nd avail|avails"
    "|availability|avail'd|put on first avail",
    HoldKind.AVAIL_CHECK: "avail check|availability check|checked avail|availability request|avail checked"
    "|verfugbarkeit angefragt|dispo|dispo angefragt|consulta de disponibilidad",
    HoldKind.PIN: "pin|pinned|on a pin|put on a pin|on pin",
    HoldKind.HOLD: "hold|held|on hold|first hold|second hold|on ice|ice|opcionado|opcionada|opcion|option|en option"
    "|optioniert|auf option|in opzione|opzionato|opzione|on option|put on hold|hold placed|soft hold|holding",
    HoldKind.FIRST_REFUSAL: "first refusal|1st refusal|on first refusal|on 1st refusal|second refusal|2nd refusal"
    "|put on first refusal|first ref|1st ref|first right of refusal|right of first refusal|frr|rofr",
    HoldKind.PENCIL: "pencil|pencilled|penciled|light pencil|pencilled in|penciled in|on pencil|second pencil"
    "|first pencil|1st pencil|2nd pencil",
    HoldKind.HEAVY_PENCIL: "heavy pencil|heavy pencilled|heavy penciled|heavily pencilled|heavily penciled|on heavy pencil",
    HoldKind.BACKUP: "backup|back up|on backup|standby|stand by|alternate|reserve|waitlist|waitlisted|wait list|wait listed"
    "|second choice|2nd choice|ersatz|reserva",
    Disposition.PRESUMED_PASSED: "nothing|silence|crickets|ghosted|no cb|no callback|no call back"
    "|no word|no response|no reply|no news|never heard|never heard back|nr|never responded|no recall|nada|radio silence"
    "|dead|no answer|didnt hear back|didn't hear|did not hear back|not heard|nothing back|nothing came|no feedback"
    "|presumed no|assumed no|assume no|silent no|expired|no reply received|keine antwort|keine ruckmeldung|nichts gehort"
    "|sin respuesta|sin noticias|pas de reponse|sans reponse|pas de nouvelles|sans suite|nessuna risposta|silenzio"
    "|ghosted me|closed|closed no response|no further interest|let go|moved on from|stale|no callback received",
    Disposition.PASSED_TOLD: "no|nope|pass|rejected|rejection|they passed|went another way|passed|not cast|did not book"
    "|they went another way|went in another direction|they went in another direction|not engaged|didnt book|didn't book"
    "|not selected|not chosen|not booked|didn't get it|did not get it|didnt get it|not this time|unsuccessful|turned down"
    "|thanks but no|no thanks|cut after first|dismissed|eliminated|not advanced|did not advance|didn't advance|not hired"
    "|not successful|not a match|not a fit|not right|wrong type|cut after dance|lost|lost it|denied|not accepted"
    "|pass from casting|casting passed|got a no|a no|not moving forward|didn't make it|did not make it|didn't get cast"
    "|not recalled|not called back|failed|x-ed|absage|abgesagt bekommen|leider nein|nein|abgelehnt|nicht genommen"
    "|rechazado|rechazada|descartado|descartada|no seleccionado|no seleccionada|refuse|refusee|refus|non retenu|non retenue"
    "|scartato|rifiutato|no grazie|rechazo|kein interesse|nicht besetzt|regret|regrets|with regret|released early|cut from list|not proceeding"
    "|job went away from me|typed-out|reject|form rejection|rejected by casting|cut (dance)|cut at dance|thank you next",
    Disposition.RELEASED: "released|release|let off hold|taken off hold"
    "|freigegeben|liberado|liberada|libere|liberee|off hold|dropped from hold",
    Disposition.WITHDRAWN: "withdrew|withdrawn|i passed|i withdrew|turned it down|passed on it|pulled out|i declined"
    "|had to pass|had to withdraw|had to decline|conflict had to pass|dropped out|couldn't make it|could not make it|i said no"
    "|zuruckgezogen|retirado|retirada|desiste|desistement|ritirato|bowed out|couldn't do it|not available|unavailable"
    "|i pulled out|took myself out|conflict|scheduling conflict",
    Disposition.REQUEST_DECLINED: "declined to tape|declined audition|declined request|declined the audition"
    "|declined to audition|declined to read|passed on the audition|did not audition|didn't audition|i declined to read"
    "|skipped|didn't go|did not go|did not attend|didn't attend|no show",
    Disposition.DEADLINE_MISSED: "missed|missed it|missed deadline|missed the deadline|deadline missed|missed due date"
    "|too late|ran out of time|did not tape|didn't tape|not taped|never taped|didn't send|deadline passed|deadline went by"
    "|frist verpasst|verpasst|plazo perdido|delai depasse|missed submission|overdue|didn't submit|did not submit|not sent",
    Disposition.CANCELLED: "cancelled|canceled|session cancelled|audition cancelled|audition canceled|cancelled by casting"
    "|session canceled|abgesagt|ausgefallen|cancelado|cancelada|annule|annulee|annullato|callback cancelled|rained off"
    "|cxl|cxld|called off|cancelled audition",
    Disposition.TYPED_OUT: "typed out|was typed out|got typed out|typed",
    Disposition.NOT_SEEN: "not seen|wasn't seen|was not seen|never seen|didn't get seen|did not get seen|unseen",
    Disposition.ROLE_CUT: "role cut|role was cut|part cut|cut|written out|role written out|character cut|role removed"
    "|role eliminated|rolle gestrichen|gestrichen|part was cut|they cut the role|role gone|personaje eliminado|cut from script"
    "|cut from the show|role deleted",
    Disposition.CAST_OTHERWISE: "cast otherwise|someone else|went to someone else|role filled|they went with someone else"
    "|went with someone else|someone else booked|someone else got it|somebody else|filled|position filled|cast someone else"
    "|anders besetzt|anderweitig besetzt|role cast|gave it to someone else|went with another actor|otra persona"
    "|went to a name|went to a friend|already cast|cast already|went local|runner-up lost|quelqu'un d'autre|offer to another",
    Disposition.PROJECT_SHELVED: "shelved|pushed|postponed|project pushed|project shelved"
    "|project postponed|project cancelled|project canceled|project on hold|on hiatus|production cancelled|delayed|hiatus"
    "|show cancelled|show canceled|production on hold|lost funding|project dead|project died|pushed back|production pushed"
    "|production postponed|funding fell through|verschoben|projekt verschoben|projekt abgesagt|aplazado|pospuesto|reporte"
    "|projet annule|rimandato|project delayed|shoot pushed|shoot cancelled|film cancelled|never happened|fell through"
    "|pilot not picked up|pulled|spot pulled|campaign cancelled|job cancelled|indefinitely postponed|stalled",
    Disposition.OFFER_DECLINED: "declined offer|offer declined|declined the offer|turned down the offer|turned offer down"
    "|offer turned down|i turned it down after offer|angebot abgelehnt|rejected offer",
    Disposition.OFFER_WITHDRAWN: "offer withdrawn|offer rescinded|rescinded|offer pulled|offer revoked",
    Disposition.RECAST: "recast|replaced|fired|i was replaced|they recast|umbesetzt|recast after table read|let go from job",
    Disposition.OPEN: "waiting|pending|open|tbd|tba|n/a|?|-|no answer yet|still waiting|no word yet|waiting to hear|active"
    "|waiting to hear back|in progress|awaiting|awaiting response|awaiting reply|under review|in review|nothing yet|tbc|none"
    "|haven't heard|havent heard|have not heard|have not heard yet|haven't heard yet|not yet|none yet|no news yet|unknown"
    "|undecided|waiting on callback|waiting for callback|no response yet|no result yet|still open|live|in limbo|na|ongoing"
    "|offen|ausstehend|warten|warte|wartend|steht aus|noch offen|noch keine antwort|pendiente|en espera|esperando|a la espera"
    "|en attente|en cours|attente|in attesa|aperto|unclear|don't know|dont know|dunno|idk|who knows|??|tracking|viewed|in play"
    "|result|results pending|no decision|no decision yet|not announced|too soon|too early|too soon to tell|fingers crossed",
}  # fmt: skip

_PATTERNS: Final[tuple[tuple[str, Meaning], ...]] = (
    (r"\b(thinking|want|wants|plan|planning|hope|hoping|need|going|about|might|may|should|will) (of |about |to )?(\w+ )?(submit|apply|pitch)",
     Stage.CONSIDERING),
    (r"\bnot (yet )?(submitted|applied|sent in)\b", Stage.CONSIDERING),
    (r"\b(thinking|toying|considering|tempted)\b.*\b(of|about|with|it|to|going)\b", Stage.CONSIDERING),
    (r"\b(haven'?t|have not|not|still to|yet to|need to|have to|must|got to|gotta) (yet )?(been )?(tape|taped|film|filmed|record|recorded|read|audition|auditioned|gone in"
     r"|send tape|send (the|my) tape|sent (the |my )?tape)\b(?!.*\b(time|deadline)\b)", Sign.AHEAD),
    (r"\b(should|will|to|might|supposed to|meant to|i'?ll) (hear|know|find out|be told|let (me|us) know|get back)\b|\b(find|finding) out\b"
     r"|\bhear (back )?(by|in|next|on|this)\b|^(results?|news|decision|answer|verdict|callbacks?) (due|expected|by|on|out|coming|next)\b"
     r"|\b(deciding|deliberating|undecided|on the fence|decision pending|in contention|in the running|their court)\b", Disposition.OPEN),
    (r"\b(hop\w+|fingers crossed|wish\w*|pray\w*|dream\w*|want\w*|possib\w+|potential\w*|maybe|perhaps|might be|could be) (for |of |to |an? |be |get |the )*"
     r"(call ?backs?|cb|recall|pin|avail|hold|offer|book|booking|booked|cast|test|part|role|final)", Disposition.OPEN),
    (r"(no|not|nothing|never|haven'?t|hasn'?t|still|awaiting|waiting).*\b(yet|so far|still|to hear)\b", Disposition.OPEN),
    (r"^(still )?(wait|await)", Disposition.OPEN),
    (r"\b(assum\w+|presum\w+|probably|prob|likely|guess\w*|i take it|taking it|took it|must be|suppose|looks like|pretty sure|safe to say|guessing|consider it)\b.*"
     r"\b(no|not|nope|pass|passed|dead|over|gone|didn'?t|lost)\b", Disposition.PRESUMED_PASSED),
    (r"\b(zilch|nada|nowt|crickets|tumbleweeds?|ghost\w*|radio silence|dead air|left on read|peep|went (quiet|dark|cold|silent)|gone (quiet|dark|cold|silent)|fell silent)\b"
     r"|\b(never|didn'?t|did not) (got|get|came|come|wrote|write|call|called|email|emailed|ring|rang) ?back\b"
     r"|\b(never|didn'?t|did not) (wrote|write|call|called|email|emailed|ring|rang|contact|contacted)( me)?$"
     r"|\bnothing (heard|back|came|from|since|more|further|after|at all|ever)\b|\b(heard|hear|got|since|just|then|total|complete) (absolutely )?(nothing|zip|silence|squat)\b",
     Disposition.PRESUMED_PASSED),
    (r"\b(forgot|failed|didn'?t|did not|never|couldn'?t|could not|unable) (to )?(get it |get around to |get to |finish |manage to )?"
     r"(tap\w*|submit\w*|sen[dt]|record\w*|film\w*|upload\w*|finish\w*|turn it in|get it in|make the deadline)\b|\bout of time\b|\b(slept|sailed) (through|past)\b",
     Disposition.DEADLINE_MISSED),
    (r"\b(said|saying|say|says) no to (the |this |an? )?(self )?(tape|taping|audition|read|request|appointment|callback)\b", Disposition.REQUEST_DECLINED),
    (r"\b(schedul\w+|dates?|work|school|tour|family|holiday|vacation|calendar)? ?\b(clash\w*|conflict\w*)\b|\b(couldn'?t|could not|can'?t|cannot|wasn'?t able to|unable to) "
     r"(take|accept|do|commit|travel|make (it|the (dates?|time|callback|shoot|audition)))\b|\bhad to (say no|turn|let it go|back out|bow out)\b"
     r"|\bno thanks from me\b|\b(backed|bailed|bowed|dropped|pulled) out\b|\b(i|me) (said no|backed|bailed|turned)\b|\btook (myself|my name|my hat) (out|off)\b|\bmy (choice|decision|call) (not )?to\b",
     Disposition.WITHDRAWN),
    (r"(not|no|n[o']t|never|without|didn'?t|wasn'?t) (get |got |given |receive )?(an? |any )?(call ?backs?|cb|recall|called back|recalled)",
     Disposition.PRESUMED_PASSED),
    (r"\b(not|no|never|wasn'?t|weren'?t|didn'?t|isn'?t|without)\b.*\b(call ?backs?|cb|recalls?|recalled|pin|pinned|avail|availed|hold|refusal|pencil\w*|short ?list\w*"
     r"|list)\b", Disposition.PRESUMED_PASSED),
    (r"(not|no|never|didn'?t|haven'?t|hasn'?t) .*(hear|heard|word|repl|respon|answer|news)", Disposition.PRESUMED_PASSED),
    (r"\b(went|gone|going|go|gave|cast|booked|picked|chose)\b.*\b(someone|somebody|other actor|other person|a name|else)\b",
     Disposition.CAST_OTHERWISE),
    (r"\b(another|different|other) (act(or|ress)|person|performer|talent|guy|girl|man|woman|choice|name)\b",
     Disposition.CAST_OTHERWISE),
    (r"^(they |he |she |casting |client |director |producers? )?(cast|picked|chose|hired) (the|an?|his|her|their|its|younger|older|local\w*|internal\w*|in ?house)\b"
     r"|^they (booked|signed|gave)\b|\b(lost|losing) (out )?to\b|\bbeaten by\b|\bchose (him|her|them)\b", Disposition.CAST_OTHERWISE),
    (r"\b(went|gone|going|goes|given) to (?!.*\b(call ?backs?|recalls?|network|studio|producers?|finals?|test|audition|second|2nd|third|next|read|session|chem\w*|see|work|tape)\b)",
     Disposition.CAST_OTHERWISE),
    (r"\b(went|gone|going|go)\b.*\b(another|different|other)\b", Disposition.PASSED_TOLD),
    (r"\b(someone|somebody) else\b", Disposition.CAST_OTHERWISE),
    (r"\bthey (all )?(passed|said no|declined|rejected)\b|\bunsuccessful\b|\b(turned down|rejected|declined|passed over|passed on|cut|dropped|eliminated|let go) by (them|casting|the|network|client|director|producers?)\b",
     Disposition.PASSED_TOLD),
    (r"\bno (dice|luck|joy|go|cigar|bueno|love|good|sale|chance|further|bite|bites|banana|deal)\b|\b(lost out|lost the|lost it|so close|close but|came close|near miss|almost|nearly)\b"
     r"|\b(didn'?t|did not|not|won'?t|wasn'?t|never) (go|get|got|going|make|made|move|moved|proceed|taken|taking|progress\w*|advanc\w*|pass|passed) ?(any )?"
     r"(further|farther|through|past|beyond|anywhere|forward|on|round)?\b(?=$| (to|in|the|with))"
     r"|\bform (email|letter|reject\w*|no)\b|\b(email|letter|text|call)\w* (saying )?(no|reject\w*|regret\w*)\b|\bnot (me|mine|us|for me|what they)\b|\bit wasn'?t me\b"
     r"|\b(it'?s|was|got|be|is|an?|the|hard|firm|flat|soft|polite|kind|nice|lovely|quick|official|definite|big|another) no$|\bthanks but no\b|\btoo (young|old|tall|short|green|big|small)\b"
     r"|\bcut (after|before|at|from|in|on|following|during)\b", Disposition.PASSED_TOLD),
    (r"\btyped\b(?! (up|in)\b)", Disposition.TYPED_OUT),
    (r"\b(role|part|character|track)\b.*\b(no longer|doesn'?t exist|scrapped|axed)\b", Disposition.ROLE_CUT),
    ((r"\b(client|network|studio|producers?|they|brand|agency|investors?) (killed|axed|canned|scrapped|pulled|dropped|cancelled|binned|shelved) "
      r"(it|the|their|that|whole)\b|\b(killed|axed|canned|binned|mothballed|shut ?down|closed down|dead in the water|no longer happening|not happening|lost (its|their) (funding|money|investor\w*))\b"),
     Disposition.PROJECT_SHELVED),
    (r"\b(role|part|character|track)\b.*\b(cut|written out|eliminated|deleted|removed|dropped|gone)\b", Disposition.ROLE_CUT),
    (r"\b(role|part)\b.*\b(filled|cast already|already cast)\b", Disposition.CAST_OTHERWISE),
    ((r"\b(project|show|production|shoot|film|series|pilot|job|spot|play|tour|funding)\b.*"
     r"\b(cancel\w*|shelv\w*|postpon\w*|pushed|on hold|dead|died|hiatus|delay\w*|fell through|stalled|lost)\b"),
     Disposition.PROJECT_SHELVED),
    (r"\b(offer\w*)\b.*\b(declin\w*|turned|refused|passed|said no)\b|\b(declin\w*|turned down|refused)\b.*\boffer\b",
     Disposition.OFFER_DECLINED),
    (r"\boffer\b.*\b(withdrawn|rescinded|pulled|revoked)\b", Disposition.OFFER_WITHDRAWN),
    (r"\b(call|called)( it| the \w+| this)? off\b|\b(rained|snowed) (out|off)\b|\bcancell?ed\b", Disposition.CANCELLED),
    (r"\b(missed)\b.*\b(deadline|due|tape|it|slot|submission)\b", Disposition.DEADLINE_MISSED),
    (r"\b(i|had to) (pass|passed|withdrew|withdraw|declined|decline|turn it down|turned it down|pull out|drop out)\b",
     Disposition.WITHDRAWN),
    (r"\b(released|let go|dropped)\b.*\b(avail|hold|pin|refusal|pencil)\b|\b(avail|hold|pin|refusal|pencil)\b.*\b(released|dropped|off|lifted|cleared|expired|lapsed|gone|removed)\b"
     r"|\b(off|lost) (the |my |an? )?(first |1st |second |2nd )?(avail|hold|pin|refusal|pencil)\b|\bunpinned\b",
     Disposition.RELEASED),
    ((r"\b(didn'?t|did not|not|wasn'?t|never|no)\b.*\b(book|booked|booking|cast|get|got|select\w*|chosen|engaged|hired|picked|"
     r"successful|advanced?|role|part|offer|move|keep|kept|make)\b"), Disposition.PASSED_TOLD),
    (r"\bheav(y|ily) pencil", HoldKind.HEAVY_PENCIL),
    (r"\bpencil", HoldKind.PENCIL),
    (r"\b(first|1st|second|2nd|third|3rd)?( right of)? ?refusal\b", HoldKind.FIRST_REFUSAL),
    (r"\bavail\w* check", HoldKind.AVAIL_CHECK),
    (r"\b(avail|availed)\b", HoldKind.AVAIL),
    (r"\bpinned\b|\bon (a )?pin\b", HoldKind.PIN),
    (r"\bon (first |second |1st |2nd )?hold\b", HoldKind.HOLD),
    (r"\b(chem\w*|screen|network|studio|camera) (read|test)", Stage.TEST),
    (r"\b(made|got|through|advanced|went|into|moved)( it| on)?( through)?( to| into)?( the)? finals?\b", Stage.TEST),
    (r"\b(final|last|top|down to)\b.*\b(two|three|four|few|2|3|4|5|round|callback|handful)\b", Stage.TEST),
    (r"\bdown to\b", Stage.TEST),
    (r"\bshort ?list|^kept\b", Stage.CALLBACK),
    (r"\b(see|read|hear|sing|dance|saw|meet) (me |us |for them |for \w+ )?again\b|\b(bring\w*|brought|having|had|have|ask\w*|invit\w*|call\w*|want\w*) (me |us )?back\b"
     r"|\b(going|went|coming|came) back (in|for)\b|\b(next|second|2nd|third|3rd|another|further) (round|stage)\b|\bsemis?\b|\bsemi ?finals?\b", Stage.CALLBACK),
    (r"\b(call ?backs?|recall(ed|s)?|called back|cb\d?|2nd cb)\b", Stage.CALLBACK),
    (r"\b(self )?tape (was |is )?(sent|submitted|delivered|uploaded)|\b(sent|submitted|uploaded|delivered)( in)?( the| my| a)?( self)? ?tape",
     Sign.GIVEN),
    ((r"\b(asked|invited|request\w*|called in|need|have|has) .*(tape|audition|read|sing|dance|come in)|\b(tape|audition|read) (is |was )?"
     r"(request\w*|scheduled|confirmed|due)"), Sign.AHEAD),
    (r"^(my )?(slot|appt|appointment|audition|session|call time|zoom|interview) (is |at |on |for |\d)", Sign.AHEAD),
    (r"\b(appt|appointment|slot|time|audition|session|interview)\b.*\b(set|confirmed|booked|scheduled)\b", Sign.AHEAD),
    (r"\bbooked\b(?! in\b| for\b| out\b)|\bsigned\b|\bcontracted\b|^(booked|i booked|got cast|got the (part|role|job|gig)|was cast|hired|landed)\b", Stage.BOOKED),
    (r"^(offer|got an offer|offered)\b", Stage.OFFER),
    (r"^(i )?(got|landed|won|scored|nabbed|snagged|bagged) (the|an?|my|this|it)\b.*\b(lead|part|role|job|gig|show|campaign|commercial|spot|film|movie|series|swing|ensemble|understudy|cover"
     r"|contract|track|solo|seat|chair|position)\b|^(was |been |i'?m )?cast (as|in the|in an?|for)\b|^playing \w+", Stage.BOOKED),
    (r"\b(put|pitched|submitted) (myself|me|self) (forward|up|in)\b|^(threw|put) my (hat|name)\b", Stage.SUBMITTED),
    (r"^(had|did|gave|done) (my|the|an?) (\w+ )?(read|audition|tape|self tape|session|call|interview)\b", Sign.GIVEN),
    (r"^(self )?(submitted|applied|submission)\b|\bsent( in| off)?( my| the)? (headshot|resume|materials?|reel|cv|info|application|submission)\b", Stage.SUBMITTED),
    (r"^(auditioned|taped|self[- ]?taped|read|went in|attended)\b", Sign.GIVEN),
    (r"^(taping|filming|recording|auditioning|going in|reading)\b", Sign.AHEAD),
    (r"\b(replaced|recast)\b", Disposition.RECAST),
    (r"^(pushed|postponed|delayed|shelved)\b|\b(shut down|fell apart|scrapped|collapsed|folded)\b",
     Disposition.PROJECT_SHELVED),
    (r"\boffer(ed)?\b", Stage.OFFER),
    (r"^(scheduled|confirmed|upcoming|invited|requested|appointment)\b", Sign.AHEAD),
    (r"^(rejected|passed|rejection|cut)\b", Disposition.PASSED_TOLD),
    (r"^(ghosted|crickets|silence|radio silence)\b", Disposition.PRESUMED_PASSED),
    (r"^(cancel\w+)\b", Disposition.CANCELLED),
    (r"^(withdr\w+)\b", Disposition.WITHDRAWN),
)  # fmt: skip
"""Words within a piece, tried in this order if the whole of it is not known."""

_LONGEST_PIECE: Final = 9
_BETWEEN: Final = re.compile(
    r"\s*(?:->|=>|\u2192|>|[,/;|+&\n\u00b7\u2022]|\s[-\u2013\u2014]+\s|\.\s|\bthen\b|\bbut\b|\band\b|\bafter that\b)\s*"
)
_SIGNS: Final = re.compile(r"[^\w\s'?/&()+-]+|(?<!\w)[()]+(?!\w)|(?<=\s)[-:;]+[()dp]?(?=\s|$)")
_DAY_WITHIN: Final = re.compile(
    r"(?<![\d/])\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\d/%])|\b\d{4}-\d\d-\d\d\b", re.ASCII
)
"""A day beside the result, such as "CB 3/12", which is kept in the notes."""
_HYPHEN: Final = re.compile(r"_|(?<=[a-z])-(?=[a-z])")
_BRACKETED: Final = re.compile(r"\(([^)]*)\)?")
_COUNTED: Final = re.compile(
    r"^(?:\d ?x |(?:\d(?:st|nd|rd|th)?|first|second|third|two|three) )?"
    r"(?P<what>cb|callbacks?|call backs?|recalls?)(?: ?#? ?x? ?\d)?$",
    re.ASCII,
)
_LEADS: Final = re.compile(
    r"^(?:i |it'?s |it was |was |were |been |has been |have been |got |just |finally |now |currently |status |result |a |an |the |"
    r"yay |yes |nice |woohoo |omg |ugh |sadly |unfortunately |alas |hurray |hooray |update |am |is |still )+"
)
_TAILS: Final = re.compile(
    r"(?: (?:it|me|again|the (?:role|part|job|gig)|for (?:it|this|me)|by (?:casting|cd|them|production|the office|agent|me)|today|"
    r"yay|already|yesterday|self|self tape|online|via \w+|lol|haha|though|sadly|ugh|grr|argh|wow|woo|woohoo|:\w|now))+$"
)
_SURE_REASONS: Final = {
    Disposition.ROLE_CUT: Reason.ROLE_CUT,
    Disposition.PROJECT_SHELVED: Reason.PROJECT_SHELVED,
}
_CLEARED: Final = {
    Disposition.RELEASED: Cleared.RELEASED,
    Disposition.PASSED_TOLD: Cleared.RELEASED,
    Disposition.PRESUMED_PASSED: Cleared.SILENT,
    Disposition.OPEN: None,
}
_NOT_GIVEN: Final = frozenset({
    Disposition.CANCELLED, Disposition.DEADLINE_MISSED, Disposition.REQUEST_DECLINED,
})  # fmt: skip


def result_words(meaning: Meaning) -> str:
    """Return the text for a stage, hold or ending that `read_result` can parse back.

    A meaning without such a text is written as its label, which an import puts into the notes.
    """
    label = meaning.value if isinstance(meaning, Sign) else meaning.word
    return _WORDS.get(meaning, label).partition("|")[0]


@cache
def known_results() -> dict[str, Meaning]:
    """Return the table of results: what is written, and what it means."""
    own = {member.value: member for kind in (Stage, HoldKind, Disposition) for member in kind}
    listed = {p: meaning for meaning, phrases in _WORDS.items() for p in phrases.split("|")}
    plain = {name.replace("_", " "): member for name, member in own.items()}
    return {
        **{_trim(k): m for k, m in (own | plain).items()},
        **{_trim(k): m for k, m in listed.items()},
    }


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> Meaning | None:
    """Return what one phrase means, or None; a plain yes or no means nothing by itself."""
    piece = _trim(text)
    return _meaning(piece) if piece else None


@lru_cache(maxsize=16_384)
def read_result(text: str, topic: object = None) -> Outcome:
    """Read a cell under "Result", or under a question; `topic` is what a yes would mean there."""
    if not text.strip():
        return Outcome()
    if topic is not None and (tick := tick_of(text)) is not None:
        return _answered(text, tick, topic)
    bare, days = _DAY_WITHIN.sub(" ", text), _DAY_WITHIN.findall(text)
    read = [*_read(bare, topic), *((day, None) for day in days)]
    if Stage.OFFER in (meaning for _, meaning in read):
        read = [(p, Disposition.OFFER_DECLINED if p in _DECLINED else m) for p, m in read]
    if any(isinstance(meaning, HoldKind) for _, meaning in read):
        read = [(p, Disposition.RELEASED if p in _DROPPED else m) for p, m in read]
    known = [(piece, meaning) for piece, meaning in read if meaning is not None]
    unread = ", ".join(piece for piece, meaning in read if meaning is None)
    if not known:
        return Outcome(unread=text, words=f"“{text}” is kept in the notes: not a result known here")
    return _describe(text, _outcome(known, unread))


def outcome_words(outcome: Outcome) -> str:
    """Say in a phrase how a result was read."""
    stage = outcome.stage.word if outcome.stage else ""
    if not stage and outcome.is_given is not None:
        stage = "given" if outcome.is_given else "still ahead"
    held = "".join(f" (“{hold.word_used}”)" for hold in outcome.holds)
    return ", ".join(filter(None, (f"{stage}{held}", outcome.disposition.sentence)))


def join_results(outcomes: Iterable[Outcome]) -> Outcome:
    """Join what several cells say of one audition: the furthest stage, the last ending."""
    told = list(outcomes)
    if len(told) == 1:
        return told[0]
    stages = [one.stage for one in told if one.stage is not None]
    ends = [one for one in told if one.disposition is not Disposition.OPEN]
    given = [one.is_given for one in told if one.is_given is not None]
    holds = [hold for one in told for hold in one.holds]
    last = ends[-1] if ends else Outcome()
    stage = max(stages, key=lambda one: one.rank, default=None)
    return Outcome(
        stage=stage,
        disposition=last.disposition,
        is_given=any(given) if given else None,
        reason=last.reason,
        certainty=last.certainty,
        holds=_settle([(hold.word_used, hold.kind) for hold in holds], last.disposition, stage),
        words="; ".join(one.words for one in told if one.words),
    )


def settle_silence(outcome: Outcome, days_ago: int | None) -> Disposition:
    """Return the ending: a silence is one only if the read was long ago, or nobody knows when."""
    silent = outcome.disposition is Disposition.PRESUMED_PASSED
    if silent and days_ago is not None and days_ago <= LONG_PAST:
        return Disposition.OPEN
    return outcome.disposition


def _answered(text: str, tick: Tick, topic: object) -> Outcome:
    """Read a ticked box, or a yes or no, by what its heading asks."""
    if tick is Tick.YES and isinstance(topic, Stage | HoldKind | Sign):
        return _describe(text, _outcome([(result_words(topic), topic)], ""))
    if tick is Tick.NO and topic is Stage.CALLBACK:
        return _describe(text, _outcome([(text, Disposition.PRESUMED_PASSED)], ""))
    if tick is Tick.NO and topic is Stage.BOOKED:
        return _describe(text, _outcome([(text, Disposition.PASSED_TOLD)], ""))
    return Outcome()


def _read(text: str, topic: object) -> Iterable[tuple[str, Meaning | None]]:
    whole = _trim(text)
    if whole in _BOTH:
        yield from ((whole, meaning) for meaning in _BOTH[whole])
        return
    if (meaning := _meaning_of_whole(whole)) is not None:
        yield whole, meaning
        return
    pieces = [_trim(part) for part in _BETWEEN.split(_BRACKETED.sub(r", \1", fold(text)))]
    ticks = {piece: tick_of(piece) for piece in pieces} if topic is not None else {}
    said = [one for piece in pieces if piece and not ticks.get(piece) for one in _read_piece(piece)]
    said = [(piece, m) for piece, m in said if m is not None or piece not in _ASIDES]
    says_of_what = any(meaning is not None for _, meaning in said)  # as "yes - booked" does
    for piece, tick in ticks.items():
        if tick is Tick.NO:
            yield piece, Disposition.PASSED_TOLD
        elif tick is Tick.YES and not says_of_what and isinstance(topic, Stage | HoldKind | Sign):
            yield piece, topic
    yield from said


def _read_piece(piece: str) -> Iterable[tuple[str, Meaning | None]]:
    """Read "callback no luck" as both: how far it went, and how it ended."""
    words = piece.split()
    whole = _meaning_of_whole(piece)
    for cut in range(len(words) - 1, 0, -1) if whole is None else ():
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        far, end = _meaning_of_whole(head), _meaning(tail)
        if head in _NOT_SO_FAR or not isinstance(far, Stage | HoldKind | Sign):
            continue
        if tail in _DROPPED and isinstance(far, HoldKind):
            end = Disposition.RELEASED
        if isinstance(end, Disposition) and (
            end is not Disposition.CAST_OTHERWISE or words[cut] in _GO_ON
        ):
            return [(head, far), (tail, end)]
    meaning = _meaning_of_piece(piece)
    if meaning is Disposition.RELEASED and (hold := _hold_within(piece)):
        return [(piece, hold), (piece, meaning)]
    return [(piece, meaning)]


def _hold_within(piece: str) -> HoldKind | None:
    kinds = (_meaning_of_whole(word) for word in piece.replace("first refusal", "frr").split())
    return next((kind for kind in kinds if isinstance(kind, HoldKind)), None)


_NOT_SO_FAR: Final = frozenset(
    {"cast", "test", "read", "set", "option", "up", "shot", "seen", "sent", "selected", "chosen"}
)
"""Words that may go on: "cast someone older", "test shoot"."""
_GO_ON: Final = frozenset({"went", "they", "role", "part", "lost", "gave", "cast"})


def _meaning_of_piece(piece: str) -> Meaning | None:
    return _meaning(piece) or _meaning(_YES_LEADS.sub("", piece))


_BOTH: Final[dict[str, tuple[Meaning, ...]]] = {
    **dict.fromkeys(
        ("runner up", "second place", "2nd place", "came second", "first alternate"),
        (Stage.TEST, Disposition.CAST_OTHERWISE),
    ),
    **dict.fromkeys(
        ("avail released", "released from avail"), (HoldKind.AVAIL, Disposition.RELEASED)
    ),
    **dict.fromkeys(
        ("hold released", "released from hold", "let off hold", "taken off hold"),
        (HoldKind.HOLD, Disposition.RELEASED),
    ),
    **dict.fromkeys(("pin released", "unpinned"), (HoldKind.PIN, Disposition.RELEASED)),
}
"""Words that say at once how far it went and how it ended."""
_DECLINED: Final = frozenset({"declined", "refused", "no", "passed", "said no", "turned down"})
"""Of an offer, these are the actor's words; alone nobody knows whose they are."""
_DROPPED: Final = frozenset({"dropped", "off", "gone", "let go", "no longer", "cleared", "lifted"})
"""Of a hold, these say that it was released."""
_YES_LEADS: Final = re.compile(r"^(?:yes|ja|oui|si)\b *")
_ASIDES: Final = frozenset({"self", "agent", "tape", "by agent", "by me", "online", "in person"})


def _meaning_of_whole(piece: str) -> Meaning | None:
    table = known_results()
    counted = _COUNTED.match(piece)
    return table.get(counted["what"] if counted else piece)


def _meaning(piece: str) -> Meaning | None:
    if (found := _meaning_of_whole(piece)) is not None:
        return found
    shorter = _TAILS.sub("", _LEADS.sub("", piece)).strip()
    if (
        shorter
        and shorter != piece
        and shorter not in _TOO_BARE
        and (found := _meaning_of_whole(shorter))
    ):
        return found
    if len(piece.split()) <= _LONGEST_PIECE:
        for pattern, meaning in _compiled():
            if pattern.search(piece):
                return meaning
    return None


_TOO_BARE: Final = frozenset(
    {"no", "-", "?", "cut", "set", "next", "read", "live", "dead", "option"}
)
"""Words that mean something only if they stand alone."""


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(pattern), meaning) for pattern, meaning in _PATTERNS)


def _trim(text: str) -> str:
    bare = _HYPHEN.sub(" ", fold(text)).strip()
    trimmed = " ".join(_SIGNS.sub(" ", bare).strip(" .!:;()*~'\"").split())
    return trimmed or bare


def _outcome(known: list[tuple[str, Meaning]], unread: str) -> Outcome:
    meanings = [meaning for _, meaning in known]
    stages = [m for m in meanings if isinstance(m, Stage)]
    spoken = [(piece, m) for piece, m in known if isinstance(m, HoldKind)]
    ends = [m for m in meanings if isinstance(m, Disposition) and m is not Disposition.OPEN]
    end = _final_disposition(ends[-1] if ends else Disposition.OPEN, stages)
    reached = [*stages, *([Stage.HOLD] if spoken else [])]
    if end in {Disposition.OFFER_DECLINED, Disposition.OFFER_WITHDRAWN}:
        reached.append(Stage.OFFER)
    if end is Disposition.RECAST:
        reached.append(Stage.BOOKED)
    stage = max(reached, key=lambda s: s.rank, default=None)
    return Outcome(
        stage=stage,
        disposition=end,
        is_given=_is_given(meanings, stage, end),
        reason=_SURE_REASONS.get(end),
        certainty=Certainty.TOLD if end in _SURE_REASONS else Certainty.UNKNOWN,
        holds=_settle(spoken, end, stage),
        unread=unread,
    )


def _is_given(meanings: list[Meaning], stage: Stage | None, end: Disposition) -> bool | None:
    if Sign.GIVEN in meanings or (stage and stage.rank >= Stage.AUDITIONED.rank):
        return True
    if Sign.AHEAD in meanings or stage is not None or end in _NOT_GIVEN:
        return False
    return None


def _final_disposition(end: Disposition, stages: list[Stage]) -> Disposition:
    if Stage.WRAPPED in stages and end is Disposition.OPEN:
        return Disposition.COMPLETED
    if Stage.OFFER in stages and end in {
        Disposition.WITHDRAWN, Disposition.REQUEST_DECLINED, Disposition.PASSED_TOLD
    }:  # fmt: skip
        return Disposition.OFFER_DECLINED
    return end


def _settle(
    spoken: list[tuple[str, HoldKind]], end: Disposition, stage: Stage | None
) -> tuple[Hold, ...]:
    """Return the holds in their words, all but the last one turned into the next."""
    cleared = _CLEARED.get(end, Cleared.LAPSED)
    if stage is not None and stage.rank > Stage.HOLD.rank:
        cleared = Cleared.CONVERTED
    last = len(spoken)
    return tuple(
        Hold(
            id=f"sheet-hold-{number}",
            kind=kind,
            word_used=word,
            cleared=cleared if number == last else Cleared.CONVERTED,
        )
        for number, (word, kind) in enumerate(spoken, 1)
    )


def _describe(text: str, outcome: Outcome) -> Outcome:
    held = "".join(f" (“{hold.word_used}”)" for hold in outcome.holds)
    stage = outcome.stage.word if outcome.stage else _GIVEN_WORDS[outcome.is_given]
    words = f"“{text}”: {stage}{held}, {outcome.disposition.sentence}"
    if outcome.unread:
        words += f"; “{outcome.unread}” is kept in the notes"
    return replace(outcome, words=words)


_GIVEN_WORDS: Final = {None: "auditioned", True: "auditioned", False: "requested"}
