"""What a person decided about what is owed: set aside, by whom and why; not done: no staff."""
