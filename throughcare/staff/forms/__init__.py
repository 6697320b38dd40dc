"""The forms of sign-in, and those of staff and days."""
