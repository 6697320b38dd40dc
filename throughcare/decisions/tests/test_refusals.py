"""Each refusal of a decision: the fact it names, its sentence in both languages, its field."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.decisions.commands import no_staff, setting_aside
from throughcare.decisions.models import NoStaff, SetAside
from throughcare.decisions.tests.factories import mark, set_aside, undone
from throughcare.people.commands.keeping import SentBefore
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db
GUARDED = "condition:x:NO_CONTACT:CHECK"
DAY = timedelta(days=1)


def by_no_reason(case, officer, manager):
    set_aside(case, officer, reason="BECAUSE")


def without_words(case, officer, manager):
    set_aside(case, officer, reason="OTHER")


def for_no_day(case, officer, manager):
    set_aside(case, officer, ends_before=clock.today())


def twice(case, officer, manager):
    set_aside(case, officer)
    set_aside(case, officer, reason="FAMILY")


def with_other_answers(case, officer, manager):
    sent = new_id()
    set_aside(case, officer, id=sent)
    set_aside(case, officer, id=sent, reason="FAMILY")


def approving_ones_own(case, officer, manager):
    decision = set_aside(case, manager, requirement=GUARDED)
    setting_aside.approve_set_aside(decision=decision, by=manager)


def approving_as_an_officer(case, officer, manager):
    decision = set_aside(case, manager, requirement=GUARDED)
    setting_aside.approve_set_aside(decision=decision, by=officer)


def approving_what_asks_for_none(case, officer, manager):
    setting_aside.approve_set_aside(decision=set_aside(case, officer), by=manager)


def refusing_without_words(case, officer, manager):
    decision = set_aside(case, officer, requirement=GUARDED)
    setting_aside.refuse_set_aside(decision=decision, words="", by=manager)


def taking_back_without_words(case, officer, manager):
    setting_aside.withdraw_set_aside(decision=set_aside(case, officer), words="", by=officer)


def answering_what_was_taken_back(case, officer, manager):
    decision = set_aside(case, officer)
    setting_aside.withdraw_set_aside(decision=decision, words="No", by=officer)
    setting_aside.approve_set_aside(decision=decision, by=manager)


def marking_as_an_officer(case, officer, manager):
    mark(officer, undone(case))


def marking_nothing(case, officer, manager):
    mark(manager)


def marking_guarded_work(case, officer, manager):
    mark(manager, undone(case, GUARDED))


def marking_ahead(case, officer, manager):
    mark(manager, undone(case, starts_on=clock.today() + DAY))


def marking_twice(case, officer, manager):
    mark(manager, undone(case))
    mark(manager, undone(case))


REFUSALS = [
    (
        by_no_reason,
        setting_aside.ReasonNotOffered,
        "reason_code",
        "Choose a reason from the list.",
        "Choisissez un motif dans la liste.",
    ),
    (
        without_words,
        setting_aside.WordsMissing,
        "words",
        "This reason asks for a sentence that a stranger understands.",
        "Ce motif demande une phrase qu’un étranger au dossier comprend.",
    ),
    (
        for_no_day,
        setting_aside.PeriodIsEmpty,
        "last_day",
        "The last day is before the first.",
        "Le dernier jour",
    ),
    (
        twice,
        setting_aside.SetAsideAlready,
        "starts_on",
        "This is set aside, or waits for approval, on some of these days already.",
        "Ceci est déjà mis de côté, ou attend une approbation",
    ),
    (with_other_answers, SentBefore, None, "This form was sent before", "Ce formulaire"),
    (
        approving_ones_own,
        setting_aside.NotTheApprover,
        None,
        "Nobody approves what they decided themselves. Ask another manager.",
        "Personne n’approuve ce qu’il a décidé lui-même.",
    ),
    (
        approving_as_an_officer,
        setting_aside.NotTheApprover,
        None,
        "Only a manager answers this. Ask the manager of the office.",
        "Seul un gestionnaire répond à ceci.",
    ),
    (
        approving_what_asks_for_none,
        setting_aside.AnsweredAlready,
        None,
        "This was answered already. Nothing was changed; the page shows how.",
        "Une réponse a déjà été donnée.",
    ),
    (
        refusing_without_words,
        setting_aside.WordsMissing,
        "words",
        "Say why it is not set aside.",
        "Dites pourquoi ce n’est pas mis de côté.",
    ),
    (
        taking_back_without_words,
        setting_aside.WordsMissing,
        "words",
        "Say why it is taken back.",
        "Dites pourquoi c’est retiré.",
    ),
    (
        answering_what_was_taken_back,
        setting_aside.TakenBack,
        None,
        "This was taken back already. Nothing was changed.",
        "Ceci a déjà été retiré.",
    ),
    (
        marking_as_an_officer,
        no_staff.OnlyForManagers,
        None,
        "Only a manager marks work as not done for want of staff.",
        "Seul un gestionnaire marque un travail comme non fait faute de personnel.",
    ),
    (
        marking_nothing,
        no_staff.NothingToMark,
        "lines",
        "Choose the lines that were not done.",
        "Choisissez les lignes qui n’ont pas été faites.",
    ),
    (
        marking_guarded_work,
        no_staff.GuardedWork,
        "lines",
        "work for victims and protected persons is never left for want of staff.",
        "travail pour les victimes et les personnes protégées",
    ),
    (
        marking_ahead,
        no_staff.NotOpenYet,
        "lines",
        "Only work that was open can be not done.",
        "Seul un travail déjà ouvert peut être non fait.",
    ),
    (
        marking_twice,
        no_staff.MarkedAlready,
        "lines",
        "Take the line out.",
        "Retirez la ligne.",
    ),
]
NAMES = [each[0].__name__ for each in REFUSALS]


@pytest.mark.parametrize(("do", "refusal", "field", "english", "french"), REFUSALS, ids=NAMES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_refusal_says_what_to_do_instead(
    case, officer, manager, do, refusal, field, english, french, language
):
    with translation.override(language), pytest.raises(refusal) as refused:
        do(case, officer, manager)

    assert refused.value.field == field
    assert {"en": english, "fr": french}[language] in plain(refused.value)


@pytest.mark.parametrize("do", [by_no_reason, without_words, for_no_day])
def test_what_is_not_set_aside_leaves_nothing_behind(case, officer, manager, do):
    entries = Entry.objects.count()

    with pytest.raises(setting_aside.Refused):
        do(case, officer, manager)

    assert not SetAside.objects.exists()
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("do", [marking_as_an_officer, marking_guarded_work, marking_ahead])
def test_what_is_not_marked_leaves_nothing_behind(case, officer, manager, do):
    entries = Entry.objects.count()

    with pytest.raises(no_staff.Refused):
        do(case, officer, manager)

    assert not NoStaff.objects.exists()
    assert Entry.objects.count() == entries
