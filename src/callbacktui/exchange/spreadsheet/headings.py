"""The table of headings: which field a column of that name holds, in the words of many sheets."""

import re
from functools import cache, lru_cache
from typing import Final

from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.cell_words import format_in, kind_in, medium_in, union_in
from callbacktui.exchange.spreadsheet.fields import Field

SURE: Final = 100
_PART: Final = 85
_QUESTION: Final = 75
_CLOSE: Final = 60
_CLOSE_ENOUGH: Final = 88

_WORDS: Final[dict[Field, str]] = {
    Field.DATE: "date|dates|aud|aud dt|audition|audition date|audition day|aud date|day|when|date time|audition time and date"
    "|read date|reading date|session date|call date|appointment|appointment date|appt|casting date|interview date"
    "|date of call|start|start date|event date|datum|tag|termin|castingtermin|vorsprechen|fecha|fecha casting"
    "|fecha audicion|dia|date casting|jour|quand|data|data provino|auditie|auditiedatum|date taped|date of read|recorded|recorded on|read on|date recorded|date read|sang on|on|session|date of session"
    "|date heard by casting|probe|vorsingen|vortanzen|vorspiel|tryout|try out|tryout date|screening|reading"
    "|tape date|self test date|audition when|read|seen|sung|danced|played|filmed on",
    Field.PROJECT: "pilot|project|project title|production|title|show|job|gig|piece|film|movie|series|play|musical"
    "|production title|show title|job title|job position|position|project show|opportunity|spot|campaign"
    "|card title|task title|page title|entry title|record name|working title|audition for|auditioned for|what for|card name|task name|item|projekt|produktion|titel"
    "|stuck|proyecto|obra|titulo|produccion|proyecto obra|projet|spectacle|titre|production spectacle"
    "|progetto|titolo|spettacolo|produzione|projeto|producao|voorstelling|project role|game|book|work|vacancy|opening|post|what|name of piece|program|programme|young artist program|yap|festival|book title|title author|opera|went in for|went out for|up for|taped for|auditioning for|which show|which project|whats it for|proj|proj title|prj|spec|spec title|spot title|spot name|job name|audition name|script|script title|gig name|prod",
    Field.ROLE: "rl|role|character|part|roles|role character|part character|character part|auditioned role|reading for"
    "|read for|as|personage|track|rolle|figur|charakter|personaje|papel|rol|personnage|ruolo"
    "|personaggio|personagem|voice|fach|voice part|playing|who as|who i played|who i play|char|chr|char name|cast as|hired as|booked as|submitted as|reading as",
    Field.MEDIUM: "med|type|commercial theatrical|theatrical commercial|medium|media|project type|category|kind|genre|type of project|kind of project|production type"
    "|project category|type of work|tv film|film tv|art|projektart|gattung|tipo"
    "|tipo proyecto|tipo de proyecto|tipo produccion|categoria|type de projet|genere|tipologia",
    Field.OFFICE: "casting|casting office|casting company|casting co|casting agency|casting house|office|cast by"
    "|casting director office|casting house office|cd office|producing theatre|theatre company|theater company"
    "|theatre|theater|ensemble|orchestra|employer|company|company name|companhia|dance company|caster"
    "|castingburo|casting buro|casting agentur|besetzung|besetzungsburo|buro|haus|estudio casting"
    "|oficina de casting|bureau de casting|agence de casting|theatre compagnie|compagnie|uffficio casting"
    "|ufficio casting|agenzia casting|recording studio|production house|studio house|venue company|organisation"
    "|organization|opera house|sent to|submitted to|pitched to|applied to|recipient|house|who for|casting by|c d|casting dir|casting dirs|casting people|cast dir|theatre co|theater co|csa|casting by who|prod co|production co|prod company|prodco"
    "|opera company|publisher|rights holder|author publisher|producer|producers",
    Field.FORMAT: "how|in room|wie|como|comment|format|in person or tape|in person tape|audition type|audition format|self tape|selftape|tape|self taped"
    "|read type|type of read|mode|live or tape|st ip|zoom|in person|virtual|audition method|medium of audition"
    "|e casting|ecasting|tipo casting|tipo de casting|modalidad|formato|art des castings|castingart|vorsprechart"
    "|type d audition|modalita|vorm",
    Field.SOURCE: "via|agent or self sub|agent self|agent self sub|self agent|agent or self submission|thru|source|submitted by|submitted thru|submitted via|through|from|submitter|how i got it|got it from|who submitted"
    "|agent sub|agent submitted|agent submission|came from|came through|submission source|audition source|obtained through|how obtained|referred by|lead source|applied via|applied through|sub by|subbed by|who subbed|self or agent|agent or self|found on|found via|where found|how found"
    "|job source|uber|durch|quelle|vermittelt durch|fuente|origen|a traves de|par|fonte|tramite|bron",
    Field.PLATFORM: "platform|submission platform|audition platform|platform used|site|casting site|website|submission site|casting platform|portal|service|listing site|app"
    "|plattform|plataforma|plateforme|piattaforma",
    Field.UNION: "union|sag|sag nu|u nu|nu|equity|sag aftra|union or not|is it union|contract|union status|union contract|union non union|contract type|union nonunion"
    "|gewerkschaft|sindicato|syndicat",
    Field.WORE: "wore|outfit|wardrobe|what i wore|look|clothing|clothes|clothing notes|costume|what wore|dress"
    "|outfit worn|worn|look worn|kleidung|kleidung look|vestuario|ropa|tenue|abbigliamento",
    Field.RESULT: "res|yes no|yes or no|y n|result|results|outcome|status|response|callback|call back|callbacks|result status|booked|booking"
    "|recall|recalls|pinned|pin|avail|hold|on hold|first refusal|offer|cast|got it|feedback status|stage|state|list"
    "|list name|column|where it stands|stands|answer|decision|progress|current status|application status|verdict"
    "|heard back|callback booked|booking status|shortlisted|audition status|audition result|submission status"
    "|ergebnis|stand|ruckmeldung|antwort|zusage|resultado|estado|respuesta|situacion|resultat|statut|reponse"
    "|pencil|pencilled|penciled|heavy pencil|reply|replies|upshot|end result|how far|where it s at|where its at|where at|news|end|asked back|came of it|update|updates|latest|heard|any news|word back|word from casting|casting said|their answer|fate|ended up|in the end"
    "|aftermath|what came next|phase|step|bucket|lane|swimlane|result so far|so far|pipeline|cb|cbs|esito|risultato|stato|situacao|uitslag|resultaat|disposition|callback result|final result|then what|and then|furthest|furthest round|got as far as|where we landed|what they said|they said|what did they say|what they said back|what casting said|stage reached|ended|any word|any word yet|any response|any reply|heard anything|stat|what became of it",
    Field.NOTES: "notes|notes thoughts|thoughts|comments|comment|remarks|note|memo|misc|additional notes|other notes"
    "|notes comments|journal|audition notes|notizen|anmerkungen|bemerkungen|bemerkung|kommentar|notas|observaciones"
    "|comentarios|remarques|commentaires|annotazioni|osservazioni|opmerkingen|description",
    Field.CALLBACKS: "dates of callbacks|later rounds|callback dates",
    Field.CALLBACK_ON: "callback date|call back date|call back dates|callback dates times|cb date|recall date|date of callback|callback day|second round|2nd round"
    "|callback 1|callback 2|callback 1 date|callback 2 date|2nd callback|second callback|2nd cb|cb 1|cb 2|cb 3|cb 1 date|cb 2 date|cb 3 date|callback 3|callback 3 date"
    "|3rd callback|third callback|final callback|final recall|2nd recall|second recall|chem read|chemistry read|chem test|screen test|producer session|director session|work session"
    "|studio test|network test|ruckruf",
    Field.BOOKED_ON: "booking date|booked date|date booked|booked on|date cast|offer date|date of booking",
    Field.HEARD_ON: "result date|response date|date heard|heard on|date of response|answer date|reply date|date replied"
    "|date heard back|heard back on|notified|date notified|decision date|date of reply|responded",
    Field.SUBMITTED: "submitted|date submitted|submitted date|submitted on|submission date|date of submission|applied"
    "|date applied|applied date|applied on|application date|submit date|date sent in|self submitted on"
    "|eingereicht|eingereicht am|beworben am|fecha envio|enviado el|date d envoi|envoye le|data invio|pitched"
    "|date pitched|sub date",
    Field.RECEIVED: "requested|req d|req|request|request recd|request rec d|recd|rec d|rcvd|date requested|request date|received|date received|asked|came in|asked on|invited"
    "|date invited|invite date|request received|requested on|received on|got on|got it on|when we got it|when i got it|when it came in|when it came|when requested|came in on|request came|request in|got the request|date in|breakdown in|enquiry|enquired|enquiry date|inquiry|sent to talent|sent to me|sent to client|erhalten|angefragt|recibido|recu le",
    Field.DUE: "due|due date|deadline|tape due|due by|self tape due|submit by|tape deadline|self tape deadline|due at"
    "|due date time|return by|by when|due when|due back|due in|tape by|get it in by|cutoff|cut off|closing date|submission due|submissions due|submission deadline|tape due by|needed by|abgabe|abgabe bis|frist|fecha limite|plazo|date limite"
    "|a rendre|scadenza|prazo",
    Field.SENT: "sent|date sent|tape sent|sent on|taped|taped on|date taped sent|tape sent on|uploaded|uploaded on|date uploaded"
    "|sent it|sent it in|sent in|sent off|turned in|tape in|delivered|submitted tape|tape submitted|date tape submitted|tape submitted on|tape submission date|date self tape submitted|date tape sent|abgeschickt|gesendet|enviada|envoyee",
    Field.KIND: "round|rd|audition round|which round|kind of round|call type|type of call|call|runde|ronda|tour",
    Field.SIZE: "size|role size|role type|billing|type of role|size of role|size of part|category of role|rollengrosse|tamano",
    Field.NETWORK_BRAND: "network|channel|broadcaster|streamer|network streamer|channel network|brand|client|network brand|studio|network studio|product|client brand|end client|label"
    "|sender|marke|kunde|marca|cliente|marque|chaine|cadena|rete|productora|production company",
    Field.DIRECTOR: "director|directed by|director choreographer|director name|dir|directors|regie|regisseur|regisseurin|realisateur"
    "|metteur en scene|mise en scene|direccion|regia|regista|directora|conductor|music director|choreo|choreographer|choreography|choreo director|musical director|md|movement director"
    "|fight director|stunt coordinator|coordinator",
    Field.PEOPLE: "people|people in room|people in the room|people present|who was there|in the room|read with|reader|casting associate|auditors|panel|behind the table"
    "|anwesend|personen|personas|present|who i read for|heard by|sang for|who i met|met with|seen by|saw me|danced for|casting assistant|casting assoc",
    Field.REP: "rep|submitting agent|agent name|agency name|rep name|manager name|agt|mgr|reps|agents|managers|agent|agency|manager|representation|agent manager|rep agent|agentur|agente|agencia|agence"
    "|representante|agenzia|my agent|booking agent|representative|mother agency|booker",
    Field.PLACE: "place|location|loc|where|address|venue|audition location|studio address|city|ort|adresse|lugar|ubicacion"
    "|direccion lugar|lieu|luogo|indirizzo|locations|plek|audition place|room|audition address",
    Field.RATE: "pago|rate|amt|pay|fee|salary|compensation|rate pay|day rate|session fee|money|wage|paid|max salary|min salary"
    "|budget|payment|stipend|gage|honorar|caché|cache|salario|tarifa|sueldo|cachet|salaire|paga|compenso|price"
    "|quote|bid|rate usd|pay rate|amount|salary range|pay range|pays|what it pays|bsf|pfh|rate pfh|per finished hour|per day|per week|weekly|day fee|basic fee|session rate|work rate|flat rate",
    Field.TAGS: "tags|tag|labels|etiquetas|schlagworte|mots cles",
    Field.TIME: "time|audition time|call time|hour|start time|appt time|appointment time|time of audition|slot|time slot"
    "|uhrzeit|zeit|hora|heure|ora|tijd|uur",
    Field.CALLBACK_TIME: "callback time|cb time|recall time|callback hour|time of callback|time of recall|2nd callback time",
    Field.USAGE: "usage|buyout|usage buyout|term usage|buy out|usage terms|nutzung|uso|utilisation",
    Field.SHOOT_DATES: "if cast dates|if booked dates|shoot dates|shoot date|shooting dates|work dates|shoots|filming dates|dates of shoot|job dates"
    "|rehearsal dates|performance dates|run dates|shoot|drehtage|drehzeitraum|fechas de rodaje|rodaje|dates de tournage"
    "|tournage|production dates|contract dates|booking dates|record date|rehearsal|rehearsals|rehearsals start|first rehearsal|show dates|shoot days|work days|working dates|job date|performances|tour dates",
    Field.BREAKDOWN: "breakdown|role description|character description|character breakdown|role breakdown"
    "|rollenbeschreibung|descripcion del personaje",
    Field.FEEDBACK: "feedback|feedback from casting|feedback from cd|feedback from agent|feedback given|feedback received|casting feedback|notes from casting|what they said|they said|what did they say|what they said back|what casting said|their feedback"
    "|ruckmeldung casting|comentarios casting",
    Field.SUBTYPE: "sort of work|what sort|subtype|sub type",
    Field.PRODUCT_CATEGORY: "product category|conflict category|conflict|conflicts|exclusivity",
    Field.SONG: "song|sang|songs|song title|audition song|song used|song choice|what i sang|song sung|cut|song cut"
    "|16 bar cut|lied|cancion|chanson|canzone",
    Field.MONOLOGUE: "monologue|monologues|monolog|audition monologue|monologue used|speech|monologo",
    Field.PIECES: "sang danced|repertoire|repertory|aria|arias|arias sung|aria sung|excerpt|excerpts|rep sung|pieces|pieces used|audition piece|audition pieces|audition material"
    "|prepared piece|prepared pieces|material performed|material used|what i performed|songs and monologues"
    "|song monologue|repertorio",
}  # fmt: skip

_WEIGHTS: Final[dict[tuple[Field, str], int]] = {
    (Field.PROJECT, "job title"): 88, (Field.PROJECT, "job position"): 88,
    (Field.PROJECT, "position"): 80, (Field.PROJECT, "job"): 90, (Field.PROJECT, "title"): 93,
    (Field.PROJECT, "show"): 97, (Field.PROJECT, "item"): 60, (Field.PROJECT, "work"): 50,
    (Field.PROJECT, "book"): 60, (Field.PROJECT, "project role"): 70, (Field.PROJECT, "piece"): 70,
    (Field.PROJECT, "stuck"): 90, (Field.PROJECT, "vacancy"): 75, (Field.PROJECT, "opening"): 70,
    (Field.PROJECT, "post"): 60, (Field.PROJECT, "what"): 50,
    (Field.PROJECT, "program"): 60, (Field.PROJECT, "programme"): 60, (Field.PROJECT, "festival"): 50,
    (Field.OFFICE, "company"): 80, (Field.OFFICE, "company name"): 80,
    (Field.OFFICE, "ensemble"): 70, (Field.OFFICE, "orchestra"): 80, (Field.OFFICE, "employer"): 75,
    (Field.OFFICE, "theatre"): 70, (Field.OFFICE, "theater"): 70, (Field.OFFICE, "haus"): 70,
    (Field.OFFICE, "casting"): 96, (Field.OFFICE, "recording studio"): 70,
    (Field.OFFICE, "production house"): 72, (Field.OFFICE, "besetzung"): 70,
    (Field.OFFICE, "sent to"): 75, (Field.OFFICE, "recipient"): 70, (Field.OFFICE, "house"): 65,
    (Field.OFFICE, "who for"): 60, (Field.OFFICE, "publisher"): 65,
    (Field.OFFICE, "rights holder"): 70, (Field.OFFICE, "producer"): 45, (Field.OFFICE, "producers"): 45,
    (Field.NETWORK_BRAND, "production company"): 50, (Field.OFFICE, "prod co"): 55,
    (Field.OFFICE, "production co"): 55, (Field.OFFICE, "prod company"): 55, (Field.OFFICE, "prodco"): 55,
    **{(Field.DIRECTOR, word): 70 for word in ("choreo", "choreographer", "choreography", "md",
       "musical director", "movement director", "fight director", "stunt coordinator", "coordinator")},
    (Field.UNION, "equity"): 60, (Field.RATE, "weekly"): 60, (Field.RATE, "pfh"): 60,
    **{(Field.RESULT, word): 60 for word in ("what they said", "they said", "what did they say",
       "what they said back", "what casting said", "furthest", "then what", "and then")},
    (Field.REP, "booker"): 70, (Field.PROJECT, "opera"): 80, (Field.PROJECT, "prod"): 70, (Field.PROJECT, "spec"): 70,
    (Field.PROJECT, "script"): 60, (Field.DATE, "aud"): 80, (Field.RESULT, "stat"): 80, (Field.PROJECT, "up for"): 80,
    (Field.DUE, "cutoff"): 80, (Field.SHOOT_DATES, "performances"): 70, (Field.UNION, "nu"): 60, (Field.RESULT, "news"): 60, (Field.RESULT, "end"): 60,
    (Field.DATE, "start"): 70, (Field.DATE, "read"): 70, (Field.DATE, "seen"): 60,
    (Field.DATE, "played"): 60, (Field.RESULT, "update"): 60, (Field.RESULT, "step"): 50,
    (Field.RESULT, "heard"): 60, (Field.RESULT, "lane"): 55, (Field.RESULT, "bucket"): 55,
    (Field.DATE, "on"): 60,
    (Field.DATE, "recorded"): 80,
    (Field.DATE, "session"): 70, (Field.DATE, "start date"): 65, (Field.DATE, "event date"): 80,
    (Field.DATE, "day"): 90, (Field.DATE, "tag"): 80, (Field.DATE, "dates"): 90,
    (Field.NETWORK_BRAND, "client"): 95, (Field.DATE, "tape date"): 88, (Field.DATE, "date taped"): 88,
    (Field.RESULT, "list"): 65, (Field.RESULT, "column"): 60, (Field.RESULT, "stage"): 90,
    (Field.NOTES, "description"): 70, (Field.NOTES, "journal"): 80,
    (Field.ROLE, "voice"): 60, (Field.ROLE, "as"): 60, (Field.ROLE, "voice part"): 70,
    (Field.SUBMITTED, "pitched"): 90, (Field.FORMAT, "zoom"): 80, (Field.FORMAT, "in person"): 80,
    (Field.FORMAT, "virtual"): 80, (Field.NETWORK_BRAND, "product"): 70,
    (Field.NETWORK_BRAND, "label"): 60, (Field.NETWORK_BRAND, "studio"): 80,
    (Field.RATE, "min salary"): 70, (Field.RATE, "amount"): 75, (Field.TIME, "start time"): 90,
}  # fmt: skip
"""How surely a heading that may mean several things means this one; `SURE` if it is not here."""

_ALSO: Final[dict[Field, dict[str, int]]] = {
    Field.PROJECT: {
        "client": 50, "brand": 50, "name": 65, "project client": 90, "company": 20,
        "product": 40, "kunde": 50, "cliente": 50, "description": 15, "task": 50, "role title": 40, "summary": 60,
        "nombre": 60, "nom": 60, "card": 50,
    },
    Field.OFFICE: {
        "casting director": 80, "cd": 75, "casting directors": 80, "casting director name": 78,
        "director casting": 80, "director de casting": 80, "directora de casting": 80,
        "directeur de casting": 80, "directrice de casting": 80, "castingdirector": 80,
        "casting person": 70, "cds": 70, "studio": 45, "client": 30, "production company": 60,
        "direttore casting": 80, "casting director cd": 80, "productora": 40, "agency": 20,
    },
    Field.PEOPLE: dict.fromkeys(
        ("casting director", "cd", "casting directors", "cds", "casting director name",
         "director casting", "director de casting", "directora de casting", "castingdirector",
         "directeur de casting", "directrice de casting", "casting person", "direttore casting",
         "casting director cd"), 40,
    ),
    Field.DATE: {"test date": 60},
    Field.RESULT: {"book": 50, "contract": 40},
    Field.HEARD_ON: {"response": 60, "answer": 60, "reply": 60, "heard back": 60},
    Field.PIECES: {"piece": 60},
    Field.RECEIVED: {"got it": 60},
    Field.SUBMITTED: {"suggested": 70},
    Field.PLACE: {"studio": 40, "rehearsal studio": 60, "dance studio": 60},
    Field.ROLE: {"name": 20, "role name": 100, "position": 30, "who": 40},
}  # fmt: skip
"""Second meanings, which count only if nothing better holds the field."""

_QUESTIONS: Final = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        (Field.WORE, r"\b(wear|wore|wearing|outfit|clothes|wardrobe)\b"),
        (Field.RESULT, (r"(call|ask|bring|brought|have|invit)(ed|e)? (me |us )?back|came of|how far|\b(it|that) ended|how it (went|ended)|where (it|i|we) (is|am|at|are)|where .*stands?|hear(d)? (back|any ?thing)|did (i|you|we|he|she) (get|book)|"
         r"what happened|got an? (response|reply|answer)|turned out|ended up|landed|how d it go|how did it (go|end)|booked it|outcome|did they (call|cast|book|pin)|got (it|the part)")),
        (Field.PROJECT, r"^what (did|do|were|are|was|am) (i|you) (\w+ )?(audition|read|tape|submit|go|going|up)\w*( in| up)? for|^what (s|for|is it|was it)\b(?! (up|next|new))|^for what|^(what|which) (is |was |were )?(the |this |your )?(project|production|show|film|play|spot|job|title|gig)( called)?$|name of (the )?(project|show|production|film)"),
        (Field.ROLE, r"^(which|what) (was |is |were )?(the |your |my )?(role|part|character)\b|who (do|did|will) i (play|read)|^who (i was|i am|i m|am i) (up for|reading|playing)"),
        (Field.OFFICE, r"^who (called|calls|brought|brings) (me|us) in\b|^who ?(s|is|was|were) (the )?(casting|cd)\b|^who casts?|(which|whose|what) (office|casting)"),
        (Field.PEOPLE, r"^who ?((s|was|were|is)\b|did i (see|meet))|read(ing)? (with|for) whom"),
        (Field.SOURCE, r"how (did )?(i|it) (get|got|hear|heard|found|find|came|come)|who (sent|got|submitted)"),
        (Field.PLACE, r"^where (was|is|did|do)"),
        (Field.DATE, r"^when (was|is|did|do)|^what (day|date)"),
        (Field.FORMAT, r"^(is|was) (it|this) .*\b(tape|selftape|in person|zoom|online|remote|virtual)\b"),
        (Field.RATE, r"how much|what .*pay"),
        (Field.NOTES, r"how (did|do) (i|it|you) feel|my thoughts|how it felt|to remember"),
    )
)  # fmt: skip
_READ = frozenset(
    "audition auditions aud read reading call casting session tape appointment interview seen taped sung danced given attended".split()
)
_WORK = frozenset(
    "project production show film movie play musical series gig spot campaign product piece media medium work "
    "opera commercial game tv".split()
)
_PART_WORDS = frozenset("role part character track".split())
_SORT = frozenset("type kind category sort format method mode genre style".split())
_DAY = frozenset("date day when on dates at".split())
_HOUR = frozenset("time hour".split())
_NAME = frozenset("name title".split())
_TOLD = frozenset(
    "status result results outcome verdict state progress stage reached furthest ended standing".split()
)
_SENT_OFF = frozenset(
    "submitted submission applied application apply pitched emailed submit".split()
)
_ANSWERED = frozenset(
    "response reply replied answer answered heard result notified decision responded".split()
)
_AGAIN = frozenset("callback recall cb callbacks recalls called recalled back call".split())
_GOT = frozenset("booked booking offer offered hired contracted".split())
_ASKED = frozenset(
    "request requested received recd rec d rcvd asked invited invitation invite".split()
)
_BY = frozenset("due deadline".split())
_OFF = frozenset("sent uploaded delivered returned".split())
_RECORDED = frozenset(
    "tape self selftape sample demo video audio recording file mp3 read audition reel clip test slate".split()
)
_COMBINED: Final[tuple[tuple[Field, int, tuple[frozenset[str], ...]], ...]] = (
    (Field.FORMAT, 70, (_READ, _SORT)),
    (Field.MEDIUM, 70, (_WORK, _SORT)),
    (Field.SIZE, 70, (_PART_WORDS, _SORT)),
    (Field.CALLBACK_ON, 75, (_AGAIN, _DAY)),
    (Field.BOOKED_ON, 75, (_GOT, _DAY)),
    (Field.SUBMITTED, 75, (_SENT_OFF, _DAY)),
    (Field.RECEIVED, 75, (_ASKED, _DAY)),
    (Field.HEARD_ON, 75, (_ANSWERED, _DAY)),
    (Field.DUE, 75, (_BY, _DAY | _HOUR | _RECORDED)),
    (Field.SENT, 75, (_OFF, _RECORDED, _RECORDED | _DAY)),
    (Field.DATE, 75, (_READ, _DAY | _HOUR, _DAY)),
    (Field.TIME, 75, (_READ, _HOUR)),
    (Field.CALLBACK_TIME, 80, (_AGAIN | frozenset({"second", "2nd"}), _HOUR)),
    (Field.RESULT, 70, (_TOLD, _READ | _WORK | _PART_WORDS | frozenset({"round", "far", "current", "final", "my", "now", "latest", "last", "where", "application", "pipeline", "submission", "so", "casting"}))),
    (Field.PROJECT, 70, (_WORK, _NAME | _WORK)),
    (Field.PROJECT, 65, (frozenset({"position", "job", "opening", "vacancy"}), _NAME | _WORK)),
    (Field.ROLE, 70, (_PART_WORDS, _NAME | _PART_WORDS)),
    (Field.PLACE, 70, (frozenset("location venue address place studio room".split()), _READ | _NAME)),
    (Field.OFFICE, 70, (
        frozenset("casting cd".split()), frozenset("office company agency house team firm name studio".split()),
    )),
)  # fmt: skip
"""Fields of headings made of words of each of these groups, and of no other."""

_STOPS: Final = frozenset(
    "1st first initial the a an of my i for and or name info your s is der die das des el la los las le les "
    "du un una want wanted".split()
)
_BRACKETED: Final = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
_PARTS: Final = re.compile(r"[/,&|+]|\b(?:or|and|und|oder|y|et)\b")
_LIST: Final = re.compile(r"[/,|]|\bor\b")
_LISTS: Final = {
    Field.MEDIUM: medium_in, Field.FORMAT: format_in, Field.UNION: union_in, Field.KIND: kind_in,
}  # fmt: skip
_MONEY: Final = re.compile(r"[\s?]*[$£€¥💰💵💶💷💲][\s$£€¥💰💵💶💷💲/?]*")
_CURRENCY: Final = re.compile(r"[$£€¥]")
_SPENT: Final = frozenset(
    "parking gas uber food hotel train app application spent cost costs expense expenses owed taxes tax mileage travel".split()
)
_ADVERTISERS: Final = re.compile(
    r"\b(?:ad|advertising|creative) agency\b|\bagency ?(?:/|&|and|or) ?(?:prod|client|brand)", re.I
)
"""Headings of an agency that does not represent the actor."""
_NUMBER_OF: Final = re.compile(r"#|\b(?:no\.|nr\.?|number|id)\s*$", re.IGNORECASE)
_NUMBERED: Final = frozenset({Field.PROJECT, Field.KIND})
_NAMED: Final = re.compile(
    r"(?!(?:contact|owner|first|last|middle|full|user|file|reader|teacher|coach|stage|your|sheet|tab)\b)"
    r"\w+ (?:name|title)"
)
"""Headings such as "Deal name", which name the project if nothing else does."""
_CALLBACK: Final = re.compile(r"\bc/b\b", re.IGNORECASE)
_CAMEL: Final = re.compile(r"(?<=[a-z\d])(?=[A-Z])")


def heading_key(heading: str) -> str:
    """Return a heading in plain words: "castingOffice", "CASTING_OFFICE:" are "casting office"."""
    apart = _CAMEL.sub(" ", heading) if not heading.isupper() else heading
    apart = _CALLBACK.sub("cb", apart)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(apart)).split())


def meanings(heading: str) -> dict[Field, int]:
    """Return the fields that a heading may name, each with how sure that is, from 1 to `SURE`."""
    return _meanings(heading)


@lru_cache(maxsize=4096)
def _meanings(heading: str) -> dict[Field, int]:
    heading = _CALLBACK.sub("cb", heading)
    if _MONEY.fullmatch(heading):
        return {Field.RATE: SURE}
    if _ADVERTISERS.search(heading):
        return {}
    if _CURRENCY.search(heading):
        return _money(heading)
    if _NUMBER_OF.search(heading):
        return _numbered(heading)
    bare = _BRACKETED.sub(" ", heading).strip() or heading
    whole, first = _known(heading_key(heading)), _known(heading_key(bare))
    if whole and bare != heading and first:  # "Role (size)" may be either
        return {field: weight * _PART // SURE for field, weight in first.items()} | whole
    if Field.SIZE in whole and Field.ROLE in _known(heading_key(bare.partition("/")[0])):
        return {Field.ROLE: _PART} | whole  # "Role / size"
    if (whole or first) and not _begins_with_project(bare):
        return whole or first
    if listed := _listed(bare):
        return listed
    found: dict[Field, int] = {}
    for place, part in enumerate(_PARTS.split(fold(_CAMEL.sub(" ", bare)))):
        key = heading_key(part)
        for field, weight in (_known(key) or _combined(_word_set(key))).items():
            found[field] = max(found.get(field, 1), (weight * _PART) // SURE - place)
    if found:
        return found
    key = heading_key(bare)
    if _NAMED.fullmatch(key):
        return {Field.PROJECT: 30}
    asked = {field: _QUESTION for field, words in _QUESTIONS if words.search(key)}
    return asked or _combined(_word_set(key)) or _close(key)


def _begins_with_project(heading: str) -> bool:
    """Whether a heading names the project and something else: "Project Name/Type"."""
    if heading_key(heading) in _table():
        return False
    part, *others = _PARTS.split(fold(heading))
    key = heading_key(part)
    return bool(others) and Field.PROJECT in (_known(key) or _combined(_word_set(key)))


def _numbered(heading: str) -> dict[Field, int]:
    """Return the fields of a number: "Project #" names a project only if nothing else does."""
    named = _NUMBER_OF.sub(" ", heading).strip()
    found = _meanings(named) if named else {}
    return {f: 1 if f is Field.PROJECT else SURE for f in found if f in _NUMBERED}


def _money(heading: str) -> dict[Field, int]:
    """Return the field of a heading with a sign of money: "Session $", but not "$ spent"."""
    words = _word_set(heading_key(heading))
    known = _known(heading_key(heading))
    if known.keys() & {Field.RATE, Field.USAGE, Field.BOOKED_ON}:
        return known
    return {} if words & _SPENT else {Field.RATE: _PART}


def _listed(heading: str) -> dict[Field, int]:
    """Return the field of a heading that lists what may stand below it: "TVC/TV/Film"."""
    parts = [part for part in _LIST.split(heading) if part.strip()]
    if len(parts) < 2 or all(_known(heading_key(part)) for part in parts):
        return {}  # "Musical/Play" names a show
    return {field: _PART for field, read in _LISTS.items() if all(map(read, parts))}


def _known(key: str) -> dict[Field, int]:
    return _table().get(key) or _table_by_words().get(_word_set(key)) or {}


def _combined(words: frozenset[str]) -> dict[Field, int]:
    return {
        field: weight
        for field, weight, groups in reversed(_COMBINED)
        if len(words) > 1
        and words <= frozenset().union(*groups)
        and all(words & group for group in groups)
    }


def _word_set(key: str) -> frozenset[str]:
    return frozenset(key.split()) - _STOPS


@cache
def _table() -> dict[str, dict[Field, int]]:
    table: dict[str, dict[Field, int]] = {}
    for field, words in _WORDS.items():
        for word in words.split("|"):
            key = heading_key(word)
            table.setdefault(key, {})[field] = _WEIGHTS.get((field, word), SURE)
    for field, also in _ALSO.items():
        for word, weight in also.items():
            table.setdefault(heading_key(word), {}).setdefault(field, weight)
    for field in Field:  # a field's own name is always a heading of it
        table.setdefault(heading_key(field.value), {}).setdefault(field, SURE)
    return table


@cache
def _table_by_words() -> dict[frozenset[str], dict[Field, int]]:
    by_words: dict[frozenset[str], dict[Field, int]] = {}
    for key, found in _table().items():
        words = _word_set(key)
        if words:
            by_words.setdefault(words, found)
    return by_words


def _close(key: str) -> dict[Field, int]:
    """Return the fields of a heading that is spelled nearly the same, such as "Charactor"."""
    if len(key) < 5 or key in _NOT_MISSPELLED:
        return {}
    from rapidfuzz import fuzz, process

    found = process.extractOne(key, list(_table()), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    if found is None or len(found[0].split()) != len(key.split()):
        return {}
    return {field: weight * _CLOSE // SURE for field, weight in _table()[found[0]].items()}


_NOT_MISSPELLED: Final = frozenset({"contact", "contacts", "model", "models"})
"""Headings that are words of their own, although a known one is spelled nearly the same."""


def known_headings() -> dict[Field, tuple[str, ...]]:
    """Return the headings of each field, for the actor to see."""
    return {field: tuple(words.split("|")) for field, words in _WORDS.items()}
