"""The one act that a line proposes: its verb, and the page where it is done."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from throughcare.account.todo import Action, Todo

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
    Action.DECIDE: "decisions:set_aside",
    Action.RECORD_CONTACT: "contacts:record",
    Action.GIVE_DIRECTION: "account:account",
    Action.VERIFY: "account:account",
    Action.EXPLAIN: "account:account",
    Action.CONFIRM_ORDER: "account:account",
    Action.SET_LEVEL: "cases:level",
    Action.OPEN: "account:account",
}
# What a page must know of the line it was opened from.
TELLS = frozenset({Action.DECIDE, Action.VERIFY, Action.GIVE_DIRECTION})


def verb_of(todo: Todo) -> str:
    """Return the verb of the act that a line proposes."""
    return str(VERBS[todo.action])


def page_of(todo: Todo, number: str) -> str:
    """Return the address of the page where it is done, which knows what it was opened for."""
    address = reverse(PAGES[todo.action], args=[number])
    if todo.action not in TELLS:
        return address
    said = {"requirement": todo.requirement.id, "on": todo.opens_on.isoformat()}
    return f"{address}?{urlencode(said)}"
