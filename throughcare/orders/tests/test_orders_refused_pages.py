"""Who may send what, and the sentence each form answers with, beside what was typed."""

import pytest
from django.urls import reverse

from throughcare.cases.commands.closing import close_case
from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.models import Condition
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import an_order, condition_of
from throughcare.people.tests.factories import plain
from throughcare.record.models import Entry
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
WRITERS = {"OFFICER", "MANAGER", "CLERK", "COURT_LIAISON", "INSTITUTION_LIAISON"}
CONFIRMERS = {"OFFICER", "MANAGER"}
IN = pytest.mark.parametrize(("at", "tongue"), [(0, "en"), (1, "fr")], ids=["en", "fr"])
# What is sent whole to each page of a file, and the row that the page names.
SENT = {
    "direct": (None, {"kind": "BRING", "due_on": "3 Dec 2026", "how_given": "PHONE"}),
    "explain": ("order", {"given_on": "today", "language": "en"}),
    "event": ("order", {"what": "ended", "on": "today", "words": "By the court"}),
    "vary": (
        "order",
        {"asked_by": "PERSON", "asked_on": "today", "after": "Be home by 11.", "words": "Shifts"},
    ),
    "protect": ("order", {"names": "R. S."}),
    "add_condition": ("order", {"words": "Stay in school."}),
    "met": ("direction", {"on": "today"}),
    "take_back": ("direction", {"reason": "Moved"}),
    "take_event_back": ("event", {"reason": "Twice"}),
    "decide_variation": ("variation", {"outcome": "REFUSED", "decided_on": "today"}),
    "answer": ("query", {"answer": "The first."}),
}
# What is wrong with what was sent, and the words beside the field in English and French.
WRONG = {
    "due before it is given": (
        "direct",
        {"due_on": "2 Nov 2026"},
        "The day lies before the direction is given. Give today or a later day.",
        "Ce jour précède celui de la directive. Indiquez aujourd’hui ou un jour à venir.",
    ),
    "explained before it was made": (
        "explain",
        {"given_on": "7 Sep 2026"},
        "The order was not made yet on that day. Give a later day.",
        "L’ordonnance n’était pas encore rendue ce jour-là. Indiquez un jour plus tardif.",
    ),
    "done before it was made": (
        "event",
        {"on": "7 Sep 2026"},
        "The order was not made yet on that day. Look at the day again.",
        "L’ordonnance n’était pas encore rendue ce jour-là. Regardez le jour de nouveau.",
    ),
    "extended by nothing": (
        "event",
        {"what": "extended"},
        "Write by how long, such as 6 months.",
        "Écrivez de combien, par exemple 6 mois.",
    ),
    "shortened to before it was made": (
        "event",
        {"what": "shortened", "last_day": "7 Sep 2026"},
        "The order was made on 8 Sep 2026 and cannot end before. Look at the day again.",
        "L’ordonnance a été rendue le 8 sept. 2026 et ne peut prendre fin avant.",
    ),
    "released before custody": (
        "event",
        {"what": "imprisoned", "on": "20 Nov 2026", "released_on": "19 Nov 2026"},
        "The release lies before the imprisonment. Look at both days again.",
        "La mise en liberté précède l’emprisonnement. Regardez de nouveau les deux jours.",
    ),
    "nothing that can be done": (
        "event",
        {"what": "burnt"},
        "Nothing was recorded. Choose what was done to the order.",
        "Rien n’a été consigné. Choisissez ce qui a été fait de l’ordonnance.",
    ),
    "extended by no length": (
        "event",
        {"what": "extended", "length": "a while"},
        "This is no length. Write it such as 6 months.",
        "Ce n’est pas une durée. Écrivez par exemple 6 mois.",
    ),
    "a change of nothing": (
        "vary",
        {"after": " "},
        "Choose the conditions that change, or write a new one.",
        "Choisissez les conditions qui changent, ou écrivez-en une nouvelle.",
    ),
    "in force before it was asked for": (
        "decide_variation",
        {"outcome": "GRANTED", "takes_effect_on": "1 Nov 2026"},
        "A change takes effect on or after the day it was asked for.",
        "Une modification prend effet le jour de la demande ou plus tard.",
    ),
    "followed tomorrow": (
        "met",
        {"on": "27 Nov 2026"},
        "The day cannot be after today",
        "Le jour ne peut pas être après aujourd’hui",
    ),
    "no reason": (
        "take_back",
        {"reason": " "},
        "Say why, in a sentence that a stranger understands.",
        "Dites pourquoi, en une phrase qu’un inconnu comprendra.",
    ),
}


@pytest.fixture
def acting(case, officer):
    return Acting(case, officer)


@pytest.fixture
def send(client, acting):
    """Send the form of a page as someone, in a language; return the answer."""

    def sent(name, by=acting.by, tongue="en", **more):
        row, said = SENT[name]
        args = [acting.case.number, *([getattr(acting, row).pk] if row else [])]
        address = reverse(f"orders:{name}", args=args)
        headers = {"accept-language": tongue}
        return signed_in(client, by).post(address, said | more, headers=headers)

    return sent


def acts_on_orders():
    return Entry.objects.filter(act__startswith="orders.").count()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", SENT)
def test_an_act_is_for_those_who_write_in_files(send, office, name, role):
    before = acts_on_orders()
    answer = send(name, by=a_member(role, office=office))

    assert answer.status_code == (302 if role in WRITERS else 404)
    assert acts_on_orders() - before == (1 if role in WRITERS else 0)


@pytest.mark.parametrize("role", ROLES)
def test_an_order_is_confirmed_by_an_officer_or_a_manager(client, office, acting, role):
    signed_in(client, a_member(role, office=office))
    address = reverse("orders:order", args=[acting.case.number, acting.order.pk])
    client.post(address, {"act": "confirm_order"})
    acting.order.refresh_from_db()

    assert acting.order.provisional is (role not in CONFIRMERS)


@IN
@pytest.mark.parametrize("act", ["confirm_order", "confirm", "none"])
@pytest.mark.parametrize("role", sorted(WRITERS - CONFIRMERS))
def test_who_may_not_confirm_is_told_that_it_waits(client, office, acting, role, act, at, tongue):
    signed_in(client, a_member(role, office=office))
    address = reverse("orders:order", args=[acting.case.number, acting.order.pk])
    said = {"act": act, "condition": str(acting.condition.pk), "reason": "Recited"}
    answer = client.post(address, said, headers={"accept-language": tongue})

    words = (
        "An officer or a manager confirms what the court ordered. It is kept as provisional.",
        "Un agent ou un gestionnaire confirme ce que le tribunal a ordonné.",
    )
    assert answer.status_code == 422
    assert words[at] in plain(answer.text)
    assert acting.condition.standing == "proposed"


@pytest.mark.parametrize("role", sorted(WRITERS))
def test_a_condition_added_is_sure_when_an_officer_adds_it(send, office, acting, role):
    send("add_condition", by=a_member(role, office=office))

    added = condition_of(acting.order, 3)
    assert added.words == "Stay in school."
    assert added.standing == ("confirmed" if role in CONFIRMERS else "provisional")


@pytest.mark.parametrize("role", sorted(WRITERS))
def test_whoever_writes_in_a_file_may_ask_about_a_condition(client, office, acting, role):
    member = a_member(role, office=office)
    address = reverse("orders:order", args=[acting.case.number, acting.order.pk])
    said = {"act": "ask", "condition": str(acting.condition.pk)}
    signed_in(client, member).post(address, said | {"q1-to": "CROWN", "q1-words": "Which?"})

    assert acting.order.questions.get(condition=acting.condition).asked_by == member
    assert (acting.condition.standing, acting.condition.doubt) == ("unclear", "Which?")


@IN
@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said(send, name, at, tongue):
    page, more, *words = WRONG[name]
    answer = send(page, tongue=tongue, **more)

    assert answer.status_code == 422
    assert words[at] in plain(answer.text)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_leaves_nothing(send, name):
    page, more, *_words = WRONG[name]
    before = acts_on_orders()
    send(page, **more)

    assert acts_on_orders() == before


@IN
@pytest.mark.parametrize("name", SENT)
def test_a_closed_file_says_what_to_do_instead(send, acting, name, at, tongue):
    close_case(case=acting.case, by=acting.by, closing_words="Order ended")
    answer = send(name, tongue=tongue)

    words = ("is closed. Nothing was changed; open a new file if work goes on.", "est fermé.")
    assert answer.status_code == 422
    assert acting.case.number in answer.text
    assert words[at] in plain(answer.text)


TYPED = {
    "direct": {"due_on": "2 Nov 2026", "words": "Bring the lease"},
    "explain": {"given_on": "7 Sep 2026", "interpreter": "By phone, Ojibwe"},
    "event": {"on": "7 Sep 2026", "words": "From the paper of that day"},
    "vary": {"asked_on": "27 Nov 2026", "words": "A new job at night"},
}


@pytest.mark.parametrize("name", TYPED)
def test_all_that_was_typed_stays(send, name):
    answer = send(name, **TYPED[name])

    assert answer.status_code == 422
    assert [words for words in TYPED[name].values() if words not in answer.text] == []


@IN
def test_a_paper_that_contradicts_waits_for_the_court(client, acting, at, tongue):
    second = an_order(acting.case, acting.by, length=Length(months=18))
    address = reverse("orders:order", args=[acting.case.number, second.pk])
    headers = {"accept-language": tongue}
    answer = signed_in(client, acting.by).post(address, {"act": "confirm_order"}, headers=headers)

    words = (
        "This paper says something else than the one on file. Wait for the court’s answer.",
        "Ce document dit autre chose que celui au dossier. Attendez la réponse du tribunal.",
    )
    assert answer.status_code == 422
    assert words[at] in plain(answer.text)
    assert not Condition.objects.filter(order=second, standing="confirmed").exists()
