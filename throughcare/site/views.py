"""The pages that belong to no duty: home, health, and what is said when something is missing."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from throughcare.access import DataClass, Permission, Relation, open_page, page_for


@page_for(Permission.OWN_ACCOUNT, relation=Relation.NONE, data_class=DataClass.NONE)
def home(request: HttpRequest) -> HttpResponse:
    """Send each role to the page its day starts with."""
    return HttpResponse("home")


@open_page("A monitor asks whether the web server lives; it says nothing else.")
def health(request: HttpRequest) -> JsonResponse:
    """Say that the web server answers."""
    return JsonResponse({"status": "alive"})


@open_page("A monitor asks whether requests can be served; it says nothing else.")
def ready(request: HttpRequest) -> JsonResponse:
    """Say whether the database answers too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ready"})


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is no longer good."""
    return HttpResponse("stale", status=403)
