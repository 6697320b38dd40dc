"""The staff of the demo office and of the generated province."""

from base64 import b64encode
from datetime import timedelta
from functools import cache
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import make_password

from throughcare.record.registry import not_recorded
from throughcare.staff import codes, demo_days
from throughcare.staff.demo_accounts import ACCOUNTS, PASSWORD, SIGN_INS, DemoAccount, secret_of
from throughcare.staff.demo_offices import REGION, SUDBURY, YEARS, open_office, post
from throughcare.staff.demo_province import open_province
from throughcare.staff.demo_world import World
from throughcare.staff.models import Office, StaffMember

__all__ = ["SignIn", "World", "current_code", "populate", "sign_ins", "standing_sign_ins"]

# As long as a salt must be, so that signing in does not hash the password afresh.
SALT = "throughcareDemoOffice2026"
WRITTEN_SALT = b64encode(SALT.encode()).decode().rstrip("=")  # as Argon2 writes it

not_recorded("Second factors of accounts: what may sign in, not what was done.")(Authenticator)


class SignIn(NamedTuple):
    """What signs a member of the demo office in."""

    username: str
    password: str
    totp_secret: str
    role: str
    name: str


def sign_ins() -> list[SignIn]:
    """Return the sign-ins of the demo office; the first is the demo officer's."""
    return [
        SignIn(
            account.username,
            PASSWORD,
            secret_of(account.username),
            account.role,
            f"{account.given_name} {account.surname}",
        )
        for account in SIGN_INS
    ]


def standing_sign_ins() -> list[SignIn]:
    """Return the sign-ins of the demo that are in this database with the demo's own password.

    An earlier demo may lack some, and its salt tells its accounts from those of a real office.
    """
    of_the_demo = StaffMember.objects.filter(password__contains=f"${WRITTEN_SALT}$")
    here = set(of_the_demo.values_list("username", flat=True))
    return [each for each in sign_ins() if each.username in here]


def current_code(secret: str) -> str:
    """Return the one-time code of this half minute."""
    return codes.code_at(secret, codes.step_now())


def populate(world: World) -> None:
    """Make the demo office, and around it a province when more officers are asked for."""
    began = world.today - timedelta(days=365 * YEARS)
    office = open_office(world, SUDBURY, began)
    region = open_office(world, REGION, began)
    world.offices.remove(region)  # nobody reports there and no file is held there
    for account in ACCOUNTS:
        with_sign_in(world, account, region if account.regional else office)
    officers = sum(account.role == "OFFICER" for account in ACCOUNTS)
    if world.staff > len(ACCOUNTS):
        open_province(world, world.staff - officers, began)
    demo_days.populate(world)


@cache
def _shared_password() -> str:
    return make_password(PASSWORD, salt=SALT)


def with_sign_in(world: World, account: DemoAccount, office: Office) -> StaffMember:
    """Give someone of the demo a posting at an office, the shared password and fixed codes."""
    member = StaffMember(
        id=world.new_id(),
        username=account.username,
        password=_shared_password(),
        given_name=account.given_name,
        surname=account.surname,
        language=account.language,
        speaks=list(account.speaks),
    )
    post(world, member, office, account)
    _second_factors(world, member, account, SIGN_INS.index(account) + 1)
    return member


def _second_factors(world: World, member: StaffMember, account: DemoAccount, number: int) -> None:
    """Give an account its fixed codes. Ids below zero leave the table's own numbers free."""
    made = world.moment(world.today - timedelta(days=30))
    secret = secret_of(account.username)
    factors: dict[str, dict[str, Any]] = {
        "totp": {"secret": encrypt(secret)},
        "recovery_codes": {
            "seed": encrypt(secret * 2),
            "used_mask": 0,
            "viewed_at": made.timestamp(),
        },
    }
    for place, (kind, data) in enumerate(factors.items()):
        world.loader.add_without_history(
            Authenticator(
                id=-(2 * number + place), user=member, type=kind, data=data, created_at=made
            )
        )
