"""The addresses of the database: one for each of the two roles.

Settings read `THROUGHCARE_APP_URL` and `THROUGHCARE_OWNER_URL`. Where these are not given, the
command line works them out of an administrator's address and hands them to its children.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from throughcare.site.server.trouble import Trouble

APP, OWNER = "throughcare_app", "throughcare_owner"
APP_VARIABLE, OWNER_VARIABLE = "THROUGHCARE_APP_URL", "THROUGHCARE_OWNER_URL"
DEFAULT_DATABASE = "throughcare"
EXAMPLE = "postgresql://postgres:password@db.example.org:5432/throughcare"

Parts = dict[str, str]


@dataclass(frozen=True)
class Addresses:
    """Where each role finds the database, and whether it is our own embedded server."""

    app: str
    owner: str
    embedded: bool = False
    admin: str | None = None
    """The administrator's address that the others were worked out from."""

    def as_environ(self) -> dict[str, str]:
        """Return the variables that children read."""
        return {APP_VARIABLE: self.app, OWNER_VARIABLE: self.owner}


def given(environ: Mapping[str, str]) -> Addresses | None:
    """Return the addresses that the environment names outright, if it names both.

    :raises Trouble: only one is named, or one is not an address.
    """
    app, owner = environ.get(APP_VARIABLE), environ.get(OWNER_VARIABLE)
    if not app and not owner:
        return None
    if not app or not owner:
        raise Trouble(f"Give both {APP_VARIABLE} and {OWNER_VARIABLE}, or neither.")
    parts_of(app, APP_VARIABLE)
    parts_of(owner, OWNER_VARIABLE)
    return Addresses(app, owner)


def parts_of(address: str, variable: str = "DATABASE_URL") -> Parts:
    """Return the parts of an address by PostgreSQL's names for them.

    :raises Trouble: it is not an address of PostgreSQL; the address is not repeated, since it
        may hold a password.
    """
    scheme = address.partition("://")[0]
    if scheme not in ("postgresql", "postgres"):
        raise Trouble(f"{variable} is not an address of PostgreSQL. An example: {EXAMPLE}")
    try:
        parts = conninfo_to_dict(address)
    except ProgrammingError as error:
        raise Trouble(
            f"{variable} is not an address PostgreSQL understands. An example: {EXAMPLE}"
        ) from error
    return {name: str(value) for name, value in parts.items() if value is not None}


def address_of(parts: Mapping[str, str]) -> str:
    """Return the address that has these parts."""
    rest = dict(parts)
    user = quote(rest.pop("user", ""), safe="")
    password = quote(rest.pop("password", ""), safe="")
    database = quote(rest.pop("dbname", ""), safe="")
    who = f"{user}:{password}@" if password else f"{user}@" if user else ""
    place = ""
    if _fits_in_front(rest.get("host", "")):
        place = rest.pop("host") + (f":{rest.pop('port')}" if "port" in rest else "")
    query = f"?{urlencode(rest, quote_via=quote)}" if rest else ""
    return f"postgresql://{who}{place}/{database}{query}"


def _fits_in_front(host: str) -> bool:
    """Say whether a host may stand before the path: not a socket's folder, a list or IPv6."""
    return bool(host) and not set(host) & set("/,:%")


def for_role(admin: Mapping[str, str], role: str, secret: str) -> Parts:
    """Return the parts of a role's address on an administrator's server."""
    return {**admin, "user": role, "password": password_of(role, secret)}


def password_of(role: str, secret: str) -> str:
    """Return a role's password: the same secret gives the same one, so none is stored."""
    return hmac.new(
        secret.encode(), f"throughcare role {role}".encode(), hashlib.sha256
    ).hexdigest()


def server_of(parts: Mapping[str, str]) -> str:
    """Return how people call the server of an address, without user or password."""
    host = parts.get("host") or "this machine"
    return f"{host}:{parts['port']}" if "port" in parts else host
