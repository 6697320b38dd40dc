"""Version 1 of the export, written out: whatever is written today must still be read later."""

from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest

from throughcare.account.export.document import Exported, PackUsed
from throughcare.account.export.reading import exported
from throughcare.account.export.verifying import differences, recomputed
from throughcare.account.export.writing import as_values
from throughcare.account.tests.schema import misfits
from throughcare.kernel.accounting.computing import OnFile
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.knowing.known import Expectation, Verification
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength

CASE = "01930000-0000-7000-8000-000000000001"
FIRST, AFTER = date(2026, 3, 1), date(2026, 9, 1)
TERM = Period(FIRST, AFTER)
SAID_TERM = {"starts_on": "2026-03-01", "ends_before": "2026-09-01"}


def asked(name, cadence, owed_by=OwedBy.PERSON, kind="REPORTED", least=Strength.SELF_REPORT):
    return Requirement(name, name, owed_by, cadence, frozenset({kind}), "s. 1", TERM, least)


def said(name, cadence, owed_by="person", kind="REPORTED", least="self_report"):
    return {
        "id": name,
        "what": name,
        "owed_by": owed_by,
        "cadence": cadence,
        "closed_by": [kind],
        "at_least": least,
        "authority": "s. 1",
        "in_force": SAID_TERM,
    }


REQUIREMENTS = [
    (
        asked("first", Once(FIRST, date(2026, 3, 4))),
        said("first", {"kind": "once", "opens_on": "2026-03-01", "due_before": "2026-03-04"}),
    ),
    (
        asked("assess", After("INTAKE", Length(weeks=6)), OwedBy.OFFICE, "ASSESSED"),
        said(
            "assess",
            {"kind": "after", "event": "INTAKE", "within": {"weeks": 6}},
            "office",
            "ASSESSED",
        ),
    ),
    (
        asked(
            "monthly",
            Times((Rate(FIRST, 1), Rate(date(2026, 5, 1), 2)), Window.MONTH, PartWindow.OWED, True),
        ),
        said(
            "monthly",
            {
                "kind": "times",
                "window": "month",
                "part_window": "owed",
                "at_once": True,
                "rates": [{"from": "2026-03-01", "times": 1}, {"from": "2026-05-01", "times": 2}],
            },
        ),
    ),
    (
        asked("again", Rolling(Length(days=30), ((FIRST, date(2026, 4, 8)),)), kind="ATTENDED"),
        said(
            "again",
            {
                "kind": "rolling",
                "within": {"days": 30},
                "counted": [{"last": "2026-03-01", "due_before": "2026-04-08"}],
            },
            kind="ATTENDED",
        ),
    ),
    (
        asked(
            "hours",
            Hours(Fraction(5, 2), FIRST, date(2026, 4, 1)),
            kind="HOURS_WORKED",
            least=Strength.DOCUMENT,
        ),
        said(
            "hours",
            {
                "kind": "hours",
                "hours": "5/2",
                "opens_on": "2026-03-01",
                "due_before": "2026-04-01",
            },
            kind="HOURS_WORKED",
            least="document",
        ),
    ),
]
FACTS = Facts(
    (
        Evidence("contact:1", "REPORTED", date(2026, 3, 3), Strength.OBSERVED),
        Evidence("log:1", "HOURS_WORKED", date(2026, 3, 9), Strength.DOCUMENT, Fraction(3, 2)),
    ),
    (Event("INTAKE", date(2026, 3, 3), date(2026, 4, 15), date(2026, 3, 4)),),
    (Pause("CUSTODY", Period(date(2026, 5, 20))),),
    (Decision("D1", "monthly", Period(date(2026, 4, 1), date(2026, 5, 1)), "L. Roy", "ill"),),
    (Decision("D2", "assess", Period(date(2026, 3, 1)), "L. Roy", "vacant post"),),
)
SAID_FACTS = {
    "evidence": [
        {
            "id": "contact:1",
            "kind": "REPORTED",
            "on": "2026-03-03",
            "strength": "observed",
            "amount": "0",
        },
        {
            "id": "log:1",
            "kind": "HOURS_WORKED",
            "on": "2026-03-09",
            "strength": "document",
            "amount": "3/2",
        },
    ],
    "events": [
        {
            "kind": "INTAKE",
            "on": "2026-03-03",
            "due_before": "2026-04-15",
            "opens_on": "2026-03-04",
        }
    ],
    "pauses": [{"kind": "CUSTODY", "starts_on": "2026-05-20"}],
    "set_aside": [
        {
            "id": "D1",
            "requirement": "monthly",
            "by": "L. Roy",
            "why": "ill",
            "starts_on": "2026-04-01",
            "ends_before": "2026-05-01",
        }
    ],
    "no_staff": [
        {
            "id": "D2",
            "requirement": "assess",
            "by": "L. Roy",
            "why": "vacant post",
            "starts_on": "2026-03-01",
        }
    ],
}
CONDITIONS = (
    Condition("C1", TERM, Expectation(("ASKED",), authority="s. 2"), frozenset({"monthly"})),
    Condition(
        "C2", TERM, Expectation((), Strength.COLLATERAL, Length(months=2), True), frozenset()
    ),
)
SAID_CONDITIONS = [
    {
        "id": "C1",
        "in_force": SAID_TERM,
        "expects": {
            "methods": ["ASKED"],
            "at_least": "self_report",
            "more_expected": False,
            "authority": "s. 2",
        },
        "requirements": ["monthly"],
    },
    {
        "id": "C2",
        "in_force": SAID_TERM,
        "expects": {
            "methods": [],
            "at_least": "collateral",
            "every": {"months": 2},
            "more_expected": True,
            "authority": "",
        },
        "requirements": [],
    },
]
VERIFICATIONS = (
    Verification("C2", "ASKED", Strength.SELF_REPORT, date(2026, 4, 2), Result.CONTRADICTED),
)
SAID_VERIFICATIONS = [
    {
        "condition": "C2",
        "method": "ASKED",
        "strength": "self_report",
        "on": "2026-04-02",
        "result": "contradicted",
    }
]
WHOLE = Exported(
    UUID(CASE),
    "C-1",
    PackUsed("example", "a" * 64),
    Period(FIRST, date(2026, 6, 1)),
    date(2026, 6, 1),
    OnFile(tuple(each for each, _ in REQUIREMENTS), FACTS, CONDITIONS, VERIFICATIONS),
)
SAID = as_values(WHOLE)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("format", "throughcare/account"),
        ("version", 1),
        ("case", {"id": CASE, "number": "C-1"}),
        ("pack", {"code": "example", "sha256": "a" * 64}),
        ("period", {"starts_on": "2026-03-01", "ends_before": "2026-06-01"}),
        ("on", "2026-06-01"),
        ("requirements", [written for _, written in REQUIREMENTS]),
        ("facts", SAID_FACTS),
        ("conditions", SAID_CONDITIONS),
        ("verifications", SAID_VERIFICATIONS),
    ],
)
def test_each_part_is_written_so(part, expected):
    assert SAID[part] == expected


def test_there_is_no_other_part():
    assert list(SAID)[-1] == "account"
    assert len(SAID) == 11
    assert misfits(SAID) == []


def test_every_part_is_read_back():
    assert exported(SAID)[0] == WHOLE


ENDINGS = [
    ("first", "2026-03-01", "done", "evidence", ["contact:1"]),
    ("assess", "2026-03-04", "not_done_no_staff", "recorded_reason", []),
    ("monthly", "2026-03-01", "done", "evidence", ["contact:1"]),
    ("monthly", "2026-04-01", "set_aside", "recorded_reason", []),
    ("monthly", "2026-05-01", "paused", "recorded_reason", []),
    ("again", "2026-03-01", "overdue", "nothing_on_file", []),
    ("hours", "2026-03-01", "overdue", "nothing_on_file", ["log:1"]),
]


@pytest.mark.parametrize(
    ("requirement", "opens_on", "state", "ending", "evidence"), ENDINGS, ids=str
)
def test_each_obligation_ends_so(requirement, opens_on, state, ending, evidence):
    (line,) = [
        each
        for each in SAID["account"]["obligations"]
        if (each["requirement"], each["opens_on"]) == (requirement, opens_on)
    ]

    assert (line["state"], line["ending"], line["evidence"]) == (state, ending, evidence)


def test_no_obligation_of_the_period_is_without_an_ending():
    lines = SAID["account"]["obligations"]

    assert [(each["requirement"], each["opens_on"]) for each in lines] == [
        (requirement, opens_on) for requirement, opens_on, *_ in ENDINGS
    ]


def test_a_recorded_reason_is_written_with_who_and_why():
    recorded = {
        (each["requirement"], each["opens_on"]): each["recorded"]
        for each in SAID["account"]["obligations"]
        if "recorded" in each
    }

    assert recorded["monthly", "2026-04-01"] == {
        "what": "set_aside",
        "since": "2026-04-01",
        "by": "L. Roy",
        "why": "ill",
        "source": "D1",
    }
    assert recorded["monthly", "2026-05-01"]["why"] == "CUSTODY"
    assert recorded["assess", "2026-03-04"]["source"] == "D2"


def test_each_condition_says_how_it_is_known():
    assert SAID["account"]["conditions"] == [
        {
            "condition": "C1",
            "on": "2026-05-31",
            "ending": "evidence",
            "is_bare": False,
            "standing": "as_expected",
            "method": "REPORTED",
            "strength": "observed",
            "last_on": "2026-03-03",
            "result": "confirmed",
        },
        {
            "condition": "C2",
            "on": "2026-05-31",
            "ending": "evidence",
            "is_bare": False,
            "standing": "more_expected",
            "method": "ASKED",
            "strength": "self_report",
            "last_on": "2026-04-02",
            "result": "contradicted",
        },
    ]


def test_it_follows_from_its_values():
    assert differences(SAID["account"], recomputed(exported(SAID)[0])) == []
