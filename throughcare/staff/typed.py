"""What was typed in a form that could not be taken, kept until the same member sends it again.

A form that is posted after its session ended, or whose page changes language after a refusal,
would lose its words. They are kept in the session, which only this browser's cookie opens, and
shown to the member who typed them and to nobody else.
"""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from throughcare.staff.models import StaffMember

KEY = "typed"
# In the form that changes the language: the address of the refused form, and its fields.
PATH, PREFIX = "typed_path", "typed:"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a field's name
SECRETS = frozenset(
    {"password", "password1", "password2", "oldpassword", "new_password", "code", "credential"}
)
MOST = 200_000  # characters; a longer text is better copied from the browser

Fields = list[tuple[str, str]]


@dataclass(frozen=True)
class Typed:
    """A form as it was sent: its address and its fields; whether files went with it."""

    path: str
    fields: Fields
    files: bool

    @property
    def words(self) -> list[str]:
        """Return what a person wrote or chose, without the form's own ids."""
        return [value for _name, value in self.fields if value.strip() and not _is_id(value)]


def fields_of(request: HttpRequest) -> Fields:
    """Return the fields of a posted form; none where it holds a secret or is too long to keep."""
    sent = request.POST
    if SECRETS & sent.keys():
        return []
    fields = [(name, value) for name in sent if name != TOKEN for value in sent.getlist(name)]
    return fields if sum(len(value) for _name, value in fields) <= MOST else []


def keep(request: HttpRequest, member_id: UUID) -> bool:
    """Keep a form that was posted without a session for the member whose session ended.

    Return whether anything was kept.
    """
    return _keep(request, member_id, request.get_full_path(), fields_of(request))


def keep_while_language_changes(request: HttpRequest, member_id: UUID) -> bool:
    """Keep the fields of a refused form that came with the button of the other language."""
    fields = [
        (name.removeprefix(PREFIX), value)
        for name, value in fields_of(request)
        if name.startswith(PREFIX)
    ]
    return _keep(request, member_id, request.POST.get(PATH, ""), fields)


def fields_to_carry(request: HttpRequest) -> Fields:
    """Return what the button of the other language takes along: a refused form's fields."""
    if request.method != "POST":
        return []
    fields = [(PREFIX + name, value) for name, value in fields_of(request)]
    return [(PATH, request.get_full_path()), *fields] if fields else []


def kept_for(request: HttpRequest, member: StaffMember) -> Typed | None:
    """Return what this member typed before, or None; another member's words are thrown away."""
    kept = request.session.get(KEY)
    if kept and kept["member"] != str(member.pk):
        forget(request)
        return None
    if not kept:
        return None
    return Typed(kept["path"], [(name, value) for name, value in kept["fields"]], kept["files"])


def forget(request: HttpRequest) -> None:
    """Throw away what was kept."""
    request.session.pop(KEY, None)


def forget_when_sent(request: HttpRequest) -> None:
    """Throw away what was kept once the form is sent to its address again."""
    kept = request.session.get(KEY)
    if kept and request.method == "POST" and kept["path"] == request.get_full_path():
        forget(request)


def _keep(request: HttpRequest, member_id: UUID, path: str, fields: Fields) -> bool:
    if not fields or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return False
    request.session[KEY] = {
        "member": str(member_id),
        "path": path,
        "fields": fields,
        "files": bool(request.FILES),
    }
    return True


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True
