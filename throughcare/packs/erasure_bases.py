"""Under what a jurisdiction lets a case or a person be erased."""

from dataclasses import dataclass

from throughcare.packs.entries import PackError
from throughcare.packs.files import optional_file
from throughcare.packs.loading import PACKS


@dataclass(frozen=True)
class ErasureBasis:
    """A law or schedule that lets something be erased; a doubt is what the office must know."""

    code: str
    en: str
    fr: str
    authority: str
    doubt: str
    doubt_fr: str


def erasure_bases(pack: str) -> dict[str, ErasureBasis]:
    """Return the bases of a jurisdiction by their codes; none where its pack names none.

    :raises PackError: for a basis that lacks a part.
    """
    entry = optional_file(PACKS / pack, "erasure")
    found = {}
    for number, each in enumerate(entry.table.get("basis", []), 1):
        try:
            basis = ErasureBasis(**{name: str(value) for name, value in each.items()})
        except TypeError as error:
            raise PackError(f"{entry.where}: basis {number} has not its six parts.") from error
        found[basis.code] = basis
    return found
