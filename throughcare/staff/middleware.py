"""Nothing but the open pages is answered to someone who has not signed in fully."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from throughcare.access.guards import declaration_of

Answer = Callable[[HttpRequest], HttpResponseBase]


class SignedInMiddleware:
    """Sends whoever is not signed in with two factors to the page that is missing."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        declared = declaration_of(view)
        if (declared and declared.open_because) or request.user.is_authenticated:
            return None
        if request.resolver_match and request.resolver_match.url_name == "account_login":
            return None
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('account_login')}?{query}")
