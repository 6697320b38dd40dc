"""The member who looks at a page."""

from typing import cast

from django.http import HttpRequest

from throughcare.staff.models import Office, StaffMember


def viewer_of(request: HttpRequest) -> StaffMember:
    """Return who is signed in; only for pages that need a permission, where someone is."""
    return cast(StaffMember, request.user)


def office_of(request: HttpRequest) -> Office:
    """Return the office of who is signed in; the middleware lets nobody in without a posting."""
    return cast(Office, viewer_of(request).office)
