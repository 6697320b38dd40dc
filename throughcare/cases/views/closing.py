"""Closing a file, and taking a closing back."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import closing
from throughcare.cases.file_pages import act, forms
from throughcare.cases.forms import opening as opening_forms


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def close(request: HttpRequest, number: str) -> HttpResponse:
    """Close a file."""
    member: Any = request.user
    return act(
        request,
        number,
        opening_forms.CloseForm,
        lambda state, said: closing.close_case(case=state.case, by=member, **said),
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def reopen(request: HttpRequest, number: str) -> HttpResponse:
    """Take back a closing by mistake."""
    member: Any = request.user
    return act(
        request,
        number,
        opening_forms.ReopenForm,
        lambda state, said: closing.reopen_case(case=state.case, by=member, **said),
    )
