"""The standards used until a first assessment. Samples: an agency supplies its own."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class InterimStandard:
    """What a file without an assessed level is supervised by, and whether it is only a sample."""

    code: str
    level: str
    words: Any
    sample: bool = True


INTERIM = {
    standard.code: standard
    for standard in (
        InterimStandard(
            "AS_MEDIUM", "MEDIUM", _("supervised as Medium until the first assessment")
        ),
        InterimStandard("AS_HIGH", "HIGH", _("supervised as High until the first assessment")),
    )
}
USUAL = "AS_MEDIUM"
