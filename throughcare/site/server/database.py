"""Opens the database of an installation: the one given, or the embedded one."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from throughcare.site.server import addresses, embedded
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.home import home_of, kept_secret, make_private
from throughcare.site.server.provision import drop_database, provisioned
from throughcare.site.server.trouble import Trouble


@contextmanager
def opened(environ: Mapping[str, str] = os.environ) -> Iterator[Addresses]:
    """Give both roles' addresses; an embedded server lives at least as long as the block.

    :raises Trouble: one sentence says why there is no database.
    """
    if named := addresses.given(environ):
        yield named
        return
    home = home_of(environ)
    if admin := environ.get("DATABASE_URL"):
        yield provisioned(admin, _secret(admin, home))
        return
    with embedded.running(home) as server:
        yield provisioned(server.admin, _secret(server.admin, home), embedded=True)


def begin_afresh(opened: Addresses, environ: Mapping[str, str] = os.environ) -> None:
    """Drop an opened database with everything in it, and make it again, empty.

    :raises Trouble: the addresses of both roles were given outright, which cannot make one.
    """
    if opened.admin is None:
        raise Trouble("To begin afresh, an administrator's address is needed: set DATABASE_URL.")
    drop_database(opened.admin)
    provisioned(opened.admin, _secret(opened.admin, home_of(environ)))


def _secret(admin: str, home: Path) -> str:
    """Return what the roles' passwords come from: the administrator's, or one kept at home."""
    password = addresses.parts_of(admin).get("password")
    return password or kept_secret(make_private(home) / "roles-secret")
