"""Kept papers: by the hash of their content, of a checked type, read in a limited process."""
