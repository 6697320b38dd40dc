"""What each act about victims is called. No file's record shows them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "victims.card_opened": _("Victim card opened"),
    "victims.registered": _("Victim registered"),
    "victims.corrected": _("What is known of a victim corrected"),
}
