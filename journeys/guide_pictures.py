"""Takes the pictures of the guide from the demo office: `python -m journeys.guide_pictures`.

Into docs/guide/pictures, in both languages, as one screen of a desk shows them. Names given on the
command line choose which: `python -m journeys.guide_pictures past later`. Look at each before it is
committed, and name none in the guide that is not made here.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from journeys import desk
from journeys.hands import Mouse
from journeys.office import Office
from journeys.pictures import an_office  # first: it readies Django
from journeys.test_an_order_arrives import arrives
from journeys.test_every_page import CASE
from tests.links import relative
from tests.tree import ROOT

INTO = ROOT / "docs" / "guide" / "pictures"
SIZE = {"width": 1200, "height": 760}
PAST = "2026-03-14"


@dataclass(frozen=True)
class Picture:
    """A picture of the guide: who looks at which address; `made` first does what leads there."""

    who: str
    address: str = ""
    made: Callable[[desk.Sessions, str], str] | None = None
    below: int = 0
    """How far the page is scrolled."""


def an_order(sessions: desk.Sessions, language: str) -> str:
    """Let a clerk take in an invented order, and return where it is confirmed."""
    context = sessions.signed_in("gervais", language)
    page = context.new_page()
    arrives(Mouse(page), f"26-99{'12'[language == 'fr']}", surname="Brightwater")
    address = relative(page.url).removesuffix("taken-in/")
    context.close()
    return address


PICTURES = {
    "account": Picture("okafor", "/staff/account/"),
    "find": Picture("okafor", "/find/?q=etiene+lavale"),
    "today": Picture("okafor", "/today/"),
    "file": Picture("okafor", "/cases/{case}/"),
    "past": Picture("okafor", f"/as-known-on/{PAST}/cases/{{case}}/"),
    "later": Picture("okafor", f"/as-known-on/{PAST}/what-came-later/{{case}}/"),
    "contact": Picture("okafor", "/cases/{case}/contacts/new/"),
    "obligations": Picture("okafor", "/cases/{case}/account/"),
    "set-aside": Picture("okafor", "/cases/{case}/set-aside/"),
    "victims": Picture("okafor", "/cases/{case}/victims/"),
    "emergency": Picture("okafor", "/emergency/"),
    "who-looked": Picture("tremblay", "/cases/{case}/record/who-looked/"),
    "intake": Picture("gervais", "/intake/"),
    "confirm": Picture("tremblay", made=an_order, below=190),
    "identity": Picture("gervais", "/cases/{case}/identity/"),
    "office": Picture("tremblay", "/office/"),
    "staff": Picture("laframboise", "/staff/"),
    "counts": Picture("zhang", "/counts/"),
}


def main() -> int:
    """Take the pictures that are named, or all, and say where they are."""
    named = sys.argv[1:] or list(PICTURES)
    if unknown := set(named) - set(PICTURES):
        print(
            f"No picture is called {', '.join(sorted(unknown))}. There are: {', '.join(PICTURES)}."
        )
        return 2
    subprocess.run([sys.executable, "tools/messages.py", "compile"], cwd=ROOT, check=True)
    with an_office() as running, desk.started() as browser:
        sessions = desk.Sessions(running, browser)
        for name in named:
            for language in ("en", "fr"):
                take(sessions, name, language)
    print(f"{2 * len(named)} pictures are in {INTO}.")
    return 0


def take(sessions: desk.Sessions, name: str, language: str) -> None:
    """Take one picture in one language."""
    wanted = PICTURES[name]
    context = sessions.signed_in(wanted.who, language)
    page = context.new_page()
    page.set_viewport_size(SIZE)
    address = wanted.made(sessions, language) if wanted.made else wanted.address
    page.goto(address.format(case=case_of(sessions.office)))
    page.evaluate("far => scrollTo(0, far)", wanted.below)
    page.screenshot(path=INTO / f"{name}-{language}.png")
    context.close()


def case_of(office: Office) -> str:
    """Return the number of the file that the guide shows."""
    [(number,)] = office.asked(CASE)
    return str(number)


if __name__ == "__main__":
    sys.exit(main())
