"""Registered victims behind a card that opens to few, for a while and with a reason."""
