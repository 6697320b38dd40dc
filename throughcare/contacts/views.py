"""The contacts of a file: the list, the two-minute form, a correction."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.file_pages import act, file_page, forms, state_or_404
from throughcare.cases.queries.file import FileState
from throughcare.contacts import queries
from throughcare.contacts.commands import confirming, recording
from throughcare.contacts.forms.confirmation import ConfirmForm
from throughcare.contacts.forms.contact import ContactForm
from throughcare.contacts.forms.correction import CorrectionForm
from throughcare.contacts.models import Contact, Outcome
from throughcare.orders.models import Direction
from throughcare.pages.dates import clock_time, full_day

PAGE = 25


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def contacts(request: HttpRequest, number: str) -> HttpResponse:
    """Show every contact and attempt of a file, newest first."""
    member: Any = request.user
    state = state_or_404(request, number)
    pages = Paginator(queries.contacts_of(state.case), PAGE).get_page(request.GET.get("page"))
    known = {
        "pages": pages,
        "appointments": queries.appointments_of(state.case, clock.today()),
        "may_confirm": member.may(Permission.CONFIRM_ORDER),
    }
    return file_page(request, "contacts/contacts.html", state, "contacts", known)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def record(request: HttpRequest, number: str) -> HttpResponse:
    """Record a contact or an attempt, opened from an appointment or unplanned."""
    state = state_or_404(request, number)
    member: Any = request.user
    direction = _direction(state, request)
    asked = request.GET.get("outcome", "")
    outcome = asked if asked in Outcome.values else ""
    sent = request.POST if request.method == "POST" else None
    form = ContactForm(sent, state=state, member=member, direction=direction, outcome=outcome)
    if form.is_valid():
        with form.showing_refusal():
            contact = recording.record_contact(case=state.case, by=member, **form.said)
            messages.success(request, _kept(contact))
            _tell_both(request, contact)
            return redirect("contacts:list", number)
    waiting = queries.appointments_of(state.case, clock.today())
    known = {
        "form": form,
        "direction": direction,
        "answer": queries.answer_of(direction) if direction else None,
        "appointment": next(iter(waiting), None),
        "before": queries.before_you_ask(state.case),
    }
    return file_page(request, "contacts/record.html", state, "contacts", known)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def correct(request: HttpRequest, number: str, contact: UUID) -> HttpResponse:
    """Correct a contact; what was written first stays."""
    state = state_or_404(request, number)
    member: Any = request.user
    found = queries.contacts_of(state.case).filter(pk=contact).first()
    if found is None:
        raise Http404
    form_of = partial(CorrectionForm, state=state, member=member, contact=found)
    form = form_of(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.showing_refusal():
            contact_now = recording.correct_contact(contact=found, by=member, **form.said)
            messages.success(request, str(form.done))
            _tell_both(request, contact_now)
            return redirect("contacts:list", number)
    known = {"form": form, "before": None}
    return file_page(request, "contacts/record.html", state, "contacts", known)


@page_for(Permission.CONFIRM_ORDER, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def confirm(request: HttpRequest, number: str, contact: UUID) -> HttpResponse:
    """Confirm a contact that is provisional."""
    member: Any = request.user
    case = state_or_404(request, number).case
    found = queries.contacts_of(case).filter(pk=contact).first()
    if found is None:
        raise Http404
    return act(
        request,
        number,
        partial(ConfirmForm, contact=found),
        lambda _state, _said: confirming.confirm_contact(contact=found, by=member),
        then="contacts:list",
        tab="contacts",
    )


def _direction(state: FileState, request: HttpRequest) -> Direction | None:
    """Return the direction that a contact answers, when it is one of this file.

    :raises Http404: when the address names another; what was sent, the form itself refuses.
    """
    sent = request.POST.get("answers", "")
    asked = sent or request.GET.get("direction", "")
    if not asked:
        return None
    try:
        return Direction.objects.get(pk=UUID(asked), case=state.case)
    except (ValueError, Direction.DoesNotExist):
        if sent:
            return None
        raise Http404 from None


def _tell_both(request: HttpRequest, contact: Contact) -> None:
    """Say that the direction, of which a miss was recorded, is marked as followed."""
    followed_on = contact.marked_followed_on
    if followed_on:
        words = _(
            "This direction is marked as followed on %(day)s. Both stand on file: whichever is"
            " wrong is corrected by a person."
        )
        messages.warning(request, words % {"day": full_day(followed_on)})


def _kept(contact: Contact) -> str:
    """Return what is said when a contact was kept: the time, and when the person reports next."""
    said = {"time": clock_time(contact.recorded_at)}
    direction = contact.next_direction
    if direction is None:
        return _("Recorded, %(time)s. Nothing is booked.") % said
    said |= {"day": full_day(direction.due_on), "how": direction.get_how_given_display()}
    return _("Recorded, %(time)s. Next: %(day)s (%(how)s).") % said
