"""Every address says who may see it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, path

from throughcare.access import DataClass, Permission, Relation, open_page, page_for
from throughcare.access.guards import declaration_of

# Addresses whose views are not ours, each with the reason why it may stand undeclared.
NOT_OURS: dict[str, str] = {}


def routes(resolver: Any = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Give every address with its pattern."""
    for each in (resolver or get_resolver()).url_patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each, address)
        else:
            yield address, each


def undeclared(found: Iterable[tuple[str, URLPattern]]) -> list[str]:
    """Return the addresses whose view does not say who may see it."""
    return [
        address
        for address, pattern in found
        if declaration_of(pattern.callback) is None and pattern.name not in NOT_OURS
    ]


def without_reason(found: Iterable[tuple[str, URLPattern]]) -> list[str]:
    """Return the open addresses that do not say, in a sentence, why they are open."""
    declared = [(address, declaration_of(pattern.callback)) for address, pattern in found]
    return [
        address
        for address, said in declared
        if said is not None
        and said.permission is None
        and (len(said.open_because.split()) < 4 or not said.open_because.endswith("."))
    ]


def test_every_route_declares_permission_relation_and_data_class():
    """A page that forgot to say who may see it does not exist."""
    assert undeclared(routes()) == [], (
        "Decorate these views with @page_for(Permission…, relation=…, data_class=…), "
        "or with @open_page and the reason."
    )


def test_every_open_route_says_why():
    """A page open to strangers gives its reason in a whole sentence."""
    assert without_reason(routes()) == [], "Give @open_page a sentence that says why."


def test_every_route_has_a_name():
    """Templates and redirects name an address; nobody writes it out."""
    assert [address for address, pattern in routes() if not pattern.name] == [], (
        "Give the path() a name."
    )


def test_exceptions_are_still_there():
    """The list of addresses that are not ours holds nothing that is gone."""
    names = {pattern.name for _, pattern in routes()}

    assert sorted(NOT_OURS.keys() - names) == [], "Take these out of NOT_OURS."


def test_the_law_sees_a_view_that_declares_nothing():
    def bare(request):
        """Answer without a declaration."""

    guarded = page_for(Permission.SEE_CASE, relation=Relation.MINE, data_class=DataClass.CASE)(bare)
    opened = open_page("Because.")(bare)
    sample = [
        ("bare", path("bare", bare)),
        ("guarded", path("guarded", guarded)),
        ("opened", path("opened", opened)),
    ]

    assert undeclared(sample) == ["bare"]
    assert without_reason(sample) == ["opened"]
