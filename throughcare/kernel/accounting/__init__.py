"""The account of a case: every obligation and every condition, each with exactly one ending."""
