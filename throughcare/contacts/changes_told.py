"""What a contact says is new with a person, and the notice that telling it gives."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from throughcare.contacts.models import Outcome, Way
from throughcare.kernel.obligations.facts import Evidence
from throughcare.kernel.obligations.words import Strength
from throughcare.orders.law import the_pack
from throughcare.orders.queries.conditions import StandingCondition, conditions_of
from throughcare.packs.conditions import condition_rule

CHANGES = {"JOB_CHANGED": "same_job", "ADDRESS_CHANGED": "same_address"}
NOTICE = "NOTICE_GIVEN"


def changes_in(contact: Any) -> list[str]:
    """Return the events of a contact in which something was new; none before it is confirmed.

    They happen, for what is owed, on the day they were told: when it really changed is in words.
    """
    if contact.outcome != Outcome.CAME or contact.provisional:
        return []
    return [event for event, same in CHANGES.items() if getattr(contact, same) is False]


def notices(contacts: Collection[Any], on: date) -> Iterator[tuple[str, Evidence]]:
    """Yield by file the notice that telling of a change gives, for each condition that asks it.

    A collateral's word is no notice of the person's. One query, none where nothing is new.
    """
    told = [each for each in contacts if each.way != Way.COLLATERAL and changes_in(each)]
    known = conditions_of([UUID(each.case) for each in told], on) if told else {}
    for contact in told:
        for condition in known[UUID(contact.case)]:
            if condition.binds(contact.day) and _asks(condition, changes_in(contact)):
                name, kind = f"contact:{contact.id}", f"{NOTICE}@{condition.id}"
                yield contact.case, Evidence(name, kind, contact.day, Strength.SELF_REPORT)


def _asks(condition: StandingCondition, events: list[str]) -> bool:
    return any(
        _asks_notice(code.code, condition.made_on, event)
        for code in condition.codes
        for event in events
    )


@lru_cache(maxsize=4096)
def _asks_notice(code: str, made_on: date, event: str) -> bool:
    """Say whether a code of the library asks for notice of an event."""
    rule = condition_rule(the_pack(), code, made_on)
    asked = rule.requirements if rule else ()
    return any(each.event == event and NOTICE in each.closed_by for each in asked)
