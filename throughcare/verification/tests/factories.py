"""Checks for tests."""

from typing import Any

from throughcare import clock
from throughcare.orders.models import Condition
from throughcare.record.ids import new_id
from throughcare.staff.models import StaffMember
from throughcare.verification import commands
from throughcare.verification.commands import Check
from throughcare.verification.models import Verification


def check(condition: Condition, **said: Any) -> Check:
    """Return a check as told: a paper seen today that shows all as ordered, unless said."""
    usual = {"method": "DOCUMENT_SEEN", "on": clock.today(), "result": "AS_ORDERED"}
    return Check(condition, **usual | said)


def a_check(condition: Condition, by: StaffMember, **said: Any) -> Verification:
    """Return a check on file."""
    sent = said.pop("id", None) or new_id()
    return commands.verify_condition(
        id=sent, case=condition.order.case, check=check(condition, **said), by=by
    )


def corrected(row: Verification, by: StaffMember, **said: Any) -> Verification:
    """Return the correction of a check."""
    sent, reason = said.pop("id", None) or new_id(), said.pop("reason", "Wrong day")
    return commands.correct_verification(
        id=sent, verification=row, check=check(row.condition, **said), reason=reason, by=by
    )
