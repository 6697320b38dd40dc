"""The reason with which a card opens."""

from django.utils.translation import gettext_lazy as _

from throughcare.cases.forms.pieces import reason
from throughcare.pages.fields import OnceField
from throughcare.pages.forms import Form


class OpenCardForm(Form):
    """Why the card is opened."""

    id = OnceField()
    reason = reason(_("Why do you open the card? One sentence."), rows=2)
