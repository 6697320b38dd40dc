"""What was decided in one file: set aside, answer, take back."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.file_pages import act, file_page, forms, state_or_404
from throughcare.cases.queries.file import FileState
from throughcare.decisions.commands import setting_aside
from throughcare.decisions.forms.deciding import AnswerForm, SetAsideForm, WithdrawForm
from throughcare.decisions.links import Unreadable, opened
from throughcare.decisions.models import Answer, SetAside
from throughcare.decisions.queries import decided_of

OF_FILE = "decisions:of_file"


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def of_file(request: HttpRequest, number: str) -> HttpResponse:
    """Show what was set aside in a file and what had no staff, newest first."""
    member: Any = request.user
    state = state_or_404(request, number)
    known = {
        "decided": decided_of(state.case),
        "may_answer": member.may(Permission.APPROVE_DECISION),
    }
    return file_page(request, "decisions/of_file.html", state, "", known)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def set_aside(request: HttpRequest, number: str) -> HttpResponse:
    """Set aside what an address is about, as the page that led here wrote it."""
    member: Any = request.user
    try:
        about, aside = opened(request.GET.get("about", ""))
    except Unreadable:
        raise Http404 from None
    if about != number:
        raise Http404
    return act(
        request,
        number,
        partial(SetAsideForm, aside=aside),
        lambda state, said: setting_aside.set_aside(case=state.case, by=member, **said),
        then=OF_FILE,
    )


@page_for(Permission.APPROVE_DECISION, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def answer(request: HttpRequest, number: str, decision: UUID) -> HttpResponse:
    """Approve or refuse what an officer decided."""
    member: Any = request.user
    found = _decision(request, number, decision)

    def do(state: FileState, said: dict[str, Any]) -> SetAside:
        words = said["words"]
        if said["answer"] == Answer.APPROVED:
            return setting_aside.approve_set_aside(decision=found, by=member, words=words)
        return setting_aside.refuse_set_aside(decision=found, by=member, words=words)

    return act(request, number, AnswerForm, do, then=OF_FILE)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def withdraw(request: HttpRequest, number: str, decision: UUID) -> HttpResponse:
    """Take a decision back."""
    member: Any = request.user
    found = _decision(request, number, decision)
    return act(
        request,
        number,
        WithdrawForm,
        lambda state, said: setting_aside.withdraw_set_aside(decision=found, by=member, **said),
        then=OF_FILE,
    )


def _decision(request: HttpRequest, number: str, decision: UUID) -> SetAside:
    """Return a decision of a file that the viewer may see.

    :raises Http404:
    """
    case = state_or_404(request, number).case
    found = SetAside.objects.select_related("case").filter(pk=decision, case=case).first()
    if found is None:
        raise Http404
    return found
