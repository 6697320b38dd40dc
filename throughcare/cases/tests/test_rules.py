"""Each rule of the tables of files, by name: what it keeps out, and what it lets in."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from throughcare import clock
from throughcare.cases.models import (
    Assignment,
    Away,
    Case,
    Conflict,
    Cover,
    LevelPeriod,
    RestrictedMember,
    Restriction,
    Transfer,
)
from throughcare.cases.models.periods import last_day
from throughcare.record.entries import System, entry

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def known(case, officer, colleague, there):
    """What the rows of the tables below refer to."""
    today = clock.today()
    return {
        "case": case,
        "person": case.person,
        "officer": officer,
        "colleague": colleague,
        "here": case.office,
        "there": there.office,
        "today": today,
        "before": today - DAY,
        "now": clock.now(),
    }


def keep(model, known, said):
    """Keep a row of a model; a value that names something known stands for it."""
    values = {
        name: known[value[1:]] if isinstance(value, str) and value.startswith("@") else value
        for name, value in said.items()
    }
    with entry("cases.assigned", by=System()):
        return model.objects.create(**values)


DAYS = {"starts_on": "@today", "ends_before": "@before"}
COVER = {"case": "@case", "covering": "@colleague"}
LEVEL = {"case": "@case", "level": "HIGH", "confirmed_by": "@officer"}
AWAY = {"person": "@person", "kind": "CUSTODY", "source": "x"}
TRANSFER = {
    "case": "@case",
    "from_office": "@here",
    "to_office": "@there",
    "proposed_by": "@officer",
    "proposed_at": "@now",
    "summary": "x",
}
CONFLICT = {"member": "@officer", "words": "x", "declared_on": "@today"}

KEPT_OUT = [
    ("cover_ends_after_it_starts", Cover, COVER | DAYS),
    (
        "cover_is_of_a_case_or_of_an_officer",
        Cover,
        COVER | {"officer": "@officer", "starts_on": "@before", "ends_before": "@today"},
    ),
    (
        "cover_is_of_a_case_or_of_an_officer",
        Cover,
        {"covering": "@colleague", "starts_on": "@before", "ends_before": "@today"},
    ),
    (
        "nobody_covers_for_themselves",
        Cover,
        {
            "officer": "@officer",
            "covering": "@officer",
            "starts_on": "@before",
            "ends_before": "@today",
        },
    ),
    ("level_ends_after_it_starts", LevelPeriod, LEVEL | DAYS),
    (
        "level_is_confirmed_or_an_interim_standard_is_named",
        LevelPeriod,
        {"case": "@case", "level": "HIGH", "starts_on": "@today"},
    ),
    ("case_has_one_level_at_a_time", LevelPeriod, LEVEL | {"starts_on": "@today"}),
    ("away_ends_after_it_starts", Away, AWAY | DAYS),
    (
        "transfer_goes_to_another_office",
        Transfer,
        TRANSFER | {"to_office": "@here"},
    ),
    (
        "decided_transfer_says_who_and_when",
        Transfer,
        TRANSFER | {"outcome": "ACCEPTED", "decided_by": "@officer"},
    ),
    (
        "decided_transfer_says_who_and_when",
        Transfer,
        TRANSFER | {"decided_by": "@officer", "decided_at": "@now"},
    ),
    (
        "refused_transfer_says_why",
        Transfer,
        TRANSFER | {"outcome": "REFUSED", "decided_by": "@officer", "decided_at": "@now"},
    ),
    ("refused_transfer_says_why", Transfer, TRANSFER | {"refusal_reason": "x"}),
    ("conflict_is_with_a_case_or_a_person", Conflict, CONFLICT),
    (
        "conflict_is_with_a_case_or_a_person",
        Conflict,
        CONFLICT | {"case": "@case", "person": "@person"},
    ),
    (
        "case_has_one_holder_at_a_time",
        Assignment,
        {"case": "@case", "holder": "@colleague", "starts_at": "@now"},
    ),
    (
        "assignment_ends_after_it_starts",
        Assignment,
        {"case": "@case", "holder": "@colleague", "starts_at": "@now", "ends_at": "@now"},
    ),
]


@pytest.mark.parametrize(
    ("rule", "model", "said"), KEPT_OUT, ids=[f"{each[0]}-{n}" for n, each in enumerate(KEPT_OUT)]
)
def test_a_rule_keeps_out(known, rule, model, said):
    before = model.objects.count()

    with pytest.raises(DatabaseError, match=rule), transaction.atomic():
        keep(model, known, said)

    assert model.objects.count() == before


TWICE = [
    (
        "officer_has_one_cover_at_a_time",
        Cover,
        {
            "officer": "@officer",
            "covering": "@colleague",
            "starts_on": "@before",
            "ends_before": "@today",
        },
    ),
    (
        "case_has_one_cover_at_a_time",
        Cover,
        COVER | {"starts_on": "@before", "ends_before": "@today"},
    ),
    ("person_is_away_once_of_a_kind", Away, AWAY | {"starts_on": "@today"}),
    ("case_has_one_waiting_transfer", Transfer, TRANSFER),
    ("case_has_one_standing_restriction", Restriction, {"case": "@case", "reason": "x"}),
    ("conflict_with_a_case_is_declared_once", Conflict, CONFLICT | {"case": "@case"}),
    ("conflict_with_a_person_is_declared_once", Conflict, CONFLICT | {"person": "@person"}),
]


@pytest.mark.parametrize(("rule", "model", "said"), TWICE, ids=[each[0] for each in TWICE])
def test_a_rule_lets_in_one_and_keeps_out_the_second(known, rule, model, said):
    keep(model, known, said)

    with pytest.raises(DatabaseError, match=rule), transaction.atomic():
        keep(model, known, said)

    assert model.objects.count() == 1


def test_a_member_is_named_once_on_a_restriction(known):
    known["restriction"] = keep(Restriction, known, {"case": "@case", "reason": "x"})
    said = {"restriction": "@restriction", "member": "@officer"}
    keep(RestrictedMember, known, said)

    with (
        pytest.raises(DatabaseError, match="member_is_named_once_on_a_restriction"),
        transaction.atomic(),
    ):
        keep(RestrictedMember, known, said)


def test_periods_that_touch_do_not_overlap(known):
    first = {"starts_on": "@before", "ends_before": "@today"}
    known["later"] = known["today"] + DAY
    second = {"starts_on": "@today", "ends_before": "@later"}

    for model, said in ((Cover, COVER), (Away, AWAY)):
        kept = [keep(model, known, said | days) for days in (first, second)]
        assert [row.last_day for row in kept] == [known["before"], known["today"]]


def test_another_kind_of_absence_may_run_at_the_same_time(known):
    for kind in ("CUSTODY", "WARRANT", "HOSPITAL", "ABSENCE"):
        keep(Away, known, AWAY | {"kind": kind, "starts_on": "@today"})

    assert Away.objects.on(known["today"]).count() == 4


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("case_closes_after_it_opens", {"closed_on": "@long_ago", "closing_words": "x"}),
        ("closed_case_says_why", {"closed_on": "@today", "closing_words": ""}),
        ("closed_case_says_why", {"closed_on": None, "closing_words": "x"}),
    ],
)
def test_a_file_closes_with_words_and_after_it_opened(known, rule, changed):
    known["long_ago"] = known["today"] - 400 * DAY
    values = {
        name: known[value[1:]] if str(value).startswith("@") else value
        for name, value in changed.items()
    }

    with (
        pytest.raises(DatabaseError, match=rule),
        transaction.atomic(),
        entry("cases.closed", by=System()),
    ):
        Case.objects.filter(pk=known["case"].pk).update(**values)

    assert list(Case.objects.open()) == [known["case"]]


def test_the_last_day_of_a_period_is_the_one_before_its_end():
    assert last_day(None) is None
    assert str(last_day(clock.today().replace(year=2024, month=3, day=1))) == "2024-02-29"


def test_a_row_says_what_it_is_in_a_word(known):
    case = known["case"]
    held, level = case.assignments.get(), case.levels.get()
    away = keep(Away, known, AWAY | {"starts_on": "@today"})
    transfer = keep(Transfer, known, TRANSFER)
    restriction = keep(Restriction, known, {"case": "@case", "reason": "x"})
    conflict = keep(Conflict, known, CONFLICT | {"case": "@case"})

    assert (str(case), str(level), str(transfer)) == (case.number, "NOT_SET", "WAITING")
    assert str(held) == f"{held.starts_at:%Y-%m-%d}"
    assert str(away) == f"CUSTODY {known['today']}"
    assert (str(restriction), str(conflict)) == (str(case.pk), str(known["officer"].pk))
