"""Reading an order: from its words to conditions with codes, parameters, days and flags."""
