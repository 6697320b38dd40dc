"""Takes pictures of every page, for people to look at: `python -m journeys.pictures`.

Every page that an officer, a manager, a clerk and an administrator reach, in both languages, at
desk and phone width, into journeys/pictures/ (not committed). Names given on the command line
choose who: `python -m journeys.pictures okafor`.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import django
import psycopg
from psycopg import sql

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughcare.site.settings")
django.setup()

from conftest import OWNER, _make_roles, database_at  # noqa: E402 - after Django
from journeys import desk, office  # noqa: E402
from tests.links import walk  # noqa: E402
from throughcare.site.server import embedded  # noqa: E402

INTO = Path(__file__).parent / "pictures"
WHO = ("okafor", "tremblay", "gervais", "laframboise")


def main() -> int:
    """Take the pictures and say where they are."""
    who = sys.argv[1:] or WHO
    with an_office() as running, desk.started() as browser:
        sessions = desk.Sessions(running, browser)
        shown = {username: pages_of(sessions, username) for username in who}
        for username, pages in shown.items():
            for language in ("en", "fr"):
                take(sessions, username, language, pages)
    print(f"{sum(1 for _ in INTO.rglob('*.png'))} pictures are in {INTO}.")
    return 0


@contextmanager
def an_office() -> Iterator[office.Office]:
    """Start a PostgreSQL and an office of our own for the block."""
    server = embedded.start_for_tests()
    try:
        with psycopg.connect(server.admin, autocommit=True) as admin:
            _make_roles(admin)
            admin.execute(
                sql.SQL("CREATE DATABASE pictures OWNER {}").format(sql.Identifier(OWNER))
            )
        with tempfile.TemporaryDirectory() as home:
            office.migrated(database_at(server.admin, "pictures"), Path(home))
            with office.opened(server.admin, "pictures", Path(home)) as running:
                yield running
    finally:
        server.stop()


def pages_of(sessions: desk.Sessions, username: str) -> dict[str, str]:
    """Return the pages that somebody reaches, under the names of their pictures."""
    context = sessions.signed_in(username)
    found = walk(partial(desk.asked, context)).pages
    context.close()
    return {
        f"{name.replace(':', '-')}-{number}": address
        for name, addresses in found.items()
        for number, address in enumerate(addresses, start=1)
    }


def take(sessions: desk.Sessions, username: str, language: str, shown: dict[str, str]) -> None:
    """Take the pictures of somebody's pages in one language, at both widths."""
    for width in (desk.DESK, desk.PHONE):
        context = sessions.signed_in(username, language, width=width)
        page = context.new_page()
        for name, address in shown.items():
            page.goto(address)
            page.screenshot(path=INTO / username / f"{name}.{language}.{width}.png", full_page=True)
        context.close()


if __name__ == "__main__":
    sys.exit(main())
