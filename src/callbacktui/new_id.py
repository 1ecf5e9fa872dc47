"""A name for a record that is new."""

import os

from pendulum import DateTime

from callbacktui.domain.identity import ENTROPY_BYTES, record_id


def new_id(now: DateTime) -> str:
    """A fresh id for a record made at `now`."""
    return record_id(int(now.timestamp() * 1000), os.urandom(ENTROPY_BYTES))
