"""Where the act of a line leads: to the page that does it, which knows what it was opened for."""

from datetime import date
from types import SimpleNamespace
from uuid import uuid4

import pytest

from throughcare.account.todo import Action, Todo
from throughcare.decisions.links import opened
from throughcare.today.acting import page_of, verb_of

CONDITION = "0190c0de-0000-7000-8000-000000000001"
DIRECTION = "0190c0de-0000-7000-8000-000000000002"


def a_todo(action, requirement="standard:x:SEEN", closed_by=()):
    asked = SimpleNamespace(id=requirement, what="See the person", closed_by=frozenset(closed_by))
    found = SimpleNamespace(opens_on=date(2026, 11, 1), due_before=date(2026, 12, 1))
    return Todo(uuid4(), asked, found, action)


def test_a_lapse_leads_to_setting_aside_with_its_days_and_words():
    address = page_of(a_todo(Action.DECIDE), "C-1")

    path, _, about = address.partition("?about=")
    number, aside = opened(about.replace("%3A", ":"))
    assert (path, number) == ("/cases/C-1/set-aside/new/", "C-1")
    assert (aside.requirement, aside.starts_on, aside.ends_before) == (
        "standard:x:SEEN",
        date(2026, 11, 1),
        date(2026, 12, 1),
    )


@pytest.mark.parametrize(
    ("action", "requirement", "closed_by", "address"),
    [
        (
            Action.VERIFY,
            f"condition:{CONDITION}:COMMUNITY_SERVICE:HOURS",
            [f"HOURS_WORKED@{CONDITION}"],
            f"/cases/C-1/checks/new/?condition={CONDITION}&shows=HOURS_WORKED",
        ),
        (
            Action.VERIFY,
            f"condition:{CONDITION}:CURFEW:CHECK",
            ["SEEN_HOME", f"CHECKED@{CONDITION}"],
            f"/cases/C-1/checks/new/?condition={CONDITION}&shows=CHECKED",
        ),
        (Action.VERIFY, "standard:x:ADDRESS", ["CHECKED"], "/cases/C-1/account/"),
        (
            Action.RECORD_CONTACT,
            f"direction:{DIRECTION}",
            ["REPORTED"],
            f"/cases/C-1/contacts/new/?direction={DIRECTION}",
        ),
        (Action.RECORD_CONTACT, "standard:x:SEEN", ["SEEN_HOME"], "/cases/C-1/contacts/new/"),
        (Action.SET_LEVEL, "standard:x:FIRST", ["ASSESSED"], "/cases/C-1/level/"),
    ],
)
def test_an_act_leads_to_the_page_that_does_it(action, requirement, closed_by, address):
    assert page_of(a_todo(action, requirement, closed_by), "C-1") == address


@pytest.mark.parametrize("action", list(Action))
def test_every_act_has_a_verb_and_a_page(action):
    todo = a_todo(action)

    assert verb_of(todo)
    assert page_of(todo, "C-1").startswith("/cases/C-1/")
