"""Reads of the day: lines, people, what is due, who comes, what waits on others."""
