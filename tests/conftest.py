"""Denies sockets to all tests, ends those that hang, sets how long Hypothesis looks."""

import faulthandler
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

NO_SOCKETS = Path(__file__).parent / "no_sockets"
if getattr(sys.modules.get("sitecustomize"), "__file__", "") != str(
    NO_SOCKETS / "sitecustomize.py"
):
    # PYTHONPATH is for the processes that tests start, sys.path for this one.
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [os.environ.get("PYTHONPATH"), str(NO_SOCKETS)])
    )
    sys.path.insert(0, str(NO_SOCKETS))
    sys.modules.pop("sitecustomize", None)
    import sitecustomize  # noqa: F401

# The processes that tests start would compile the whole program again, each time.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile(
    "callbacktui",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=int(os.environ.get("CALLBACKTUI_EXAMPLES", "40")),
)
settings.load_profile("callbacktui")

_HANGS = int(os.environ.get("CALLBACKTUI_TEST_SECONDS", "300"))


def pytest_xdist_auto_num_workers() -> int:
    """Run up to six tests at once, three for a core: they wait for the disk and for the screen."""
    cores = os.cpu_count() or 1
    return max(cores, min(3 * cores, 6))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a long case by its length: 50 MB in a name are sent to and from every process."""
    if isinstance(val, (str, bytes)) and len(val) > 80:
        return f"{argname} of {len(val)}"
    return None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    """End the process of a test that hangs; the other processes go on, and the test has failed."""
    faulthandler.dump_traceback_later(_HANGS, exit=True, file=sys.__stderr__ or 2)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()
