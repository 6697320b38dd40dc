"""How a view answers with a page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return a page; a form that was sent with errors answers 422 unless a status is given.

    Browsers show a 422 as they show a 200, and scripts can tell the two apart.
    """
    known = dict(context or {})
    form = known.get("form")
    if status == 200 and form is not None and form.is_bound and form.errors:
        status = 422
    return render(request, template, known, status=status)
