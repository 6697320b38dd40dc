"""The level of a file, and time away."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import away as away_commands
from throughcare.cases.commands import levels
from throughcare.cases.file_pages import act, forms, state_or_404
from throughcare.cases.forms.away import AwayForm, EndAwayForm
from throughcare.cases.forms.levels import LevelForm
from throughcare.cases.models import Away


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def level(request: HttpRequest, number: str) -> HttpResponse:
    """Confirm the level of a file."""
    member: Any = request.user
    return act(
        request,
        number,
        LevelForm,
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
        AwayForm,
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
        EndAwayForm,
        lambda _state, said: away_commands.end_away(away=standing, by=member, **said),
    )
