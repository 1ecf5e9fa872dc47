"""Tips by the clock: what is overdue, within the hour, today and tomorrow."""

from typing import Final

from callbacktui.advice.tips.conditions import due, tapes
from callbacktui.advice.tips.predicates import (
    by_voice,
    callback,
    first_round,
    given,
    has_lines,
    in_a_room,
    is_class,
    later_round,
    live,
    of_kind,
    on_a_call,
    on_camera,
    on_tape,
    on_the_phone,
    open_call,
    test,
    unless,
)
from callbacktui.advice.tips.tip import Rule
from callbacktui.domain.enums import RoundKind

_NO_SIDES_DAY: Final = given(due.today, in_a_room, first_round, tapes.no_sides)

DAY: Final = (
    Rule(
        "tape-overdue", due.overdue_tape,
        "If it's ready, send it now, with one line that says it's late. If it can't be done, mark "
        "it as missed and let it go.",
        "following-up", "when-there-is-something-to-tell",
    ),
    Rule(
        "tape-sent-unmarked", due.overdue_tape,
        "If it has gone out already, mark it as sent. Then your record is right, and the wait is "
        "counted from the right day.",
        "what-to-keep-track-of", "at-the-time",
    ),
    Rule(
        "audition-gone-by", due.gone_by,
        "If you were there, mark it as done and answer the five questions. They're worth most "
        "while you still remember the room.",
        "a-ninety-second-look-back", "why-before-the-news",
    ),
    Rule(
        "audition-moved", due.gone_by,
        "If they moved it, put in the new time and who told you. If it was called off, write down "
        "what they said; it isn't a no.",
        "what-to-keep-track-of", "when-word-comes",
    ),
    Rule(
        "hour-tape", given(due.within_the_hour, on_tape, on_camera),
        "Stop filming and pick the take where you listened. Check the file name, play the link "
        "once, and send it.",
        "where-to-record-a-self-tape", "before-you-send-it",
    ),
    Rule(
        "hour-voice-tape", given(due.within_the_hour, on_tape, by_voice),
        "Listen once on headphones, from start to end. Then check the file name against the "
        "instructions, and send it.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "hour-send-it", given(due.within_the_hour, on_tape),
        "A good take that arrives is worth more than a perfect one that's late. Choose, and send.",
        "where-to-record-a-self-tape", "before-you-send-it",
    ),
    Rule(
        "hour-test", given(due.within_the_hour, test),
        "Walk in as the person they asked back. Who else is there, and what they decide, isn't "
        "your job today.",
        "what-a-callback-is", "sessions-and-tests",
    ),
    Rule(
        "hour-call", given(due.within_the_hour, on_a_call),
        "Join early, and check sound, light and your name on the screen. Keep a phone number "
        "handy in case the connection drops.",
        "doing-well-in-a-callback", "when-it-is-on-a-screen",
    ),
    Rule(
        "hour-callback", given(due.within_the_hour, later_round, live),
        "They want to see you again, so that part is done. Keep what worked, and be ready to "
        "change it.",
        "what-a-callback-is", "what-it-tells-you",
    ),
    Rule(
        "hour-phone", given(due.within_the_hour, on_the_phone),
        "Find a quiet room, plug in the phone, and stand up if that frees your voice. Lay the "
        "pages flat so they don't rustle.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "hour-no-lines", given(due.within_the_hour, live, unless(has_lines)),
        "Be there early, and sign in. Then breathe out slowly, three times: you've brought "
        "what you need.",
        "nerves-before-an-audition", "the-last-ten-minutes",
    ),
    Rule(
        "hour-room", given(due.within_the_hour, in_a_room, has_lines, unless(later_round)),
        "Stop running lines now. You know who you're talking to and what you want from them, and "
        "that's enough to walk in with.",
        "nerves-before-an-audition", "the-last-ten-minutes",
    ),
    Rule(
        "hour-breath", given(due.within_the_hour, live, has_lines),
        "Breathe out longer than you breathe in, three times. Then say your first line in your "
        "head, to somebody, and go in.",
        "nerves-before-an-audition", "the-last-ten-minutes",
    ),
    Rule(
        "callback-tape-today", given(due.today, on_tape, later_round, on_camera),
        "Match the first tape: same top, same wall, same frame. Change only what they asked you "
        "to change, and send it with time to spare.",
        "where-to-record-a-self-tape", "make-it-a-place-you-can-find-again",
    ),
    Rule(
        "tape-today", given(due.today, on_tape, on_camera),
        "Three good takes are plenty. Look at the first for light and sound, pick one, and send "
        "it with an hour to spare.",
        "where-to-record-a-self-tape", "before-you-send-it",
    ),
    Rule(
        "voice-tape-today", given(due.today, on_tape, by_voice),
        "Two takes that really differ say more than ten alike. Name the file exactly as they "
        "asked, and send it early.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "test-today", given(due.today, test),
        "Save your energy: a test can be a long wait and a full room. Play the scene to the "
        "person in front of you.",
        "what-a-callback-is", "sessions-and-tests",
    ),
    Rule(
        "call-today", given(due.today, on_a_call),
        "Test the link, the sound and the light now, not five minutes before. Then give the rest "
        "of the time to the scene.",
        "doing-well-in-a-callback", "when-it-is-on-a-screen",
    ),
    Rule(
        "callback-today", given(due.today, callback, live),
        "Read your own notes from last time before you read the pages. That's the person they "
        "want to see again.",
        "doing-well-in-a-callback", "keep-what-worked",
    ),
    Rule(
        "dance-call-today", given(due.today, of_kind(RoundKind.DANCE_CALL)),
        "Warm up before you get there, and stand where you can see. If you lose the step, keep "
        "moving and pick it up.",
        "theater-calls", "dance-calls",
    ),
    Rule(
        "singing-call-today", given(due.today, of_kind(RoundKind.SINGING_CALL)),
        "Sing your cut once today, not ten times. Mark the start, the end and the tempo so that a "
        "stranger can play it.",
        "theater-calls", "singing-calls",
    ),
    Rule(
        "open-call-today", given(due.today, open_call),
        "Bring two headshots with résumés, water, food and a book. The wait can take all day; the "
        "audition takes a minute or two.",
        "theater-calls", "the-day",
    ),
    Rule(
        "workshop-today", given(due.today, of_kind(RoundKind.WORKSHOP)),
        "Treat it as a class: try things, and write down what you hear. It isn't an audition, and "
        "it doesn't have to lead to one.",
        "how-actors-network", "casting-people-and-directors",
    ),
    Rule(
        "phone-today", given(due.today, on_the_phone),
        "Pick a quiet room with good reception. Nobody sees you, so have the pages in front of "
        "you and move as you like.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "cold-reading-today", _NO_SIDES_DAY,
        "If they hand you pages there, ask for a few minutes with them. Find out what you want "
        "from the other person, and look up.",
        "cold-reading", "the-first-few-minutes",
    ),
    Rule(
        "room-today", given(due.today, in_a_room, first_round, has_lines),
        "Check the address, how you get in, and how long it takes. Then read the scene once for "
        "sense, and leave it alone.",
        "nerves-before-an-audition", "the-day-itself",
    ),
    Rule(
        "deadline-today", given(due.today, unless(is_class)),
        "",
        "silence-after-an-audition", "the-part-that-is-yours", "Bryan Cranston",
    ),
    Rule(
        "nerves-today", given(due.today, live),
        "Being nervous is normal, and nobody in the room minds. Try telling yourself you're "
        "excited: the body hardly knows the difference.",
        "nerves-before-an-audition", "what-nerves-are",
    ),
    Rule(
        "lines-for-tomorrow", given(tapes.lines_by_tomorrow, on_camera),
        "Learn the first page and the ending well, the middle as well as you can. Then pick the "
        "take where you listened.",
        "memorizing-dialogue", "when-it-is-for-tomorrow",
    ),
    Rule(
        "tape-due-tomorrow", given(due.tomorrow, on_tape, on_camera),
        "Read the instructions once more, and film it tonight. Tomorrow is for sending it, not "
        "for one more take.",
        "where-to-record-a-self-tape", "before-you-send-it",
    ),
    Rule(
        "voice-tape-tomorrow", given(due.tomorrow, on_tape, by_voice),
        "Read the instructions twice: number of takes, slate, file name. Then record tonight, "
        "when the house is quiet.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "test-tomorrow", given(due.tomorrow, test),
        "Tonight, sleep is worth more than another run-through. Lay out what you wore, read the "
        "scene once, and stop.",
        "doing-well-in-a-callback", "the-evening-before",
    ),
    Rule(
        "call-tomorrow", given(due.tomorrow, on_a_call),
        "Try the link and the light tonight, on the machine you'll use. Write down a phone number "
        "in case the connection drops.",
        "doing-well-in-a-callback", "when-it-is-on-a-screen",
    ),
    Rule(
        "callback-tomorrow", given(due.tomorrow, callback, live),
        "Say the scene aloud once tonight, three ways, and stop while it's alive. Lay out what "
        "you wore last time.",
        "doing-well-in-a-callback", "the-evening-before",
    ),
    Rule(
        "dance-call-tomorrow", given(due.tomorrow, of_kind(RoundKind.DANCE_CALL)),
        "Pack layers and the shoes the notice asks for, and go to bed. You'll learn the "
        "combination there, like everybody else.",
        "theater-calls", "dance-calls",
    ),
    Rule(
        "singing-call-tomorrow", given(due.tomorrow, of_kind(RoundKind.SINGING_CALL)),
        "Check that your cut is as long as they asked for. One clean copy, in a binder, with "
        "pages that turn easily.",
        "theater-calls", "singing-calls",
    ),
    Rule(
        "open-call-tomorrow", given(due.tomorrow, open_call),
        "Read the notice again for what to bring and when sign-up begins. Pack the bag tonight, "
        "and go early.",
        "theater-calls", "the-day",
    ),
    Rule(
        "workshop-tomorrow", given(due.tomorrow, of_kind(RoundKind.WORKSHOP)),
        "Look up who is teaching and what they've cast. Then take one honest question along, "
        "about the work.",
        "how-actors-network", "casting-people-and-directors",
    ),
    Rule(
        "phone-tomorrow", given(due.tomorrow, on_the_phone),
        "Say the scene once over the phone to a friend tonight. You'll hear what gets lost when "
        "nobody can see you.",
        "where-to-record-a-self-tape", "when-only-your-voice-is-wanted",
    ),
    Rule(
        "room-tomorrow", given(due.tomorrow, in_a_room, first_round, has_lines),
        "Lay out your clothes tonight, and look up the door and not just the street. Then say the "
        "scene aloud once, to somebody.",
        "nerves-before-an-audition", "the-day-before",
    ),
    Rule(
        "bag-tomorrow", given(due.tomorrow, live, unless(has_lines)),
        "Put what you need by the door tonight: clothes, water, the address. Then spend the "
        "evening on something else.",
        "late-ill-or-unable-to-come", "what-to-have-ready",
    ),
    Rule(
        "nerves-tomorrow", given(due.tomorrow, live, has_lines),
        "Decide tonight how you'll spend the last ten minutes. Phone off, a slow breath out, your "
        "first line: then nerves have less to do.",
        "nerves-before-an-audition", "the-last-ten-minutes",
    ),
)  # fmt: skip
"""Tips on what is overdue, within the hour, today and tomorrow, the most particular first."""
