import pytest

from callbacktui.store.codec import audition_of


def test_a_record_that_goes_by_another_id_is_not_taken_for_it() -> None:
    line = b'"1":{"id":"b","project":"Hedda"}'
    assert audition_of("b", line).project == "Hedda"
    with pytest.raises(ValueError, match="calls itself 'b'"):
        audition_of("a", line)
