"""How each ending reads, in both languages."""

import pytest
from django.utils import translation

from throughcare.account.shown import shown_line
from throughcare.kernel.accounting.tests.examples import (
    account,
    asked,
    came,
    day,
    decided,
    sixty_hours,
    span,
)
from throughcare.kernel.obligations.facts import Facts, Pause
from throughcare.kernel.obligations.words import OwedBy, Strength

HOURS = {"cadence": sixty_hours("03-09"), "closed_by": frozenset({"HOURS_WORKED"})}
OFFICE = {"owed_by": OwedBy.OFFICE}


def shown(on="03-20", said=None, **known):
    facts = Facts(**known)
    (line,) = account(on, asked(**(said or {})), facts=facts).lines
    pieces = {(each.id, each.kind): each for each in facts.evidence}
    return shown_line(line, pieces, day(on))


CASES = [
    pytest.param({"on": "03-01"}, "ahead", "From Mon\xa02\xa0Mar", "", id="ahead"),
    pytest.param({"on": "03-03"}, "now", "By Sun\xa08\xa0Mar", "", id="open"),
    pytest.param({"on": "03-09"}, "nothing", "Nothing on file", "due 1 day ago", id="a day"),
    pytest.param({}, "nothing", "Nothing on file", "due 12 days ago", id="overdue"),
    pytest.param({"evidence": (came("03-04"),)}, "done", "Done", "", id="done"),
    pytest.param({"evidence": (came("03-12"),)}, "done-late", "Done late", "", id="late"),
    pytest.param(
        {"set_aside": (decided("03-01"),)},
        "set-aside",
        "Set aside",
        "by L. Tremblay, from 1\xa0Mar\xa02026: in hospital",
        id="set aside",
    ),
    pytest.param(
        {"said": OFFICE, "no_staff": (decided("03-01"),)},
        "not-done",
        "Not done: no staff",
        "by L. Tremblay, from 1\xa0Mar\xa02026: in hospital",
        id="no staff",
    ),
    pytest.param(
        {"pauses": (Pause("CUSTODY", span("03-05")),)},
        "paused",
        "Paused",
        "Custody since 5\xa0Mar\xa02026",
        id="paused",
    ),
    pytest.param(
        {"said": {"in_force": span("03-01", "03-05")}},
        "ended",
        "Ended",
        "no longer asked from 5\xa0Mar\xa02026",
        id="ended",
    ),
]


@pytest.mark.parametrize(("known", "mark", "said", "note"), CASES)
def test_an_ending_is_a_mark_a_word_and_a_note(known, mark, said, note):
    found = shown(**known)

    assert (found.mark, found.said, found.note) == (mark, said, note)


@pytest.mark.parametrize(
    ("known", "said", "note"),
    [
        ({}, "Rien au dossier", "dû il y a 12 jours"),
        ({"evidence": (came("03-12"),)}, "Fait en retard", ""),
        ({"on": "03-03"}, "Au plus tard le dim.\xa08\xa0mars", ""),
        (
            {"set_aside": (decided("03-01"),)},
            "Mis de côté",
            "par L. Tremblay, à partir du 1er\xa0mars\xa02026\xa0: in hospital",
        ),
    ],
)
def test_an_ending_reads_in_french(known, said, note):
    with translation.override("fr"):
        found = shown(**known)

    assert (found.said, found.note) == (said, note)


def test_a_line_has_its_days_its_side_and_its_rule():
    found = shown(evidence=(came("03-04"),))

    assert (found.opens_on, found.last_day) == (day("03-02"), day("03-08"))
    assert (found.owed_by, found.authority) == (OwedBy.PERSON, "Rule 1")
    assert found.anchor == "R1-2026-03-02"


def test_a_line_has_its_reasons_as_sentences():
    found = shown(evidence=(came("03-04"),))

    assert len(found.reasons) == 2
    assert "March 8, 2026" in found.reasons[0]


def test_evidence_is_named_by_kind_and_day_with_its_strength():
    found = shown(evidence=(came("03-04", strength=Strength.OBSERVED),))

    assert [(each.words, each.strength, each.page) for each in found.evidence] == [
        ("Reported in person, 4\xa0Mar\xa02026", 4, "")
    ]


def test_a_contact_of_several_kinds_is_shown_once_by_the_kind_asked_for():
    both = (came("03-04"), came("03-04", "SEEN_OFFICE"))

    assert len(shown(evidence=both).evidence) == 1


@pytest.mark.parametrize(
    ("worked", "amount"), [((), "0\xa0h of 60\xa0h"), ((40,), "40\xa0h of 60\xa0h")]
)
def test_hours_say_how_much_of_them_is_on_file(worked, amount):
    evidence = tuple(came("03-04", "HOURS_WORKED", amount=each) for each in worked)

    assert shown(said=HOURS, evidence=evidence).amount == amount


def test_what_is_owed_once_needs_no_amount():
    assert shown().amount == ""
