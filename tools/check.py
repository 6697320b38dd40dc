"""Runs every check that needs no browser, and says at the end which failed."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
# The longest first: on two cores the short ones fill the rest of the time.
CHECKS = {
    "branches of the kernel": [
        (BIN / "coverage", "run", *PYTEST[1:], "throughcare/kernel"),
        (BIN / "coverage", "report"),
    ],
    "laws": [(*PYTEST, "tests", "-m", "not journey")],
    # Without its cache, which misses modules that appear beside those it knows.
    "types": [(BIN / "mypy", "--cache-dir", os.devnull)],
    "built assets": [(sys.executable, "tools/build_assets.py", "--check")],
    "format": [(BIN / "ruff", "format", "--check", "--quiet", ".")],
    "lint": [(BIN / "ruff", "check", "--quiet", ".")],
    "import contracts": [(BIN / "lint-imports",)],
    "translations": [(sys.executable, "tools/messages.py", "check")],
}


def main() -> int:
    """Run all checks, or those named; show what a failed one says; return the exit code."""
    named = sys.argv[1:]
    if unknown := set(named) - set(CHECKS):
        print(f"There is no check called {', '.join(unknown)}. There are: {', '.join(CHECKS)}.")
        return 2
    names = named or list(CHECKS)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = [name for name, ok in zip(names, pool.map(passes, names), strict=True) if not ok]
    print(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def passes(name: str) -> bool:
    """Run one check and print how it ended."""
    began = time.monotonic()
    said, ok = "", True
    for command in CHECKS[name]:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        said, ok = said + done.stdout + done.stderr, ok and done.returncode == 0
    lines = [f"{'right' if ok else 'WRONG'}  {name} ({time.monotonic() - began:.1f} s)"]
    print("\n".join(lines if ok else [*lines, said.strip()]), flush=True)
    return ok


if __name__ == "__main__":
    sys.exit(main())
