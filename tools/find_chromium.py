"""Finds the browser that journeys use, and prints its path; installs Debian's where it can.

With --only-look nothing is installed. Journeys ask here too: `find_chromium.find()`.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HOW_TO_GET_IT = (
    "No Chromium was found for the journeys. Install it (Debian: apt-get install chromium), or "
    "say where it is: CHROMIUM=/path/to/chromium make test. Without one: make test-fast"
)


def main() -> int:
    """Print the browser's path, installing one if need be; return the exit code."""
    if named_but_missing():
        print(f"CHROMIUM is {os.environ['CHROMIUM']}, which is not a program.", file=sys.stderr)
        return 1
    only_look = "--only-look" in sys.argv
    found = find() or (find() if not only_look and install() else None)
    print(found or HOW_TO_GET_IT, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


def named_but_missing() -> bool:
    """Say whether CHROMIUM names something that cannot be run."""
    named = os.environ.get("CHROMIUM")
    return bool(named) and shutil.which(named) is None


def find() -> str | None:
    """Return the path of a Chromium or Chrome: the one named, else the first on PATH."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> bool:
    """Install Debian's Chromium, if we are root where apt is; say whether that went well."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Installing Chromium for the journeys …", flush=True)
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
    )
    return all(
        subprocess.run(command, env=environ, stdout=subprocess.DEVNULL).returncode == 0
        for command in commands
    )


if __name__ == "__main__":
    sys.exit(main())
