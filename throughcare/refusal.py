"""What a command says no with."""

from typing import Any


class Refused(Exception):
    """An act that cannot be done now, with a sentence that says what to do next.

    Subclasses are named for the fact and stand beside the command that raises them. `field`
    names the form field that the sentence belongs to, when there is one.
    """

    def __init__(self, message: Any, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    def __str__(self) -> str:
        return str(self.message)
