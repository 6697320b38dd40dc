"""The staff of the demo office and of the generated province."""

from datetime import date, time, timedelta
from functools import cache
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import make_password

from throughcare.record.entries import System
from throughcare.record.registry import not_recorded
from throughcare.staff import codes, demo_days, demo_names
from throughcare.staff.demo_accounts import ACCOUNTS, PASSWORD, SIGN_INS, DemoAccount, secret_of
from throughcare.staff.demo_world import World
from throughcare.staff.models import Office, Posting, StaffMember
from throughcare.staff.queries import plain

__all__ = ["SignIn", "World", "current_code", "populate", "sign_ins"]

OFFICERS_AN_OFFICE = 7
YEARS = 3
# As long as a salt must be, so that signing in does not hash the password afresh.
SALT = "throughcareDemoOffice2026"

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


def current_code(secret: str) -> str:
    """Return the one-time code of this half minute."""
    return codes.code_at(secret, codes.step_now())


def populate(world: World) -> None:
    """Make the demo office, and around it a province when more officers are asked for."""
    began = world.today - timedelta(days=365 * YEARS)
    office = _open_office(world, SUDBURY, began)
    region = _open_office(world, REGION, began)
    world.offices.remove(region)  # nobody reports there and no file is held there
    for account in ACCOUNTS:
        with_sign_in(world, account, region if account.regional else office)
    officers = sum(account.role == "OFFICER" for account in ACCOUNTS)
    if world.staff > len(ACCOUNTS):
        _province(world, world.staff - officers, began)
    demo_days.populate(world)


class Place(NamedTuple):
    """An office to open."""

    code: str
    name: str
    name_fr: str
    city: str
    french: bool = False
    zone: str = "America/Toronto"


SUDBURY = Place("SUD", "Sudbury", "Sudbury", "Sudbury", True)
REGION = Place("NOR", "Northern Region", "Région du Nord", "Sudbury", True)


def _open_office(world: World, place: Place, began: date) -> Office:
    number = len(world.offices)
    office = Office(
        id=world.new_id(),
        code=place.code,
        name=place.name,
        name_fr=place.name_fr,
        address=f"{100 + number * 7} {world.chance.choice(STREETS)}",
        city=place.city,
        postal_code=f"P{number % 10}A {number % 9 + 1}B{number % 8 + 1}",
        phone=f"+1705555{1000 + number:04}",
        zone=place.zone,
        opens_at=time(8, 30),
        closes_at=time(16, 30),
    )
    opened = world.loader.entry(
        "staff.office_opened", by=System(), recorded_at=world.moment(began, 8)
    )
    world.offices.append(opened.add(office))
    return office


STREETS = ("Elm Street", "King Street West", "rue Principale", "Station Road", "Queen Street")


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


def post(world: World, member: StaffMember, office: Office, account: DemoAccount) -> None:
    """Give a new member a posting that runs today, and before it the one it came from.

    An acting manager was an officer until two months ago; a trainee came four months ago.
    """
    days_ago = {"TRAINEE": 120}.get(account.role, world.chance.randrange(900, 365 * YEARS))
    since = world.today - timedelta(days=60 if account.acting else days_ago)
    world.loader.add_without_history(member)
    if account.acting:
        before = world.today - timedelta(days=days_ago)
        _add_posting(world, member, office, "OFFICER", before, ends_before=since)
    member.posting = _add_posting(
        world,
        member,
        office,
        account.role,
        since,
        designated_french=account.designated_french,
        acting=account.acting,
    )
    world.members.append(member)


def _add_posting(
    world: World, member: StaffMember, office: Office, role: str, since: date, **more: Any
) -> Posting:
    said = world.loader.entry("staff.posted", by=System(), recorded_at=world.moment(since, 8, 30))
    return said.add(
        Posting(id=world.new_id(), member=member, office=office, role=role, starts_on=since, **more)
    )


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


def _province(world: World, officers: int, began: date) -> None:
    """Open offices and fill each with a manager, a clerk and its share of officers."""
    offices = max(1, officers // OFFICERS_AN_OFFICE)
    for number in range(offices):
        place = _place(number)
        office = _open_office(world, place, began)
        share = officers // offices + (number < officers % offices)
        for role in ("MANAGER", "CLERK", *["OFFICER"] * share):
            account = _someone(world, role, place.french)
            member = StaffMember(
                id=world.new_id(),
                username=account.username,
                password="!",  # noqa: S106 - no password is right
                given_name=account.given_name,
                surname=account.surname,
                language=account.language,
                speaks=list(account.speaks),
            )
            post(world, member, office, account)


def _place(number: int) -> Place:
    (city, french_name, french) = demo_names.PLACES[number % len(demo_names.PLACES)]
    quarter, quarter_fr = demo_names.QUARTERS[
        number // len(demo_names.PLACES) % len(demo_names.QUARTERS)
    ]
    zone = "America/Winnipeg" if city in demo_names.CENTRAL else "America/Toronto"
    return Place(
        f"O{number + 1:03}",
        f"{city} {quarter}",
        f"{french_name or city} {quarter_fr}",
        city,
        french,
        zone,
    )


def _someone(world: World, role: str, french_place: bool) -> DemoAccount:
    """Return someone invented; in a French place one in two works in French."""
    chance = world.chance
    french = chance.random() < (0.5 if french_place else 0.08)
    given, surnames, speaks = demo_names.ENGLISH, demo_names.ENGLISH_SURNAMES, ["en"]
    if french:
        given, surnames, speaks = demo_names.FRENCH, demo_names.FRENCH_SURNAMES, ["fr", "en"]
    elif chance.random() < 0.35:
        given, surnames = demo_names.OTHER, demo_names.OTHER_SURNAMES
        speaks = ["en", chance.choice(demo_names.LANGUAGES_OF_OTHERS)]
    surname = chance.choice(surnames)
    return DemoAccount(
        f"{plain(surname).replace(chr(39), '')}{len(world.members)}",
        chance.choice(given),
        surname,
        role,
        "fr" if french else "en",
        tuple(speaks),
        designated_french=french and chance.random() < 0.6,
    )
