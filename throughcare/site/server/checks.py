"""What an installation is examined for; each check answers in one plain sentence."""

import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import psycopg
from django.contrib.staticfiles import finders
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string

from throughcare.record.installation import missing_histories
from throughcare.refusal import Refused
from throughcare.site.server import binaries
from throughcare.site.server.addresses import APP, OWNER, Addresses, parts_of
from throughcare.site.server.connecting import connected
from throughcare.site.server.furnishing import EXTENSIONS
from throughcare.site.server.home import CHECKOUT
from throughcare.site.server.home_checks import wrong_in
from throughcare.site.server.provision import MODEST
from throughcare.site.server.trouble import Trouble

ENOUGH_SPACE = 1_000_000_000  # bytes
ASSETS = ("throughcare/throughcare.css", "throughcare/throughcare.js")
ZONE = "America/Toronto"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    says: str


def of_the_machine(home: Path) -> Iterator[Check]:
    """Look at what does not need the database."""
    yield Check(
        "python", sys.version_info >= (3, 11), f"Python {platform.python_version()} runs here."
    )
    yield _environment()
    yield _programs()
    yield _private(home)
    yield _space(home)
    yield _zones()
    yield _messages()


def _environment() -> Check:
    bootstrap = CHECKOUT / "tools" / "bootstrap.py"
    if not bootstrap.exists() or Path(sys.prefix) != CHECKOUT / ".venv":
        return Check("environment", True, "Not made by this checkout's own tools: not compared.")
    current = subprocess.run([sys.executable, bootstrap, "current"]).returncode == 0
    if current:
        return Check("environment", True, "What is installed is what the lock asks for.")
    return Check("environment", False, "The lock changed since: make run brings it up to date.")


def _programs() -> Check:
    try:
        found = binaries.find()
    except Trouble as trouble:
        return Check("postgresql programs", False, str(trouble))
    if broken := binaries.broken_wheel():
        says = f"The embedded PostgreSQL in {broken} does not start, so version {found.major} of "
        mending = "this system would be used. Remove .venv and make run: it is installed again."
        return Check("postgresql programs", False, says + mending)
    return Check("postgresql programs", True, f"PostgreSQL {found.major} is in {found.folder}.")


def _private(home: Path) -> Check:
    wrong = wrong_in(home)
    says = " ".join(wrong) or f"Only you may read the secrets and papers in {home}."
    return Check("private folder", not wrong, says)


def _space(home: Path) -> Check:
    place = next(path for path in (home, *home.parents) if path.exists())
    free = shutil.disk_usage(place).free
    says = f"{free / 1e9:.1f} GB are free where {home} is."
    return Check("disk", free >= ENOUGH_SPACE, says)


def _zones() -> Check:
    try:
        ZoneInfo(ZONE)
    except ZoneInfoNotFoundError:
        return Check("time zones", False, f"{ZONE} is unknown: install the package tzdata.")
    return Check("time zones", True, f"{ZONE} is known.")


def _messages() -> Check:
    package = CHECKOUT / "throughcare"
    sources = list(package.glob("*/locale/*/LC_MESSAGES/*.po"))
    stale = [
        source.parts[-5]
        for source in sources
        if not (compiled := source.with_suffix(".mo")).exists()
        or compiled.stat().st_mtime < source.stat().st_mtime
    ]
    if stale:
        return Check("messages", False, f"Not compiled for {', '.join(stale)}: make messages.")
    return Check("messages", True, f"The French of {len(sources)} apps is compiled.")


def of_the_database(addresses: Addresses) -> Iterator[Check]:
    """Look at the server, the two roles and what they may do."""
    for role, address in ((APP, addresses.app), (OWNER, addresses.owner)):
        try:
            with connected(parts_of(address)) as connection:
                yield from _of_the_role(connection, role)
        except Trouble as trouble:
            yield Check(role, False, str(trouble))


def _of_the_role(connection: psycopg.Connection[tuple[Any, ...]], role: str) -> Iterator[Check]:
    if role == APP:
        yield _server(connection)
        yield _extensions(connection)
    rights = connection.execute(
        f"SELECT current_user, {', '.join(MODEST)}, EXISTS (SELECT FROM pg_class "  # noqa: S608
        "WHERE pg_get_userbyid(relowner) = current_user), EXISTS (SELECT FROM pg_auth_members "
        "WHERE member = pg_roles.oid) FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    name, *too_much, owns, belongs = rights or ("", True, True, True)
    if any(too_much):
        yield Check(role, False, f"{name} may do too much: it must have no rights but its own.")
    elif role == APP and (owns or belongs):
        yield Check(role, False, f"{name} must own nothing and belong to no other role.")
    else:
        yield Check(role, True, f"{name} enters and is no superuser.")


def _server(connection: psycopg.Connection[tuple[Any, ...]]) -> Check:
    version = connection.info.server_version
    ok = version >= binaries.OLDEST_MAJOR * 10_000
    return Check("server", ok, f"PostgreSQL {version // 10_000}.{version % 10_000} answers.")


def _extensions(connection: psycopg.Connection[tuple[Any, ...]]) -> Check:
    present = {name for (name,) in connection.execute("SELECT extname FROM pg_extension")}
    missing = [name for name in EXTENSIONS if name not in present]
    says = f"Missing: {', '.join(missing)}." if missing else "All are there."
    return Check("extensions", not missing, says)


def of_the_tables() -> Iterator[Check]:
    """Look at migrations, histories and built assets, with Django set up."""
    try:
        yield _migrations()
        yield _histories()
        yield _second_factors()
    except DatabaseError as error:
        said = str(error).strip().splitlines()[0]
        yield Check("tables", False, f"They cannot be read ({said}): throughcare migrate.")
    missing = [asset for asset in ASSETS if finders.find(asset) is None]
    says = f"Missing: {', '.join(missing)}." if missing else "Style and script are there."
    yield Check("assets", not missing, says)


def _migrations() -> Check:
    executor = MigrationExecutor(connections["owner"])
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        return Check("migrations", False, f"{len(pending)} are pending: throughcare migrate.")
    return Check("migrations", True, "All are applied.")


def _histories() -> Check:
    if missing := missing_histories():
        return Check("histories", False, f"Missing for {', '.join(missing)}: throughcare migrate.")
    return Check("histories", True, "Every recorded table keeps its history.")


def _second_factors() -> Check:
    # By name: the module holds models, which Django must have loaded first.
    try:
        import_string("throughcare.staff.second_factors.demand_key")()
    except Refused:
        says = "Their key is gone: bring second_factor_key back from where it was put away. Until "
        says += "then no one-time code opens, and none is made; security keys open as ever."
        return Check("second factors", False, says)
    count = import_string("throughcare.staff.second_factors.unreadable")()
    if count:
        says = f"{count} do not open with the key that is here: put the right second_factor_key "
        return Check("second factors", False, says + "back, or reset those sign-ins.")
    return Check("second factors", True, "The key that is here opens all of them.")
