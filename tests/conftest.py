"""Denies sockets to all tests, and turns off the deadlines of Hypothesis."""

import os
import sys
from pathlib import Path

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

settings.register_profile(
    "callbacktui", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("callbacktui")
