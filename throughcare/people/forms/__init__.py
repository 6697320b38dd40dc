"""What an officer or a clerk fills in about a person; each form knows the act that it sends.

`form_for` gives the form of an act by the name that stands in its address.
"""

from throughcare.people.forms.acts import NoSuchForm, form_for
from throughcare.people.forms.new_person import NewPersonForm
from throughcare.people.forms.pieces import PersonForm

__all__ = ["NewPersonForm", "NoSuchForm", "PersonForm", "form_for"]
