"""What may be decided about what is owed."""
