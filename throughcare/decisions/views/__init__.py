"""The pages on which it is decided what is not pursued, and why."""
