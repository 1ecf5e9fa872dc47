"""Finding one audition by its id, or by as much of the id as is its own."""

from callbacktui.cli.refusal import Refusal
from callbacktui.domain.audition import Audition
from callbacktui.ledger import Ledger

_SHOWN_AT_MOST = 5


def find(ledger: Ledger, prefix: str) -> Audition:
    """The audition whose id begins with `prefix`.

    Raises:
        Refusal: where there is none, or more than one.
    """
    said = prefix.strip().lower()
    if exact := ledger.get(said):
        return exact
    matching = [a for a in ledger.all() if said and a.id.startswith(said)]
    if not matching:
        raise Refusal(f"There is no audition {prefix!r}. callbacktui list shows every id.")
    if len(matching) > 1:
        some = [f"{a.id}  {a.name}" for a in matching[:_SHOWN_AT_MOST]]
        raise Refusal("\n".join([f"{len(matching)} auditions begin with {prefix!r}:", *some]))
    return matching[0]
