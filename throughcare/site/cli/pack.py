"""`throughcare pack`: checks a jurisdiction's pack, shows an entry, writes the reference."""

import argparse
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from throughcare import clock
from throughcare.packs.checking import check_pack
from throughcare.packs.entries import PackError
from throughcare.packs.law_sections import Entry
from throughcare.packs.loading import PACKS, load, pack_folders
from throughcare.packs.pack import Pack
from throughcare.packs.reference import entries_of, reference_page, sections
from throughcare.site.cli import office
from throughcare.site.server.trouble import Trouble

LANGUAGES = ("en", "fr")
DEFAULT = PACKS / "ca_on"
EXAMPLE = """\
throughcare pack check throughcare/packs/ca_on
throughcare pack show COMMUNITY_SERVICE --on 2026-11-26
throughcare pack show COMMUNITY_SERVICE --lang fr --pack throughcare/packs/example
throughcare pack reference docs/reference

check prints every error (file, line, what is wrong, how to mend it), runs the worked examples and
counts; its exit code is 1 where anything is wrong. show prints an entry as people read it. No
database is needed.
"""


def add_to(commands: Any) -> None:
    """Add the command and what it can do to the command line."""
    pack = office.add_command(
        commands,
        "pack",
        act,
        summary="check a jurisdiction's pack, show an entry, write the reference pages",
        example=EXAMPLE,
    )
    what = pack.add_subparsers(dest="what", metavar="WHAT", required=True)
    check = what.add_parser("check", help="print every error of a pack, or what it holds")
    check.add_argument("folder", type=Path, metavar="DIR", help="the folder of the pack")
    show = what.add_parser("show", help="print an entry as people read it")
    show.add_argument("code", metavar="CODE", help="its code, or an alias")
    show.add_argument("--on", type=day, metavar="DATE", help="as in force on a day (today)")
    show.add_argument("--pack", type=Path, default=DEFAULT, metavar="DIR", help="another pack")
    show.add_argument("--lang", choices=LANGUAGES, default="en", help="the language (en)")
    reference = what.add_parser("reference", help="write the reference pages of every pack")
    reference.add_argument("folder", type=Path, metavar="DIR", help="where to write them")


def day(text: str) -> date:
    """Return a day written 2026-01-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a day. Write one such as 2026-01-31."
        ) from None


def act(options: argparse.Namespace) -> int:
    """Do what was asked; return 0, or 1 where a pack has errors or an entry is not there."""
    return ACTS[options.what](options)


def check(options: argparse.Namespace) -> int:
    """Print every error of a pack and how many, or what the pack holds."""
    found = check_pack(options.folder.resolve())
    for error in found.errors:
        print(error)
    if found.errors:
        several = "" if len(found.errors) == 1 else "s"
        print(f"{len(found.errors)} error{several}. The pack does not load until they are mended.")
        return 1
    print(f"{options.folder.resolve().name} can be used. It holds:")
    for name, count in found.counts.items():
        print(f"{count:>6}  {name}")
    if found.without_example:
        print(f"Without a worked example: {', '.join(found.without_example)}.")
    return 0


def show(options: argparse.Namespace) -> int:
    """Print the entries of a code as they are on a day."""
    pack, on = opened(options.pack), options.on or clock.today()
    entries = entries_of(pack, options.code, on, options.lang)
    if not entries:
        raise Trouble(not_there(pack, options.code, on))
    print("\n\n".join("\n".join(as_text(entry, options.lang)) for entry in entries))
    return 0


def opened(folder: Path) -> Pack:
    """Return the pack of a folder.

    :raises Trouble: it cannot be used; the first errors are told.
    """
    try:
        return load(folder.resolve())
    except PackError as error:
        first, *rest = str(error).split("\n")
        more = f" (and {len(rest)} more: throughcare pack check {folder})" if rest else ""
        raise Trouble(f"{first}{more}") from None


def not_there(pack: Pack, code: str, on: date) -> str:
    """Return that there is no such entry on a day, with what may have been meant."""
    codes = [entry[0] for _, entries in sections(pack, "en", None) for entry in entries]
    if code in codes:
        return f"{code} was not in force on {on}. Choose a later day with --on."
    near = get_close_matches(code.upper(), codes, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"the pack {pack.code} has no entry {code}.{hint}"


def as_text(entry: Entry, language: str) -> list[str]:
    """Return the lines of an entry for a terminal."""
    code, labels, parts = entry
    lines = [f"{labels[language]}  ({code})"]
    for part in parts:
        lines += ["", part.heading] if part.heading else []
        lines += [f"  {line}" for line in part.lines]
    return lines


def write_reference(options: argparse.Namespace) -> int:
    """Write the reference pages of every pack that ships, in each language."""
    options.folder.mkdir(parents=True, exist_ok=True)
    for folder in pack_folders():
        for language in LANGUAGES:
            path = options.folder / f"{folder.name}.{language}.md"
            path.write_text(reference_page(load(folder), language), encoding="utf-8")
            print(path)
    return 0


ACTS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": check,
    "show": show,
    "reference": write_reference,
}
