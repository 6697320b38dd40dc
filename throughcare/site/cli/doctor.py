"""`throughcare doctor`: says in plain words what is right and wrong with an installation."""

import argparse
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.db import connections

from throughcare.site.cli import demo, office
from throughcare.site.cli.doctor_record import of_the_record
from throughcare.site.server import database, web
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.checks import Check, of_the_database, of_the_machine, of_the_tables
from throughcare.site.server.home import home_of
from throughcare.site.server.trouble import Trouble


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    doctor = office.add_command(
        commands,
        "doctor",
        act,
        summary="say what is right and wrong with this installation; ends with 1 if anything is",
        example="throughcare doctor --json | python -m json.tool",
    )
    doctor.add_argument(
        "--json",
        action="store_true",
        help="print database addresses, web address, demo sign-ins and checks for programs; "
        "the addresses hold passwords",
    )


def act(options: argparse.Namespace) -> int:
    """Examine the machine, the database and the tables; return 1 if anything is wrong."""
    report: dict[str, Any] = {"database": None, "web": None, "demo": []}
    checks = list(of_the_machine(home_of(os.environ)))
    try:
        with database.opened() as addresses:
            office.set_up_django(addresses)
            checks += _of_the_office(addresses)
            report |= _said_of(addresses)
            connections.close_all()
    except Trouble as trouble:
        checks.append(Check("database", False, str(trouble)))
    report["checks"] = [asdict(check) for check in checks]
    print(json.dumps(report, indent=2, ensure_ascii=False) if options.json else _text(report))
    return 0 if all(check.ok for check in checks) else 1


def _of_the_office(addresses: Addresses) -> Iterator[Check]:
    yield from of_the_database(addresses)
    yield from of_the_tables()
    yield from of_the_record()
    yield _check_of_the_web()
    yield _check_of_the_demo(addresses)


def _check_of_the_web() -> Check:
    if running := office.office_running():
        place = web.WebPlace(running["host"], int(str(running["web"]).rpartition(":")[2]))
        ok = web.answers(place)
        says = f"The office runs at {running['web']} and "
        return Check("web", ok, says + ("answers." if ok else "does not answer."))
    try:
        place = web.place_of(os.environ)
        web.demand_free(place)
    except Trouble as trouble:
        return Check("web", False, str(trouble))
    return Check("web", True, f"The office is not running; port {place.port} is free for it.")


def _check_of_the_demo(addresses: Addresses) -> Check:
    if not demo.holds_the_demo():
        return Check("demo", True, "The database holds no demo sign-ins.")
    allowed = addresses.embedded or bool(office.office_running().get("demo"))
    says = "The database holds the demo office"
    if allowed:
        return Check("demo", True, f"{says}, on the embedded server or as asked.")
    return Check("demo", False, f"{says}, and this is not the embedded server.")


def _said_of(addresses: Addresses) -> dict[str, Any]:
    return {
        "database": {"app": addresses.app, "owner": addresses.owner},
        "web": office.office_running().get("web"),
        "demo": [_sign_in(each) for each in demo.sign_ins()],
    }


def _sign_in(each: Any) -> dict[str, str]:
    names = ("username", "password", "totp_secret", "role")
    return {name: str(getattr(each, name)) for name in names}


def _text(report: dict[str, Any]) -> str:
    lines = [
        f"{'right' if check['ok'] else 'WRONG'}  {check['name']}: {check['says']}"
        for check in report["checks"]
    ]
    for each in report["demo"]:
        code = demo.current_code(each["totp_secret"])
        lines.append(f"demo   {each['username']} / {each['password']} / code {code}")
    return "\n".join(lines)
