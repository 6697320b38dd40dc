"""How an act on a row of a file is answered: the row, its form, one command, back to the orders."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.access.guards import View
from throughcare.cases.file_pages import act, state_or_404
from throughcare.cases.models import Case
from throughcare.cases.queries.file import FileState

FORMS = ["GET", "HEAD", "POST"]
REGISTER = "orders:register"
Said = dict[str, Any]


@dataclass(frozen=True)
class Act:
    """One act: the rows of a file it may be about, its form, and the one command that does it.

    `form` and `do` get the row that the address names.
    """

    rows: Callable[[Case], QuerySet[Any]]
    form: Callable[[Any], Any]
    do: Callable[[Any, Any, Said], Any]

    def answer(self, request: HttpRequest, number: str, row: UUID) -> HttpResponse:
        """Show the form; sent whole, do the act and go back to the orders.

        :raises Http404: when the file has no such row.
        """
        found = row_of(self.rows(state_or_404(request, number).case), row)
        member: Any = request.user

        def do(_state: FileState, said: Said) -> Any:
            return self.do(found, member, said)

        return act(request, number, self.form(found), do, then=REGISTER, tab="orders")


def page_of(act: Act) -> View:
    """Return the view of an act."""

    @page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
    @require_http_methods(FORMS)
    def view(request: HttpRequest, number: str, row: UUID) -> HttpResponse:
        """Show the form of an act on a row of a file, or do it."""
        return act.answer(request, number, row)

    return view


def row_of(rows: QuerySet[Any], wanted: UUID) -> Any:
    """Return the one row of a file that was asked for.

    :raises Http404: when the file has none such.
    """
    found = rows.filter(pk=wanted).first()
    if found is None:
        raise Http404
    return found
