"""Where the files of a pack are: those that ship with the product, or those of an earlier day."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

PACKS = Path(__file__).parent

_then: ContextVar[Mapping[str, Path]] = ContextVar("packs_then")


def folder_of(code: str) -> Path:
    """Return the folder of a pack: the one that ships, or the one chosen by `packs_from`."""
    return _then.get({}).get(code) or PACKS / code


def is_of_then(code: str) -> bool:
    """Say whether a pack of an earlier day stands in for the one that ships."""
    return code in _then.get({})


@contextmanager
def packs_from(folders: Mapping[str, Path]) -> Iterator[None]:
    """Read packs from other folders in the block: a past page is made by the rules of its day."""
    token = _then.set({**_then.get({}), **folders})
    try:
        yield
    finally:
        _then.reset(token)
