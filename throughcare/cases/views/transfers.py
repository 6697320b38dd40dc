"""A file goes to another office."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import transfers
from throughcare.cases.file_pages import act, forms
from throughcare.cases.forms.transfers import (
    AcceptTransferForm,
    ProposeTransferForm,
    RefuseTransferForm,
)
from throughcare.cases.queries.file import FileState


@page_for(Permission.TRANSFER_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def propose_transfer(request: HttpRequest, number: str) -> HttpResponse:
    """Ask another office to take a file."""
    member: Any = request.user
    return act(
        request,
        number,
        ProposeTransferForm,
        lambda state, said: transfers.propose_transfer(case=state.case, by=member, **said),
    )


@page_for(Permission.TRANSFER_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def accept_transfer(request: HttpRequest, number: str) -> HttpResponse:
    """Take a file over."""
    member: Any = request.user
    return act(
        request,
        number,
        AcceptTransferForm,
        lambda state, said: transfers.accept_transfer(
            transfer=_newest_transfer(state), by=member, **said
        ),
    )


@page_for(Permission.TRANSFER_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def refuse_transfer(request: HttpRequest, number: str) -> HttpResponse:
    """Decline to take a file over."""
    member: Any = request.user
    return act(
        request,
        number,
        RefuseTransferForm,
        lambda state, said: transfers.refuse_transfer(
            transfer=_newest_transfer(state), by=member, **said
        ),
        then="cases:list",
    )


def _newest_transfer(state: FileState) -> Any:
    """Return the transfer that waits, else the last one: the command says what became of it."""
    found = state.transfer or state.case.transfers.order_by("-proposed_at").first()
    if found is None:
        raise Http404
    return found
