"""What each refusal says, in both languages, and beside which field."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.orders.commands import (
    asking,
    confirming,
    directing,
    events,
    expecting,
    explaining,
    intake,
    protecting,
    varying,
)
from throughcare.orders.making import ConditionMade
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import made
from throughcare.record.ids import new_id
from throughcare.refusal import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)
BEFORE = date(2026, 9, 7)


@pytest.fixture
def acting(case, officer):
    return Acting(case, officer)


def received(acting, **said):
    paper = made(**{"information_number": "26-0999"} | said)
    return intake.receive_order(
        id=new_id(), case=acting.case, made=paper, conditions=[], by=acting.by
    )


def expected(acting, **said):
    usual = {"name": "Odile Brazeau", "sentenced_on": DAY}
    return expecting.expect_person(
        id=new_id(), office=acting.case.office, by=acting.by, **usual | said
    )


def directed(acting, **said):
    usual = {"kind": "REPORT", "how_given": "PHONE", "due_on": clock.today()}
    return directing.give_direction(id=new_id(), case=acting.case, by=acting.by, **usual | said)


def taken_off(acting):
    line = expected(acting)
    expecting.no_longer_expect(expected=line, reason="Moved", by=acting.by)
    return expecting.record_seen(expected=line, by=acting.by)


def answered_twice(acting):
    acting.record_answer()
    return asking.record_answer(query=acting.query, answer="The second.", by=acting.by)


def decided_twice(acting):
    acting.end_variation()
    return acting.grant_variation()


def taken_back_twice(acting):
    acting.take_event_back()
    return acting.take_event_back()


def directed_and_gone(acting):
    acting.withdraw_direction()
    return acting.acknowledge_direction()


def named_twice(acting):
    acting.name_protected()
    return acting.name_protected()


def pending(acting):
    said = acting._variation(new_id()) | {"touches_protected": True}
    return varying.grant_variation(
        variation=varying.ask_variation(**said),
        decided_on=DAY,
        takes_effect_on=DAY,
        by=acting.by,
    )


def too_early(acting):
    return varying.grant_variation(
        variation=acting.variation,
        decided_on=DAY,
        takes_effect_on=DAY - timedelta(days=1),
        by=acting.by,
    )


SAID = {}
SAID["made in the future"] = (
    lambda a: received(a, made_on=date(2026, 11, 27)),
    "made_on",
    "The day the order was made has not come yet. Look at the date again.",
    "Le jour de l’ordonnance n’est pas encore venu. Regardez la date de nouveau.",
)
SAID["received before it was made"] = (
    lambda a: received(a, received_on=BEFORE),
    "received_on",
    "The order cannot have been received before it was made. Correct one of the days.",
    "L’ordonnance n’a pas pu être reçue avant d’être rendue. Corrigez l’un des jours.",
)
SAID["ends before it starts"] = (
    lambda a: received(a, last_day_stated=BEFORE),
    "last_day_stated",
    "The last day lies before the first. Look at the days and the length again.",
    "Le dernier jour précède le premier. Regardez de nouveau les jours et la durée.",
)
SAID["no court"] = (
    lambda a: received(a, court="-"),
    "court",
    "Give the court and the number of the information: they tell orders apart.",
    "Indiquez le tribunal et le numéro de la dénonciation : ils distinguent les ordonnances.",
)
SAID["follows nothing"] = (
    lambda a: received(a, follows_id=new_id()),
    "follows",
    "The order it comes after is not on this file. Take that one in first.",
    "L’ordonnance qu’elle suit n’est pas dans ce dossier. Consignez d’abord celle-là.",
)
SAID["unclear without words"] = (
    lambda a: confirming.mark_unclear(condition=a.condition, doubt="", by=a.by),
    "doubt",
    "Say what is unclear in this condition.",
    "Dites ce qui est obscur dans cette condition.",
)
SAID["no condition without words"] = (
    lambda a: confirming.withdraw_condition(condition=a.condition, reason="", by=a.by),
    "reason",
    "Say why this is no condition.",
    "Dites pourquoi ce n’est pas une condition.",
)
SAID["added without words"] = (
    lambda a: confirming.add_condition(
        id=new_id(), order=a.order, made=ConditionMade(9, ""), by=a.by
    ),
    "words",
    "Copy the court’s words of this condition.",
    "Recopiez les mots du tribunal pour cette condition.",
)
SAID["an event of tomorrow’s order"] = (
    lambda a: events.record_event(id=new_id(), order=a.order, kind="ENDED", on=BEFORE, by=a.by),
    "on",
    "The order was not made yet on that day. Look at the day again.",
    "L’ordonnance n’était pas encore rendue ce jour-là. Regardez le jour de nouveau.",
)
SAID["an event that says nothing"] = (
    lambda a: events.record_event(id=new_id(), order=a.order, kind="EXTENDED", on=DAY, by=a.by),
    None,
    "Something of this event is missing or is no day or length. Look at it again.",
    "Il manque quelque chose à cet événement, ou ce n’est ni un jour ni une durée. "
    "Regardez-le de nouveau.",
)
SAID["taken back twice"] = (
    taken_back_twice,
    None,
    "This event was corrected already. Correct the one that stands now.",
    "Cet événement a déjà été corrigé. Corrigez celui qui vaut maintenant.",
)
SAID["due before it is given"] = (
    lambda a: directed(a, due_on=DAY),
    "due_on",
    "The day lies before the direction is given. Give today or a later day.",
    "Ce jour précède celui de la directive. Indiquez aujourd’hui ou un jour à venir.",
)
SAID["a direction that is gone"] = (
    directed_and_gone,
    None,
    "This direction no longer stands: it was taken back or replaced. Give a new one.",
    "Cette directive ne vaut plus : elle a été retirée ou remplacée. Donnez-en une nouvelle.",
)
SAID["taken back without a reason"] = (
    lambda a: directing.withdraw_direction(direction=a.direction, reason="", by=a.by),
    "reason",
    "Say why the direction is taken back.",
    "Dites pourquoi la directive est retirée.",
)
SAID["explained before it was made"] = (
    lambda a: explaining.explain_order(
        id=new_id(), order=a.order, given_on=BEFORE, language="en", by=a.by
    ),
    "given_on",
    "The order was not made yet on that day. Give a later day.",
    "L’ordonnance n’était pas encore rendue ce jour-là. Indiquez un jour plus tardif.",
)
SAID["asked without words"] = (
    lambda a: asking.ask_query(id=new_id(), order=a.order, to="CROWN", words="", by=a.by),
    "words",
    "Write the question as it will be sent.",
    "Écrivez la question telle qu’elle sera envoyée.",
)
SAID["answered without words"] = (
    lambda a: asking.record_answer(query=a.query, answer="", by=a.by),
    "answer",
    "Write what was answered, and by whom.",
    "Écrivez ce qui a été répondu, et par qui.",
)
SAID["answered twice"] = (
    answered_twice,
    None,
    "This query has its answer. Ask a new one if it is not clear.",
    "Cette question a sa réponse. Posez-en une nouvelle si ce n’est pas clair.",
)
SAID["a change of nothing"] = (
    lambda a: varying.ask_variation(**a._variation(new_id()) | {"parts": []}),
    "parts",
    "Choose the conditions that change, or write a new one.",
    "Choisissez les conditions qui changent, ou écrivez-en une nouvelle.",
)
SAID["a change without words"] = (
    lambda a: varying.ask_variation(**a._variation(new_id()) | {"words": ""}),
    "words",
    "Say what is asked for, and why.",
    "Dites ce qui est demandé, et pourquoi.",
)
SAID["decided twice"] = (
    decided_twice,
    None,
    "This change was decided already. Nothing was changed.",
    "Cette modification est déjà décidée. Rien n’a été changé.",
)
SAID["a change that stays pending"] = (
    pending,
    "protected_were_asked",
    "This change touches a protected person and stays pending. Record that they were asked, as "
    "for every such change, before it is put in force.",
    "Cette modification touche une personne protégée et reste en attente. Consignez d’abord "
    "qu’on l’a consultée, comme pour toute modification de ce genre.",
)
SAID["in force before it was asked for"] = (
    too_early,
    "takes_effect_on",
    "A change takes effect on or after the day it was asked for.",
    "Une modification prend effet le jour de la demande ou plus tard.",
)
SAID["protects nobody"] = (
    lambda a: protecting.name_protected(id=new_id(), order=a.order, names=[" "], by=a.by),
    "names",
    "Write the name or initials as the order has them.",
    "Écrivez le nom ou les initiales comme dans l’ordonnance.",
)
SAID["named twice"] = (
    named_twice,
    "names",
    "The order names R. S. already. Take the line out.",
    "L’ordonnance nomme déjà R. S. : enlevez cette ligne.",
)
SAID["expects nobody"] = (
    lambda a: expected(a, name=""),
    "name",
    "Give the name, as the court or the person says it.",
    "Indiquez le nom, tel que le tribunal ou la personne le dit.",
)
SAID["expects without a day"] = (
    lambda a: expected(a, sentenced_on=None),
    "sentenced_on",
    "Give the day of the sentence, or the day the person was here.",
    "Indiquez le jour de la peine ou le jour où la personne est venue.",
)
SAID["taken off the list"] = (
    taken_off,
    None,
    "This line is off the list already. Nothing was changed.",
    "Cette ligne n’est déjà plus sur la liste. Rien n’a été changé.",
)


@pytest.mark.parametrize("name", SAID)
def test_in_english_beside_its_field(acting, name):
    act, field, english, _french = SAID[name]

    with pytest.raises(Refused) as refused:
        act(acting)

    assert str(refused.value) == english
    assert refused.value.field == field


@pytest.mark.parametrize("name", SAID)
def test_in_french(acting, name):
    act, _field, _english, french = SAID[name]

    with translation.override("fr"), pytest.raises(Refused) as refused:
        act(acting)

    assert str(refused.value).replace("\u00a0", " ") == french
