"""The account by order and condition: each line once, the two sides apart."""

import pytest

from throughcare.account.grouping import SHOWS, ConditionHead, Heads, OrderHead, grouped
from throughcare.account.tests.cases import heads_for
from throughcare.account.tests.exports import exported
from throughcare.kernel.accounting.computing import account_of
from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.accounting.tests.examples import account, asked, came, condition, once
from throughcare.kernel.obligations.facts import Facts
from throughcare.kernel.obligations.words import OwedBy

HEADS = Heads(
    [OrderHead("A", "Probation", "to 2 Apr 2028"), OrderHead("B", "Recognizance", "")],
    [ConditionHead("C1", "A", 1, "Report"), ConditionHead("C2", "B", 1, "No contact")],
)
CONDITIONS = [condition("condition:C1:REPORT:FIRST"), condition(id="C2")]
OFFICE = {"owed_by": OwedBy.OFFICE}


def groups(*requirements, show="all", heads=HEADS, **known):
    facts = known.get("facts", Facts())
    found = account("04-20", *requirements, conditions=CONDITIONS, **known)
    return grouped(found, heads, facts.evidence, SHOWS[show])


def shape(found):
    """Return titles, then for each part its condition and how many lines each side has."""
    return [
        (
            str(group.title),
            [
                (part.head.title if part.head else "", len(part.person), len(part.office))
                for part in group.parts
            ],
        )
        for group in found
    ]


def test_an_order_has_its_conditions_and_they_have_their_lines():
    found = groups(asked("condition:C1:REPORT:FIRST"))

    assert shape(found) == [
        ("Probation", [("Report", 1, 0)]),
        ("Recognizance", [("No contact", 0, 0)]),
    ]


def test_what_an_order_asks_itself_comes_before_its_conditions():
    found = groups(asked("condition:A:ORDER_ITSELF:EXPLAIN", **OFFICE))

    assert shape(found)[0] == ("Probation", [("", 0, 1), ("Report", 0, 0)])


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("direction:D1", "Directions"),
        ("standard:S:SEE", "Standards of supervision"),
        ("condition:C9:OLD:FIRST", "Conditions no longer in force"),
        ("promise:P1", "Other"),
    ],
)
def test_what_stands_under_no_order_has_its_own_group(name, title):
    assert shape(groups(asked(name)))[-1] == (title, [("", 1, 0)])


def test_both_sides_are_two_lists_in_the_order_of_time():
    late, early = once("04-01", "04-02"), once("03-01", "03-02")
    (group,) = groups(
        asked("standard:S:B", late, **OFFICE),
        asked("standard:S:A", early, **OFFICE),
        asked("standard:S:C"),
        heads=Heads(),
    )
    (part,) = group.parts

    assert [each.what for each in part.office] == ["Report", "Report"]
    assert [each.opens_on.month for each in part.office] == [3, 4]
    assert len(part.person) == 1


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        (
            "all",
            [
                ("Probation", [("Report", 1, 0)]),
                ("Recognizance", [("No contact", 0, 0)]),
                ("Standards of supervision", [("", 0, 1)]),
            ],
        ),
        (
            "nothing",
            [
                ("Recognizance", [("No contact", 0, 0)]),
                ("Standards of supervision", [("", 0, 1)]),
            ],
        ),
        ("person", [("Probation", [("Report", 1, 0)])]),
        ("office", [("Standards of supervision", [("", 0, 1)])]),
    ],
)
def test_a_part_of_the_account_can_be_shown_alone(show, expected):
    found = groups(
        asked("condition:C1:REPORT:FIRST"),
        asked("standard:S:SEE", closed_by=frozenset({"SEEN_HOME"}), **OFFICE),
        facts=Facts(evidence=(came("03-04"),)),
        show=show,
    )

    assert shape(found) == expected


def test_a_condition_that_has_no_heading_loses_no_line():
    found = groups(asked("condition:C1:REPORT:FIRST"), heads=Heads(HEADS.orders))

    assert shape(found) == [("Conditions no longer in force", [("", 1, 0)])]


@pytest.mark.parametrize("seed", range(10))
def test_every_line_of_a_case_is_shown_exactly_once(seed):
    whole = exported(seed)
    found = account_of(whole.on_file, whole.period, whole.on)
    shown = grouped(found, heads_for(whole.on_file), whole.on_file.facts.evidence, SHOWS["all"])
    lines = [
        line.anchor
        for group in shown
        for part in group.parts
        for line in (*part.person, *part.office)
    ]

    assert len(lines) == len(set(lines)) == len(found.lines)


@pytest.mark.parametrize("seed", range(10))
def test_what_is_shown_as_nothing_on_file_is_all_of_it(seed):
    whole = exported(seed)
    found = account_of(whole.on_file, whole.period, whole.on)
    heads = heads_for(whole.on_file)
    shown = grouped(found, heads, whole.on_file.facts.evidence, SHOWS["nothing"])
    parts = [part for group in shown for part in group.parts]
    lines = [line.ending for part in parts for line in (*part.person, *part.office)]
    bare = {
        part.head.id for part in parts if part.head and part.known.ending is not Ending.EVIDENCE
    }

    said = [each for each in found.lines if each.ending is Ending.NOTHING_ON_FILE]
    assert lines == [Ending.NOTHING_ON_FILE] * len(said)
    assert {each.condition.id for each in found.conditions if each.is_bare} <= bare
