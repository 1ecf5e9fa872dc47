"""The commands of the library, and those of an open article, wherever it is shown."""

from typing import Final

from callbacktui.tui.commands.command import Change, Command, Place, Requirement

SHELF: Final = (
    Command("shelf_up", "k,up", "Up", "One title up.", Place.LIBRARY, action="up"),
    Command("shelf_down", "j,down", "Down", "One title down.", Place.LIBRARY, action="down"),
    Command("shelf_page_up", "pageup", "Page up", "One screen up.", Place.LIBRARY,
            action="page_up"),
    Command("shelf_page_down", "pagedown", "Page down", "One screen down.", Place.LIBRARY,
            action="page_down"),
    Command("shelf_first", "g,home", "Top", "The first title.", Place.LIBRARY, action="first"),
    Command("shelf_last", "G,end", "Bottom", "The last title.", Place.LIBRARY, action="last"),
)  # fmt: skip
"""Commands of the shelf."""

LIBRARY: Final = (
    Command("library_open", "enter", "Read", "Open it; from a voice or a term, on to its article.",
            Place.LIBRARY, short="read", action="open"),
    Command("library_search", "slash", "Search", "Everything in the library, as you type.",
            Place.LIBRARY, short="search", action="search"),
    Command("library_bookmark", "B", "Bookmark", "Put it on top, or take it off.", Place.LIBRARY,
            short="bookmark", action="bookmark"),
    Command("library_auditions", "f", "From my auditions", "Those this article was shown for; "
            "choose one, and the desk shows it.", Place.LIBRARY, action="auditions"),
    Command("library_articles", "1", "Articles", "By topic, those for this moment first.",
            Place.LIBRARY, action="view(0)"),
    Command("library_voices", "2", "Voices", "People in the business, one point from each.",
            Place.LIBRARY, action="view(1)"),
    Command("library_glossary", "3", "Glossary", "The words of the business, contested ones too.",
            Place.LIBRARY, action="view(2)"),
    Command("library_pages", "4", "Your own pages", "What you imported yourself.",
            Place.LIBRARY, action="view(3)"),
    Change("library_bring_in", "i", "Import a page", "An article that you saved, as a file.",
           Place.LIBRARY, leaves=True),
    Change("library_remove", "d", "Remove your page", "Asks first; only pages of your own.",
           Place.LIBRARY, Requirement.OWN_PAGE),
    Change("library_put_back", "u", "Undo", "The last change, wherever it was made.",
           Place.LIBRARY, Requirement.UNDO),
    Change("library_redo", "ctrl+r", "Redo", "Redo what was undone.", Place.LIBRARY,
           Requirement.REDO),
    Command("library_next_view", "tab", "Next view", "The next of the four.", Place.LIBRARY,
            short="next view", action="next_view(1)"),
    Command("library_view_before", "shift+tab", "View before", "The previous of the four.",
            Place.LIBRARY, action="next_view(-1)"),
    Command("library_to_page", "l,right", "To the page", "The keys go to the open page.",
            Place.LIBRARY, action="to_page"),
    Command("library_to_shelf", "h,left", "To the shelf", "The keys go to the titles.",
            Place.LIBRARY, action="to_shelf"),
    Command("library_back", "escape", "Back", "One step back, and at last to the desk.",
            Place.LIBRARY, short="back", action="back"),
)  # fmt: skip
"""Commands of the library, wherever the focus is."""

READING: Final = (
    Command("reader_next", "n", "Next", "The next section, or the next place found.",
            Place.READING, action="focused.next(1)"),
    Command("reader_before", "p,N", "Before", "The section or place before.", Place.READING,
            action="focused.next(-1)"),
    Command("reader_down", "j,down", "Down", "A line down.", Place.READING,
            action="focused.scroll(1)"),
    Command("reader_up", "k,up", "Up", "A line up.", Place.READING, action="focused.scroll(-1)"),
    Command("reader_find", "slash", "Find", "Words on this page.", Place.READING,
            action="focused.find"),
    Command("reader_section", "right_square_bracket", "Next section", "Also while words are found.",
            Place.READING, action="focused.section(1)"),
    Command("reader_section_before", "left_square_bracket", "Section before", "The previous one.",
            Place.READING, action="focused.section(-1)"),
    Command("reader_page_down", "space,pagedown", "Page down", "One screen down.",
            Place.READING, action="focused.page(1)"),
    Command("reader_page_up", "b,pageup", "Page up", "One screen up.", Place.READING,
            action="focused.page(-1)"),
    Command("reader_top", "g,home", "Top", "The top.", Place.READING,
            action="focused.top"),
    Command("reader_bottom", "G,end", "Bottom", "The end.", Place.READING,
            action="focused.bottom"),
)  # fmt: skip
"""Commands of an open article."""

READER: Final = (
    Command("reader_onward", "enter", "Read on", "From a word to its article.",
            Place.READER, action="onward"),
    Command("reader_bookmark", "B", "Bookmark", "Put it on top in the library, or take it off.",
            Place.READER, action="bookmark"),
    Command("reader_back", "escape,q", "Back", "To where you were; the program stays open.",
            Place.READER, action="back"),
)  # fmt: skip
"""Commands that close an article opened on top of another screen."""

SEARCHING: Final = (
    Command("library_search_open", "enter", "Read", "What the cursor is on.", Place.SEARCHING,
            short="read", action="focused.submit"),
    Command("library_search_up", "up", "Up", "One title up.", Place.SEARCHING, action="step(-1)"),
    Command("library_search_down", "down", "Down", "One title down.", Place.SEARCHING,
            action="step(1)"),
)  # fmt: skip
"""Commands of the search line; `library_back` ends the search."""

FINDING: Final = (
    Command("reader_find_first", "enter", "Find", "To the first place with these words.",
            Place.FINDING, short="to the first place", action="focused.submit"),
)  # fmt: skip
"""Commands of the line that finds words on a page."""
