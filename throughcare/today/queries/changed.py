"""What the reader proposed and a person changed on a day, for whoever answers for the office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughcare.orders.library import name_of, stated_in
from throughcare.orders.queries.corrections import Changed, changed_on
from throughcare.staff.models import StaffMember

Codes = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class ProposalChanged:
    """In whose file a proposal was changed: of which condition, by whom, why."""

    name: Any
    file_number: str
    at: datetime
    what: str
    by: str
    why: str
    url: str


def proposals_changed(member: StaffMember, on: date) -> list[ProposalChanged]:
    """Return the proposals that people changed on a day, the latest first. At most four queries."""
    return [_changed(each) for each in changed_on(member, on)]


def _changed(each: Changed) -> ProposalChanged:
    made, condition = each.correction, each.correction.condition
    order = condition.order
    proposed, decided = in_words(made.proposed, made.decided, order.made_on)
    address = reverse("orders:order", args=[order.case.number, order.pk])
    return ProposalChanged(
        name=order.case.person.name,
        file_number=order.case.number,
        at=made.corrected_at,
        what=_("Condition %(number)s. Proposed: %(proposed)s. Decided: %(decided)s.")
        % {"number": condition.number, "proposed": proposed, "decided": decided},
        by=made.corrected_by.full_name,
        why=each.reason,
        url=f"{address}?open={condition.number}",
    )


def in_words(proposed: Codes, decided: Codes, made_on: date) -> tuple[str, str]:
    """Return a proposal and a decision by name; where these are the same, with what is stated."""
    before, after = _names(proposed, made_on), _names(decided, made_on)
    if before == after:
        before, after = _stated(proposed, made_on), _stated(decided, made_on)
    return "; ".join(before) or _("nothing"), "; ".join(after) or _("not a condition")


def _names(codes: Codes, made_on: date) -> list[str]:
    return [name_of(each["code"], made_on) for each in codes]


def _stated(codes: Codes, made_on: date) -> list[str]:
    """Return each code by name, with its hours, days and places as they were read or decided."""
    found = []
    for each in codes:
        values = "; ".join(stated_in(each["code"], each["parameters"], made_on))
        name = name_of(each["code"], made_on)
        found.append(f"{name} ({values})" if values else name)
    return found
