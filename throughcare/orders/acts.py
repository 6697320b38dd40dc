"""What each act on an order is called, in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "orders.received": _("Order received"),
    "orders.confirmed": _("Order confirmed"),
    "orders.event_recorded": _("Change to an order recorded"),
    "orders.event_corrected": _("Change to an order corrected"),
    "orders.condition_confirmed": _("Condition confirmed"),
    "orders.condition_changed": _("Reading of a condition changed"),
    "orders.condition_unclear": _("Condition marked unclear"),
    "orders.condition_withdrawn": _("Taken off: not a condition"),
    "orders.condition_added": _("Condition added"),
    "orders.direction_given": _("Direction given"),
    "orders.direction_acknowledged": _("Direction acknowledged"),
    "orders.direction_met": _("Direction followed"),
    "orders.direction_withdrawn": _("Direction taken back"),
    "orders.explained": _("Order explained and given"),
    "orders.variation_asked": _("Change of conditions asked for"),
    "orders.variation_decided": _("Change of conditions decided"),
    "orders.query_asked": _("Query to court office or Crown"),
    "orders.query_answered": _("Query answered"),
    "orders.protected_named": _("Protected person named"),
    "orders.expected": _("Expected from court"),
    "orders.expected_seen": _("Seen at the counter"),
    "orders.expected_paper": _("Paper arrived"),
    "orders.expected_ended": _("No longer expected"),
    "orders.paper_arrived": _("Paper arrived at the counter"),
    "orders.paper_held": _("Paper held: not ours to supervise"),
    "orders.paper_set_aside": _("Paper set aside"),
}

MARKS = {
    "orders.received": "to-confirm",
    "orders.condition_unclear": "with-court",
    "orders.query_asked": "with-court",
    "orders.variation_asked": "with-court",
    "orders.direction_given": "ahead",
    "orders.paper_held": "set-aside",
    "orders.paper_set_aside": "set-aside",
    "orders.direction_withdrawn": "set-aside",
}
