"""Measured speed, on a generated province. Figures are printed, never asserted: a fast machine
must not hide a slow program, nor a busy one break a build."""
