"""The first office and its first administrator, without whom nobody could sign in."""

from dataclasses import dataclass

from throughcare import clock
from throughcare.record.entries import System, entry
from throughcare.record.models import Entry
from throughcare.refusal import Refused
from throughcare.staff.commands.accounts import open_account
from throughcare.staff.commands.postings import post_member
from throughcare.staff.models import Office
from throughcare.staff.roles import ROLES


class HasBegun(Refused): ...


@dataclass(frozen=True)
class FirstOffice:
    """What must be said of an office to open it."""

    code: str
    name: str
    name_fr: str
    address: str
    city: str
    postal_code: str = ""


def begin(*, office: FirstOffice, username: str, given_name: str, surname: str) -> str:
    """Open the first office with its first administrator; return the first password.

    :raises HasBegun: when anything has been recorded here before.
    """
    if Entry.objects.exists():
        raise HasBegun("This database has begun already: an administrator opens further accounts.")
    by = System()
    with entry("staff.office_opened", by=by):
        opened = Office.objects.create(**vars(office))
        member, password = open_account(
            username=username, given_name=given_name, surname=surname, language="en", by=by
        )
        post_member(
            member=member,
            office=opened,
            role=ROLES["ADMINISTRATOR"].code,
            starts_on=clock.today(),
            by=by,
        )
    return password
