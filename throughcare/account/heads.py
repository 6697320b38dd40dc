"""The orders and conditions of a case as headings, in the language of the page."""

from datetime import date
from uuid import UUID

from throughcare.account.grouping import Heads


def heads_of(case: UUID, on: date) -> Heads:
    """Return the headings of a case's orders and conditions made by a day."""
    return Heads()
