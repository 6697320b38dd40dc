"""Fields that several forms of orders share."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from throughcare.orders.models import ProtectedPerson

LONGEST_NAME: int = ProtectedPerson._meta.get_field("named_as").max_length or 0


class LinesField(forms.CharField):
    """Several short answers, one a line; what comes back is their list. `longest` is a line's."""

    def __init__(self, *, longest: int, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.longest = longest

    def clean(self, value: Any) -> Any:
        """Return the lines that say something.

        :raises ValidationError: which names the first line that is too long.
        """
        lines = lines_of(super().clean(value))
        for number, line in enumerate(lines, start=1):
            if len(line) > self.longest:
                said = {"number": number, "length": len(line), "most": self.longest}
                raise ValidationError(
                    _("Line %(number)s has %(length)s characters; %(most)s fit.") % said,
                    code="line_too_long",
                )
        return lines


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]
