"""How do we know? For each condition: by what method, how strong, when last, is more expected."""
