"""People: offices and people at the left, the story of one of them at the right."""

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from callbacktui.domain.change import Record
from callbacktui.domain.contact import Contact
from callbacktui.domain.ids import new_id
from callbacktui.domain.merge_or_split_names import hold_apart, join, part, rename, why_not_named
from callbacktui.domain.people import Person
from callbacktui.domain.text import count_of, straighten
from callbacktui.session import Session
from callbacktui.store.base.errors import RecordRemoved
from callbacktui.tui.commands.command import Place, Requirement, bindings
from callbacktui.tui.commands.keymap import for_key_line
from callbacktui.tui.commands.people import PEOPLE
from callbacktui.tui.commands.registry import PROGRAM, ROOMS
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.field_definition import with_changes
from callbacktui.tui.components.item_list import ItemList
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import StillPane
from callbacktui.tui.components.panes import Panes
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.desk.actions.edit_actions import fill_in
from callbacktui.tui.people.beside_view import write_beside
from callbacktui.tui.people.feedback_request import ask_for_feedback
from callbacktui.tui.people.fields import CONTACT_FIELDS
from callbacktui.tui.people.list_view import write_people
from callbacktui.tui.people.roster import Item, Roster, RosterCache
from callbacktui.tui.people.story_view import write_story
from callbacktui.tui.runtime.debounce import call_soon
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.theme.glyphs import Glyphs

_DRAWN: Final = 0.05
"""Seconds after which the room has reached the terminal; only then is anything counted."""


class PeopleList(ItemList):
    """Lists offices, fans, people and pairs; the cursor stays with its item."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PEOPLE)]

    def __init__(self, glyphs: Glyphs, draw: Callable[[LineWriter], Sequence[int]]) -> None:
        super().__init__(glyphs, id="people_list")
        self._draw = draw
        self.items: tuple[Item, ...] = ()

    @property
    def count(self) -> int:
        return len(self.items)

    @property
    def here(self) -> Item | None:
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def show(self, items: tuple[Item, ...], point_to: str = "") -> None:
        """List `items`; the cursor stays, or goes to the person with the id `point_to`."""
        was = self.here
        self.items = items
        wanted = (n for n, item in enumerate(items) if item.key == (point_to, ""))
        same = (n for n, item in enumerate(items) if was and item.key == was.key)
        self.put(next(wanted, next(same, self.cursor)))

    def write(self, writer: LineWriter) -> Sequence[int]:
        return self._draw(writer)


class PeopleScreen(BaseScreen):
    """Shows who saw the actor, what came of it, and who thinks of them."""

    CSS_PATH = "people.tcss"
    NAV_COMMAND = "room_people"
    PALETTE_COMMANDS = (*PEOPLE, *ROOMS, *PROGRAM)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PALETTE_COMMANDS)]

    def __init__(self, session: Session, glyphs: Glyphs, cache: RosterCache) -> None:
        super().__init__(session, glyphs)
        self._cache = cache
        self._whole = self._shown = Roster()
        self._find = ""
        self._only_fans = False
        self._point_to = ""
        self._has_read = asyncio.Event()
        self._list = PeopleList(glyphs, self._write_list)
        self._story = StillPane("", glyphs, id="story")
        self._beside = StillPane("", glyphs, id="beside")

    def compose(self) -> ComposeResult:
        yield TopBar(self.glyphs, id="top")
        with Panes(id="people"):
            yield self._list
            yield self._story
            yield self._beside
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Focus the list, and read everybody."""
        self._list.focus()
        self._name_list()
        call_soon(self, _DRAWN, self.refresh_data)
        self.show_keys(for_key_line(self.offered))
        self.app.theme_changed_signal.subscribe(self, lambda _: self._show())

    @property
    def is_ready(self) -> bool:
        """Whether everybody was read."""
        return self._has_read.is_set()

    def refresh_data(self) -> None:
        """Read the ledger and the contacts again."""
        self._read()

    @screen_worker(KeysWait.UNLESS_ESC, group="roster", exclusive=True)
    async def _read(self) -> None:
        self._whole = await asyncio.to_thread(self._make_roster)
        self._has_read.set()
        self._show()

    def _make_roster(self) -> Roster:
        session = self.session
        contacts, practice = session.repository.contacts.all(), session.repository.practice.all()
        return self._cache.make(
            session.ledger.all(), contacts, practice, self.now(), session.config.silence
        )

    def _show(self) -> None:
        self._shown = self._whole.narrowed(self._find, fans=self._only_fans)
        self._list.show(self._shown.items, self._point_to)
        self._point_to = ""
        self._name_list()
        self.show_keys(for_key_line(self.offered))

    def missing_for(self, need: Requirement) -> str | None:
        """What is missing in the list."""
        if need is Requirement.ITEM and self.is_ready and not self._shown.items:
            return "Nobody is listed here."
        return super().missing_for(need)

    def _name_list(self) -> None:
        found = f": {self._find}" if self._find else ""
        self._list.border_title = Content(f"{'Fans' if self._only_fans else 'People'}{found}")
        offices, people = len(self._whole.offices), len(self._whole.people)
        counts = (
            ""
            if self._numbers_hidden
            else f"{count_of(offices, 'office')} · {count_of(people, 'person', 'people')}"
        )
        self._list.border_subtitle = Content(counts)

    def _write_list(self, writer: LineWriter) -> Sequence[int]:
        if not self.is_ready:
            return ()
        return write_people(
            writer, self._shown, self.now(), self.keys, numbers_hidden=self._numbers_hidden
        )

    @property
    def _numbers_hidden(self) -> bool:
        return self.session.numbers.are_hidden

    @on(ItemList.Moved)
    def _show_story(self) -> None:
        item = self._list.here
        if item is None:
            self._story.show(lambda writer: None, "")
            self._beside.show(lambda writer: None, "")
            return
        now, hidden, about = self.now(), self._numbers_hidden, "".join(item.key)

        def write(writer: LineWriter) -> None:
            windows, is_whole = self.session.config.silence, not self._beside.display
            write_story(
                writer, item, now, windows, self.keys, numbers_hidden=hidden, is_whole=is_whole
            )

        beside = partial(
            write_beside, item=item, roster=self._whole, now=now, numbers_hidden=hidden
        )
        self._story.show(write, item.one.person.name, about)
        self._beside.show(beside, "What you know", about)

    @on(ItemList.Opened)
    def _opened(self) -> None:
        self.run_command("person_open")

    def action_story(self, by: int) -> None:
        """Scroll the story by a screenful."""
        self._story.turn(by)

    def run_command(self, id_: str) -> None:
        if id_ == "person_fans":
            self._only_fans = not self._only_fans
            self._show()
        elif id_ == "person_find":
            self.enqueue(self._ask_name())
        elif id_ == "person_new":
            plain = Contact(id=new_id(self.now()), name="")
            self.enqueue(
                self._edit(Person(plain.id, plain.kind, ("",), None, (), ()), "New contact")
            )
        elif not self.is_ready and id_ in {"person_join", "person_part"}:
            self.refuse("They are still being read. Press it again.")
        elif not self.is_ready:
            self.enqueue(self._run_once_read(id_))
        elif item := self._list.here:
            self._on_item(id_, item)
        else:
            self.refuse("Nobody is here yet.")

    async def _run_once_read(self, id_: str) -> None:
        self._read()
        await self._has_read.wait()
        self.run_command(id_)

    def _on_item(self, id_: str, item: Item) -> None:
        person = item.one.person
        if id_ == "person_open":
            self.post_message(self.SwitchRequested("room_desk", filter=filter_for(person)))
        elif id_ == "person_edit":
            self.enqueue(self._edit(person, f"Edit {person.name}"))
        elif id_ == "person_remove":
            self.enqueue(self._remove(person))
        elif id_ == "person_join":
            self.enqueue(self._join(item))
        elif id_ == "person_part":
            self.enqueue(self._part(item))
        elif id_ == "person_feedback":
            self.enqueue(ask_for_feedback(self, person))
        else:
            counted = () if self._numbers_hidden else (item.one.record.sentence,)
            shows = (shown.words for shown in item.one.shows)
            self.enqueue(self.copy("\n".join((person.name, *counted, *shows)), person.name))

    async def _ask_name(self) -> None:
        names = sorted({name for item in self._whole.items for name in item.one.person.names})
        dialog = LineDialog(
            "Find",
            self._find,
            drafts=self.session.drafts,
            clock=self.now,
            draft_key="find person",
            hint="A part of a name; empty shows everybody.",
            known=names,
        )
        found = await self.ask(dialog)
        await dialog.drafting.drop()
        if found is not None:
            self._find = found
            self._show()

    async def _edit(self, person: Person, title: str) -> None:
        """Edit what is kept of a person; a new name goes into all their auditions in one step."""
        ledger, contacts = self.session.ledger, self.session.repository.contacts
        record = person.record
        seen = SeenValues(record, CONTACT_FIELDS, self.now)

        async def keep(changed: Mapping[str, object]) -> str | None:
            kept = with_changes(record, changed)

            def make() -> Iterable[Record]:
                current = contacts.get(record.id)
                if current is None and person.contact:
                    raise RecordRemoved
                return rename(person, seen.with_changes(current or record, changed), ledger.all())

            everyone = [entry.one.person for entry in self._whole.items]
            if why := why_not_named(person, kept.name, everyone):
                return why
            self._point_to = kept.id
            count = len(person.auditions)
            summary = f"Saved {kept.name}"
            if count and kept.name != person.name:
                where = f"{count_of(count, 'audition')}"
                summary = f"Renamed {person.name} to {kept.name} in {where}"
            return await self._save(make, summary)

        key = f"contact {person.id if person.name else 'new'}"
        await fill_in(self, title, CONTACT_FIELDS, record, key, keep, seen if person.name else None)

    async def _remove(self, person: Person) -> None:
        """Remove a contact, unless an audition names them."""
        ledger, repository = self.session.ledger, self.session.repository
        if person.auditions:
            where = count_of(len(person.auditions), "audition")
            names = "name" if len(person.auditions) > 1 else "names"
            self.refuse(f"{where} {names} {person.name}, so they stay.")
            return
        if person.contact is None:
            self.refuse(f"{person.name} is here because your practice names them.")
            return
        summary = f"Removed {person.name}"

        async def remove() -> None:
            await ledger.run_exclusive(lambda: repository.back_up(self.now(), "removal"))
            await ledger.remove([person.id, *(one.id for one in person.joined)], summary, Contact)

        if await self.run_change(remove()) is None:
            self.say(f"{summary}; {self.keys['undo']} puts it back.")

    async def _join(self, item: Item) -> None:
        """Join the two that look the same, or this one with another that the actor picks."""
        one, other = item.one.person, item.other.person if item.other else None
        if other is None:
            alike = (
                i.one.person
                for i in (*self._whole.offices, *self._whole.people)
                if i.one.person.kind.is_office == one.kind.is_office and i.one.person.id != one.id
            )
            choices = [Choice(p, p.name, p.kind.word) for p in alike]
            if not choices:
                self.refuse("There is nobody to join with.")
                return
            words = "Whose history is theirs, too? The name stays that of the first."
            other = await self.ask(ChoiceDialog(f"Join {one.name} with", choices, words=words))
        if other is not None:
            kept, joined = one, other
            self._point_to = kept.id
            await self._save(
                lambda: join(self._as_kept(kept), self._as_kept(joined)),
                f"Joined {joined.name} with {kept.name}",
            )

    async def _part(self, item: Item) -> None:
        """Say that two are not the same, or part those that were joined."""
        one = item.one.person
        if item.other:
            other = item.other.person
            words = f"{one.name} and {other.name} are two"
            await self._save(lambda: hold_apart(self._as_kept(one), other), words)
        elif one.joined:
            await self._save(lambda: part(self._as_kept(one)), f"Parted {one.name} again")
        else:
            self.refuse(f"{one.name} is joined with nobody.")

    def _as_kept(self, person: Person) -> Person:
        """Return a person with what is kept of them by now."""
        contacts = self.session.repository.contacts
        joined = tuple(contacts.get(other.id) or other for other in person.joined)
        return person._replace(contact=contacts.get(person.record.id), joined=joined)

    async def _save(self, make: Callable[[], Iterable[Record]], summary: str) -> str | None:
        return await self.change(self.session.ledger.rewrite(make, summary))

    def show(self, id_: str) -> None:
        """Put the cursor on a person; an audition has no place here."""

    def help_first(self) -> Place:
        """Return which commands the help lists first."""
        return Place.PEOPLE


def filter_for(person: Person) -> str:
    """Return the desk's filter for the auditions that name a person, by any of their names."""
    # A quotation mark or a bar cannot be part of a term: the longest part without them is.
    parts = (max(re.split('["|]', straighten(name)), key=len).strip() for name in person.names)
    term = "@" if person.kind.is_office else "who:"
    return f'{term}"{"|".join(parts)}"'
