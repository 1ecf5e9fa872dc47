"""Passages of imported pages are shown as tips on one day in four, if they fit the context."""

import datetime as dt

from callbacktui.advice.library.library import Library, open_library
from callbacktui.advice.pages.importing import import_page
from callbacktui.advice.pages.page_tips import ONE_IN, fitting_passages, replace_tip
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.history import TipHistory
from callbacktui.advice.tips.selector import choose_tip
from callbacktui.advice.tips.tip import Tip
from tests.factories import NOW, read_on

PAGE = """How Do You Wait?

(By Alma Reyes)

On Hearing Nothing

“Silence is the sound of a far desk,” says coach Imre Vance.

About Hats

“Hats are for rain,” says director Petra Quill.
"""
QUIET = read_on(22, id="quiet", role="Orr")


def library(*texts: str) -> Library:
    shelf = open_library()
    shelf.set_pages(
        [import_page(text.encode(), "a.txt", (), shelf.slugs, NOW).page for text in texts]
    )
    return shelf


def week(shelf: Library, shown: TipHistory | None = None) -> list[tuple[Tip, Tip]]:
    """Return the tip from the table and the tip that is shown, for each of eight days."""
    shown, found = shown or TipHistory(), []
    for day in range(2 * ONE_IN):
        context = Context(now=NOW.add(days=day), audition=QUIET)
        tip = choose_tip(context, TipHistory(), shelf.voices)
        assert tip
        found.append((tip, replace_tip(tip, context, shown, shelf.passages) or tip))
    return found


def test_fitting_passage_is_shown_one_day_in_four_with_its_source() -> None:
    own = [(first, tip) for first, tip in week(library(PAGE)) if tip != first]
    assert len(own) == 2
    for first, tip in own:
        assert tip.text == "“Silence is the sound of a far desk” Imre Vance, coach"
        assert tip.source == "your own page: How Do You Wait?, by Alma Reyes"
        assert (tip.article, tip.section) == ("how-do-you-wait", "on-hearing-nothing")
        assert tip.reason == first.reason


def test_unrelated_page_is_never_shown() -> None:
    other = PAGE.replace("Hearing Nothing", "Shoes").replace("Silence is", "Shoes are")
    assert all(tip == first for first, tip in week(library(other)))
    assert all(tip == first for first, tip in week(library()))


def test_fitting_passages_give_their_reason() -> None:
    moment = Context(now=NOW, audition=QUIET)
    shelf = library(PAGE, PAGE.replace("Wait?", "Hope?"), PAGE.replace("Wait?", "Rest?"))
    found = fitting_passages(moment, shelf.passages)
    assert [(passage.page, passage.section) for passage, _ in found] == [
        ("how-do-you-wait", "on-hearing-nothing"),
        ("how-do-you-hope", "on-hearing-nothing"),
    ]
    assert {reason for _, reason in found} == {week(shelf)[0][0].reason}
    assert fitting_passages(moment, ()) == ()
    assert fitting_passages(Context(now=NOW), shelf.passages) == ()


def test_dismissed_passage_rests() -> None:
    shelf = library(PAGE)
    (mine, *_) = [tip for first, tip in week(shelf) if tip != first]
    shown = TipHistory(resting={mine.rule: NOW.date() + dt.timedelta(days=30)})
    assert all(tip == first for first, tip in week(shelf, shown))
