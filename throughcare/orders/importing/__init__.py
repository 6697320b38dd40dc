"""Orders and the open caseload brought in from files, checked row by row."""
