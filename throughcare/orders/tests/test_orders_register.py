"""The register of a file's orders: what each line says, in both languages."""

from datetime import date

import pytest
from django.urls import reverse

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.commands import asking, directing, events, explaining, varying
from throughcare.orders.queries.register import directions_of, register_of, registered_of
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
TODAY, DAY = date(2026, 11, 26), date(2026, 11, 2)
EVENTS = {
    "ENDED": ("Ended early 2 Nov 2026", "Fin anticipée 2 nov. 2026"),
    "REVOKED": ("Revoked 2 Nov 2026", "Révoquée 2 nov. 2026"),
    "VARIED": ("Conditions changed 2 Nov 2026", "Conditions modifiées 2 nov. 2026"),
}
ASKED_BY = {
    "PERSON": ("The person", "La personne"),
    "OFFICER": ("The officer", "L’agent"),
    "PROSECUTOR": ("The Crown", "La Couronne"),
    "INFORMANT": ("The informant", "Le dénonciateur"),
    "PROTECTED": ("The protected person", "La personne protégée"),
    "COURT": ("The court of its own accord", "Le tribunal, d’office"),
    "BOARD": ("The board", "La commission"),
}
HOW = {
    "IN_PERSON": ("In person, with a slip", "En personne, avec un billet"),
    "PHONE": ("By phone", "Par téléphone"),
    "TEXT": ("By text message", "Par message texte"),
    "LETTER": ("By letter", "Par lettre"),
    "EMAIL": ("By e-mail", "Par courriel"),
}
IN = [(0, "en"), (1, "fr")]


def explained(order, by, signed=False):
    return explaining.explain_order(
        id=new_id(), order=order, given_on=DAY, language="en", receipt_signed=signed, by=by
    )


def varied(order, by, asked_by="PERSON", **said):
    usual = {
        "asked_on": DAY,
        "words": "Night shifts",
        "parts": [{"before": condition_of(order, 1)}],
    }
    return varying.ask_variation(id=new_id(), order=order, asked_by=asked_by, by=by, **usual | said)


def asked(order, by, to="CROWN"):
    return asking.ask_query(id=new_id(), order=order, to=to, words="Which shop?", by=by)


@pytest.fixture
def register(client, officer, case):
    def shown(tongue="en", by=officer):
        signed_in(client, by)
        address = reverse("orders:register", args=[case.number])
        return plain(client.get(address, headers={"accept-language": tongue}).text)

    return shown


# What was done, and what the register then says in English and in French.
LINES = {
    "not confirmed": (
        lambda order, by: None,
        "Provisional: an officer confirms it.",
        "Provisoire : un agent la confirme.",
    ),
    "not explained": (
        lambda order, by: None,
        "Not explained and given yet",
        "Pas encore expliquée ni remise",
    ),
    "explained": (
        explained,
        "Explained and given 2 Nov 2026, Adaeze Okafor",
        "Expliquée et remise le 2 nov. 2026, Adaeze Okafor",
    ),
    "signed for": (lambda order, by: explained(order, by, signed=True), "signed for", "reçu signé"),
    "asked of the Crown": (
        asked,
        "Query to Crown, 26 Nov 2026: Which shop?",
        "Question posée à Couronne, 26 nov. 2026",
    ),
    "to be answered": (asked, "Record the answer", "Consigner la réponse"),
    "to be decided": (varied, "Record the decision", "Consigner la décision"),
    "touches someone": (
        lambda order, by: varied(order, by, touches_protected=True),
        "Pending: it touches a protected person",
        "En attente : touche une personne protégée",
    ),
    "contradicts": (
        lambda order, by: an_order(order.case, by, length=Length(months=18)),
        "Contradicts the paper on file: it binds nobody until the court has answered.",
        "Contredit le document au dossier : il ne lie personne avant la réponse du tribunal.",
    ),
    "no direction": (
        lambda order, by: None,
        "No direction was given yet. Reporting is empty until an officer directs.",
        "Aucune directive n’a encore été donnée.",
    ),
    "ends soon": (
        lambda order, by: an_order(
            order.case, by, information_number="26-9", length=Length(months=3)
        ),
        "Ends within two months.",
        "Se termine d’ici deux mois.",
    ),
}


@pytest.mark.parametrize(("at", "tongue"), IN, ids=["en", "fr"])
@pytest.mark.parametrize("name", LINES)
def test_a_line_says_what_was_done(register, case, officer, name, at, tongue):
    do, *said = LINES[name]
    do(an_order(case, officer), officer)

    assert said[at] in register(tongue)


@pytest.mark.parametrize(("at", "tongue"), IN, ids=["en", "fr"])
@pytest.mark.parametrize("kind", EVENTS)
def test_an_event_stands_with_its_day(register, case, officer, kind, at, tongue):
    order = an_order(case, officer)
    events.record_event(id=new_id(), order=order, kind=kind, on=DAY, by=officer, words="By order")

    shown = register(tongue)
    assert EVENTS[kind][at] in shown
    assert "By order" in shown


@pytest.mark.parametrize(("at", "tongue"), IN, ids=["en", "fr"])
@pytest.mark.parametrize("who", ASKED_BY)
def test_who_asked_for_a_change_is_named(register, case, officer, who, at, tongue):
    varied(an_order(case, officer), officer, asked_by=who)
    day = ("2 Nov 2026", "2 nov. 2026")[at]

    assert f"{ASKED_BY[who][at]}, {day}" in register(tongue)


@pytest.mark.parametrize(("at", "tongue"), IN, ids=["en", "fr"])
@pytest.mark.parametrize("how", HOW)
def test_a_direction_says_how_when_and_by_whom_it_was_given(
    register, case, officer, how, at, tongue
):
    a_direction(case, officer, how_given=how)
    day = ("26 Nov 2026", "26 nov. 2026")[at]

    assert f"{HOW[how][at]}, {day}, Adaeze Okafor" in register(tongue)


BECAME = {
    "acknowledge_direction": ({}, "acknowledged", "reçue et comprise"),
    "record_direction_met": ({"on": TODAY}, "followed 26 Nov 2026", "suivie le 26 nov. 2026"),
    "withdraw_direction": ({"reason": "Moved"}, "taken back: Moved", "retirée : Moved"),
}


@pytest.mark.parametrize(("at", "tongue"), IN, ids=["en", "fr"])
@pytest.mark.parametrize("act", BECAME)
def test_a_direction_says_what_became_of_it(register, case, officer, act, at, tongue):
    said, *words = BECAME[act]
    getattr(directing, act)(direction=a_direction(case, officer), by=officer, **said)

    assert f" · {words[at]}" in register(tongue)


@pytest.mark.parametrize("act", ["record_direction_met", "withdraw_direction"])
def test_a_direction_that_is_over_offers_no_act(register, case, officer, act):
    direction = a_direction(case, officer)
    offered = reverse("orders:take_back", args=[case.number, direction.pk])
    assert offered in register()
    getattr(directing, act)(direction=direction, by=officer, **BECAME[act][0])

    assert offered not in register()


@pytest.mark.parametrize("role", ["REVIEWER", "FACILITATOR"])
def test_who_only_reads_is_offered_no_act(register, case, officer, office, role):
    order = an_order(case, officer)
    query, variation = asked(order, officer), varied(order, officer)
    shown = register(by=a_member(role, office=office))

    assert "Which shop?" in shown
    for name, row in (("answer", query), ("decide_variation", variation)):
        assert reverse(f"orders:{name}", args=[case.number, row.pk]) not in shown
    assert reverse("orders:direct", args=[case.number]) not in shown


def test_the_newest_order_stands_first(case, officer):
    days = [date(2026, 3, 2), date(2026, 10, 5), date(2026, 6, 1)]
    for number, day in enumerate(days):
        an_order(case, officer, made_on=day, information_number=f"26-{number}")

    found = [each.order.made_on for each in register_of(case, TODAY)]
    assert found == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("last", "soon"),
    [
        (date(2026, 11, 25), False),
        (date(2026, 11, 26), True),
        (date(2027, 1, 25), True),
        (date(2027, 1, 26), False),
    ],
    ids=str,
)
def test_an_order_ends_soon_when_its_last_day_is_within_sixty_days(case, officer, last, soon):
    an_order(case, officer, length=None, last_day_stated=last)

    (found,) = register_of(case, TODAY)
    assert found.ends_soon(TODAY) is soon


def test_one_order_is_found_on_its_own_file_and_day_alone(case, officer):
    order = an_order(case, officer)

    assert registered_of(case, order.pk, TODAY).order == order
    assert registered_of(case, order.pk, date(2026, 9, 7)) is None
    assert registered_of(case, new_id(), TODAY) is None


def test_directions_stand_by_the_day_they_are_due_the_latest_first(case, officer):
    days = [date(2026, 12, 3), date(2027, 1, 7), date(2026, 11, 26)]
    for day in days:
        a_direction(case, officer, due_on=day)

    assert [each.due_on for each in directions_of(case)] == sorted(days, reverse=True)
