"""The text of every guard that `make mutants` removes occurs exactly once in its file."""

import pytest

from tests.faults.guards import GUARDS, Guard
from tests.faults.mutants import misplaced


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_every_guard_is_in_its_file_and_has_tests(guard: Guard) -> None:
    assert misplaced(guard) == ""
    assert guard.by != guard.text
