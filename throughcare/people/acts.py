"""What each act about who a person is is called, in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "people.person_added": _("Person added"),
    "people.birth_corrected": _("Birth date corrected"),
    "people.language_set": _("Languages and pronoun written down"),
    "people.french_offered": _("Service in French offered"),
    "people.death_recorded": _("Death recorded"),
    "people.death_corrected": _("Death corrected"),
    "people.name_added": _("Name added"),
    "people.name_corrected": _("Name corrected"),
    "people.name_ended": _("Name ended"),
    "people.identifier_added": _("Number added"),
    "people.identifier_withdrawn": _("Number withdrawn"),
    "people.address_added": _("Address added"),
    "people.address_corrected": _("Address corrected"),
    "people.address_ended": _("Address ended"),
    "people.phone_added": _("Phone added"),
    "people.phone_corrected": _("Phone corrected"),
    "people.phone_ended": _("Phone ended"),
}

MARKS: dict[str, str] = {
    "people.name_ended": "ended",
    "people.identifier_withdrawn": "ended",
    "people.address_ended": "ended",
    "people.phone_ended": "ended",
}
