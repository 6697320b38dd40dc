"""Papers for the person: the slip of a direction, and the sheet of what an order asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, Use, page_for
from throughcare.cases.file_pages import state_or_404
from throughcare.cases.queries.caseload import is_french
from throughcare.orders import library
from throughcare.orders.models import ConditionStanding, Direction
from throughcare.orders.queries.conditions import StandingCondition
from throughcare.orders.queries.register import registered_of
from throughcare.orders.sheets import facts_of_order
from throughcare.orders.two_days import days_told_twice
from throughcare.pages.answers import page
from throughcare.people.phones import shown_phone

LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class SheetLine:
    """One condition on a sheet: the plain words, the court's, days that can be read two ways."""

    number: int
    plain: str
    words: str
    unclear: bool
    days: tuple[str, ...]


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE, use=Use.PRINT)
@require_safe
def slip(request: HttpRequest, number: str, direction: UUID) -> HttpResponse:
    """Show the slip of a direction, in the person's language."""
    state = state_or_404(request, number)
    rows = Direction.objects.filter(pk=direction, case=state.case)
    found = rows.select_related("given_by", "case__person").first()
    if found is None:
        raise Http404
    tongue = "fr" if is_french(state.case.person) else "en"
    known = {
        "direction": found,
        "person": state.case.person.name.full,
        "kind": "slip",
        "title": _("Slip"),
        **_office(state.case.office, tongue),
    }
    return page(request, "orders/slip.html", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE, use=Use.PRINT)
@require_safe
def sheet(request: HttpRequest, number: str, order: UUID, tongue: str) -> HttpResponse:
    """Show what an order asks in plain words of a language, beside the court's own."""
    state = state_or_404(request, number)
    found = registered_of(state.case, order, clock.today())
    if found is None or tongue not in LANGUAGES:
        raise Http404
    with translation.override(tongue):
        facts = facts_of_order(found.order, found.each.term)
    known = {
        "order": found.order,
        "facts": facts,
        "lines": [_line(each, tongue) for each in _standing(found.conditions)],
        "person": state.case.person.name.full,
        "translated": found.order.language != tongue,
        "kind": "sheet",
        "title": _("Conditions sheet"),
        **_office(state.case.office, tongue),
    }
    return page(request, "orders/sheet.html", known)


def _standing(conditions: Sequence[StandingCondition]) -> list[StandingCondition]:
    """Return the versions that no change has ended by today."""
    today = clock.today()
    return [
        each
        for each in conditions
        if each.in_force is None
        or each.in_force.ends_before is None
        or each.in_force.ends_before > today
    ]


def _line(condition: StandingCondition, tongue: str) -> SheetLine:
    made_on = condition.made_on
    plain = [
        library.in_plain_words(each.code, each.parameters, made_on, tongue)
        for each in condition.codes
    ]
    unclear = condition.standing == ConditionStanding.UNCLEAR
    with translation.override(tongue):
        days = tuple(days_told_twice(condition))
    return SheetLine(condition.number, " ".join(plain), condition.words, unclear, days)


def _office(office: Any, tongue: str) -> dict[str, Any]:
    """Return the office as the foot of a paper shows it."""
    return {
        "paper_language": tongue,
        "office": {
            "name": office.name_fr if tongue == "fr" else office.name,
            "address": office.address,
            "city": office.city,
            "postal_code": office.postal_code,
            "phone": shown_phone(office.phone),
        },
    }
