"""Erasure by law: asked by one person, approved by another, never over a hold."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands.erasing import (
    approve_asked,
    ask_for_erasure,
    hold_file,
    lift_standing,
)
from throughcare.cases.file_pages import act, forms
from throughcare.cases.forms.erasing import (
    ApproveErasureForm,
    AskErasureForm,
    LiftHoldForm,
    PlaceHoldForm,
)
from throughcare.cases.looked import page_words
from throughcare.cases.queries.erasing import (
    ErasureLine,
    erasures_for,
    files_of,
    hash_left,
    holds_for,
    may_approve,
    reasons_not_to_erase,
)
from throughcare.pages.answers import page
from throughcare.pages.forms import Form


@page_for(Permission.ASK_ERASURE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def ask(request: HttpRequest, number: str) -> HttpResponse:
    """Ask that a file, or its person with every file, be erased."""
    member: Any = request.user
    return act(
        request,
        number,
        AskErasureForm,
        lambda state, said: ask_for_erasure(case=state.case, by=member, **said),
    )


@page_for(Permission.ASK_ERASURE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def hold(request: HttpRequest, number: str) -> HttpResponse:
    """Keep a file, or its person with every file, from being erased."""
    member: Any = request.user
    return act(
        request,
        number,
        PlaceHoldForm,
        lambda state, said: hold_file(case=state.case, by=member, **said),
    )


@page_for(Permission.APPROVE_ERASURE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def erasures(request: HttpRequest) -> HttpResponse:
    """Show what was asked to be erased, what was erased, and what is held."""
    member: Any = request.user
    known = {
        "lines": erasures_for(member),
        "holds": holds_for(member),
        "lifts": member.may(Permission.ASK_ERASURE),
    }
    return page(request, "cases/erasures.html", known)


@page_for(Permission.APPROVE_ERASURE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def erasure(request: HttpRequest, erasure: UUID) -> HttpResponse:
    """Show one erasure: who asked, under what, what stands against it, what is gone; approve it."""
    member: Any = request.user
    line = _line_or_404(member, erasure)
    form = ApproveErasureForm(request.POST if request.method == "POST" else None)
    if _done(form, lambda: approve_asked(asked=line.asked, by=member)):
        messages.success(request, _("Approved. It is carried out at the machine."))
        return redirect("cases:erasure", erasure)
    waits = line.asked.approved_at is None
    known = {
        "line": line,
        "form": form,
        "sees_files": member.may(Permission.SEE_CASE),
        "may_approve": waits and may_approve(member, line.asked),
        "against": reasons_not_to_erase(*files_of(line.asked)) if waits else [],
        "gone": [(page_words().get(app, app), many) for app, many in line.counts().items()],
        "left": hash_left(line.asked) if line.is_done else None,
    }
    return page(request, "cases/erasure.html", known, status=422 if form.errors else 200)


@page_for(Permission.ASK_ERASURE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def lift(request: HttpRequest, hold: UUID) -> HttpResponse:
    """Lift a hold, with a reason."""
    member: Any = request.user
    found = next((each for each in holds_for(member) if each.hold.pk == hold), None)
    if found is None:
        raise Http404
    form = LiftHoldForm(request.POST if request.method == "POST" else None)
    if _done(form, lambda: lift_standing(hold=found.hold, by=member, **form.cleaned_data)):
        messages.success(request, _("The hold is lifted."))
        return redirect("cases:erasures")
    known = {"form": form, "line": found}
    return page(request, "cases/lift_hold.html", known, status=422 if form.errors else 200)


def _done(form: Form, do: Any) -> bool:
    """Say whether what a form asks was done; what is refused stands above it."""
    if form.is_valid():
        with form.showing_refusal():
            do()
            return True
    return False


def _line_or_404(member: Any, key: UUID) -> ErasureLine:
    found = next((each for each in erasures_for(member) if each.asked.pk == key), None)
    if found is None:
        raise Http404
    return found
