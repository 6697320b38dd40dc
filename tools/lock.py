"""Resolves requirements/*.in into the locks with hashes; nothing of this machine gets in."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).parent / "uv"
OPTIONS = (
    "--universal",
    "--generate-hashes",
    "--python-version",
    "3.11",
    "--no-emit-index-url",
    "--no-annotate",
    "--quiet",
)


def main() -> int:
    """Write runtime.txt and dev.txt; `--upgrade` and other options go to uv."""
    for name in ("runtime", "dev"):
        source, lock = f"requirements/{name}.in", f"requirements/{name}.txt"
        command = (UV, "pip", "compile", *OPTIONS, source, "-o", lock, *sys.argv[1:])
        if code := subprocess.run(command, cwd=ROOT).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
