"""Each refusal of a check: its sentence in both languages, its field, and nothing left behind."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.handover import NotYet
from throughcare.people.commands.keeping import NoReason, NothingToCorrect, SentBefore
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.verification import commands
from throughcare.verification.models import Verification
from throughcare.verification.tests.factories import a_check, corrected

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def by_no_method(service, officer):
    a_check(service, officer, method="GUESSED")


def tomorrow(service, officer):
    a_check(service, officer, on=clock.today() + DAY)


def work_without_hours(service, officer):
    a_check(service, officer, shows="HOURS_WORKED")


def work_of_no_number(service, officer):
    a_check(service, officer, shows="HOURS_WORKED", hours=Decimal("nan"))


def work_of_weeks(service, officer):
    a_check(service, officer, shows="HOURS_WORKED", hours=Decimal(1000))


def work_to_the_second(service, officer):
    a_check(service, officer, shows="HOURS_WORKED", hours=Decimal("7.505"))


def hours_without_work(service, officer):
    a_check(service, officer, hours=Decimal(3))


def with_other_answers(service, officer):
    sent = new_id()
    a_check(service, officer, id=sent)
    a_check(service, officer, id=sent, words="Other")


def corrected_twice(service, officer):
    row = a_check(service, officer)
    corrected(row, officer, words="b")
    corrected(row, officer, words="c")


def corrected_to_the_same(service, officer):
    corrected(a_check(service, officer), officer)


def corrected_without_reason(service, officer):
    corrected(a_check(service, officer), officer, words="b", reason="—")


REFUSALS = [
    (
        by_no_method,
        commands.MethodNotOffered,
        "method",
        "Choose how it was checked.",
        "Choisissez comment la vérification a été faite.",
    ),
    (
        tomorrow,
        NotYet,
        "on",
        "This day has not come yet. Give today or an earlier day.",
        "",
    ),
    (
        work_without_hours,
        commands.HoursMissing,
        "hours",
        "Write how many hours were worked.",
        "Écrivez combien d’heures ont été travaillées.",
    ),
    *(
        (
            act,
            commands.HoursUnreadable,
            "hours",
            "Write hours such as 7.5.",
            "Écrivez les heures ainsi : 7,5.",
        )
        for act in (work_of_no_number, work_of_weeks, work_to_the_second)
    ),
    (
        hours_without_work,
        commands.HoursOutOfPlace,
        "hours",
        "Hours are for unpaid work. Leave the field empty, or choose hours worked.",
        "Les heures sont pour le travail non payé.",
    ),
    (with_other_answers, SentBefore, None, "This form was sent before", ""),
    (
        corrected_twice,
        commands.CorrectedAlready,
        None,
        "This check was corrected already. Correct the one that stands now.",
        "Cette vérification a déjà été corrigée.",
    ),
    (
        corrected_to_the_same,
        NothingToCorrect,
        None,
        "This is what is on file already. Nothing was changed.",
        "",
    ),
    (corrected_without_reason, NoReason, "reason", "Say why this is corrected", ""),
]
NAMES = [each[0].__name__ for each in REFUSALS]


@pytest.mark.parametrize(("do", "refusal", "field", "english", "french"), REFUSALS, ids=NAMES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_refusal_says_what_to_do_instead(
    service, officer, do, refusal, field, english, french, language
):
    with translation.override(language), pytest.raises(refusal) as refused:
        do(service, officer)

    assert refused.value.field == field
    assert {"en": english, "fr": french}[language] in plain(refused.value)


@pytest.mark.parametrize(("do", "refusal"), [each[:2] for each in REFUSALS[:4]], ids=NAMES[:4])
def test_what_is_refused_leaves_nothing_behind(service, officer, do, refusal):
    with pytest.raises(refusal):
        do(service, officer)

    assert not Verification.objects.exists()
    assert not Entry.objects.filter(act__startswith="verification.").exists()


def test_a_check_is_not_changed_outside_an_entry(service, officer):
    a_check(service, officer)

    with pytest.raises(Exception, match="needs an entry"):
        Verification.objects.update(words="Quietly changed")
