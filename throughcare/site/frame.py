"""What every page's frame shows: menu, office and footer."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the menu and footer of a page for its viewer."""
    return {"menu": []}
