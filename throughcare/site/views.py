"""The pages that belong to no duty: home, search, help, health."""

from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language as choose_language

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, Use, open_page, page_for
from throughcare.pages import patterns as pages_patterns
from throughcare.pages.answers import page
from throughcare.site import monitor
from throughcare.site.search import Answer, find
from throughcare.staff.homes import home_url_name
from throughcare.staff.middleware import is_signed_in
from throughcare.staff.typed import keep_while_language_changes

finds_people = page_for(
    Permission.FIND_PERSON, relation=Relation.OFFICE, data_class=DataClass.CASE, use=Use.SEARCH
)


@page_for(Permission.OWN_ACCOUNT, relation=Relation.NONE, data_class=DataClass.NONE)
@require_safe
def home(request: HttpRequest) -> HttpResponseRedirect:
    """Send each role to the page its day starts with."""
    return redirect(home_url_name(_member(request)))


@finds_people
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the people who answer to the words in the search box."""
    may_open = _member(request).may(Permission.OPEN_CASE)
    return page(request, "site/search.html", {"answer": _answer(request), "may_open": may_open})


@finds_people
@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Show the same people while the words are typed: a part of a page, for the search box."""
    if not request.headers.get("HX-Request"):
        return redirect(reverse("site:search", query={"q": request.GET.get("q", "")}))
    # Stripped: the box hides what is empty, and a line's end would not be.
    found = render_to_string("site/_suggestions.html", {"answer": _answer(request)}, request)
    return HttpResponse(found.strip())


@page_for(Permission.OWN_ACCOUNT, relation=Relation.NONE, data_class=DataClass.NONE)
@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    """Show every mark and component, for whoever builds or writes pages."""
    return pages_patterns.patterns(request)


@open_page("Whoever cannot sign in must be able to read how to.")
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Say how to sign in, find a person, change the language, and print."""
    return page(request, "site/help.html")


@open_page("A statement on accessibility is for everyone, signed in or not.")
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say what works without a mouse, without sight and on paper, and what to do when not."""
    return page(request, "site/accessibility.html")


@open_page("Everyone chooses a language, also on the page where one signs in.")
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Change the language and stay on the page; an address elsewhere is not followed.

    What was typed in a form that was refused comes along and is shown, to be sent again.

    :raises SuspiciousOperation: for a language that no button of ours offers.
    """
    if request.POST.get("language") not in dict(settings.LANGUAGES):
        raise SuspiciousOperation("language")
    answer: HttpResponse = choose_language(request)
    member = _member(request)
    if is_signed_in(request) and keep_while_language_changes(request, member.pk):
        answer["Location"] = reverse("staff:typed")
    return answer


@open_page("A monitor asks whether the web server lives; it says nothing else.")
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say that the web server answers."""
    return JsonResponse({"status": "alive"})


@open_page("A monitor asks whether requests can be served; it says nothing of anyone.")
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Say whether database, migrations and worker are there."""
    state = monitor.state()
    return JsonResponse(state, status=200 if state["status"] == "ready" else 503)


def _answer(request: HttpRequest) -> Answer:
    return find(request.GET.get("q", ""), by=_member(request), on=clock.today())


def _member(request: HttpRequest) -> Any:
    return request.user
