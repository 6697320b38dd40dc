"""The staff of the generated province: offices round the demo office."""

from datetime import date

from throughcare.staff import demo_names
from throughcare.staff.demo_accounts import DemoAccount
from throughcare.staff.demo_offices import Place, open_office, post
from throughcare.staff.demo_world import World
from throughcare.staff.models import StaffMember
from throughcare.staff.queries import plain

OFFICERS_AN_OFFICE = 7


def open_province(world: World, officers: int, began: date) -> None:
    """Open offices and fill each with a manager, a clerk and its share of officers."""
    offices = max(1, officers // OFFICERS_AN_OFFICE)
    for number in range(offices):
        place = _place(number)
        office = open_office(world, place, began)
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
