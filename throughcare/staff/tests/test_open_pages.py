"""What is answered without signing in: exactly these pages, each with its reason."""

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from throughcare.access.guards import declaration_of
from throughcare.staff import middleware
from throughcare.staff.tests.factories import a_member, with_sign_in
from throughcare.staff.tests.test_sign_in import give_password

# Reachable by anyone.
OPEN = {
    "account/sign-in/",
    "account/sign-out/",
    "account/code/",
    "account/provider/",
    "account/provider/back/",
    "language/",
    "help/",
    "accessibility/",
    "health",
    "ready",
}
# Reachable with a right password, before the second factor is set up.
WITH_PASSWORD = {"account/set-up/", "account/keys/add/", "account/password/again/"}
# Reachable with both, before a first password is changed.
WITH_FIRST_PASSWORD = {"account/password/", "account/recovery-codes/"}


def routes(resolver: URLResolver | None = None, before: str = "") -> dict[str, URLPattern]:
    found: dict[str, URLPattern] = {}
    for each in (resolver or get_resolver()).url_patterns:
        here = before + str(each.pattern)
        found |= routes(each, here) if isinstance(each, URLResolver) else {here: each}
    return found


def is_open(pattern: URLPattern) -> bool:
    declared = declaration_of(pattern.callback)
    return bool(declared and declared.open_because)


def named(names: frozenset[str]) -> set[str]:
    return {route for route, pattern in routes().items() if pattern.name in names}


def test_only_these_pages_are_open():
    assert {route for route, pattern in routes().items() if is_open(pattern)} == OPEN


def test_only_these_pages_open_with_a_password_alone():
    assert named(middleware.SET_UP) == WITH_PASSWORD
    assert named(middleware.CHANGE) == WITH_FIRST_PASSWORD


def test_the_walk_sees_every_page():
    assert {"", "staff/", "staff/<uuid:member_id>/", "account/set-up/"} <= set(routes())


def address_of(route: str) -> str:
    identity = "018f3c5e-0000-7000-8000-000000000000"
    for kind, sample in (("uuid", identity), ("int", "1"), ("str", "x"), ("slug", "x")):
        while f"<{kind}:" in route:
            before, _, rest = route.partition(f"<{kind}:")
            route = before + sample + rest.partition(">")[2]
    return f"/{route}"


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_other_page_sends_to_sign_in(client, method):
    for route in set(routes()) - OPEN:
        answer = getattr(client, method)(address_of(route))
        assert answer.status_code == 302, route
        assert answer["Location"].startswith("/account/sign-in/"), route


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_password_alone_leads_to_setting_up(client, method):
    with_sign_in(a_member(username="okoye"), secret=None)
    give_password(client, "okoye")

    for route in set(routes()) - OPEN - WITH_PASSWORD:
        answer = getattr(client, method)(address_of(route))
        assert (answer.status_code, answer["Location"]) == (302, "/account/set-up/"), route


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/account/set-up/", "/help/"])
def test_a_password_alone_shows_no_menu(client, path):
    with_sign_in(a_member(username="okoye"), secret=None)
    give_password(client, "okoye")

    assert client.get(path).context["menu"] == []


def test_nobody_signs_in_around_the_pages():
    assert settings.AUTHENTICATION_BACKENDS == ["throughcare.staff.backend.StaffBackend"]
