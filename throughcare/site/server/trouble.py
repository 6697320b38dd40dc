"""What the person at the keyboard must know when something cannot be started."""


class Trouble(Exception):
    """One clear sentence; the command prints it and ends with exit code 1."""
