"""The one act that a line proposes: its verb, and the page where it is done."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from throughcare.account.todo import ACTION_OF, Action, Todo
from throughcare.contacts.links import appointment_url
from throughcare.decisions.commands.setting_aside import Aside
from throughcare.decisions.links import set_aside_url
from throughcare.verification.links import condition_of, evidence_url

VERBS: dict[Action, Any] = {
    Action.DECIDE: pgettext_lazy("verb of a line", "Decide"),
    Action.RECORD_CONTACT: pgettext_lazy("verb of a line", "Record"),
    Action.GIVE_DIRECTION: pgettext_lazy("verb of a line", "Direct"),
    Action.VERIFY: pgettext_lazy("verb of a line", "Verify"),
    Action.EXPLAIN: pgettext_lazy("verb of a line", "Explain"),
    Action.CONFIRM_ORDER: pgettext_lazy("verb of a line", "Confirm"),
    Action.SET_LEVEL: pgettext_lazy("verb of a line", "Assess"),
    Action.OPEN: pgettext_lazy("verb of a line", "Open"),
}
PAGES: dict[Action, str] = {
    Action.GIVE_DIRECTION: "orders:direct",
    Action.EXPLAIN: "orders:register",
    Action.CONFIRM_ORDER: "orders:register",
    Action.SET_LEVEL: "cases:level",
    Action.OPEN: "account:account",
}


def verb_of(todo: Todo) -> str:
    """Return the verb of the act that a line proposes."""
    return str(VERBS[todo.action])


def page_of(todo: Todo, number: str) -> str:
    """Return the address of the page where it is done, which knows what it was opened for."""
    requirement = todo.requirement.id
    if todo.action is Action.DECIDE:
        return set_aside_url(number, aside_of(todo))
    if todo.action is Action.VERIFY and (condition := condition_of(requirement)):
        return evidence_url(number, condition, _proposed(todo))
    if todo.action is Action.RECORD_CONTACT:
        return appointment_url(number, requirement)
    address = reverse(PAGES.get(todo.action, "account:account"), args=[number])
    if todo.action is not Action.GIVE_DIRECTION:
        return address
    return f"{address}?{urlencode({'requirement': requirement, 'on': todo.opens_on.isoformat()})}"


def aside_of(todo: Todo) -> Aside:
    """Return what a decision about a line is about: its requirement, its days and its words."""
    return Aside(todo.requirement.id, todo.opens_on, todo.obligation.due_before, todo.what)


def _proposed(todo: Todo) -> str:
    """Return the kind of evidence that would close a line, the first by name that a check gives."""
    kinds = sorted(kind.partition("@")[0] for kind in todo.requirement.closed_by)
    return next((kind for kind in kinds if ACTION_OF.get(kind) is Action.VERIFY), "")
