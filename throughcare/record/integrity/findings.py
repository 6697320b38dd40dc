"""What a verification found: each difference with its place."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What kind of difference it is."""

    ALTERED = "ALTERED"
    GONE = "GONE"
    ADDED = "ADDED"
    ENDED_OTHERWISE = "ENDED_OTHERWISE"
    LINK_ALTERED = "LINK_ALTERED"
    LINK_GONE = "LINK_GONE"
    LINK_ADDED = "LINK_ADDED"
    LAYOUT_ALTERED = "LAYOUT_ALTERED"
    OUT_OF_ORDER = "OUT_OF_ORDER"
    NOT_NUMBERED = "NOT_NUMBERED"
    NO_ENTRY = "NO_ENTRY"
    PRESENT_DIFFERS = "PRESENT_DIFFERS"
    PRESENT_GONE = "PRESENT_GONE"
    PRESENT_ADDED = "PRESENT_ADDED"
    CHECKPOINT_DIFFERS = "CHECKPOINT_DIFFERS"
    CHECKPOINT_FORGED = "CHECKPOINT_FORGED"
    CHECKPOINT_GONE = "CHECKPOINT_GONE"
    KEYS_DIFFER = "KEYS_DIFFER"
    RECORD_SHORTER = "RECORD_SHORTER"


SENTENCES = {
    Kind.ALTERED: "a value is not the one that was recorded",
    Kind.GONE: "a row version that was recorded is gone",
    Kind.ADDED: "a row version that the entry did not make has been put under it",
    Kind.ENDED_OTHERWISE: "what the entry ended is not what was recorded",
    Kind.LINK_ALTERED: "the hashes kept of the entry, or the entries it followed, were changed",
    Kind.LINK_GONE: "the hashes kept of the entry are gone",
    Kind.LINK_ADDED: "hashes are kept of an entry that is not there",
    Kind.LAYOUT_ALTERED: "a table or column that is hashed is not there, or their list was changed",
    Kind.OUT_OF_ORDER: "the entry does not follow the one before it in number, place and time",
    Kind.NOT_NUMBERED: "an entry is kept without a number",
    Kind.NO_ENTRY: "a row version stands under an entry that is not there",
    Kind.PRESENT_DIFFERS: "the present is not what the history says",
    Kind.PRESENT_GONE: "a row that stands in the history is not in the present",
    Kind.PRESENT_ADDED: "a row of the present is not in the history",
    Kind.CHECKPOINT_DIFFERS: "the record is not the one that was signed up to this entry",
    Kind.CHECKPOINT_FORGED: "a file is not signed by the record's key",
    Kind.CHECKPOINT_GONE: "a checkpoint is not here that another folder has",
    Kind.KEYS_DIFFER: "the folders do not begin with the same key",
    Kind.RECORD_SHORTER: "more entries were signed than there are: cut off, or an older copy",
}


@dataclass(frozen=True)
class Finding:
    """One difference: what, and in which entry, table, row and column, as far as it is known."""

    kind: Kind
    number: int | None = None
    table: str = ""
    row: str = ""
    column: str = ""
    seq: int | None = None
    after: int | None = None

    def __str__(self) -> str:
        places = {
            "entry": self.number,
            "after entry": self.after,
            "place": self.seq,
            "table": self.table,
            "row": self.row,
            "column": self.column,
        }
        where = ", ".join(f"{name} {value}" for name, value in places.items() if value)
        return f"{where}: {SENTENCES[self.kind]}" if where else SENTENCES[self.kind]
