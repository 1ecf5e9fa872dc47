"""callbacktui: an actor's auditions, the silence after them, and what to do in the meantime."""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec

__version__ = "0.1.0"


def _import_at_first_use(name: str) -> None:
    spec = find_spec(name)
    if name not in sys.modules and spec and spec.loader:
        loader = spec.loader = LazyLoader(spec.loader)
        sys.modules[name] = module_from_spec(spec)
        loader.exec_module(sys.modules[name])
        package, _, part = name.rpartition(".")
        setattr(sys.modules[package], part, sys.modules[name])


# Pendulum imports it to guess at dates, which nobody here asks it to do, and it takes longer to
# import than all of pendulum.
_import_at_first_use("dateutil.parser")
