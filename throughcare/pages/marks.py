"""The marks: a shape and a colour for each state, with the word that says it.

Circles and diamonds speak of obligations, squares of facts, triangles of danger. A mark is
drawn in the colour of the text and hidden from screen readers: the word is the message.
"""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Mark(NamedTuple):
    """A shape, the name of its colour, and its usual word."""

    colour: str
    word: object
    shape: str


RING = '<circle cx="7.5" cy="7.5" r="6.1" fill="none" stroke="currentColor" stroke-width="1.5"/>'
BOX = (
    '<rect x="1.75" y="1.75" width="11.5" height="11.5" fill="none" stroke="currentColor" '
    'stroke-width="1.5"/>'
)
TICK = (
    '<path d="M4.3 7.7l2.3 2.3 4.2-4.6" class="tc-cut" fill="none" stroke="#fff" '
    'stroke-width="1.7"/>'
)


def _line(path: str, width: str = "1.5") -> str:
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="{width}"/>'


def _full(path: str) -> str:
    return f'<path d="{path}" fill="currentColor"/>'


MARKS = {
    "overdue": Mark("brick", _("Overdue"), _full("M7.5.6l6.9 6.9-6.9 6.9L.6 7.5z")),
    "now": Mark("ochre", _("Open, due now"), RING + _full("M7.5 1.4a6.1 6.1 0 0 0 0 12.2z")),
    "ahead": Mark("soft", _("Ahead"), RING),
    "done": Mark(
        "spruce", _("Done"), '<circle cx="7.5" cy="7.5" r="7" fill="currentColor"/>' + TICK
    ),
    "done-late": Mark("spruce", _("Done late"), _full("M7.5 0L15 7.5 7.5 15 0 7.5z") + TICK),
    "set-aside": Mark("soft", _("Set aside"), RING + _line("M4.3 7.5h6.4")),
    "paused": Mark("plum", _("Paused"), RING + _line("M5.9 4.7v5.6M9.1 4.7v5.6")),
    "ended": Mark("soft", _("Ended"), '<circle cx="7.5" cy="7.5" r="3.7" fill="currentColor"/>'),
    "not-done": Mark("brick", _("Not done: no staff"), RING + _line("M3.4 11.6l8.2-8.2")),
    "verified": Mark("spruce", _("Verified"), _full("M1 1h13v13H1z") + TICK),
    "reported": Mark(
        "ochre", _("Reported"), BOX + _line("M5.3 9.8V6.6l.9-1.4M9 9.8V6.6l.9-1.4", "1.9")
    ),
    "contradicted": Mark(
        "brick", _("Contradicted"), BOX + _line("M4.3 6.2h6.4M4.3 8.9h6.4M9.2 4.2l-3.4 6.6", "1.3")
    ),
    "stale": Mark("ochre", _("Stale"), BOX + _line("M7.5 4.3v3.6l2.4 1.5", "1.3")),
    "nothing": Mark(
        "brick",
        _("Nothing on file"),
        '<rect x="1.75" y="1.75" width="11.5" height="11.5" fill="none" stroke="currentColor" '
        'stroke-width="1.7" stroke-dasharray="2.6 1.23" stroke-dashoffset="1.3"/>',
    ),
    "with-court": Mark(
        "plum",
        _("Query to court office or Crown"),
        BOX
        + _line("M5.6 6.1c0-2.4 3.8-2.4 3.8 0 0 1.3-1.9 1.4-1.9 2.7", "1.3")
        + '<circle cx="7.5" cy="10.8" r=".9" fill="currentColor"/>',
    ),
    "to-confirm": Mark("soft", _("To confirm"), BOX),
    "safety": Mark(
        "ochre",
        _("Safety"),
        _full("M7.5.9l7.4 13.1H.1z")
        + '<path d="M7.5 5.4v4.4M7.5 11v1.6" class="tc-cut" stroke="#fff" stroke-width="1.6"/>',
    ),
    "flag": Mark("ochre", _("Flag"), _line("M7.5 2.3l5.9 10.6H1.6z")),
    "locked": Mark(
        "plum",
        pgettext_lazy("a part of a file", "Locked"),
        _full("M2.4 6.6h10.2V14H2.4z") + _line("M4.8 7V4.4a2.7 2.7 0 0 1 5.4 0V7", "1.6"),
    ),
}

STRENGTHS = (
    (0, _("Nothing on file")),
    (1, _("Word only")),
    (2, _("Document")),
    (3, _("Collateral")),
    (4, _("Observed")),
    (5, _("Official")),
)
LEVELS = (
    (0, pgettext_lazy("a level of supervision", "Not set")),
    (1, _("Very low")),
    (2, pgettext_lazy("a level of supervision", "Low")),
    (3, pgettext_lazy("a level of supervision", "Medium")),
    (4, pgettext_lazy("a level of supervision", "High")),
    (5, _("Very high")),
)
