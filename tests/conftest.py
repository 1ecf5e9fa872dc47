"""No test opens a socket; properties are held to what they say, not to how long they take."""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

NO_SOCKETS = Path(__file__).parent / "no_sockets"
if getattr(sys.modules.get("sitecustomize"), "__file__", "") != str(
    NO_SOCKETS / "sitecustomize.py"
):
    # The programs that tests start find it by the environment, this one here.
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
