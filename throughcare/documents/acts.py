"""What each act about papers is called, in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "documents.kept": _("Document kept"),
    "documents.retitled": _("Document given another title"),
    "documents.misfiled": _("Document set aside: it belongs elsewhere"),
}

MARKS: dict[str, str] = {"documents.misfiled": "set-aside"}
