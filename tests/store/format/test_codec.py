import pytest

from callbacktui.domain.audition import Audition
from callbacktui.store.format.codec import value_of


def test_record_with_another_id_is_refused() -> None:
    line = b'"1":{"id":"b","project":"Hedda"}'
    assert value_of(Audition, "b", line).project == "Hedda"
    with pytest.raises(ValueError, match="calls itself 'b'"):
        value_of(Audition, "a", line)
