"""Tells who is who in an invitation: the actor, the casting office, the agent, the platform."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.domain.base_classes import Value
from callbacktui.domain.text import fold
from callbacktui.exchange.invitation.clauses import Clause, join_lines, straight
from callbacktui.exchange.invitation.labels import KNOWN, labelled
from callbacktui.exchange.invitation.letters import Letter

UP: Final = "A-Z\u00c0-\u00d6\u00d8-\u00de"
_NAME: Final = rf"[{UP}][\w'.\u00c0-\u00ff-]*(?: (?:(?:&|and|de|la|van|von|of|the|\+) )?[{UP}][\w'.\u00c0-\u00ff-]*){{0,4}}"
_FIRM: Final = (
    rf"[{UP}][\w'\u00c0-\u00ff/-]*(?:(?:,? (?:&|and|\+) | )[{UP}][\w'\u00c0-\u00ff/-]*){{0,4}}"
)
_OFFICE: Final = re.compile(
    rf"(?<![\w'])(?<!\d[:/.])(?P<office>(?:(?:[{UP}]\.|St\.|[{UP}0-9][\w'\u00c0-\u00ff-]*(?:/[{UP}][\w'\u00c0-\u00ff-]+)*)(?:,? (?:&|and|of|\+) | )){{1,5}}Casting(?: (?:Company|Ltd|Limited|Inc|Group|Office|Co|Associates|Studio|Partners|London|UK|NYC|LA)\b\.?)?)(?![\w-])"
    rf"|(?m:^)(?P<line>(?:[{UP}0-9&][{UP}0-9&/'.-]* ){{1,4}}CASTING)(?m:$)"
    rf"|\b[Ff]rom (?P<caps>(?:[{UP}0-9&]+ ){{1,4}}CASTING)\b(?! (?:CALL|NOTICE|NETWORKS|FRONTIER))"
)
_LEADING: Final = re.compile(
    r"^(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?[, ]+)|^(?:Hi|Hello|Dear|The|For|At|From|By|With|Thanks|Thank|And|Our|Via|Best|Love|Warmly|Regards|Cheers|Mon|Tues?|Wed|Thurs?|Fri|Today|Tomorrow|Yes|No|New|Fwd|Re|Subject|In|On|To|As|But|So|Sincerely|Kind|Please|Note|Message|Request|Audition|Callback|Casting|Self-Tape|Both|Also|When|While|Sent|Hold|Pin|If|That|This|It|Its|We|You|Your|Because|Since)\b[, ]+"
)
_NO_OFFICE: Final = {
    *("casting", "the casting", "open casting", "colour blind casting", "color blind casting"),
    *("new casting", "self tape casting", "commercial casting", "film casting", "tv casting"),
    *("street casting", "director casting"),
}
_CREDITED: Final = re.compile(
    rf"(?P<person>[{UP}][\w'.\u00c0-\u00ff-]+(?: [{UP}][\w'.\u00c0-\u00ff-]+){{1,3}}),? (?P<letters>CDG|CSA|CDA|C\.S\.A\.|C\.D\.G\.)(?![\w])"
)
_NO_OFFICE_NEXT: Final = (
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|june|july|august"
    r"|(?:septem|octo|novem|decem)ber|tb[acd]|now|still|open|closed|live|zoom|in|at|on|today|tomorrow"
    r"|very|so|not)\b"
)
_DIRECTOR: Final = re.compile(
    rf"\b(?:[Cc]asting (?:[Dd]irector|[Aa]ssociate|[Aa]ssistant)s?|CD),? (?:is |are |for (?:this|it) is )?(?P<person>[{UP}][\w'\u00c0-\u00ff-]+(?: [{UP}][\w'\u00c0-\u00ff-]+){{1,2}})"
    rf"|(?P<person2>[{UP}][\w'\u00c0-\u00ff-]+(?: [{UP}][\w'\u00c0-\u00ff-]+){{1,2}}) (?:is casting|casts|(?:is )?(?:the|our) casting director)\b"
    rf"|(?P<person6>[{UP}][\w\u00c0-\u00ff-]+(?: [{UP}][\w\u00c0-\u00ff-]+){{1,2}})'s (?:casting )?(?:office|team)\b"
    rf"|\b[Cc]ast(?:ing)? by (?P<person3>{_FIRM})"
    rf"|\bCD(?: is|:| -) (?P<person5>{_FIRM})"
    rf"|\b[Cc]asting(?: office)?(?: is|'s)(?: with| by)? (?!{_NO_OFFICE_NEXT})(?P<person4>{_FIRM})"
)
_REP_FIRM: Final = re.compile(
    rf"(?<![\w'])(?P<firm>(?:[{UP}][\w'.\u00c0-\u00ff-]*(?:,? (?:&|and|\+) | )){{1,4}}(?:Talent(?: (?:Agency|Group|Management))?|Artists(?: (?:Agency|Management))?|Agency|Associates|Management|Mgmt|Agents|Theatrical|Entertainment|Representation|Personal Management|Actors'? Agency|Models))(?![\w])"
)
_MANAGES: Final = re.compile(r"\b(?:manager|management|mgmt|mgr|managers)\b", re.IGNORECASE)
_TEXT_HEAD: Final = re.compile(
    rf"^(?P<who>[{UP}][\w' .-]{{0,30}}?) ?[(\[/|,-]? ?(?P<what>mgr|manager|mgmt|agent|agt)[)\]]? ?[:>-] ?",
    re.IGNORECASE,
)
_OF_REP: Final = re.compile(
    rf"\b(?P<what>[Aa]gent|[Mm]anager|[Rr]ep(?:resentative)?|[Aa]gency|[Mm]anagement)(?:,? |: |, at )(?P<who>{_NAME})"
    rf"|(?P<who2>{_NAME}),? \(?(?:who is )?your (?P<what2>agent|manager|rep)\b"
)
_APPLIED: Final = re.compile(
    r"\b(?:you(?:'ve| have)? (?:self-?)?(?:applied|submitted(?: yourself)?)|your (?:application|self-submission|submission)|thank(?:s| you) for (?:applying|submitting|your (?:submission|application)))\b",
    re.IGNORECASE,
)
PLATFORMS: Final = (
    *("Eco Cast", "Actors Access", "Casting Networks", "Casting Frontier", "Spotlight", "Backstage"),
    *("Mandy", "Breakdown Services", "Breakdown Express", "Cast It Talent", "Castit Talent", "Cast It"),
    *("Casting Workbook", "StarNow", "WeAudition", "Tagmin", "Casting Society", "LA Casting"),
    *("NYCasting", "Casting Crane", "e-TALENTA", "Casting Now", "Showcast", "Altered Casting"),
    *("Project Casting", "Stage 32", "Voices.com", "Voice123", "AllCasting", "Central Casting"),
    *("Casting Calls America", "IMDbPro", "Filmmakers", "Castupload", "Equity Jobs Board", "Playbill"),
    *("StageAgent", "ShowmeCast"),
)  # fmt: skip
_PLATFORM: Final = re.compile(
    rf"(?<![\w-])({'|'.join(map(re.escape, PLATFORMS))})\b(?!(?<=\.com)\.\w)", re.IGNORECASE
)
_MACHINE: Final = re.compile(
    r"no-?reply|do-?not-?reply|donotreply|notif|notice|alerts?@|mailer|automated|updates?@|support@|hello@|invites?@|system@|bounce|messages?@|requests?@",
    re.IGNORECASE,
)
_NAMED_FIRST: Final = re.compile(rf"(?P<who>[{UP}][\w'-]+(?: [{UP}][\w'-]+){{0,2}})(?:,|!+| -) ")
_TO_COME: Final = r"(?:new )?(?:appt|appointment|audition|callback|recall|self[- ]?tape|zoom)\b"
_NO_NAME: Final = re.compile(
    r"(?:Hi|Hello|Quick|Lovely|Great|Good|Happy|Sorry|Thanks|Yes|Big|Well|Ok|Okay|Hey)\b"
)
_CHECKED: Final = re.compile(rf"\b[Aa]vail\w* (?:check )?(?:on|of|for) ([{UP}]\. ?[{UP}][\w'-]+)")
"""Whose availability is asked for: "pls check avail on K. Miller"."""

_FOR_BRAND: Final = re.compile(
    r"\b(?:commercial|spots?|VO|voice-?over|print|stills|industrial|corporate|training|e-?comm|usage|buyout|radio)\b|:(?:15|30|60)\b",
    re.IGNORECASE,
)
_SIGNED: Final = 6
_SHORT: Final = 60
"""No line of a signature is longer."""


class People(Value, frozen=True, kw_only=True):
    """Who is who; `actors` are the names by which the actor is addressed."""

    actors: tuple[str, ...] = ()
    office: str = ""
    office_words: str = ""
    offices: tuple[str, ...] = ()
    rep: str = ""
    rep_words: str = ""
    source: str = ""
    source_words: str = ""
    platform: str = ""
    names: tuple[str, ...] = ()

    def is_known(self, name: str) -> bool:
        """Whether a name is that of somebody here, so that it is neither role nor project."""
        said = fold(name)
        return any(said == fold(known) or said in fold(known).split() for known in self.names)


def find_people(letters: tuple[Letter, ...], clauses: tuple[tuple[Clause, ...], ...]) -> People:
    """Return who is who in the letters, the newest first."""
    whole = tuple(clause for some in clauses for clause in some)
    actors = _actors(letters, whole)
    platform = _platform(letters)
    offices, office_words = _offices(letters, clauses, platform)
    rep, rep_words, source = _rep(letters, clauses, offices, platform)
    text = "\n".join(clause.text for clause in whole)
    if not source and (applied := _APPLIED.search(text)):
        source, source_words = "self", applied[0]
    else:
        source_words = rep_words
    senders = [name for letter in letters if (name := letter.name)]
    names = {*actors, *offices, *senders, rep, platform, *_credited(whole), *_signatures(letters)}
    names |= {word for name in (*actors, *senders) for word in name.split() if len(word) > 2}
    return People(
        actors=actors,
        office=offices[0] if len(offices) == 1 else "",
        offices=tuple(offices),
        office_words=office_words,
        rep=rep,
        rep_words=rep_words,
        source=source,
        source_words=source_words,
        platform=platform,
        names=tuple(sorted(name for name in names if name)),
    )


def is_for_brand(clauses: Iterable[Clause]) -> bool:
    """Whether the work is for a brand, so that "Client:" is that; else it is an agent's actor."""
    return any(_FOR_BRAND.search(f"{clause.label}: {clause.text}") for clause in clauses)


def _actors(letters: tuple[Letter, ...], clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    found: list[str] = []
    outer = letters[0]
    to = re.sub(r"<?[\w.+-]+@[\w.-]+>?", "", outer.to).strip(" \"'<>,")
    found += [to] if to else []
    found += [clause.text for clause in labelled(clauses, "talent") if len(clause.text) < 50]
    if not is_for_brand(clauses):
        found += [one.text for one in labelled(clauses, "client") if len(one.text) < 50]
    found += [name[1] for clause in clauses for name in _CHECKED.finditer(clause.text)]
    for letter in letters[:1]:
        first = straight(letter.text).lstrip()[:300]
        hail = rf"(?:Hi|Hello|Hey|Dear|Hiya|Good (?:morning|afternoon|evening)|Morning|Happy \w+),? (?P<who>[{UP}][\w'-]+(?: [{UP}][\w'-]+)?)(?:[!,.:\u2013-]| - |\s*(?:\n|$))"
        if found_name := re.search(hail, first):
            found.append(found_name["who"])
        elif has_one := re.match(rf"(?P<who>{_NAME}) has (?:an? )?{_TO_COME}", first):
            found.append(has_one["who"])
        elif (named := _NAMED_FIRST.match(first)) and not _NO_NAME.match(named["who"]):
            found.append(named["who"])
    return tuple(dict.fromkeys(name.strip() for name in found if name.strip()))


def _platform(letters: tuple[Letter, ...]) -> str:
    """Return the platform that sent the mail: a known one, or the machine in the head."""
    outer = letters[0]
    first = next((line for line in join_lines(outer.text, KNOWN) if line), "")
    own = f"{outer.sender}\n{outer.subject}\n{first if len(first) < 60 else ''}"
    if found := _PLATFORM.search(own):
        return _spelled(found[1])
    for line in straight(outer.text).split("\n")[-6:]:
        found = _PLATFORM.search(line)
        if found and (
            "\u00a9" in line or (len(line) < 50 and not re.search(r"\d|Studio|Room", line))
        ):
            return _spelled(found[1])
    if _MACHINE.search(outer.sender) and outer.name and not _MACHINE.search(outer.name):
        return (
            ""
            if re.search(r"\bCasting$", outer.name) and "notif" not in outer.sender
            else outer.name
        )
    head = re.split(r" [-|:] ", first)[0].strip()
    told = re.search(
        r"\byou have\b|\bnew (?:self|message|request|audition|invit)|\brequest\b|\binvit",
        outer.text[:400],
        re.IGNORECASE,
    )
    if (
        not outer.sender
        and told
        and re.fullmatch(rf"[{UP}][\w&+.]*(?: [{UP}][\w&+.]*){{0,2}}", head)
    ):
        hail = re.match(r"(?:Hi|Hello|Dear|Self|New|You|Subject|Audition|Callback)\b", head)
        is_hailed = re.match(r"[\W_]*[a-z]", first[len(head) :])  # "Noor - you have an audition"
        return "" if hail or is_hailed or head.isupper() else head
    return ""


def _spelled(name: str) -> str:
    return next(known for known in PLATFORMS if known.lower() == name.lower())


def _offices(
    letters: tuple[Letter, ...], clauses: tuple[tuple[Clause, ...], ...], platform: str
) -> tuple[list[str], str]:
    """Return the casting offices named, and the words of the first."""
    whole = [clause for some in clauses for clause in some]
    for field in ("office", "director"):
        found = [_plain_office(c.text) for c in labelled(whole, field)]
        found = [
            name for name in found if name and not _is_platform(name, platform) and len(name) < 70
        ]
        if found:
            only = list(dict.fromkeys(found))
            return (only[:1] if field == "director" else only), only[0]
    places = [f"{letter.name}\n{straight(letter.subject)}\n{_joined(letter)}" for letter in letters]
    for text in places:
        named: dict[str, str] = {}
        for match in _OFFICE.finditer(text):
            name = _without_lead(match["office"] or match["line"] or match["caps"])
            if (
                len(name.split()) > 1
                and fold(name) not in _NO_OFFICE
                and not _is_platform(name, platform)
            ):
                named.setdefault(fold(name), name)
        kept = _longest(list(named.values()))
        signed = [name for name in kept if _is_signed(name, letters)]
        if len(kept) > 1 and len(signed) == 1:
            kept = signed
        if kept:
            return kept, kept[0]
    for text in places:
        people = [match["person"] for match in _CREDITED.finditer(text)]
        named_so = _DIRECTOR.finditer(text)
        people += [_plain_office(next(filter(None, match.groups()))) for match in named_so]
        people = list(dict.fromkeys(people))
        if people:
            return people, people[0]
    return [], ""


def _is_signed(office: str, letters: tuple[Letter, ...]) -> bool:
    """Whether an office signs a letter: the place of a read may be called "Casting", too."""
    for letter in letters:
        lines = [fold(line) for line in join_lines(letter.text, KNOWN) if line]
        if any(fold(office) in line and len(line) < len(office) + 30 for line in lines[-4:]):
            return True
    return False


def _joined(letter: Letter) -> str:
    return "\n".join(join_lines(letter.text, KNOWN))


def _without_lead(name: str) -> str:
    before = ""
    while name != before:
        before, name = name, _LEADING.sub("", name)
    return name.strip()


def _longest(names: list[str]) -> list[str]:
    """Leave out a name that is only the end of a longer one."""
    return [
        n for n in names if not any(n != m and fold(m).endswith(f" {fold(n)}") for m in names)
    ] or names


def _plain_office(said: str) -> str:
    name = re.split(r" - | \(|\s\||, (?:CSA|CDG|CDA)\b|; |\. |https?:| \d", said)[0]
    name = re.sub(r"(\bCasting), .*$", r"\1", name)  # who of the office it is
    name = re.sub(r",? (?:CSA|CDG|CDA|C\.S\.A\.)$", "", name.strip())
    return name.strip(" ,.")


def _is_platform(name: str, platform: str) -> bool:
    return fold(name) == fold(platform) or bool(_PLATFORM.fullmatch(name))


def _credited(clauses: Iterable[Clause]) -> list[str]:
    """Return the people named by their work: they play no role."""
    found: list[str] = []
    work = rf"(?:directed|written|produced|created|cast) by (?P<a>{_NAME})|(?P<b>{_NAME}),? (?:who (?:directs|is directing|wrote|produces|runs|casts)|is directing|directs|directing|reads with|will read|is reading|as reader|producing|\(?director\)?|the director)"
    for clause in clauses:
        found += [match["a"] or match["b"] for match in re.finditer(work, clause.text)]
        if re.search(
            r"\bdirector\b|\bproducer\b|\breader\b|\bwriter\b", clause.label, re.IGNORECASE
        ):
            found.append(clause.text)
    return found


def _signatures(letters: tuple[Letter, ...]) -> list[str]:
    """Return the names under the letters."""
    found = []
    shape = re.compile(rf"(?:[{UP}][\w'.-]*)(?: [{UP}][\w'.-]*){{0,2}}(?: x+)?")
    for letter in letters:
        lines = [line for line in join_lines(letter.text, KNOWN) if line]
        signed = lines[-_SIGNED:] if len(lines) > 3 else []
        ended = [n for n, line in enumerate(signed, 1) if line.endswith((".", "!", "?"))]
        signed = signed[ended[-1] :] if ended else signed  # what is after the last sentence
        found += [re.sub(r" x+$", "", line) for line in signed if shape.fullmatch(line)]
    return found


def _rep(
    letters: tuple[Letter, ...],
    clauses: tuple[tuple[Clause, ...], ...],
    offices: list[str],
    platform: str,
) -> tuple[str, str, str]:
    """Return the agent or manager, the words that say so, and which of both they are."""
    outer, own = letters[0], clauses[0]
    lines = [line for line in join_lines(outer.text, KNOWN) if line]
    if head := _TEXT_HEAD.match(lines[0] if lines else ""):
        manages = head["what"].lower().startswith(("m",))
        return head["who"].strip(), head[0].strip(), "manager" if manages else "agent"
    for clause in labelled(own, "rep"):
        manages = _MANAGES.search(f"{clause.label} {clause.text}")
        return _plain_office(clause.text), clause.text, "manager" if manages else "agent"
    text = "\n".join(lines)
    if found := _OF_REP.search(text):
        who, what = found["who"] or found["who2"], found["what"] or found["what2"]
        if re.search(r"\byour\b", text[max(0, found.start() - 6) : found.end()], re.IGNORECASE):
            return (
                who.strip(" ,."),
                found[0],
                "manager" if what.lower().startswith("manag") else "agent",
            )
    is_machine = bool(platform) or bool(_MACHINE.search(outer.sender))
    signed = " \n".join([outer.name, *lines[-_SIGNED:]])
    firm = next(
        (m for m in _REP_FIRM.finditer(signed) if not re.search(r"\bCasting\b", m["firm"])), None
    )
    passes_on = len(letters) > 1 and outer.is_forwarded
    if firm and not is_machine and (passes_on or not _speaks_as_office(outer, offices, lines)):
        manages = _MANAGES.search("\n".join(x for x in signed.split("\n") if len(x) < _SHORT))
        name = (
            outer.name
            if outer.name and not _REP_FIRM.search(outer.name) and "@" not in outer.name
            else ""
        )
        who = name or re.sub(r"\s*\(.*?\)", "", firm["firm"]).strip()
        return who, firm["firm"], "manager" if manages else "agent"
    if outer.name and not is_machine and not re.search(r"\bcasting\b", outer.sender, re.IGNORECASE):
        third = passes_on or (offices and not _speaks_as_office(outer, offices, lines))
        if third and not any(fold(office) == fold(outer.name) for office in offices):
            manages = _MANAGES.search(f"{outer.sender} {signed}")
            return outer.name, outer.sender, "manager" if manages else "agent"
    return "", "", ""


def _speaks_as_office(letter: Letter, offices: list[str], lines: list[str]) -> bool:
    """Whether a letter comes from the casting office itself: its address, or its signature."""
    if "cast" in letter.address.partition("@")[2]:
        return True
    signed = [fold(line) for line in lines[-3:]]
    for office in offices:
        name = fold(office)
        if fold(letter.name) == name or fold(letter.name).startswith(name):
            return True
        if any(
            name in line
            and len(line) < len(name) + 40
            and not re.search(r"[.?!]", line.replace(name, ""))
            for line in signed
        ):
            return True
    return False
