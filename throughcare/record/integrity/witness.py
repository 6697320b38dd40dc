"""What was signed and kept elsewhere, held beside the record as it is read."""

from throughcare.record.integrity.findings import Finding, Kind
from throughcare.record.integrity.folders import FIRST_KEY, NOTE, Folder, Signed
from throughcare.record.integrity.merkle import Tree
from throughcare.record.integrity.notes import Reconciled


class Witness:
    """Holds the hashes of a record, as they are read, against the checkpoints that were kept."""

    def __init__(self, folders: tuple[Folder, ...]) -> None:
        self._read = _readings(folders)
        self._tree = Tree()
        self._agreed: dict[str, int] = {}
        self._found: dict[str, Finding] = {}
        self._sizes = {size for read in self._read.values() for size in read.checkpoints}

    def note(self, number: int, entry_hash: bytes) -> None:
        """Take the next entry's hash."""
        self._tree.add(entry_hash)
        if self._tree.size in self._sizes:
            self._compare(self._tree.size, self._tree.root())

    def _compare(self, size: int, root: bytes) -> None:
        for place, read in self._read.items():
            known = read.checkpoints.get(size)
            if known is None or place in self._found:
                continue
            if known.root == root:
                self._agreed[place] = size
            else:
                self._found[place] = Finding(
                    Kind.CHECKPOINT_DIFFERS, size, table=place, after=self._agreed.get(place, 0)
                )

    @property
    def size(self) -> int:
        """Return how many entries were noted."""
        return self._tree.size

    @property
    def root(self) -> bytes:
        """Return the root over them."""
        return self._tree.root()

    def findings(self) -> list[Finding]:
        """Return what is wrong, once every entry was noted."""
        found = list(self._found.values())
        for place, read in self._read.items():
            last = read.last()
            if last and last.size > self._tree.size:
                found.append(Finding(Kind.RECORD_SHORTER, last.size, place, after=self._tree.size))
            found += [
                Finding(Kind.CHECKPOINT_FORGED, table=place, row=name) for name in read.forged
            ]
        return found + list(self._between())

    def _between(self) -> list[Finding]:
        """Return in which folder a checkpoint or a key is missing that another has."""
        found = []
        firsts = {str(read.keys[0]) for read in self._read.values() if read.keys}
        for place, read in self._read.items():
            beside = [each for each in self._read.values() if each.epoch == read.epoch]
            sizes = {size for each in beside for size in each.checkpoints}
            since = min(read.checkpoints, default=0)
            missing = {size for size in sizes if size >= since} - read.checkpoints.keys()
            found += [Finding(Kind.CHECKPOINT_GONE, size, place) for size in sorted(missing)]
            if len(firsts) > 1:
                found.append(Finding(Kind.KEYS_DIFFER, table=place, row=FIRST_KEY))
        return found

    def agreed(self) -> dict[str, int]:
        """Return up to which entry each folder agrees."""
        return dict(self._agreed)

    def reconciled(self) -> list[Reconciled]:
        """Return each older copy that was brought back and lawfully written on."""
        found = {each for read in self._read.values() for each in read.reconciled}
        return sorted(found, key=lambda each: each.signed)


def _readings(folders: tuple[Folder, ...]) -> dict[str, Signed]:
    """Return what each folder holds: from its beginning, and from each reconciling on.

    What was signed over entries that a reconciling gave up is held against nothing any more.
    """
    bases = [each.base for each in folders]
    epochs = sorted({name for each in bases for name in each.epochs()})
    found = {}
    for base in bases:
        for epoch, after in zip(["", *epochs], [*epochs, None], strict=True):
            place = Folder(base.path / epoch)
            read = found[str(place.path)] = place.read()
            read.epoch = epoch
            if after:
                read.give_up(f"{after}/{NOTE}", _note_of(bases, after))
    return found


def _note_of(bases: list[Folder], epoch: str) -> str:
    """Return the note of a reconciling, from the first folder that has it."""
    places = [base.path / epoch / NOTE for base in bases]
    texts = [each.read_text("utf-8", errors="replace") for each in places if each.exists()]
    return texts[0] if texts else ""
