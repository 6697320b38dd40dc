"""The pages of sign-in, of a member's own account, of the office, and of all staff."""
