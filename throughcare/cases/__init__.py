"""A file of a kind: who holds it, cover, level, periods away, transfer, restriction, conflict."""
