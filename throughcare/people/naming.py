"""How a name is written on a page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ShownName:
    """A name in its parts; who has a single name has it as `surname`."""

    surname: str
    given: str = ""
    family_first: bool = False

    def __str__(self) -> str:
        return self.full

    @property
    def full(self) -> str:
        """The name as it is said: Étienne Lavallée, Nguyễn Thị Hoa."""
        parts = [self.surname, self.given] if self.family_first else [self.given, self.surname]
        return " ".join(filter(None, parts))

    @property
    def listed(self) -> str:
        """The name as it stands in a list: Lavallée, Étienne; Nguyễn Thị Hoa."""
        if self.family_first:
            return self.full
        return ", ".join(filter(None, [self.surname, self.given]))

    @property
    def initials(self) -> str:
        """The first letters of the surname and the given name, as they stand in a list."""
        return self.surname[:1] + self.given[:1]
