"""Walking every address by its declaration: what each asks for, and a way to fill it in."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import URLResolver, get_resolver

from throughcare.access.guards import Declaration, declaration_of


class Route(NamedTuple):
    """An address: its name, how it is written, what it asks for, and what it declares."""

    name: str
    address: str
    asks: tuple[str, ...]
    declared: Declaration


def every_route(resolver: Any = None, before: str = "", spaces: str = "") -> Iterator[Route]:
    """Give every address that is declared; tests/test_every_route.py sees that all are."""
    for each in (resolver or get_resolver()).url_patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{spaces}{each.namespace}:" if each.namespace else spaces
            yield from every_route(each, address, inner)
        elif (declared := declaration_of(each.callback)) is not None:
            asks = tuple(each.pattern.converters)
            yield Route(f"{spaces}{each.name}", address, asks, declared)


def personal_routes() -> list[Route]:
    """Return the addresses that show something of a person."""
    return [route for route in every_route() if route.declared.is_personal]
