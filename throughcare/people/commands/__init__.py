"""The acts by which the office writes down who a person is. Each keeps one entry of the record."""

from throughcare.people.commands.addresses import add_address, correct_address, end_address
from throughcare.people.commands.identifiers import add_identifier, withdraw_identifier
from throughcare.people.commands.names import add_name, correct_name, end_name
from throughcare.people.commands.persons import (
    add_person,
    correct_birth,
    correct_death,
    record_active_offer,
    record_death,
    set_language,
)
from throughcare.people.commands.phones import add_phone, correct_phone, end_phone

__all__ = [
    "add_address",
    "add_identifier",
    "add_name",
    "add_person",
    "add_phone",
    "correct_address",
    "correct_birth",
    "correct_death",
    "correct_name",
    "correct_phone",
    "end_address",
    "end_name",
    "end_phone",
    "record_active_offer",
    "record_death",
    "set_language",
    "withdraw_identifier",
]
