"""Every page of orders: who may open it, its title in both languages, one h1, its queries."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.tests.factories import restricted
from throughcare.orders import urls
from throughcare.orders.commands import expecting, papers
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import an_order
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
OPEN, SEE, WRITE = Permission.OPEN_CASE, Permission.SEE_CASE, Permission.WRITE_CASE
# The page, what it asks of its viewer, and its title in English and French.
PAGES = {
    "intake": (OPEN, "Intake", "Accueil"),
    "arrive": (OPEN, "An order arrives", "Une ordonnance arrive"),
    "paper": (
        OPEN,
        "Take in the order of Odile Brazeau",
        "Consigner l’ordonnance de Odile Brazeau",
    ),
    "hold": (OPEN, "Hold this paper", "Garder ce document"),
    "aside": (OPEN, "Set this paper aside", "Mettre ce document de côté"),
    "expect": (OPEN, "Someone is expected", "Quelqu’un est attendu"),
    "seen": (OPEN, "Noé Gatien is here", "Noé Gatien est ici"),
    "not_expected": (
        OPEN,
        "Noé Gatien is not for this office",
        "Noé Gatien ne relève pas de ce bureau",
    ),
    "register": (SEE, "Orders", "Ordonnances"),
    "order": (
        SEE,
        "Confirm what the court ordered",
        "Confirmer ce que le tribunal a ordonné",
    ),
    "taken_in": (WRITE, "The order is on file", "L’ordonnance est au dossier"),
    "explain": (WRITE, "Explain and give the order", "Expliquer et remettre l’ordonnance"),
    "event": (
        WRITE,
        "Record what was done to the order",
        "Consigner ce qui a été fait de l’ordonnance",
    ),
    "take_event_back": (
        WRITE,
        "Take back what was recorded of the order",
        "Retirer ce qui a été consigné de l’ordonnance",
    ),
    "vary": (
        WRITE,
        "Ask for a change of conditions",
        "Demander une modification de conditions",
    ),
    "bringing": (OPEN, "Bring orders in from a file", "Importer des ordonnances d’un fichier"),
    "protect": (WRITE, "Name a protected person", "Nommer une personne protégée"),
    "add_condition": (WRITE, "Add a condition", "Ajouter une condition"),
    "sheet": (SEE, "Conditions sheet", "Feuille des conditions"),
    "direct": (WRITE, "Give a direction", "Donner une directive"),
    "slip": (SEE, "Slip", "Billet"),
    "met": (WRITE, "The direction was followed", "La directive a été suivie"),
    "take_back": (WRITE, "Take the direction back", "Retirer la directive"),
    "decide_variation": (WRITE, "Record the decision", "Consigner la décision"),
    "answer": (WRITE, "Record the answer", "Consigner la réponse"),
}
OF_A_FILE = [name for name, (permission, *_titles) in PAGES.items() if permission is not OPEN]


@pytest.fixture
def addresses(case, officer, clerk, manager, office):
    """Every page's address, with something on it."""
    acting = Acting(case, officer)
    paper = papers.keep_paper(
        id=new_id(),
        office=office,
        by=clerk,
        words="1. Keep the peace.",
        surname="Brazeau",
        given="Odile",
    )
    line = expecting.expect_person(
        id=new_id(), office=office, name="Noé Gatien", seen_on=clock.today(), by=clerk
    )
    number, order, direction = case.number, acting.order.pk, acting.direction.pk
    args = {key: [paper.pk] for key in ("paper", "hold", "aside")}
    args |= {key: [line.pk] for key in ("seen", "not_expected")}
    args |= {key: [number] for key in ("register", "direct")}
    of_order = ("order", "taken_in", "explain", "event", "vary", "protect", "add_condition")
    args |= {key: [number, order] for key in of_order}
    args |= {key: [number, direction] for key in ("slip", "met", "take_back")}
    args |= {
        "sheet": [number, order, "fr"],
        "decide_variation": [number, acting.variation.pk],
        "answer": [number, acting.query.pk],
        "take_event_back": [number, acting.event.pk],
    }
    return {name: reverse(f"orders:{name}", args=args.get(name, [])) for name in PAGES}


def title_of(answer):
    """Return the text of the only h1 of a page."""
    (found,) = re.findall(r"<h1[^>]*>(.*?)</h1>", answer.text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", found).split())


@pytest.mark.parametrize("role", ROLES)
def test_a_page_opens_to_the_roles_that_may_see_it(client, office, addresses, role):
    member = a_member(role, office=office)
    signed_in(client, member)
    sees_file = member.may(SEE) and role != "TRAINEE"

    for name, (permission, *_titles) in PAGES.items():
        may = member.may(permission) and (sees_file or permission is OPEN)
        assert client.get(addresses[name]).status_code == (200 if may else 404), name


@pytest.mark.parametrize("name", PAGES)
def test_its_title_in_english(client, officer, addresses, name):
    signed_in(client, officer)

    assert title_of(client.get(addresses[name])) == PAGES[name][1]


@pytest.mark.parametrize("name", PAGES)
def test_its_title_in_french(client, officer, addresses, name):
    signed_in(client, officer)
    answer = client.get(addresses[name], headers={"accept-language": "fr"})

    assert 'lang="fr"' in answer.text
    assert title_of(answer) == PAGES[name][2]


@pytest.mark.parametrize("name", OF_A_FILE)
def test_a_restricted_file_is_closed(client, office, case, officer, addresses, name):
    restricted(case, officer)
    signed_in(client, a_member("OFFICER", office=office))

    assert client.get(addresses[name]).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_looking_leaves_nothing_behind(client, officer, addresses, name):
    signed_in(client, officer)
    before = Entry.objects.filter(act__startswith="orders.").count()
    client.get(addresses[name])

    assert Entry.objects.filter(act__startswith="orders.").count() == before


def test_no_page_is_forgotten_here():
    assert {pattern.name for pattern in urls.urlpatterns} == set(PAGES) | {"template"}


def queries(client, address):
    """Return how many queries a page takes, the second time it is asked for."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_the_register_takes_the_same_queries_for_one_order_and_three(client, officer, case):
    signed_in(client, officer)
    address = reverse("orders:register", args=[case.number])
    an_order(case, officer)
    one = queries(client, address)
    for number in ("26-1", "26-2"):
        an_order(case, officer, information_number=number)

    assert queries(client, address) == one


def test_the_counter_takes_the_same_queries_for_one_line_and_three(client, clerk, office):
    signed_in(client, clerk)
    said = {"office": office, "by": clerk}
    counted = []
    for count in (1, 2):
        day = clock.today() - timedelta(days=count)
        expecting.expect_person(id=new_id(), name=f"Noé {count}", seen_on=day, **said)
        counted.append(queries(client, reverse("orders:intake")))

    assert counted[0] == counted[1]
