"""Keeps track of the people on a page: who is meant by a last name, "she" or "the actress"."""

import re
from collections.abc import Iterable
from typing import Final

from callbacktui.advice.pages.named_people import Speaker, find_people
from callbacktui.advice.pages.quote_attribution import ASKS, PRONOUN, split_sentences

_MADE_BY: Final = re.compile(r"\bby ([^\W\d_a-z][\w'\u2019-]+(?: [^\W\d_a-z][\w'\u2019-]+){1,3})")
"""Who made something: "a workshop by Bo Lind"; such a person is known, and says nothing by it."""

_UNKNOWN: Final = re.compile(
    r"(?:an?|one|my|another|some|our|somebody|someone|everyone|every)\b", re.I
)
_LOOKS_BACK: Final = 600
"""How many characters of a sentence that has not ended are searched for who is meant."""


class Cast:
    """The people of a page: who is meant by a last name."""

    def __init__(self, texts: Iterable[str] = (), *, titles: Iterable[str] = ()) -> None:
        """Meet the people of the texts, and those of the titles who have a trade there.

        Any two words of a title may be capitalized.
        """
        self._known: dict[str, Speaker] = {}
        for title in titles:
            for mention in find_people(title):
                if mention.person.trade and " " in mention.person.name:
                    self.resolve(mention.person)
        for text in texts:
            for name in _MADE_BY.findall(text):
                self.resolve(Speaker(name=name))
            for sentence in split_sentences(text):
                start = len(sentence) - len(sentence.lstrip())
                for mention in find_people(sentence):
                    if mention.start > start or " " in mention.person.name or mention.person.trade:
                        self.resolve(mention.person)

    def resolve(self, person: Speaker) -> Speaker:
        """Return the person under the full name, with the trade if the page told it."""
        if not person.name:
            return person
        key = person.name.split()[-1]
        known = self._known.get(person.name) or self._known.get(key)
        single = " " not in person.name
        if known and (single or known.name == person.name):
            person = Speaker(name=known.name, trade=person.trade or known.trade)
        self._known[person.name] = person
        if " " in person.name:
            first = person.name.split()[0]
            self._known[person.name.split()[-1]] = person
            self._known.setdefault(first, person)
        return person

    def knows(self, person: Speaker) -> bool:
        """Whether it is a person: any word may begin a sentence, and has a capital there."""
        return " " in person.name or bool(person.trade) or person.name in self._known


def only_person(text: str, cast: Cast, last: Speaker | None) -> Speaker | None:
    """Return who "she" is below a paragraph in which nobody speaks: `last` if it names nobody.

    It is the one person named there, if that person has a trade: any two words may be capitalized.
    """
    named = [cast.resolve(m.person) for m in find_people(text) if m.person.name]
    first, *others = dict.fromkeys(one for one in named if " " in one.name) or [None]
    sure = first is None or first.trade or first == last
    return (first or last) if sure and not others else None


class Paragraph:
    """Who "she" is at a place in a paragraph: whoever was named last before it, or spoke last.

    Each sentence is read once, however many quotations there are.
    """

    def __init__(self, cast: Cast, last: Speaker | None) -> None:
        """Begin a paragraph; `last` spoke last in the section."""
        self._cast = cast
        self._last = last
        self._spoken: Speaker | None = None
        self._all: list[Speaker] = []
        self._begin()

    def _begin(self) -> None:
        self._first = ""
        self._unended = ""
        self._is_long = False
        self._named: list[Speaker | None] = []

    def read(self, text: str) -> None:
        """Go on by a text that is not quoted."""
        self._all += [mention.person for mention in find_people(text)]
        if not self._first and text.strip():
            self._first = text.split(maxsplit=1)[0]
        *ended, unended = split_sentences(self._unended + text)
        for sentence in ended:
            self._named = self._people(sentence) or self._named
        self._is_long = len(unended) > _LOOKS_BACK or (self._is_long and not ended)
        self._unended = unended[-_LOOKS_BACK:]

    def spoke(self, person: Speaker) -> None:
        """Note who said a quotation at this place."""
        self._spoken = person
        self._begin()

    def who_is(self, trade: Speaker) -> Speaker:
        """Return the one person of the paragraph so far, if "the actress" is that one's trade."""
        people = {self._cast.resolve(person) for person in self._all if person.name}
        others = [person for person in self._all if not person.name]
        one = next(iter(people)) if len(people) == 1 and not others else trade
        return one if one.trade == trade.trade else trade

    def she(self) -> Speaker | None:
        """Return who a pronoun at this place means, `None` if that is not sure."""
        if named := self._people(self._unended):
            return named[0]
        if self._is_long:
            return None
        if self._named:
            return self._named[0]
        if self._spoken:
            return self._spoken
        return self._last if not self._first or PRONOUN.fullmatch(self._first.strip(",.")) else None

    def _people(self, sentence: str) -> list[Speaker | None]:
        """Return who is named in a sentence; `[None]` if it is about somebody without a name."""
        people = [
            self._cast.resolve(mention.person)
            for mention in find_people(sentence)
            if not mention.person.name or self._cast.knows(mention.person)
        ]
        if len(people) > 1 and ASKS.search(sentence):
            return [None]  # who answers may be either
        return [*people] or ([None] if _UNKNOWN.match(sentence.strip()) else [])
