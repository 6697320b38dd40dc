"""The declaration that every view carries, and what it enforces."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponseBase

from throughcare.access.words import DataClass, Permission, Relation

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Declaration:
    """What a page needs of its viewer; `open_because` says why a page needs no sign-in."""

    permission: Permission | None
    relation: Relation
    data_class: DataClass
    open_because: str = ""


def page_for(
    permission: Permission,
    *,
    relation: Relation,
    data_class: DataClass,
    within: Callable[[], AbstractContextManager[Any]] = transaction.atomic,
) -> Callable[[View], View]:
    """Declare a view and guard it.

    A member without the permission gets the same answer as for a page that is not there. The
    view runs in one transaction that knows its viewer; `within` opens it.

    :raises Http404: when the member's role lacks the permission.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            member: Any = request.user
            if not member.is_authenticated or not member.may(permission):
                raise Http404
            with within():
                set_viewer(member.id)
                return view(request, *args, **kwargs)

        guarded.declaration = Declaration(permission, relation, data_class)  # type: ignore[attr-defined]
        return guarded

    return guard


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
