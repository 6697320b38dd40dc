"""A copy of a whole office in one folder, and an office brought back from such a copy."""
