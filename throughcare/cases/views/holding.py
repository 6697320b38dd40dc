"""Who holds a file, and who covers it."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import covering, holding
from throughcare.cases.file_pages import act, forms
from throughcare.cases.forms.covering import CoverForm
from throughcare.cases.forms.holding import AssignForm, UncoveredForm


@page_for(Permission.ASSIGN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def assign(request: HttpRequest, number: str) -> HttpResponse:
    """Give a file to an officer."""
    member: Any = request.user
    return act(
        request,
        number,
        AssignForm,
        lambda state, said: holding.assign_officer(case=state.case, by=member, **said),
    )


@page_for(Permission.ASSIGN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def uncovered(request: HttpRequest, number: str) -> HttpResponse:
    """Mark a file uncovered."""
    member: Any = request.user
    return act(
        request,
        number,
        UncoveredForm,
        lambda state, said: holding.mark_uncovered(case=state.case, by=member, **said),
    )


@page_for(Permission.ASSIGN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def cover(request: HttpRequest, number: str) -> HttpResponse:
    """Have a file covered."""
    member: Any = request.user
    return act(
        request,
        number,
        CoverForm,
        lambda state, said: covering.cover_cases(cases=[state.case], by=member, **said),
    )
