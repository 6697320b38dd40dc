"""What each act about the record itself is called, in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {"record.pack_kept": _("Rules in use kept")}

MARKS: dict[str, str] = {}
