"""The tables of result words: what each phrase means, and the patterns for the phrases not listed."""

import re
from enum import Enum
from typing import Final

from callbacktui.domain.enums import HoldKind
from callbacktui.domain.stage import Disposition, Stage


class Sign(Enum):
    """What a word says of the read itself: that it was given, that it is still to come.

    `READ` only names it, so that its day tells.
    """

    GIVEN = "given"
    AHEAD = "ahead"
    READ = "read"


Meaning = Stage | HoldKind | Disposition | Sign

RESULT_WORDS: Final[dict[Meaning, str]] = {
    Stage.CONSIDERING: "considering|want to submit|to submit|draft|wishlist|wish list|interested|maybe|bookmarked"
    "|saved|to apply|planning|idea|not submitted|not submitted yet|to do|todo|backlog|not applied|want to apply"
    "|not started|drafting|in draft|unsent|to send|will submit|thinking about it|entwurf|borrador|brouillon|a considerar|need to submit|to pitch|open to submit",
    Stage.SUBMITTED: "submitted|self submitted|sub'd|subbed|subm|submtd|self subbed|submission|applied|sent submission|submission sent|pitched"
    "|application sent|sent application|applied for|agent submitted|materials sent|headshot sent|cv sent|emailed"
    "|eingereicht|beworben|bewerbung raus|postulado|inscrito|aplicado|candidature envoyee|candidature|postule"
    "|candidato|inviato candidatura|submitted by agent|submitted by me|under consideration|in consideration"
    "|application submitted|self sub|submitted to casting|resume sent|sent in|put forward|put up",
    Sign.READ: "interview|audition|auditions",
    Sign.AHEAD: "requested|rescheduled|self tape requested|sched'd|sched|schd|conf'd|cfmd|tape requested|audition requested|scheduled|confirmed|upcoming"
    "|invited|invited to tape|invited to audition|appointment|appt|interviewing|interview scheduled|booked in"
    "|audition scheduled|to tape|need to tape|tape due|due|to record|to be taped|asked to tape|asked to read"
    "|planned|audition booked|booked for audition|eingeladen|bestatigt|geplant|zugesagt zum casting|convocado"
    "|convocada|programado|citado|convoque|convoquee|prevu|invito|convocato|confirme|confirmado|confermato"
    "|got an audition|got audition|have an audition|coming up|ahead|set|self tape request|next|in preparation"
    "|preparing|tape req'd|tape reqd|tape req|self tape req'd|self tape req|to do tape|called in|preparation|appointment set|time slot|slot confirmed|not taped yet|to film",
    Sign.GIVEN: "auditioned|media submitted|media sent|aud'd|audd|session done|audition sent|read sent|sample sent|completed|complete|done|taped|tape sent|sent|sent tape|tape submitted|submitted tape"
    "|self tape sent|self tape submitted|submitted self tape|uploaded|attended|went|read|delivered|finished|given"
    "|audition completed|auditioned in person|vorgesprochen|erledigt|gesendet|abgeschickt|enviado|enviada|hecho"
    "|realizado|realizada|envoye|envoyee|passe|passee|fait|fatto|inviato|recorded|self taped|sent it|recorded and sent"
    "|tape in|tape is in|interviewed|read for it|went in|was seen|seen|taped and sent|sent in tape|prelims|preliminary|preliminaries|prelim|first round|1st round|round one|round 1|live read done",
    Stage.CALLBACK: "cb|cb'd|cbd|to producers|going to producers|callback|prod session|producers session|dir session|callbacks|recall|called back|call back|got a callback|recalled|recalls|short list"
    "|shortlist|shortlisted|short listed|longlisted|producer session|producers|director session|work session|semis"
    "|semi finals|semifinals|semi finalist|second round|2nd round|advanced|next round|moved on|second interview|2nd interview|third interview|3rd interview|final interview|interview 2|ruckruf"
    "|zweite runde|engere auswahl|shortlist|rappel|rappele|rappelee|preselectionne|preseleccionado|preseleccionada"
    "|richiamo|richiamato|kept|kept to read|kept and read|sang and read|kept to dance|asked to stay|round 2|round 3"
    "|callback received|invited back|asked back|straight to callback|cbk|moved forward|moving forward|longlist|long list|long listed|in the mix|still in the mix|under consideration by producers",
    Stage.TEST: "test|tested|testing|screen test|chem read|chemistry read|network test|studio test|net test|test deal|final 2|final two"
    "|final 3|final three|final few|finals|final|finalist|final round|final callback|mixed and matched|mix and match"
    "|mixed & matched|mix & match|mix match|mixed matched|down to two|down to 2|between me and one other|final casting|last two|top 2"
    "|top two|top 3|top three|finale|endrunde|konstellationscasting|finalista|chem test|tested at network|camera test",
    Stage.OFFER: "offer|offered|got an offer|offer received|offer made|straight offer|angebot|oferta|offre|offerta"
    "|verbal offer|offer pending|negotiating|in negotiation",
    Stage.BOOKED: "booked|role obtenu|obtenu|closed won|booked it|got the part|cast|won|contracted|accepted|hired|got the role|got the job|got cast"
    "|landed it|landed|was cast|engaged|signed|offer accepted|accepted offer|booking|got the gig|selected|chosen|i booked"
    "|i booked it|gebucht|gebucht!|rolle bekommen|zusage|engagiert|besetzt mit mir|genommen|contratado|contratada"
    "|seleccionado|seleccionada|elegido|elegida|conseguido|retenu|retenue|prise|pris|engage|engagee|preso|presa"
    "|scritturato|selezionato|selezionata|job confirmed|booked the job|appointed|confirmed booking|booking confirmed|winner|role booked|yes booked|got booked|deal closed|bkd|bk'd|bkd it|direct booking|straight booking|upgraded|awarded|job awarded|awarded the job|awarded to me|job awarded to me",
    Stage.WRAPPED: "wrapped|wrap|shot|finished shooting|finished filming|shoot done|we wrapped|worked|worked it|filmed|shot it|abgedreht|rodado|tourne|filmed already|job done|recorded the job",
    HoldKind.AVAIL: "avail|av|on avail|put on avail|availed|first avail|1st avail|second avail|2nd avail|avails"
    "|availability|avail'd|put on first avail",
    HoldKind.AVAIL_CHECK: "avail check|date check|dates checked|checked dates|availability check|checked avail|availability request|avail checked"
    "|verfugbarkeit angefragt|dispo|dispo angefragt|consulta de disponibilidad",
    HoldKind.PIN: "pin|📌|pinned|on a pin|put on a pin|on pin",
    HoldKind.HOLD: "hold|held|first option|1st option|second option|2nd option|on hold|first hold|second hold|on ice|ice|optioned|iced|opcionado|opcionada|opcion|option|en option|en opcion"
    "|optioniert|auf option|in opzione|opzionato|opzione|on option|put on hold|hold placed|soft hold|holding",
    HoldKind.FIRST_REFUSAL: "first refusal|1st refusal|on first refusal|on 1st refusal|second refusal|2nd refusal"
    "|put on first refusal|first ref|1st ref|fr|first right of refusal|right of first refusal|frr|rofr",
    HoldKind.PENCIL: "pencil|pencilled|penciled|light pencil|pencilled in|penciled in|on pencil|second pencil"
    "|first pencil|1st pencil|2nd pencil",
    HoldKind.HEAVY_PENCIL: "heavy pencil|heavy pencilled|heavy penciled|heavily pencilled|heavily penciled|on heavy pencil",
    HoldKind.BACKUP: "backup|back up|on backup|alt|1st alt|first alt|2nd alt|alt 1|alt 2|second in line|2nd in line|next in line|backup choice|2nd on the list|on standby|standby|stand by|alternate|reserve|waitlist|waitlisted|wait list|wait listed"
    "|second choice|2nd choice|ersatz|reserva",
    Disposition.PRESUMED_PASSED: "nothing|silence|crickets|ghosted|no cb|no callback|no call back"
    "|no word|no response|no reply|no news|never heard|never heard back|nr|never responded|no recall|nada|radio silence"
    "|dead|no answer|didnt hear back|didn't hear|did not hear back|not heard|nothing back|nothing came|no feedback"
    "|presumed no|assumed no|assume no|silent no|expired|no reply received|keine antwort|keine ruckmeldung|nichts gehort"
    "|sin respuesta|sin noticias|pas de reponse|sans reponse|pas de nouvelles|sans suite|nessuna risposta|silenzio"
    "|ghosted me|closed|closed no response|no further interest|let go|let it go|moved on from|stale|no callback received|no r|dhb|fizzled|fizzled out|fizzled away|🦗|👻",
    Disposition.PASSED_TOLD: "no|no interest|hard pass|soft pass|closed lost|no job|no book|no booking|no gig|not the job|not the part|not the role|nfa|no hire|got cut|was cut|i was cut|dnb|ndb|not a go|nfa'd|unlucky|thanks but no thanks|no further action|nope|pass|rejected|rejection|they passed|went another way|passed|not cast|did not book"
    "|they went another way|went in another direction|they went in another direction|not engaged|didnt book|didn't book"
    "|not selected|not chosen|not booked|didn't get it|did not get it|didnt get it|not this time|unsuccessful|turned down"
    "|thanks but no|no thanks|cut after first|dismissed|eliminated|not advanced|no advance|did not advance|didn't advance|not hired"
    "|not successful|not a match|not a fit|not right|wrong type|wrong age|wrong look|wrong height|cut after dance|lost|lost it|denied|not accepted"
    "|pass from casting|casting passed|got a no|a no|not moving forward|didn't make it|did not make it|didn't get cast"
    "|not recalled|not called back|failed|x-ed|absage|abgesagt bekommen|leider nein|nein|abgelehnt|nicht genommen"
    "|rechazado|rechazada|descartado|descartada|no seleccionado|no seleccionada|refuse|refusee|refus|non retenu|non retenue"
    "|scartato|rifiutato|no grazie|rechazo|kein interesse|nicht besetzt|regret|regrets|with regret|released early|cut from list|not proceeding"
    "|job went away from me|typed-out|reject|form rejection|rejected by casting|cut (dance)|cut at dance|thank you next",
    Disposition.RELEASED: "released|release|rel|rel'd|relsd|stood down|stand down|stood me down|let off hold|taken off hold"
    "|freigegeben|liberado|liberada|libere|liberee|off hold|dropped from hold",
    Disposition.WITHDRAWN: "withdrew|not avail|withdrawn|double booked|i passed|i withdrew|turned it down|passed on it|pulled out|i declined"
    "|had to pass|had to withdraw|i cancelled|i canceled|had to cancel|i had to cancel|had to decline|conflict had to pass|dropped out|couldn't make it|could not make it|i said no"
    "|zuruckgezogen|retirado|retirada|desiste|desistement|ritirato|bowed out|couldn't do it|not available|unavailable"
    "|i pulled out|took myself out|conflict|scheduling conflict",
    Disposition.REQUEST_DECLINED: "declined to tape|declined audition|declined request|declined the audition"
    "|declined to audition|declined by me|passed by me|turned down by me|talent passed|talent pass|talent declined|talent unavailable|declined to read|passed on the audition|did not audition|didn't audition|i declined to read"
    "|skipped|didn't go|did not go|did not attend|didn't attend|no show",
    Disposition.DEADLINE_MISSED: "missed|missed it|missed deadline|missed the deadline|deadline missed|missed due date"
    "|too late|ran out of time|did not tape|didn't tape|not taped|never taped|didn't send|deadline passed|deadline went by"
    "|frist verpasst|verpasst|plazo perdido|delai depasse|missed submission|overdue|didn't submit|did not submit|not sent",
    Disposition.CANCELLED: "cancelled|canceled|canx|cxl'd|session cancelled|audition cancelled|audition canceled|cancelled by casting"
    "|session canceled|abgesagt|ausgefallen|cancelado|cancelada|annule|annulee|annullato|rained off"
    "|cxl|cxld|called off|cancelled audition",
    Disposition.TYPED_OUT: "typed out|was typed out|got typed out|typed",
    Disposition.NOT_SEEN: "not seen|wasn't seen|was not seen|never seen|didn't get seen|did not get seen|unseen",
    Disposition.ROLE_CUT: "role cut|role was cut|scene cut|scene was cut|my scene was cut|on the cutting room floor|on cutting room floor|part cut|cut|written out|role written out|character cut|role removed"
    "|role eliminated|rolle gestrichen|gestrichen|part was cut|they cut the role|role gone|personaje eliminado|cut from script"
    "|cut from the show|role deleted",
    Disposition.CAST_OTHERWISE: "cast otherwise|someone else|went to someone else|role filled|they went with someone else"
    "|went with someone else|someone else booked|someone else got it|somebody else|filled|position filled|cast someone else"
    "|anders besetzt|anderweitig besetzt|role cast|gave it to someone else|went with another actor|otra persona"
    "|went to a name|went to name|went to names|went to a friend|already cast|cast already|went local|they went local|going local|cast local|cast locally|hired local|runner-up lost|quelqu'un d'autre|offer to another",
    Disposition.PROJECT_SHELVED: "shelved|strike|sag strike|writers strike|actors strike|wga strike|pushed|postponed|project pushed|project shelved"
    "|project postponed|project cancelled|project canceled|project on hold|on hiatus|production cancelled|delayed|hiatus"
    "|show cancelled|show canceled|production on hold|lost funding|project dead|project died|pushed back|production pushed"
    "|production postponed|funding fell through|verschoben|projekt verschoben|projekt abgesagt|aplazado|pospuesto|reporte"
    "|projet annule|rimandato|project delayed|shoot pushed|shoot cancelled|film cancelled|never happened|fell through"
    "|pilot not picked up|pulled|spot pulled|campaign cancelled|job cancelled|indefinitely postponed|stalled",
    Disposition.OFFER_DECLINED: "declined offer|offer declined|declined the offer|turned down the offer|turned offer down"
    "|offer turned down|i turned it down after offer|angebot abgelehnt|rejected offer",
    Disposition.OFFER_WITHDRAWN: "offer withdrawn|offer fell through|offer fell apart|offer rescinded|rescinded|offer pulled|offer revoked|offer expired|offer lapsed",
    Disposition.RECAST: "recast|replaced|fired|i was replaced|they recast|umbesetzt|recast after table read|let go from job",
    Disposition.OPEN: "waiting|pending|listened|listened to|opened|played|liked|liked by client|favorited|favourited|open|tbd|tba|n/a|?|-|no answer yet|still waiting|no word yet|waiting to hear|active"
    "|waiting to hear back|in progress|awaiting|awaiting response|awaiting reply|under review|in review|nothing yet|tbc|none"
    "|haven't heard|havent heard|have not heard|have not heard yet|haven't heard yet|not yet|none yet|no news yet|unknown"
    "|undecided|waiting on callback|waiting for callback|no response yet|no result yet|still open|live|in limbo|na|ongoing"
    "|offen|ausstehend|warten|warte|wartend|steht aus|noch offen|noch keine antwort|pendiente|en espera|esperando|a la espera"
    "|en attente|en cours|attente|in attesa|aperto|unclear|don't know|dont know|dunno|idk|who knows|??|tracking|viewed|unviewed|not viewed|unopened|not opened|unseen by casting|in play"
    "|result|results pending|no decision|no decision yet|not announced|too soon|too early|too soon to tell|fingers crossed",
}  # fmt: skip

CUT_IN_EDIT: Final = re.compile(
    r"\b(cut|edited) (from|in|out of|out in) (the )?(final )?(edit|cut|film|movie|episode|picture|release|broadcast|post)\b"
    r"|^(got )?edited out$"
)
"""Said of a part that was shot, so that it was booked before."""

_RETAKE: Final = r"\b(?:re ?(?:tape|take|record)|(?:another|second|2nd|new) (?:take|tape))\b"
_NOT_DONE: Final = (
    r"\b(?:no|not|never|haven'?t|didn'?t|might|may|can|could|should|if|maybe|hop\w+)\b"
)
_SOMEBODY: Final = (
    r"(?:(?:my|a|an|the|some) )?(?:friend|room ?mate|buddy|pal|wife|husband|partner|sister|brother|class ?mate"
    r"|cast ?mate|other \w+|another \w+|someone|somebody)(?: of mine| else)?"
)
_ORDINAL: Final = r"(?:first |1st |second |2nd |third |3rd )"
_SENT_ON: Final = (
    r"(?! along\b| out\b| through\b| by\b| (?:it |this )?on (?:the |my |their |some |any |good |nice |great |kind )*"
    r"(?:info\w*|details?|sides|scripts?|notes?|feedback|news|words?|messages?|dates?|thanks|comments?|times?|link|breakdown)\b)"
)
"""After "passed": not said of what was handed on, as feedback is."""
_AGENTS: Final = r"(?:(?:my|our|the|his|her) )?(?:agen\w+|managers?|reps?|lawyer)\b"
_OFFER_IS_MINE: Final = (
    r"(?! (?:me |us )?(?:some |good |nice )*(?:feedback|notes|advice|help|coaching)\b)"
    rf"(?! (?:is |was )?to (?!me\b|us\b|my\b|our\b|{_AGENTS}|play\b|join\b|cover\b|understudy\b|sign\b|shoot\b|star\b|tour\b|extend\b))"
)
"""After "offer": no "feedback", and no "to" but one before what makes the offer mine."""

RESULT_PATTERNS: Final[tuple[tuple[str, Meaning], ...]] = (
    (r"\bif (i'?m |i am |i get |i |they )?(picked|chosen|selected|called|cast|booked|want\w*|an? |the )*(call ?backs?|cb|recall)?\b", Disposition.OPEN),
    ((r"^(the )?(call ?backs?|cb|recall) (list|sheet) (not|isn'?t|posted|goes|comes|is|was|up|out|due|tba|later)\b(?!.*\b(i'?m|me)\b)|^(the )?(call ?backs|cbs|recalls) (are|is|will|start|begin|by|tba|tbd)\b"
     r"|\b(to|'?d|would|will|gonna) call back\b|\bcall back later\b"), Disposition.OPEN),
    (r"\b(call ?backs?|cbs|recalls?) (went|gone|go|given) to (?!me\b)|^(everyone|everybody|(the )?others?)( else)? (got|had) (an? |the )?(call ?backs?|cbs?|recalls?|called back)\b", Disposition.PRESUMED_PASSED),
    ((rf"^{_SOMEBODY} (booked|landed|was cast|got (it|cast|the (part|role|job)))\b|^(the |my )?(role|part|job) (was )?(booked|taken) by\b"
     r"|^(the )?(client|casting|production|network) booked (local\w*|union|non ?union|an? |the |their|his|her|names?|someone|another|younger|older)"), Disposition.CAST_OTHERWISE),
    (r"^(i |we )?(haven'?t|have not|hasn'?t) (booked|been (booked|cast|called))\b|^fully booked\b", Disposition.OPEN),
    (r"^(selected|chosen|picked|shortlisted) (to|for) (an? |the )?(audition|read|tape|self tape)\b", Sign.AHEAD),
    (r"\b(check\w*|ask\w*|request\w*)( for| about| my)* avail", HoldKind.AVAIL_CHECK),
    (r"\bbooked (in )?(for )?(the |a |an |my )?(\w+ )?(slot|session|time|appt|appointment|audition|zoom)\b", Sign.AHEAD),
    (r"\bcancel?led (the |my |our )?(session|audition|call ?backs?|slot|appointment|appt|reading)\b", Disposition.CANCELLED),
    (r"\b(pencil\w*|hold|avail\w*|pin|pinned|option|refusal)\b.*\b(converted|firmed up|turned into (a |the )?(booking|job))\b(?!.*\b(not|never|if)\b)", Stage.BOOKED),
    (r"^(direct|straight) book(ing|ed)?\b(?!.*\?)", Stage.BOOKED),
    (r"^test(ed|ing)? (for|at|with) (the )?(network|studio|producers?|series)\b", Stage.TEST),
    (r"\breleas(ed|ing) me\b(?! (early|from set))", Disposition.RELEASED),
    (r"^(on (the |a )?)?wait ?list(ed)?\b(?!.*\b(no|cleared|released)\b)", HoldKind.BACKUP),
    (r"^(i'?m |i |my name'?s |name is )*(made it on ?to|made it on|made|on) (the )?cast list$", Stage.BOOKED),
    (r"^cast in (ensemble|chorus|corps)\b|^upgraded to\b", Stage.BOOKED),
    (r"^(pre ?screen\w*|video|application|materials) (was |were )?(rejected|declined|not accepted)\b", Disposition.PASSED_TOLD),
    (r"^(couldn'?t|could not|can'?t|cannot|unable to) (make|do|attend|get to) (the |my |a )?(call ?backs?|cb|recall)\b", Disposition.WITHDRAWN),
    (r"^(the |a )?back ?up (for|to|choice)\b", HoldKind.BACKUP),
    (r"\b(eco ?cast|video|mp3|slate tape) due\b", Sign.AHEAD),
    (r"\b(thinking|want|wants|plan|planning|hope|hoping|need|going|about|might|may|should|will) (of |about |to )?(\w+ )?(submit|apply|pitch)",
     Stage.CONSIDERING),
    (r"\bnot (yet )?(submitted|applied|sent in)\b", Stage.CONSIDERING),
    (r"\b(thinking|toying|considering|tempted)\b.*\b(of|about|with|it|to|going)\b", Stage.CONSIDERING),
    ((r"\b(haven'?t|have not|not|still to|yet to|need to|have to|must|got to|gotta) (yet )?(been )?(tape|taped|film|filmed|record|recorded|read|audition|auditioned|gone in"
     r"|send tape|send (the|my) tape|sent (the |my )?tape)\b(?!.*\b(time|deadline)\b)"), Sign.AHEAD),
    ((r"\b(should|will|to|might|supposed to|meant to|\w+'ll) (hear|know|find out|be told|let (me|us) know|get back|be in touch)\b|\b(find|finding) out\b"
     r"|\bhear (back )?(by|in|next|on|this)\b|^(results?|news|decision|answer|verdict) (due|expected|by|on|out|coming|next)\b"
     r"|\b(deciding|deliberating|undecided|on the fence|decision pending|in contention|in the running|their court)\b"), Disposition.OPEN),
    ((r"(^|\b(i|i'?m|still|really|just) )(hop\w+|fingers crossed|wish\w*|pray\w*|dream\w*|want\w*|possib\w+|potential\w*|maybe|perhaps|(might|may|could|gonna|going to|will|should)( still)? (be|get|have|see)) (for |of |to |an? |be |get |the )*"
     r"(call ?backs?|cb|recall|pin|avail|hold|offer|book|booking|booked|cast|test|part|role|final)"), Disposition.OPEN),
    (r"(no|not|nothing|never|haven'?t|hasn'?t|still|awaiting|waiting).*\b(yet|so far|still|to hear)\b", Disposition.OPEN),
    (r"^saved\b|\bbookmark\w*|\bfor later$", Stage.CONSIDERING),
    (r"\bbetween me and\b|\b(just )?me and (one|1|two|2|another) (others?|girl|guy|woman|man|person|actor|actress)?\b", Stage.TEST),
    (r"\b(tape|audition|read) (invite|invitation|ask)\b", Sign.AHEAD),
    (r"^(they |client |casting |director |producers? )?(all )?(went|going) with (?!.*\b(?:reader|partner|sides|song)\b)(?!it\b|me\b|my\b|(?:ai|tts|synthetic) |the flow|high|bold|the bold|the first)\w+|^(the |my )?(role|part) (was |is |has been )?(already |now )?(cast|filled|taken)\b",
     Disposition.CAST_OTHERWISE),
    ((r"\b(not|never|wasn'?t|weren'?t|(didn'?t|did not|couldn'?t|could not) (get|be)) seen\b|\b(left|went home) before (being|i was|getting) seen\b"
     r"|\b(didn'?t|did not|never|couldn'?t|could not) (get|got|make it) (in|into|inside|in to)( the (room|building|door))?$|\bturned away( (at|from) the \w+)?$"), Disposition.NOT_SEEN),
    (r"^(still )?(wait|await)|^(i )?(still )?(haven'?t|have not|hasn'?t|has not) (\w+ )?(heard|got|had|received)\b", Disposition.OPEN),
    (r"^(the |my |this )?(role|part|casting|decision|search)( is| was)?( now)? (on hold|on ice|paused)\b", Disposition.OPEN),
    (r"\b(went|gone|given) to (the |a )?\w+'s (\w+ )?(friend|wife|husband|son|daughter|kid|niece|nephew|brother|sister|girlfriend|boyfriend|cousin|roommate)\b(?!'s| (party|wedding|birthday|show))|\bwent back to (the |their )?(first|original|previous) (actor|actress|choice|person|girl|guy)\b|^they went back to (the |their )?(first|original|previous)( one)?$|^(they |it |the show |the project )?(went|going|gone|moved|moving|shot|filmed|cast|proceeded) (it |on |ahead |forward )*without me$", Disposition.CAST_OTHERWISE),
    ((r"^(i |we )?(got )?(passed|past|through) (the |my )?((first|1st|second|2nd|initial)( (round|stage|cut|test|read))?$|prelim\w*|(first |1st |second |2nd |initial )?(round|stage|screening)( \d| one| two| three)?$)"
     r"|^((made|got|in|into|to|it|was|i'm) )*((the|their) )?(top|last) ([6-9]|1\d|20|six|seven|eight|nine|ten|twelve|dozen|twenty)( (of|out of) .*| girls| guys| actors| singers| dancers)?$|\bmade (it on ?to |on ?to )?(the|their) list$"), Stage.CALLBACK),
    (r"\baccepted (elsewhere|(another|a different|other) (job|gig|role|part|offer|show|project|contract|position|work))\b", Disposition.WITHDRAWN),
    ((r"\boffers? (is |was |are |has |been |already )*(went |gone |made |out )+to (?!(?:be|come|follow)\b)"
     rf"(?!me\b|us\b|my\b|our\b|{_AGENTS})\w+"
     r"|\boffer(s|ed)? (is |was |going )*(out )?to (someone|somebody|another|others?|a name|names)\b(?! (offer|agent|manager))|^(went|gone|given) to (the )?original( (actor|actress|cast|choice|person|one))?$"
     r"|^(original|previous) (actor|actress|cast|lead|talent|voice|performer|star|swing|understudy) (member )?(return\w*|came back|is back)\b"), Disposition.CAST_OTHERWISE),
    (r"\boffer to (come|follow|be)\b", Disposition.OPEN),
    (r"\b(slot|audition|time|appt|appointment|tape) offered\b|\boffer(ed|s)? (me |us )?(an?|the|some) (\w+ )?(audition|(self )?tape|slot|appt|appointment|meeting|session|interview|time|read|re ?tape)\b", Sign.AHEAD),
    (r"\b(scrapped|axed|merged|combined|eliminated) (the |my |that |our |two |both )?(roles?|parts?|characters?|tracks?)\b", Disposition.ROLE_CUT),
    (r"^(the |queue |sign in )*line (was |is )?(way |much )?too long$", Disposition.NOT_SEEN),
    (r"^(i )?(was |got |am |i'?m )?double ?booked$|^(we|mom|mum|dad|agent|my agent|manager|parents?) (had to )?(pass|passed|declined|withdrew|pulled out)( on (it|this|that)( one)?| (on )?(the|this) (role|part|job|project|audition)| (for|due to|because|over) .*)?$|^(we|mom|mum|dad|parents?) said no\b", Disposition.WITHDRAWN),
    (CUT_IN_EDIT.pattern, Disposition.ROLE_CUT),
    (r"\bno (self )?tape (was )?(sent|made|submitted|done|recorded)\b", Disposition.DEADLINE_MISSED),
    (r"\b(we|i|so|had to) (skip|skipped)( (it|this|that)( one)?| the (audition|tape|read|call|callback))?$", Disposition.REQUEST_DECLINED),
    (r"^straight to (the )?(producers?|directors?|callbacks?|recalls?)\b(?!')", Stage.CALLBACK),
    (r"\b(didn'?t|did not|never|couldn'?t) (go|attend|show|turn|show) ?(in|up|to (it|the \w+))?$", Disposition.REQUEST_DECLINED),
    (r"\b(picked|chose|selected|hired|preferred|wanted) (another|a different|other)\b|\b(another|different|other) \w+ (was )?(chosen|picked|cast|selected|booked|hired|got it)\b",
     Disposition.CAST_OTHERWISE),
    (r"\b(let go|dropped|cut|replaced|fired|released)\b.*\b(rehearsals?|read ?through|table read|previews|on set|mid shoot|mid run)\b", Disposition.RECAST),
    ((r"\b(booked|cast|hired) (it )?(straight |right |directly |just )?(off|from) (of )?(my |the |a |an |his |her )?(self )?(tape|reel|showreel|demo|headshots?|photos?|video|profile|submission|website|agent|sample|materials?)\b"
     r"|^engaged (for|as|by)\b|^(started|starting) rehears\w*|\b(secured|nabbed|clinched) (the|a) (role|part|job|gig|lead|contract|track)\b|^got (lead|the lead|a lead|principal|featured) role\b"), Stage.BOOKED),
    ((r"\b(?<!almost )(?<!nearly )(?<!have )(?<!if they )(cast|booked|hired|picked|chose|selected|signed) me\b(?! (off|out|up|in|apart|an?|for (an?|the|my) (audition|slot|session|callback|read|tape))\b)|\bgave me (the|a) (role|part|job|gig|lead)\b"
     r"|\bcontract\b.*\b(came|arrived|received|in hand|signed|sent over)\b|^(now |currently |already )?(in rehearsals?|rehearsing)\b|\bjoin(ed|ing) the cast\b"), Stage.BOOKED),
    ((r"\b(took|accepted|booked|got|doing|chose|taking) (another|a different|other) (job|gig|show|offer|project|position|company|spot|commercial|campaign|film|movie|series|pilot)\b|^(i )?bailed\b"
     r"|^(i |i'?m |i am |i was |am |was |we'?re )?(not|wasn'?t|un|isn'?t) ?(free|available)\b"), Disposition.WITHDRAWN),
    ((r"\b(didn'?t|did not|never|wasn'?t|not) (go\w*|went|turn\w*|break|work\w*|pan\w*|come) (out |off )?(my|our|her|his|the right) (way|favou?r)\b|\b(not|wasn'?t|never) (meant )?to be$"
     r"|\b(didn'?t|did not) (work|pan) out\b|^(sadly|unfortunately|alas|ugh|aw|sorry|just) (a )?no$|^(it'?s |it was |was )?(a )?no (from|by) (casting|them|the \w+|cd|client|director|producers?)$|\b(client|director|producers?|network|studio|brand|ad agency|production|prod|coordinator|author|publisher|company|conductor|panel) (have |has |all )?passed$"
     r"|\b(agent|manager|casting|they|rep|e ?mail|letter|text|it) (says?|said) no$|\bmatch (fell|didn'?t|failed)\b|\bno (family |sibling )?match\b|\b(aged out|outgrew)\b|^sent home( (after|before|early|by)\b.*)?$|\bkeep(ing)? (me|her|him|us|my \w+) in mind\b|\bfuture (consideration|projects?|roles?)\b|^in (the|their) files?$"
     r"|\breleased (from|after|at) (the |first |1st )?(call|audition|room|dance|combo|ballet|tap|jazz|singing|vocals?|round|cut)\b|\bnot (taking|taken) (it|me|us|this) (any )?(further|forward)\b"), Disposition.PASSED_TOLD),
    (r"^(they(?:'ve| have)? |client |casting |director |producers? )?(all )?(went|going|gone|chose|wanted|needed) (for )?(a (bit|little|lot) |much )?(younger|older|taller|shorter|bigger|smaller|blonder?|thinner|male|female|elsewhere|non ?union|famous|celeb\w*)\b(?!.*\b(my|read|tape|audition|take|wardrobe|outfit)\b)",
     Disposition.CAST_OTHERWISE),
    (r"\bmade (it )?(past |through |to )?(the )?(first |1st |second |2nd |initial |every |all )?cuts?\b", Stage.CALLBACK),
    ((r"\b(turned|passed|rejected|cut|let|dropped|dismissed|eliminated|declined) (on )?me\b(?! (read|sing|dance|know|in|see)\b)|\brejection\b|\b(told|heard) (me )?(a )?no$|\btold (me )?no\b"
     r"|^(a |an )?(polite|soft|quick|kind|firm|casting|client|another|nice|it'?s a|was a) pass$|\bnot (a |the |quite |really |exactly |their )*(good |right )?(fit|match|right|type)\b"
     r"|\bno longer (being )?(under|in)? ?consider\w+\b|\b(screened|weeded|knocked|voted|whittled|edged) out\b|^out (in|at|after)\b"), Disposition.PASSED_TOLD),
    (r"\b(turned down|declined|(?<!agent )(?<!manager )(?<!mom )(?<!dad )passed on|refused|skipped|said no to) (the |this |that |an? |their )?(self )?(tape|taping|audition|request|read|appointment|slot|invite|invitation|session)\b",
     Disposition.REQUEST_DECLINED),
    (r"\b(turned down|declined|refused) (the |this |that |an? |their )?(role|part|job|gig|contract)\b", Disposition.OFFER_DECLINED),
    ((r"\b(not|never|wasn'?t|didn'?t get) (picked up|greenlit|green lit|going ahead|renewed|financed|funded)\b|\b(paused|on pause|put off|on strike)\b"
     r"|\blost (its |their |the )?(venue|theatre|theater|space|rights|director|financing|location|backing|money|investor\w*)\b"), Disposition.PROJECT_SHELVED),
    (r"\bgave (it|((the|my) )?(role|part|job|gig|lead|spot|track)) (to|away)\b(?! (me|us|my (agent|manager|reader))\b)|\binternal (hire|cast|casting|candidate|fill|booking)\b|\b(went|cast|filled|hired|stayed|gone|booked) internal(ly)?\b|\b(went|going|stayed|kept it) in ?house\b", Disposition.CAST_OTHERWISE),
    (r"\bzero (response|reply|word|contact|feedback|news)\b", Disposition.PRESUMED_PASSED),
    (r"\bdeadline (came|went|passed|was|had|is|expired|over|gone)\b|\bmissed (the |my |a )?(window|cut ?off|slot)\b|\bmissed (my )?call$", Disposition.DEADLINE_MISSED),
    (r"\boffer\b.*\b(retracted|taken back|disappeared|vanished|gone(?! to\b| out\b)|lost|went away|evaporated)\b", Disposition.OFFER_WITHDRAWN),
    ((r"\b(resume|cv|headshots?|reel|demo|materials?|application|submission|cover letter)\b.*\b(dropped|sent|emailed|mailed|submitted|uploaded|in|received|acknowledged)\b"
     r"|\b(pitched|submitted|suggested) me\b|\bput me (forward|up|in)\b|^(agent|manager) (submitted|pitched|put)\b"), Stage.SUBMITTED),
    (r"\b(shoot|shooting|filming|recording job|run)\b.*\b(done|finished|completed?|over|wrapped|ended)\b|^(it )?aired\b|^worked( the (job|day|shoot)| as (an? )?(extra|background|bg|stand in|featured|day player|principal)| \d+ (days?|nights?|weeks?))?$", Stage.WRAPPED),
    ((r"\b(still|yet) (have )?to (do|tape|film|record|read|send|shoot|go)\b|\bstill (need|have|must)\b|\bon (the|my) (calendar|schedule)\b|\bin (the|my) diary\b"
     r"|\bwant\w* (me to|an?) (self )?(tape|read|audition|come in)\b|^(self )?(tape|audition|read|session|appt|slot|zoom|recording|taping|filming) "
     r"(by|before|due|tomorrow|tonight|today|this|next|on|at|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)\b|\b(got|have|received|learning|working on|prepping|studying) (the |my )?sides\b"
     r"|^(prepping|gonna|going to) ?(tape|read|audition|send)?$|^(will|gonna|going to) (tape|record|film|read|audition)\b"), Sign.AHEAD),
    (r"\basked to hold\b|^(held|hold) (for(?! (sides|line|notes?|applause|laughs?|zoom|info|details|now)\b)|until|till?|through|thru|since)\b|\b(light|soft|firm|hard|third|3rd|tentative|date) hold\b|\b(hold|holding|held) (the |my |those |these )?(dates?|days|week)\b|^(on |an? )*(first |1st |second |2nd |third |3rd )?option(ed)? (for|by|on)\b(?! (an? |the )?(zoom|(self )?tape|remote|video|in person|reel))", HoldKind.HOLD),
    (r"\b(check\w*|ask\w*|inquir\w*) (for |about |on |my |if )*(avail\w*|dates)\b", HoldKind.AVAIL_CHECK),
    (r"\b(negotiat\w+|in talks|deal (memo|terms|pending|being|in progress))\b", Stage.OFFER),
    ((r"\b(assum\w+|presum\w+|probably|prob|likely|guess\w*|i take it|taking it|took it|must be|suppose|looks like|pretty sure|safe to say|guessing|consider it)\b.*"
     r"\b(no|not|nope|pass|passed|dead|over|gone|didn'?t|lost)\b"), Disposition.PRESUMED_PASSED),
    ((r"\b(zilch|nada|nowt|crickets|tumbleweeds?|ghost\w*|radio silence|dead air|left on read|peep|went (quiet|dark|cold|silent)|gone (quiet|dark|cold|silent)|fell silent)\b"
     r"|\b(never|didn'?t|did not) (got|get|came|come|wrote|write|call|called|email|emailed|ring|rang) ?back\b"
     r"|\b(never|didn'?t|did not) (wrote|write|call|called|email|emailed|ring|rang|contact|contacted|notified|notify|informed|inform|told|updated)( me)?$"
     r"|\bnothing (heard|back|came|from|since|more|further|after|at all|ever)\b|\b(heard|hear|got|since|just|then|total|complete) (absolutely )?(nothing|zip|silence|squat)\b"),
     Disposition.PRESUMED_PASSED),
    ((r"\b(forgot|failed|didn'?t|did not|never|couldn'?t|could not|unable) (to )?(get it |get around to |get to |finish |manage to )?"
     r"(tap\w*|submit\w*|sen[dt]|record\w*|film\w*|upload\w*|finish\w*|turn it in|get it in|make the deadline)\b|\b(out of|no|have|had) time\b(?! slot)|\btape (was )?(not|never) (sent|submitted|made|done)\b|\b(slept|sailed) (through|past)\b"),
     Disposition.DEADLINE_MISSED),
    (r"\b(said|saying|say|says) no to (the |this |an? )?(self )?(tape|taping|audition|read|request|appointment|callback)\b", Disposition.REQUEST_DECLINED),
    ((r"(^|\b(schedul\w+|dates?|work|school|tour|family|holiday|vacation|calendar|because of|due to|had a) )(clash\w*|conflict\w*)\b|\bconflict(s|ed)? with\b|\b(couldn'?t|could not|can'?t|cannot|wasn'?t able to|unable to) "
     r"(take|accept|do|commit|travel|make (it|the (dates?|time|callback|shoot|audition)))\b|\bhad to (say no|turn (it |this |that |them |the \w+ )?down|let it go|back out|bow out|drop( out| it)?$|drop out|leave( the (project|show|job|production|cast))?$)"
     r"|\bno thanks from me\b|\b(backed|bailed|bowed|dropped|pulled) out\b(?! all\b)|\b(i|me) (said no|backed|bailed|turned)\b|\btook (myself|my name|my hat) (out|off)\b|\bmy (choice|decision|call) (not )?to\b"),
     Disposition.WITHDRAWN),
    (r"(not|no|n[o']t|never|without|didn'?t|wasn'?t) (get |got |given |receive )?(an? |any )?(call ?backs?|cb|recall|called back|recalled)",
     Disposition.PRESUMED_PASSED),
    ((r"\b(not|no(?! longer)|never|wasn'?t|weren'?t|didn'?t|isn'?t|without)\b.*\b(call ?backs?|cb|recalls?|recalled|pin|pinned|avail|availed|hold|refusal|pencil\w*|short ?list\w*"
     r"|list)\b"), Disposition.PRESUMED_PASSED),
    (r"(not|no|never|nobody|didn'?t|haven'?t|hasn'?t) .*(hear|heard|word|repl|respon|answer|news|contact|touch|updates?$)", Disposition.PRESUMED_PASSED),
    ((r"^((they|client|casting|producers?|production) )?(all )?(went|going|gone|chose)( with| for)? (an? )?(ai|tts|synthetic)( voices?| actor| talent| model)?( instead)?$|^(they|client|casting|producers?|production) (are |is )?(used|using) (an? )?(ai|tts|synthetic)( voices?| actor| talent)?( instead)?$"
     r"|^(used|using) (an? )?(ai|tts|synthetic)( voices?)? instead$|^((they|client|producers?|production) (kept|used|using)|kept) (the )?scratch( track| voice| vo)?( instead)?$|\bawarded (elsewhere|to (?!me\b|us\b|my\b|our\b)\w+)"), Disposition.CAST_OTHERWISE),
    (r"\b(went|gone|going|go|gave|cast|booked|picked|chose)\b.*\b(someone|somebody|other actor|other person|a name|else)\b",
     Disposition.CAST_OTHERWISE),
    (r"\b(another|different|other) (act(or|ress)|person|performer|talent|guy|girl|man|woman|choice|name)\b",
     Disposition.CAST_OTHERWISE),
    ((r"^(cast|(they|he|she|casting|client|director|producers?) (cast|picked|chose|hired)) (the|an?|his|her|their|its|younger|older|local\w*|union|non ?union|equity|sag|names?|famous|bigger|twins|friends?|family|male|female|men|women|real|internal\w*|in ?house)\b"
     r"|^hired (younger|older|local\w*|union|non ?union|equity|sag|names?|twins|male|female|real|internal\w*|in ?house)\b(?!.*\b(reader|coach|editor)\b)|^they (booked|signed|gave)\b|\b(lost|losing) (out )?to\b|\bbeaten by\b|\bchose (him|her|them)\b"), Disposition.CAST_OTHERWISE),
    ((r"\b(role|part|job|gig|lead|it|this|that|one) (\w+ )?(went|gone|goes|given) to (?!.*\b(call ?backs?|network|studio|producers?|finals?|tape)\b)"
            r"|^(went|gone|given) to (an?|another|some\w*|my|his|her) (?!.*\b(agen\w+|managers?|call ?backs?|recall|test|audition|round|read|session|chem\w*|studio|place|address|class|work\w*|party|room|wrong|theat\w+|show)\b)"),
     Disposition.CAST_OTHERWISE),
    (r"\b(went|gone|going|go)\b.*\b(another|different|other)\b", Disposition.PASSED_TOLD),
    (r"\b(someone|somebody) else\b", Disposition.CAST_OTHERWISE),
    ((rf"\bthey (all )?(passed{_SENT_ON}|said no|declined|rejected)\b"
     r"|\bunsuccessful\b|\b(turned down|rejected|declined|passed over|passed on|cut|dropped|eliminated|let go) by (them|casting|the|network|client|director|producers?|production|prod|studio|brand|agency)\b"),
     Disposition.PASSED_TOLD),
    ((r"\b(didn'?t|did not|don'?t) (need|want|use|pick|choose|hire|take|keep) me\b|\bno (dice|luck|joy|go|cigar|bueno|love|good|sale|chance|further|bite|bites|banana|deal)\b|\b(lost out|lost (?:out on )?the (?:part|role|job|gig|lead|spot|booking|campaign)|lost it|so close|close but|came close|near miss|(almost|nearly) (booked|got|had|cast|there|it|made))\b"
     r"|\b(didn'?t|did not|not|won'?t|wasn'?t|never) (go|get|got|going|make|made|move|moved|moving|proceed|taken|taking|progress\w*|advanc\w*|pass|passed) ?(any )?"
     r"(further|farther|through|past|beyond|anywhere|forward|on|round)?\b(?=$| (to|in|the|with))"
     r"|\bform (email|letter|reject\w*|no)\b|\b(email|letter|text|call)\w* (saying )?(no|reject\w*|regret\w*)\b|\bnot (me|mine|us|for me|what they)\b|\bit wasn'?t me\b"
     r"|\b(it'?s|was|got|be|is|an?|the|hard|firm|flat|straight|soft|polite|kind|nice|lovely|quick|official|definite|big|another) no$|\bthanks but no\b|^(was |i'?m |is |he'?s |she'?s |looks? |looked |they said |said )?too (young|old|tall|short)\b|\bon file\b"
     r"|\bcut (after|before|at|from|in|on|following|during)\b"), Disposition.PASSED_TOLD),
    (r"\btyped\b(?! (up|in)\b)", Disposition.TYPED_OUT),
    (r"^(the |whole )?(job|project|spot|shoot|campaign|show|film|pilot|gig) (just |got |was )?(went away|pulled|killed|disappeared|vanished|evaporated|axed)$", Disposition.PROJECT_SHELVED),
    (r"\b(role|part|character|track)\b.*\b(no longer|doesn'?t exist|scrapped|axed)\b|\b(roles?|part|character|track) (was |were |got |just |has |been )*(went away|combined|merged|disappeared)\b", Disposition.ROLE_CUT),
    ((r"\b(client|network|studio|producers?|they|brand|agency|investors?) (killed|axed|canned|scrapped|pulled|dropped|cancelled|binned|shelved) "
      r"(it|the|their|that|whole)\b|\b(killed(?! (?:it|that|this|my|the (?:part|role|audition|song|scene|read|tape))\b)|axed|canned|binned|mothballed|shut ?down|closed down|dead in the water|no longer happening|not happening|lost (its|their) (funding|money|investor\w*))\b"),
     Disposition.PROJECT_SHELVED),
    (r"\b(role|part|character|track)\b.*\b(cut|written out|eliminated|deleted|removed|dropped|gone)\b", Disposition.ROLE_CUT),
    (r"\b(role|part)\b.*\b(filled|cast already|already cast)\b", Disposition.CAST_OTHERWISE),
    ((r"\b(season|festival|concert|campaign|movie|workshop|budget|project|show|production|shoot|film|series|pilot|job|spot|play|tour|funding)\b.*"
     r"\b(cancel\w*|shelv\w*|postpon\w*|pushed|on hold|on ice|iced|halted|stopped|suspended|dead|died|hiatus|delay\w*|fell through|stalled|lost)\b|\bbudget (was |got )?(cut|pulled|slashed|gone)\b"),
     Disposition.PROJECT_SHELVED),
    (r"\b(offer\w*)\b.*\b(declin\w*|turned|refused|passed|said no)\b|\b(declin\w*|turned down|refused|(?<!agent )(?<!manager )passed on|said no to|no to|walked away from)\b.*\boffer\b",
     Disposition.OFFER_DECLINED),
    (r"\boffer\b.*\b(withdrawn|rescinded|pulled|revoked|fell through|fell apart)\b", Disposition.OFFER_WITHDRAWN),
    (r"\b(call|called)( it| the \w+| this)? off\b|\b(rained|snowed) (out|off)\b|\bcancell?ed\b", Disposition.CANCELLED),
    (r"\b(missed)\b.*\b(deadline|due|tape|it|slot|submission)\b", Disposition.DEADLINE_MISSED),
    (rf"\b(i|had to) (pass|passed)\b{_SENT_ON}(?! (the |my )?(first|second|initial|round|stage|prelim\w*|it on|it along)\b)|\b(i|had to) (withdrew|withdraw|declined|decline|turn it down|turned it down|pull out|drop out)\b",
     Disposition.WITHDRAWN),
    ((r"\bno longer (on |in |under )?(avail\w*|hold|pin\w*|first|1st|refusal|pencil\w*)\b|\b(released|let go|dropped)\b.*\b(avail|hold|pin|refusal|pencil)\b|\b(released|let go|dropped) (from|off) (of )?(the |my |an? )?(\w+ )?option\b|\b(avail|hold|pin|refusal|pencil)\b.*\b(released|dropped|off|lifted|cleared|expired|lapsed|gone|removed)\b"
     rf"|^(the |my )?{_ORDINAL}?option (was |is |has |been |got |now )*(released|dropped|off|lifted|cleared|expired|lapsed|gone|removed)\b"
     r"|\b(off|lost) (the |my |an? )?(first |1st |second |2nd )?(avail|hold|pin|refusal|pencil|option$)\b|\bun ?pinned\b"),
     Disposition.RELEASED),
    ((r"\b(didn'?t|did not|not|wasn'?t|never|no)\b.*\b(book|booked|booking|cast|get|got|select\w*|chosen|engaged|hired|picked|"
     r"successful|advanced?|role|part|offer|move|keep|kept|make|land\w*|win|won|score|nail\w*|happen)\b"), Disposition.PASSED_TOLD),
    (r"^(?:ok |yes |yay |and )*(?:i |we )(?:was|were|got|am|have been) (?:taken|chosen|picked|selected|hired|cast|engaged)$", Stage.BOOKED),
    (r"\balternates? list\b|\b(as|an|the|named|picked|chosen|first|1st|second|2nd)( an?)? alternate$|^alternate for\b(?! (sides|scene))", HoldKind.BACKUP),
    (r"\bheav(y|ily) pencil", HoldKind.HEAVY_PENCIL),
    (r"\bpencil", HoldKind.PENCIL),
    (r"\b(first|1st|second|2nd|third|3rd)?( right of)? ?refusal\b", HoldKind.FIRST_REFUSAL),
    (r"\bavail\w* (check|asked|requested|request|inquiry|enquiry|query)", HoldKind.AVAIL_CHECK),
    (r"\b(avail|availed|availability)\b", HoldKind.AVAIL),
    (r"\bpinned\b|\bon (a )?pin\b", HoldKind.PIN),
    ((r"\bon (first |second |1st |2nd )?hold\b"
      rf"|^(put )?(on |under |an? )*({_ORDINAL}|soft |firm )?option(ed)?( confirmed| placed| (until|till|thru|through) .*)?$"), HoldKind.HOLD),
    (r"\b(chem\w*|screen|network|studio|camera) (read|test)", Stage.TEST),
    (r"\b(made|got|through|advanced|progressed|went|into|moved|invited|called)( it| on)?( through)?( to| into)?( the)? finals?\b(?! (week|exams?)\b)", Stage.TEST),
    (r"\b(went|going|goes|moved|on|passed|made it|through|got|advanced) to (the )?(network|studio|test(?! \w))\b", Stage.TEST),
    (r"\b(went|going|goes|moved|on|passed|made it|through|got|advanced) to (the )?(producers?|directors?)\b(?!')", Stage.CALLBACK),
    (r"\b(final|last|top|down to)\b.*\b(two|three|four|few|2|3|4|5|round|callback|handful)\b", Stage.TEST),
    (r"\bdown to\b", Stage.TEST),
    (r"\bshort ?list|^kept\b(?! (me|it|my|the|their|his|her|on file|in mind|waiting|two|three|both|\d|a|up|calm|\w+ing)\b)", Stage.CALLBACK),
    ((r"\b(see|hear|saw|meet|have) (me|us) (read |sing |dance )?again\b|\b(read|sing|dance) (me |for \w+ )again\b|\b(bring\w*|brought|having|had|have|ask\w*|invit\w*|call\w*|want\w*) (me |us )?back\b"
     r"|\b(going|went|coming|came) back (in|for)\b|\b(asked|invited|want\w*) (me |us |him |her )?to (come|go) back\b(?! (later|after|at|tomorrow|another|when|in|next)\b)|\b(next|second|2nd|third|3rd|another|further) (round|stage)\b|\bround (two|three|four|2|3|4)\b|\br[234]\b|\bsemis?\b|\bsemi ?finals?\b"), Stage.CALLBACK),
    (r"\b(call ?backs?|recall(ed|s)?|called back|cb\d?|2nd cb)\b", Stage.CALLBACK),
    (r"\b(self )?tape (was |is )?(sent|submitted|delivered|uploaded)|\b(sent|submitted|uploaded|delivered)( in)?( the| my| a)?( self)? ?tape",
     Sign.GIVEN),
    (r"^((got|invited|asked|called|in|to|for|a|my) )*(second|2nd|third|3rd) read( (scheduled|requested|invite|with|for|on) .*| scheduled| requested| invite)?$", Stage.CALLBACK),
    ((rf"^(?!.*{_NOT_DONE})(.*\b(re ?(taped|took|recorded)|redirected(?! \w))\b|.*{_RETAKE} (was |is )?(sent|done|in|submitted|uploaded|delivered)\b|.*\b(sent|submitted|uploaded|delivered|did) (in )?(an? |the |my )?{_RETAKE}"
     r"|.*\b(got|gave|given|took) (me |us )?(an? |the |some |one |good |nice )*redirect(s|ion)?\b(?! due))"), Sign.GIVEN),
    ((rf"^(?!.*{_NOT_DONE})(.*\b(need\w*|have|has|asked|asking|want\w*|request\w*|invited|offered|due|to) (me |us )?(to |for )?(do |send |film |record )?(an? |the |my |one )?{_RETAKE}"
     rf"|.*{_RETAKE} (is |was )?(request\w*|req'?d|due|needed|wanted|scheduled|tomorrow|tonight|today)|retaping\b|redirect due\b)"), Sign.AHEAD),
    ((r"\b(?!.*\b(another|different|second|2nd|again|other|more|re)\b)(asked|invit\w*|request\w*|called in|need|have|has) .*(tape|audition|read|sing|dance|come in)|\b(tape|audition|read) (is |was )?"
     r"(request\w*|scheduled|confirmed|due)"), Sign.AHEAD),
    (r"^re ?scheduled (to|for)\b|^(my )?(slot|appt|appointment|audition|session|call time|zoom|interview) (is |at |on |for |\d)", Sign.AHEAD),
    (r"\b(appt|appointment|slot|time|audition|session|interview|zoom|meeting|reading|read|call)\b.*\b(set|confirmed|booked|scheduled)\b", Sign.AHEAD),
    (r"(?<!double )(?<!over )(?<!hotel )(?<!flight )(?<!travel )(?<!train )(?<!class )(?<!studio )\bbooked\b(?! in\b| for\b| (?:out|off|my|me (?:in|an?|for)|hotel|flight|train|travel|tickets?|coach\w*|an? (?:coach|class|hotel|flight|train))\b)|\bsigned(?= (?:the |my |a |their )?(?:contract|deal|paperwork|papers|it|on|for)\b|$)|\bcontracted\b|^((?:i )?booked(?! (?:out|off|my|me (?:in|an?|for)|hotel|flight|train|travel|tickets?|coach\w*|an? (?:coach|class|hotel|flight|train))\b)|got cast|got the (part|role|job|gig)|was cast|hired(?! (?:an?|the|my|friends?|male|female)\b)|landed)\b", Stage.BOOKED),
    (rf"^(offer|got an offer|offered)\b{_OFFER_IS_MINE}", Stage.OFFER),
    ((r"^(i )?(got|landed|won|scored|nabbed|snagged|bagged) (the|an?|my|this|it)\b.*\b(lead|part|role|job|gig|show|campaign|commercial|spot|film|movie|series|swing|ensemble|understudy|cover"
     r"|contract|track|solo|seat|chair|position)\b|^(was |been |i'?m )?cast (as|in the|in an?|in (?:\d|two|three|both|all)|in another|in (a )?\w+ role|for)\b|\baccept(ed|ing) (the |their |an? )?offer\b|^playing (?!(it|phone|the waiting|a waiting|catch|hard|games?|nice|with|along|around|by|for)\b)\w+"), Stage.BOOKED),
    (r"\b(put|pitched|submitted) (myself|me|self) (forward|up|in)\b|^(threw|put) my (hat|name)\b", Stage.SUBMITTED),
    (r"\b(phone|video|first|1st|initial|screening) (screen|interview|call)\b|\bphone screen\w*|^interview\w*( |$)", Sign.AHEAD),
    (r"^(had|did|gave|done) (my|the|an?) (\w+ )?(read|audition|tape|self tape|session|call|interview)\b", Sign.GIVEN),
    (r"^(self )?(submitted|applied|submission)\b|\bsent( in| off)?( my| the)? (headshot|resume|materials?|reel|cv|info|application|submission)\b", Stage.SUBMITTED),
    (r"^(uploaded|sent)( (it|in|off|over|late|early|on time|to (casting|cd|the cd|the office|production|eco cast|client|the client|agent|my agent)))+$", Sign.GIVEN),
    (r"^(auditioned|taped|self[- ]?taped|read(?! (the |my |over |through )*(sides|script|breakdown|play|pilot|brief|e?mail|notes)\b)|went in|attended|sang(?! happy)|danced(?! around)|tapped(?! (out|to|for|into|as)\b)|slated(?! (for|to)\b))\b", Sign.GIVEN),
    (r"^reading (the |my )?offer$", Stage.OFFER),
    (r"^(taping|filming|recording|auditioning|going in|reading)\b", Sign.AHEAD),
    (r"\b(replaced|recast)\b", Disposition.RECAST),
    (r"^(pushed|postponed|delayed|shelved)\b|\b(shut down|fell apart|scrapped|collapsed|folded)\b",
     Disposition.PROJECT_SHELVED),
    (rf"^(?!.*\b(better|other|another|different|competing|expect\w*|possible|special|hotel|tickets?)\b).*\boffer(ed)?\b{_OFFER_IS_MINE}", Stage.OFFER),
    (r"^(scheduled|confirmed|upcoming|invited|requested|appointment)\b", Sign.AHEAD),
    (rf"^(rejected|passed(?! it\b){_SENT_ON}|rejection|cut(?! (?:my|to|short|down)\b)|eliminated|dismissed|axed|bounced)\b|^not (at this|this|for this|today|now)\b", Disposition.PASSED_TOLD),
    (r"^(ghosted|crickets|silence|radio silence)\b", Disposition.PRESUMED_PASSED),
    (r"^(cancel\w+)\b", Disposition.CANCELLED),
    (r"^(withdr\w+)\b", Disposition.WITHDRAWN),
)  # fmt: skip
"""Words within a piece, tried in this order if the whole of it is not known."""
