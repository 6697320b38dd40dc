"""What is said when a page cannot be shown. None of it says why something is absent."""

import sys

import structlog
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers

from throughcare.jobs.failures import place_of
from throughcare.jobs.origin import request_id
from throughcare.pages.answers import page

log = structlog.get_logger("failure")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for a page that is not there, and word for word the same for a forbidden one."""
    return page(request, "site/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that no page of ours sends."""
    return _without_viewer(request, "site/bad_request.html", status=400)


def not_taken(request: HttpRequest, allowed: str) -> HttpResponse:
    """Answer what was sent to a page that is only read; `allowed` names what may be asked."""
    reads = request.method in ("GET", "HEAD")
    answer = page(request, "site/not_taken.html", {"reads": reads}, status=405)
    answer["Allow"] = allowed
    return answer


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was open too long: its token is no longer good, so nothing was kept."""
    return page(request, "site/stale_form.html", status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer after a failure of ours, without database or session; log where it happened."""
    error = sys.exc_info()[1]
    route = request.resolver_match.route if request.resolver_match else None
    if error is not None:
        log.error("failed", route=route, **place_of(error))
    return _without_viewer(request, "site/failed.html", status=500)


def writing_stopped(request: HttpRequest, why: str) -> HttpResponse:
    """Answer while nobody may write: what stands can be read, and what was sent is not kept."""
    return page(request, "site/writing_stopped.html", {"why": why}, status=503)


def _without_viewer(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Return a page that asks nothing of the session; its language is the cookie's."""
    with translation.override(translation.get_language_from_request(request)):
        content = render_to_string(template, {"reference": reference()})
        answer = HttpResponse(content, status=status)
        answer["Content-Language"] = translation.get_language() or ""
    patch_vary_headers(answer, ("Accept-Language", "Cookie"))
    return answer


def reference() -> str:
    """Return the short reference by which a failure is found in the logs."""
    return request_id.get()[:8].upper()
