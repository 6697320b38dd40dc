"""Who a person is: names, identifiers, birth, addresses, phones and language."""
