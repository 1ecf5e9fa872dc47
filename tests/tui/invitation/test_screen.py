"""An invitation on screen: from the clipboard, a paste or a file to an audition that is kept."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.text import Text
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Stage
from callbacktui.exchange.invitation.reading_result import Reading
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.invitation.paste_screen import DRAFT, NOT_ONE, MailEntry, PasteScreen
from callbacktui.tui.invitation.review_state import KIND, Review
from callbacktui.tui.invitation.screen import FieldList, InvitationScreen, MailText
from callbacktui.tui.theme.styles import Styles
from tests.factories import NOW, asked, audition, moment, present
from tests.tui.actions import seen, until
from tests.tui.conftest import MakeApp
from tests.tui.host_app import HOSTILE
from tests.tui.invitation.test_review_state import MAIL
from tests.tui.sample_desks import SEVERAL, settled, shown, trouble, typed

CANCELLED = """Subject: Cancelled: HAMLET (Ophelia)

Your audition for the role of OPHELIA in HAMLET on Tuesday December 1, 2026, 3:15pm ET is cancelled.

Casting: Telsey Office
"""
NO_ZONE = MAIL.replace(" ET", "").replace(", New York", "")
MAILS = Path(__file__).parents[2] / "exchange" / "invitation" / "data" / "given"
TWO_ROLES = (MAILS / "17-two-roles-summer-cst.txt").read_text("utf-8")
NEWSLETTER = (MAILS / "21-workshop-newsletter.txt").read_text("utf-8")


@pytest.fixture
def clip(monkeypatch: pytest.MonkeyPatch) -> "Clip":
    clip = Clip()
    monkeypatch.setattr("callbacktui.clipboard.read_clipboard", lambda: clip.text)
    return clip


class Clip:
    """What is on the clipboard."""

    text = ""


def drawn(app: CallbackApp) -> str:
    rows = app.screen.query_one(FieldList)
    return "\n".join("".join(s.text for s in rows.drawn(n)) for n in range(rows.line_count))


def words(app: CallbackApp, id_: str) -> str:
    return str(app.screen.query_one(id_, Static).content)


def added(app: CallbackApp) -> list[Audition]:
    known = {one.id for one in SEVERAL}
    return [one for one in app.session.ledger.all() if one.id not in known]


async def opened(pilot: Pilot[None]) -> None:
    """Open the dialog for an invitation on the desk."""
    await shown(pilot)
    await pilot.press("i")
    await until(pilot, PasteScreen)


async def pasted(pilot: Pilot[None], text: str) -> None:
    """Paste a text into the dialog, and wait until it is read."""
    await opened(pilot)
    pilot.app.post_message(Paste(text))
    await until(pilot, InvitationScreen)


async def test_clear_mail_is_saved_with_two_keys(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), MAIL
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        assert "OPHELIA" in drawn(app)
        assert "Not said in this mail" in drawn(app)
        await pilot.press("ctrl+s")
        await settled(pilot)
        [new] = added(app)
        assert (new.role, new.office, new.stage) == ("OPHELIA", "Telsey Office", Stage.REQUESTED)
        assert app.session.drafts.all() == []
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.cursor == new.id
        await pilot.press("u")
        await settled(pilot)
        assert added(app) == []


async def test_mail_with_an_open_zone_is_saved_with_six_keys(make_app: MakeApp, clip: Clip) -> None:
    before = audition(rounds=(asked(at=moment(-30, 15, "America/Los_Angeles")),), role="Gertrude")
    app, clip.text = make_app([*SEVERAL, before]), NO_ZONE
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        assert app.screen.query_one(FieldList).here.field == "at"
        assert "no zone said" in drawn(app)
        await pilot.press("enter")
        await until(pilot, ChoiceDialog)
        await pilot.press("j", "enter")
        await until(pilot, InvitationScreen)
        await pilot.press("ctrl+s")
        await settled(pilot)
        new = next(a for a in app.session.ledger.all() if a.role == "OPHELIA")
        assert present(present(new.pending).at).zone == "America/New_York"


async def test_hour_without_a_zone_is_saved_as_shown(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), NO_ZONE
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        await pilot.press("ctrl+s")
        await seen(pilot)
        assert "No zone is said for one time. ctrl+s again keeps it on your clock." in trouble(app)
        await pilot.press("ctrl+s")
        await settled(pilot)
        [new] = added(app)
        assert present(present(new.pending).at).zone == "America/New_York"


async def test_open_question_is_pointed_out_on_save(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), MAIL.replace("Tuesday", "Wednesday")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        await pilot.press("g", "ctrl+s")
        await seen(pilot)
        assert "One thing is not sure." in trouble(app)
        assert app.screen.query_one(FieldList).here.field == "at"
        await pilot.press("ctrl+s")
        await settled(pilot)
        [new] = added(app)
        assert present(new.pending).at is None


async def test_pasted_mail_is_read_at_once(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, MAIL)
        assert "OPHELIA" in drawn(app)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36)])
async def test_mail_text_is_shown_completely(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(SEVERAL)
    long = "There will be another round of it, and we are glad to see you there again. " * 6
    async with app.run_test(size=size) as pilot:
        await pasted(pilot, f"{MAIL}\n{long}")
        await seen(pilot)
        mail = app.screen.query_one(MailText)
        strips = (mail.strip(n) for n in range(mail.line_count))
        shown_words = " ".join(strip.text for strip in strips if strip).split()
        assert " ".join(shown_words).count(" ".join(long.split())) == 1


async def test_second_role_of_a_mail_is_offered_next(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), TWO_ROLES
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        app.screen.query_one(FieldList).go_to("role")
        await pilot.press("enter")
        await until(pilot, ChoiceDialog)
        await pilot.press("enter")
        await until(pilot, InvitationScreen)
        assert "also in this mail: BROTHER ELI" in " ".join(words(app, "#seen").split())
        await pilot.press("ctrl+s", "ctrl+s")
        await until(pilot, ConfirmDialog)
        assert any("BROTHER ELI" in str(one.content) for one in app.screen.query(Static))
        await pilot.press("y")
        await until(pilot, InvitationScreen)
        await pilot.press("ctrl+s", "ctrl+s")
        await settled(pilot)
        assert {one.role for one in added(app)} == {"DEPUTY RAY ALCOTT", "BROTHER ELI"}


async def test_deadline_without_a_field_is_shown(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), f"{MAIL}\nThe paperwork has to be back by Monday, 5pm."
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        assert "no field for “The paperwork has" in words(app, "#seen")


async def test_newsletter_is_refused_and_can_be_edited(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app.post_message(Paste(NEWSLETTER))
        while not trouble(app):
            await pilot.pause(0.01)
        assert trouble(app) == f"! {NOT_ONE}"
        assert isinstance(app.screen, PasteScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert (added(app), app.session.drafts.all()) == ([], [])


async def test_mail_file_can_be_opened(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+o")
        await until(pilot, LineDialog)
        app.screen.query_one(LineEntry).rewrite(str(MAILS / "06-casting-frontier-html.eml"))
        await pilot.press("enter")
        await until(pilot, InvitationScreen)
        assert "Cousin Ray" in drawn(app)


async def test_pasted_mail_and_answers_survive_a_crash(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, MAIL)
        app.screen.query_one(FieldList).go_to("wore")
        await pilot.press("enter")
        await until(pilot, LineDialog)
        await typed(pilot, "blue")
        await pilot.press("enter")
        await until(pilot, InvitationScreen)
    again = make_app()  # the window was closed
    assert present(again.session.drafts.get(DRAFT)).fields["text"] == MAIL
    async with again.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        assert "blue" in drawn(again)
        assert again.screen.query_one(".draft", Static).display
        await pilot.press("ctrl+t")
        await settled(pilot)
        assert again.session.drafts.all() == []


async def test_escape_asks_only_after_an_answer(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), MAIL
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        await pilot.press("x", "escape")
        await until(pilot, ConfirmDialog)
        await pilot.press("n")
        await until(pilot, InvitationScreen)
        await pilot.press("escape")
        await until(pilot, ConfirmDialog)
        await pilot.press("y")
        await settled(pilot)
        assert (added(app), app.session.drafts.all()) == ([], [])


async def test_pasted_text_is_not_lost_by_one_key(make_app: MakeApp, clip: Clip) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await pasted(pilot, MAIL)
        await pilot.press("escape")
        await until(pilot, ConfirmDialog)
        await pilot.press("y")
        await settled(pilot)
        assert app.session.drafts.all() == []
        clip.text = MAIL
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        await pilot.press("enter", "escape")
        await until(pilot, ConfirmDialog)
        await pilot.press("n")
        await until(pilot, InvitationScreen)


async def test_change_is_shown_with_old_and_new_values_and_saved(
    make_app: MakeApp, clip: Clip
) -> None:
    here = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(5, 11)),))
    app, clip.text = make_app([*SEVERAL, here]), MAIL
    async with app.run_test(size=(160, 42)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        assert "Thu 26 Nov 11:00 EST → Tue 1 Dec 15:15 EST" in drawn(app)
        app.screen.query_one(FieldList).go_to("at")
        await seen(pilot)
        assert "said by Telsey Office" in words(app, "#from")
        await pilot.press("ctrl+s")
        await settled(pilot)
        now_is = present(app.session.ledger.get("a1"))
        assert present(now_is.pending).at == moment(10, 15).__class__(
            day=moment(10).day, time=present(moment(10, 15).time).replace(minute=15),
            zone="America/New_York",
        )  # fmt: skip
        assert added(app) == [now_is]
        await pilot.press("i")
        await until(pilot, PasteScreen)
        assert "kept here already" in trouble(app)


async def test_mail_reports_external_change_of_a_time(make_app: MakeApp, clip: Clip) -> None:
    here = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(5, 11)),))
    app, clip.text = make_app([*SEVERAL, here]), MAIL
    ledger = app.session.ledger
    async with app.run_test(size=(160, 42)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        theirs = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(12, 16)),))
        await ledger.add([theirs], "Elsewhere")
        await pilot.press("ctrl+s")
        for _ in range(200):
            await pilot.pause(0.01)
            if not isinstance(app.screen, InvitationScreen) or trouble(app):
                break
        assert "audition 3 Dec 16:00 to come" in trouble(app)
        assert ledger.get("a1") == theirs
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert present(present(present(ledger.get("a1")).pending).at).day == moment(10).day


async def test_highlighted_words_follow_the_cursor(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), MAIL
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        app.screen.query_one(FieldList).go_to("place")
        await seen(pilot)
        lines = app.screen.query_one(MailText).lines
        strong = "".join(s.text for line in lines for s in line if s.style and s.style.reverse)
        assert "44 Commerce Row" in strong


@pytest.mark.parametrize(("mail", "is_on"), [(MAIL, True), (CANCELLED, False)])
async def test_canceled_audition_shows_no_clash(
    make_app: MakeApp, clip: Clip, mail: str, is_on: bool
) -> None:
    off, other = (
        audition(id=id_, role=role, stage=Stage.HOLD, rounds=(asked(at=moment(10, 15)),))
        for id_, role in (("a1", "Ophelia"), ("b1", "Puck"))
    )
    app, clip.text = make_app([off, other]), mail
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        assert words(app, "#seen").startswith("Clash") is is_on
        shown_line = app.screen.query_one("#seen", Static).content
        assert isinstance(shown_line, Text)
        error = Styles.of(app.theme_variables).error
        assert any(span.style == error for span in shown_line.spans) is is_on


async def test_long_address_is_shown_and_endless_text_cut(make_app: MakeApp) -> None:
    where = "Ripley Rooms, 305 W 38th St, 9th Floor, Studio B, New York, NY 10018"
    mail = (
        "Project: HAMLET\nRole: OPHELIA\nAudition: Tuesday December 1, 2026, 3:15pm ET\n"
        f"Location: {where}\nInstructions: {'slate last, ' * 40}\n"
    )
    app = make_app([])
    async with app.run_test(size=(120, 36)) as pilot:
        await pasted(pilot, mail)
        rows = drawn(app).split("\n")
    said = " ".join(" ".join(row.split()) for row in rows)
    assert where in said
    assert sum("slate last" in row for row in rows) == 3
    assert "…" in said


async def test_top_words_end_with_an_ellipsis_if_cut(make_app: MakeApp, clip: Clip) -> None:
    others = [
        audition(
            id=f"b{n}", role=f"Puck {n}", stage=Stage.REQUESTED, rounds=(asked(at=moment(10)),)
        )
        for n in range(9)
    ]
    app, clip.text = make_app(others), MAIL
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        rows = words(app, "#seen").split("\n")
        assert len(rows) == 2
        assert rows[1].endswith("…")
        assert all(len(row) <= app.screen.query_one("#seen").content_size.width for row in rows)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_mail_text_is_never_parsed_as_markup(
    make_app: MakeApp, clip: Clip, text: str
) -> None:
    app = make_app(SEVERAL)
    clip.text = MAIL.replace("OPHELIA", f"OPHELIA {text}").replace("Suite 3", text) + text
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        app.export_screenshot()
        await pilot.press("G", "ctrl+s", "ctrl+s")
        await settled(pilot)
        assert app.is_running


async def test_time_is_never_cut(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), MAIL.replace("3:15pm ET", "3:15pm PT")
    async with app.run_test(size=(100, 30)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        app.screen.query_one(FieldList).go_to("at")
        await seen(pilot)
        assert "Tue 1 Dec 15:15 PST" in drawn(app)
        assert "18:15 here" in words(app, "#from")
        assert "…" not in next(line for line in drawn(app).splitlines() if " when " in line)


async def test_tomorrow_in_an_old_draft_keeps_its_day(
    make_app: MakeApp,
) -> None:
    mail = "Self-tape request for KETTLE, role of NINA. Tape due tomorrow at noon."
    make_app().session.drafts.keep(DRAFT, {"text": mail}, NOW.subtract(days=3))
    for _ in range(2):  # the draft is written again once it is shown
        app = make_app()
        async with app.run_test(size=(80, 24)) as pilot:
            await shown(pilot)
            await pilot.press("i")
            await until(pilot, InvitationScreen)
            assert "Thu 19 Nov" in drawn(app)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (200, 60)])
async def test_a_question_shows_all_its_answers(
    make_app: MakeApp, clip: Clip, size: tuple[int, int]
) -> None:
    app, clip.text = make_app(SEVERAL), (MAILS / "08-uk-recall.txt").read_text("utf-8")
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        rows = " ".join(drawn(app).split())
        assert "? when Thu 10 Dec 14:20 GMT, " in rows
        assert " or Tue 12 Oct 2027 14:20 BST, " in rows


async def test_undated_draft_is_read_as_of_its_day(make_app: MakeApp) -> None:
    mail = "KETTLE, role of NINA.\nTomorrow, they said."
    make_app().session.drafts.keep(DRAFT, {"text": mail}, NOW.subtract(days=3))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app.screen.query_one(MailEntry).insert("Self-tape due ", (1, 0))
        await pilot.pause()
    app = make_app()  # the draft is written again, with the day on which it was first
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        assert "Thu 19 Nov" in drawn(app)


async def test_new_mail_over_an_old_draft_is_read_as_of_today(make_app: MakeApp) -> None:
    make_app().session.drafts.keep(DRAFT, {"text": "Tomorrow it is"}, NOW.subtract(days=3))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        mail = "Self-tape request for KETTLE, role of NINA. Tape due tomorrow at noon."
        app.screen.query_one(MailEntry).text = mail
        await pilot.press("ctrl+s")
        await until(pilot, InvitationScreen)
        assert "Sun 22 Nov" in drawn(app)


MANY_ROWS = """Hey Sam - in person for Kroger commercial (role: Young Dad), Wed 12/2 at 2:40pm ET
Big Picture Casting, 1440 Dutch Valley Pl NE, Suite 230, Atlanta 30324
Wardrobe: casual, no logos. No sides, improv at the session. Conflicts: grocery
Shoot 12/9 or 12/10. $650 session. Must hold both dates.
Please confirm by tomorrow noon
"""


@pytest.mark.parametrize("resized", [False, True])
async def test_question_under_the_cursor_is_visible(
    make_app: MakeApp, clip: Clip, resized: bool
) -> None:
    app, clip.text = make_app(SEVERAL), MANY_ROWS
    async with app.run_test(size=(80, 40 if resized else 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        if resized:
            await pilot.resize_terminal(80, 24)
            await seen(pilot)
        rows = app.screen.query_one(FieldList)
        assert rows.here.field == "shoot_from"
        line = next(n for n in range(rows.line_count) if "work from" in drawn_line(rows, n))
        top = rows.scroll_offset.y
        assert top <= line < top + rows.content_size.height


def drawn_line(rows: FieldList, number: int) -> str:
    return "".join(segment.text for segment in rows.drawn(number))


async def test_editing_starts_with_the_current_value(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), MAIL.replace("Casting:", "Commercial\nCasting:")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        rows = app.screen.query_one(FieldList)
        rows.go_to("medium")
        await pilot.press("e")
        await until(pilot, ChoiceDialog)
        await pilot.press("enter")
        await until(pilot, InvitationScreen)
        assert "commercial" in drawn(app)
        assert "film" not in drawn(app)


async def test_cursor_starts_on_the_missing_field(make_app: MakeApp, clip: Clip) -> None:
    mail = "Hi! They want you for the role of OPHELIA on Tuesday December 1, 2026, 3:15pm ET."
    app, clip.text = make_app(SEVERAL), ""
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, mail)
        await pilot.press("ctrl+s", "ctrl+s")
        await seen(pilot)
        assert "neither project nor casting office" in trouble(app)
        assert app.screen.query_one(FieldList).here.field == "project"


async def test_top_words_are_separated(
    make_app: MakeApp, clip: Clip, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = "2nd time · 0 of 1 called back, 1 held or booked without"
    monkeypatch.setattr(Review, "office_words", f"Feldstein/Park Casting: {held}")
    unplaced = "Self tape due THURSDAY 12/3 by 10AM PT."
    monkeypatch.setattr(Reading, "unplaced", (unplaced,))
    app, clip.text = make_app(SEVERAL), MAIL
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        assert re.search(r"without( · |\n)no field for", words(app, "#seen"))


async def test_which_audition_begins_with_the_likeliest_as_long_as_that_is_open(
    make_app: MakeApp, clip: Clip
) -> None:
    first = audition(id="a", project="Hamlet", role="Ophelia")
    app, clip.text = make_app([first, replace(first, id="b")]), MAIL
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        screen = app.screen
        assert isinstance(screen, InvitationScreen)
        screen.query_one(FieldList).go_to("audition")
        await pilot.press("enter")
        await until(pilot, ChoiceDialog)
        assert app.screen.query_one(OptionList).highlighted == 0


async def test_another_mail_pasted_over_the_first_is_asked_about_and_read(
    make_app: MakeApp, clip: Clip
) -> None:
    app = make_app(SEVERAL)
    other = MAIL.replace("OPHELIA", "GERTRUDE").replace("Ophelia", "Gertrude")
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, MAIL)
        app.post_message(Paste(MAIL))  # the same one again changes nothing
        await seen(pilot)
        assert isinstance(app.screen, InvitationScreen)
        app.post_message(Paste(other))
        await until(pilot, ConfirmDialog)
        await pilot.press("n")
        await until(pilot, InvitationScreen)
        assert "OPHELIA" in drawn(app)
        app.post_message(Paste(other))
        await until(pilot, ConfirmDialog)
        await pilot.press("y")
        await until(pilot, InvitationScreen)
        assert "GERTRUDE" in drawn(app)
        assert "OPHELIA" not in drawn(app)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert [new.role for new in added(app)] == ["GERTRUDE"]
        assert app.session.drafts.all() == []


async def test_paste_over_a_mail_that_is_no_invitation_changes_nothing(
    make_app: MakeApp, clip: Clip
) -> None:
    app, clip.text = make_app(SEVERAL), MAIL
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        app.post_message(Paste("Hello"))
        await seen(pilot)
        assert NOT_ONE in trouble(app)
        assert "OPHELIA" in drawn(app)


async def test_kind_of_mail_can_be_corrected(make_app: MakeApp, clip: Clip) -> None:
    app, clip.text = make_app(SEVERAL), MAIL
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("i")
        await until(pilot, InvitationScreen)
        app.screen.query_one(FieldList).go_to(KIND)
        await pilot.press("enter")
        await until(pilot, ChoiceDialog)
        await pilot.press("c")
        await until(pilot, InvitationScreen)
        assert app.screen.query_one(FieldList).here.value == "callback"
        await pilot.press("x")
        assert app.screen.query_one(FieldList).here.value == "appointment"
        await pilot.press("enter")
        await until(pilot, ChoiceDialog)
        await pilot.press("c")
        await until(pilot, InvitationScreen)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert [new.stage for new in added(app)] == [Stage.CALLBACK]


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_why_a_paste_is_not_read_is_in_sight(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        app.post_message(Paste("Hello there\n" * 40))
        while not trouble(app):
            await pilot.pause(0.01)
        await seen(pilot)
        line = app.screen.query_one(".trouble", Static)
        foot = app.screen.query_one(".foot")
        assert line.region.height
        assert line.region.bottom <= foot.region.y
        assert line.region.y > 0
