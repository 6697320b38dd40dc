"""The acts on a file, a page each: a form, the command it sends, and where it leads."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import away as away_commands
from throughcare.cases.commands import holding, levels, opening, protection, transfers
from throughcare.cases.forms import holding as holding_forms
from throughcare.cases.forms import opening as opening_forms
from throughcare.cases.forms import protection as protection_forms
from throughcare.cases.forms import standing as standing_forms
from throughcare.cases.models import Away
from throughcare.cases.queries.file import FileState
from throughcare.cases.views.pieces import act, state_or_404

forms = require_http_methods(["GET", "HEAD", "POST"])
Said = dict[str, Any]


@page_for(Permission.ASSIGN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def assign(request: HttpRequest, number: str) -> HttpResponse:
    """Give a file to an officer."""
    member: Any = request.user
    return act(
        request,
        number,
        holding_forms.AssignForm,
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
        holding_forms.UncoveredForm,
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
        holding_forms.CoverForm,
        lambda state, said: holding.cover_cases(cases=[state.case], by=member, **said),
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def level(request: HttpRequest, number: str) -> HttpResponse:
    """Confirm the level of a file."""
    member: Any = request.user
    return act(
        request,
        number,
        standing_forms.LevelForm,
        lambda state, said: levels.set_level(case=state.case, by=member, **said),
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def away(request: HttpRequest, number: str) -> HttpResponse:
    """Record that the person is away."""
    member: Any = request.user
    return act(
        request,
        number,
        standing_forms.AwayForm,
        lambda state, said: away_commands.record_away(person=state.case.person, by=member, **said),
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def end_away(request: HttpRequest, number: str, away: UUID) -> HttpResponse:
    """Record the last day of a time away."""
    member: Any = request.user
    state = state_or_404(request, number)
    standing = Away.objects.filter(pk=away, person=state.case.person_id).first()
    if standing is None:
        raise Http404
    return act(
        request,
        number,
        standing_forms.EndAwayForm,
        lambda _state, said: away_commands.end_away(away=standing, by=member, **said),
    )


@page_for(Permission.TRANSFER_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def propose_transfer(request: HttpRequest, number: str) -> HttpResponse:
    """Ask another office to take a file."""
    member: Any = request.user
    return act(
        request,
        number,
        standing_forms.ProposeTransferForm,
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
        standing_forms.AcceptTransferForm,
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
        standing_forms.RefuseTransferForm,
        lambda state, said: transfers.refuse_transfer(
            transfer=_newest_transfer(state), by=member, **said
        ),
        then="cases:list",
    )


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


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def close(request: HttpRequest, number: str) -> HttpResponse:
    """Close a file."""
    member: Any = request.user
    return act(
        request,
        number,
        opening_forms.CloseForm,
        lambda state, said: opening.close_case(case=state.case, by=member, **said),
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
        lambda state, said: opening.reopen_case(case=state.case, by=member, **said),
    )


def _newest_transfer(state: FileState) -> Any:
    """Return the transfer that waits, else the last one: the command says what became of it."""
    found = state.transfer or state.case.transfers.order_by("-proposed_at").first()
    if found is None:
        raise Http404
    return found
