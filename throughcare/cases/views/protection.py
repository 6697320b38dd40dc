"""Restriction and conflict of interest."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands.conflict import declare_conflict
from throughcare.cases.commands.restriction import (
    lift_restriction,
    name_on_restriction,
    restrict_case,
)
from throughcare.cases.file_pages import act, forms
from throughcare.cases.forms.conflict import ConflictForm
from throughcare.cases.forms.restriction import LiftForm, NameForm, RestrictForm


@page_for(Permission.RESTRICT_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def restrict(request: HttpRequest, number: str) -> HttpResponse:
    """Close a file to all but named members."""
    member: Any = request.user
    return act(
        request,
        number,
        RestrictForm,
        lambda state, said: restrict_case(case=state.case, by=member, **said),
    )


@page_for(Permission.RESTRICT_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def name_member(request: HttpRequest, number: str) -> HttpResponse:
    """Let one more member see a restricted file."""
    member: Any = request.user
    return act(
        request,
        number,
        NameForm,
        lambda state, said: name_on_restriction(case=state.case, by=member, **said),
    )


@page_for(Permission.RESTRICT_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def lift(request: HttpRequest, number: str) -> HttpResponse:
    """Open a restricted file to the office again."""
    member: Any = request.user
    return act(
        request,
        number,
        LiftForm,
        lambda state, said: lift_restriction(case=state.case, by=member, **said),
    )


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def conflict(request: HttpRequest, number: str) -> HttpResponse:
    """Declare a conflict of interest; the file is gone for the declarer afterwards."""
    member: Any = request.user
    return act(
        request,
        number,
        ConflictForm,
        lambda _state, said: declare_conflict(by=member, **said),
        then="cases:list",
    )
