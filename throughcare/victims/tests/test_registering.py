"""Registering a victim and correcting what is known of one: on an open card, and nowhere else."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare.access.guards import set_viewer
from throughcare.cases.tests.factories import a_case
from throughcare.people.commands.keeping import ChangedSince, NothingToCorrect, SentBefore
from throughcare.people.facts import edition_of, facts_of
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, signed_in
from throughcare.victims import commands
from throughcare.victims.facts import VictimFacts
from throughcare.victims.models import Notice, Victim
from throughcare.victims.telling import LABELS, in_words, shown
from throughcare.victims.tests.factories import NAME, REASON, a_victim, closed, opened

pytestmark = pytest.mark.django_db
FACTS = VictimFacts(
    name=NAME, phone="705-555-0177", safe_contact="Before noon", may_say="First name only",
    language="fr", notice="WISHED", notice_words="Release", source="Police",
)  # fmt: skip


def registered(case, by, facts=FACTS, **said):
    set_viewer(by.pk)
    return commands.register_victim(**{"id": new_id()} | said, case=case, facts=facts, by=by)


def corrected(victim, by, facts, base=None):
    set_viewer(by.pk)
    base = base or edition_of(facts_of(victim, VictimFacts))
    return commands.correct_victim(id=victim.pk, case=victim.case, facts=facts, base=base, by=by)


def test_all_that_was_said_is_kept_with_the_reason_of_the_opening(case, officer):
    opened(case, officer)

    assert facts_of(registered(case, officer), VictimFacts) == FACTS
    entry = Entry.objects.get(act="victims.registered")
    assert (entry.reason, entry.by_id, entry.case_id, entry.person_id) == (
        REASON, officer.pk, None, None,
    )  # fmt: skip


def test_the_same_form_sent_twice_registers_once(case, officer):
    sent = new_id()
    opened(case, officer)

    assert registered(case, officer, id=sent) == registered(case, officer, id=sent)
    assert Entry.objects.filter(act="victims.registered").count() == 1


@pytest.mark.parametrize("other", ["facts", "file"])
def test_a_form_sent_again_with_something_else_is_refused(case, officer, other):
    sent, elsewhere = new_id(), a_case(holder=officer)
    opened(case, officer)
    opened(elsewhere, officer)
    registered(case, officer, id=sent)

    with pytest.raises(SentBefore):
        if other == "facts":
            registered(case, officer, replace(FACTS, phone=""), id=sent)
        else:
            registered(elsewhere, officer, id=sent)


@pytest.mark.parametrize("name", ["", "  "])
def test_somebody_without_a_name_is_not_registered(case, officer, name):
    opened(case, officer)

    with pytest.raises(commands.NameMissing) as refused:
        registered(case, officer, replace(FACTS, name=name))
    assert refused.value.field == "name"


def test_a_correction_keeps_what_stood_before(case, officer):
    opened(case, officer)
    victim = registered(case, officer)

    corrected(victim, officer, replace(FACTS, phone="705-555-0101", notice="DECLINED"))

    latest, first = shown(Victim.objects.get(pk=victim.pk)).writings
    assert [value for _label, value in latest.stood] == ["705-555-0177", Notice.WISHED.label]
    assert (latest.by, first.stood) == (officer.full_name, [])


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(case, officer):
    opened(case, officer)
    victim = registered(case, officer)
    base = edition_of(FACTS)
    corrected(victim, officer, replace(FACTS, phone="1"))

    with pytest.raises(ChangedSince):
        corrected(victim, officer, replace(FACTS, phone="2"), base)
    with pytest.raises(NothingToCorrect):
        corrected(victim, officer, replace(FACTS, phone="1"), base)


def test_somebody_of_another_card_is_not_corrected(case, officer):
    elsewhere = a_case(holder=officer)
    victim = a_victim(elsewhere, officer)
    opened(elsewhere, officer)
    opened(case, officer)

    with pytest.raises(commands.NotOnThisCard):
        commands.correct_victim(id=victim.pk, case=case, facts=FACTS, base="", by=officer)


@pytest.mark.parametrize("who", ["holder", "manager"])
def test_nothing_is_written_on_a_closed_card(case, officer, manager, who):
    victim = a_victim(case, officer)
    member = officer if who == "holder" else manager

    with pytest.raises(commands.CardIsClosed):
        registered(case, member)
    with pytest.raises(commands.CardIsClosed):
        corrected(victim, member, FACTS, base="x")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_nobody_wrote_is_said_to_be_unknown(language):
    with translation.override(language):
        unknown = {str(in_words(name, "")) for name in LABELS if name != "notice"}
        asked = str(in_words("notice", Notice.NOT_ASKED))

    said = {"en": ("not known", "not asked yet"), "fr": ("non connu", "pas encore demandé")}
    assert (unknown, asked) == ({said[language][0]}, said[language][1])


# the pages


def address(name, case, *more):
    return reverse(f"victims:{name}", args=[case.number, *more])


def said(**other):
    return {"id": str(new_id()), "name": NAME, "phone": "705-555-0177", "notice": "WISHED"} | other


def test_a_victim_is_registered_and_corrected_by_hand(client, case, officer):
    opened(case, officer)
    signed_in(client, officer)
    client.post(address("register", case), said())
    set_viewer(officer.pk)
    victim = Victim.objects.get()

    form = client.get(address("correct", case, victim.pk)).context["form"]
    sent = said(base=form.initial["base"], phone="705-555-0101")
    answer = client.post(address("correct", case, victim.pk), sent, follow=True)

    assert answer.redirect_chain == [(address("card", case), 302)]
    assert "705-555-0101" in answer.text
    assert "Written before:</span> Phone: 705-555-0177" in answer.text


@pytest.mark.parametrize("name", ["register", "correct"])
def test_a_closed_card_leads_to_its_reason_and_keeps_what_was_typed(client, case, officer, name):
    victim = a_victim(case, officer)
    signed_in(client, officer)
    page = address(name, case, *([victim.pk] if name == "correct" else []))

    assert client.get(page)["Location"] == address("card", case)
    answer = client.post(page, said(name="Somebody typed"))

    assert answer.status_code == 422
    assert "Somebody typed" in answer.text
    assert NAME not in answer.text
    assert "not open to you now" in answer.text


def test_a_form_against_what_changed_shows_what_stands_and_can_be_sent_again(client, case, officer):
    opened(case, officer)
    victim = registered(case, officer)
    signed_in(client, officer)
    page = address("correct", case, victim.pk)

    answer = client.post(page, said(base="stale", phone="9"))
    assert (answer.status_code, FACTS.safe_contact in answer.text) == (422, True)
    again = client.post(page, said(base=answer.context["form"]["base"].value(), phone="9"))

    assert again.status_code == 302


@pytest.mark.parametrize("role", ["MANAGER", "CLERK", "OFFICER"])
@pytest.mark.parametrize("name", ["register", "correct"])
def test_the_forms_are_not_there_for_others(client, case, office, officer, role, name):
    victim = a_victim(case, officer)
    opened(case, officer)
    signed_in(client, a_member(role, office=office))
    page = address(name, case, *([victim.pk] if name == "correct" else []))

    assert client.get(page).status_code == client.post(page, said()).status_code == 404


def test_nobody_of_another_card_has_a_page_here(client, case, officer):
    elsewhere = a_case(holder=officer)
    victim = a_victim(elsewhere, officer)
    opened(case, officer)

    signed_in(client, officer)
    assert client.get(address("correct", case, victim.pk)).status_code == 404


def test_a_card_that_closed_shows_nobody_any_more(client, case, officer):
    a_victim(case, officer)
    opened(case, officer)
    signed_in(client, officer)
    assert NAME in client.get(address("card", case)).text

    set_viewer(officer.pk)
    closed(case)

    assert NAME not in client.get(address("card", case)).text
