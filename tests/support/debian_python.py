"""Modules of Debian's packages, for tests that are run by another Python than Debian's."""
import importlib
import os
import sys

SYSTEM = "/usr/bin/python3"  # The one that Debian's packages are for.


def require(modules, packages):
    """Ends the test as skipped where neither this Python nor Debian's has all the modules."""
    try:
        for module in modules:
            importlib.import_module(module)
    except ImportError:
        if os.path.exists(SYSTEM) and not os.path.samefile(SYSTEM, sys.executable):
            os.execv(SYSTEM, [SYSTEM, *sys.argv])
        print(f"skipped: there is no {' or no '.join(modules)} (Debian: {packages})")
        sys.exit(77)
