"""A contact: what the actor keeps of an office or a person beside what the auditions say."""

import datetime as dt
from typing import Final

from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.ids import named_id
from callbacktui.domain.text import fold


class ContactKind(LabelledEnum):
    """What an office or a person does."""

    CASTING_OFFICE = "casting_office"
    CASTING_DIRECTOR = "casting_director"
    ASSOCIATE = "associate"
    DIRECTOR = "director"
    PRODUCER = "producer"
    AGENT = "agent"
    MANAGER = "manager"
    COACH = "coach"
    READER = "reader"
    ACTOR = "actor"
    OTHER = "other"

    @property
    def word(self) -> str:
        return "casting associate" if self is ContactKind.ASSOCIATE else super().word

    @property
    def is_office(self) -> bool:
        """True for an office, whose names are never those of a person."""
        return self is ContactKind.CASTING_OFFICE


class Answers(LabelledEnum):
    """Whether they answer, as the actor found it."""

    ALWAYS = "always"
    CALLBACKS_ONLY = "callbacks_only"
    RARELY = "rarely"
    UNKNOWN = "unknown"

    @property
    def sentence(self) -> str:
        """What it means; empty if nothing is known."""
        return _SENTENCES[self]


_SENTENCES: Final = {
    Answers.ALWAYS: "answers always",
    Answers.CALLBACKS_ONLY: "answers only with a callback",
    Answers.RARELY: "answers rarely",
    Answers.UNKNOWN: "",
}


class Contact(Value, frozen=True, kw_only=True):
    """One office or person; auditions name them, by this name or one of the aliases.

    `same_as` is the id of the contact that the actor joined it with, `apart` are the ids of those
    that it is not, whatever their names look like. `kind_words` is something kind that they said or
    wrote.
    """

    id: str
    name: str
    kind: ContactKind = ContactKind.OTHER
    aliases: tuple[str, ...] = ()
    office: str = ""
    city: str = ""
    answers: Answers = Answers.UNKNOWN
    last_touch: dt.date | None = None
    email: str = ""
    phone: str = ""
    kind_words: str = ""
    notes: str = ""
    same_as: str = ""
    apart: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


def contact_id(name: str, *, is_office: bool) -> str:
    """Return the id of a person or office that only auditions name, by that name."""
    return named_id(f"{'office' if is_office else 'person'}: {fold(name)}")
