"""What may be done with a contact."""
