"""Phone numbers as people type them and as pages write them."""

import phonenumbers
from django.utils.translation import gettext as _

from throughcare.refusal import Refused

HOME_COUNTRY = "CA"


class NotAPhoneNumber(Refused): ...


def read_phone(typed: str) -> tuple[str, str]:
    """Return a number as E.164 and its extension, from whatever way it was typed.

    Numbers without a country are read as Canadian. A possible number passes even where our list
    of exchanges does not know it: new exchanges open every year.

    :raises NotAPhoneNumber:
    """
    try:
        read = phonenumbers.parse(typed.replace("poste", "ext"), HOME_COUNTRY)
    except phonenumbers.NumberParseException:
        read = None
    if read is None or not _is_whole(read):
        raise NotAPhoneNumber(
            _("This is not a whole phone number. Write it with its area code: 705 555 0142."),
            field="as_typed",
        )
    e164 = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)
    return e164, read.extension or ""


def _is_whole(read: phonenumbers.PhoneNumber) -> bool:
    """Say whether a number can be dialled from anywhere: with its area code, not too long."""
    possible = phonenumbers.is_possible_number_with_reason(read)
    return bool(possible == phonenumbers.ValidationResult.IS_POSSIBLE)


def shown_phone(e164: str, extension: str = "") -> str:
    """Return a number as it is dialled from here: 705 555-0142, or +44 20 7946 0018."""
    if e164.startswith("+1") and len(e164) == 12:
        shown = f"{e164[2:5]}\u00a0{e164[5:8]}-{e164[8:]}"
    else:
        read = phonenumbers.parse(e164)
        shown = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return (
        _("%(number)s, ext. %(extension)s") % {"number": shown, "extension": extension}
        if extension
        else shown
    )
