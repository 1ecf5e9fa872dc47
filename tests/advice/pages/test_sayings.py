"""One sentence at a time: who says it, and that nobody says what was only quoted."""

import pytest

from callbacktui.advice.pages import cast, quote_attribution
from callbacktui.advice.pages.named_people import Mention, find_people
from callbacktui.advice.pages.parser import parse_page

SAID: list[tuple[str, str, str]] = [
    (
        "The casting director of that play, Lionel Marsh, forgot it. “I was wrong,” he says.",
        "Lionel Marsh",
        "casting director",
    ),
    ("Her agent of two decades, Pia Dun, agrees: “Busy is a smell.”", "Pia Dun", "agent"),
    ("A friend of the director of that play, Bo Lind, says, “I was there.”", "Bo Lind", ""),
    (
        (
            "“If the lead is 6\u20194”, then the sister cannot be 5\u20192”,” "
            "explains Michael Sander, a casting associate."
        ),
        "Michael Sander",
        "casting associate",
    ),
    (
        "Denise, an actor on a podcast about pilots, recalled, “They had promised it to a niece.”",
        "Denise",
        "actor",
    ),
    (
        "As Jess Tyler Fern once said, “I lost that one, and six months later they rang.”",
        "Jess Tyler Fern",
        "",
    ),
    (
        (
            "“It\u2019s not a rejection,” casting agent Risa Bram Gray explains. "
            "“It\u2019s a turn in the road.”"
        ),
        "Risa Bram Gray",
        "casting agent",
    ),
    (
        "Renowned acting coach Marge Haber reminds her students: “Did I listen?”",
        "Marge Haber",
        "acting coach",
    ),
    (
        (
            "Viola Dane, now an Oscar winner, went years without one. “I was "
            "invisible,” she said in an interview. “I kept my coat on.”"
        ),
        "Viola Dane",
        "",
    ),
    (
        "Veteran casting director Marci Loft, known for E.T., says, “Each no is a step.”",
        "Marci Loft",
        "veteran casting director",
    ),
    (
        (
            "His manager, Sam Nells, asked. “They said he did not read old "
            "enough,” Nells says, “and it brought us peace.”"
        ),
        "Sam Nells",
        "manager",
    ),
    (
        (
            "“Maybe you\u2019re being kept free for something better,” "
            "Emmy-nominated actor Brian T. Henley likes to remind people."
        ),
        "Brian T. Henley",
        "actor",
    ),
    ("Bryan Crane famously said, “Your job is the audition.”", "Bryan Crane", ""),
    ("“The job,” Bryan Crane has often said, “is the audition.”", "Bryan Crane", ""),
    (
        "Actor and teacher Luis Ortega says: “Take the second breath.”",
        "Luis Ortega",
        "actor and teacher",
    ),
    (
        "Casting Director Jen Rude told Backstory, “There are countless reasons.”",
        "Jen Rude",
        "casting director",
    ),
    (
        "Jen Rude (casting director, New York): “There are countless reasons.”",
        "Jen Rude",
        "casting director",
    ),
    (
        "“There are countless reasons.” — Jen Rude, CSA, Casting Director",
        "Jen Rude",
        "casting director",
    ),
    (
        (
            "In her book, casting director Jen Rude writes that “most of it is "
            "arithmetic,” and she shows her sums."
        ),
        "Jen Rude",
        "casting director",
    ),
    (
        (
            "Lisa Lund, a casting director, keeps files. “Not today,” she says of "
            "the ones she liked, “but I remember.”"
        ),
        "Lisa Lund",
        "casting director",
    ),
    (
        "“Not today,” said the casting director, Lisa Lund. “But I remember.”",
        "Lisa Lund",
        "casting director",
    ),
    (
        "“I was told I wasn\u2019t pretty enough,” Meryl Strand recalled on a chat show in 2015.",
        "Meryl Strand",
        "",
    ),
    (
        "According to voice coach Ina Holt, \u2018the breath comes first\u2019.",
        "Ina Holt",
        "voice coach",
    ),
    ("“The breath comes first,” according to voice coach Ina Holt.", "Ina Holt", "voice coach"),
    (
        "Ina Holt, voice coach at a drama school in Wales, adds that “the breath comes first.”",
        "Ina Holt",
        "voice coach",
    ),
    (
        "“Sleep,” says Dr. Mona Reyes, a psychologist.",
        "Mona Reyes",
        "psychologist",
    ),
    (
        "Broadway veteran Della Moss warned me once: “The lift is not a green room.”",
        "Della Moss",
        "",
    ),
    ("Two-time Tony winner Della Moss put it best: “Go home.”", "Della Moss", ""),
    ("Then the stage manager, Ruth, whispered, “Go.”", "Ruth", "stage manager"),
    ("Says one agent, “Send it once.”", "", "agent"),
    ("“Breakfast,” laughed Ola. “Always breakfast.”", "Ola", ""),
    (
        "I asked Della Moss what she wished she had known. “That it ends,” she said.",
        "Della Moss",
        "",
    ),
    (
        "I asked casting director Lee Roth for one word. “Rest,” he said.",
        "Lee Roth",
        "casting director",
    ),
    (
        "London-based casting director Isla Frew tweeted: “Please label your tapes.”",
        "Isla Frew",
        "casting director",
    ),
    (
        "“Please label your tapes,” pleaded London-based casting director Isla Frew.",
        "Isla Frew",
        "casting director",
    ),
    (
        "CD Mara Oz and her associate, Lee Kim, watch together. “We argue,” Kim says.",
        "Lee Kim",
        "associate",
    ),
]
NEVER = [
    "Casting agent Risa Bram Gray calls it “a turn,” not a no.",
    "Brie Lars has said that she counted “over a hundred” failed auditions.",
    "He calls the wait “the fog.” Coach Ann Leery calls it “Tuesday.”",
    "“You\u2019re too short” is what they told Meryl Strand, who is 5\u20196”.",
    "Producers may say “we\u2019ll be in touch,” which means nothing.",
    "When an agent says “avail,” ask which dates.",
    "“Next!” That was all the director said.",
    "Actor and teacher Luis Ortega believes in “the second breath.”",
    "Her mother always said, “Wear a vest.”",
    "Director Tom Ash remembers his mother saying, “Wear a vest.”",
    "The book says “listen,” and the book is right.",
    "Nobody at the office ever said “never.”",
    "Q: They said “we'll be in touch.” Will they?",
    "Question: Is “we'll be in touch” a no?",
    "Both Ina Holt and Tom Ash told me, “Sleep.”",
    "“Go home,” was Della Moss\u2019s only note.",
    "Producer-director Kay Lund\u2019s advice? “Ask twice.”",
]


def said(text: str) -> list[tuple[str, str]]:
    page = parse_page(f"A Title of the Page\n\nSome opening words of it are here.\n\n{text}")
    return [(saying.speaker, saying.trade) for saying in page.sayings]


@pytest.mark.parametrize(("text", "speaker", "trade"), SAID)
def test_saying_is_attributed_to_the_name_beside_the_trade(
    text: str, speaker: str, trade: str
) -> None:
    assert said(text) == [(speaker, trade)]


@pytest.mark.parametrize("text", NEVER)
def test_quotation_without_a_speaker_is_not_attributed(text: str) -> None:
    assert said(text) == []


def sayings_of(*paragraphs: str) -> list[tuple[str, str]]:
    page = parse_page("\n\n".join(("# The Waiting Room", "## What they told us", *paragraphs)))
    return [(saying.speaker, saying.words) for saying in page.sayings]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Coach Imre Vance says: “I sat there.", "“Nobody came.", "“So I sang.”"),
        ("“I sat there.", "“Nobody came.", "“So I sang,” says coach Imre Vance."),
        ("“I sat there.", "“Nobody came.", "“So I sang.”", "— Imre Vance, coach"),
        ('"I sat there.', '"Nobody came.', '"So I sang," says coach Imre Vance.'),
    ],
)
def test_quotation_across_paragraphs_is_one_saying(paragraphs: tuple[str, ...]) -> None:
    [(speaker, words)] = sayings_of(*paragraphs)
    assert speaker == "Imre Vance"
    assert words.rstrip(".") == "I sat there. Nobody came. So I sang"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (
            "“\u2018I sat there,\u2019 she told me.",
            "“\u2018And I sang.\u2019 That was all.”",
            "\u2018I sat there,\u2019 she told me. \u2018And I sang.\u2019 That was all.",
        ),
        (
            "“\u2018I sat there.",
            "“\u2018And I sang.\u2019 That was all.”",
            "\u2018I sat there. And I sang.\u2019 That was all.",
        ),
    ],
)
def test_nested_quotation_is_part_of_the_saying(first: str, second: str, whole: str) -> None:
    assert sayings_of(f"Coach Imre Vance says: {first}", second) == [("Imre Vance", whole)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Coach Bo Lind has a rule: “Once is plenty.”", ("Bo Lind", "Once is plenty.")),
        ("Coach Bo Lind was less sure: “Perhaps once.”", ("Bo Lind", "Perhaps once.")),
        ("The associate Priya Lunt is stricter: “Late is late.”", ("Priya Lunt", "Late is late.")),
        (
            "Agent Ned Farthing advises his clients to “ask like a person holding a door.”",
            ("Ned Farthing", "ask like a person holding a door."),
        ),
        (
            "It goes to the late Bo Lind, who liked to tell beginners that “waiting is the job.”",
            ("Bo Lind", "waiting is the job."),
        ),
        (
            "“The last look never taught anybody,” our head of acting, Bo Lind, tells us.",
            ("Bo Lind", "The last look never taught anybody"),
        ),
        (
            "When I asked director Bo Lind, he said, “Short means enough.”",
            ("Bo Lind", "Short means enough."),
        ),
        ("Coach Bo Lind shrugged. “Nobody knows.”", ("Bo Lind", "Nobody knows.")),
    ],
)
def test_speaker_without_a_plain_verb_is_found(text: str, said: tuple[str, str]) -> None:
    assert sayings_of(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Behind her stood her brother. “I am only the umbrella here,” he said.",
        "Coach Bo Lind got a letter: “You are not what we need.”",
        "Coach Bo Lind is hired: “You start on Monday.”",
        "Coach Bo Lind came. People who met Bo Lind like to tell me that “he never forgets a hat.”",
        "Coach Bo Lind advises actors not to “chase the last room you were in.”",
        "Coach Bo Lind came. When producers say “we'll see then,” Bo Lind nods.",
        "Coach Bo Lind came. When producers say “we'll see then,” Bo Lind sighs.",
        "Coach Bo Lind was less lucky: “You start on Monday.”",
        "Coach Bo Lind has a letter: “You start on Monday.”",
        "When Bo Lind says, “You start on Monday,” nobody moves.",
        "Coach Bo Lind shrugged. “Nobody knows,” the clerk had told the line.",
        "Coach Bo Lind was told by nobody to “ask like a person holding a door.”",
    ],
)
def test_words_near_a_name_are_not_given_to_it(text: str) -> None:
    assert [one for one in sayings_of(text) if one[0]] == []


def test_speaker_before_a_quotation_is_not_the_one_who_leads_the_next() -> None:
    assert sayings_of(
        "Unlike coach Bo Lind, who says “I sleep late,” coach Imre Vance says, “I get up.”"
    ) == [("Bo Lind", "I sleep late"), ("Imre Vance", "I get up.")]
    assert sayings_of(
        "Unlike coach Bo Lind, who says “never,” coach Imre Vance says, “Always be early.”"
    ) == [("Imre Vance", "Always be early.")]
    assert sayings_of("When I asked coach Bo Lind, her assistant said, “She is out.”") == []


def test_trade_is_told_by_the_title_and_by_a_clause_before_the_name() -> None:
    page = parse_page(
        "# Tea With Casting Director Bo Lind\n\n## One\n\n“Come in,” Lind says.\n\n"
        "An agent I spoke to, Cal Voss, said, “It is sums.”"
    )
    assert [(s.speaker, s.trade) for s in page.sayings] == [
        ("Bo Lind", "casting director"),
        ("Cal Voss", "agent"),
    ]


@pytest.mark.parametrize("first", ["“I sat there, says Ann Roe.", "“I sat there, Ann Roe says."])
def test_unclosed_quotation_is_not_given_to_the_next_speaker(first: str) -> None:
    assert sayings_of(first, "“I sang,” says coach Imre Vance.") == [("Imre Vance", "I sang")]


@pytest.mark.parametrize("unit", ['"(', "“a” says. ", '"a" and ', "“a” she says and "])
def test_line_full_of_quotation_marks_is_scanned_once(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who "she" is, is looked for only if it is asked, and in each sentence once."""
    read = 0

    def counting(text: str) -> list[Mention]:
        nonlocal read
        read += len(text)
        return find_people(text)

    monkeypatch.setattr(quote_attribution, "find_people", counting)
    monkeypatch.setattr(cast, "find_people", counting)
    counts = []
    for count in (400, 800):
        read = 0
        parse_page(f"# A Title\n\nBy Ann Lee\n\n{unit * count}\n")
        counts.append(read)
    assert counts[1] < 2.5 * counts[0]


def test_pronoun_far_from_the_last_name_is_not_resolved() -> None:
    far = "Bo Lind came in and " + "then it went on and " * 40
    page = parse_page(f"# A Title\n\nBy Ann Lee\n\n{far} “It is over,” she says.\n")
    assert not page.sayings


@pytest.mark.parametrize(
    "words",
    [
        "“You are too tall,” Ana Ruiz was told.",
        "Ana Ruiz was told “you are too tall for this” by a producer.",
        "In the play, Ana Ruiz says, “I am the storm and the ship.”",
        "The sign behind Ana Ruiz says, “No rehearsing at the plants.”",
        "Would Ana Ruiz say, “Wait one more week for it”?",
        "Quoting somebody, Ana Ruiz says, “Wait one more week for it.”",
        "He was “on ice” and then, as agent Ana Ruiz put it to me, “thawed.”",
        "“How did I do?” Tom Bell asked Ana Ruiz, an agent. “Ask me on Friday,” she said.",
    ],
)
def test_words_said_to_someone_are_not_attributed_to_them(words: str) -> None:
    assert ("Ana Ruiz", "Ask me on Friday") not in sayings_of(words)
    assert not [said for said in sayings_of(words) if said[0] == "Ana Ruiz"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("“Pick up,” Tom Bell remembers Ada King saying.", [("Ada King", "Pick up")]),
        ("Tom Bell was told by Ada King, “Pick up now.”", [("Ada King", "Pick up now.")]),
        (
            "According to Tom Bell, Ada King once said, “Pick up now.”",
            [("Ada King", "Pick up now.")],
        ),
        ("Tom Bell, says Ada King, “reads like rain.”", [("Ada King", "reads like rain.")]),
        (
            "“Be on time,” wrote Ada King to Tom Bell, who added, “and bring a pencil.”",
            [("Ada King", "Be on time")],
        ),
        ("“Wait,” says Ada King. “What a word,” I said.", [("Ada King", "Wait")]),
        ("“Wait,” says Ada King. “No,” said the youngest there.", [("Ada King", "Wait")]),
        (
            "“Wait,” says Ada King. “No,” said Heather Moss.",
            [("Ada King", "Wait"), ("Heather Moss", "No")],
        ),
    ],
)
def test_quotation_is_attributed_to_the_speaker_of_two(
    words: str, said: list[tuple[str, str]]
) -> None:
    assert sayings_of(words) == said


def test_speaker_between_paragraphs_is_not_taken_for_the_first() -> None:
    first = "“It is you,” says Ada King, an agent."
    assert sayings_of(first, "It rained.", "“I walked home,” she says.")[1:] == [
        ("Ada King", "I walked home")
    ]
    assert sayings_of(first, "Then Tom Bell came in.", "“A good cat,” he says.")[1:] == []
    assert sayings_of("Coach Tom Bell has a cat.", "“A good cat,” he says.") == [
        ("Tom Bell", "A good cat")
    ]


def test_block_quotation_of_two_paragraphs_is_one_saying() -> None:
    block = ("> It is not waiting.", ">", "> I know the lines.", "", "— Ada King, agent")
    page = parse_page("# A Title\n\nBy Ann Lee\n\n" + "\n".join(block) + "\n")
    assert [(one.speaker, one.words) for one in page.sayings] == [
        ("Ada King", "It is not waiting. I know the lines.")
    ]


def test_single_quotes_continue_in_the_next_paragraph() -> None:
    first = "\u2018If we go on,\u2019 says Ada King, \u2018it is because I slept."
    second = "\u2018I am better at that now.\u2019"
    assert sayings_of(first, second) == [
        ("Ada King", "If we go on, it is because I slept. I am better at that now.")
    ]
