"""The declaration that every view carries, and what it enforces."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponseBase

from throughcare.access import looks
from throughcare.access.words import DataClass, Permission, Relation, Use

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Declaration:
    """What a page needs of its viewer; `open_because` says why a page needs no sign-in."""

    permission: Permission | None
    relation: Relation
    data_class: DataClass
    open_because: str = ""
    use: Use = Use.READ

    @property
    def is_personal(self) -> bool:
        """Whether it shows something of a person: then who looked is written down."""
        return self.data_class in looks.PERSONAL


def page_for(
    permission: Permission,
    *,
    relation: Relation,
    data_class: DataClass,
    use: Use = Use.READ,
    within: Callable[[], AbstractContextManager[Any]] = transaction.atomic,
) -> Callable[[View], View]:
    """Declare a view and guard it.

    A member without the permission gets the same answer as for a page that is not there. The
    view runs in one transaction that knows its viewer; `within` opens it. Who looked at a page
    of personal data is written in the same transaction.

    :raises Http404: when the member's role lacks the permission.
    """
    declared = Declaration(permission, relation, data_class, use=use)

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            member: Any = request.user
            if not member.is_authenticated or not member.may(permission):
                raise Http404
            with within():
                set_viewer(member.id)
                if not declared.is_personal:
                    return view(request, *args, **kwargs)
                return _written_down(declared, view, request, *args, **kwargs)

        guarded.declaration = declared  # type: ignore[attr-defined]
        return guarded

    return guard


def _written_down(
    declared: Declaration, view: View, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    """Return the answer of a view once it is written who looked; a redirect shows nothing."""
    match = request.resolver_match
    page = match.view_name if match else view.__name__
    with looks.looking(page, request.method or "", declared.use, declared.data_class) as noted:
        noted.request_id = getattr(request, "request_id", "")
        answer = view(request, *args, **kwargs)
    if looks.is_outermost() and not 300 <= answer.status_code < 400:
        looks.write(noted, request.user)
    return answer


def open_page(because: str) -> Callable[[View], View]:
    """Declare a view that anyone may see without signing in, and why."""

    def declare(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs)

        opened.declaration = Declaration(None, Relation.NONE, DataClass.NONE, because)  # type: ignore[attr-defined]
        return opened

    return declare


def declaration_of(view: Any) -> Declaration | None:
    """Return what a view declared, or None."""
    return getattr(view, "declaration", None)


def set_viewer(viewer: UUID) -> None:
    """Tell the database who looks, until the end of this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('throughcare.viewer', %s, true)", [str(viewer)])
