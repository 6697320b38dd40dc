"""Restriction and conflict of interest."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import protection
from throughcare.cases.forms import protection as protection_forms
from throughcare.cases.views.pieces import act, forms


@page_for(Permission.RESTRICT_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def restrict(request: HttpRequest, number: str) -> HttpResponse:
    """Close a file to all but named members."""
    member: Any = request.user
    return act(
        request,
        number,
        protection_forms.RestrictForm,
        lambda state, said: protection.restrict_case(case=state.case, by=member, **said),
    )


@page_for(Permission.RESTRICT_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def name_member(request: HttpRequest, number: str) -> HttpResponse:
    """Let one more member see a restricted file."""
    member: Any = request.user
    return act(
        request,
        number,
        protection_forms.NameForm,
        lambda state, said: protection.name_on_restriction(case=state.case, by=member, **said),
    )


@page_for(Permission.RESTRICT_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def lift(request: HttpRequest, number: str) -> HttpResponse:
    """Open a restricted file to the office again."""
    member: Any = request.user
    return act(
        request,
        number,
        protection_forms.LiftForm,
        lambda state, said: protection.lift_restriction(case=state.case, by=member, **said),
    )


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def conflict(request: HttpRequest, number: str) -> HttpResponse:
    """Declare a conflict of interest; the file is gone for the declarer afterwards."""
    member: Any = request.user
    return act(
        request,
        number,
        protection_forms.ConflictForm,
        lambda _state, said: protection.declare_conflict(by=member, **said),
        then="cases:list",
    )
