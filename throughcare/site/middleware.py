"""What surrounds every request."""

import time
import uuid
from collections.abc import Callable
from typing import Any

import structlog
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseNotAllowed

from throughcare.jobs.origin import request_id
from throughcare.record.entries import WritingStopped
from throughcare.site.errors import not_taken, writing_stopped
from throughcare.staff.second_factors import KeyIsMissing

log = structlog.get_logger("request")
Answer = Callable[[HttpRequest], HttpResponseBase]


class RequestIdMiddleware:
    """Gives each request an id, and logs its method, route, status and duration: never its path."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        identity = uuid.uuid4().hex
        token = request_id.set(identity)
        request.request_id = identity  # type: ignore[attr-defined]
        started = time.monotonic()
        try:
            with structlog.contextvars.bound_contextvars(request=identity):
                response = self.answer(request)
        finally:
            request_id.reset(token)
        response["X-Request-Id"] = identity
        if not request.path.startswith(settings.STATIC_URL):
            match = request.resolver_match
            log.info(
                "answered",
                request=identity,
                method=request.method,
                route=match.route if match else None,
                status=response.status_code,
                ms=round((time.monotonic() - started) * 1000, 1),
            )
        return response


class WritingStoppedMiddleware:
    """Says in plain words that nobody can write now, where a page had no place to say so."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """Answer 503 where the record may not be written, or a secret not be sealed."""
        if isinstance(exception, WritingStopped | KeyIsMissing):
            return writing_stopped(request, str(exception))
        return None


class NoNulMiddleware:
    """Answers as for an absent page where an address holds a NUL, which no stored text can."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, parts: dict[str, Any]
    ) -> None:
        """Look at the parts of an address before its page asks the database for them.

        :raises Http404: when one holds a NUL.
        """
        if any("\0" in str(part) for part in parts.values()):
            raise Http404


class NotTakenMiddleware:
    """Says in a sentence that a page takes nothing, where Django would answer with no word."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        # A page of ours that says 405 has words of its own.
        if isinstance(response, HttpResponseNotAllowed):
            return not_taken(request, response.headers.get("Allow", ""))
        return response


class NotKeptMiddleware:
    """Forbids browsers and proxies to keep a page, so that nothing is readable after sign-out."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        response.setdefault("Cache-Control", "no-store, private")
        return response
