"""Finds the autogenlint binary of this installation."""

import os
import sys
import sysconfig


def find() -> str:
    """Return the path of the binary that the wheel installed beside this package's scripts."""
    name = "autogenlint" + (".exe" if sys.platform == "win32" else "")
    schemes = [sysconfig.get_path("scripts")]
    if sys.version_info >= (3, 10):
        schemes.append(sysconfig.get_path("scripts", scheme=sysconfig.get_preferred_scheme("user")))
    site = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    # pip install --target puts scripts into bin beside the package.
    schemes.append(os.path.join(site, "bin"))
    # uv run --with lays an environment over another: the scripts are in that of the package, PREFIX/lib/python3.11/site-packages.
    up = 2 if sys.platform == "win32" else 3
    prefix = os.path.abspath(os.path.join(site, *[os.pardir] * up))
    schemes.append(os.path.join(prefix, "Scripts" if sys.platform == "win32" else "bin"))
    for folder in schemes:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    raise FileNotFoundError(f"{name} is in none of: {', '.join(schemes)}")
