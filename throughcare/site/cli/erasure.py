"""`throughcare erasure`: erase by law, asked by one person and approved by another."""

import argparse
import textwrap
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from throughcare.packs.erasure_bases import ErasureBasis, erasure_bases
from throughcare.refusal import Refused
from throughcare.site.cli import office
from throughcare.site.cli.account import printable
from throughcare.site.cli.record import chain_all, member
from throughcare.site.server.trouble import Trouble

EXAMPLE = """\
throughcare erasure bases
throughcare erasure ask --case C-2026-00012 --basis RETENTION --why "Ended 2005." --by landry
throughcare erasure list
throughcare erasure approve 0193… --by okafor
throughcare erasure carry-out --by okafor
throughcare erasure hold --case C-2026-00012 --why "Civil action 26-114." --by landry
throughcare erasure lift 0193… --why "Action dismissed." --by okafor

ask only writes down what is asked. approve needs somebody else. carry-out does what was asked and
approved on pages. It takes away every row of a
case, or of a person with every case, now and in the past, with its papers, the words found in them
and the reasons given for acts. The hashes stay: the record and its exports still verify, and say
under what something was erased. That cannot be undone.

A hold keeps a case or a person from being erased while a proceeding needs it.

Older backups still hold what was erased until they are thrown away.
"""
ERASING = "throughcare.record.erasing"
CASE = "SELECT id FROM cases_case WHERE number = %s"
PERSON = "SELECT id FROM people_person WHERE number = %s"


def add_to(commands: Any) -> None:
    """Add the command and its own commands to the command line."""
    summary = "erase by law: asked by one person, approved by another"
    erasure = commands.add_parser(
        "erasure",
        help=summary,
        description=f"{summary.capitalize()}.",
        epilog="example:\n" + textwrap.indent(EXAMPLE, "  "),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    own = erasure.add_subparsers(title="commands", metavar="COMMAND", required=True)
    office.add_command(
        own, "bases", show_bases, summary="say under what may be erased", example=EXAMPLE
    )
    office.add_command(
        own, "list", show, summary="list what was asked and what is held", example=EXAMPLE
    )
    asks = office.add_command(own, "ask", ask, summary="ask for an erasure", example=EXAMPLE)
    asks.add_argument("--basis", required=True, metavar="CODE", help="one of `erasure bases`")
    approves = office.add_command(
        own, "approve", approve, summary="approve what another asked, and erase", example=EXAMPLE
    )
    carries = office.add_command(
        own, "carry-out", carry_out, summary="erase what was approved on pages", example=EXAMPLE
    )
    holds = office.add_command(own, "hold", hold, summary="keep from being erased", example=EXAMPLE)
    lifts = office.add_command(own, "lift", lift, summary="lift a hold", example=EXAMPLE)
    for each in (asks, holds):
        subject = each.add_mutually_exclusive_group(required=True)
        subject.add_argument("--case", metavar="CASE", help="the number of a file")
        subject.add_argument("--person", metavar="PERSON", help="a person's number: every file too")
    for each in (approves, lifts):
        each.add_argument("id", type=UUID, metavar="ID", help="as `erasure list` shows it")
    for each in (asks, holds, lifts):
        each.add_argument("--why", required=True, metavar="TEXT", help="why, in your words")
    for each in (asks, approves, carries, holds, lifts):
        each.add_argument("--by", required=True, metavar="USERNAME", help="who does it")


def show_bases(options: argparse.Namespace) -> int:
    """Print under what something may be erased, and the doubts of each basis."""
    with office.django_ready():
        for each in erasure_bases(settings.JURISDICTION).values():
            print(f"{each.code}\n  {each.en}\n  {each.fr}\n  Know: {each.doubt}")
    return 0


def show(options: argparse.Namespace) -> int:
    """Print what was asked, what was erased, and what is held."""
    with office.django_ready():
        for each in import_string("throughcare.record.models.Erasure").objects.order_by("id"):
            done = "erased" if each.versions else "approved" if each.approved_at else "asked"
            done += f", approved by {each.approved_by_name}" if each.approved_at else ""
            print(printable(f"{each.id} {each.basis} {done}; asked by {each.asked_by_name}"))
        for each in import_string("throughcare.record.models.Hold").objects.order_by("id"):
            until = f"lifted by {each.lifted_by_name}" if each.lifted_at else "stands"
            print(printable(f"{each.id} hold {until}: {each.why}"))
    return 0


def ask(options: argparse.Namespace) -> int:
    """Write down that an erasure is asked, and print its id."""
    with office.django_ready():
        basis = _basis(options.basis)
        asked = import_string(f"{ERASING}.erasures.ask_erasure")(
            of=_subject(options),
            basis=import_string(f"{ERASING}.erasures.Basis")(basis.code, basis.en, basis.fr),
            why=options.why,
            by=member(options.by),
        )
    print(f"Asked: {asked.id}\nKnow: {basis.doubt}\nAnother person approves it.")
    return 0


def _basis(code: str) -> ErasureBasis:
    bases = erasure_bases(settings.JURISDICTION)
    if code not in bases:
        raise Trouble(f"{code} is no basis here. There are: {', '.join(bases) or 'none'}.")
    return bases[code]


def _subject(options: argparse.Namespace) -> Any:
    erasures = f"{ERASING}.erasures"
    bare, subject = import_string(f"{erasures}.Bare"), import_string(f"{erasures}.Subject")
    asked, number = (CASE, options.case) if options.case else (PERSON, options.person)
    with connection.cursor() as cursor:
        cursor.execute(asked, [number])
        found = cursor.fetchone()
    if found is None:
        raise Trouble(f"There is no {number}. The page of a file or person shows its number.")
    return subject(case=bare(found[0])) if options.case else subject(person=bare(found[0]))


def approve(options: argparse.Namespace) -> int:
    """Approve an erasure, carry it out, and say what is gone."""
    with office.django_ready():
        chain_all()
        gone = import_string("throughcare.site.erasing.carry_out")(
            options.id, by=member(options.by)
        )
        chain_all()
    print(f"Erased: {gone.done.versions:,} row versions, {gone.done.reasons:,} reasons,")
    print(f"{gone.contents:,} papers. Their hashes stay. Older backups still hold them.")
    return 0


def carry_out(options: argparse.Namespace) -> int:
    """Carry out all that was approved on pages, and say what is gone; return 1 if one is held."""
    refused = 0
    with office.django_ready():
        waiting, by = import_string("throughcare.site.erasing.waiting")(), member(options.by)
        for asked in waiting:
            chain_all()
            try:
                gone = import_string("throughcare.site.erasing.carry_out")(asked, by=by)
            except Refused as refusal:
                refused = 1
                print(printable(f"Not erased: {asked}. {refusal}"))
            else:
                said = f"{gone.done.versions:,} row versions, {gone.contents:,} papers"
                print(f"Erased: {asked}, {said}.")
        chain_all()
    print("Hashes stay. Older backups still hold it." if waiting else "Nothing approved waits.")
    return refused


def hold(options: argparse.Namespace) -> int:
    """Keep a case or a person from being erased."""
    with office.django_ready():
        placed = import_string(f"{ERASING}.holds.place_hold")(
            of=_subject(options), why=options.why, by=member(options.by)
        )
    print(f"Held: {placed.id}")
    return 0


def lift(options: argparse.Namespace) -> int:
    """Lift a hold."""
    with office.django_ready():
        import_string(f"{ERASING}.holds.lift_hold")(
            id=options.id, why=options.why, by=member(options.by)
        )
    print("The hold is lifted.")
    return 0
